import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Fact } from './fact.entity.js';
import { AmendFact, EndFact, FactAt, ListFacts, RecordFact, RemoveFact } from './fact.inputs.js';
import { FactsService } from './facts.service.js';

@Resolver(() => Fact)
export class FactsResolver {
  constructor(
    private readonly service: FactsService,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('facts', Connection(Fact))
  async facts(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListFacts,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.facts(caller, at.commune, list, members));
  }

  @Reads('fact', Fact)
  fact(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: FactAt, @Needed() members?: Projection) {
    return this.service.fact(caller, at.commune, which.id, members);
  }

  @Acts('recordFact', Fact)
  recordFact(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: RecordFact) {
    return this.service.recordFact(caller, at.commune, input);
  }

  @Acts('amendFact', Fact)
  amendFact(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: FactAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendFact,
  ) {
    return this.service.amendFact(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('endFact', Fact)
  endFact(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: FactAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: EndFact,
  ) {
    return this.service.endFact(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removeFact', Fact)
  removeFact(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: FactAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveFact,
  ) {
    return this.service.removeFact(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('factActions')
  actions({ parents }: Level<Fact>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'Person or unit of the fact, as valid today.')
  @Needs<Fact>('unitId')
  unit(level: Level<Fact>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Edge('document', Document, 'Document that the fact rests on.')
  @Needs<Fact>('documentId')
  document(level: Level<Fact>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
