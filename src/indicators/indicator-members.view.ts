import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { code, count, figure, flag, oneOf, period, record } from '../api/shapes.js';
import { line, prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { baseUnitOf } from './base-unit.rules.js';
import { unitKind } from '../units/unit.entity.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

export const measureUnits = [
  'PERCENT',
  'VND',
  'HECTARE',
  'TONNE',
  'KILOMETRE',
  'HEAD',
  'PERSON',
  'HOUSEHOLD',
  'AREA',
  'MODEL',
  'STATE',
  'GRADE',
  'RATING',
  'RATIO',
  'NUMBER',
] as const;

export type MeasureUnit = (typeof measureUnits)[number];

export const comparators = [
  'AT_LEAST',
  'ABOVE',
  'AT_MOST',
  'BELOW',
  'EQUAL',
  'BETWEEN',
  'HOLD',
  'GRADE',
  'ACHIEVE',
  'NONE',
] as const;

export type Comparator = (typeof comparators)[number];

/** Kinds of promise: the figure itself, or its change against a baseline. */
export const bases = ['LEVEL', 'CHANGE', 'GROWTH', 'MULTIPLE', 'NOT_WORSE', 'EACH_UNIT'] as const;
export type Basis = (typeof bases)[number];

export const overYearsKinds = ['AT_END', 'EACH', 'MEAN', 'TOTAL'] as const;
export type OverYears = (typeof overYearsKinds)[number];

/** Kinds of a change that a plan prints beside a level. */
export const printedBases = ['CHANGE', 'GROWTH', 'MULTIPLE'] as const;
export type PrintedBasis = (typeof printedBases)[number];

/** Indicators that the program computes when they are read. */
export const derivations = ['PLAN_COMPLETION', 'DISSEMINATION', 'AWARDS'] as const;
export type Derivation = (typeof derivations)[number];

export const basis = oneOf(
  'Basis',
  bases,
  'LEVEL: the figure itself. CHANGE, GROWTH (percent), MULTIPLE: target is a signed change, percentage or factor ' +
    'against baseline; MULTIPLE divides where less is better. NOT_WORSE: baseline. EACH_UNIT: every unit by itself.',
);
export const printedBasis = oneOf(
  'PrintedBasis',
  printedBases,
  'CHANGE: signed, in the base unit or in points. GROWTH: signed percentage. MULTIPLE: factor, which divides where ' +
    'less is better.',
);
export const overYears = oneOf(
  'OverYears',
  overYearsKinds,
  'Years of a plan of several: AT_END (đến năm …), EACH year (mỗi năm), MEAN (bình quân năm), TOTAL of the years.',
);
export const derivation = oneOf(
  'Derivation',
  derivations,
  'Computed when read. PLAN_COMPLETION: indicators achieved of those counted. DISSEMINATION: units that made it ' +
    'known. AWARDS: persons and units that hold `awardForm` of the year.',
);
export const beyond = oneOf('Beyond', ['EXCEEDED', 'MISSED'], 'Verdict beyond the good end of a range.');
export type Beyond = 'EXCEEDED' | 'MISSED';

/** Codes of figures that are likely another. The same words stand in `confirm`, once a person has looked again. */
export const confirmations = ['THOUSANDS', 'DECIMAL', 'SCALE'] as const;
export type Confirmation = (typeof confirmations)[number];

export const confirmation = oneOf(
  'Confirmation',
  confirmations,
  'A figure that was asked back (ASKED_BACK) is meant. THOUSANDS: its point is that of the thousands. ' +
    'DECIMAL: that of a decimal, of a quantity. SCALE: money is in đồng, however little.',
);

export const measureUnit = oneOf(
  'MeasureUnit',
  measureUnits,
  'Base unit. AREA: residential area, MODEL: production model, HEAD: animal. STATE, GRADE, RATING: no number. ' +
    'RATIO: value ÷ total × factor. NUMBER: counted in its displayUnit.',
);

export const comparator = oneOf(
  'Comparator',
  comparators,
  'Comparison of result and target. BETWEEN: target to upperTarget. HOLD: keep a state. ACHIEVE: done or not. ' +
    'NONE: not judged: a statistic, or a share of a structure that states no direction.',
);

@ObjectType({ description: 'Unit of measurement (đơn vị tính).' })
export class Measure {
  @Shown(measureUnit, 'Base unit: figures are stored and answered in it.')
  unit: MeasureUnit;

  @Shown(line(60), 'Unit as people write it: "triệu đồng/người/năm".')
  displayUnit: string;

  @Shown(line(80), 'Base unit in words, which figures of tables stand in: "đồng/người/năm".', {
    optional: true,
    publicValue: baseUnitOf,
  })
  readonly baseUnit?: string;

  @Shown(count(-12, 12), 'Base units per display unit as a power of ten: 6 for triệu đồng, -1 for tạ.')
  scale: number;

  @Shown(figure, 'Factor of a ratio, value ÷ total × factor: 100 for %, 1000 for ‰; null: no ratio.', {
    nullable: true,
  })
  factor: string | null;
}

@ObjectType({ description: 'One way to read an ambiguous target.' })
export class Reading {
  @Shown(line(10), 'Letter of the reading.')
  code: string;

  @Shown(prose(), 'The reading in words.')
  text: string;

  @Shown(comparator, 'Comparator under this reading.')
  comparator: Comparator;

  @Shown(basis, "Promise under this reading; null: the indicator's own.", { nullable: true })
  basis: Basis | null;

  @Shown(overYears, "Aggregation over the years of a plan of several under this reading; null: the indicator's own.", {
    nullable: true,
  })
  overYears: OverYears | null;

  @Shown(figure, 'Target under this reading, in the base unit; null where it depends on the baseline.', {
    nullable: true,
  })
  target: string | null;

  @Shown(figure, 'Upper end, of BETWEEN.', { nullable: true })
  upperTarget: string | null;

  @Shown(beyond, "Verdict beyond the good end, of BETWEEN; null: the indicator's own.", { nullable: true })
  beyond: Beyond | null;

  @Shown(flag, 'Whether the baseline must be known before a result can be judged.')
  needsBaseline: boolean;
}

@ObjectType({ description: 'An open question about an indicator (điểm cần làm rõ), and its readings.' })
export class Clarification {
  @Shown(prose(), 'The question to whoever issued the plan.')
  question: string;

  @Shown(record(() => Reading), 'The readings; the first is the one in force until the question is answered.', {
    list: true,
    atMost: lengths.usual,
  })
  readings: Reading[];
}

/** The part of a year's target expected by the end of a period. */
@ObjectType({ description: 'The part of the target expected by the end of a period.' })
export class ExpectedShare {
  @Shown(period, 'Period, such as "2023-H1".')
  period: string;

  @Shown(figure, 'Percent of the target, 0–100.')
  share: string;
}

@ObjectType({ description: 'A change printed beside a level (còn 7 %, giảm 3 %): the level is judged.' })
export class PrintedChange {
  @Shown(printedBasis, 'Kind of the change, against the baseline.')
  basis: PrintedBasis;

  @Shown(figure, 'Change, percentage or factor as printed.')
  by: string;
}

@ObjectType({ description: 'A code by which another system knows an indicator.' })
export class IndicatorIdentifier {
  @Shown(code, 'Code system.')
  system: string;

  @Shown(line(100), 'Code, as text.')
  value: string;
}

@ObjectType({ description: 'Units that report an indicator.' })
export class ReportedBy {
  @Shown(code, 'Codes of units.', { list: true, atMost: lengths.usual })
  units: string[];

  @Shown(unitKind, 'Kinds of units: every valid one of them.', { list: true, atMost: lengths.usual })
  kinds: UnitKind[];
}
