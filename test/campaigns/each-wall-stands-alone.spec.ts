import { auditedTypes } from '../../src/audit/rows.queries.js';
import { withClient } from '../../src/database/client.js';
import { Database } from '../../src/database/database.js';
import { startApp, useApp } from '../app.js';
import { cluster } from '../cluster.js';
import { operations } from '../contract/contract.js';
import { copy, putCanaries } from '../contract/other-commune.js';
import { arrange, asking, type Doors, type Told, type World } from '../contract/rights/asking.js';
import { bound, callers, isRead, placesOf, verdict } from '../contract/rights/callers.js';
import { restAlone, table } from '../contract/rights/expected.js';
import { communeTables } from '../queries/rows.js';

/*
 * The same program a second time, as a role that no policy binds, on a database where another commune has the same rows
 * under the same ids: what it answers right, it answers by its own conditions. The policies have their test in queries/.
 */

// The response cache would hide the changes made past the program.
const test = useApp('sample', 0);
const role = `unbound_${process.pid}`;
let unbound: Awaited<ReturnType<typeof startApp>>;
let world: World;
let asBound: Doors;
let asUnbound: Doors;

beforeAll(async () => {
  world = await arrange(test);
  const { admin, database } = test;
  test.exceptFromAudit(...auditedTypes);
  // Other units have said something, too, and somebody is nominated for it.
  await admin.query(
    `insert into acknowledgement (commune_id, id, plan_id, unit_id, form, held_on) select p.commune_id, gen_random_uuid(), p.id, u.id, 'MEETING', p.issued_on from plan p join unit u using (commune_id) where p.commune_id = 1 and p.key = '2023' and u.kind = 'HAMLET' on conflict do nothing`,
  );
  await admin.query(
    `insert into nomination_ground (commune_id, nomination_id, ordinal, submission_id) select commune_id, $1, 100 + row_number() over (), id from submission where commune_id = 1 and state <> 'DRAFT' on conflict do nothing`,
    [world.road.nomination.id],
  );
  // A unit that owes figures of everything, and has given none.
  await admin.query(
    `insert into target (commune_id, id, indicator_id, unit_id, period, value, audience)
     select 1, gen_random_uuid(), i.id, u.id, p.key, 1, 'PUBLIC' from plan p join indicator i on i.plan_id = p.id, unit u
     where p.commune_id = 1 and p.key = '2023' and not i.derived and u.commune_id = 1 and u.code = 'khu-dan-cu-6' on conflict do nothing`,
  );
  const tables = (await communeTables(admin)).filter((name) => !['api_key', 'appointment', 'actor'].includes(name));
  await admin.query('set session_replication_role = replica');
  for (const name of tables) await copy(admin, name, { from: 1, to: 3, sameIds: true });
  // Changes, plans and indicators are asked for by their words, and everybody may: they keep them.
  await putCanaries(
    admin,
    tables.filter((name) => !['change', 'plan', 'indicator'].includes(name)),
    3,
  );
  await admin.query(
    `update chain set hash = sha256(hash) where commune_id = 3; update file_chunk set bytes = 'their' where commune_id = 3`,
  );
  await admin.query(besides);
  // Rows that are wrongly read come first.
  for (const name of tables) await admin.query(`update ${name} set commune_id = commune_id where commune_id = 1`);
  await admin.query('analyze');
  await admin.query(
    `set session_replication_role = origin; create role ${role} login bypassrls in role thidua_runtime password 'unbound'; create table shown as table personal_access`,
  );
  const url = new URL(database.runtimeUrl);
  [url.username, url.password] = [role, 'unbound'];
  unbound = await startApp(url.href, { poolSize: 4, preparedStatements: false });
  [asBound, asUnbound] = [await asking(test.app, world), await asking(unbound, world)];
});
afterAll(async () => {
  await unbound?.close();
  await withClient(cluster().adminUrl, (admin) => admin.query(`drop role ${role}`));
});

/**
 * What the other commune has besides: days, periods, targets and reports that would be seen in figures and due days. Its
 * figures are others, and still figures.
 */
