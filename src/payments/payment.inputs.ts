import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, dong, flag, id, record } from '../api/shapes.js';
import { compared } from '../api/text-shapes.js';
import { Payment, paymentKind, type PaymentKind } from './payment.entity.js';
import { mostAwards } from './payment.rules.js';

/** Names a payment by its id. */
@Parameters()
export class PaymentAt {
  @Asked(id, 'Id of the payment.')
  id: string;
}

/** Filters payments. */
@Parameters()
export class ListPayments extends Paging {
  @Asked(paymentKind, 'Only of these kinds.', { optional: true, list: true })
  kind?: PaymentKind[];

  @Asked(code, 'Only to these units and persons.', { optional: true, list: true })
  unit?: string[];

  @Asked(id, 'Only of this award.', { optional: true })
  award?: string;

  @Asked(compared(60), 'Only of this voucher.', { optional: true })
  voucher?: string;

  @Asked(countInQuery(1900, 2200), 'Only with vouchers of this year.', { optional: true })
  year?: number;
}

@InputBody('An award to be paid.')
export class AwardPaid {
  @Asked(id, 'Id of the award.')
  award: string;

  @AskedAs(Payment, { optional: true, description: 'Name of who received it; left out: the recipient of the award.' })
  receiver?: string;
}

const dayOfVoucher = 'Day of the voucher; left out: the legal date.';

@InputBody('Awards that are paid by one voucher, each the whole of what is left to pay.')
export class PayAwards {
  @AskedAs(Payment) voucher: string;
  @AskedAs(Payment, { optional: true, description: dayOfVoucher }) paidOn?: string;

  @Asked(record(() => AwardPaid), 'Awards that are paid.', { list: true, atMost: mostAwards })
  awards: AwardPaid[];
}

@InputBody('Awards that are presented to their recipients (trao tặng).')
export class PresentAwards {
  @Asked(id, 'Ids of the awards.', { list: true, atMost: mostAwards })
  awards: string[];

  @Asked(day, 'Day of the ceremony; left out: the legal date. Null: they were recorded as presented by mistake.', {
    clearable: true,
  })
  presentedOn?: string | null;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('Money or object of a revoked award that came back.')
export class RecoverAward {
  @Asked(dong, 'Amount that came back, đồng; left out: none, the object alone.', { optional: true })
  amount?: string;

  @AskedAs(Payment, { optional: true, description: 'Number of the voucher (phiếu thu); demanded with an amount.' })
  voucher?: string;

  @AskedAs(Payment, { optional: true, description: dayOfVoucher }) paidOn?: string;

  @AskedAs(Payment, { optional: true, description: 'Name of who gave it back; left out: the recipient of the award.' })
  receiver?: string;

  @Asked(flag, 'Whether the object (certificate, medal, flag) came back, too.', { optional: true })
  objectReturned?: boolean;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a payment is taken out for.')
export class RemovePayment {
  @Reason()
  reason: string;
}
