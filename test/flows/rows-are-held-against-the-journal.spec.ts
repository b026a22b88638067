import { readFileSync } from 'node:fs';
import type { FastifyBaseLogger } from 'fastify';
import { Clock } from '../../src/access/clock.js';
import { AuditQueries } from '../../src/audit/audit.queries.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { BackgroundAuditService } from '../../src/audit/background-audit.service.js';
import { auditedTypes, type AuditedType } from '../../src/audit/rows.queries.js';
import { RegistryService } from '../../src/communes/registry.service.js';
import { Database } from '../../src/database/database.js';
import { withServices } from '../../src/installation.js';
import { sampleDay } from '../../src/sample/sample.js';
import { audited, useApp } from '../app.js';
import { makers } from '../contract/writes.js';
import { done, rest } from '../doors.js';
import { until } from '../until.js';

const test = useApp();

const other = `case seen_after when 'PUBLIC' then 'INSIDE' else 'PUBLIC' end::audience`;
const named: Partial<Record<AuditedType, string>> = {
  key: 'api_key',
  member: 'council_member',
  period: 'plan_period',
  rounding: 'commune_rounding',
  template: 'paper_template',
  sheet: 'score_sheet',
  standings: 'publication',
  'rule-set': 'catalogue.rule_set',
  'base-salary': 'catalogue.base_salary',
  'award-form': 'catalogue.award_form',
};
const tableOf = (type: AuditedType) => named[type] ?? type;

/** Tables whose rows stand in another record: its type, the member, and a change other than a row deleted. */
const parts: Readonly<Record<string, [type: AuditedType, member: string, change?: string]>> = {
  unit_term: ['unit', 'path'],
  unit_lineage: ['unit', '(predecessors|successors)'],
  document_person: ['document', 'persons'],
  entry: ['submission', 'entries'],
  evidence: ['submission', 'entries'],
  nomination_ground: ['nomination', 'restsOn'],
  nomination_paper: ['nomination', 'dossier'],
  attendance: ['meeting', 'attendance'],
  matter: ['meeting', 'matters'],
  recusal: ['meeting', 'matters'],
  decision_item: ['decision', 'grants'],
  commune_lineage: ['commune', '(predecessors|successors)'],
  'catalogue.rounding_policy': ['rule-set', 'rounding'],
  'catalogue.several_awards': ['rule-set', 'several'],
  'catalogue.transition': ['rule-set', 'transition'],
  'catalogue.preference': ['rule-set', 'preference'],
  'catalogue.authority': ['award-form', 'authority'],
  'catalogue.nominee_factor': ['award-form', 'factors'],
  'catalogue.vote_rule': ['award-form', 'voteRule'],
  'catalogue.road': ['award-form', 'roads'],
  'catalogue.condition': ['award-form', 'conditions'],
  'catalogue.dossier_item': ['award-form', 'dossier'],
  'catalogue.time_limit': ['award-form', 'timeLimits'],
  'catalogue.prescribed_form': ['award-form', 'prescribed'],
  'catalogue.salary_rise': ['award-form', 'salaryRise'],
};

/** Looks after a superuser has changed a table, whose rows come back then. */
async function whileChanged<T>(table: string, change: string, look: () => Promise<T>): Promise<T> {
  const kept = `kept_${table.replace('.', '_')}`;
  await test.admin.query(`create temp table ${kept} as select * from ${table}`);
  try {
    expect((await test.admin.query(change)).rowCount).toBeGreaterThan(0);
    return await look();
  } finally {
    await test.admin.query(`delete from ${table}; insert into ${table} select * from ${kept}; drop table ${kept}`);
  }
}

/** Differences of all places while a table is changed. */
const found = (table: string, change: string) =>
  whileChanged(table, change, async () => (await audited(test.app)).differences);

