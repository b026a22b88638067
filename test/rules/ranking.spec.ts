import type { Quota, SchemeRules } from '../../src/standings/scheme-rules.js';
import type { ScoringInputs } from '../../src/standings/scored.js';
import {
  block,
  criterion,
  figure,
  figureKind,
  happened,
  inputs,
  is,
  knockOut,
  occurring,
  points,
  rated,
  scheme,
  way,
} from './schemes/build.js';
import { eventsOfCaiLay, landOffice } from './schemes/land-office-2022.js';
import { officials } from './schemes/officials-2026.js';
import { tableOf } from './schemes/score.js';

const rows = (of: SchemeRules, given: ScoringInputs) =>
  tableOf(of, given).standings.map((row) => [row.unit, row.points, row.rank, row.class]);
const reasonsOf = (of: SchemeRules, given: ScoringInputs, unit: string) =>
  tableOf(of, given).standings.find((row) => row.unit === unit)!.reasons;

const classes = [rated('best', way('90')), rated('good', way('70')), rated('fair', way('50')), rated('low')];
const quota = (change: Partial<Quota> = {}): Quota => ({
  ...{ class: 'best', percent: '20', count: null, base: 'BLOCK', baseClass: null, raised: null, restsOn: null },
  ...change,
});
const units = (totals: readonly number[]) => totals.map((_, index) => `u${String(index + 1).padStart(2, '0')}`);
const ranked = (totals: readonly number[], change: Partial<SchemeRules> = {}): [SchemeRules, ScoringInputs] => [
  scheme(criterion('total', '100', { isCeiling: false }), {
    blocks: [block('block', units(totals))],
    figures: [occurring('fault'), figureKind('outstanding', { kind: 'YES_NO', scope: 'BLOCK' }), figureKind('vote')],
    classes,
    ...change,
  }),
  inputs({ points: units(totals).flatMap((unit, index) => points(unit, { total: String(totals[index]) })) }),
];
/** How many are in each class, from the best. */
const classed = (totals: readonly number[], change: Partial<SchemeRules>, given: Partial<ScoringInputs> = {}) => {
  const [of, all] = ranked(totals, change);
  const table = tableOf(of, { ...all, ...given });
  return ['best', 'good', 'fair', 'low'].map((code) => table.standings.filter((row) => row.class === code).length);
};

describe('ranks', () => {
  it('go down by the total; equal totals share one, and the next is left out', () => {
    expect(rows(...ranked([80, 95, 80, 60, 95]))).toEqual([
      ['u02', '95', 1, 'best'],
      ['u05', '95', 1, 'best'],
      ['u01', '80', 3, 'good'],
      ['u03', '80', 3, 'good'],
      ['u04', '60', 5, 'fair'],
    ]);
  });

  it('go by the rounded total', () => {
    const [of, given] = ranked([80.004, 80.001, 79.99]);
    expect(rows(of, given).map(([, total, rank]) => [total, rank])).toEqual([
      ['80', 1],
      ['80', 1],
      ['79.99', 3],
    ]);
  });

  it('are of each block alone', () => {
    const [of, given] = ranked([80, 95, 60, 50]);
    const blocks = [block('x', ['u01', 'u03']), block('y', ['u02', 'u04'])];
    expect(rows({ ...of, blocks }, given).map(([unit, , rank]) => [unit, rank])).toEqual([
      ['u01', 1],
      ['u03', 2],
      ['u02', 1],
      ['u04', 2],
    ]);
  });

  it('leave out who has not enough', () => {
    const [of, given] = ranked([80, 95, 60]);
    const table = tableOf(of, { ...given, points: given.points.slice(1) });
    expect(table.standings.map((row) => [row.unit, row.rank, row.class, row.missing.length])).toEqual([
      ['u02', 1, 'best', 0],
      ['u03', 2, 'fair', 0],
      ['u01', null, null, 1],
    ]);
    expect(table.isFinal).toBe(false);
  });
});

