import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { count, day, id, numberSuffix, oneOf, record } from '../api/shapes.js';
import { line, prose, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { Signer } from '../documents/signer.view.js';
import { Head } from '../journal/change.view.js';
import { decisionStates, type DecisionState } from './decision.workflow.js';
import { Grant, Denial } from './decision-members.view.js';

export const decisionKinds = ['GRANT', 'REVOCATION'] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export const decisionKind = oneOf(
  'DecisionKind',
  decisionKinds,
  'GRANT: awards are given, or refused. REVOCATION: one award is revoked.',
);
export const decisionState = oneOf(
  'DecisionState',
  decisionStates,
  'State of a decision. SIGNED: it has a number and is final.',
);

@Entity('decision')
@ObjectType({
  description: 'A decision (quyết định) of the chairperson: awards given or refused, or one award revoked.',
})
export class Decision {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(decisionKind, 'Kind of decision.')
  kind: DecisionKind;

  @Stored(decisionState, 'State of the decision.')
  state: DecisionState;

  @Stored(id, 'Id of the document of the decision, once signed.', { nullable: true })
  documentId: string | null;

  @Stored(count(1), 'Number within issuer, series and year; null until it is signed.', { nullable: true })
  number: number | null;

  @Stored(numberSuffix, 'Letter after the number: "a" of "07a/QĐ-UBND".', { nullable: true })
  numberSuffix: string | null;

  @Shown(text(80), 'Number and symbol as printed: "07/QĐ-UBND"; null until it is signed.', { nullable: true })
  numberText: string | null;

  @Stored(text(130), 'Verification code of its paper, for `/verify/{code}`; null: it was drafted before these were.', {
    nullable: true,
  })
  verificationCode: string | null;

  @Stored(line(200), 'Issuing body.')
  issuer: string;

  @Stored(line(60), 'Number series of the decision.')
  series: string;

  @Stored(line(60), 'Symbol after the number: "QĐ-UBND".')
  symbol: string;

  @Stored(count(1900, 2200), 'Year of the number.', { nullable: true })
  year: number | null;

  @Stored(prose(1000), 'Title of the decision (trích yếu).')
  title: string;

  @Stored(line(100), 'Place printed before the date.', { nullable: true })
  place: string | null;

  @Stored(prose(1000), 'Legal bases (căn cứ).', { list: true, atMost: lengths.printed })
  bases: string[];

  @Stored(prose(300), 'Recipients (nơi nhận).', { list: true, atMost: lengths.printed })
  recipients: string[];

  @Column('text', { nullable: true }) signerName: string | null;
  @Column('text', { nullable: true }) signerTitle: string | null;
  @Column('text', { nullable: true }) signerCapacity: string | null;

  @Shown(record(() => Signer), 'Signer and capacity, as printed: TM., KT., TL., TUQ., Q.')
  signer: Signer;

  @Stored(id, 'Document that authorises who signs for the head: KT., TL., TUQ., Q.', { nullable: true })
  authorityId: string | null;

  @Stored(day, 'Legal date of the signature.', { nullable: true })
  signedOn: string | null;

  @Stored(id, 'The signed file.', { nullable: true })
  fileId: string | null;

  @Stored(text(64), 'SHA-256 (hex) of the signed file.', { nullable: true })
  sha256: string | null;

  @Column('int', { nullable: true }) headPosition: number | null;
  @Column('text', { nullable: true }) headHash: string | null;

  @Shown(
    record(() => Head),
    'Head of the journal at the signing: all the decision rests on is at or before this position.',
    { nullable: true },
  )
  head: Head | null;

  @Shown(record(() => Grant), 'Awards that the decision gives.', { list: true })
  grants: Grant[];

  @Shown(record(() => Denial), 'Nominations to refuse; empty once signed: see the nominations.', {
    list: true,
    atMost: lengths.several,
  })
  refusals: Denial[];

  @AudienceColumn() audience: Audience;
}

/** Outcome of one nomination in a decision. */
@Entity('decision_item')
export class DecisionItem {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') decisionId: string;
  @PrimaryColumn('uuid') nominationId: string;
  @Column('int') ordinal: number;
  @Column('text') outcome: 'GRANTED' | 'REFUSED';
  @Column('text', { nullable: true }) reason: string | null;
}
