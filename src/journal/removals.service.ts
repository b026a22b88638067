import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { Workflow } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { JournalService } from './journal.service.js';
import type { CommuneRecord, RecordChange, WrittenRecords, RecordAct } from './record-type.js';
import { audienceOf, RecordsService } from './records.service.js';

/**
 * The one way records are taken out: drafts that are dropped, and what was recorded by mistake. The row is deleted, its
 * lines in the journal stay; whoever saw the record gets REMOVED.
 */
@Injectable()
export class RemovalsService {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly records: RecordsService,
  ) {}

  /**
   * One act that takes a record out, in the order of `RecordsService.act`; answers the record as it last stood. `clear`
   * refuses what is broken and deletes the rows that are parts of the record. Refusals: those of `load`, then those of
   * `clear`; STILL_REFERRED_TO while another record rests on it.
   */
  act<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    { type, act, at, reason }: RecordAct<Row, Which, Table, Facts>,
    clear: (before: Row & Facts) => void | Promise<void>,
  ): Promise<Row> {
    const { kind } = type.workflow[act];
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      const before = await this.records.load(caller, { type, act, at });
      await clear(before);
      return this.takeOut<Row>(caller, { entity: type.entity, before, kind, reason });
    });
  }

  /**
   * Takes a record out and journals that it is gone: the last part of `act`, and a consequence of another act. Part of
   * a write. Refusals: STALE; STILL_REFERRED_TO.
   */
  async takeOut<Row extends CommuneRecord>(
    caller: Caller,
    { entity, before, kind, reason }: Omit<RecordChange<Row>, 'read'>,
  ): Promise<Row> {
    const { communeId, id, version } = before;
    await this.database.change<CommuneRecord>(entity, { communeId, id, version }, {});
    await this.database.manager.delete(entity, { communeId, id });
    this.journalAll(caller, { entity, kind, reason }, [before]);
    return { ...before, version: version + 1 };
  }

  /** Journals records that statements of this write have taken out, each as it last stood. */
  journalAll<Row extends CommuneRecord>(
    caller: Caller,
    { entity, kind, reason }: Omit<WrittenRecords<Row>, 'seenBefore'>,
    records: readonly Row[],
  ): void {
    for (const before of records) {
      const record = { ...before, version: before.version + 1 };
      const seen = { before: audienceOf(before), after: null };
      this.journal.record({ caller, communeId: before.communeId, kind, entity, record, seen, reason });
    }
  }
}
