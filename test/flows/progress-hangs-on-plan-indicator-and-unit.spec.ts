import { jest } from '@jest/globals';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';

const test = useApp('sample', 0);
const commune = 'duc-lang';
const door = doors[0]![1](test);
const actors = ['nobody', 'clerk', 'district', 'hamlet-1', 'bound'];

const page = `{
  nodes { plan indicatorCode unitId unitCode period asOf state reason percent final target targetPeriod change notes
    cumulative { value outOf } inPeriod { value outOf } coverage { reported owed } before { period value outOf }
    yearBefore { period value outOf } readings { code state percent } resultIds sentence }
  pageInfo { hasNextPage endCursor hasPreviousPage startCursor } }`;

/** Members for lists in lists, whose cost is limited. */
const few = '{ nodes { indicatorCode unitId state percent cumulative { value } inPeriod { value } before { value } } }';
const fewOf = ({ indicatorCode, unitId, state, percent, cumulative, inPeriod, before }: Row) => ({
  indicatorCode,
  unitId,
  state,
  percent,
  cumulative: cumulative && { value: cumulative.value },
  inPeriod: inPeriod && { value: inPeriod.value },
  before: before && { value: before.value },
});

async function ask(actor: string, query: string): Promise<Row> {
  const headers = as(test, actor === 'nobody' ? undefined : actor);
  const { body } = await test.http().post('/graphql').set(headers).send({ query });
  expect(body.errors).toBeUndefined();
  return body.data;
}

const list = (given: object) =>
  Object.entries({ first: 500, ...given })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');

/** Rows of the root field. */
const rooted = async (actor: string, given: object, plan = '2023'): Promise<Row[]> =>
  (await ask(actor, `{ progress(commune: "${commune}", plan: "${plan}", ${list(given)}) ${page} }`)).progress.nodes;

beforeAll(async () => {
  const scopes = ['plans:read', 'results:read', 'units:read'];
  const input = { actor: 'clerk', unit: 'khu-dan-cu-2', scopes };
  const issued = done(await door.ask('issueKey', 'administrator', { commune }, { input }));
  (test.keys as Record<string, string>).bound = issued.key;
  const document = {
    type: 'KH',
    symbol: 'KH-UBND',
    year: 2024,
    issuer: 'UBND xã Đức Lạng',
    title: 'Kế hoạch năm 2024',
  };
  const next = { key: '2024', kind: 'YEARLY', year: 2024, title: 'Kế hoạch năm 2024', from: '2023', document };
  done(await door.ask('draftPlan', 'clerk', { commune }, { input: next }));
});

it('a key bound to a unit reads the figures of the whole commune, and the rows of its unit', async () => {
  const [all, own] = [await rooted('clerk', { units: true }), await rooted('bound', { units: true })];
  expect(own).toEqual(all.filter(({ unitCode }) => unitCode === null || unitCode === 'khu-dan-cu-2'));
  expect(own.filter(({ unitCode }) => unitCode !== null).length).toBeGreaterThan(5);
  // The limit stands again for what is read beside it.
  const beside = `{ progress(commune: "${commune}", plan: "2023", first: 1) { nodes { indicatorCode } }
    results(commune: "${commune}", first: 500) { nodes { unitCode } } again: progress(commune: "${commune}", plan: "2023", first: 1) { nodes { state } } }`;
  const { results } = await ask('bound', beside);
  expect([...new Set(results.nodes.map(({ unitCode }: Row) => unitCode))]).toEqual(['khu-dan-cu-2']);
});

describe.each(actors)('%s', (actor) => {
  it.each([{}, { units: true }, { period: '2023-Q2', units: true, asOf: '2023-07-31' }])(
    'is shown by a plan and its indicators what the root field shows: %j',
    async (given) => {
      const { plan } = await ask(
        actor,
        `{ plan(commune: "${commune}", plan: "2023") { progress(${list(given)}) ${page}
           indicators(first: 60) { nodes { progress(${list({ ...given, first: 25 })}) ${few} } } } }`,
      );
      const rows = await rooted(actor, given);
      expect(plan.progress.nodes).toEqual(rows);
      expect(plan.indicators.nodes.flatMap((each: Row) => each.progress.nodes)).toEqual(rows.map(fewOf));
      expect(rows.length).toBeGreaterThan(38);
    },
  );

  it('is shown by a unit its rows', async () => {
    // The public is shown no units.
    if (actor === 'nobody') return;
    const own = list({ plan: '2023', first: 40 });
    const reporting = '[BODY, DEPARTMENT, HAMLET, ORGANISATION]';
    const { units } = await ask(
      actor,
      `{ units(commune: "${commune}", kind: ${reporting}, first: 100) { nodes { progress(${own}) ${few} } } }`,
    );
    const rows = (await rooted(actor, { units: true })).filter(({ unitId }) => unitId !== null).map(fewOf);
    const shown = units.nodes.flatMap((unit: Row) => unit.progress.nodes) as Row[];
    const inOrder = (of: Row[]) => of.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(shown)).toEqual(inOrder(rows));
    expect(rows.length).toBeGreaterThan(5);
  });
});

