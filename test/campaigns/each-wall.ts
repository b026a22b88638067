import { expected } from '../../src/api/found.js';
import { copy, putCanaries } from '../contract/other-commune.js';
import { arrange, type World } from '../contract/rights/asking.js';
import { communeTables } from '../queries/rows.js';
import type { TestApp } from '../app.js';

/** Records that the operations are asked about. */
export interface Twins extends World {
  /** An indicator of a plan in draft. */
  draft: { plan: string; code: string };
}

/**
 * Another commune, 3 (xa-khac), has the rows of the first under the same ids, with a canary in every text, and rows
 * besides that would be seen where a statement told the two apart no more.
 */
export async function arrangeTwins(test: TestApp): Promise<Twins> {
  const world = await arrange(test);
  const { admin } = test;
  await admin.query(ours(world.road.nomination.id));
  // Disclosures would grow with every question.
  await admin.query(
    `create function unrecorded() returns trigger language plpgsql as 'begin return null; end';
     create trigger unrecorded before insert on personal_access for each row execute function unrecorded()`,
  );
  const tables = (await communeTables(admin)).filter((name) => !['api_key', 'appointment', 'actor'].includes(name));
  await admin.query('set session_replication_role = replica');
  for (const name of tables) await copy(admin, name, { from: 1, to: 3, sameIds: true });
  await admin.query(lists);
  // Changes, plans and indicators are asked for by their words, and everybody may: they keep them.
  await putCanaries(
    admin,
    tables.filter((name) => !['change', 'plan', 'indicator'].includes(name)),
    3,
  );
  for (const each of askedFor) await admin.query(kept(each));
  await admin.query(theirs);
  // Its rows lie first.
  for (const name of tables)
    await admin.query(
      `create index theirs_first on ${name} (commune_id desc); cluster ${name} using theirs_first; drop index theirs_first`,
    );
  await admin.query('analyze');
  await admin.query('set session_replication_role = origin');
  const { rows } = await admin.query<Twins['draft']>(
    `select p.key as plan, i.code from plan p join indicator i on i.commune_id = 1 and i.plan_id = p.id
     where p.commune_id = 1 and p.state = 'DRAFT' limit 1`,
  );
  return { ...world, draft: expected(rows[0], 'No plan in draft has an indicator.') };
}

/** Lists that are empty have members of their form, in which the canaries are put. */
const lists = `
  update scheme set allowed = '[{"pointer": "/rules", "code": "HOLE"}]' where commune_id = 3;
  update publication set figures = '[{"figure": "a", "of": null, "value": "1", "outOf": null, "target": null}]',
    ties = '[{"block": "a", "class": "b", "units": ["c"]}]' where commune_id = 3;
  update score_sheet set allowances = '[{"line": "III", "reason": "a"}]', exceptions = '[{"class": "tot", "reason": "a"}]'
    where commune_id = 3`;

/** Words by which everybody may ask: they stay as they are in the first commune. */
const askedFor = [
  ...['scheme.code', 'publication.scheme', 'publication.period'],
  ...['standing.scheme', 'standing.period', 'score_sheet.scheme', 'award.verification_code'],
];
const kept = (each: string) => {
  const [table, column] = each.split('.');
  return `update ${table} t set ${column} = o.${column} from ${table} o where t.commune_id = 3 and o.commune_id = 1 and o.id = t.id`;
};

/** The first commune's own, besides: rows by which conditions on units, and figures, are seen to hold. */
const ours = (nomination: string) => `
  insert into acknowledgement (commune_id, id, plan_id, unit_id, form, held_on)
    select p.commune_id, gen_random_uuid(), p.id, u.id, 'MEETING', p.issued_on from plan p join unit u using (commune_id)
    where p.commune_id = 1 and p.key = '2023' and u.kind = 'HAMLET' on conflict do nothing;
  -- Somebody is nominated for what other units have said.
  insert into nomination_ground (commune_id, nomination_id, ordinal, submission_id)
    select commune_id, '${nomination}', 100 + row_number() over (), id from submission
    where commune_id = 1 and state <> 'DRAFT' on conflict do nothing;
  -- A unit that owes figures of everything, and has given none.
  insert into target (commune_id, id, indicator_id, unit_id, period, value, audience)
    select 1, gen_random_uuid(), i.id, u.id, p.key, 1, 'PUBLIC' from plan p join indicator i on i.plan_id = p.id, unit u
    where p.commune_id = 1 and p.key = '2023' and not i.derived and u.commune_id = 1 and u.code = 'khu-dan-cu-6'
    on conflict do nothing;
  -- Somebody loses a class in a candidate: which one is better the scheme says.
  update publication set content = jsonb_set(content, '{standings,0,class}', 'null')
    where commune_id = 1 and scheme = 'khu-dan-cu' and state = 'CANDIDATE'`;

/** Inserts rows of the other commune: rows `t` with members that are others. */
const also = (table: string, from: string, members: string) => `
  insert into ${table} select r.*
  from (select to_jsonb(t) || jsonb_build_object('commune_id', 3, 'id', gen_random_uuid(), ${members}) as row from ${from}) made,
    jsonb_populate_record(null::${table}, made.row) r on conflict do nothing`;

