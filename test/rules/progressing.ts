import type { Indicator } from '../../src/indicators/indicator.entity.js';
import { spanOf } from '../../src/indicators/period.js';
import type { Moment, Progressing } from '../../src/progress/state.rules.js';
import type { Covering } from '../../src/progress/figure.rules.js';

/** A promise in hectares: a flow of one year, 100 or more. */
export const promise: Progressing & Pick<Indicator, 'frequency' | 'reported' | 'overUnits' | 'appliesFrom'> = {
  direction: 'UP',
  comparator: 'AT_LEAST',
  basis: 'LEVEL',
  target: '100',
  targetText: null,
  upperTarget: null,
  baseline: null,
  outOf: null,
  endsAt100: false,
  beyond: null,
  grades: [],
  measure: { unit: 'HECTARE', factor: null },
  overTime: 'SUM',
  overYears: 'AT_END',
  overUnits: 'SUM',
  frequency: 'QUARTERLY',
  reported: 'IN_PERIOD',
  appliesFrom: null,
  expectedShare: [],
  needsClarification: false,
  clarification: null,
};
export const percent = { unit: 'PERCENT', factor: '100' } as const;

export const figure = (value: string, outOf: string | null = null) => ({ value, outOf });

/** A result of a period. */
export const result = (period: string, value: string, outOf: string | null = null): Covering => ({
  id: period,
  period,
  value,
  outOf,
});

/** The year 2023 as it stands in a period, the day after its end unless said otherwise. */
export const moment = (value: string | null, period = '2023', change: Partial<Moment> = {}): Moment => ({
  figure: value === null ? null : figure(...(value.split('/') as [string, string?])),
  period: spanOf(period),
  promised: spanOf('2023'),
  asOf: new Date(Date.parse(spanOf(period).to) + 86_400_000).toISOString().slice(0, 10),
  due: true,
  years: 1,
  each: [],
  ...change,
});
