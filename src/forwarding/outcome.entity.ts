import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { code, day, id, oneOf } from '../api/shapes.js';
import { line, text } from '../api/text-shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';

export const outcomes = ['GRANTED', 'REFUSED', 'RETURNED'] as const;
export type OutcomeOfForwarding = (typeof outcomes)[number];
export const outcomeShape = oneOf(
  'OutcomeOfForwarding',
  outcomes,
  'Outcome from above. GRANTED: tặng. REFUSED: không tặng. RETURNED: trả lại để bổ sung.',
);

/** Outcome that a superior gave to a nomination forwarded to it; it stays as it is. */
@Entity('outcome')
@ObjectType({ description: 'An outcome from above (kết quả của cấp trên) of a nomination that was forwarded.' })
@(DataSubject<Outcome>()(['unitId', 'unitKind'], personOf))
export class Outcome {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the nomination.')
  nominationId: string;

  @Stored(id, 'Id of the nominee.')
  unitId: string;

  unitKind: UnitKind;

  @Stored(outcomeShape, 'Outcome of the nomination.')
  outcome: OutcomeOfForwarding;

  @Stored(day, 'Day of the paper, or of the return.')
  decidedOn: string;

  @Stored(code, 'Key of the superior.')
  decidedBy: string;

  @Stored(line(80), 'Number of the paper, as printed.', { nullable: true })
  numberText: string | null;

  @Stored(line(200), 'Office that gave the award: "Chủ tịch Ủy ban nhân dân huyện Đức Thọ".', { nullable: true })
  issuer: string | null;

  @Stored(text(), 'Reason of a refusal or return.', { nullable: true, personal: true })
  reason: string | null;

  @Stored(id, 'Document of the outcome, where the commune has it.', { nullable: true })
  documentId: string | null;

  @AudienceColumn() audience: Audience;
}
