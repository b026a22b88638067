import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import type { Condition, Criterion, Quantity, SchemeRules, SchemeFigure } from './scheme-rules.js';
import { alike, constantOf } from './quantity.rules.js';
import { byCode, criteriaOf } from './subject.rules.js';

/** Measure of an indicator, as a scheme has to repeat it. */
export type MeasureGiven = NonNullable<SchemeFigure['measure']>;
export type Measures = ReadonlyMap<string, MeasureGiven>;

/** The codes of a scheme, to be looked up while it is checked. */
export interface Codes {
  scheme: SchemeRules;
  figures: ReadonlyMap<string, SchemeFigure>;
  criteria: ReadonlyMap<string, Criterion>;
  traits: ReadonlySet<string>;
  blocks: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

export const codesOf = (scheme: SchemeRules): Codes => ({
  scheme,
  figures: byCode(scheme.figures),
  criteria: byCode(criteriaOf(scheme.tree)),
  traits: new Set(scheme.traits.map(({ code }) => code)),
  blocks: new Set(scheme.blocks.map(({ code }) => code)),
  classes: new Set(scheme.classes.map(({ code }) => code)),
});

export const unknown = (pointer: string, code: string): Point =>
  point(pointer, 'UNKNOWN', { en: `The scheme has no "${code}".`, vi: `Thang điểm không có "${code}".` });

export const isNoPercentage = (decimal: string): boolean => new Big(decimal).lt(0) || new Big(decimal).gt(100);

/** Points of a list, each with the pointer of its element. */
export const inEach = <T>(
  list: readonly T[],
  at: string,
  look: (each: T, pointer: string) => readonly Point[],
): Point[] => list.flatMap((each, index) => look(each, `${at}/${index}`));

/** Points against codes that stand twice in a list. */
export const twice = (codes: readonly string[], pointerOf: (index: number) => string): Point[] =>
  codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [point(pointerOf(index), 'NAMED_TWICE', { en: `"${code}" is named twice.`, vi: `"${code}" được nêu hai lần.` })]
      : [],
  );

/** Points against traits and blocks that a rule names and the scheme has not. */
export const brokenAudience = (codes: Codes, appliesTo: readonly string[], at: string): Point[] =>
  inEach(appliesTo, `${at}/appliesTo`, (code, pointer) =>
    codes.traits.has(code) || codes.blocks.has(code) ? [] : [unknown(pointer, code)],
  );

const numbers: readonly SchemeFigure['kind'][] = ['NUMBER', 'OCCURRENCES'];

/** Points against a number that a formula begins with. */
export function brokenQuantity(codes: Codes, { figure, reading }: Quantity, at: string): Point[] {
  const kind = codes.figures.get(figure)?.kind;
  if (kind === undefined) return [unknown(`${at}/figure`, figure)];
  return points(
    !numbers.includes(kind) &&
      point(`${at}/figure`, 'FIGURE_KIND', {
        en: `"${figure}" is no number.`,
        vi: `"${figure}" không phải số liệu dạng số.`,
      }),
    reading !== 'VALUE' &&
      kind !== 'NUMBER' &&
      point(`${at}/reading`, 'FIGURE_KIND', {
        en: `"${figure}" has no target to read it by.`,
        vi: `"${figure}" không có chỉ tiêu giao để so.`,
      }),
  );
}

/** Points against a condition that is asked before there are points. */
export const brokenEarly = (codes: Codes, condition: Condition, at: string): Point[] => [
  ...points(
    asksForPoints(condition) &&
      point(at, 'POINTS_TO_COME', 'Only classes and knock-outs ask for points, once they are there.'),
  ),
  ...brokenCondition(codes, condition, at),
];

const asksForPoints = (condition: Condition): boolean =>
  condition.kind === 'POINTS' || ('of' in condition && condition.of.some(asksForPoints));

/** Points against a condition. */
export function brokenCondition(codes: Codes, condition: Condition, at: string): Point[] {
  switch (condition.kind) {
    case 'ALL':
    case 'ANY':
    case 'NONE':
      return inEach(condition.of, `${at}/of`, (each, pointer) => brokenCondition(codes, each, pointer));
    case 'TRAIT':
      return codes.traits.has(condition.trait) ? [] : [unknown(`${at}/trait`, condition.trait)];
    case 'POINTS':
      return codes.criteria.has(condition.criterion) ? [] : [unknown(`${at}/criterion`, condition.criterion)];
    case 'FIGURE':
      return brokenComparison(codes, condition, at);
  }
}

function brokenComparison(
  codes: Codes,
  { quantity, than, thanFigure }: Extract<Condition, { kind: 'FIGURE' }>,
  at: string,
): Point[] {
  const figure = codes.figures.get(quantity.figure);
  if (figure === undefined) return [unknown(`${at}/quantity/figure`, quantity.figure)];
  const other = thanFigure === null ? undefined : codes.figures.get(thanFigure);
  return points(
    (than === null) === (thanFigure === null) &&
      point(`${at}/than`, 'ONE_BOUND', {
        en: 'A figure is compared with a constant or with another figure.',
        vi: 'Số liệu được so với một hằng số, hoặc với một số liệu khác; chỉ một trong hai.',
      }),
    quantity.reading !== 'VALUE' &&
      figure.kind !== 'NUMBER' &&
      point(`${at}/quantity`, 'FIGURE_KIND', { en: 'It has no target.', vi: 'Số liệu này không có mức giao.' }),
    than !== null &&
      constantOf(figure, than) === undefined &&
      point(`${at}/than`, 'NOT_OF_FIGURE', {
        en: `"${than}" is no value of "${figure.code}".`,
        vi: `"${than}" không phải giá trị của "${figure.code}".`,
      }),
    thanFigure !== null && other === undefined && unknown(`${at}/thanFigure`, thanFigure),
    other !== undefined &&
      (other.kind !== figure.kind || !alike(other.measure, figure.measure)) &&
      point(`${at}/thanFigure`, 'MEASURES_DIFFER', {
        en: `"${other.code}" and "${figure.code}" are measured differently.`,
        vi: `"${other.code}" và "${figure.code}" không cùng đơn vị tính.`,
      }),
  );
}
