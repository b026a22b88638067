import { jest } from '@jest/globals';
import { parse } from 'graphql';
import supertest from 'supertest';
import { Database } from '../../src/database/database.js';
import { GraphqlExecution } from '../../src/graphql/graphql-execution.js';
import { parsedDocuments } from '../../src/graphql/selections.js';
import { limits } from '../../src/limits/limits.js';
import { as, startApp, useApp } from '../app.js';
import { until } from '../until.js';

const test = useApp('sample', 0);

const ask = (app: typeof test.app, actor: string, query: string) =>
  supertest(app.getHttpServer())
    .post('/graphql')
    .set(as(test, actor))
    .send({ query })
    .then((answer) => answer);

let sent: string[] = [];
beforeEach(() => {
  sent = [];
  const { rows } = Database.prototype;
  jest.spyOn(Database.prototype, 'rows').mockImplementation(function (this: Database, name, text, values) {
    sent.push(name);
    return rows.call(this, name, text, values) as Promise<never[]>;
  });
});
afterEach(() => jest.restoreAllMocks());

describe('the acts on a page of reports', () => {
  const reports = 120;
  const acts = (first: number) =>
    `{ submissions(commune: "duc-lang", first: ${first}) { nodes { actions { act allowed reasons } } } }`;

  /** Reports of one unit, with their figures, in every state that the sample has. */
  beforeAll(async () => {
    test.exceptFromAudit('submission');
    await test.admin.query(`
      set session_replication_role = replica;
      create temporary table made as
        select t.id as of, (1900 + n)::text as period,
          ('ffffffff-0000-7000-8000-' || lpad((row_number() over (order by n, t.id))::text, 12, '0'))::uuid as id
        from (select distinct on (state) id from submission where commune_id = 1 order by state, id) t,
          generate_series(1, ${reports}) n;
      insert into submission select c.* from made m join submission t on t.commune_id = 1 and t.id = m.of,
        jsonb_populate_record(null::submission, to_jsonb(t) || jsonb_build_object('id', m.id, 'period', m.period,
          'corrects_id', null,
          'unit_id', (select id from unit where commune_id = 1 and code = 'khu-dan-cu-1'))) c
        on conflict do nothing;
      insert into entry select c.* from made m join submission s on s.commune_id = 1 and s.id = m.id
        join entry t on t.commune_id = 1 and t.submission_id = m.of,
        jsonb_populate_record(null::entry, to_jsonb(t) || jsonb_build_object('submission_id', m.id)) c`);
  });

  const statementsOf = async (first: number) => {
    sent = [];
    const { body } = await ask(test.app, 'hamlet-1', acts(first));
    expect(body.errors).toBeUndefined();
    expect(body.data.submissions.nodes).toHaveLength(first);
    return sent.sort();
  };

  /** Reports of every state stand on it. */
  const short = 20;

  it('are as many statements on a long page as on a short one', async () => {
    const few = await statementsOf(short);
    expect(await statementsOf(reports)).toEqual(few);
    expect(few).toEqual(expect.arrayContaining(['submissions.corrected', 'submissions.responsible']));
    expect(few.length).toBeLessThan(short);
  });

  it('control: report by report they are as many statements more as there are reports', async () => {
    const one = '{ id actions { act } }';
    const { body } = await ask(test.app, 'hamlet-1', `{ submissions(commune: "duc-lang", first: 3) { nodes ${one} } }`);
    sent = [];
    for (const { id } of body.data.submissions.nodes) {
      const answer = await ask(test.app, 'hamlet-1', `{ submission(commune: "duc-lang", id: "${id}") ${one} }`);
      expect(answer.body.errors).toBeUndefined();
    }
    expect(sent.filter((name) => name === 'submissions.corrected')).toHaveLength(3);
  });

  it('asked eleven times at once by one key, take half of the connections, and others are answered', async () => {
    const app = await startApp(test.database.runtimeUrl, { poolSize: 4, answerCache: 0 });
    const database = app.get(Database);
    try {
      for (const actor of ['hamlet-1', 'clerk']) await ask(app, actor, '{ me { key } }');
      const few = await statementsOf(short);
      await test.admin.query('begin; lock table submission in access exclusive mode');
      sent = [];
      const eleven = Array.from({ length: 11 }, () => ask(app, 'hamlet-1', acts(reports)));
      const held = () => database.pool().total - database.pool().idle;
      await until(() => held() + database.pool().waiting === 11);
      expect([held(), database.pool().waiting]).toEqual([2, 9]);
      const others = [
        await ask(app, 'clerk', '{ plans(commune: "duc-lang") { nodes { key } } }'),
        await supertest(app.getHttpServer()).get('/v1/communes').set(as(test, 'clerk')),
        await supertest(app.getHttpServer()).get('/v1/award-forms'),
        await supertest(app.getHttpServer()).get('/health/ready'),
      ];
      expect(others.map(({ status, body }) => [status, body.errors])).toEqual(Array(4).fill([200, undefined]));
      expect(database.pool().waiting).toBe(9);
      await test.admin.query('rollback');
      expect((await Promise.all(eleven)).map(({ status, body }) => [status, body.errors])).toEqual(
        Array(11).fill([200, undefined]),
      );
      const ofReports = (names: readonly string[]) => names.filter((name) => name.startsWith('submissions.'));
      expect(ofReports(sent)).toHaveLength(11 * ofReports(few).length);
      await until(() => database.pool().idle === database.pool().total);
    } finally {
      await test.admin.query('rollback');
      await app.close();
    }
  });
});

