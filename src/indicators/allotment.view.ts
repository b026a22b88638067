import { ObjectType } from '@nestjs/graphql';
import { code, count, figure, period, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** How what was allotted for one period adds up against the commune's target. Shows what does not; refuses nothing. */
@ObjectType({ description: 'How the targets of units for one period add up.' })
export class PeriodSum {
  @Shown(period, 'Period.')
  period: string;

  @Shown(count(), 'Units with a target. One below another that has one is not counted again.')
  units: number;

  @Shown(
    figure,
    'Σ of their targets, in the base unit; null unless units add up (`overUnits` SUM); a key bound to a unit, which is shown its own alone, is told no sums.',
    { nullable: true },
  )
  sum: string | null;
}

/** How the targets of units and parts add up to an indicator's own. */
@ObjectType({
  description: "How the targets of units and parts add up to an indicator's own. Differences are shown, never refused.",
})
export class Allotment {
  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Shown(figure, 'Target of the commune for the plan.', { nullable: true })
  target: string | null;

  @Shown(
    figure,
    "Σ of the units' targets for the whole year, the topmost units alone; null unless units add up (`overUnits` SUM), and for a key bound to a unit.",
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
    'Σ of the targets of the parts that still apply; null without such parts, or when one has no target.',
    { nullable: true },
  )
  partsSum: string | null;

  @Shown(figure, 'target − partsSum; null without either.', { nullable: true })
  partsDifference: string | null;

  @Shown(text(40), 'What does not add up: UNITS, PARTS.', { list: true })
  notes: string[];
}