const besides = `
  update result set value = value || case when value ~ '[.]' then '9' else '.9' end where commune_id = 3 and value ~ '^-?[0-9]';
  insert into result select r.* from (select * from result where commune_id = 3) t, unit u,
    jsonb_populate_record(null::result, to_jsonb(t) || jsonb_build_object('id', gen_random_uuid(), 'unit_id', u.id)) r
    where u.commune_id = 1 and u.code = 'khu-dan-cu-6' on conflict do nothing;
  insert into holiday (commune_id, id, day, name, kind, audience) values (3, gen_random_uuid(), '2024-01-12', 'a', 'OFF', 'PUBLIC');
  insert into plan_period (commune_id, id, plan_id, period, state, closed_on, head, extensions, audience)
    select 3, gen_random_uuid(), id, key, 'CLOSED', '2024-01-20', '{"position": 1, "hash": "a"}', '[{"unitId": null, "unitCode": null, "until": "2024-02-28"}]', 'SUPERIOR'
    from plan where commune_id = 1 and key = '2023';
  insert into target (commune_id, id, indicator_id, unit_id, period, value, audience)
    select 3, gen_random_uuid(), i.id, u.id, p.key, 1, 'PUBLIC' from plan p join indicator i on i.plan_id = p.id, unit u
    where p.commune_id = 1 and p.key = '2023' and not i.derived and i.commune_id = 1 and u.commune_id = 1 and u.code = 'khu-dan-cu-5' on conflict do nothing;
  insert into submission select r.* from (select * from submission where commune_id = 3 and state = 'APPROVED' and corrects_id is null limit 1) t,
    unit u, unnest(array['2023', '2023-Q1', '2023-Q4', '2023-H2', '2023-12', '2023-spring', '2023-summer', '2023-winter']) p,
    jsonb_populate_record(null::submission, to_jsonb(t) || jsonb_build_object('id', gen_random_uuid(), 'unit_id', u.id, 'period', p)) r
    where u.commune_id = 1 and u.code = 'khu-dan-cu-6' on conflict do nothing;
  insert into entry (commune_id, submission_id, indicator_id, scope, nothing_to_report)
    select 3, s.id, i.id, 'OWN', 'a' from submission s join unit u on u.commune_id = 1 and u.id = s.unit_id and u.code = 'khu-dan-cu-6'
    join indicator i on i.commune_id = 1 and i.plan_id = s.plan_id and not i.derived where s.commune_id = 3 on conflict do nothing`;

interface Question {
  door: 'REST' | 'GraphQL';
  operation: string;
  caller: string;
  place: string;
  /** Parameters besides those that are needed. */
  more?: Record<string, string>;
  /** Document of its own, for members that are read otherwise when others are not asked for. */
  query?: string;
}

const reads = operations()
  .filter(({ operationId }) => isRead(operationId))
  .map(({ operationId }) => operationId);
const questions = (asked: readonly string[], by: readonly string[]): Question[] =>
  (['REST', 'GraphQL'] as const).flatMap((door) =>
    asked
      .filter((name) => door === 'REST' || !restAlone.includes(name))
      .flatMap((operation) =>
        by.flatMap((caller) => placesOf(operation).map((place) => ({ door, operation, caller, place }))),
      ),
  );

/** Reads of the recorded disclosures, which grow with every question: each caller asks about the same person. */
const ofAccesses = ['accesses', 'exportPersonal'];

async function ask(
  of: Doors,
  { door, operation, caller, place, more, query }: Question,
): Promise<Told & { text: string }> {
  if (ofAccesses.includes(operation))
    await test.admin.query('truncate personal_access; insert into personal_access table shown');
  if (query) {
    const body = await of.ask(caller, table[operation]?.scope, query);
    return { verdict: 'OK', body, text: JSON.stringify(body) };
  }
  return of.whole(door, caller, operation, { ...world.parameters(operation, place), ...more });
}

it.each(Object.keys(table))('%s is answered the same without the policies', async (operation) => {
  const asked = questions([operation], callers);
  const answers: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const question of asked) {
    const { door, caller, place } = question;
    const cell = `${door}: ${caller} in ${place}`;
    const told = await ask(asUnbound, question);
    answers[cell] = told.verdict;
    expected[cell] = verdict(caller, operation, place);
    if (isRead(operation) && told.verdict === 'OK' && told.text !== (await ask(asBound, question)).text)
      answers[cell] += ' that differs';
  }
  expect(answers).toEqual(expected);
});

/** Conditions by which a statement keeps to its reach: what it is given, or the reaches it is given as rows `r`. A bound key's units: `isOwn`. */
const ofReach = {
  commune: /(?:\w+\.)?commune_id = (\$\d+|r\.commune_id)/g,
  audience: /(?:\w+\.)?audience >= (\$\d+|r\.sees)(?:::audience)?/g,
  units: /\((?:c\.data->>'unitId' is null or )?(?:\w+\.unit_id|c\.data->>'unitId') = any \((\$\d+)\)\)/g,
};

const types = { commune: 'int', audience: 'audience', units: 'uuid[]' };

/** The statement without them. What stands instead still names its parameter, whose type PostgreSQL would not know otherwise. */
const without = (kind: keyof typeof ofReach, text: string) =>
  text.replace(ofReach[kind], (_, given: string) =>
    given.startsWith('$') ? `(${given}::${types[kind]} is not null)` : 'true',
  );

/** Statements whose rows are handed out by commune and id, or key: the program itself tells the communes apart once more. */
const toldApart =
  /^(?!changes)(\w+)\.\1(ById|ByKey|Of\w*)(\.\w+)*$|^plans\.plans$|^indicators\.(indicators|withoutBaseline)$/;

/** Read for what may be done, whose access is noted or what a plan continues, by ids that were found in the own reach: another's row under the same id says the same. */
const byIdsOfOurs = [
  'disclosures.persons',
  'meetings.membersOf',
  'progress.continued',
  'submissions.corrected',
  'submissions.reportedIndicatorsOf',
  'submissions.responsible',
];

