import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, figure, flag, id, oneOf, period, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { progressStates, reasons, type ProgressReason, type ProgressState } from './state.rules.js';

/** A decimal, a grade, or text. */
const figureOrWords = { ...text(300), mayBeFigure: true } as const;

export const progressState = oneOf(
  'ProgressState',
  progressStates,
  'State of a promise. MISSED: the time is over, or it is beyond repair. IN_PROGRESS: no expected share is stated. ' +
    'NOT_DUE: no figure is expected yet. NO_FIGURE: one is due.',
);
export const progressReason = oneOf(
  'ProgressReason',
  reasons,
  'Reason of NO_FIGURE. NO_BASELINE: a change against a year that is not known.',
);

@ObjectType({ description: 'A figure of progress: a decimal in the base unit, or a word; with `outOf` a count.' })
export class ProgressFigure {
  @Shown(figureOrWords, 'Figure: a decimal, a grade, or text.')
  value: string;

  @Shown(figure, 'Total that the value is counted out of.', { nullable: true })
  outOf: string | null;
}

@ObjectType({ description: 'Units of an indicator that have reported, of those that owe a report.' })
export class Coverage {
  @Shown(count(), 'Number of units with a figure, or with nothing to report.')
  reported: number;

  @Shown(count(), 'Number of units that owe one.')
  owed: number;
}

@ObjectType({ description: 'State of a promise under one reading of its open question.' })
export class ReadingProgress {
  @Shown(text(10), 'Letter of the reading.')
  code: string;

  @Shown(progressState, 'State under this reading.')
  state: ProgressState;

  @Shown(figure, 'Percent of the target under this reading.', { nullable: true })
  percent: string | null;
}

@ObjectType({ description: 'A figure of another period, to compare with.' })
export class PeriodFigure {
  @Shown(period, 'Its period.')
  period: string;

  @Shown(figureOrWords, 'Figure: a decimal, a grade, or text.')
  value: string;

  @Shown(figure, 'Total that the value is counted out of.', { nullable: true })
  outOf: string | null;
}

/** Progress (tiến độ) of one indicator, for the commune or one unit, as approved results tell on a legal date. */
@ObjectType({ description: 'Progress of an indicator in a period (tiến độ thực hiện), for the commune or one unit.' })
export class Progress {
  communeId: number;
  /** Place of the indicator in the document. */
  sortOrder: number;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Shown(id, 'Id of the indicator.')
  indicatorId: string;

  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Shown(id, 'Id of the unit; null: the commune.', { nullable: true })
  unitId: string | null;

  @Shown(code, 'Code of the unit; null: the commune.', { nullable: true })
  unitCode: string | null;

  @Shown(period, 'Period for which progress is shown.')
  period: string;

  @Shown(day, 'Legal date of the view.')
  asOf: string;

  @Shown(progressState, 'State of the promise in the period.')
  state: ProgressState;

  @Shown(progressReason, 'Reason that there is no figure to judge.', { nullable: true })
  reason: ProgressReason | null;

  @Shown(flag, 'Whether the time of the promise is over and every figure owed has come.')
  final: boolean;

  @Shown(figure, 'Target judged by, in the base unit: the one of the period, else that of the plan.', {
    nullable: true,
  })
  target: string | null;

  @Shown(period, 'Period of that target.')
  targetPeriod: string;

  @Shown(record(() => ProgressFigure), "Figure from the beginning of the plan's year to the end of the period.", {
    nullable: true,
  })
  cumulative: ProgressFigure | null;

  @Shown(record(() => ProgressFigure), 'Figure of the period alone.', { nullable: true })
  inPeriod: ProgressFigure | null;

  @Shown(
    figure,
    'Percent of the target, two decimals half up; where less is better target ÷ figure. ' +
      'Null where it would divide by zero.',
    { nullable: true },
  )
  percent: string | null;

  @Shown(figure, 'Figure less baseline, of an indicator that promises a change.', { nullable: true })
  change: string | null;

  @Shown(record(() => Coverage), 'Units that have reported, of those that owe a report.')
  coverage: Coverage;

  @Shown(record(() => ReadingProgress), 'State under each reading of an open question.', {
    list: true,
    atMost: lengths.usual,
  })
  readings: ReadingProgress[];

  @Shown(record(() => PeriodFigure), 'Figure of the period before, of the same length.', { nullable: true })
  before: PeriodFigure | null;

  @Shown(record(() => PeriodFigure), 'Figure of the same period a year before, or the baseline.', { nullable: true })
  yearBefore: PeriodFigure | null;

  @Shown(text(40), 'Doubts: TWICE results that cover the same days, UNITS_DIFFER from the figure of the commune.', {
    list: true,
    atMost: lengths.usual,
  })
  notes: string[];

  @Shown(id, 'Ids of the results the figure is made of.', { list: true })
  resultIds: string[];

  @Shown(id, 'Ids of the decisions whose awards the figure counts, of an indicator derived from AWARDS.', {
    list: true,
  })
  decisionIds: string[];

  @Shown(text(), 'Sentence of a report on all indicators that count; of a PLAN_COMPLETION alone.', { nullable: true })
  sentence: string | null;
}
