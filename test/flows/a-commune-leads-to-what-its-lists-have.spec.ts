import { as, useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const plan = '2023';

/** Lists that are asked for from a commune, too, each with filters and without. */
const lists = [
  ['awards', 'year: 2023'],
  ['awards', 'search: "khu dan cu", withPredecessors: true, unit: ["khu-dan-cu-1"]'],
  ['decisions', 'state: [SIGNED]'],
  ['nominations', 'search: "khu", state: [GRANTED, SUBMITTED]'],
  ['results', `plan: ["${plan}"], unit: ["khu-dan-cu-1"], asOf: "2023-12-31"`],
  ['results', 'at: 999999'],
  ['submissions', `plan: ["${plan}"], state: [APPROVED]`],
  ...['awards', 'decisions', 'nominations', 'results', 'submissions'].map((list) => [list, ''] as const),
] as const;
const callers = ['clerk', 'hamlet-1', 'observer', 'district', null];

const ask = async (caller: string | null, query: string): Promise<Row> =>
  (
    await test
      .http()
      .post('/graphql')
      .set(caller === null ? {} : as(test, caller))
      .send({ query })
  ).body;
const codesOf = ({ errors = [] }: Row) => errors.map(({ extensions }: Row) => extensions.code);

it.each(lists.flatMap(([list, filter]) => callers.map((caller) => [list, filter, caller] as const)))(
  '%s (%s) for %s',
  async (list, filter, caller) => {
    const selected = '{ nodes { id } pageInfo { endCursor hasNextPage hasPreviousPage } }';
    let after = '';
    for (let page = 0; page < 3; page++) {
      const asked = `first: 2${after}${filter && `, ${filter}`}`;
      const whole = await ask(caller, `{ ${list}(commune: "${commune}", ${asked}) ${selected} }`);
      const edge = await ask(caller, `{ commune(key: "${commune}") { ${list}(${asked}) ${selected} } }`);
      expect(edge.data.commune[list]).toEqual(whole.data[list]);
      expect(codesOf(edge)).toEqual(codesOf(whole));
      if (!whole.data[list]?.pageInfo.hasNextPage) break;
      after = `, after: "${whole.data[list].pageInfo.endCursor}"`;
    }
  },
);

it('control: there is something of each, and the public is refused reports', async () => {
  const each = lists.slice(-5).map(([list]) => list);
  const document = `{ commune(key: "${commune}") { ${each.map((list) => `${list} { nodes { id } }`).join(' ')} } }`;
  const { data } = await ask('clerk', document);
  expect(each.filter((list) => data.commune[list].nodes.length < 2)).toEqual([]);
  expect(codesOf(await ask(null, document)).length).toBeGreaterThan(0);
});

it('a plan leads to its indicator by code, and to none where none is to be seen', async () => {
  const indicator = 'indicator(code: "econ.livestock.pig") { code plan target }';
  const { data, errors } = await ask(
    null,
    `{ plans(commune: "${commune}") { nodes { key ${indicator} none: indicator(code: "no.such") { code } } }
       indicator(commune: "${commune}", plan: "${plan}", code: "econ.livestock.pig") { code plan target } }`,
  );
  expect(errors).toBeUndefined();
  const nodes: Row[] = data.plans.nodes;
  expect(nodes.find(({ key }) => key === plan)!.indicator).toEqual(data.indicator);
  expect(data.indicator.plan).toBe(plan);
  expect(nodes.map(({ none }) => none)).toEqual(nodes.map(() => null));
});

it.each([undefined, 'observer', 'clerk'])(
  '%s is shown no less where predecessors are asked for, too',
  async (actor) => {
    const given = async (asked: object) =>
      done(await rest(test).ask('awards', actor, { commune: 'duc-lang', unit: ['khu-dan-cu-1'], ...asked })).items;
    const own = await given({});
    expect(own.length).toBeGreaterThan(0);
    expect(await given({ withPredecessors: true })).toEqual(own);
  },
);
