import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, figure, flagInForm, record } from '../api/shapes.js';
import { compared, reasonText } from '../api/text-shapes.js';
import {
  ClarificationGiven,
  ExpectedShareGiven,
  IndicatorIdentifierGiven,
  MeasureGiven,
  PrintedChangeGiven,
  ReportedByGiven,
} from './indicator-members.inputs.js';
import {
  Indicator,
  type Direction,
  type Frequency,
  type OverTime,
  type OverUnits,
  type Reporting,
} from './indicator.entity.js';
import {
  confirmation,
  type Basis,
  type Beyond,
  type Comparator,
  type Confirmation,
  type Derivation,
  type OverYears,
} from './indicator-members.view.js';
import type { Season } from './period.js';

/** Names an indicator of a plan. */
@Parameters()
export class IndicatorAt {
  @Asked(code, 'Code of the indicator: "econ.rice.area".')
  code: string;
}

/** Filters indicators of a plan. */
@Parameters()
export class ListIndicators extends Paging {
  @Asked(compared(40), 'Only those under this heading and the headings below it.', { optional: true })
  section?: string;

  @Asked(compared(100), 'Words of the name or the code; case and diacritics do not matter.', { optional: true })
  search?: string;

  @Asked(flagInForm, 'Only those retired, or only those not.', { optional: true })
  retired?: boolean;
}

@InputBody('An indicator as it is to be added; to an issued plan with a reason. Figures are in the base unit.')
export class AddIndicator {
  @Asked(reasonText, 'Reason; required once the plan is issued.', { optional: true })
  reason?: string;

  @AskedAs(Indicator) code: string;
  @AskedAs(Indicator) name: string;
  @AskedAs(Indicator) sectionPath: string;
  @AskedAs(Indicator, { clearable: true }) printedLabel?: string | null;
  @AskedAs(Indicator) sortOrder: number;

  @Asked(record(() => MeasureGiven), 'Unit of measurement.')
  measure: MeasureGiven;

  @AskedAs(Indicator) direction: Direction;
  @AskedAs(Indicator) comparator: Comparator;
  @AskedAs(Indicator, { optional: true }) basis?: Basis;
  @AskedAs(Indicator, { clearable: true }) target?: string | null;
  @AskedAs(Indicator, { clearable: true }) targetText?: string | null;
  @AskedAs(Indicator, { clearable: true }) upperTarget?: string | null;
  @AskedAs(Indicator, { clearable: true }) beyond?: Beyond | null;
  @AskedAs(Indicator, { optional: true }) grades?: string[];
  @AskedAs(Indicator, { clearable: true }) outOf?: string | null;
  @AskedAs(Indicator) rawText: string;

  @Asked(code, 'Code of the indicator that this indicator is a part of.', { optional: true })
  partOf?: string;

  @AskedAs(Indicator, { clearable: true }) notAbove?: string | null;
  @AskedAs(Indicator, { optional: true }) endsAt100?: boolean;
  @AskedAs(Indicator, { optional: true }) derived?: boolean;
  @AskedAs(Indicator, { clearable: true }) derivation?: Derivation | null;
  @AskedAs(Indicator, { clearable: true }) awardForm?: string | null;
  @AskedAs(Indicator, { optional: true }) counted?: boolean;
  @AskedAs(Indicator, { clearable: true }) baseline?: string | null;

  @Asked(record(() => PrintedChangeGiven), 'Change against the baseline, printed beside the level.', {
    clearable: true,
  })
  printedChange?: PrintedChangeGiven | null;

  @AskedAs(Indicator) frequency: Frequency;
  @AskedAs(Indicator) reported: Reporting;
  @AskedAs(Indicator) overTime: OverTime;
  @AskedAs(Indicator) overUnits: OverUnits;
  @AskedAs(Indicator, { optional: true }) overYears?: OverYears;
  @AskedAs(Indicator, { optional: true }) seasons?: Season[];

  @Asked(
    record(() => ReportedByGiven),
    'Units that report it; left out: its responsible unit and those with a target.',
    {
      clearable: true,
    },
  )
  reportedBy?: ReportedByGiven | null;

  @Asked(record(() => IndicatorIdentifierGiven), 'Codes by which other systems know it.', {
    optional: true,
    list: true,
  })
  identifiers?: IndicatorIdentifierGiven[];

  @Asked(record(() => ExpectedShareGiven), 'Share of the target expected by the end of a period.', {
    optional: true,
    list: true,
  })
  expectedShare?: ExpectedShareGiven[];

