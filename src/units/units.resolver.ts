import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { AsOf } from '../communes/commune.inputs.js';
import { UnitActsService } from './unit-acts.service.js';
import { UnitClosingsService } from './unit-closings.service.js';
import { UnitCorrectionsService } from './unit-corrections.service.js';
import { UnitMovesService } from './unit-moves.service.js';
import { Unit } from './unit.entity.js';
import { AddUnit, AmendUnit, CloseUnit, CorrectUnit, ListUnits, MoveUnit, MoveUnits, UnitAt } from './unit.inputs.js';
import { UnitsMoved } from './units-moved.view.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Unit)
export class UnitsResolver {
  constructor(
    private readonly service: UnitsService,
    private readonly acts: UnitActsService,
    private readonly moves: UnitMovesService,
    private readonly closings: UnitClosingsService,
    private readonly corrections: UnitCorrectionsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('units', Connection(Unit))
  async units(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListUnits,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.units(caller, at.commune, list, members));
  }

  @Reads('unit', Unit)
  unit(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @Args() on: AsOf,
    @Needed() members?: Projection,
  ) {
    return this.service.unit(caller, { ...at, ...which, on: on.asOf }, members);
  }

  @Acts('addUnit', Unit)
  addUnit(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: AddUnit) {
    return this.acts.addUnit(caller, at.commune, input);
  }

  @Acts('amendUnit', Unit)
  amendUnit(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendUnit,
  ) {
    return this.acts.amendUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('moveUnit', Unit)
  moveUnit(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: MoveUnit,
  ) {
    return this.moves.moveUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('moveUnits', UnitsMoved)
  moveUnits(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: MoveUnits) {
    return this.moves.moveUnits(caller, at.commune, input);
  }

  @Acts('correctUnit', Unit)
  correctUnit(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CorrectUnit,
  ) {
    return this.corrections.correctUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('closeUnit', Unit)
  closeUnit(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CloseUnit,
  ) {
    return this.closings.closeUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Edge('unit', Unit, 'The unit above, as it is today.')
  @Needs<Unit>('parentId')
  parent(level: Level<Unit>, caller: Caller) {
    return level.named('parentId', (asked, members) => this.service.unitsById(caller, asked, members));
  }

  @ActionsEdge('unitActions')
  actions({ parents }: Level<Unit>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }
}
