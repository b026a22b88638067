import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { isAny, isOwn, refersTo, where } from '../database/where.js';
import { Payment, type PaymentKind } from './payment.entity.js';

/** Neighbours of rows `p`. $1 is the commune. */
const neighbours = 'join unit u on u.commune_id = $1 and u.id = p.unit_id';

const columns = selectList<Payment>(Payment, 'p', {
  always: ['unitId', 'awardId'],
  computed: { unitCode: 'u.code', unitKind: 'u.kind' },
});

export interface PaymentFilter {
  kinds?: readonly PaymentKind[];
  units?: readonly string[];
  award?: string;
  voucher?: string;
  year?: number;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class PaymentsQueries {
  constructor(private readonly database: Database) {}

  /** Payments, the newest recorded first. */
  payments(
    { communeId, units: own }: Reach,
    { kinds, units, award, voucher, year, after, limit }: PaymentFilter,
    members?: Projection,
  ): Promise<Payment[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      kinds: isAny('p.kind', kinds),
      units: refersTo('p.unit_id', 'unit.code', units),
      award: [award, (id) => `p.award_id = ${id}::uuid`],
      voucher: [voucher, (number) => `p.voucher = ${number}`],
      year: [year, (one) => `extract(year from p.paid_on) = ${one}::int`],
      own: isOwn('p', own),
      after: [...(after ?? [null]), (id) => `p.id < ${id}::uuid`],
    });
    return this.database.rows(
      `payments.payments${asked.name}${shape}`,
      `select ${text} from payment p ${neighbours}
       where p.commune_id = $1${asked.text} order by p.id desc limit $2`,
      asked.values,
    );
  }

  /** The payments of each award, the newest recorded first; the same page of each. */
  paymentsOf(
    of: readonly { reach: Reach; id: string }[],
    { after, limit }: Pick<PaymentFilter, 'after' | 'limit'>,
    members?: Projection,
  ): Promise<Payment[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, units: own }, awards) => {
      const asked = where([communeId, awards, limit], {
        own: isOwn('p', own),
        after: [...(after ?? [null]), (id) => `p.id < ${id}::uuid`],
      });
      return this.database.rows(
        `payments.paymentsOf${asked.name}${shape}`,
        `select ${text} from unnest($2::uuid[]) as r (award_id)
         cross join lateral (
           select p.* from payment p where p.commune_id = $1 and p.award_id = r.award_id${asked.text}
           order by p.id desc limit $3) p ${neighbours}
         order by p.id desc`,
        asked.values,
      );
    });
  }

  /** Payments by id. */
  paymentsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Payment>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, units: own }, ids) => {
      const found = where([communeId, ids], { own: isOwn('p', own) });
      return this.database.rows(
        `payments.paymentsById${found.name}${shape}`,
        `select ${text} from payment p ${neighbours} where p.commune_id = $1 and p.id = any ($2)${found.text}`,
        found.values,
      );
    });
  }

  /** Last day on which an award was paid, but for one payment. */
  async lastDay({ communeId }: Reach, { awardId, id }: Pick<Payment, 'awardId' | 'id'>): Promise<string | null> {
    const row = await this.database.row<{ day: string | null }>(
      'payments.lastDay',
      `select max(paid_on)::text as day from payment
       where commune_id = $1 and award_id = $2 and id <> $3 and kind = 'PAYMENT'`,
      [communeId, awardId, id],
    );
    return row?.day ?? null;
  }

  /** Locks a payment until the transaction ends. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Payment, { communeId, ids: [id] });
  }
}