it('beside each other the plan of a year and the one that continues it have the figures of either root field', async () => {
  const { plans } = await ask(
    'clerk',
    `{ plans(commune: "${commune}", first: 2) { nodes { key progress(${list({ units: true })}) ${page} } } }`,
  );
  const rows = Object.fromEntries(plans.nodes.map(({ key, progress }: Row) => [key, progress.nodes])) as Row;
  for (const key of ['2023', '2024']) expect(rows[key]).toEqual(await rooted('clerk', { units: true }, key));
  expect(rows['2024'].filter(({ yearBefore }: Row) => yearBefore !== null).length).toBeGreaterThan(20);
});

it('of a period of other years there is nothing, nor of a plan that is not there', async () => {
  const none = {
    nodes: [],
    pageInfo: { hasNextPage: false, endCursor: null, hasPreviousPage: false, startCursor: null },
  };
  const { plan } = await ask(
    'clerk',
    `{ plan(commune: "${commune}", plan: "2023") { progress(period: "2022-Q1") ${page} } }`,
  );
  const { unit } = await ask(
    'clerk',
    `{ unit(commune: "${commune}", unit: "khu-dan-cu-1") { progress(plan: "1999") ${page} } }`,
  );
  expect([plan.progress, unit.progress]).toEqual([none, none]);
});

it('pages follow each other', async () => {
  const of = async (given: object) =>
    (
      await ask(
        'clerk',
        `{ plan(commune: "${commune}", plan: "2023") { progress(${list({ units: true, ...given })}) ${page} } }`,
      )
    ).plan.progress;
  const first = await of({ first: 50 });
  const rest = await of({ after: first.pageInfo.endCursor });
  expect([...first.nodes, ...rest.nodes]).toEqual((await of({})).nodes);
});

it('shows a member alone as beside others', async () => {
  const nodes = async (members: string): Promise<Row[]> => {
    const asked = `{ plans(commune: "${commune}") { nodes { progress(units: true) { nodes { ${members} } } } } }`;
    return (await ask('clerk', asked)).plans.nodes.flatMap(({ progress }: Row) => progress.nodes);
  };
  const members = ['state', 'resultIds', 'yearBefore { value }'];
  const whole = await nodes(members.join(' '));
  const alone = await Promise.all(members.map(nodes));
  expect(whole).toEqual(whole.map((_, row) => Object.assign({}, ...alone.map((rows) => rows[row]))));
  // Control: some rows have results, and some a year before.
  expect(whole.some(({ resultIds }) => resultIds.length > 0)).toBe(true);
  expect(whole.some(({ yearBefore }) => yearBefore !== null)).toBe(true);
});

it('takes as many statements of one plan, indicator or unit as of all', async () => {
  const rows = jest.spyOn(Database.prototype, 'rows');
  const statementsOf = async (query: string) => {
    rows.mockClear();
    await ask('clerk', query);
    return rows.mock.calls.map(([name]) => name.replace(/\..*\./, '.')).sort();
  };
  const progress = '{ nodes { state resultIds yearBefore { value } } }';
  for (const query of [
    `{ plans(commune: "${commune}", first: N) { nodes { progress(units: true) ${progress} } } }`,
    `{ plans(commune: "${commune}", first: N) { nodes { indicators(first: N) { nodes { progress(units: true, first: 2) ${progress} } } } } }`,
    `{ units(commune: "${commune}", first: N) { nodes { progress(plan: "2024", first: 2) ${progress} } } }`,
  ]) {
    const [one, all] = [
      await statementsOf(query.replaceAll('N', '1')),
      await statementsOf(query.replaceAll('N', '30')),
    ];
    expect(all.filter((name) => !one.includes(name))).toEqual([]);
    expect(all.length).toBeLessThanOrEqual(one.length);
    expect(one).toContain('progress.results');
  }
  rows.mockRestore();
});
