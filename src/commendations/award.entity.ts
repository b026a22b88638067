import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { code, count, day, dong, id, legalDate, oneOf, period, record } from '../api/shapes.js';
import { line, prose, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { AmountBasis, amountReason, type AmountReason } from '../money/amount-basis.view.js';
import { isPerson, personOf, type UnitKind } from '../units/unit-kind.rules.js';

/** Law on emulation and commendation 06/2022/QH15, article 93. */
export const revocationGrounds = ['FRAUD', 'FORGED_DOSSIER', 'UNLAWFUL_DECISION', 'VIOLATION'] as const;
export type RevocationGround = (typeof revocationGrounds)[number];
export const revocationGround = oneOf(
  'RevocationGround',
  revocationGrounds,
  'Ground of a revocation (Law 06/2022/QH15, article 93). FRAUD: achievements declared falsely. ' +
    'UNLAWFUL_DECISION: against the law. VIOLATION: wrongdoing within the period of the achievements.',
);

export const awardMoneys = ['TO_PAY', 'PAID', 'TO_RECOVER'] as const;
export type AwardMoney = (typeof awardMoneys)[number];
export const awardMoney = oneOf(
  'AwardMoney',
  awardMoneys,
  'Money of an award. TO_PAY: some is left to pay. PAID: all is paid. TO_RECOVER: some is to come back.',
);

const ofPerson = ({ unitKind }: Award) => isPerson(unitKind);

/** An award (khen thưởng): one given here is never taken out, only revoked. */
@Entity('award')
@ObjectType({
  description:
    'An award (khen thưởng) given here, elsewhere or before. One given here is never taken out, only revoked.',
})
@(DataSubject<Award>()(['unitId', 'unitKind'], personOf))
export class Award {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Shown(code, 'Key of the commune.', { unjournaled: true })
  commune: string;

  @Stored(id, 'Id of the recipient (unit).')
  unitId: string;

  @Shown(code, 'Code of the recipient.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(line(200), 'Name of the recipient, as it was given; a later name of the unit changes nothing.', {
    personal: ofPerson,
  })
  recipientName: string;

  @Stored(code, 'Code of the award form.')
  formCode: string;

  @Stored(line(300), 'Name of the award form, as it was called.')
  formName: string;

  @Stored(code, 'Rule set of the award; null for an award that was only recorded.', { nullable: true })
  ruleSet: string | null;

  @Stored(prose(20), 'Type: MERIT, MOVEMENT, SUDDEN, SERVICE; null for an award that was only recorded.', {
    nullable: true,
  })
  type: string | null;

  @Stored(period, 'Period of the achievements; null: the paper of an award that was only recorded tells none.', {
    nullable: true,
  })
  period: string | null;

  @Stored(prose(2000), 'Citation; null for the public, which sees recipient, form and decision only.', {
    nullable: true,
    personal: true,
    column: { nullable: false },
  })
  citation: string | null;

  @Stored(id, 'Decision that gave the award; null for an award that was only recorded.', { nullable: true })
  decisionId: string | null;

  @Stored(line(80), 'Number of the decision, as printed.', { nullable: true })
  numberText: string | null;

  @Stored(line(200), 'Office that gave the award.')
  issuer: string;

  @Stored(id, 'Nomination that led to the award; null for an award that was only recorded.', { nullable: true })
  nominationId: string | null;

  @Stored(id, 'Document of the decision that gave the award; null: none is known.', { nullable: true })
  documentId: string | null;

  @Stored(text(130), 'Verification code, for `/verify/{code}`.')
  verificationCode: string;

  @Stored(legalDate, 'Legal date of the grant; of an award that was only recorded, as far as it is known: "1985".')
  grantedOn: string;

  @Stored(dong, 'Money before its rounding, whole đồng; null: none is foreseen, see `amountReason`.', {
    nullable: true,
  })
  raw: string | null;

  @Stored(dong, 'Money to be paid, whole đồng; "0": another award of the same achievement pays. Null as `raw`.', {
    nullable: true,
  })
  payable: string | null;

  @Stored(record(() => AmountBasis), 'Basis of the money, as the law of the day of the decision has it.', {
    nullable: true,
  })
  amountBasis: AmountBasis | null;

  @Stored(amountReason, 'Reason why nothing is to be paid; null: `payable` is.', { nullable: true })
  amountReason: AmountReason | null;

  @Stored(id, 'Id of the award that pays in its place, for the same achievement.', { nullable: true })
  payingAwardId: string | null;

  @Stored(dong, 'Money that was paid and has not come back, đồng; null: none was ever paid, or for the public.', {
    nullable: true,
  })
  paid: string | null;

  @Stored(day, 'Day of the last payment; null: it is not paid.', { nullable: true })
  paidOn: string | null;

  @Shown(dong, 'Money left to pay, đồng; null without money, and for the public.', { nullable: true })
  toPay: string | null;

  @Shown(
    dong,
    'Money that is to come back: paid for an award that is revoked, or paid too much. Null for the public.',
    {
      nullable: true,
    },
  )
  toRecover: string | null;

  @Stored(day, 'Day on which the award was presented to its recipient (trao tặng).', { nullable: true })
  presentedOn: string | null;

  @Stored(day, 'Day on which its object came back, after its revocation; null for the public.', { nullable: true })
  objectReturnedOn: string | null;

  @Stored(day, 'Day of the deed, for a sudden act (đột xuất).', { nullable: true })
  deedOn: string | null;

  @Shown(count(), 'Days from the deed to the decision ("kịp thời").', { nullable: true })
  daysToDecision: number | null;

  @Stored(day, 'Legal date of the last correction of a misprint (đính chính), or of the restoration.', {
    nullable: true,
  })
  correctedOn: string | null;

  @Stored(id, 'Document of the last correction, or of the restoration.', { nullable: true })
  correctionDocumentId: string | null;

  @Stored(day, 'Legal date from which the award is revoked.', { nullable: true })
  revokedOn: string | null;

  @Stored(revocationGround, 'Ground of the revocation; null for the public.', { nullable: true })
  revokedGround: RevocationGround | null;

  @Stored(text(), 'Reason of the revocation; null for the public.', {
    nullable: true,
    personal: true,
  })
  revokedReason: string | null;

  @Stored(id, 'Decision that revoked the award.', { nullable: true })
  revokingDecisionId: string | null;

  @AudienceColumn() audience: Audience;
}