  @AskedAs(Indicator, { optional: true }) responsibleUnitCode?: string;
  @AskedAs(Indicator, { clearable: true }) assessedBy?: string | null;
  @AskedAs(Indicator, { optional: true }) evidenceRequired?: boolean;

  @Asked(record(() => ClarificationGiven), 'The open question and its readings.', { optional: true })
  clarification?: ClarificationGiven;

  @Asked(
    day,
    'Day from which it applies, in the years of the plan; left out: in an issued plan the legal date; null: from its ' +
      'beginning.',
    { clearable: true },
  )
  appliesFrom?: string | null;

  @AskedAs(Indicator, { optional: true }) notPrinted?: string[];

  @Asked(confirmation, 'Codes of figures that were asked back (ASKED_BACK) and are meant.', {
    optional: true,
    list: true,
  })
  confirm?: Confirmation[];
}

@InputBody('Changes of an indicator: absent keeps, null clears, lists whole. Figures are in the base unit.')
export class AmendIndicator {
  @Amends(AddIndicator) reason?: string;
  @Amends(AddIndicator) name?: string;
  @Amends(AddIndicator) sectionPath?: string;
  @Amends(AddIndicator) printedLabel?: string | null;
  @Amends(AddIndicator) sortOrder?: number;
  @Amends(AddIndicator, { description: 'Unit of measurement; once the plan is issued it stays.' })
  measure?: MeasureGiven;
  @Amends(AddIndicator) rawText?: string;
  @Amends(AddIndicator) notPrinted?: string[];
  @Amends(AddIndicator) derived?: boolean;
  @Amends(AddIndicator) derivation?: Derivation | null;
  @Amends(AddIndicator) awardForm?: string | null;
  @Amends(AddIndicator) clarification?: ClarificationGiven;
  @Amends(AddIndicator) direction?: Direction;
  @Amends(AddIndicator) comparator?: Comparator;
  @Amends(AddIndicator) basis?: Basis;
  @Amends(AddIndicator) target?: string | null;
  @Amends(AddIndicator) targetText?: string | null;
  @Amends(AddIndicator) upperTarget?: string | null;
  @Amends(AddIndicator) beyond?: Beyond | null;
  @Amends(AddIndicator) grades?: string[];
  @Amends(AddIndicator) outOf?: string | null;
  @Amends(AddIndicator) notAbove?: string | null;
  @Amends(AddIndicator) endsAt100?: boolean;
  @Amends(AddIndicator) baseline?: string | null;
  @Amends(AddIndicator) printedChange?: PrintedChangeGiven | null;
  @Amends(AddIndicator) counted?: boolean;
  @Amends(AddIndicator) frequency?: Frequency;
  @Amends(AddIndicator) reported?: Reporting;
  @Amends(AddIndicator) overTime?: OverTime;
  @Amends(AddIndicator) overUnits?: OverUnits;
  @Amends(AddIndicator) overYears?: OverYears;
  @Amends(AddIndicator) seasons?: Season[];
  @Amends(AddIndicator) reportedBy?: ReportedByGiven | null;
  @Amends(AddIndicator) identifiers?: IndicatorIdentifierGiven[];
  @Amends(AddIndicator) expectedShare?: ExpectedShareGiven[];
  @Amends(AddIndicator, { clearable: true }) responsibleUnitCode?: string | null;
  @Amends(AddIndicator) assessedBy?: string | null;
  @Amends(AddIndicator) evidenceRequired?: boolean;
  @Amends(AddIndicator, { description: 'Day from which it applies; null: from the beginning of the plan.' })
  appliesFrom?: string | null;

  @Amends(AddIndicator) confirm?: Confirmation[];
}

@InputBody('The retirement of an indicator: its day and reason.')
export class RetireIndicator {
  @Asked(day, 'First day on which the indicator no longer applies; today when left out.', { optional: true })
  from?: string;

  @Reason()
  reason: string;
}

@InputBody("The answer to an indicator's open question: one of its readings.")
export class ClarifyIndicator {
  @Asked(compared(10), 'Letter of the reading that holds.')
  reading: string;

  @Asked(figure, 'The target, where the reading leaves it to the baseline.', { optional: true })
  target?: string;

  @Asked(reasonText, 'Reason: who answered, and when.')
  reason: string;
}

@InputBody('The reason an indicator of a drafted plan is dropped for.')
export class DropIndicator {
  @Reason({ optional: true })
  reason?: string;
}
