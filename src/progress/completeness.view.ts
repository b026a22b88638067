import { ObjectType } from '@nestjs/graphql';
import { code, count, day, id, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { submissionState } from '../submissions/submission.entity.js';
import type { SubmissionState } from '../submissions/submission.workflow.js';

/**
 * Owed figures of a period and their reports: one row for the commune, one for each unit. Each owed figure is
 * counted once: reported, nothing, estimates, returned or missing.
 */
@ObjectType({ description: 'Figures owed for a period, and what came of them: of the commune, or of one unit.' })
export class Completeness {
  communeId: number;

  @Shown(code, 'Key of the commune; in lists of several communes alone.', { optional: true })
  commune?: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Shown(period, 'Period that is reported for.')
  period: string;

  @Shown(day, 'Legal date of the view.')
  asOf: string;

  @Shown(id, 'Id of the unit; null: the commune.', { nullable: true })
  unitId: string | null;

  @Shown(code, 'Code of the unit; null: the commune.', { nullable: true })
  unitCode: string | null;

  @Shown(day, 'Last day on which its report is on time, of the commune before extensions; null: the plan sets none.', {
    nullable: true,
  })
  dueOn: string | null;

  @Shown(
    submissionState,
    'State of its report for the very period; null: it has submitted none, or the row is that of the commune.',
    {
      nullable: true,
    },
  )
  state: SubmissionState | null;

  @Shown(count(), 'Units that owe a figure.')
  units: number;

  @Shown(count(), 'Units of these that owe nothing any more.')
  unitsComplete: number;

  @Shown(count(), 'Figures owed: for the period, and for every period within it that an indicator is reported for.')
  owed: number;

  @Shown(count(), 'Figures reported.')
  reported: number;

  @Shown(count(), 'Figures with nothing to report.')
  nothing: number;

  @Shown(count(), 'Figures reported as estimates (ước thực hiện): once the period is over they are asked for again.')
  estimates: number;

  @Shown(count(), 'Figures in a report that was returned.')
  returned: number;

  @Shown(count(), 'Figures of which nothing is known.')
  missing: number;

  @Shown(count(), 'Figures of a report that was late, however they are counted above.')
  late: number;

  @Shown(
    code,
    'Codes of the indicators that are asked for: missing, returned or estimated; of a unit, none of the commune.',
    {
      list: true,
    },
  )
  missingCodes: string[];
}
