import Big from 'big.js';
import fc from 'fast-check';
import { checkScheme } from '../../src/standings/scheme.rules.js';
import type { ScoringInputs } from '../../src/standings/scored.js';
import type { TableRow } from '../../src/standings/table.js';
import { nodesOf } from '../../src/standings/subject.rules.js';
import { anyCase, anyScheme, classes, formulas, units } from './schemes/any.js';
import { block, criterion, figure, figureKind, inputs, points, scheme } from './schemes/build.js';
import { find, tableOf } from './schemes/score.js';

/** Properties of any scheme and any inputs; each criterion has a figure of its own name, and more of it is better. */

fc.configureGlobal({ numRuns: 50 });

const rowOf = (rows: readonly TableRow[], unit: string) => rows.find((row) => row.unit === unit)!;
const placeOf = (code: string | null) => (code === null ? classes.length : classes.findIndex((of) => of.code === code));
const without = (given: ScoringInputs, unit: string) => ({
  ...given,
  occurrences: given.occurrences.filter((each_) => each_.of !== unit || each_.figure !== 'fault'),
});

it('schemes of the generator are in order', () => {
  fc.assert(fc.property(anyScheme, (of) => expect(checkScheme(of, new Map()).refused).toEqual([])));
});

it('the order of inputs and members says nothing', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(), ([of, given], seed) => {
      const turned = <T>(list: readonly T[]) => {
        const at = seed % (list.length + 1);
        return [...list.slice(at), ...list.slice(0, at)].reverse();
      };
      const other = { ...given, figures: turned(given.figures), occurrences: turned(given.occurrences) };
      const blocks = of.blocks.map((each_) => ({ ...each_, members: turned(each_.members) }));
      expect(tableOf({ ...of, blocks }, other)).toEqual(tableOf(of, given));
    }),
  );
});

it('more of one’s own good result is never fewer points for oneself', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(), fc.integer({ min: 1, max: 60 }), ([of, given], which, more) => {
      const raised = given.figures[which % (given.figures.length || 1)];
      if (!raised) return;
      const value = String(Number(raised.value) + more);
      const figures = given.figures.map((each_) => (each_ === raised ? { ...each_, value } : each_));
      const [before, after] = [given, { ...given, figures }].map(
        (each_) => rowOf(tableOf(of, each_).standings, raised.of!).points,
      );
      if (before !== null) expect(Number(after)).toBeGreaterThanOrEqual(Number(before));
    }),
    { numRuns: 150 },
  );
});

it('points keep their ends; a criterion is the sum of what is below, and no more', () => {
  fc.assert(
    fc.property(anyCase, ([of, given]) => {
      for (const { tree } of tableOf(of, given).standings) {
        for (const line of of.tree.children) {
          const node = find(tree, line.code);
          if (node.points === null) continue;
          expect(new Big(node.points).gte(0)).toBe(true);
          if (line.isCeiling) expect(new Big(node.points).lte(line.max)).toBe(true);
          const extra = node.children.map((child) => Number(child.points));
          for (const each_ of extra) expect(each_ >= -6 && each_ <= 4).toBe(true);
        }
        if (tree.points === null) continue;
        const sum = tree.children.reduce((total, child) => total.plus(child.points!), new Big(0));
        expect(tree.points).toBe(sum.toFixed());
      }
    }),
  );
});

it('a missing input is no points for that line and the total, and never zero', () => {
  fc.assert(
    fc.property(anyCase, ([of, given]) => {
      for (const { unit, points: total, tree } of tableOf(of, given).standings) {
        const lacking = of.tree.children.filter(
          ({ code }) => !given.figures.some((each_) => each_.of === unit && each_.figure === code),
        );
        for (const { code } of lacking) expect(find(tree, code).points).toBeNull();
        if (lacking.length > 0) expect(total).toBeNull();
      }
    }),
  );
});

it('ties share a rank, and a rank is one more than those above', () => {
  fc.assert(
    fc.property(anyCase, ([of, given]) => {
      const { standings } = tableOf(of, given);
      for (const row of standings) {
        if (row.rank === null) continue;
        const rivals = standings.filter((each_) => each_.block === row.block && each_.rank !== null);
        expect(row.rank).toBe(rivals.filter((each_) => Number(each_.points) > Number(row.points)).length + 1);
      }
    }),
  );
});

it('no quota is exceeded, and none takes fewer than it may', () => {
  fc.assert(
    fc.property(anyCase, ([of, given]) => {
      const { standings, open } = tableOf(of, given);
      if (open.length > 0) return;
      for (const { code } of of.blocks)
        for (const quota of of.quotas) {
          const rows = standings.filter((row) => row.block === code);
          const has = (row: TableRow) => row.class === quota.class;
          const counted = (row: TableRow) =>
            quota.base === 'BLOCK' ||
            (quota.base === 'CLASS' ? row.class === 'good' : placeOf(row.class) <= placeOf('good'));
          const kept = rows.filter(has).length;
          const others = of.quotas.some((each_) => each_ !== quota);
          if (others && quota.class === 'best' && quota.base !== 'BLOCK') continue;
          expect(kept).toBeLessThanOrEqual((Number(quota.percent) * rows.filter(counted).length) / 100);
        }
    }),
    { numRuns: 150 },
  );
});

it('a knock-out never raises: not the points, not the class, not the rank', () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...units), ([of, given], unit) => {
      const free = { ...of, quotas: [] };
      const [with_, out] = [given, without(given, unit)].map((each_) => rowOf(tableOf(free, each_).standings, unit));
      if (out!.points === null || with_!.points === null) return;
      expect(Number(with_!.points)).toBeLessThanOrEqual(Number(out!.points));
      expect(placeOf(with_!.class)).toBeGreaterThanOrEqual(placeOf(out!.class));
      if (with_!.rank !== null) expect(with_!.rank).toBeGreaterThanOrEqual(out!.rank!);
    }),
  );
});

it('scores 60 units by 40 criteria', () => {
  const codes = Array.from({ length: 40 }, (_, index) => `c${index}`);
  const many = Array.from({ length: 60 }, (_, index) => `u${index}`);
  const of = scheme(
    criterion('total', '400', {
      children: codes.map((code, index) =>
        criterion(code, '10', { formula: formulas[index % formulas.length]!(code) }),
      ),
    }),
    {
      blocks: [block('all', many)],
      figures: codes.map((code) => figureKind(code, { measure: { unit: 'TONNE', factor: null } })),
      rounding: { leaf: null, group: null, total: 2 },
      classes,
    },
  );
  const figures = many.flatMap((unit, row) =>
    codes.map((code, column) => figure(unit, code, `${(row * 7 + column * 13) % 101}.37`, { target: '73' })),
  );
  const table = tableOf(of, inputs({ figures }));
  expect([table.standings.length, table.isFinal]).toEqual([60, true]);
  expect(nodesOf(table.standings[0]!.tree)).toHaveLength(41);
});

it('points that people give are taken as they are', () => {
  const of = scheme(criterion('total', '100'), { blocks: [block('b', ['a'])] });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const total = new Big(hundredths).div(100).toFixed();
      expect(tableOf(of, inputs({ points: points('a', { total }) })).standings[0]!.points).toBe(total);
    }),
  );
});
