import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { code, count, figure, period, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({ description: 'Sum of the targets of units for one period.' })
export class PeriodSum {
  @Shown(period, 'Period whose targets are summed.')
  period: string;

  @Shown(count(), 'Number of units with a target. A unit is not counted when a unit above it has a target, too.')
  units: number;

  @Shown(
    count(),
    'Number of targets of units that end before the last day of the period: nobody owes them, and they are not summed.',
  )
  ended: number;

  @Shown(figure, 'Sum of their targets, in the base unit; null unless overUnits is SUM, or to a unit-bound key.', {
    nullable: true,
  })
  sum: string | null;
}

/** Sums of the targets of units and parts against the indicator's own target. */
@ObjectType({
  description: "Targets of units and parts against the indicator's own. Differences are shown, never refused.",
})
export class Allotment {
  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Shown(figure, 'Target of the commune for the plan.', { nullable: true })
  target: string | null;

  @Shown(
    figure,
    "Sum of the topmost units' targets for the year; null unless overUnits is SUM, or to a unit-bound key.",
    { nullable: true },
  )
  sum: string | null;

  @Shown(figure, 'target − sum; null where there is no sum, or the commune has no target in figures.', {
    nullable: true,
  })
  difference: string | null;

  @Shown(record(() => PeriodSum), "Sums by period, the year's included.", { list: true })
  periods: PeriodSum[];

  @Shown(
    figure,
    'Σ of the targets of the parts that still apply; ' +
      'null without such parts, when one has no target, or of rates, which do not add up.',
    { nullable: true },
  )
  partsSum: string | null;

  @Shown(figure, 'target − partsSum, of a structure 100 − partsSum; null without either.', { nullable: true })
  partsDifference: string | null;

  @Shown(figure, 'target − the level that baseline and printedChange come to; null without one of them.', {
    nullable: true,
  })
  changeDifference: string | null;

  @Shown(
    text(40),
    'Sums that differ from the target: UNITS, PARTS; PARTS_ROUNDED of a structure within 99.5–100.5 percent; ' +
      'BASELINE: target and printedChange do not agree, by more than rounding.',
    { list: true, atMost: lengths.usual },
  )
  notes: string[];
}
