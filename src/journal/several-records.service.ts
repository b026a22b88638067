import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { isWider, type Audience } from '../access/roles.js';
import { expected, type RecordKey } from '../api/found.js';
import type { InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { eachInTurn } from '../database/in-turn.js';
import type { CommuneRecord, RecordChange, WrittenRecords } from './record-type.js';
import { audienceOf, RecordsService } from './records.service.js';

/** A change of several records alike: columns to set, as values or SQL, and the read of the records after it. */
export interface ChangeOfSeveral<Row extends CommuneRecord> extends Omit<RecordChange<Row>, 'before' | 'read'> {
  set: { [Member in keyof Row]?: Row[Member] | (() => string) };
  readEach(caller: Caller, asked: readonly RecordKey[]): Promise<InAskedOrder<Row>>;
}

/** Many records that come or change in one act, in few statements. Each method is part of its write. */
@Injectable()
export class SeveralRecordsService {
  constructor(
    private readonly database: Database,
    private readonly records: RecordsService,
  ) {}

  /** Changes records that the write holds, and journals each as it stands then. */
  async changeAll<Row extends CommuneRecord>(
    caller: Caller,
    { entity, kind, reason, set, readEach }: ChangeOfSeveral<Row>,
    before: readonly Row[],
  ): Promise<void> {
    await this.database.changeAll(entity, before, set);
    const rows = await readEach(
      caller,
      before.map(({ communeId, id }) => ({ communeId, id })),
    );
    for (const [index, row] of before.entries())
      this.records.journalAll(caller, { entity, kind, reason, seenBefore: audienceOf(row) }, [
        expected(rows[index], `A record of ${entity.name} that was changed is not there.`),
      ]);
  }

  /** Lets records be seen by a wider audience, never by a narrower one. Part of another write that holds them. */
  async publishAll<Row extends CommuneRecord & { audience: Audience }>(
    caller: Caller,
    { audience, ...change }: Omit<ChangeOfSeveral<Row>, 'set'> & { audience: Audience },
    before: readonly Row[],
  ): Promise<void> {
    const narrower = before.filter((row) => isWider(audience, row.audience));
    await this.changeAll<CommuneRecord & { audience: Audience }>(caller, { ...change, set: { audience } }, narrower);
  }

  /** Journals new records, a part at a time: other requests are served meanwhile. */
  journalNew<Row extends CommuneRecord>(
    caller: Caller,
    addition: Omit<WrittenRecords<Row>, 'seenBefore'>,
    records: readonly Row[],
  ): Promise<void> {
    return eachInTurn(records, (some) => this.records.journalAll(caller, { ...addition, seenBefore: null }, some));
  }
}
