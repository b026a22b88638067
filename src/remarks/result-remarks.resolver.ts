import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Result } from '../submissions/result.entity.js';
import { Remark } from './remark.entity.js';
import { ListOwnRemarks } from './remark.inputs.js';
import { RemarksService } from './remarks.service.js';

@Resolver(() => Result)
export class ResultRemarksResolver {
  constructor(private readonly service: RemarksService) {}

  @Edge('remarks', Connection(Remark), 'Remarks of superiors on the figure, the newest first.')
  @Needs()
  remarks(level: Level<Result>, caller: Caller, @Args() list: ListOwnRemarks) {
    return level.pages((results, members) => this.service.remarksOf(caller, results, list, members));
  }
}
