import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach, pagedIn, type Paging } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { AmountsService } from '../money/amounts.service.js';
import { Payment } from './payment.entity.js';
import type { ListPayments, PaymentAt } from './payment.inputs.js';
import { paymentWorkflow } from './payment.workflow.js';
import { PaymentsQueries } from './payments.queries.js';

const newestFirst = { types: ['uuid'], keysOf: ({ id }: Payment) => [id] } as const;

/** Payments of awards and recoveries as they are read. */
@Injectable()
export class PaymentsService {
  readonly recordType: RecordType<Payment, PaymentAt, typeof paymentWorkflow> = {
    entity: Payment,
    workflow: paymentWorkflow,
    lock: async (reach, { id }) => {
      await this.amounts.lock(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.payment(caller, commune, id),
    readEach: (caller, asked) => this.paymentsById(caller, asked),
    demandRight: (caller, { act, commune }) => caller.demandOffice(act, commune),
    states: 'payment',
    stateOf: () => 'MADE',
  };

  constructor(
    private readonly database: Database,
    private readonly queries: PaymentsQueries,
    private readonly amounts: AmountsService,
    private readonly records: RecordsService,
  ) {}

  /** The payments of a commune, the newest recorded first. */
  async payments(
    caller: Caller,
    commune: string,
    { kind: kinds, unit: units, first, after, ...asked }: ListPayments,
    members?: Projection,
  ): Promise<Page<Payment>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await pagedIn([caller.reachIn(commune)], { first, after, order: newestFirst }, (reach, slice) =>
          this.queries.payments(reach, { ...asked, kinds, units, ...slice }, members),
        ),
      ),
    );
  }

  /** The same page of the payments of each award, in the order asked. */
  paymentsOf(
    caller: Caller,
    awards: readonly RecordKey[],
    page: Paging,
    members?: Projection,
  ): Promise<Page<Payment>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, newestFirst, async (slice) => {
        const asked = withReach(caller, awards);
        return ofEach(asked, await this.queries.paymentsOf(asked, slice, members), ({ awardId }) => awardId);
      }),
    );
  }

  /** One payment. Refusal: NOT_FOUND. */
  async payment(caller: Caller, commune: string, id: string, members?: Projection): Promise<Payment> {
    return firstOrNotFound(
      await this.paymentsById(caller, [{ communeId: caller.reachIn(commune).communeId, id }], members),
    );
  }

  /** Payments by id. */
  paymentsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Payment>> {
    return this.database.read(caller, () => this.queries.paymentsById(withReach(caller, asked), members));
  }

  /** The acts on a payment: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  paymentActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}
