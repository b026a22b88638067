import { randomUUID } from 'node:crypto';
import { isNonNullType } from 'graphql';
import type pg from 'pg';
import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { auditedTypes } from '../../src/audit/rows.queries.js';
import { useApp } from '../app.js';
import { awarded, nominated, revoked } from '../awards.js';
import { cluster } from '../cluster.js';
import { usePrograms, type Program } from '../program.js';
import { communeTables, fill } from '../queries/rows.js';
import { everything, isTable, operations, sdl } from './contract.js';
import { copy, putCanaries } from './other-commune.js';
import { makers } from './writes.js';

/** xã Đức Lạng asks; xã Khác has the same rows under other ids, with a canary in every text. */
const us = { id: 1, key: 'duc-lang' };
const them = { id: 3, key: 'xa-khac' };

/** Constraints let no other word into these, and so nothing that somebody wrote. */
const unmarked = [
  'actor.kind',
  'appointment.acts',
  'appointment.capacity',
  'attendance.presence',
  'award.amount_reason',
  'award.granted_on',
  'award.period',
  'award.revoked_ground',
  'change.on_date',
  'change.op',
  'commune_rounding.method',
  'complaint.outcome',
  'complaint.state',
  'consultation.counted_in',
  'consultation.period',
  'consultation.state',
  'council_member.office',
  'decision.kind',
  'decision.state',
  'decision_item.outcome',
  'document.issued_on',
  'entry.scope',
  'fact.kind',
  'fact.period',
  'file.sha256',
  'holiday.kind',
  'indicator.award_form',
  'listing.period',
  'listing.type',
  'matter.outcome',
  'meeting.state',
  'nomination.forwarded_to',
  'nomination.period',
  'nomination.received_by',
  'nomination.state',
  'nomination.type',
  'objection.state',
  'outcome.outcome',
  'paper_template.kind',
  'payment.kind',
  'plan.kind',
  'plan.settings',
  'plan.state',
  'plan_period.period',
  'plan_period.state',
  'publication.stage',
  'publication.state',
  'recusal.ground',
  'registration.period',
  'registration.state',
  'remark.state',
  'result.period',
  'result.scope',
  'round.period',
  'round.state',
  'scheme.state',
  'score_sheet.period',
  'score_sheet.state',
  'submission.findings',
  'submission.period',
  'submission.state',
  'taken_word.taken_by',
  'target.period',
  'unit.kind',
];

/** No answer to this file's questions shows these even to their own commune. */
const shownToNobody = [
  'acknowledgement.form',
  'acknowledgement.note',
  'document.folded',
  'fund.rate_source',
  'indicator.folded',
  'kept_answer.answer',
  'kept_answer.key',
  'nomination.steps',
  'outcome.decided_by',
  'outcome.issuer',
  'outcome.number_text',
  'outcome.reason',
  'personal_access.actor',
  'personal_access.operation',
  'personal_access.request_id',
  'publication.content',
  'scheme.deadlines',
  'standing.period',
  'standing.scheme',
  'taken_word.word',
  'unit_term.folded',
  'unit_term.sort_name',
];

/** Columns that anybody may read of another commune, without a key: its holidays, its consultations with their lists, its public plans with their schemes and progress, with who signed them and the codes of units, and its awards with the names of who got them, but not what they were given or revoked for. */
const shownToAnybody =
  /^((plan|scheme|publication|standing|holiday|indicator|target|consultation|listing|award(?!\.(citation|revoked_reason)$))\.|unit_term\.name$|result\.value$|document\.(signer_\w+|recipients|bases)$|unit\.code$)/;

const callers = [
  'administrator',
  'clerk',
  'hamlet-1',
  'verifier',
  'chairperson',
  'council-1',
  'accountant',
  'auditor',
  'observer',
  'integrator',
  'district',
  'province',
  undefined,
  'thd_garbage',
];
const reads = operations().filter(({ method, path }) => method === 'get' && path.startsWith('/v1/'));
const queries = Object.values(sdl().getQueryType()!.getFields());

