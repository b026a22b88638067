import { Global, Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';
import { ChangesQueries } from './changes.queries.js';
import { ChangesResolver } from './changes.resolver.js';
import { ChangesService } from './changes.service.js';
import { JournalService } from './journal.service.js';
import { RecordsService } from './records.service.js';

/** Journal: recording of changes, and the feed. */
@Global()
@Module({
  controllers: [ChangesController],
  providers: [JournalService, RecordsService, ChangesQueries, ChangesService, ChangesResolver],
  exports: [JournalService, RecordsService, ChangesQueries],
})
export class JournalModule {}
