import { ObjectType } from '@nestjs/graphql';
import { count, figure, flag, oneOf, period, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

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
] as const;

export type Comparator = (typeof comparators)[number];

export const measureUnit = oneOf(
  'MeasureUnit',
  measureUnits,
  'Base unit. AREA: residential area, MODEL: production model, HEAD: animal. STATE, GRADE, RATING: no number.',
);

export const comparator = oneOf(
  'Comparator',
  comparators,
  'Comparison of result and target. BETWEEN: target to upperTarget. HOLD: keep a state. ACHIEVE: done or not.',
);

@ObjectType({ description: 'Unit of measurement (đơn vị tính).' })
export class Measure {
  @Shown(measureUnit, 'Base unit: figures are stored and answered in it.')
  unit: MeasureUnit;

  @Shown(text(60), 'Unit as people write it: "triệu đồng/người/năm".')
  displayUnit: string;

  @Shown(count(0, 12), 'Base units per display unit as a power of ten: 6 for triệu đồng.')
  scale: number;
}

@ObjectType({ description: 'One way to read an ambiguous target.' })
export class Reading {
  @Shown(text(10), 'Letter of the reading.')
  code: string;

  @Shown(text(), 'The reading in words.')
  text: string;

  @Shown(comparator, 'Comparator under this reading.')
  comparator: Comparator;

  @Shown(figure, 'Target under this reading, in the base unit; null where it depends on the baseline.', {
    nullable: true,
  })
  target: string | null;

  @Shown(figure, 'Upper end, of BETWEEN.', { nullable: true })
  upperTarget: string | null;

  @Shown(flag, 'Whether the baseline must be known before a result can be judged.')
  needsBaseline: boolean;
}

@ObjectType({ description: 'An open question about an indicator (điểm cần làm rõ), and its readings.' })
export class Clarification {
  @Shown(text(), 'The question to whoever issued the plan.')
  question: string;

  @Shown(record(() => Reading), 'The readings; the first is the one in force until the question is answered.', {
    list: true,
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