const programs = usePrograms();
const test = useApp();
let admin: pg.Client;
let program: Program;
let address = '';
let canaries: Map<string, string>;
let closed: string[];
const theirKeys: Record<string, string> = {};
/** Parameters that name a record of each commune. */
const names: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  ({ admin } = test);
  test.exceptFromAudit(...auditedTypes);
  // A road gone to its end, a draft that is to refuse something, and all that may be said of somebody on the way.
  const { award, round } = await awarded(test);
  await revoked(test, award);
  const sudden = await nominated(test, round, 'khu-dan-cu-2', 'APPRAISED', 'SUDDEN');
  await test.app.get(DecisionActsService).draftDecision(await test.operator(), 'duc-lang', {
    title: 'Trả lời',
    place: 'Đức Lạng',
    bases: ['Luật'],
    recipients: ['Lưu'],
    refusals: [{ nomination: sudden.id, reason: 'Chưa đủ' }],
  });
  await admin.query(
    `update nomination set returned_reason = 'a', outcome_reason = 'a'; update meeting set place = 'a'; update recusal set reason = 'a'`,
  );
  await makers(test).verifyScore?.();
  await makers(test).answerObjection?.();
  await makers(test).settleComplaint?.();
  await admin.query(`update objection set state = 'ANSWERED', upheld = false, answer = 'a', answered_on = raised_on`);
  await admin.query(
    `update complaint c set state = 'SETTLED', outcome = 'REJECTED', conclusion = 'a', settled_on = accepted_on,
       settlement_document_id = (select id from document d where d.commune_id = c.commune_id limit 1)`,
  );
  await admin.query(
    `insert into payment (commune_id, id, award_id, unit_id, kind, amount, voucher, paid_on, receiver)
       select commune_id, gen_random_uuid(), id, unit_id, 'PAYMENT', 1000, 'PC', '2024-01-31', 'a' from award`,
  );
  await admin.query('set session_replication_role = replica');
  const tables = await communeTables(admin);
  for (const table of tables) await fill(admin, table, [us.id]);
  await admin.query(
    `update unit set identifiers = jsonb_build_array(jsonb_build_object('system', 'gso', 'value', code, 'validFrom', null, 'validTo', null)) where commune_id = ${us.id};
     update indicator set identifiers = '[{"system": "gso", "value": "1"}]', reported_by = '{"units": ["a"], "kinds": []}' where commune_id = ${us.id};
     update publication set figures = '[{"figure": "a", "of": null, "value": "1", "outOf": null, "target": null}]', ties = '[{"block": "a", "class": "b", "units": ["c"]}]' where commune_id = ${us.id};
     update score_sheet set state = 'CONCLUDED', verified = self, final = self, late = true, returned_reason = 'a',
       allowances = '[{"line": "III", "reason": "a"}]', exceptions = '[{"class": "tot", "reason": "a"}]' where commune_id = ${us.id};
     update scheme set deadlines = '{"self": 1, "verified": null, "final": 3}', allowed = '[{"pointer": "/rules", "code": "HOLE"}]' where commune_id = ${us.id};
     update document set number_suffix = 'a' where commune_id = ${us.id} and number is not null;
     update decision set number_suffix = 'a' where commune_id = ${us.id} and number is not null;
     insert into remark select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'result_id', r.id, 'unit_id', r.unit_id))).*
       from remark t, result r where t.commune_id = ${us.id} and r.commune_id = ${us.id};
     delete from remark where commune_id = ${us.id} and result_id not in (select id from result where commune_id = ${us.id});
     delete from plan_period where commune_id = ${us.id} and period <> '2023-Q1';
     update plan_period set plan_id = (select id from plan where commune_id = ${us.id} and key = '2023'), period = '2023',
       extensions = '[{"unitId": null, "unitCode": "a", "until": "2023-01-31"}]' where commune_id = ${us.id};
     insert into target (commune_id, id, indicator_id, unit_id, period, value, audience)
       select commune_id, gen_random_uuid(), indicator_id, unit_id, period, 1, 'INSIDE' from result where commune_id = ${us.id} and superseded_on is null on conflict do nothing`,
  );
  for (const table of tables) await copy(admin, table, { from: us.id, to: them.id });
  const { rows } = await admin.query<{ key: string; id: string }>(
    `select a.key, k.id from api_key k join actor a on a.commune_id = k.commune_id and a.id = k.actor_id where k.commune_id = ${us.id}`,
  );
  for (const { key, id } of rows) theirKeys[key] = `thd_${id}`;
  ({ canaries, closed } = await putCanaries(admin, tables, them.id));
  // Superiors are of no commune: those who asked are there.
  await admin.query('update remark set superior_id = (select id from superior order by id limit 1)');
  // A standing is found by the scheme and period of its publication.
  await admin.query(
    `update standing s set scheme = p.scheme, period = p.period from publication p
     where s.commune_id = ${them.id} and p.commune_id = s.commune_id and p.id = s.publication_id`,
  );
  for (const { id, key } of [us, them]) names[key] = await recordsOf(id);
  program = programs.start({ DATABASE_URL: test.database.runtimeUrl, LOG_LEVEL: 'trace', RATE_LIMIT: '1000000' });
  address = await program.ready();
});
afterAll(() => program.stop());

