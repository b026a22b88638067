import fc from 'fast-check';
import type {
  Class,
  Condition,
  Criterion,
  Formula,
  Item,
  KnockOut,
  Limits,
  Quota,
  SchemeRules,
} from '../../../src/standings/scheme-rules.js';
import type { FigureGiven, Occurrence, PointsGiven, ScoringInputs } from '../../../src/standings/scored.js';
import {
  band,
  bands,
  block,
  criterion,
  each,
  figure,
  figureKind,
  happened,
  inputs,
  is,
  item,
  knockOut,
  member,
  occurring,
  points,
  quantity,
  rated,
  scheme,
  way,
} from './build.js';
import { tableOf } from './score.js';

/** Schemes that use every rule there is, however odd together, with inputs that are often missing. */

const units = ['a', 'b', 'c', 'd', 'e'];
const others = ['f', 'g', 'h', 'a'];
const measure = { unit: 'TONNE', factor: null } as const;
const numbers = ['n', 'm', 'ratio', 'of-block', 'of-commune'];
const figures = [
  ...['n', 'm'].map((code) => figureKind(code, { measure })),
  figureKind('ratio', { measure: { unit: 'PERCENT', factor: '100' } }),
  figureKind('of-block', { scope: 'BLOCK', measure }),
  figureKind('of-commune', { scope: 'COMMUNE', measure }),
  figureKind('word', { kind: 'WORD', words: ['low', 'fair', 'high'] }),
  figureKind('yes', { kind: 'YES_NO' }),
  figureKind('day', { kind: 'DAY' }),
  occurring('praise', true),
  occurring('fault'),
];

const decimal = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((quarters) => String(quarters / 4));
const often = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3 });
const seldom = <T>(of: fc.Arbitrary<T>) =>
  fc.tuple(fc.nat(4), of).map(([chance, value]): T | null => (chance === 0 ? value : null));
const better = fc.constantFrom('MORE' as const, 'LESS' as const);
const comparison = fc.constantFrom('AT_LEAST', 'ABOVE', 'AT_MOST', 'BELOW', 'EQUAL');

const anyQuantity = fc.oneof(
  fc
    .tuple(fc.constantFrom(...numbers), fc.constantFrom('VALUE', 'OF_TARGET', 'INVERSE', 'OVER_TARGET'))
    .map(([code, reading]) => quantity(code, reading)),
  fc.constantFrom('praise', 'fault').map((code) => quantity(code)),
);

const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('FIGURE'),
    quantity: anyQuantity,
    is: comparison,
    than: decimal(0, 100),
    thanFigure: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('FIGURE'),
    quantity: fc.constantFrom(...numbers).map((code) => quantity(code)),
    is: comparison,
    than: fc.constant(null),
    thanFigure: fc.constantFrom(...numbers),
  }),
  fc.constantFrom(is('word', 'AT_LEAST', 'fair'), is('yes', 'EQUAL', 'YES'), is('day', 'AT_MOST', '2023-06-30'), {
    kind: 'TRAIT',
    trait: 'far',
  }),
) as fc.Arbitrary<Condition>;
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  simple,
  fc.record({
    kind: fc.constantFrom('ALL', 'ANY', 'NONE'),
    of: fc.array(simple, { minLength: 1, maxLength: 3 }),
  }) as fc.Arbitrary<Condition>,
);
const ofPoints = (...codes: string[]) =>
  fc.record({
    kind: fc.constant('POINTS' as const),
    criterion: fc.constantFrom(...codes),
    is: comparison,
    than: decimal(0, 20),
  }) as fc.Arbitrary<Condition>;

