import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { migrations } from '../../migrations/all.js';
import { withClient } from '../../src/database/client.js';
import { migrate } from '../../src/database/migrate.js';
import { verify } from '../../src/exchange/verify.js';
import { expectAudited, useAppOn } from '../app.js';
import { cloneDatabase } from '../cluster.js';
import { amountOf } from '../../src/money/amount.rules.js';
import { doors, rest, type Row } from '../doors.js';
import { linesOf, useExchange } from '../exchange.js';
import { schemaOf } from '../queries/schema.js';

/** A database and a folder of each release; the folder stands one change behind the database. */
const fixtures = 'test/fixtures';

describe.each(readdirSync(fixtures))('of %s', (version) => {
  const fixture = (name: string) => join(fixtures, version, name);
  const test = useAppOn(async () => {
    const database = await cloneDatabase('none');
    const sql = gunzipSync(readFileSync(fixture('database.sql.gz'))).toString();
    await withClient(database.adminUrl, (client) => client.query(sql));
    await migrate(database.ownerUrl, migrations);
    return { database, keys: JSON.parse(readFileSync(fixture('keys.json'), 'utf8')) };
  });
  const district = useExchange(test);
  const inFolder = (name: string) => join(district.into, 'duc-lang', name);
  const changes = async () => (await district.pull()).map((pulled) => pulled.changes);
  const broken = async () => (await verify(district.into)).map((verified) => verified.unverified);

  beforeEach(() => cpSync(fixture('pulled'), district.into, { recursive: true }));

  it('the tables are those of a new database', async () => {
    const now = await cloneDatabase('empty');
    expect(await schemaOf(test.database)).toEqual(await schemaOf(now));
    await now.drop();
  });

  it.each(doors)('the records are answered over %s as the folder has them', async (_, door) => {
    for (const type of ['unit', 'award', 'decision', 'document']) {
      const { body } = await door(test).ask(`${type}s`, 'district', { commune: 'duc-lang', first: 100 });
      const records = linesOf(readFileSync(inFolder(`state/${type}.ndjson`), 'utf8'));
      expect(records.length).toBeGreaterThan(3);
      expect(body.items).toHaveLength(records.length);
      expect(body.items).toEqual(expect.arrayContaining(records.map((record) => expect.objectContaining(record))));
    }
  });

  it('awards of before have the money that can be told exactly, and say why others have none', async () => {
    const { body } = await rest(test).ask('awards', 'clerk', { commune: 'duc-lang', first: 100 });
    const told = body.items.map(({ amountBasis, payable, amountReason }: Row) =>
      amountBasis ? `${amountBasis.coefficient} ${payable === amountOf(amountBasis).payable}` : amountReason,
    );
    expect([...new Set(told)].sort()).toEqual(['0.15 true', '0.3 true', 'NOT_COMPUTED']);
  });

  it('the folder goes on, over what the older program wrote and what the newer one writes', async () => {
    const before = readFileSync(inFolder('log.ndjson'), 'utf8');
    expect(await changes()).toEqual([1, 0]);
    const { body } = await rest(test).indicator('clerk', 'duc-lang', '2023', 'econ.rice.area');
    expect(body.assessedBy).toBe('Phòng Nông nghiệp');
    const amendment = { assessedBy: 'Phòng Thống kê', reason: 'Ghi rõ nơi đánh giá' };
    const amended = await rest(test).amendIndicator('clerk', 'duc-lang', '2023', body.code, body.version, amendment);
    expect(amended.status).toBe(200);
    expect(await changes()).toEqual([1, 0]);
    expect(await broken()).toEqual([undefined, undefined]);
    const after = readFileSync(inFolder('log.ndjson'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    const added = linesOf(after.slice(before.length));
    expect(added.map(({ form, version }) => [form, version])).toEqual([
      [1, body.version],
      [2, body.version + 1],
    ]);
    expect(added.map(({ recordId }) => recordId)).toEqual([body.id, body.id]);
    expect(added[1].at >= added[0].at).toBe(true);
  });

  it('a new folder holds the same changes', async () => {
    const leaves = () => linesOf(readFileSync(inFolder('log.ndjson'), 'utf8')).map(({ leaf }) => leaf);
    const before = leaves();
    rmSync(district.into, { recursive: true });
    await district.pull();
    expect(await broken()).toEqual([undefined, undefined]);
    expect(leaves().slice(0, before.length)).toEqual(before);
    const forms = linesOf(readFileSync(inFolder('log.ndjson'), 'utf8')).map(({ form }) => form);
    expect(forms).toEqual([...Array(before.length + 1).fill(1), 2]);
  });

  it('each row is as the journal has it, whichever program wrote it', () => expectAudited(test));

  it('control: one byte of the folder, and one of the journal, is found', async () => {
    const log = readFileSync(inFolder('log.ndjson'), 'utf8');
    writeFileSync(inFolder('log.ndjson'), log.replace('"171.9"', '"171.8"'));
    expect(await broken()).toEqual([expect.stringMatching(/^duc-lang\/log.ndjson line \d+: the content/), undefined]);

    rmSync(district.into, { recursive: true });
    await test.admin.query(`
      set session_replication_role = replica;
      update change set data = jsonb_set(data, '{target}', '"171.8"')
        where data ->> 'code' = 'econ.rice.area' and kind = 'indicator.issued';
      set session_replication_role = origin`);
    const pulled = await district.pull();
    expect(pulled.map((each) => each.unverified)).toEqual([
      expect.stringContaining('does not give its leaf'),
      undefined,
    ]);
  });
});
