import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { PersonalAccess } from '../requests/personal-access.entity.js';
import { UnitAt } from '../units/unit.inputs.js';
import { ErasureService } from './erasure.service.js';
import { PersonalErasure } from './personal-erasure.view.js';
import { PersonalValue } from './personal-value.view.js';
import { ErasePersonal } from './personal.inputs.js';
import { PersonalService } from './personal.service.js';

@Resolver(() => PersonalValue)
export class PersonalResolver {
  constructor(
    private readonly service: PersonalService,
    private readonly erasure: ErasureService,
  ) {}

  @Reads('exportPersonal', Connection(PersonalValue))
  async exportPersonal(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @Args() page: Paging,
  ) {
    return connection(await this.service.exportPersonal(caller, { ...at, ...which }, page));
  }

  @Reads('accesses', Connection(PersonalAccess))
  async accesses(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: UnitAt, @Args() page: Paging) {
    return connection(await this.service.accesses(caller, { ...at, ...which }, page));
  }

  @Acts('erasePersonal', PersonalErasure)
  erasePersonal(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: UnitAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ErasePersonal,
  ) {
    return this.erasure.erasePersonal(caller, { ...at, ...which, expectedVersion }, input);
  }
}
