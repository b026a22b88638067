import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Acts, ExpectedVersion, Input } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Document } from '../documents/document.entity.js';
import { DocumentAt } from '../documents/document.inputs.js';
import { FreeNumber } from './decision.inputs.js';
import { NumberActsService } from './number-acts.service.js';

@Resolver(() => Document)
export class NumbersResolver {
  constructor(private readonly acts: NumberActsService) {}

  @Acts('freeNumber', Document)
  freeNumber(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DocumentAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: FreeNumber,
  ) {
    return this.acts.freeNumber(caller, { ...at, ...which, expectedVersion }, input);
  }
}