const three = ['< 20', '≥ 20 < 60', '≥ 60'] as const;
const withHole = ['< 20', '≥ 20 < 60', '≥ 60.5'] as const;
const anyFormula = fc.oneof(
  fc.constantFrom({ kind: 'GIVEN' }, { kind: 'FULL' }),
  fc.record({ kind: fc.constant('JUDGED'), reasonBelowMax: fc.boolean() }),
  fc.record({
    kind: fc.constant('PROPORTIONAL'),
    quantity: anyQuantity,
    full: fc.constantFrom('100', '70'),
    from: often(fc.constant('30')),
    upTo: often(fc.constant('110')),
  }),
  fc
    .tuple(fc.constantFrom(...numbers), fc.constantFrom(three, withHole))
    .map(([code, printed]) => bands(code, [printed[0], '-1'], [printed[1], '2.55'], [printed[2], '8'])),
  fc.record({
    kind: fc.constant('INTERPOLATED'),
    quantity: anyQuantity,
    through: fc.constant([
      { at: '10', points: '1' },
      { at: '40', points: '3' },
      { at: '70', points: '8' },
    ]),
  }),
  fc.record({
    kind: fc.constant('INCREMENTS'),
    quantity: anyQuantity,
    direction: fc.constantFrom('UP', 'DOWN'),
    start: fc.constant('40'),
    every: fc.constantFrom('7', '0.5'),
    atOnce: fc.boolean(),
    points: fc.constantFrom('1.3', '-0.05'),
  }),
  fc.record({ kind: fc.constant('PASS_FAIL'), when: anyCondition }),
  fc.record({
    kind: fc.constant('CASES'),
    cases: fc.array(fc.record({ when: anyCondition, points: decimal(-3, 12) }), { maxLength: 3 }),
    otherwise: decimal(0, 3),
  }),
  fc.record({ kind: fc.constant('COUNT'), quantity: anyQuantity, points: fc.constantFrom('0.37', '-0.125') }),
  fc.tuple(anyQuantity, anyQuantity).map(([rows, columns]) => ({
    kind: 'TABLE',
    rows: { quantity: rows, bands: three.map(band) },
    columns: { quantity: columns, bands: withHole.map(band) },
    table: ['1', '4', '7'].map((low) => [low, `${low}.5`, `-${low}`]),
  })),
  fc.constant({
    kind: 'WORDS',
    figure: 'word',
    words: [
      { word: 'low', points: '1' },
      { word: 'high', points: '9' },
    ],
  }),
  fc.record({
    kind: fc.constant('RELATIVE'),
    figure: fc.constantFrom('n', 'ratio'),
    better,
    atTarget: often(fc.constantFrom('50', '0', '33.3')),
  }),
  fc.record({ kind: fc.constant('SPREAD'), figure: fc.constantFrom('n', 'ratio'), better }),
  fc.record({
    kind: fc.constant('PLACED'),
    figure: fc.constantFrom('n', 'm'),
    better,
    points: fc.constant(['9', '6.5']),
    otherwise: fc.constant('1'),
  }),
) as fc.Arbitrary<Formula>;

const anyItem = (code: string): fc.Arbitrary<Item> =>
  fc
    .record({
      formula: fc.oneof(fc.constantFrom(each('praise', '1.5'), each('fault', '-2.25')), anyFormula),
      max: fc.constantFrom('4', '2.5'),
      min: often(fc.constant('-6')),
      oneOf: seldom(fc.constant('one')),
    })
    .map((change) => item(code, change.formula, change));
const anyLimits: fc.Arbitrary<Limits> = fc.record({
  bonus: often(fc.constant('3')),
  deduction: often(fc.constant('2.5')),
  net: seldom(fc.constant('1')),
});
const anyLine = (code: string, formula: fc.Arbitrary<Formula> = anyFormula): fc.Arbitrary<Criterion> =>
  fc
    .record({
      formula,
      isCeiling: fc.boolean(),
      min: often(fc.constant('0')),
      whenNothing: often(fc.constant('5')),
      weight: fc.constantFrom('1', '0.5', '3'),
      appliesTo: fc.constantFrom<string[]>([], [], [], ['far'], ['odd']),
      items: fc.subarray(['x', 'y', 'z']).chain((of) => fc.tuple(...of.map((each_) => anyItem(`${code}-${each_}`)))),
      limits: anyLimits,
    })
    .map((change) => criterion(code, '10', change as Partial<Criterion>));
