import { v7 } from 'uuid';
import { Database } from '../../src/database/database.js';
import { Document } from '../../src/documents/document.entity.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { JournalService } from '../../src/journal/journal.service.js';
import { Refusal } from '../../src/refusals.js';
import type { Caller } from '../../src/access/caller.js';
import { useApp } from '../app.js';
import { until } from '../until.js';

const test = useApp();
const communeId = 1;
const input = { type: 'BC', year: 2024, issuer: 'UBND xã', title: 'Báo cáo' };

let caller: Caller;
let database: Database;
let documents: DocumentActsService;
let indicators: IndicatorsService;
let acts: IndicatorActsService;

beforeAll(async () => {
  caller = await test.operator();
  [database, documents, indicators, acts] = [
    test.app.get(Database),
    test.app.get(DocumentActsService),
    test.app.get(IndicatorsService),
    test.app.get(IndicatorActsService),
  ];
});

/** Rows of the commune, as a superuser sees them. */
async function standing() {
  const { rows } = await test.admin.query(
    `select (select count(*)::int from document where commune_id = 1) as documents, (select count(*)::int from change where commune_id = 1) as lines,
       (select position from commune_head where commune_id = 1) as position`,
  );
  return rows[0] as { documents: number; lines: number; position: number };
}

const row = (): Document => ({
  ...input,
  number: null,
  numberSuffix: null,
  numberRepeats: false,
  symbol: null,
  series: null,
  issuedOn: null,
  place: null,
  authorityId: null,
  signerName: null,
  signerTitle: null,
  signerCapacity: null,
  signer: { name: null, title: null, capacity: null },
  fileIds: [],
  persons: [],
  recipients: [],
  bases: [],
  refersTo: [],
  folded: '',
  communeId,
  id: v7(),
  audience: 'INSIDE',
  version: 1,
});
const count = () =>
  database
    .row<{ count: number }>('test.documents', 'select count(*)::int as count from document where commune_id = 1')
    .then((found) => found!.count);

it('of several amendments of one version exactly one wins, the others are told the version that stands', async () => {
  const amend = (version: number, assessedBy: string) =>
    acts.amendIndicator(
      caller,
      { commune: 'duc-lang', plan: '2023', code: 'econ.rice.area', expectedVersion: version },
      {
        assessedBy,
        reason: 'Ghi rõ',
      },
    );
  for (let round = 0; round < 20; round++) {
    const { version } = await indicators.indicator(caller, {
      commune: 'duc-lang',
      plan: '2023',
      code: 'econ.rice.area',
    });
    const before = await standing();
    const outcomes = await Promise.allSettled([1, 2, 3].map((number) => amend(version, `${round}.${number}`)));
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as Refusal);
    expect(won).toHaveLength(1);
    expect(lost.map(({ code, details }) => ({ code, details }))).toEqual(
      lost.map(() => ({ code: 'STALE', details: { current: version + 1 } })),
    );
    expect(await indicators.indicator(caller, { commune: 'duc-lang', plan: '2023', code: 'econ.rice.area' })).toEqual(
      won[0]!.value,
    );
    expect(await standing()).toEqual({ ...before, lines: before.lines + 1, position: before.position + 1 });
  }
});

it('whoever comes several versions late is told the one that stands', async () => {
  const { id, version } = await documents.recordDocument(caller, 'duc-lang', input);
  const change = (at: number) =>
    database.write(caller, communeId, () =>
      database.change(Document, { communeId, id, version: at }, { place: 'Đức Lạng' }),
    );
  await change(version);
  await change(version + 1);
  await expect(change(version)).rejects.toMatchObject({ code: 'STALE', details: { current: version + 2 } });
});

it('a write inside a write joins it: one position, or nothing', async () => {
  const before = await standing();
  const two = async () => {
    await documents.recordDocument(caller, 'duc-lang', input);
    await documents.recordDocument(caller, 'duc-lang', input);
  };
  await database.write(caller, communeId, two);
  const after = await standing();
  expect(after).toEqual({ documents: before.documents + 2, lines: before.lines + 2, position: before.position + 1 });

  await expect(
    database.write(caller, communeId, () => two().then(() => Promise.reject(new Error('thrown')))),
  ).rejects.toThrow('thrown');
  expect(await standing()).toEqual(after);
});

it('a write does not span two communes', async () => {
  const before = await standing();
  const spanning = database.write(caller, communeId, async () => {
    await documents.recordDocument(caller, 'duc-lang', input);
    await documents.recordDocument(caller, 'xa-mau', input);
  });
  await expect(spanning).rejects.toThrow('two communes');
  expect(await standing()).toEqual(before);
});

