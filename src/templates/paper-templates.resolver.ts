import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PaperTemplate } from './paper-template.entity.js';
import { ListPaperTemplates, PaperTemplateAt, SetPaperTemplate } from './paper-template.inputs.js';
import { PaperTemplatesService } from './paper-templates.service.js';

@Resolver(() => PaperTemplate)
export class PaperTemplatesResolver {
  constructor(private readonly service: PaperTemplatesService) {}

  @Reads('paperTemplates', Connection(PaperTemplate))
  async paperTemplates(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListPaperTemplates,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.paperTemplates(caller, at.commune, list, members));
  }

  @Acts('setPaperTemplate', PaperTemplate)
  setPaperTemplate(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PaperTemplateAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SetPaperTemplate,
  ) {
    return this.service.setPaperTemplate(caller, { ...at, ...which, expectedVersion }, input);
  }
}
