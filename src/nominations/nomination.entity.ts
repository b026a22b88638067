import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/permissions.js';
import { DataSubject } from '../api/disclosures.js';
import { code, count, day, flag, id, oneOf, period, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { nominationType, type NominationType } from '../catalogue/award-form.view.js';
import type { UnitKind } from '../units/unit.entity.js';
import { isPerson } from '../units/unit.rules.js';
import { nominationStates, type NominationState, type Step } from './nomination.workflow.js';

export const nominationState = oneOf(
  'NominationState',
  nominationStates,
  'Where a nomination stands. Which of them it goes through is told by the road of its form and type.',
);

export const groundTypes = ['RESULT', 'SUBMISSION', 'DOCUMENT', 'FILE'] as const;
export type GroundType = (typeof groundTypes)[number];
export const groundType = oneOf('GroundType', groundTypes, 'What a nomination may rest on.');

/** One record a nomination rests on. */
@ObjectType({ description: 'One record a nomination rests on.' })
export class Ground {
  @Shown(groundType, 'Its type.')
  type: GroundType;

  @Shown(id, 'Its id.')
  id: string;
}

/** One line of a dossier's checklist, as the rule set has it. */
@ObjectType({ description: 'One line of the checklist of a dossier, and the document handed in for it.' })
export class Paper {
  @Shown(code, 'Code of the line.')
  item: string;

  @Shown(text(300), 'What is asked for.')
  name: string;

  @Shown(text(20), 'Type of the document by its abbreviation: TTr, BC, BB ….')
  documentType: string;

  @Shown(flag, 'Whether it must be there.')
  required: boolean;

  @Shown(id, 'The document handed in.', { nullable: true })
  documentId: string | null;
}

/** A nomination (đề nghị khen thưởng): who is put forward for what, on which grounds. */
@Entity('nomination')
@ObjectType({
  description: 'A nomination (đề nghị khen thưởng): who is put forward for which award, and on which grounds.',
})
@DataSubject<Nomination>(({ unitId, unitKind }) => (isPerson(unitKind) ? unitId : undefined))
export class Nomination {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('uuid')
  @Shown(id, 'Id of the round.')
  roundId: string;

  @Column('uuid')
  @Shown(id, 'Id of the nominee.')
  unitId: string;

  @Shown(code, 'Code of the nominee.')
  unitCode: string;

  unitKind: UnitKind;

  @Column('text')
  @Shown(code, 'Code of the award form.')
  formCode: string;

  @Column('text')
  @Shown(text(300), 'Name of the award form, as the rule set has it.')
  formName: string;

  @Column('text')
  @Shown(nominationType, 'Type.')
  type: NominationType;

  @Column('text')
  @Shown(code, 'Rule set it goes by, that of its round.')
  ruleSet: string;

  /** The road of its form and type, as it was when it was put forward. */
  @Column('text', { array: true })
  steps: Step[];

  @Column('text')
  @Shown(period, 'Period of the achievements.')
  period: string;

  @Column('date', { nullable: true })
  @Shown(day, 'Of a sudden act (đột xuất): the day of the deed.', { nullable: true })
  deedOn: string | null;

  @Column('text')
  @Shown(text(), 'Summary of the achievements.', { personal: true })
  summary: string;

  @Column('text')
  @Shown(nominationState, 'Where it stands.')
  state: NominationState;

  @Column('date', { nullable: true })
  @Shown(day, 'Legal date of its last submission.', { nullable: true })
  submittedOn: string | null;

  @Column('uuid', { nullable: true })
  submittedBy: string | null;

  @Column('text', { nullable: true })
  @Shown(text(), 'Why it was returned.', { nullable: true, personal: true })
  returnedReason: string | null;

  @Column('int')
  timesReturned: number;

  @Column('date', { nullable: true })
  @Shown(day, 'Legal date of its appraisal.', { nullable: true })
  appraisedOn: string | null;

  @Column('uuid', { nullable: true })
  appraisedBy: string | null;

  @Column('text', { nullable: true })
  @Shown(text(), 'Opinion of the appraisal.', { nullable: true, personal: true })
  appraisal: string | null;

  @Shown(record(() => Ground), 'What it rests on, in the order given.', { list: true })
  restsOn: Ground[];

  @Shown(record(() => Paper), 'Its dossier: the checklist, and what was handed in.', { list: true })
  dossier: Paper[];

  @Column('uuid', { nullable: true })
  @Shown(id, 'The decision that granted or refused it.', { nullable: true })
  decisionId: string | null;

  @Column('date', { nullable: true })
  @Shown(day, 'Legal date of that decision.', { nullable: true })
  decidedOn: string | null;

  @Column('text', { nullable: true })
  @Shown(text(), 'Why it was refused, or granted against the advice of the meeting.', {
    nullable: true,
    personal: true,
  })
  outcomeReason: string | null;

  @Shown(count(), 'Of a sudden act: days from the deed to the decision ("kịp thời").', { nullable: true })
  daysToDecision: number | null;

  /** Legal date of the last step it took. */
  @Column('date')
  lastOn: string;

  @AudienceColumn()
  audience: Audience;
}

@Entity('nomination_ground')
export class NominationGround {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  nominationId: string;

  @PrimaryColumn('int')
  ordinal: number;

  @Column('uuid', { nullable: true })
  resultId: string | null;

  @Column('uuid', { nullable: true })
  submissionId: string | null;

  @Column('uuid', { nullable: true })
  documentId: string | null;

  @Column('uuid', { nullable: true })
  fileId: string | null;
}

@Entity('nomination_paper')
export class NominationPaper {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  nominationId: string;

  @PrimaryColumn('text')
  item: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  name: string;

  @Column('text')
  documentType: string;

  @Column('bool')
  required: boolean;

  @Column('uuid', { nullable: true })
  documentId: string | null;
}
