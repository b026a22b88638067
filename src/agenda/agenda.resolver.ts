import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { ListAgenda } from './agenda.inputs.js';
import { AgendaService } from './agenda.service.js';
import { AgendaEntry } from './agenda.view.js';

@Resolver(() => AgendaEntry)
export class AgendaResolver {
  constructor(private readonly service: AgendaService) {}

  @Reads('agenda', Connection(AgendaEntry))
  async agenda(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() list: ListAgenda) {
    return connection(await this.service.agenda(caller, at.commune, list));
  }
}
