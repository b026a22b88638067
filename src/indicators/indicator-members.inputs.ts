import { Asked, Body } from '../api/asked.js';
import { count, figure, flag, period, record, text } from '../api/shapes.js';
import { comparator, measureUnit, type Comparator, type MeasureUnit } from './indicator-members.view.js';

/** The part of a year's target expected by the end of a period. */
@Body('The part of the target expected by the end of a period.')
export class ExpectedShareGiven {
  @Asked(period, 'Period, such as "2023-H1".')
  period: string;

  @Asked(figure, 'Percent of the target, 0–100.')
  share: string;
}

/** What a figure counts. */
@Body('What a figure counts.')
export class MeasureGiven {
  @Asked(measureUnit, 'Base unit.')
  unit: MeasureUnit;

  @Asked(text(60), 'Unit as people write it.')
  displayUnit: string;

  @Asked(count(0, 12), 'Base units per display unit as a power of ten: 6 for triệu đồng.')
  scale: number;
}

/** One way to read an ambiguous target. */
@Body('One way to read an ambiguous target.')
export class ReadingGiven {
  @Asked(text(10), 'Letter of the reading.')
  code: string;

  @Asked(text(), 'The reading in words.')
  text: string;

  @Asked(comparator, 'Comparator under this reading.')
  comparator: Comparator;

  @Asked(figure, 'Target under this reading.', { clearable: true })
  target?: string | null;

  @Asked(figure, 'Upper end, of BETWEEN.', { clearable: true })
  upperTarget?: string | null;

  @Asked(flag, 'Whether the baseline must be known first.')
  needsBaseline: boolean;
}

/** What has to be asked, and the ways it can be read; the first is in force until answered. */
@Body('What has to be asked, and the ways it can be read; the first is in force until it is answered.')
export class ClarificationGiven {
  @Asked(text(), 'The question.')
  question: string;

  @Asked(record(() => ReadingGiven), 'The readings.', { list: true })
  readings: ReadingGiven[];
}
