import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { RecordsService } from '../journal/records.service.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { SchemeActsService } from './scheme-acts.service.js';
import { Scheme } from './scheme.entity.js';
import {
  AdoptScheme,
  AmendScheme,
  DraftScheme,
  DropScheme,
  ListSchemes,
  RevisionAt,
  SchemeAt,
} from './scheme.inputs.js';
import { SchemesService } from './schemes.service.js';

@Resolver(() => Scheme)
export class SchemesResolver {
  constructor(
    private readonly service: SchemesService,
    private readonly acts: SchemeActsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('schemes', Connection(Scheme))
  async schemes(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListSchemes,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.schemes(caller, { ...at, ...of }, list, members));
  }

  @Reads('scheme', Scheme)
  scheme(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: SchemeAt,
    @Args() revision: RevisionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.scheme(caller, { ...at, ...of, ...which, ...revision }, members);
  }

  @ActionsEdge('schemeActions')
  actions({ parents }: Level<Scheme>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Acts('draftScheme', Scheme)
  draftScheme(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() of: PlanAt, @Input() input: DraftScheme) {
    return this.acts.draftScheme(caller, { ...at, ...of }, input);
  }

  @Acts('amendScheme', Scheme)
  amendScheme(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: SchemeAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendScheme,
  ) {
    return this.acts.amendScheme(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('dropScheme', Scheme)
  dropScheme(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: SchemeAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropScheme,
  ) {
    return this.acts.dropScheme(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('adoptScheme', Scheme)
  adoptScheme(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: SchemeAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AdoptScheme,
  ) {
    return this.acts.adoptScheme(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }
}
