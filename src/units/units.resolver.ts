import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Acts, Edge, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { UnitActsService } from './unit-acts.service.js';
import { Unit } from './unit.entity.js';
import { AddUnit, AmendUnit, CloseUnit, ListUnits, MoveUnit, UnitAt } from './unit.inputs.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Unit)
export class UnitsResolver {
  constructor(
    private readonly service: UnitsService,
    private readonly acts: UnitActsService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('units', Connection(Unit))
  async units(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListUnits) {
    return connection(await this.service.units(actor, at.commune, list));
  }

  @Reads('unit', Unit)
  unit(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() which: UnitAt, @Args() on: AsOf) {
    return this.service.unit(actor, at.commune, which.unit, on.asOf);
  }

  @Acts('addUnit', Unit)
  addUnit(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: AddUnit) {
    return this.acts.addUnit(actor, at.commune, input);
  }

  @Acts('amendUnit', Unit)
  amendUnit(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() version: number,
    @Input() input: AmendUnit,
  ) {
    return this.acts.amendUnit(actor, at.commune, which.unit, version, input);
  }

  @Acts('moveUnit', Unit)
  moveUnit(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() version: number,
    @Input() input: MoveUnit,
  ) {
    return this.acts.moveUnit(actor, at.commune, which.unit, version, input);
  }

  @Acts('closeUnit', Unit)
  closeUnit(
    @Caller() actor: Actor,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() version: number,
    @Input() input: CloseUnit,
  ) {
    return this.acts.closeUnit(actor, at.commune, which.unit, version, input);
  }

  @Edge('unit', 'parent', Unit, 'The unit above, as it is today.')
  parent(@Parent() { communeId, parentId }: Unit, @Caller() actor: Actor) {
    return (
      parentId &&
      this.loaders.load('unit', { communeId, id: parentId }, (asked) => this.service.unitsById(actor, asked))
    );
  }

  @Edge('unitActions', 'actions', [PossibleAct], 'What you may do with it now, and why not.')
  async actions(@Parent() { communeId, code }: Unit, @Caller() actor: Actor) {
    return (await this.acts.unitActions(actor, actor.inCommune(communeId).key, code)).items;
  }
}