describe('knock-outs', () => {
  const fault = is('fault', 'ABOVE', '0');
  const faulty = (of: Parameters<typeof knockOut>[2], totals = [95, 80]) => {
    const [scheme_, given] = ranked(totals, { knockOuts: [knockOut('k', fault, of)] });
    return rows(scheme_, { ...given, occurrences: [happened('u01', 'fault')] });
  };

  it('cap the class and leave the rank', () => {
    expect(faulty({ effect: 'CAP_CLASS', class: 'fair' })).toEqual([
      ['u01', '95', 1, 'fair'],
      ['u02', '80', 2, 'good'],
    ]);
  });

  it('do not raise a class that is lower', () => {
    expect(faulty({ effect: 'CAP_CLASS', class: 'good' }, [40, 80])[1]).toEqual(['u01', '40', 2, 'low']);
  });

  it('take class and rank', () => {
    expect(faulty({ effect: 'NOT_CLASSED' })).toEqual([
      ['u02', '80', 1, 'good'],
      ['u01', '95', null, null],
    ]);
  });

  it('may ask for points', () => {
    const when = { kind: 'POINTS', criterion: 'total', is: 'ABOVE', than: '94' } as const;
    const [of, given] = ranked([95, 94], { knockOuts: [knockOut('k', when, { effect: 'CAP_CLASS', class: 'low' })] });
    expect(rows(of, given).map((row) => row[3])).toEqual(['low', 'best']);
  });

  it('leave the class open while nobody knows, and say what is missing', () => {
    const knockOuts = [knockOut('k', is('vote', 'BELOW', '50'), { effect: 'NOT_CLASSED' })];
    const [of, given] = ranked([95, 80], { knockOuts });
    const voted = { ...given, figures: [figure('u02', 'vote', '60')] };
    const table = tableOf(of, voted);
    expect(table.standings.map((row) => [row.unit, row.rank, row.class])).toEqual([
      ['u02', 1, 'good'],
      ['u01', null, null],
    ]);
    expect(table.standings[1]!.missing).toEqual([{ code: 'vote', of: 'u01', why: 'NOT_GIVEN' }]);
  });

  it('without an account the office of Tiền Giang is not classed', () => {
    const given = eventsOfCaiLay('2022-01-31');
    const without = { ...given, occurrences: [...given.occurrences, happened('cai-lay', '5.2-no-report')] };
    expect([given, without].map((of) => rows(landOffice, of)[0]![2])).toEqual([1, null]);
    expect(reasonsOf(landOffice, without, 'cai-lay')).toEqual([{ kind: 'KNOCK_OUT', code: '5.2' }]);
  });
});

describe('classes', () => {
  const open = (change: Parameters<typeof way>[1]) => [rated('best', way('90', change)), ...classes.slice(1)];

  it('leave a better class open while a condition of it is not known', () => {
    const [of, given] = ranked([95, 80], { classes: open({ conditions: [is('vote', 'AT_LEAST', '90')] }) });
    const at = (vote: string | null) =>
      rows(of, { ...given, figures: vote === null ? [] : [figure('u01', 'vote', vote)] }).map((row) => [
        row[0],
        row[3],
      ]);
    expect([at('90'), at('89'), at(null)]).toEqual([
      [
        ['u01', 'best'],
        ['u02', 'good'],
      ],
      [
        ['u01', 'good'],
        ['u02', 'good'],
      ],
      [
        ['u02', 'good'],
        ['u01', null],
      ],
    ]);
  });

  it('ask each criterion, of the first level or of the last', () => {
    const tree = criterion('total', '100', {
      children: [
        criterion('x', '60', { children: [criterion('x1', '30'), criterion('x2', '30')] }),
        criterion('y', '40'),
      ],
    });
    const of = (each: 'FIRST' | 'LEAVES') =>
      scheme(tree, {
        blocks: [block('b', ['a'])],
        classes: [rated('met', way('50', { each: { percent: '50', of: each } }))],
      });
    const given = inputs({ points: points('a', { x1: '30', x2: '14', y: '20' }) });
    expect([rows(of('FIRST'), given)[0]![3], rows(of('LEAVES'), given)[0]![3]]).toEqual(['met', null]);
  });

  it('say that a total is in none', () => {
    const [of, given] = ranked([40], { classes: classes.slice(0, 3) });
    expect(reasonsOf(of, given, 'u01')).toEqual([{ kind: 'IN_NO_CLASS', code: null }]);
  });
});

