import { auditedTypes } from '../../src/audit/rows.queries.js';
import { withClient } from '../../src/database/client.js';
import { Database } from '../../src/database/database.js';
import { startApp, useApp } from '../app.js';
import { cluster } from '../cluster.js';
import { operations } from '../contract/contract.js';
import { asking, type Doors, type Told } from '../contract/rights/asking.js';
import { bound, callers, isRead, placesOf, verdict } from '../contract/rights/callers.js';
import { restAlone, table } from '../contract/rights/expected.js';
import { arrangeTwins, type Twins } from './each-wall.js';

/*
 * The same program a second time, as a role that no policy binds, on a database where another commune has the same rows
 * under the same ids: what it answers right, it answers by its own conditions. The policies have their test in queries/.
 */

// The response cache would hide the changes made past the program.
const test = useApp('sample', 0);
const role = `unbound_${process.pid}`;
let unbound: Awaited<ReturnType<typeof startApp>>;
let world: Twins;
let asBound: Doors;
let asUnbound: Doors;

beforeAll(async () => {
  const { admin, database } = test;
  test.exceptFromAudit(...auditedTypes);
  world = await arrangeTwins(test);
  // It reads tables as they lie, so that rows that are wrongly read come first.
  const asTheyLie = ['indexscan', 'indexonlyscan', 'bitmapscan'].map(
    (of) => `alter role ${role} set enable_${of} = off`,
  );
  await admin.query(
    `create role ${role} login bypassrls in role thidua_runtime password 'unbound'; ${asTheyLie.join(';')}`,
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

async function ask(
  of: Doors,
  { door, operation, caller, place, more, query }: Question,
): Promise<Told & { text: string }> {
  if (query) {
    const body = await of.ask(caller, table[operation]?.scope, query);
    return { verdict: 'OK', body, text: JSON.stringify(body) };
  }
  const given = world.parameters(operation, place === 'xa-khac' ? 'duc-lang' : place);
  return of.whole(door, caller, operation, { ...given, key: place, commune: place, ...more });
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
  units:
    /\((?:(?:c\.data->>'unitId'|own\.units) is null or )?(?:\w+\.unit_id|c\.data->>'unitId') = any \((\$\d+|own\.units)\)\)/g,
};

const types = { commune: 'int', audience: 'audience', units: 'uuid[]' };

/** The statement without them. What stands instead still names its parameter, whose type PostgreSQL would not know otherwise. */
const without = (kind: keyof typeof ofReach, text: string) =>
  text.replace(ofReach[kind], (_, given: string) =>
    given.startsWith('$') ? `(${given}::${types[kind]} is not null)` : 'true',
  );

/** Statements whose rows are handed out by commune and id, or key: the program itself tells the communes apart once more. */
const toldApart =
  /^(?!changes)(?:\w+-)?(\w+)\.\1(ById|ByKey|Of\w*)(\.\w+)*$|^plans\.plans$|^indicators\.(indicators|withoutBaseline)$/;

/**
 * Read for what may be done, whose access is noted, what a plan continues or which rows of a table are shown, by ids or
 * codes that were found in the own reach: another's row under the same says the same.
 */
const byIdsOfOurs = [
  'disclosures.persons',
  'progress.continued',
  'publications.seen',
  'submissions.corrected',
  'submissions.reportedIndicatorsOf',
  'submissions.responsible',
];

/**
 * Read for officials alone, who see every audience; the two statements of one download, each of which holds it back; and
 * the plans of indicators that were shown, and which plan they continue, which is then read by its id; and tables that
 * were shown.
 */
const forOfficials =
  /^(councils|meetings|nominations|rounds|submissions)\.|^results\.results(ById|OfSubmissions)$|^plans\.plansById$|^progress\.continued$|^publications\.publicationsById$|^files\.(filesById|chunk)$/;

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
      // A page that only a changed statement leads to is asked for by nobody.
      if (!changed) statements.set(statement, { texts: texts.add(text), asked: asked.add(current) });
      const sent = changed?.statement === statement ? without(changed.kind, text) : text;
      return send.call(this, sent === text ? name : `${name}.changed`, sent, values) as Promise<Row[]>;
    };
  });
  afterAll(() => void (Database.prototype.rows = send));

  const answer = async (question: Question) => (await ask(asUnbound, (current = question))).text;

  async function answers(asked: readonly Question[]): Promise<Map<Question, string>> {
    const found = new Map<Question, string>();
    for (const question of asked) found.set(question, await answer(question));
    for (const [{ query }, text] of found) if (query) expect(text).not.toContain('"errors"');
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

  /** Questions, and those for the next page of a list. */
  async function withSecondPages(asked: readonly Question[]): Promise<Question[]> {
    const pages: Question[] = [];
    for (const question of asked) {
      const { next } = (await ask(asUnbound, question)).body;
      if (typeof next === 'string') pages.push({ ...question, more: { filter: `?after=${encodeURIComponent(next)}` } });
    }
    return [...asked, ...pages];
  }

  const askedBy = (...readers: string[]) => questions(reads, readers).filter(({ place }) => place === 'duc-lang');

  it('of the commune', async () => {
    const ofClerk = { door: 'REST', caller: 'clerk', place: 'duc-lang' } as const;
    const figures = 'progress(period: "2023", first: 500) { nodes { indicatorCode percent cumulative { value } } }';
    const query = `{ plan(commune: "duc-lang", plan: "2023") { ${figures} } }`;
    const asked = [
      ...askedBy('clerk', 'district', 'nobody', 'a key for another unit'),
      { ...ofClerk, door: 'GraphQL', operation: 'plan', query } as const,
      // Nothing of ours holds these.
      { ...ofClerk, operation: 'unitActions', more: { unit: 'ho-khu-2-1' } },
      { ...ofClerk, operation: 'indicatorActions', more: world.draft },
    ];
    const known = await answers(asked);
    expect(await answers(asked)).toEqual(known);
    const found = await unnoticed('commune', known);
    expect(found.filter((name) => !toldApart.test(name))).toEqual(byIdsOfOurs);
    expect(found.length).toBeGreaterThan(byIdsOfOurs.length);
  });

  it('of the units of a bound key', async () => {
    const ofKeys = (question: Pick<Question, 'door' | 'operation' | 'more' | 'query'>) =>
      Object.keys(bound).map((caller) => ({ ...question, caller, place: 'duc-lang' }));
    const query = '{ results(commune: "duc-lang", first: 50) { nodes { nominations { nodes { id } } } } }';
    const asked = [
      ...askedBy(...Object.keys(bound)),
      ...ofKeys({ door: 'REST', operation: 'nominations', more: { filter: `?restsOn=${world.indicator}` } }),
      ...ofKeys({ door: 'REST', operation: 'changes', more: { filter: '?first=500' } }),
      ...ofKeys({ door: 'REST', operation: 'history', more: { type: 'submission', id: world.correction } }),
      ...ofKeys({ door: 'GraphQL', operation: 'results', query }),
    ];
    console.log(await ask(asUnbound, asked.at(-1)!));
    // Asked of reports that were shown: those are one's own.
    expect(await unnoticed('units', await answers(asked))).toEqual(['results.resultsOfSubmissions.own']);
  });

  it('of the audience', async () => {
    const { rows } = await test.admin.query<{ name: string }>(
      `select attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = attrelid where attname = 'audience' and relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const asked = await withSecondPages(askedBy('district', 'nobody'));
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
