import { resting } from '../../src/periods/unit-records.queries.js';
import { restingRecords } from '../../src/units/unit-correction.rules.js';
import { useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';
import { fill } from './rows.js';

const test = useApp();
const commune = 'duc-lang';

/** Columns whose records are about no time of the unit, or are judged with another record. */
const others = [
  'api_key.unit_id', // Holds while the unit is there.
  'payment.unit_id', // That of its award.
  'fact.unit_id', // A person may have been in service, or an initiative recognised, before they were recorded.
  'registration.unit_id', // Of a year.
  'award.unit_id', // The paper says who got it; one given here has its nomination.
  'complaint.complainant_id', // Anybody may complain, and move away.
  'complaint.unit_id', // That of its award.
  'document_person.unit_id', // A title may name anybody.
  'listing.unit_id', // Of a nomination.
  'matter.unit_id', // Of a nomination.
  'outcome.unit_id', // Of a nomination.
  'objection.objector_id', // Anybody may object, and move away.
  'objection.unit_id', // Of a nomination.
  'personal_access.unit_id',
  'remark.unit_id', // Of a result.
  'result.unit_id', // Of a report.
  'unit_lineage.predecessor_id', // Judged by `brokenDays` and `brokenSuccessors`.
  'unit_lineage.successor_id',
  'unit_term.parent_id', // Judged as a unit below.
  'unit_term.unit_id',
];

const some = (table: string) => `(select id from ${table} where commune_id = 1 limit 1)`;
/** What else a row says, so that it is about a time that is over. */
const also: Readonly<Record<string, readonly string[]>> = {
  appointment: ["valid_to = '2023-12-31'"],
  attendance: [`meeting_id = ${some('meeting')}`, "presence = 'PRESENT'"],
  recusal: [`meeting_id = ${some('meeting')}`, "ground = 'DECLARED'"],
  council_member: ["valid_to = '2023-12-31'"],
  score_sheet: [
    ...["state = 'DRAFT'", `plan_id = ${some('plan')}`, "period = '2023'", "allowances = '[]'", "exceptions = '[]'"],
    `self = '{"points": [], "figures": [], "occurrences": []}'`,
  ],
  submission: ["state = 'DRAFT'", `plan_id = ${some('plan')}`],
  target: [`indicator_id = ${some('indicator')}`, "period = '2023'"],
};

const keys = async () => {
  const { rows } = await test.admin.query<{ column: string }>(
    `select k.conrelid::regclass || '.' || a.attname as column
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
     where k.contype = 'f' and k.confrelid in ('unit'::regclass, 'council_member'::regclass) order by 1`,
  );
  return rows.map(({ column }) => column);
};

it('every column that names a unit, or a member of a council, is judged, or said not to be', async () => {
  expect([...new Set([...resting.map(({ column }) => column), ...others])].sort()).toEqual(await keys());
});

it.each(resting.map(({ type, column }) => [column, type] as const))(
  'other days of a unit are refused while %s rests on it',
  async (column, type) => {
    const [table = '', name = ''] = column.split('.');
    const code = `nghi-${table}-${name}`.replaceAll('_', '-');
    const unit = { code, kind: 'HAMLET', name: `Xóm ${code}`, validFrom: '1900-01-01' };
    const { id } = done(await rest(test).ask('addUnit', 'clerk', { commune }, { input: unit }));
    const correct = (version: number) => {
      const input = { validFrom: '2900-01-01', reason: 'Nhầm' };
      return rest(test).ask('correctUnit', 'clerk', { commune, unit: code }, { version, input });
    };
    await test.admin.query('set session_replication_role = replica');
    for (const each of ['meeting', 'council_member', table]) await fill(test.admin, each, [1]);
    const named = name === 'member_id' ? await seatOf(id) : id;
    await withoutChecks(table);
    await test.admin.query(
      `update ${table} set ${[`${name} = $1`, ...(also[table] ?? [])].join()}
       where ctid = (select ctid from ${table} where commune_id = 1 limit 1)`,
      [named],
    );
    await test.admin.query('set session_replication_role = default');
    test.exceptFromAudit('appointment', 'plan', 'indicator', 'target', 'acknowledgement', 'submission');
    test.exceptFromAudit('nomination', 'member', 'meeting', 'sheet', 'standing');
    const { code: refused, body } = await correct(1);
    expect([refused, body.errors.map((each: Row) => [each.pointer, each.code])]).toEqual([
      'STILL_REFERRED_TO',
      [['/validFrom', 'STILL_REFERRED_TO']],
    ]);
    expect(body.errors[0].detail).toContain(`còn: ${restingRecords[type].vi} (`);
  },
);

/** The id of a membership that is given to a person; its own days are not asked. */
async function seatOf(person: string): Promise<string> {
  await withoutChecks('council_member');
  const { rows } = await test.admin.query<{ id: string }>(
    `update council_member set person_id = $1, valid_from = '2900-01-01', valid_to = null
     where id = ${some('council_member')} returning id`,
    [person],
  );
  return rows[0]!.id;
}

async function withoutChecks(table: string): Promise<void> {
  const { rows } = await test.admin.query<{ drop: string }>(
    `select format('alter table ${table} drop constraint %I', conname) as drop from pg_constraint
     where conrelid = $1::regclass and (contype in ('c', 'u') or contype = 'p' and $2)`,
    [table, ['attendance', 'recusal'].includes(table)],
  );
  for (const { drop } of rows) await test.admin.query(drop);
}