const ofUnit = (code: string) => `u.commune_id = 1 and u.code = '${code}'`;

/** What the other commune has besides, and otherwise: what would be seen in figures, due days and possible acts. */
const theirs = [
  `update chain set hash = sha256(hash) where commune_id = 3`,
  `update file_chunk set bytes = 'their' where commune_id = 3`,
  // Its figures are others, and still figures.
  `update result set value = value || case when value ~ '[.]' then '9' else '.9' end where commune_id = 3 and value ~ '^-?[0-9]'`,
  also('result', `result t, unit u where t.commune_id = 3 and ${ofUnit('khu-dan-cu-6')}`, `'unit_id', u.id`),
  `insert into holiday (commune_id, id, day, name, kind, audience) values (3, gen_random_uuid(), '2024-01-12', 'a', 'OFF', 'PUBLIC')`,
  `insert into plan_period (commune_id, id, plan_id, period, state, closed_on, head, extensions, audience)
   select 3, gen_random_uuid(), id, key, 'CLOSED', '2024-01-20', '{"position": 1, "hash": "a"}', '[{"unitId": null, "unitCode": null, "until": "2024-02-28"}]', 'SUPERIOR'
   from plan where commune_id = 1 and key = '2023'`,
  `insert into target (commune_id, id, indicator_id, unit_id, period, value, audience)
   select 3, gen_random_uuid(), i.id, u.id, p.key, 1, 'PUBLIC' from plan p join indicator i on i.plan_id = p.id, unit u
   where p.commune_id = 1 and p.key = '2023' and not i.derived and i.commune_id = 1 and ${ofUnit('khu-dan-cu-5')} on conflict do nothing`,
  also(
    'submission',
    `(select * from submission where commune_id = 3 and state = 'APPROVED' and corrects_id is null limit 1) t, unit u,
       unnest('{2023,2023-Q1,2023-Q4,2023-H2,2023-12,2023-spring,2023-summer,2023-winter}'::text[]) p where ${ofUnit('khu-dan-cu-6')}`,
    `'unit_id', u.id, 'period', p`,
  ),
  `insert into entry (commune_id, submission_id, indicator_id, scope, nothing_to_report)
   select 3, s.id, i.id, 'OWN', 'a' from submission s join unit u on u.id = s.unit_id and ${ofUnit('khu-dan-cu-6')}
   join indicator i on i.commune_id = 1 and i.plan_id = s.plan_id and not i.derived where s.commune_id = 3 on conflict do nothing`,
  // What stands below a plan in draft, or is part of an indicator there, holds it.
  also(
    'plan',
    `plan t where t.commune_id = 1 and t.state = 'DRAFT'`,
    `'key', t.key || '-a', 'kind', 'CHILD', 'unit_id', gen_random_uuid(), 'parent_plan_id', t.id`,
  ),
  also(
    'indicator',
    `indicator t join plan p on p.commune_id = 1 and p.id = t.plan_id where t.commune_id = 1 and p.state = 'DRAFT'`,
    `'code', t.code || '-a', 'part_of_id', t.id`,
  ),
  // Who sits in a council, or has units below, is not ended.
  also(
    'council_member',
    `council_member t, unit u where t.commune_id = 1 and u.kind = 'HOUSEHOLD'`,
    `'person_id', u.id, 'valid_to', null`,
  ),
  also(
    'unit_term',
    `unit_term t, unit u where t.commune_id = 1 and t.unit_id = u.id and u.kind = 'HOUSEHOLD'`,
    `'unit_id', gen_random_uuid(), 'parent_id', u.id, 'valid_to', null`,
  ),
  // What was advised on is granted, to another unit; that is nominated in every round.
  also(
    'decision_item',
    `decision_item t, matter m where t.commune_id = 1 and m.commune_id = 1`,
    `'nomination_id', m.nomination_id`,
  ),
  `update nomination n set unit_id = u.id from unit u where n.commune_id = 3 and ${ofUnit('khu-dan-cu-6')} and n.id = (
     select m.nomination_id from matter m join meeting e on e.commune_id = 1 and e.id = m.meeting_id and e.state = 'CLOSED'
     where m.commune_id = 1 and not exists (select from decision_item i where i.commune_id = 1 and i.nomination_id = m.nomination_id) limit 1)`,
  also(
    'nomination',
    `(select * from nomination where commune_id = 1 and state = 'SUBMITTED' limit 1) t, round o, unit u where o.commune_id = 1 and ${ofUnit('khu-dan-cu-6')}`,
    `'unit_id', u.id, 'round_id', o.id`,
  ),
  // Its tables are newer, and a code in them is of another unit.
  `update publication set number = number + 100 where commune_id = 3; update standing set number = number + 100 where commune_id = 3`,
  `update unit t set code = 'khu-dan-cu-1' from unit u where t.commune_id = 3 and t.id = u.id and ${ofUnit('khu-dan-cu-6')}`,
].join(';');