describe('quotas', () => {
  const ten = [99, 98, 97, 96, 95, 80, 79, 78, 60, 59];

  it.each<[string, Partial<Quota>, number[]]>([
    ['of the block: 20 percent of ten', {}, [2, 6, 2, 0]],
    ['rounded down: 29 percent of ten', { percent: '29' }, [2, 6, 2, 0]],
    ['of the class and above: of eight', { base: 'CLASS_AND_ABOVE', baseClass: 'good' }, [1, 7, 2, 0]],
    [
      'of its own class and above: of what it keeps',
      { percent: '60', base: 'CLASS_AND_ABOVE', baseClass: 'best' },
      [0, 8, 2, 0],
    ],
    [
      'of the class below, with those who fall into it',
      { percent: '30', base: 'CLASS', baseClass: 'good' },
      [1, 7, 2, 0],
    ],
    ['a number', { percent: null, count: 3 }, [3, 5, 2, 0]],
    ['wide enough', { percent: '50' }, [5, 3, 2, 0]],
    ['of the last class: nobody below', { class: 'low', percent: null, count: 0 }, [5, 3, 2, 0]],
  ])('%s', (_, change, expected) => {
    expect(classed(ten, { quotas: [quota(change)] })).toEqual(expected);
  });

  it('come one after the other, from the best down', () => {
    const quotas = [quota({ class: 'good', percent: '50' }), quota()];
    expect(classed(ten, { quotas })).toEqual([2, 5, 3, 0]);
  });

  it('are raised where the block earned it', () => {
    const raised = { percent: '30', when: is('outstanding', 'EQUAL', 'YES') };
    const at = (figures: ScoringInputs['figures']) => classed(ten, { quotas: [quota({ raised })] }, { figures })[0];
    expect([at([]), at([figure('block', 'outstanding', 'NO')]), at([figure('block', 'outstanding', 'YES')])]).toEqual([
      2, 2, 3,
    ]);
  });

  it('of officials: 20 percent of those who did well, 25 where the office is outstanding', () => {
    const members = units(Array(8).fill(0));
    const of = { ...officials, blocks: [block('officials', members, { of: 'INDIVIDUALS' as const })] };
    const given = inputs({
      figures: members.map((unit) => figure(unit, 'tasks', '100')),
      points: members.flatMap((unit, index) =>
        points(unit, { 'I.1': '10', 'I.2': '10', 'I.3': String(10 - index / 10) }),
      ),
    });
    const best = (figures: ScoringInputs['figures']) =>
      rows(of, { ...given, figures: [...given.figures, ...figures] }).filter((row) => row[3] === 'HTXSNV').length;
    expect([best([]), best([figure('officials', 'outstanding', 'YES')])]).toEqual([1, 2]);
  });

  it('leave out who is kept by a word, and count no place for it', () => {
    const kept = (unit: string): ScoringInputs => ({
      ...ranked(ten)[1],
      exceptions: [{ unit, class: 'best' }],
    });
    const [of] = ranked(ten, { quotas: [quota()] });
    const best = (given: ScoringInputs) =>
      rows(of, given)
        .filter((row) => row[3] === 'best')
        .map(([unit]) => unit);
    expect([best(kept('u05')), best(kept('u01'))]).toEqual([
      ['u01', 'u02', 'u05'],
      ['u01', 'u02', 'u03'],
    ]);
    expect(reasonsOf(of, kept('u05'), 'u05')).toEqual([{ kind: 'EXCEPTION', code: 'best' }]);
    expect(reasonsOf(of, kept('u05'), 'u03')).toEqual([{ kind: 'QUOTA', code: 'best' }]);
  });
});