async function recordsOf(commune: number): Promise<Record<string, string>> {
  const { rows } = await admin.query<Record<string, string>>(
    `select (select id from consultation where commune_id = $1 limit 1) as consultation, (select id from objection where commune_id = $1 limit 1) as objection, (select round_id from consultation where commune_id = $1 limit 1) as "round consultations", (select form_code from consultation where commune_id = $1 limit 1) as "form consultations", (select consultation_id from objection where commune_id = $1 limit 1) as "consultation objections", (select u.code from unit u join objection x on x.commune_id = u.commune_id and x.unit_id = u.id where u.commune_id = $1 limit 1) as "unit objections", (select u.code from unit u join fact x on x.commune_id = u.commune_id and x.unit_id = u.id where u.commune_id = $1 limit 1) as "unit facts", (select u.code from unit u join registration x on x.commune_id = u.commune_id and x.unit_id = u.id where u.commune_id = $1 limit 1) as "unit registrations", (select period from registration where commune_id = $1 limit 1) as "period registrations", (select forms[1] from registration where commune_id = $1 and forms <> '{}' limit 1) as "form registrations", (select forms[1] from round r where r.commune_id = $1 and r.id = (select round_id from nomination where commune_id = $1 limit 1)) as "form candidates", (select u.code from unit u where u.commune_id = $1 and u.kind = 'HAMLET' limit 1) as "nominee eligibility", 'thon-van-hoa' as "form eligibility", 'tdkt-2024' as "ruleSet eligibility", (select key from commune where id = $1) as commune, (select a.key from actor a join webhook x on x.commune_id = a.commune_id and x.owner_id = a.id where a.commune_id = $1 limit 1) as "owner webhooks", (select a.key from actor a join identity x on x.commune_id = a.commune_id and x.actor_id = a.id where a.commune_id = $1 limit 1) as "actor identities", p.key as plan, (select code from scheme where commune_id = $1 limit 1) as scheme, (select id from score_sheet where commune_id = $1 limit 1) as sheet, (select period from score_sheet where commune_id = $1 limit 1) as "period scoreSheets", (select scheme from score_sheet where commune_id = $1 limit 1) as "scheme scoreSheets", (select id from publication where commune_id = $1 and state = 'PUBLISHED' limit 1) as publication, (select id from publication where commune_id = $1 and state = 'CANDIDATE' limit 1) as candidate, z.block, (select content #>> '{standings,0,block}' from publication where commune_id = $1 and state = 'CANDIDATE' limit 1) as "block candidateStandings", z.period as "period publications", z.period as "period standings", z.period as "period standing", z.scheme as "scheme publications", z.scheme as "scheme standings", z.scheme as "scheme standing",
       (select code from unit where commune_id = $1 and id = z.unit_id) as "unit standing", p.document_id as document, p.id as history, (select id from remark where commune_id = $1 limit 1) as remark, (select id from complaint where commune_id = $1 limit 1) as complaint, (select award_id from complaint where commune_id = $1 limit 1) as "award complaints", (select u.code from unit u join complaint x on x.commune_id = u.commune_id and x.unit_id = u.id where u.commune_id = $1 limit 1) as "unit complaints", (select id from payment where commune_id = $1 limit 1) as payment, (select voucher from payment where commune_id = $1 limit 1) as voucher, i.code, u.code as unit, u.code as by, i.code as indicator, s.id as submission, f.id as file, r.id as id, a.key as actor, i.section_path as section, w.id as award, w.verification_code as certificate, w.form_code as form, n.id as nomination, n.round_id as round, w.decision_id as decision, b.meeting_id as meeting, h.code as council, i.code as "restsOn",
       t.name as "search units", i.name as "search indicators", right(d.title, 40) as "search documents", w.recipient_name as "search awards", t.name as "search nominations", d.type, r.period, c.kind as kinds, (u.identifiers #>> '{0,system}') || ':' || (u.identifiers #>> '{0,value}') as identifier,
       (select code from unit w where w.commune_id = $1 and exists (select from unit_term b where b.commune_id = $1 and b.parent_id = w.id) limit 1) as parent
     from plan p join document d on d.commune_id = p.commune_id and d.id = p.document_id join indicator i on i.commune_id = p.commune_id and i.plan_id = p.id join result r on r.commune_id = p.commune_id and r.indicator_id = i.id
       join nomination_ground g on g.commune_id = r.commune_id and g.result_id = r.id join nomination n on n.commune_id = g.commune_id and n.id = g.nomination_id join award w on w.commune_id = n.commune_id and w.nomination_id = n.id
       join matter b on b.commune_id = n.commune_id and b.nomination_id = n.id join meeting e on e.commune_id = b.commune_id and e.id = b.meeting_id join unit h on h.commune_id = e.commune_id and h.id = e.council_id
       join unit u on u.commune_id = p.commune_id and u.id = r.unit_id join unit_term t on t.commune_id = p.commune_id and t.unit_id = u.id join submission s on s.commune_id = p.commune_id and s.id = r.submission_id,
       (select id from file where commune_id = $1 limit 1) f, (select key from actor where commune_id = $1 limit 1) a, (select kind from change where commune_id = $1 limit 1) c, (select * from standing where commune_id = $1 limit 1) z
     where p.commune_id = $1 limit 1`,
    [commune],
  );
  return rows[0]!;
}

