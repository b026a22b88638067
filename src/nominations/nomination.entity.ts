import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, id, oneOf, period, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { nominationType, type NominationType } from '../catalogue/nomination-type.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { nominationStates, type NominationState, type Step } from './nomination.workflow.js';
import { Ground, Paper } from './nomination-members.view.js';

export const nominationState = oneOf(
  'NominationState',
  nominationStates,
  'State of a nomination. The road of its form and type says which states it goes through.',
);

@Entity('nomination')
@ObjectType({
  description: 'A nomination (đề nghị khen thưởng): a nominee, an award form, and the grounds.',
})
@(DataSubject<Nomination>()(['unitId', 'unitKind'], personOf))
export class Nomination {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the round.')
  roundId: string;

  @Stored(id, 'Id of the nominee.')
  unitId: string;

  @Shown(code, 'Code of the nominee.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(code, 'Code of the award form.')
  formCode: string;

  @Stored(text(300), 'Name of the award form, as the rule set has it.')
  formName: string;

  @Stored(nominationType, 'Type of commendation that the nomination is for.')
  type: NominationType;

  @Stored(code, 'Rule set of the nomination, that of the round.')
  ruleSet: string;

  /** The road of its form and type, as it was when it was put forward. */
  @Column('text', { array: true }) steps: Step[];

  @Stored(period, 'Period of the achievements.')
  period: string;

  @Stored(day, 'Day of the deed, for a sudden act (đột xuất).', { nullable: true })
  deedOn: string | null;

  @Stored(text(), 'Summary of the achievements.', { personal: true })
  summary: string;

  @Stored(nominationState, 'State of the nomination.')
  state: NominationState;

  @Stored(day, 'Legal date of its last submission.', { nullable: true })
  submittedOn: string | null;

  @Column('uuid', { nullable: true }) submittedBy: string | null;

  @Stored(day, 'Day on which its dossier was received: by the commune, later by the superior it was forwarded to.', {
    nullable: true,
  })
  receivedOn: string | null;

  @Stored(code, 'Key of the superior that has received it; null: none has.', { nullable: true })
  receivedBy: string | null;

  @Stored(id, 'Document of that receipt.', { nullable: true })
  receiptDocumentId: string | null;

  @Stored(
    code,
    'Rule set whose conditions it is judged by: that of `receivedOn`, or one that a person chose as more favourable.',
    { nullable: true },
  )
  conditionsRuleSet: string | null;

  @Stored(text(), 'Reason of that choice; null: none was made.', { nullable: true, personal: true })
  conditionsReason: string | null;

  @Stored(text(), 'Reason of the return.', { nullable: true, personal: true })
  returnedReason: string | null;

  @Column('int') timesReturned: number;

  @Stored(day, 'Legal date of its appraisal.', { nullable: true })
  appraisedOn: string | null;

  @Column('uuid', { nullable: true }) appraisedBy: string | null;

  @Stored(text(), 'Opinion of the appraisal.', { nullable: true, personal: true })
  appraisal: string | null;

  @Shown(record(() => Ground), 'Records that the nomination rests on, in the order given.', {
    list: true,
    atMost: lengths.usual,
  })
  restsOn: Ground[];

  @Shown(record(() => Paper), 'Dossier: the checklist, with the documents handed in.', {
    list: true,
    atMost: lengths.usual,
  })
  dossier: Paper[];

  @Stored(day, 'Legal date on which it was last forwarded.', { nullable: true })
  forwardedOn: string | null;

  @Stored(code, 'Key of the superior that the nomination was forwarded to.', { nullable: true })
  forwardedTo: string | null;

  @Stored(id, 'Document of the proposal (tờ trình) it was forwarded with.', { nullable: true })
  forwardingDocumentId: string | null;

  @Stored(day, 'Day by which the law asks for the decision, counted from the step before; null: it names none.', {
    nullable: true,
  })
  decideBy: string | null;

  @Stored(id, 'Decision of the commune that granted or refused the nomination.', { nullable: true })
  decisionId: string | null;

  @Stored(day, 'Day of that decision, or of the outcome from above.', { nullable: true })
  decidedOn: string | null;

  @Stored(text(), 'Reason of the refusal, or of a grant against the advice of the meeting.', {
    nullable: true,
    personal: true,
  })
  outcomeReason: string | null;

  @Stored(day, 'Legal date from which its award is revoked: the nominee may be put forward again.', { nullable: true })
  revokedOn: string | null;

  @Shown(count(), 'Days from the deed to the decision ("kịp thời"), for a sudden act.', { nullable: true })
  daysToDecision: number | null;

  @AudienceColumn() audience: Audience;
}

@Entity('nomination_ground')
export class NominationGround {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') nominationId: string;
  @PrimaryColumn('int') ordinal: number;
  @Column('uuid', { nullable: true }) resultId: string | null;
  @Column('uuid', { nullable: true }) submissionId: string | null;
  @Column('uuid', { nullable: true }) documentId: string | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
}

@Entity('nomination_paper')
export class NominationPaper {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') nominationId: string;
  @PrimaryColumn('text') item: string;
  @Column('int') ordinal: number;
  @Column('text') name: string;
  @Column('text') documentType: string;
  @Column('bool') required: boolean;
  @Column('uuid', { nullable: true }) documentId: string | null;
}