beforeAll(async () => {
  const commune = 'duc-lang';
  const act = async (operation: string, actor: string, path: object, write: object) =>
    done(await rest(test).ask(operation, actor, { commune, ...path }, write));
  const place = { plan: '2023', code: 'econ.rice.area', unit: 'khu-dan-cu-1', period: '2023' };
  await act('setTarget', 'clerk', place, { version: 0, input: { value: '100', reason: 'Giao' } });
  const told = { unit: 'khu-dan-cu-1', form: 'OTHER', heldOn: '2024-01-31' };
  await act('acknowledgePlan', 'hamlet-1', { plan: '2023' }, { input: told });
  const person = { code: 'ba-a', kind: 'INDIVIDUAL', name: 'Trần A', parent: 'khu-dan-cu-1', validFrom: '2023-01-01' };
  await act('addUnit', 'clerk', {}, { input: person });
  const away = { below: 'khu-dan-cu-5', parent: 'khu-dan-cu-4', from: '2024-03-01' };
  await act('moveUnits', 'clerk', {}, { input: away });
  const ended = { version: 1, input: { lastDay: '2024-02-29', successors: ['khu-dan-cu-4'], reason: 'Sáp nhập' } };
  await act('closeUnit', 'clerk', { unit: 'khu-dan-cu-5' }, ended);
  const bridge = { version: 0, input: { name: 'Nghỉ bù', kind: 'OFF' } };
  await act('setHoliday', 'clerk', { day: '2024-02-01' }, bridge);
  const [paid] = (await act('awards', 'clerk', {}, {})).items.filter(
    ({ toPay }: { toPay: string }) => Number(toPay) > 0,
  );
  await act('payAwards', 'accountant', {}, { input: { voucher: 'PC 1', awards: [{ award: paid.id }] } });
  const fund = { regularSpending: '5000000000', rate: '1', rateSource: 'Nghị định 98/2023/NĐ-CP' };
  await act('setFund', 'accountant', { year: 2025 }, { version: 0, input: fund });
  const rule = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Quy chế' };
  const { id: document } = await act('recordDocument', 'clerk', {}, { input: rule });
  const rounding = { version: 0, input: { method: 'NONE', unit: 1, document } };
  await act('setRounding', 'accountant', { validFrom: '2030-01-01' }, rounding);
  await act('setPaperTemplate', 'clerk', { kind: 'CERTIFICATE' }, { version: 0, input: { width: 300, height: 210 } });
  await act('addWebhook', 'administrator', {}, { input: { url: 'https://example.vn/hook', owner: 'integrator' } });
  await act('linkIdentity', 'administrator', {}, { input: { actor: 'auditor', subject: 'kiem-tra' } });
  await makers(test).answerRemark!();
  await makers(test).answerObjection!();
  await makers(test).settleComplaint!();
  const { actor, path, version, input } = await makers(test).recordOutcome!();
  await act('recordOutcome', actor, path!, { version, input });
  const paper = { type: 'TTr', year: 2024, issuer: 'UBND xã', title: 'Về bà Trần A', persons: ['ba-a'] };
  await act('recordDocument', 'clerk', {}, { input: paper });
  await withServices(test.database.ownerUrl, new Clock(sampleDay), async (app) => {
    const merged = { key: 'xa-sau', name: 'xã Sau', kindText: 'xã', predecessors: ['xa-mau'] };
    await app.get(RegistryService).addCommune(await test.operator(), merged);
  });
  await test.admin.query(`set session_replication_role = replica`);
});

it('there are records of each type, and no difference', async () => {
  const places = await test.app.get(RegistryService).everywhere();
  const all = await Promise.all(places.map((place) => test.app.get(AuditService).audit(place)));
  expect(all.flatMap((audit) => audit.differences)).toEqual([]);
  const types = all.flatMap(({ records }) => auditedTypes.filter((type) => records[type]));
  expect(auditedTypes.filter((type) => !types.includes(type))).toEqual([]);
});

const ids: Partial<Record<AuditedType, string>> = {
  'rule-set': 'code',
  'base-salary': 'given_from::text',
  'award-form': `rule_set || ':' || code`,
};
const idOf = (type: AuditedType) => ids[type] ?? 'id::text';

describe.each(auditedTypes)('of the type %s', (type) => {
  const table = tableOf(type);
  const row = `where ${idOf(type)} = `;
  const line = `where type = '${type}' and record_id = `;

  it.each([
    ['version', 'a row changed by hand', table, `update ${table} set version = version + 1 ${row}`],
    ['audience', 'a row shown to others', 'change', `update change set seen_after = ${other} ${line}`],
    ['line missing', 'a row without a line', 'change', `delete from change ${line}`],
    ['row missing', 'a line without a row', table, `delete from ${table} ${row}`],
  ])('%s: %s is named', async (what, _, changed, change) => {
    const { rows } = await test.admin.query<{ commune: number; id: string }>(
      'select commune_id as commune, record_id as id from change where type = $1 order by position limit 1',
      [type],
    );
    const { commune, id } = rows[0]!;
    const differences = async () => {
      const compare = () => test.app.get(AuditQueries).compare(commune, type);
      return (await test.app.get(Database).read({ communeIds: [commune] }, compare)).differences;
    };
    expect(await whileChanged(changed, `${change} '${id}'`, differences)).toEqual([{ id, what }]);
    expect(await differences()).toEqual([]);
  });
});

