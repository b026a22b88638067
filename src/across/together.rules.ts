import Big from 'big.js';
import type { Measure } from '../indicators/indicator-members.view.js';
import type { ProgressFigure } from '../progress/progress.view.js';

/** Figure of one commune, with how it is measured. */
export interface Measured {
  measure: Measure;
  basis: string;
  overUnits: string;
  figure: ProgressFigure;
}

const alike = ({ measure: { unit, displayUnit, scale }, basis, overUnits, figure }: Measured) =>
  JSON.stringify([unit, displayUnit, scale, basis, overUnits, figure.outOf === null]);

/**
 * Figure of several communes together: the sum of the values and, of counts out of a total, of the totals. Undefined
 * where they are not measured alike (unit of measurement, promise, aggregation), or where figures are not added up: a
 * mean, a grade, a share without its total.
 */
export function together(figures: readonly Measured[]): ProgressFigure | undefined {
  const [first] = figures;
  if (!first || figures.some((each) => alike(each) !== alike(first))) return undefined;
  const isAdded = first.overUnits === 'SUM' || (first.overUnits === 'RATIO' && first.figure.outOf !== null);
  if (!isAdded || figures.some(({ figure: { value } }) => !/^-?\d/.test(value))) return undefined;
  const sum = (values: readonly string[]) => values.reduce((all, each) => all.plus(each), new Big(0)).toFixed();
  return {
    value: sum(figures.map(({ figure }) => figure.value)),
    outOf: first.figure.outOf === null ? null : sum(figures.map(({ figure }) => figure.outOf ?? '0')),
  };
}
