import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Paging } from '../api/lists.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Change, Changes, Proof } from './change.view.js';
import { FeedPage, RecordAt, SnapshotPage, Stretch } from './changes.inputs.js';
import { ChangesService } from './changes.service.js';
import { linesOfSnapshot, Snapshot } from './snapshot.view.js';
import { SnapshotsService } from './snapshots.service.js';

@ApiTags('feed')
@Controller('v1/communes/:commune')
export class ChangesController {
  constructor(
    private readonly service: ChangesService,
    private readonly snapshots: SnapshotsService,
  ) {}

  @Get('changes')
  @Operation('changes', one(Changes))
  changes(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() page: FeedPage) {
    return this.service.changes(caller, at.commune, page);
  }

  @Get('changes/proof')
  @Operation('proof', one(Proof))
  proof(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() stretch: Stretch) {
    return this.service.proof(caller, at.commune, stretch);
  }

  @Get('snapshot')
  @Operation('snapshot', one(Snapshot, { lines: linesOfSnapshot }))
  snapshot(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() page: SnapshotPage) {
    return this.snapshots.snapshot(caller, at.commune, page);
  }

  @Get('history/:type/:id')
  @Operation('history', many(Change, { sheet: false }))
  history(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() record: RecordAt, @Query() page: Paging) {
    return this.service.history(caller, { ...at, ...record }, page);
  }
}