const shares = fc.constantFrom<Formula>(
  { kind: 'SHARE', of: 'OWN', block: null, criterion: 'first', percent: '30' },
  { kind: 'SHARE', of: 'OWN', block: null, criterion: 'p', percent: '12.5' },
  { kind: 'SHARE', of: 'ALL', block: 'odd', criterion: 'third', percent: '50' },
  { kind: 'SHARE', of: 'ABOVE', block: 'even', criterion: 'third', percent: '70' },
  { kind: 'SHARE', of: 'BELOW', block: 'odd', criterion: 'first', percent: '33' },
  { kind: 'SHARE', of: 'ALL', block: 'even', criterion: 'p', percent: '100' },
  { kind: 'SHARE', of: 'OWN', block: null, criterion: 'first', percent: '-5', per: quantity('fault') },
  { kind: 'SHARE', of: 'ALL', block: 'odd', criterion: 'third', percent: '10', per: quantity('n', 'INVERSE') },
);

const anyGroup = (code: string, ...children: fc.Arbitrary<Criterion>[]) =>
  fc
    .tuple(anyLine(code, fc.constantFrom<Formula>({ kind: 'SUM' }, { kind: 'MEAN' })), fc.tuple(...children))
    .map(([line, below]): Criterion => ({ ...line, appliesTo: [], children: below }));

const anyWay = fc
  .record({
    appliesTo: fc.constantFrom<string[]>([], [], ['far'], ['even']),
    min: decimal(0, 25),
    below: seldom(decimal(20, 60)),
    each: seldom(fc.record({ percent: decimal(0, 60), of: fc.constantFrom('FIRST' as const, 'LEAVES' as const) })),
    conditions: fc.array(fc.oneof(anyCondition, ofPoints('first', 'p', 'total')), { maxLength: 1 }),
  })
  .map(({ min, ...change }) => way(min, change));
const anyClasses = fc
  .tuple(
    ...['best', 'good', 'fair'].map((code) =>
      fc.array(anyWay, { minLength: 1, maxLength: 2 }).map((ways) => rated(code, ...ways)),
    ),
    fc.boolean(),
  )
  .map((of): Class[] => [...(of.slice(0, 3) as Class[]), ...(of[3] === true ? [rated('low')] : [])]);

const anyQuota: fc.Arbitrary<Quota> = fc
  .record({
    class: fc.constantFrom('best', 'good', 'fair'),
    bound: fc.oneof(
      fc.integer({ min: 0, max: 100 }).map((percent) => ({ percent: String(percent), count: null })),
      fc.nat(2).map((count) => ({ percent: null, count })),
    ),
    base: fc.constantFrom('BLOCK' as const, 'CLASS' as const, 'CLASS_AND_ABOVE' as const),
    raised: seldom(fc.record({ percent: fc.constant('60'), when: anyCondition })),
  })
  .map(({ bound, base, ...quota }) => ({
    ...quota,
    ...bound,
    base,
    baseClass: base === 'BLOCK' ? null : 'good',
    restsOn: null,
  }));
const anyKnockOuts = fc.tuple(
  anyCondition.map((when) => knockOut('zero', when, { effect: 'ZERO', criterion: 'first' })),
  anyCondition.map((when) => knockOut('none', when, { effect: 'ZERO', criterion: 'q' })),
  fc
    .oneof(anyCondition, ofPoints('second', 'q'))
    .map((when) => knockOut('cap', when, { effect: 'CAP_CLASS', class: 'fair' })),
  fc.oneof(ofPoints('total'), anyCondition).map((when) => knockOut('out', when, {})),
);

