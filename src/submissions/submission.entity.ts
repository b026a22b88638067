import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { code, day, flag, id, oneOf, period, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { Entry } from './entry.entity.js';
import { Finding } from './finding.view.js';
import { Narrative } from './narrative.view.js';
import { submissionStates, type SubmissionState } from './submission.workflow.js';

export const submissionState = oneOf(
  'SubmissionState',
  submissionStates,
  'State of a report. RETURNED: to be corrected. SUPERSEDED: an approved correction replaced it.',
);

/** A report (báo cáo): one unit, one plan, one period. */
@Entity('submission')
@ObjectType({ description: 'A report (báo cáo) of one unit for one plan and period: figures, prose and evidence.' })
@(DataSubject<Submission>()(['unitId', 'unitKind'], personOf))
export class Submission {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(period, 'Period of the report.')
  period: string;

  @Stored(id, 'Approved report that this report corrects.', { nullable: true })
  correctsId: string | null;

  @Stored(submissionState, 'State of the report.')
  state: SubmissionState;

  @Stored(day, 'Legal date of its last submission.', { nullable: true })
  submittedOn: string | null;

  @Stored(
    day,
    'Due day, extensions included, on the day of its first submission; null: none, or it is not submitted.',
    {
      nullable: true,
    },
  )
  dueOn: string | null;

  @Stored(
    flag,
    'First submitted after that day; null without one. A correction keeps the word on its report, but for an estimate.',
    {
      nullable: true,
    },
  )
  late: boolean | null;

  @Stored(flag, 'Submitted before the last day of its period: an estimate (ước thực hiện); null: not submitted.', {
    nullable: true,
  })
  estimate: boolean | null;

  @Column('uuid', { nullable: true }) submittedBy: string | null;

  @Stored(day, 'Legal date of its approval.', { nullable: true })
  approvedOn: string | null;

  @Stored(record(() => Narrative), 'Report in words, beside the figures.', { personal: true })
  narrative: Narrative;

  @Stored(text(), 'Reason of the return; null once it is submitted again.', { nullable: true, personal: true })
  returnedReason: string | null;

  /** Salt of `contentHash`, never shown. Without the salt nobody can find a short erased text by guessing. */
  @Column('bytea') contentSalt: Buffer;

  @Stored(
    text(64),
    'Salted SHA-256 (hex) of the content: prose, figures, reasons, evidence. An erasure leaves it unchanged.',
  )
  contentHash: string;

  @Shown(record(() => Entry), 'Figures, in the order of the plan.', { list: true, part: true })
  entries: Entry[];

  @Stored(
    record(() => Finding),
    'Findings about its figures, as they were when it was last drafted, amended, submitted or judged.',
    { list: true },
  )
  findings: Finding[];

  @Shown(
    code,
    'Codes of the indicators its unit owes for the period, as of today. REST shows it with the single report, and in ' +
      'the answers of draftSubmission and submitSubmission, GraphQL always.',
    { list: true, optional: true, edge: true },
  )
  owed?: string[];

  @Shown(
    code,
    'Those of them that it leaves out, as of today: no figure, and no word that there is nothing to report.',
    {
      list: true,
      optional: true,
      edge: true,
    },
  )
  leftOut?: string[];

  /** Always INSIDE: the superiors see the results of a report, never the report. */
  @AudienceColumn() audience: Audience;
}