it.each(Object.entries(parts))('a row of %s changed by hand is named by the record it stands in', async (table, of) => {
  const [type, member, change = `delete from ${table} where ctid = (select ctid from ${table} limit 1)`] = of;
  const differences = await found(table, change);
  expect(differences).not.toEqual([]);
  for (const each of differences) expect(each).toMatchObject({ type, what: expect.stringMatching(member) });
});

it.each([
  ['entry', 'reported', `'1' || reported`, 'submission', 'entries'],
  ['award', 'citation', `citation || '.'`, 'award', 'citation'],
  ['unit_term', 'name', `name || '.'`, 'unit', 'name'],
  ['document', 'signer_title', `signer_title || '.'`, 'document', 'signer'],
  ['catalogue.award_form', 'coefficient', 'coefficient + 1', 'award-form', 'coefficient'],
])('a value changed by hand is named: %s.%s', async (table, column, value, type, what) => {
  const one = `(select ctid from ${table} where ${column} is not null limit 1)`;
  expect(await found(table, `update ${table} set ${column} = ${value} where ctid = ${one}`)).toEqual([
    { type, id: expect.any(String), what },
  ]);
});

it('an award revoked by the journal is revoked for anybody, whatever its row says', async () => {
  const { rows } = await test.admin.query<{ id: string; code: string }>(
    'select id, verification_code as code from award where revoked_on is not null limit 1',
  );
  const { id, code } = rows[0]!;
  const page = async () => (await test.http().get(`/verify/${code}`)).text;
  const before = await page();
  expect(before).toContain('Đã bị hủy bỏ');
  const change = `update award set revoked_on = null, revoked_ground = null, revoked_reason = null,
    revoking_decision_id = null where id = '${id}'`;
  await whileChanged('award', change, async () => {
    expect((await audited(test.app)).differences).toEqual([
      { type: 'award', id, what: 'revokedGround, revokedOn, revokedReason, revokingDecisionId' },
    ]);
    expect(await page()).toBe(before);
    const answer = done(await rest(test).ask('verifyAward', undefined, { code }));
    expect(answer.revokedOn).not.toBeNull();
  });
});

it('each table is a record, stands in one, or is documented as in no line', async () => {
  const { rows } = await test.admin.query<{ name: string }>(
    `select case schemaname when 'public' then '' else schemaname || '.' end || tablename as name
     from pg_tables where schemaname in ('public', 'catalogue')`,
  );
  const compared = [...auditedTypes.map(tableOf), ...Object.keys(parts)];
  const sentence = readFileSync('docs/running.md', 'utf8').split('Tables in no line:')[1]?.split('\n')[0] ?? '';
  const documented = [...sentence.matchAll(/`([a-z_.]+)`/g)].flatMap(([, name]) => name ?? []);
  expect([...compared, ...documented].sort()).toEqual(rows.map(({ name }) => name).sort());
});

describe.each([
  { type: 'award', place: { id: 1, key: 'duc-lang' } },
  { type: 'award-form', place: { id: 0, key: 'registry' } },
] as const)('$type by slices', ({ type, place }) => {
  let ids: string[];
  const bySlices = async (size: number) => {
    const sum = { records: 0, differences: [] as object[] };
    for await (const slice of test.app.get(AuditService).slicesAlone(place, type, size)) {
      // The end of the snapshot before may still be on its way: the slice comes again.
      if (!slice) continue;
      sum.records += slice.records;
      sum.differences.push(...slice.differences);
    }
    return sum;
  };
  const quoted = (places: readonly number[]) => places.map((at) => `'${ids[at]}'`).join();
  const rows = (places: readonly number[]) => `${tableOf(type)} where ${idOf(type)} in (${quoted(places)})`;
  const lines = (places: readonly number[]) => `change where type = '${type}' and record_id in (${quoted(places)})`;
  const named = (places: readonly number[], what: string) => places.map((at) => ({ id: ids[at], what }));
  const withoutRows = <T>(places: readonly number[], look: () => Promise<T>) =>
    whileChanged(tableOf(type), `delete from ${rows(places)}`, look);
  const withoutLines = <T>(places: readonly number[], look: () => Promise<T>) =>
    whileChanged('change', `delete from ${lines(places)}`, look);

  beforeAll(async () => {
    const found = await test.admin.query<{ id: string }>(
      'select distinct record_id as id from change where commune_id = $1 and type = $2 order by id',
      [place.id, type],
    );
    ids = found.rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(7);
  });

  it.each([
    ['the first record', 0],
    ['the last record of the first slice', 1],
    ['the first record of the second slice', 2],
  ])('%s is compared', async (_, at) => {
    const changed = rows([at]).replace(' where', ' set version = version + 1 where');
    const look = () => bySlices(2);
    const found = (what: string) => ({ records: ids.length, differences: named([at], what) });
    expect(await whileChanged(tableOf(type), `update ${changed}`, look)).toEqual(found('version'));
    expect(await withoutRows([at], look)).toEqual(found('row missing'));
    expect(await withoutLines([at], look)).toEqual(found('line missing'));
  });

  it('each record once, by slices of whatever size, where lines lack rows and rows lines', async () => {
    const all = ids.map((_, at) => at);
    const cases: [noRow: number[], noLine: number[]][] = [
      [
        [0, 1, 4],
        [2, 3, 6],
      ],
      [[all.length - 1], [0, 1, 2, 3, 4]],
      [[0, 1, 2, 3, 4], [all.length - 1]],
      [all.filter((at) => at % 2 === 0), all.filter((at) => at % 2 === 1)],
      [all.slice(3), all.slice(0, 3)],
      [all.slice(0, 3), all.slice(3)],
    ];
    for (const [noRow, noLine] of cases) {
      const differences = all.flatMap((at) => [
        ...named(noRow.includes(at) ? [at] : [], 'row missing'),
        ...named(noLine.includes(at) ? [at] : [], 'line missing'),
      ]);
      await withoutRows(noRow, () =>
        withoutLines(noLine, async () => {
          for (const size of [1, 2, 3, all.length - 1, all.length])
            expect(await bySlices(size)).toEqual({ records: all.length, differences });
        }),
      );
    }
  });
});

