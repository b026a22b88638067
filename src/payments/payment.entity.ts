import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { DataSubject } from '../api/disclosures.js';
import { code, day, dong, id, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { line } from '../api/text-shapes.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';

export const paymentKinds = ['PAYMENT', 'RECOVERY'] as const;
export type PaymentKind = (typeof paymentKinds)[number];
export const paymentKind = oneOf(
  'PaymentKind',
  paymentKinds,
  'PAYMENT: money of an award is paid (phiếu chi). RECOVERY: money of a revoked award comes back (phiếu thu).',
);

/** Money of an award that is paid, or comes back after its revocation. */
@Entity('payment')
@ObjectType({
  description: 'Money of an award that was paid (chi thưởng), or came back after its revocation (thu hồi).',
})
@(DataSubject<Payment>()(['unitId', 'unitKind'], personOf))
export class Payment {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the award.')
  awardId: string;

  @Stored(id, 'Id of the recipient (unit).')
  unitId: string;

  @Shown(code, 'Code of the recipient.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(paymentKind, 'Whether the money is paid or comes back.')
  kind: PaymentKind;

  @Stored(dong, 'Amount, đồng.')
  amount: string;

  @Stored(line(60), 'Number of the voucher, as printed: "PC 12".')
  voucher: string;

  @Stored(day, 'Day of the voucher.')
  paidOn: string;

  @Stored(line(200), 'Name of who received it, or of who gave it back.', { personal: true })
  receiver: string;
}