/** The values an operation is asked with: an id is of what the operation is about. */
function given(operation: string, commune: string, of: string): Record<string, string> {
  const own = names[of]!;
  const about = {
    document: own.document,
    downloadFile: own.file,
    history: own.history,
    consultation: own.consultation,
    listings: own.consultation,
    objection: own.objection,
    submission: own.submission,
    scoreSheet: own.sheet,
    round: own.round,
    nomination: own.nomination,
    meeting: own.meeting,
    decision: own.decision,
    decisionPaper: own.decision,
    meetingPaper: own.meeting,
    certificate: own.award,
    correctionPaper: own.award,
    award: own.award,
    remark: own.remark,
    payment: own.payment,
    complaint: own.complaint,
    publication: own.publication,
    candidateStandings: own.candidate,
  }[operation.replace(/Actions$/, '')];
  return {
    ...own,
    ...(about && { id: about }),
    ...(operation === 'standing' && { unit: own['unit standing'] }),
    commune,
    key: commune,
    type: 'plan',
    ...(operation === 'refusal' && { code: 'STALE' }),
    ...(operation === 'verifyAward' && { code: own.certificate }),
  };
}

/** Answer without the values that were sent. */
async function ask(
  caller: string | undefined,
  path: string,
  sent: Record<string, unknown>,
  { graphql, accept = '*/*' }: { graphql?: object; accept?: string } = {},
): Promise<{ status: number; text: string }> {
  const key =
    caller && (caller.startsWith('theirs ') ? theirKeys[caller.slice(7)] : (cluster().keys[caller] ?? caller));
  const headers = {
    accept,
    ...(key && { authorization: `Bearer ${key}` }),
    ...(graphql && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(address + path, {
    method: graphql ? 'POST' : 'GET',
    headers,
    body: graphql && JSON.stringify(graphql),
  });
  const told =
    JSON.stringify(
      [...answer.headers].filter(
        ([name]) => !['date', 'x-request-id', 'etag', 'ratelimit', 'content-length'].includes(name),
      ),
    ) + (await answer.text()).replace(/"requestId":"[^"]+"/g, '');
  return {
    status: answer.status,
    text: Object.values(sent)
      .flat()
      .map(String)
      .sort((a, b) => b.length - a.length)
      .reduce((text, value) => text.replaceAll(JSON.stringify(value).slice(1, -1), '…'), told),
  };
}

function rest(
  operation: string,
  caller: string | undefined,
  sent: Record<string, string>,
  query = '',
  accept?: string,
) {
  const { path } = reads.find(({ operationId }) => operationId === operation)!;
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sent[name]!));
  return ask(
    caller,
    `${url}${query}`,
    Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => [name!, sent[name!]!])
        .concat([...new URLSearchParams(query)].map(([name, value]) => [`asked ${name}`, value])),
    ),
    { accept },
  );
}