it('what a request reads is one snapshot, until it writes; then it sees its own write', async () => {
  const elsewhere = () =>
    test.admin.query(
      'insert into document (commune_id, id, type, year, issuer, title, folded, audience) values (1, $1, $2, 2024, $2, $2, $2, $3)',
      [v7(), 'BC', 'INSIDE'],
    );
  await database.scope(caller, async () => {
    const before = await count();
    const kept = database.once('kept', () => ({}));
    await elsewhere();
    expect(await count()).toBe(before);
    expect(database.once('kept', () => ({}))).toBe(kept);

    await documents.recordDocument(caller, 'duc-lang', input);
    expect(await count()).toBe(before + 2);
    expect(database.once('kept', () => ({}))).not.toBe(kept);
  });
});

it('a request never waits for a second connection while it holds one', async () => {
  const { options } = test.app.get(Database).source;
  const source = await new (database.source.constructor as any)({
    ...options,
    poolSize: 1,
    extra: { connectionTimeoutMillis: 500 },
  }).initialize();
  try {
    const narrow = new Database(source);
    const outcome = await narrow.scope(caller, async () => {
      await narrow.rows('one', 'select 1');
      const written = await narrow.write(caller, communeId, () => narrow.row('two', 'select 2 as answer'));
      await narrow.rows('one', 'select 1');
      return written;
    });
    expect(outcome).toEqual({ answer: 2 });
  } finally {
    await source.destroy();
  }
});

it("TypeORM's first insert does not commit half of the work", async () => {
  const before = await standing();
  const half = database.write(caller, communeId, async () => {
    await database.manager.insert(Document, row());
    expect(await count()).toBe(before.documents + 1);
    throw new Error('thrown');
  });
  await expect(half).rejects.toThrow('thrown');
  expect(await standing()).toEqual(before);

  // Control: on a runner that was not told of its transaction it does.
  const runner = database.source.createQueryRunner();
  await (await runner.connect()).query(`begin; set local app.commune = '1'; set local app.reach = '1'`);
  test.exceptFromAudit('document');
  await runner.manager.save(Document, row());
  await (await runner.connect()).query('rollback');
  await runner.release();
  expect(await standing()).toEqual({ ...before, documents: before.documents + 1 });
});

it('a failure the work swallows is not reported as done', async () => {
  const before = await standing();
  const swallowing = database.write(caller, communeId, async () => {
    const { id } = await documents.recordDocument(caller, 'duc-lang', input);
    await database.manager.insert(Document, { ...row(), id }).catch(() => undefined);
    return 'done';
  });
  await expect(swallowing).rejects.toThrow('duplicate key');
  expect(await standing()).toEqual(before);
});

it('a journal that cannot be written takes the act with it', async () => {
  const before = await standing();
  const act = database.write(caller, communeId, async () => {
    await database.manager.insert(Document, row());
    test.app.get(JournalService).record({
      caller,
      communeId: 2,
      kind: 'document.recorded',
      entity: Document,
      record: row(),
      seen: { before: null, after: 'INSIDE' },
    });
  });
  await expect(act).rejects.toThrow('no journal');
  expect(await standing()).toEqual(before);
});

it('nothing is read or written outside a scope', async () => {
  await expect(database.rows('one', 'select 1')).rejects.toThrow('outside a scope');
  expect(() => database.manager).toThrow('outside a scope');
  await expect(database.read(caller, async () => database.manager)).rejects.toThrow('outside a write');
  await expect(database.read(caller, () => database.rows('delete', 'delete from document'))).rejects.toThrow(
    /read-only|permission denied/,
  );
});

it('what a write changes beside its record is read when nobody else changes it', async () => {
  test.exceptFromAudit('document');
  const { id, version } = await documents.recordDocument(caller, 'duc-lang', input);
  await test.admin.query('begin');
  await test.admin.query('update document set version = version + 1 where id = $1', [id]);
  const published = database.write(caller, communeId, () =>
    documents.publish(caller, communeId, { id, audience: 'PUBLIC' }),
  );
  await until(async () => (await test.admin.query('select from pg_locks where not granted')).rowCount);
  await test.admin.query('commit');
  await published;
  const { rows } = await test.admin.query('select version, audience from document where id = $1', [id]);
  expect(rows).toEqual([{ version: version + 2, audience: 'PUBLIC' }]);
});