const places = fc.constantFrom(null, 0, 1, 2);
export const anyWideScheme: fc.Arbitrary<SchemeRules> = fc
  .record({
    tree: anyGroup(
      'total',
      anyGroup('first', anyLine('p'), anyLine('q')),
      anyGroup('second', anyLine('r'), anyLine('s')),
      anyLine('third', fc.constant({ kind: 'GIVEN' })),
      anyLine('shared', shares),
    ),
    rounding: fc.record({
      ...{ leaf: places, group: places, total: fc.constantFrom(0, 0, 1, 2, null) },
      step: fc.constantFrom(null, null, '0.5', '0.3'),
    }),
    traits: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    under: fc.array(fc.constantFrom(null, 'a', 'b'), { minLength: 4, maxLength: 4 }),
    classes: anyClasses,
    quotas: fc.array(anyQuota, { maxLength: 3 }),
    knockOuts: fc.subarray([0, 1, 2, 3]).chain((of) => anyKnockOuts.map((all) => of.map((at): KnockOut => all[at]!))),
  })
  .map(({ traits, under, tree, ...change }) => {
    const far = (at: number) => (traits[at] ? ['far'] : []);
    return scheme(tree, {
      ...change,
      figures,
      traits: [{ code: 'far', name: 'far' }],
      blocks: [
        block('even', [], {
          members: [
            ...units.map((unit, at) => member(unit, { traits: far(at) })),
            member('left', { to: '2023-06-30' }),
          ],
        }),
        block('odd', [], {
          members: others.map((unit, at) => member(unit, { traits: far(5 + at), under: under[at]! })),
        }),
      ],
    });
  });

/** `isWhole`: nothing is missing, or measured otherwise. */
const anyNumber = (isWhole: boolean, of: string | null, code: string): fc.Arbitrary<FigureGiven> =>
  fc
    .record({
      value: decimal(0, 110),
      outOf: code === 'ratio' ? fc.constantFrom(...(isWhole ? [] : ['0', null]), '80', '120') : fc.constant(null),
      target: fc.constantFrom(...(isWhole ? [] : [null, '0']), '40', '50', '60', '60.5'),
      measure: fc.constantFrom(
        ...[null, null, code === 'ratio' ? { unit: 'PERCENT', factor: '100' } : measure],
        ...(isWhole ? [] : [{ unit: 'HECTARE', factor: null }]),
      ),
      lines: fc.constantFrom<FigureGiven['lines']>(
        [],
        [],
        [
          { value: '20', outOf: code === 'ratio' ? '30' : null, weight: '1.5' },
          { value: '7', outOf: code === 'ratio' ? '10' : null, weight: '1' },
        ],
      ),
    })
    .map(({ value, lines, ...change }) =>
      lines.length > 0
        ? figure(of, code, null, { ...change, outOf: null, lines })
        : figure(of, code, value, { ...change, from: [{ type: 'result', id: `${of} ${code}`, version: 1 }] }),
    );
const anyWord = (of: string, code: string, ...values: string[]) =>
  fc.constantFrom(...values).map((value): FigureGiven => figure(of, code, value));
