import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { OutcomeActsService } from '../../src/forwarding/outcome-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { NominationsService } from '../../src/nominations/nominations.service.js';
import { sampleDay } from '../../src/sample/sample.js';
import { useApp } from '../app.js';
import { paperOf } from '../awards.js';
import { sdl } from './contract.js';
import { arrange, asking, type Doors, type World } from './rights/asking.js';
import { callersLacking, verdict } from './rights/callers.js';
import { edges, table } from './rights/expected.js';
import type { Row } from '../doors.js';

const test = useApp();
const schema = sdl();
let world: World;
let ask: Doors['ask'];
let cells = 0;

beforeAll(async () => {
  world = await arrange(test);
  ({ ask } = await asking(test.app, world));
  test.exceptFromAudit('remark');
  await test.admin.query(
    `update remark set state = 'ANSWERED', answered_on = added_on, correction_id = result_id
     where id = (select id from remark order by id desc limit 1)`,
  );
  const above = { commune: 'duc-lang', id: world.forwarded };
  const { version } = await test.app.get(NominationsService).nomination(await test.operator(), 'duc-lang', above.id);
  await test.app.get(OutcomeActsService).recordOutcome(
    await test.operator(),
    { ...above, expectedVersion: version },
    {
      outcome: 'GRANTED',
      decidedOn: sampleDay,
      numberText: '35/QĐ-UBND',
      issuer: 'UBND xã Đức Lạng',
      document: await paperOf(test, 'QĐ'),
    },
  );
  await test.app.get(PlanActsService).draftPlan(await test.operator(), 'duc-lang', {
    ...{ key: '2023-khu-dan-cu-1', kind: 'CHILD', parentPlan: '2023', unit: 'khu-dan-cu-1', year: 2023 },
    ...{ title: 'Kế hoạch của khu dân cư', document: { type: 'KH', year: 2023, issuer: 'KDC', title: 'Kế hoạch' } },
  });
});
afterAll(() => void console.info(`Matrix of edges: ${cells} cells, each with its verdict.`));

/** The shortest way to a record of each type that has edges; those inside others are met on the way. */
const roots: readonly (readonly [type: string, query: () => string])[] = [
  ['Commune', () => 'commune(key: "duc-lang")'],
  ['Plan', () => 'plan(commune: "duc-lang", plan: "2023")'],
  ['Plan', () => 'plans(commune: "duc-lang", kind: [CHILD], first: 1)'],
  ['Indicator', () => `indicator(commune: "duc-lang", plan: "2023", code: "${world.indicator}")`],
  ['Unit', () => 'unit(commune: "duc-lang", unit: "khu-dan-cu-1")'],
  [
    'Submission',
    () =>
      `submission(commune: "duc-lang", id: "${world.road.nomination.restsOn.find(({ type }) => type === 'SUBMISSION')!.id}")`,
  ],
  ['Submission', () => `submission(commune: "duc-lang", id: "${world.correction}")`],
  ['Result', () => 'results(commune: "duc-lang", first: 1)'],
  ['Remark', () => 'remarks(commune: "duc-lang", first: 2)'],
  ['Target', () => 'targets(commune: "duc-lang", plan: "2023", first: 2)'],
  [
    'Progress',
    () => 'progress(commune: "duc-lang", plan: "2023", indicator: ["econ.livestock.pig"], units: true, first: 2)',
  ],
  ['ProgressOfAll', () => 'progressOfAll(plan: "2023", first: 2)'],
  ['Council', () => 'councils(commune: "duc-lang", first: 2)'],
  ['Round', () => `round(commune: "duc-lang", id: "${world.road.round.id}")`],
  ['Nomination', () => `nomination(commune: "duc-lang", id: "${world.road.nomination.id}")`],
  ['Nomination', () => `nomination(commune: "duc-lang", id: "${world.forwarded}")`],
  ['Outcome', () => `outcomes(commune: "duc-lang", id: "${world.forwarded}")`],
  ['Meeting', () => `meeting(commune: "duc-lang", id: "${world.road.meeting.id}")`],
  ['Decision', () => `decision(commune: "duc-lang", id: "${world.road.decision.id}")`],
  ['Payment', () => `payment(commune: "duc-lang", id: "${String(world.parameters('payment', 'duc-lang').id)}")`],
  ['Complaint', () => `complaint(commune: "duc-lang", id: "${String(world.parameters('complaint', 'duc-lang').id)}")`],
  ['Fact', () => `fact(commune: "duc-lang", id: "${String(world.parameters('fact', 'duc-lang').id)}")`],
  ['Honour', () => 'honours(commune: "duc-lang", unit: "khu-dan-cu-1", kind: [AWARD], first: 3)'],
  [
    'Consultation',
    () => `consultation(commune: "duc-lang", id: "${String(world.parameters('consultation', 'duc-lang').id)}")`,
  ],
  ['Objection', () => `objection(commune: "duc-lang", id: "${String(world.parameters('objection', 'duc-lang').id)}")`],
  ['Eligibility', () => 'eligibility(commune: "duc-lang", form: "thon-van-hoa", nominee: "khu-dan-cu-1")'],
  ['Registration', () => 'registrations(commune: "duc-lang", first: 2)'],
  ['Award', () => `award(commune: "duc-lang", id: "${world.road.award.id}")`],
  ['Standing', () => 'standings(commune: "duc-lang", plan: "2023", period: ["2023"], first: 1)'],
  ['Publication', () => 'publications(commune: "duc-lang", plan: "2023", state: [CANDIDATE], first: 1)'],
  [
    'CandidateStanding',
    () =>
      `candidateStandings(commune: "duc-lang", plan: "2023", id: "${world.parameters('candidateStandings', 'duc-lang').id}", first: 2)`,
  ],
  ['ScoreSheet', () => 'scoreSheets(commune: "duc-lang", plan: "2023", first: 2)'],
  ['Completeness', () => 'completeness(commune: "duc-lang", plan: "2023", first: 2)'],
];