/**
 * Read for officials alone, who see every audience; the two statements of one download, each of which holds it back; and
 * the plans of indicators that were shown, and which plan they continue, which is then read by its id.
 */
const forOfficials =
  /^(councils|meetings|nominations|rounds|submissions)\.|^results\.results(ById|OfSubmissions)$|^plans\.plansById$|^progress\.continued$|^files\.(filesById|chunk)$/;

describe('a statement that keeps to no reach is noticed', () => {
  /** The statements, each in all its shapes (`#…`), and the questions that lead to them. */
  const statements = new Map<string, { texts: Set<string>; asked: Set<Question> }>();
  const send = Database.prototype.rows;
  let current: Question;
  let changed: { statement: string; kind: keyof typeof ofReach } | undefined;

  beforeAll(() => {
    const watched = unbound.get(Database);
    Database.prototype.rows = function <Row>(this: Database, name: string, text: string, values?: readonly unknown[]) {
      if (this !== watched) return send.call(this, name, text, values) as Promise<Row[]>;
      const [statement = name] = name.split('#');
      const { texts, asked } = statements.get(statement) ?? { texts: new Set(), asked: new Set() };
      statements.set(statement, { texts: texts.add(text), asked: asked.add(current) });
      const sent = changed?.statement === statement ? without(changed.kind, text) : text;
      return send.call(this, sent === text ? name : `${name}.changed`, sent, values) as Promise<Row[]>;
    };
  });
  afterAll(() => void (Database.prototype.rows = send));

  const answer = async (question: Question) => (await ask(asUnbound, (current = question))).text;

  async function answers(asked: readonly Question[]): Promise<Map<Question, string>> {
    const found = new Map<Question, string>();
    for (const question of asked) found.set(question, await answer(question));
    return found;
  }

  /** The statements whose change alters no answer. */
  async function unnoticed(kind: keyof typeof ofReach, known: Map<Question, string>): Promise<string[]> {
    const found: string[] = [];
    let tried = 0;
    for (const [statement, { texts, asked }] of statements) {
      const leading = [...asked].filter((question) => known.has(question));
      if (leading.length === 0 || [...texts].every((text) => without(kind, text) === text)) continue;
      tried += 1;
      changed = { statement, kind };
      let noticed = false;
      for (const question of leading) noticed ||= (await answer(question)) !== known.get(question);
      changed = undefined;
      if (!noticed) found.push(statement);
    }
    // A condition that is written anew, and no longer found, would not be missed.
    expect(tried).toBeGreaterThan(9);
    return found.sort();
  }

  const askedBy = (...readers: string[]) => questions(reads, readers).filter(({ place }) => place === 'duc-lang');

  it('of the commune', async () => {
    const figures = 'progress(period: "2023", first: 500) { nodes { indicatorCode percent cumulative { value } } }';
    const query = `{ plan(commune: "duc-lang", plan: "2023") { ${figures} } }`;
    const asked = [
      ...askedBy('clerk', 'district', 'nobody', 'a key for another unit'),
      { door: 'GraphQL', operation: 'plan', caller: 'clerk', place: 'duc-lang', query } as const,
    ];
    const known = await answers(asked);
    expect(await answers(asked)).toEqual(known);
    const found = await unnoticed('commune', known);
    // One row is read: which of two under one id or code comes first is chance, and so whether the change is noticed.
    const byChance = ['files.chunk', 'awards.verification'];
    expect(found.filter((name) => !toldApart.test(name) && !byChance.includes(name))).toEqual(byIdsOfOurs);
    expect(found.length).toBeGreaterThan(byIdsOfOurs.length);
  });

  it('of the units of a bound key', async () => {
    const besides: Record<string, Record<string, string>> = {
      nominations: { filter: `?restsOn=${world.indicator}` },
      changes: { filter: '?first=500' },
      history: { type: 'submission', id: world.correction },
    };
    const asked = [
      ...askedBy(...Object.keys(bound)),
      ...Object.entries(besides).flatMap(([operation, more]) =>
        Object.keys(bound).map((caller) => ({ door: 'REST', operation, caller, place: 'duc-lang', more }) as const),
      ),
    ];
    // Asked of results and reports that were shown: those are one's own.
    expect(await unnoticed('units', await answers(asked))).toEqual([
      'nominations.nominationsOf.result.own',
      'results.resultsOfSubmissions.own',
    ]);
  });

  it('of the audience', async () => {
    const { rows } = await test.admin.query<{ name: string }>(
      `select attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = attrelid where attname = 'audience' and relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const asked = askedBy('district', 'nobody');
    const inEach: string[][] = [];
    for (const { name } of rows) {
      await test.admin.query(`create table before as table ${name}; update ${name} set audience = 'INSIDE'`);
      inEach.push(await unnoticed('audience', await answers(asked)));
      await test.admin.query(
        `update ${name} t set audience = b.audience from before b where (b.commune_id, b.id) = (t.commune_id, t.id); drop table before`,
      );
    }
    const found = inEach[0]!.filter((name) => inEach.every((each) => each.includes(name)));
    expect(found.filter((name) => !forOfficials.test(name))).toEqual([]);
  });
});
