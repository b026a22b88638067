import { decisionsIn, tableDecided, tableOf } from '../../src/standings/decided-table.rules.js';
import type { SchemeRules } from '../../src/standings/scheme-rules.js';
import type { Table } from '../../src/standings/table.js';
import { block, criterion, inputs, points, rated, scheme, way } from './schemes/build.js';

const rules: SchemeRules = scheme(criterion('total', '10'), {
  blocks: [block('block', ['a', 'b', 'c', 'd'])],
  classes: [rated('best', way('8')), rated('good', way('6')), rated('other')],
  quotas: ['best', 'good'].map((of) => ({
    ...{ class: of, percent: null, count: 1, base: 'BLOCK', baseClass: null, raised: null, restsOn: null },
  })) as SchemeRules['quotas'],
});
const given = (of: Record<string, string>) =>
  inputs({ points: Object.entries(of).flatMap(([unit, total]) => points(unit, { total })) });
const decided = ({ standings, inputs: { ties } }: Table) =>
  decisionsIn({ ties: [...ties], content: { standings } as never });
const classes = ({ standings }: Table) =>
  Object.fromEntries(standings.map((row) => [row.unit, row.class]).sort() as [string, string | null][]);

const tie = (of: string, ...units: string[]) => ({ block: 'block', class: of, units });
/** Two tie for the best class, and the one of them that falls with another for the next. */
const before = tableOf(rules, {
  ...given({ a: '9', b: '9', c: '9', d: '1' }),
  ties: [tie('best', 'a'), tie('good', 'b')],
});

it('a decision is of the units that tied then', () => {
  expect(classes(before)).toEqual({ a: 'best', b: 'good', c: 'other', d: 'other' });
  expect(decided(before).map(({ among }) => among)).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
});

it('it stands where the same tie again, whatever their points', () => {
  const now = tableDecided(rules, given({ a: '8', b: '8', c: '8', d: '1' }), decided(before));
  expect([classes(now), now.open]).toEqual([classes(before), []]);
});

it('among others it is open again, and so is what rested on it', () => {
  const now = tableDecided(rules, given({ a: '9', b: '9', c: '9', d: '9' }), decided(before));
  expect(now.inputs.ties).toEqual([]);
  expect(now.open.map(({ class: of, units }) => [of, units])).toContainEqual(['best', ['a', 'b', 'c', 'd']]);
});

it('where nobody ties any more it is gone', () => {
  const now = tableDecided(rules, given({ a: '9', b: '8', c: '7', d: '1' }), decided(before));
  expect([now.inputs.ties, now.open]).toEqual([[], []]);
});