describe('two hundred documents of one key', () => {
  const members = ['code', 'name', 'target', 'comparator', 'direction', 'parts', 'counted', 'derived'];
  const fields = `${members.join(' ')} `.repeat(55);
  const document = (n: number) =>
    `{ d${n}: indicators(commune: "duc-lang", plan: "2023", first: 1) { nodes { ${fields} } } }`;
  const documents = Array.from({ length: 200 }, (_, n) => document(n));
  const kept = '{ plans(commune: "duc-lang") { nodes { key } } }';

  /** Store of what is compiled, by what a document and its variables are. */
  const compiled = () =>
    (
      test.app.get(GraphqlExecution, { strict: false }) as unknown as {
        selections: { known: { calculatedSize: number; set(key: string, ...more: unknown[]): unknown } };
      }
    ).selections.known;
  const taken = ({ headers }: supertest.Response) => Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]);

  it('are compiled once each and kept by weight; what another key uses meanwhile is compiled once', async () => {
    const known = compiled();
    const compiles = jest.spyOn(known, 'set');
    const of = (text: string) => compiles.mock.calls.filter(([key]) => key.includes(text)).length;
    await ask(test.app, 'clerk', kept);
    const [[usual]] = compiles.mock.calls as [[string]];
    let most = 0;
    for (let n = 0; n < documents.length; n += 10) {
      const answers = await Promise.all(documents.slice(n, n + 10).map((query) => ask(test.app, 'hamlet-1', query)));
      expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(Array(10).fill([200, undefined]));
      expect((await ask(test.app, 'clerk', kept)).status).toBe(200);
      most = Math.max(most, known.calculatedSize);
    }
    expect(most).toBeLessThanOrEqual(limits.selectedCharacters);
    expect(documents.join('').length).toBeGreaterThan(1.5 * limits.selectedCharacters);
    expect(of(usual)).toBe(1);
    expect(compiles).toHaveBeenCalledTimes(1 + documents.length);
  });

  it('cost their key as much again once they are forgotten', async () => {
    const last = await ask(test.app, 'hamlet-1', documents.at(-1)!);
    const again = await ask(test.app, 'hamlet-1', documents.at(-1)!);
    const forgotten = await ask(test.app, 'hamlet-1', documents[0]!);
    expect(taken(last) - taken(again)).toBe(1);
    expect(taken(again) - taken(forgotten)).toBe(1 + limits.newDocument);
  });

  it('are kept parsed by weight', async () => {
    const store = parsedDocuments();
    for (const text of documents) await store.set(text, parse(text));
    const found = await Promise.all(documents.map((text) => store.get(text)));
    const characters = found.reduce((sum, each) => sum + (each?.loc?.end ?? 0), 0);
    expect(found.at(-1)).toBeDefined();
    expect(characters).toBeGreaterThan(0.8 * limits.parsedCharacters);
    expect(characters).toBeLessThanOrEqual(limits.parsedCharacters);
  });
});
