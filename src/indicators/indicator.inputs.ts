import { Asked, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, figure, flag, period, reasonText, record, text } from '../api/shapes.js';
import { comparator, direction, frequency, overTime, overUnits, reported, type Comparator, type Direction, type Frequency, type OverTime, type OverUnits, type Reporting } from './indicator.entity.js';

/** Which indicator of a plan. */
@Parameters()
export class IndicatorAt {
  @Asked(code, 'Code of the indicator: "econ.rice.area".')
  code: string;
}

/** Which indicators of a plan. */
@Parameters()
export class ListIndicators extends Paging {
  @Asked(text(40), 'Only those under this heading and the headings below it.', { optional: true })
  section?: string;

  @Asked(text(100), 'Words of the name or the code; case and diacritics do not matter.', { optional: true })
  search?: string;
}

/** The part of a year's target expected by the end of a period. */
@Body('The part of the target expected by the end of a period.')
export class ExpectShare {
  @Asked(period, 'Period, such as "2023-H1".')
  period: string;

  @Asked(figure, 'Percent of the target, 0–100.')
  share: string;
}

/** What to change of an indicator: absent keeps, null clears, arrays whole. Figures in the base unit. */
@Body('What to change of an indicator: absent keeps, null clears, lists whole. Figures are in the base unit.')
export class AmendIndicator {
  @Asked(reasonText, 'Why; needed once the plan is issued.', { optional: true })
  reason?: string;

  @Asked(text(500), 'Name.', { optional: true })
  name?: string;

  @Asked(direction, 'Which way is better.', { optional: true })
  direction?: Direction;

  @Asked(comparator, 'How a result meets the target.', { optional: true })
  comparator?: Comparator;

  @Asked(figure, 'Target of the commune.', { clearable: true })
  target?: string | null;

  @Asked(text(300), 'Grade or state to reach or keep, in words.', { clearable: true })
  targetText?: string | null;

  @Asked(figure, 'Upper end, of BETWEEN.', { clearable: true })
  upperTarget?: string | null;

  @Asked(figure, 'The total the target is counted out of.', { clearable: true })
  outOf?: string | null;

  @Asked(figure, 'Result of the year before.', { clearable: true })
  baseline?: string | null;

  @Asked(flag, 'Whether it counts in "n of n indicators achieved".', { optional: true })
  counted?: boolean;

  @Asked(frequency, 'How often it is reported.', { optional: true })
  frequency?: Frequency;

  @Asked(reported, 'Own figure of the period, or since the beginning of the year.', { optional: true })
  reported?: Reporting;

  @Asked(overTime, 'How periods become a longer one.', { optional: true })
  overTime?: OverTime;

  @Asked(overUnits, 'How units become the commune.', { optional: true })
  overUnits?: OverUnits;

  @Asked(record(() => ExpectShare), 'What part of the target is expected by when.', { optional: true, list: true })
  expectedShare?: ExpectShare[];

  @Asked(code, 'Code of the unit that answers for it.', { clearable: true })
  responsibleUnitCode?: string | null;

  @Asked(text(300), 'Who assesses it, where that is somebody else.', { clearable: true })
  assessedBy?: string | null;

  @Asked(flag, 'Whether a report needs evidence.', { optional: true })
  evidenceRequired?: boolean;
}