const sheet = (...[operation, caller, sent]: [string, string | undefined, Record<string, string>]) =>
  rest(operation, caller, sent, '', 'text/csv');

function graphql(operation: string, caller: string | undefined, sent: Record<string, string>) {
  const { args, type } = queries.find(({ name }) => name === operation)!;
  const passed = args.filter((arg) => isNonNullType(arg.type)).map(({ name }) => name);
  const told = Object.fromEntries(passed.map((name) => [name, sent[name]!]));
  const query = `{ ${operation}${passed.length > 0 ? `(${passed.map((name) => `${name}: ${JSON.stringify(sent[name])}`).join(', ')})` : ''} ${everything(type)} }`;
  return ask(caller, '/graphql', told, { graphql: { query } });
}

const found = (text: string) => [...new Set(text.match(/canary\d+x/g) ?? [])].map((canary) => canaries.get(canary)!);

/** Asks everything through both doors, as many at once as are taken, and gives what was told of which columns. */
async function everythingAsked(caller: string | undefined, commune: string, of: string): Promise<string[]> {
  const asked = [
    ...reads.map(({ operationId }) => [operationId, rest] as const),
    ...reads.filter(isTable).map(({ operationId }) => [operationId, sheet] as const),
    ...queries.map(({ name }) => [name, graphql] as const),
  ];
  const turns = asked.values();
  const told = new Set<string>();
  const failed: string[] = [];
  const lane = async () => {
    for (const [operation, door] of turns) {
      const { status, text } = await door(operation, caller, given(operation, commune, of));
      if (status >= 500) failed.push(`${door.name} ${operation}: ${text}`);
      for (const column of found(text)) told.add(column);
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  expect(failed).toEqual([]);
  return [...told];
}

it('control: who is of that commune does see the canaries', async () => {
  const seen = new Set<string>();
  for (const caller of ['administrator', 'clerk', 'chairperson'])
    for (const column of await everythingAsked(`theirs ${caller}`, them.key, them.key)) seen.add(column);
  const unseen = [...canaries.values()].filter((column) => !seen.has(column));
  expect({ closed, unseen }).toEqual({ closed: unmarked, unseen: shownToNobody });
});

it.each(callers)('nothing of it is told to %s', async (caller) => {
  for (const [commune, of] of [
    [us, us],
    [us, them],
    [them, them],
    [them, us],
  ] as const) {
    const told = await everythingAsked(caller, commune.key, of.key);
    const byContract = caller === undefined && commune === them ? shownToAnybody : /^$/;
    expect({ commune, of, told: told.filter((column) => !byContract.test(column)) }).toEqual({ commune, of, told: [] });
  }
});

/** Operations whose award forms and rule sets are words of the law, which is public. */
const byLaw = ['eligibility', 'candidates', 'registrations'];

/** Filters that take a word of a record; others take a number, a day, one of a few words or a text to print, or are a credential. */
const filters = reads
  .filter(({ operationId }) => !['agendaCalendar', 'correctionPaper'].includes(operationId))
  .flatMap(({ operationId, parameters }) =>
    parameters
      .filter(
        ({ name, in: place, schema }) =>
          place === 'query' &&
          !['after', 'cursor', 'asOf'].includes(name) &&
          !(byLaw.includes(operationId) && ['form', 'ruleSet'].includes(name)) &&
          schema.type !== 'integer' &&
          schema.type !== 'boolean' &&
          !['date', 'date-time'].includes(schema.format ?? '') &&
          !schema.enum &&
          !schema.items?.enum,
      )
      .map(({ name }) => [operationId, name] as const),
  );

/** Value of a filter: some are of the records that the operation lists alone. */
const valueOf = (commune: string, operation: string, filter: string) =>
  names[commune]![`${filter} ${operation}`] ?? names[commune]![filter];

/** The query of a filter, with the parameters that the operation does not do without. */
function queryOf(commune: string, operation: string, [filter, value]: readonly [string, string]): string {
  const { parameters } = reads.find(({ operationId }) => operationId === operation)!;
  const needed = parameters.filter((each) => each.in === 'query' && each.required && each.name !== filter);
  return `?${[[filter, value], ...needed.map(({ name }) => [name, valueOf(commune, operation, name)!])]
    .map(([name, each]) => `${name}=${encodeURIComponent(each!)}`)
    .join('&')}`;
}

it.each(filters)('%s by %s: a hidden value answers as one that does not exist', async (operation, filter) => {
  const hidden = valueOf(them.key, operation, filter);
  expect(hidden).toBeDefined();
  const none = ['id', 'round', 'decision', 'consultation', 'award', 'nomination'].includes(filter)
    ? randomUUID().replace(/-4/, '-8')
    : filter === 'identifier'
      ? 'khong:co'
      : filter === 'period'
        ? hidden!
        : 'khong-co';
  const own = given(operation, us.key, us.key);
  for (const caller of callers) {
    const [one, other] = await Promise.all(
      [hidden!, none].map((value) => rest(operation, caller, own, queryOf(us.key, operation, [filter, value]))),
    );
    expect({ caller, ...one }).toEqual({ caller, ...other });
  }
});

it("control: by one's own value each of them finds something", async () => {
  const nothing: string[] = [];
  for (const [operation, filter] of filters) {
    const own = given(operation, us.key, us.key);
    const query = queryOf(us.key, operation, [filter, valueOf(us.key, operation, filter)!]);
    const { status, text } = await rest(
      operation,
      operation === 'submissionTemplate' ? 'clerk' : 'administrator',
      own,
      query,
    );
    if (status !== 200 || text.includes('"items":[]')) nothing.push(`${operation} by ${filter}`);
  }
  expect(nothing).toEqual([]);
});

it('no line of the log tells any', () => {
  // It tells by their keys who asked; of them those of the control, too.
  const log = program.stderr.replace(/"actor":"(administrator|clerk|chairperson)canary\d+x"/g, '');
  expect(log.length).toBeLessThan(program.stderr.length);
  expect(log.split('\n').length).toBeGreaterThan(1000);
  expect(found(log)).toEqual([]);
});
