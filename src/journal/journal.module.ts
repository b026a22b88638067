import { Global, Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';
import { ChangeCountsQueries } from './change-counts.queries.js';
import { ChangesQueries } from './changes.queries.js';
import { ChangesResolver } from './changes.resolver.js';
import { ChangesService } from './changes.service.js';
import { JournalService } from './journal.service.js';
import { RecordsService } from './records.service.js';
import { RemovalsService } from './removals.service.js';
import { SeveralRecordsService } from './several-records.service.js';
import { SinceQueries } from './since.queries.js';
import { SnapshotQueries } from './snapshot.queries.js';
import { SnapshotsService } from './snapshots.service.js';

/** Journal: recording of changes, and the feed. */
@Global()
@Module({
  controllers: [ChangesController],
  providers: [
    JournalService,
    RecordsService,
    RemovalsService,
    SeveralRecordsService,
    ChangesQueries,
    ChangeCountsQueries,
    SinceQueries,
    ChangesService,
    SnapshotQueries,
    SnapshotsService,
    ChangesResolver,
  ],
  exports: [
    JournalService,
    RecordsService,
    RemovalsService,
    SeveralRecordsService,
    ChangesQueries,
    SinceQueries,
    ChangesService,
  ],
})
export class JournalModule {}
