import { journaledTypes, type JournaledType } from '../../src/api/kinds.js';
import { AuditQueries } from '../../src/audit/audit.queries.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { RegistryService } from '../../src/communes/registry.service.js';
import { Database } from '../../src/database/database.js';
import { useApp } from '../app.js';
import { done, rest } from '../doors.js';

const test = useApp();

/** An erasure has no row of its own. */
const types = journaledTypes.filter((type) => type !== 'personal');

const other = `case seen_after when 'PUBLIC' then 'INSIDE' else 'PUBLIC' end::audience`;
const tables: Partial<Record<JournaledType, string>> = {
  key: 'api_key',
  member: 'council_member',
  'award-form': 'catalogue.award_form',
};

/** Every commune and the registry, as the role of the API sees them. */
async function audits() {
  const places = await test.app.get(RegistryService).everywhere();
  return Promise.all(places.map((place) => test.app.get(AuditService).audit(place)));
}

/** Line of the journal that the tests of a type are about. */
interface Line {
  commune_id: number;
  type: JournaledType;
  record_id: string;
}

async function differences({ commune_id: commune, type }: Line) {
  const compared = await test.app
    .get(Database)
    .read({ communeIds: [commune] }, () => test.app.get(AuditQueries).compare(commune, type));
  return compared?.differences;
}

/** What the audit says after a superuser has changed these rows; puts the rows back. */
async function afterwards(line: Line, change: string, { table, where }: { table: string; where: string }) {
  const run = (sql: string) =>
    test.admin.query(
      sql.replace('$1', String(line.commune_id)).replace('$2', `'${line.type}'`).replace('$3', `'${line.record_id}'`),
    );
  await run(`create temp table kept as select * from ${table} where ${where}`);
  expect((await run(`${change} where ${where}`)).rowCount).toBeGreaterThan(0);
  const found = await differences(line);
  await run(`delete from ${table} where ${where}`);
  await run(`insert into ${table} select * from kept`);
  await run('drop table kept');
  return found;
}

beforeAll(async () => {
  const at = { commune: 'duc-lang', plan: '2023' };
  const place = { ...at, code: 'econ.rice.area', unit: 'khu-dan-cu-1', period: '2023' };
  const target = { value: '100', reason: 'Giao' };
  done(await rest(test).ask('setTarget', 'clerk', place, { version: 0, input: target }));
  const told = { unit: 'khu-dan-cu-1', form: 'OTHER', heldOn: '2024-01-31' };
  done(await rest(test).ask('acknowledgePlan', 'hamlet-1', at, { input: told }));
  await test.admin.query(`set session_replication_role = replica`);
});

it('there are records of each type, and no difference', async () => {
  const all = await audits();
  expect(all.flatMap((audit) => audit.differences)).toEqual([]);
  const found = all.flatMap(({ records }) => types.filter((type) => records[type]));
  expect(types.filter((type) => !found.includes(type))).toEqual([]);
});

describe.each(types)('of the type %s', (type) => {
  const table = tables[type] ?? type;
  const row = { table, where: `${type === 'award-form' ? `rule_set || ':' || code` : 'id::text'} = $3` };
  const lines = { table: 'change', where: 'commune_id = $1 and type = $2 and record_id = $3' };

  it.each([
    ['version', 'a row changed by hand', `update ${table} set version = version + 1`, row],
    ['audience', 'a row shown to others', `update change set seen_after = ${other}`, lines],
    ['line missing', 'a row without a line', 'delete from change', lines],
    ['row missing', 'a line without a row', `delete from ${table}`, row],
  ])('%s: %s is named', async (what, _, change, where) => {
    const { rows } = await test.admin.query<Line>(
      'select commune_id, type, record_id from change where type = $1 order by position limit 1',
      [type],
    );
    const line = rows[0]!;
    expect(await afterwards(line, change, where)).toEqual([{ id: line.record_id, what }]);
    expect(await differences(line)).toEqual([]);
  });
});

it('a member changed by hand is named', async () => {
  const { rows } = await test.admin.query<Line>(
    `select commune_id, 'award' as type, id as record_id from award where revoked_on is not null limit 1`,
  );
  const change = `update award set revoked_on = null, revoked_ground = null, revoked_reason = null,
    revoking_decision_id = null`;
  expect(await afterwards(rows[0]!, change, { table: 'award', where: 'id = $3' })).toEqual([
    { id: rows[0]!.record_id, what: 'revokedGround, revokedOn, revokingDecisionId' },
  ]);
});

it('an award revoked by the journal is revoked for anybody, whatever its row says', async () => {
  const { rows } = await test.admin.query<Line & { code: string }>(
    `select commune_id, 'award' as type, id as record_id, verification_code as code from award
     where revoked_on is not null limit 1`,
  );
  const change = `update award set revoked_on = null, revoked_ground = null, revoked_reason = null,
    revoking_decision_id = null`;
  const page = async () => (await test.http().get(`/verify/${rows[0]!.code}`)).text;
  const before = await page();
  expect(before).toContain('Đã bị hủy bỏ');
  await test.admin.query(`${change} where id = $1`, [rows[0]!.record_id]);
  expect(await page()).toBe(before);
  const answer = done(await rest(test).ask('verifyAward', undefined, { code: rows[0]!.code }));
  expect(answer.revokedOn).not.toBeNull();
});
