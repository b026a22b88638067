import { Asked, AskedAs, InputBody } from '../api/asked.js';
import { record } from '../api/shapes.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import {
  ExpectedShare,
  IndicatorIdentifier,
  Measure,
  PrintedChange,
  ReportedBy,
  Reading,
  Clarification,
  type Basis,
  type Beyond,
  type Comparator,
  type MeasureUnit,
  type OverYears,
  type PrintedBasis,
} from './indicator-members.view.js';

/** The part of a year's target expected by the end of a period. */
@InputBody('The part of the target expected by the end of a period.')
export class ExpectedShareGiven {
  @AskedAs(ExpectedShare) period: string;
  @AskedAs(ExpectedShare) share: string;
}

@InputBody('Unit of measurement (đơn vị tính).')
export class MeasureGiven {
  @AskedAs(Measure) unit: MeasureUnit;
  @AskedAs(Measure) displayUnit: string;
  @AskedAs(Measure) scale: number;
  @AskedAs(Measure, { clearable: true }) factor?: string | null;
}

@InputBody('A change printed beside a level.')
export class PrintedChangeGiven {
  @AskedAs(PrintedChange) basis: PrintedBasis;
  @AskedAs(PrintedChange) by: string;
}

@InputBody('A code by which another system knows the indicator.')
export class IndicatorIdentifierGiven {
  @AskedAs(IndicatorIdentifier) system: string;
  @AskedAs(IndicatorIdentifier) value: string;
}

@InputBody('Units that report the indicator: these, and every valid one of these kinds.')
export class ReportedByGiven {
  @AskedAs(ReportedBy, { optional: true }) units?: string[];
  @AskedAs(ReportedBy, { optional: true }) kinds?: UnitKind[];
}

@InputBody('One way to read an ambiguous target.')
export class ReadingGiven {
  @AskedAs(Reading) code: string;
  @AskedAs(Reading) text: string;
  @AskedAs(Reading) comparator: Comparator;
  @AskedAs(Reading, { clearable: true }) basis?: Basis | null;
  @AskedAs(Reading, { clearable: true }) overYears?: OverYears | null;
  @AskedAs(Reading, { clearable: true }) target?: string | null;
  @AskedAs(Reading, { clearable: true }) upperTarget?: string | null;
  @AskedAs(Reading, { clearable: true }) beyond?: Beyond | null;
  @AskedAs(Reading) needsBaseline: boolean;
}

@InputBody('An open question and its readings; the first is in force until it is answered.')
export class ClarificationGiven {
  @AskedAs(Clarification) question: string;

  @Asked(record(() => ReadingGiven), 'The readings.', { list: true })
  readings: ReadingGiven[];
}
