import { Asked, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, day, figure, flag, reasonText, record, text } from '../api/shapes.js';
import { ClarificationGiven, ExpectedShareGiven, MeasureGiven } from './indicator-members.inputs.js';
import {
  direction,
  frequency,
  overTime,
  overUnits,
  reported,
  type Direction,
  type Frequency,
  type OverTime,
  type OverUnits,
  type Reporting,
} from './indicator.entity.js';
import { comparator, type Comparator } from './indicator-members.view.js';

/** Which indicator of a plan. */
@Parameters()
export class IndicatorAt {
  @Asked(code, 'Code of the indicator: "econ.rice.area".')
  code: string;
}

/** Which indicator of which plan of which commune. */
export interface IndicatorPlace {
  commune: string;
  plan: string;
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

/** An indicator as it is to be added; to an issued plan with a reason. Figures in the base unit. */
@Body('An indicator as it is to be added; to an issued plan with a reason. Figures are in the base unit.')
export class AddIndicator {
  @Asked(reasonText, 'Why; needed once the plan is issued.', { optional: true })
  reason?: string;

  @Asked(code, 'Code within the plan.')
  code: string;

  @Asked(text(500), 'Name.')
  name: string;

  @Asked(text(40), 'Path of the heading it stands under.')
  sectionPath: string;

  @Asked(text(20), 'Label of its item as printed.', { clearable: true })
  printedLabel?: string | null;

  @Asked(count(), 'Place in the document, ascending.')
  sortOrder: number;

  @Asked(record(() => MeasureGiven), 'What its figures count.')
  measure: MeasureGiven;

  @Asked(direction, 'Which way is better.')
  direction: Direction;

  @Asked(comparator, 'How a result meets the target.')
  comparator: Comparator;

  @Asked(figure, 'Target of the commune.', { clearable: true })
  target?: string | null;

  @Asked(text(300), 'Grade or state to reach or keep, in words.', { clearable: true })
  targetText?: string | null;

  @Asked(figure, 'Upper end, of BETWEEN.', { clearable: true })
  upperTarget?: string | null;

  @Asked(figure, 'The total the target is counted out of.', { clearable: true })
  outOf?: string | null;

  @Asked(text(), 'The words of the plan.')
  rawText: string;

  @Asked(code, 'Code of the indicator it is a part of.', { optional: true })
  partOf?: string;

  @Asked(flag, 'Whether it is computed and never reported.', { optional: true })
  derived?: boolean;

  @Asked(flag, 'Whether it counts in "n of n indicators achieved".', { optional: true })
  counted?: boolean;

  @Asked(figure, 'Result of the year before.', { clearable: true })
  baseline?: string | null;

  @Asked(frequency, 'How often it is reported.')
  frequency: Frequency;

  @Asked(reported, 'Own figure of the period, or since the beginning of the year.')
  reported: Reporting;

  @Asked(overTime, 'How periods become a longer one.')
  overTime: OverTime;

  @Asked(overUnits, 'How units become the commune.')
  overUnits: OverUnits;

  @Asked(record(() => ExpectedShareGiven), 'What part of the target is expected by when.', {
    optional: true,
    list: true,
  })
  expectedShare?: ExpectedShareGiven[];

  @Asked(code, 'Code of the unit that answers for it.', { optional: true })
  responsibleUnitCode?: string;

  @Asked(text(300), 'Who assesses it, where that is somebody else.', { clearable: true })
  assessedBy?: string | null;

  @Asked(flag, 'Whether a report needs evidence.', { optional: true })
  evidenceRequired?: boolean;

  @Asked(record(() => ClarificationGiven), 'What has to be asked.', { optional: true })
  clarification?: ClarificationGiven;

  @Asked(text(40), 'Names of the members whose values the plan does not print.', { optional: true, list: true })
  notPrinted?: string[];
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

  @Asked(record(() => ExpectedShareGiven), 'What part of the target is expected by when.', {
    optional: true,
    list: true,
  })
  expectedShare?: ExpectedShareGiven[];

  @Asked(code, 'Code of the unit that answers for it.', { clearable: true })
  responsibleUnitCode?: string | null;

  @Asked(text(300), 'Who assesses it, where that is somebody else.', { clearable: true })
  assessedBy?: string | null;

  @Asked(flag, 'Whether a report needs evidence.', { optional: true })
  evidenceRequired?: boolean;
}

/** From when an indicator no longer applies, and why. */
@Body('From when an indicator no longer applies, and why.')
export class RetireIndicator {
  @Asked(day, 'The first day on which it no longer applies; today when left out.', { optional: true })
  from?: string;

  @Asked(reasonText, 'Why.')
  reason: string;
}

/** The answer to an indicator's open question. */
@Body("The answer to an indicator's open question: one of its readings.")
export class ClarifyIndicator {
  @Asked(text(10), 'Letter of the reading that holds.')
  reading: string;

  @Asked(figure, 'The target, where the reading leaves it to the baseline.', { optional: true })
  target?: string;

  @Asked(reasonText, 'Who answered, when, and why so.')
  reason: string;
}