const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;
const edgesOf = (type: string) => Object.keys(edges).filter((edge) => edge.startsWith(`${type}.`));
const answerOf = (edge: string) => {
  const [type = '', field = ''] = edge.split('.');
  return getNamedType(typeOf(type).getFields()[field]!.type);
};
/** Members that are records with edges, or hold some. */
const membersOf = (type: string): string[] =>
  Object.values(typeOf(type).getFields()).flatMap(({ name, type: answer }) => {
    const { name: inner } = getNamedType(answer);
    return `${type}.${name}` in edges ||
      name === 'edges' ||
      !isObjectType(getNamedType(answer)) ||
      (edgesOf(inner).length === 0 && membersOf(inner).length === 0)
      ? []
      : [name];
  });

/** Everything of a record down to its edges, and `depth - 1` edges further; at first only the one edge. */
function selection(type: string, depth: number, only?: string): string {
  const own = only === undefined ? edgesOf(type) : edgesOf(type).filter((edge) => edge === only);
  const asked =
    depth === 0
      ? []
      : own.map((edge) => {
          const [, field = ''] = edge.split('.');
          const { args } = typeOf(type).getFields()[field]!;
          const given = args.flatMap(({ name, type: argument }) =>
            isNonNullType(argument)
              ? `${name}: "${name === 'code' ? world.indicator : '2023'}"`
              : name === 'first'
                ? 'first: 3'
                : [],
          );
          const list = given.length > 0 ? `(${given.join(', ')})` : '';
          const answer = answerOf(edge);
          return `${field}${list} ${isObjectType(answer) ? selection(answer.name, depth - 1) : ''}`;
        });
  const within = membersOf(type).map(
    (member) => `${member} ${selection(getNamedType(typeOf(type).getFields()[member]!.type).name, depth, only)}`,
  );
  return `{ ${['__typename', ...asked, ...within].join(' ')} }`;
}

interface Met {
  /** The edge it was come by, and the edge. */
  step: string;
  path: (string | number)[];
  operation: string;
  value: unknown;
}

/** All edges of an answer that were asked for. */
function met(value: Row, path: (string | number)[], by: string): Met[] {
  if (Array.isArray(value)) return value.flatMap((each, place) => met(each, [...path, place], by));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries<Row>(value).flatMap(([member, inner]) => {
    const edge = `${value.__typename}.${member}`;
    const here = [...path, member];
    const operation = edges[edge];
    return operation === undefined
      ? met(inner, here, by)
      : [{ step: `${by} ${edge}`, path: here, operation, value: inner }, ...met(inner, here, edge)];
  });
}

/** A record that is not to be found is null at an edge, without an error. */
const onEdge = (told: string) => (told === 'NOT_FOUND' ? 'OK' : told);

const reached = new Set<string>();
const refusedAlone = new Set<string>();
const ownEdges = (type: string) => [
  ...edgesOf(type),
  ...membersOf(type).flatMap((member) => edgesOf(getNamedType(typeOf(type).getFields()[member]!.type).name)),
];

it.each(roots.flatMap(([type, query]) => ownEdges(type).map((edge) => [type, edge, query] as const)))(
  'from %s by %s',
  async (type, edge, rootQuery) => {
    const query = rootQuery();
    const [root = ''] = query.split('(');
    const isList = typeOf('Query').getFields()[root]!.type.toString().includes('Connection');
    const inner = selection(type, 2, edge);
    const document = `{ ${query} ${isList ? `{ nodes ${inner} }` : inner} }`;
    const operations = [edges[edge]!, ...edgesOf(answerOf(edge).name).map((next) => edges[next]!)];
    for (const [caller, scope] of callersLacking(operations.map((operation) => table[operation]!.scope))) {
      if (verdict(caller, root, 'duc-lang', scope) !== 'OK') continue;
      const { data, errors = [] } = await ask(caller, scope, document);
      const found = met(data[root], [root], type);
      const expected = found.map(({ step, path, operation }) => ({
        step,
        path,
        verdict: onEdge(verdict(caller, operation, 'duc-lang', scope)),
      }));
      const told = found.map(({ step, path }) => ({
        step,
        path,
        verdict: errors.find((error: Row) => String(error.path) === String(path))?.extensions.code ?? 'OK',
      }));
      expect({ caller, scope, edges: told }).toEqual({ caller, scope, edges: expected });
      expect({ caller, scope, errors: errors.length }).toEqual({
        caller,
        scope,
        errors: expected.filter((each) => each.verdict !== 'OK').length,
      });
      for (const [place, { step, value }] of found.entries()) {
        const refused = expected[place]!.verdict !== 'OK';
        (refused ? refusedAlone : reached).add(step);
        if (refused) expect({ caller, step, value }).toEqual({ caller, step, value: null });
      }
      cells += found.length;
    }
  },
);

it('control: every edge was reached from every type that leads to its own', () => {
  const leading = Object.keys(edges).flatMap((edge) => {
    const answer = answerOf(edge).name;
    return isObjectType(answerOf(edge)) ? edgesOf(answer).map((next) => `${edge} ${next}`) : [];
  });
  expect(leading.length).toBeGreaterThan(100);
  expect(leading.filter((step) => !reached.has(step))).toEqual([]);
  expect(refusedAlone.size).toBeGreaterThan(100);
});
