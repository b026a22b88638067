import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { withClient } from '../../src/database/client.js';
import { dataSource } from '../../src/database/data-source.js';
import { asOwner, migrate, undoMigration } from '../../src/database/migrate.js';
import { cloneDatabase, type TestDatabase } from '../cluster.js';
import { schemaOf } from './schema.js';

const names = migrations.map(({ name }) => name);
let database: TestDatabase;

const schema = () => schemaOf(database);

describe('on an empty database', () => {
  beforeAll(async () => void (database = await cloneDatabase('none')));
  afterAll(() => database.drop());

  it('five runners at once apply each once; taken back they leave nothing; applied again they leave the same', async () => {
    const empty = await schema();
    const applied = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(database.ownerUrl, migrations)));
    expect(applied.flat()).toEqual(names);

    const first = await schema();
    expect(first.length).toBeGreaterThan(300);
    for (const _ of names) await undoMigration(database.ownerUrl, migrations);
    expect(await schema()).toEqual(empty);

    expect(await migrate(database.ownerUrl, migrations)).toEqual(names);
    expect(await schema()).toEqual(first);
  });
});

describe('rows of a commune table', () => {
  let owner: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase('sample');
    owner = await dataSource(database.ownerUrl, { entities: [], migrations: [], poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  const change = `update unit set kind_text = 'thôn' where kind = 'HAMLET'`;
  const forced = async () =>
    (
      await owner.query<[{ forced: boolean }]>(
        `select relforcerowsecurity as forced from pg_class where relname = 'unit'`,
      )
    )[0].forced;

  /** In a transaction, as a migration is. */
  async function migrating(
    work: (runner: ReturnType<DataSource['createQueryRunner']>) => Promise<unknown>,
  ): Promise<void> {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await work(runner);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  it('control: the owner changes none and hears nothing', async () => {
    await migrating(async (runner) => expect(await runner.query(change)).toEqual([[], 0]));
  });

  it('asOwner changes them and forces the policies again', async () => {
    await migrating((runner) => asOwner(runner, { table: 'unit' }, change));
    expect(await forced()).toBe(true);
    const { rows } = await withClient(database.adminUrl, (admin) =>
      admin.query(`select distinct kind_text from unit where kind = 'HAMLET'`),
    );
    expect(rows).toEqual([{ kind_text: 'thôn' }]);
  });

  it('a change of no row is an error, unless it was said that there may be none', async () => {
    const nothing = `update unit set kind_text = null where code = 'nowhere'`;
    await expect(migrating((runner) => asOwner(runner, { table: 'unit' }, nothing))).rejects.toThrow(
      'changed no row of unit',
    );
    await migrating((runner) => asOwner(runner, { table: 'unit', mayBeNone: true }, nothing));
    expect(await forced()).toBe(true);
  });
});

it('what stood before is counted, dated and taken: revisions and issue days from the journal, words from codes and keys', async () => {
  database = await cloneDatabase('sample');
  try {
    const told = () =>
      withClient(database.adminUrl, async (admin) => ({
        targets: (await admin.query('select version, revision from target')).rows,
        plans: (await admin.query(`select commune_id, key, state, issued_on::text from plan order by commune_id, key`))
          .rows,
        words: (
          await admin.query('select commune_id, holder_id, word, taken_by from taken_word order by commune_id, word')
        ).rows,
      }));
    await withClient(database.adminUrl, (admin) =>
      admin.query(`
        with t as (
          insert into target (commune_id, id, indicator_id, unit_id, period, value, audience, version, revision)
          select 1, gen_random_uuid(), (select id from indicator where commune_id = 1 limit 1), (select id from unit where commune_id = 1 limit 1), '2023', 1, 'PUBLIC', 3, 2 returning id)
        insert into change (commune_id, position, item, op, kind, type, record_id, version, seen_after, on_date, at, actor, form, content, leaf)
        select 1, c.position, 1000 + n, 'UPSERT', case n when 3 then 'target.issued' else 'target.set' end, 'target', t.id::text, n, 'PUBLIC', c.on_date, c.at, c.actor, c.form, c.content, c.leaf
        from t, change c, generate_series(1, 3) n where c.commune_id = 1 and c.kind = 'plan.issued';

        with p as (insert into plan select (p).* from (
          select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'key', '2024-nuoc-sach', 'kind', 'MOVEMENT', 'state', 'DRAFT', 'issued_on', null)) from plan p where commune_id = 1) r (p) returning id)
        insert into taken_word select 1, id, 'nuoc-sach', 'MOVEMENT' from p`),
    );
    const before = await told();
    expect(before.targets).toEqual([{ version: 3, revision: 2 }]);
    expect(before.plans[0]).toEqual({ commune_id: 1, key: '2023', state: 'ISSUED', issued_on: '2023-01-01' });
    expect(before.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['khu-dan-cu-1', 'nuoc-sach']));

    const since = names.length - names.indexOf('TakenWords1700000008000');
    for (let count = 0; count < since; count++) await undoMigration(database.ownerUrl, migrations);
    expect(await migrate(database.ownerUrl, migrations)).toHaveLength(since);
    expect(await told()).toEqual(before);
  } finally {
    await database.drop();
  }
});

it('settings of plans are carried over, and go back with the due days that there were', async () => {
  database = await cloneDatabase('sample');
  try {
    const settings = () =>
      withClient(database.adminUrl, async (admin) =>
        (await admin.query('select commune_id, key, settings from plan order by commune_id, key')).rows.map(
          ({ settings: each }) => each,
        ),
      );
    const before = await settings();
    expect(before.some(({ dueDays }) => dueDays !== null)).toBe(true);
    const bare = before.map(({ dueByFrequency, registerBy, ...each }) => each);
    const back = async () => {
      const since = names.length - names.indexOf('OwedFigures1700000035000');
      for (let count = 0; count < since; count++) await undoMigration(database.ownerUrl, migrations);
      const there = await settings();
      expect(await migrate(database.ownerUrl, migrations)).toHaveLength(since);
      return there;
    };
    expect([await back(), await settings()]).toEqual([bare, before]);
    await withClient(database.adminUrl, (admin) =>
      admin.query(
        `update plan set settings = settings || '{"dueDays": -17, "dueByFrequency": [{"frequency": "YEARLY", "dueDays": -17, "dueIn": "CALENDAR"}]}'`,
      ),
    );
    const last = bare.map((each) => ({ ...each, dueDays: 0 }));
    expect([await back(), await settings()]).toEqual([
      last,
      last.map((each) => ({ ...each, dueByFrequency: [], registerBy: null })),
    ]);
  } finally {
    await database.drop();
  }
});

it('entries that say nothing yet go with the migration that let them in', async () => {
  database = await cloneDatabase('sample');
  try {
    const isBlank = 'reported is null and nothing_to_report is null';
    const blank = () =>
      withClient(
        database.adminUrl,
        async (admin) => (await admin.query(`select count(*)::int as blank from entry where ${isBlank}`)).rows[0].blank,
      );
    await withClient(database.adminUrl, (admin) =>
      admin.query(
        `insert into entry (commune_id, submission_id, indicator_id, scope) select s.commune_id, s.id, i.id, 'OWN' from submission s join indicator i using (commune_id, plan_id) on conflict do nothing`,
      ),
    );
    const judged = withClient(database.adminUrl, (admin) =>
      admin.query(`update entry set verified = '1' where ${isBlank}`),
    );
    await expect(judged).rejects.toThrow('entry_judged_is_said');
    expect(await blank()).toBeGreaterThan(0);
    const since = names.length - names.indexOf('OwedFigures1700000035000');
    for (let count = 0; count < since; count++) await undoMigration(database.ownerUrl, migrations);
    expect(await blank()).toBe(0);
  } finally {
    await database.drop();
  }
});
