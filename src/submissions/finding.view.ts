import { ObjectType } from '@nestjs/graphql';
import { code, oneOf, record } from '../api/shapes.js';
import { compared, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

export const severities = ['ERROR', 'WARNING'] as const;
export type Severity = (typeof severities)[number];
export const severity = oneOf(
  'Severity',
  severities,
  'ERROR: corrected before the report is submitted. WARNING: wants an explanation, and stops nothing.',
);

@ObjectType({ description: 'A figure that a finding rests on.' })
export class FindingFigure {
  @Shown(text(40), 'Name within the finding: "reported", "before", "sum".')
  name: string;

  @Shown(text(500), 'Figure in the base unit; a period; a frequency; the name of an indicator.')
  value: string;
}

@ObjectType({ description: 'A sentence in both languages.' })
export class FindingText {
  @Shown(text(), 'Sentence in Vietnamese.')
  vi: string;

  @Shown(text(), 'Sentence in English.')
  en: string;
}

/** A finding (phát hiện) about one figure of a report. A code is found once for an indicator. */
@ObjectType({ description: 'A finding (phát hiện) of a check about one figure of a report.' })
export class Finding {
  @Shown(compared(40), 'Code of the check.')
  code: string;

  @Shown(severity, 'Whether the finding stops the report or wants an explanation.')
  severity: Severity;

  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Shown(record(() => FindingFigure), 'Figures that the finding rests on.', { list: true, most: 3 })
  figures: FindingFigure[];

  @Shown(record(() => FindingText), 'The finding in words.')
  text: FindingText;

  @Shown(text(), 'Explanation of the unit (giải trình); it stays while code and figures do.', {
    nullable: true,
    personal: true,
  })
  explanation: string | null;
}