const all = [...new Set([...units, ...others])];
const anyFigures = (isWhole: boolean) => {
  const given = (of: fc.Arbitrary<FigureGiven>) => (isWhole ? of : fc.option(of, { freq: 8 }));
  return fc.tuple(
    ...all.flatMap((unit) => [
      ...['n', 'm', 'ratio'].map((code) => given(anyNumber(isWhole, unit, code))),
      given(anyWord(unit, 'word', ...(isWhole ? ['low', 'high'] : ['fair', 'unheard']))),
      given(anyWord(unit, 'yes', 'YES', 'NO')),
      given(anyWord(unit, 'day', '2023-01-31', '2023-07-01')),
    ]),
    ...['even', 'odd'].map((code) => given(anyNumber(isWhole, code, 'of-block'))),
    given(anyNumber(isWhole, null, 'of-commune')),
  );
};
const anyOccurrences = fc.tuple(
  ...all.flatMap((unit) =>
    ['praise', 'fault'].map((code) =>
      fc
        .tuple(fc.nat(3), fc.boolean(), seldom(fc.constant(true)))
        .map(([times, isProven, isExempt]): Occurrence[] =>
          times === 0
            ? []
            : [
                happened(unit, code, times, { evidence: isProven ? ['proof'] : [], isExempt: isExempt ?? false }),
                happened(unit, code, 1, { id: `${unit} ${code} again` }),
              ],
        ),
    ),
  ),
);
const lines = [
  'p',
  'q',
  'r',
  's',
  'third',
  ...['p', 'q', 'r', 's'].flatMap((code) => ['x', 'y', 'z'].map((of) => `${code}-${of}`)),
];
const anyPoints = (isWhole: boolean) =>
  fc.tuple(
    ...all.flatMap((unit) =>
      lines.map((line) => {
        const points = fc.record({ points: decimal(0, 12), isReasoned: fc.boolean() }).map((final): PointsGiven => ({
          ...{ unit, line, self: null, verified: { points: '7', isReasoned: false } },
          final,
        }));
        return isWhole ? points : fc.option(points, { freq: 15 });
      }),
    ),
  );

const anyWideInputs = fc.boolean().chain((isWhole): fc.Arbitrary<ScoringInputs> =>
  fc
    .record({
      figures: anyFigures(isWhole),
      occurrences: anyOccurrences,
      points: anyPoints(isWhole),
      allowances: fc.subarray(all.flatMap((unit) => ['p', 'q', 'r-x', 's', 'first'].map((line) => ({ unit, line })))),
      exceptions: fc.subarray(
        all.flatMap((unit) => ['best', 'good'].map((of) => ({ unit, class: of }))),
        { maxLength: 2 },
      ),
    })
    .map(({ figures: of, occurrences, points: given, ...change }) =>
      inputs({
        ...change,
        figures: of.flatMap((each_) => each_ ?? []),
        occurrences: occurrences.flat(),
        points: given.flatMap((each_) => each_ ?? []),
      }),
    ),
);

/** Of the open ties some are decided. */
const withTies = ([of, from, isDecided]: readonly [SchemeRules, ScoringInputs, boolean]) => {
  const ties = tableOf(of, from).open.map((tie) => ({
    ...{ block: tie.block, class: tie.class },
    units: tie.units.slice(0, tie.places),
  }));
  return [of, { ...from, ties: isDecided ? ties : [] }] as const;
};

export const anyWideCase = fc.tuple(anyWideScheme, anyWideInputs, fc.boolean()).map(withTies);

/** Totals that are often equal, under quotas and with exceptions. */
export const anyQuotaCase = fc
  .record({
    quotas: fc.array(anyQuota, { minLength: 1, maxLength: 3 }),
    totals: fc.array(fc.constantFrom('90', '80', '70'), { minLength: 5, maxLength: 8 }),
    excepted: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
    isDecided: fc.boolean(),
  })
  .map(({ quotas, totals, excepted, isDecided }) => {
    const members = totals.map((_, at) => `u${at}`);
    const of = scheme(criterion('total', '100'), {
      blocks: [block('even', members)],
      figures,
      classes: [rated('best', way('80')), rated('good', way('70')), rated('fair'), rated('low')],
      quotas,
    });
    const from = inputs({
      points: totals.flatMap((total, at) => points(`u${at}`, { total })),
      figures: members.flatMap((unit) => ['n', 'm'].map((code) => figure(unit, code, '60', { target: '50' }))),
      exceptions: excepted.map((at) => ({ unit: `u${at}`, class: at % 2 ? 'best' : 'good' })),
    });
    return withTies([of, from, isDecided]);
  });
