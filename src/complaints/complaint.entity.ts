import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { DataSubject } from '../api/disclosures.js';
import { code, day, id, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { line, prose } from '../api/text-shapes.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { complaintStates, type ComplaintState } from './complaint.workflow.js';

export const complaintState = oneOf(
  'ComplaintState',
  complaintStates,
  'State of a complaint. WITHDRAWN: by who complained (rút khiếu nại), or recorded by mistake.',
);

export const complaintOutcomes = ['UPHELD', 'PARTLY_UPHELD', 'REJECTED'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];
export const complaintOutcome = oneOf(
  'ComplaintOutcome',
  complaintOutcomes,
  'Outcome of a complaint: right (đúng), right in part (đúng một phần), wrong (sai).',
);

/** The recipient, where it is a person, and who complained. */
const subjectsOf = ({ unitId, unitKind, complainantId }: Complaint): string[] =>
  [isPerson(unitKind) ? unitId : null, complainantId].filter((each) => each !== null);

/** A complaint (khiếu nại) about an award, after its decision; an objection comes before. For officials alone. */
@Entity('complaint')
@ObjectType({
  description:
    'A complaint (khiếu nại) about an award, after its decision, and how it was settled. It is never public.',
})
@(DataSubject<Complaint>()(['unitId', 'unitKind', 'complainantId'], subjectsOf as never))
export class Complaint {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the award complained about.')
  awardId: string;

  @Stored(id, 'Id of the recipient of the award (unit).')
  unitId: string;

  @Shown(code, 'Code of the recipient of the award.')
  unitCode: string;

  unitKind: UnitKind;

  @Column('uuid', { nullable: true }) complainantId: string | null;

  @Shown(code, 'Code of who complained, where that is a person or household of the commune.', {
    nullable: true,
    personal: true,
  })
  complainantCode: string | null;

  @Stored(line(200), 'Name of who complained.', { personal: true })
  complainant: string;

  @Stored(day, 'Day of the complaint.')
  complainedOn: string;

  @Stored(prose(2000), 'The complaint.', { personal: true })
  text: string;

  @Stored(id, 'Id of the document of the complaint.', { nullable: true })
  documentId: string | null;

  @Stored(day, 'Legal date on which it was accepted (thụ lý).')
  acceptedOn: string;

  @Stored(day, 'Last day of its settlement, by the law of the award; null: the law of the award names none.', {
    nullable: true,
  })
  settleBy: string | null;

  @Stored(complaintState, 'State of the complaint.')
  state: ComplaintState;

  @Stored(complaintOutcome, 'Outcome; null until it is settled.', { nullable: true })
  outcome: ComplaintOutcome | null;

  @Stored(prose(2000), 'The conclusion, in words.', { nullable: true, personal: true })
  conclusion: string | null;

  @Stored(id, 'Id of the decision that settles it.', { nullable: true })
  settlementDocumentId: string | null;

  @Stored(day, 'Legal date of the settlement.', { nullable: true })
  settledOn: string | null;
}