describe('a row tells all that its class came of', () => {
  const vote = (class_: string, min: string, code: string) =>
    rated(class_, way(min, { conditions: [is(code, 'AT_LEAST', '90')] }));

  it('inputs of a class that is closed, before one that is open', () => {
    const [of, given] = ranked([95], {
      classes: [vote('best', '90', 'vote'), vote('good', '70', 'poll'), rated('low')],
    });
    const figures = [...of.figures, figureKind('poll')];
    const [row] = tableOf({ ...of, figures }, { ...given, figures: [figure('u01', 'vote', '80')] }).standings;
    expect([row!.class, row!.missing.map(({ code }) => code)]).toEqual([null, ['poll']]);
    expect(row!.inputs).toEqual([{ kind: 'FIGURE', ...figure('u01', 'vote', '80') }]);
  });

  it('what raises a quota of its block', () => {
    const raised = { percent: '60', when: is('outstanding', 'EQUAL', 'YES') };
    const [of, given] = ranked([95, 94], { quotas: [quota({ raised })] });
    const outstanding = figure('block', 'outstanding', 'YES');
    for (const row of tableOf(of, { ...given, figures: [outstanding] }).standings)
      expect(row.inputs).toEqual([{ kind: 'FIGURE', ...outstanding }]);
  });

  it('an exception, though the quota has places for all', () => {
    const [of, given] = ranked([95, 94, 60], { quotas: [quota({ percent: null, count: 1 })] });
    const table = tableOf(of, { ...given, exceptions: [{ unit: 'u02', class: 'best' }] });
    expect(table.standings.map(({ class: of_, reasons }) => [of_, reasons])).toEqual([
      ['best', []],
      ['best', [{ kind: 'EXCEPTION', code: 'best' }]],
      ['fair', []],
    ]);
  });
});

describe('a tie on the edge of a quota', () => {
  const [of, given] = ranked([99, 95, 95, 95, 80, 70, 70, 70, 60, 60], { quotas: [quota()] });
  const decided = (...chosen: string[]) => ({
    ...given,
    ties: [{ block: 'block', class: 'best', units: chosen }],
  });
  const best = (inputs_: ScoringInputs) =>
    rows(of, inputs_)
      .filter((row) => row[3] === 'best')
      .map(([unit]) => unit);

  it('is asked, and nobody of it has the class meanwhile', () => {
    const table = tableOf(of, given);
    expect(table.open).toEqual([
      { block: 'block', class: 'best', places: 1, points: '95', units: ['u02', 'u03', 'u04'] },
    ]);
    expect([best(given), table.isFinal]).toEqual([['u01'], false]);
    expect(table.standings.filter((row) => row.class === null).map(({ unit }) => unit)).toEqual(['u02', 'u03', 'u04']);
  });

  it('is decided by a person, and the ranks stay shared', () => {
    const table = tableOf(of, decided('u03'));
    expect([best(decided('u03')), table.open, table.isFinal]).toEqual([['u01', 'u03'], [], true]);
    expect(table.standings.slice(1, 4).map((row) => [row.unit, row.rank, row.class])).toEqual([
      ['u02', 2, 'good'],
      ['u03', 2, 'best'],
      ['u04', 2, 'good'],
    ]);
    expect(reasonsOf(of, decided('u03'), 'u03')).toEqual([{ kind: 'TIE_DECIDED', code: 'best' }]);
  });

  it.each([
    ['too many', ['u02', 'u03']],
    ['another', ['u05']],
    ['too few', []],
  ])('stays open when %s are named', (_, chosen) => {
    expect(tableOf(of, decided(...chosen)).open).toHaveLength(1);
  });
});