it('of a commune the same by many slices as by one', async () => {
  const place = { id: 1, key: 'duc-lang' };
  const audit = (size?: number) => test.app.get(AuditService).audit(place, size);
  const change = `update result set version = version + 1 where commune_id = 1`;
  await whileChanged('result', change, async () => {
    const whole = await audit();
    expect(whole.differences).toHaveLength(whole.records.result!);
    expect(await audit(9)).toEqual(whole);
  });
});

it('an index leads to each slice', async () => {
  const texts = new Map<string, string>();
  const row = (name: string, text: string) => Promise.resolve(texts.set(name.replace('audit.compare.', ''), text));
  const queries = new AuditQueries({ row } as never);
  for (const type of auditedTypes) await queries.compare(1, type);
  // They are few, and their ids no column.
  const few = ['rule-set', 'base-salary', 'award-form', 'commune'];
  for (const type of few) texts.delete(type);
  expect(texts.size).toBe(auditedTypes.length - few.length);
  await test.admin.query(
    'begin; set local role thidua_runtime; set local enable_seqscan = off; set local enable_bitmapscan = off',
  );
  try {
    for (const [type, text] of texts) {
      const { rows } = await test.admin.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`);
      const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
      expect([type, plan]).toEqual([type, expect.stringMatching(/Index Cond: .*record_id >= /)]);
      expect([type, plan]).toEqual([type, expect.stringMatching(/Index Cond: .*\bid >= /)]);
      expect([type, plan]).toEqual([type, expect.not.stringContaining('Seq Scan')]);
    }
  } finally {
    await test.admin.query('rollback');
  }
});

it('in the background while no other program compares', async () => {
  const { rowCount } = await test.admin.query('select from award where commune_id = 1');
  const most = rowCount! - 1;
  const slices = test.app.get(AuditService).slicesAlone({ id: 1, key: 'duc-lang' }, 'award', most);
  const next = async () => (await slices.next()).value as unknown;
  const slice = (records: number) => expect.objectContaining({ records, differences: [] });
  expect(await next()).toEqual(slice(most));
  await test.admin.query('select pg_advisory_lock(7410230002)');
  expect([await next(), await next()]).toEqual([undefined, undefined]);
  await test.admin.query('select pg_advisory_unlock(7410230002)');
  expect(await next()).toEqual(slice(1));
  expect(await slices.next()).toEqual({ done: true, value: undefined });
});

it('in the background by slices, too', async () => {
  const { app } = test;
  const audit = app.get(AuditService);
  const sliced = { slicesAlone: (place, type) => audit.slicesAlone(place, type, 9) } as AuditService;
  const background = new BackgroundAuditService(sliced, app.get(RegistryService), app.get(Clock));
  const told: unknown[] = [];
  const log: unknown = { error: (difference: unknown) => told.push(difference) };
  await whileChanged('result', `update result set version = version + 1 where commune_id = 1`, async () => {
    const { records, differences } = await audited(app);
    background.start(1, log as FastifyBaseLogger);
    await until(() => background.last).finally(() => background.onModuleDestroy());
    expect(background.last).toMatchObject({ records, differences: differences.length });
    expect(differences.length).toBeGreaterThan(told.length);
    expect(told).toHaveLength(100);
  });
});
