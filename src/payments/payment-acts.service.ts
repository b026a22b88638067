import { Injectable } from '@nestjs/common';
import Big from 'big.js';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Award } from '../commendations/award.entity.js';
import type { AwardAt } from '../commendations/award.inputs.js';
import { AwardAmountsService } from '../commendations/award-amounts.service.js';
import { AwardsService } from '../commendations/awards.service.js';
import { groups } from '../database/batch.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { SeveralRecordsService } from '../journal/several-records.service.js';
import { AmountsService } from '../money/amounts.service.js';
import { sumOf } from '../money/fund.rules.js';
import { FundsService } from '../money/funds.service.js';
import { refuse, wrong } from '../refusals.js';
import { Payment } from './payment.entity.js';
import type { PayAwards, PaymentAt, PresentAwards, RecoverAward, RemovePayment } from './payment.inputs.js';
import { brokenPayment, brokenPresentation, brokenRecovery, brokenVoucherDay, toPay } from './payment.rules.js';
import { PaymentsQueries } from './payments.queries.js';
import { PaymentsService } from './payments.service.js';
import type { SeveralAwards } from './several-awards.view.js';

/** Awards as they are paid, presented, and recovered. */
@Injectable()
export class PaymentActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PaymentsQueries,
    private readonly payments: PaymentsService,
    private readonly awards: AwardsService,
    private readonly awardAmounts: AwardAmountsService,
    private readonly amounts: AmountsService,
    private readonly funds: FundsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
    private readonly several: SeveralRecordsService,
  ) {}

  /**
   * Pays awards by one voucher, each the whole of what is left to pay. Refusals: FORBIDDEN; ALREADY_PAID;
   * FUND_EXCEEDED; RULE of `brokenPayment`.
   */
  payAwards(
    caller: Caller,
    commune: string,
    { voucher, paidOn = caller.on, awards: given }: PayAwards,
  ): Promise<SeveralAwards> {
    const reach = caller.reachIn(commune);
    const ids = given.map(({ award }) => award);
    return this.database.write(caller, reach.communeId, async () => {
      const before = await this.held(caller, reach, { act: 'payAwards', ids });
      refuse(brokenPayment(ids, before, { day: paidOn, today: caller.on }), 'ALREADY_PAID');
      const yearOf = ({ grantedOn }: Award) => Number(grantedOn.slice(0, 4));
      for (const group of groups(before, (award) => [yearOf(award)]))
        await this.funds.demandPayable(reach, { year: yearOf(group[0]), amount: sumOf(group.map(toPay)) });
      const addition = { commune, entity: Payment, kind: 'payment.made' } as const;
      const made = await this.records.addAll(caller, addition, () =>
        this.insert(
          reach,
          before.map((award, place) => ({
            ...{ award, kind: 'PAYMENT' as const, voucher, paidOn, amount: toPay(award) },
            receiver: given[place]?.receiver ?? award.recipientName,
          })),
        ),
      );
      await this.several.changeAll<Award>(
        caller,
        { ...this.ofAwards, kind: 'award.paid', set: { paid: () => 'payable', paidOn } },
        before,
      );
      const amount = sumOf(made.map((payment) => payment.amount));
      return { count: ids.length, amount, awards: ids, payments: made.map(({ id }) => id) };
    });
  }

  /** Says that awards were presented, or, by mistake, not. Refusals: FORBIDDEN; RULE of `brokenPresentation`. */
  presentAwards(
    caller: Caller,
    commune: string,
    { awards: ids, presentedOn = caller.on, reason }: PresentAwards,
  ): Promise<SeveralAwards> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      const before = await this.held(caller, reach, { act: 'presentAwards', ids });
      refuse(brokenPresentation(ids, before, { day: presentedOn, today: caller.on }));
      const change = { kind: 'award.presented', set: { presentedOn }, reason } as const;
      await this.several.changeAll<Award>(caller, { ...this.ofAwards, ...change }, before);
      return { count: ids.length, amount: '0', awards: ids, payments: [] };
    });
  }

  /**
   * Records money or the object of a revoked award that came back, once or in parts. Refusals: FORBIDDEN; STALE; RULE
   * of `brokenRecovery`, or for the day.
   */
  recoverAward(caller: Caller, at: AtVersion<AwardAt>, { reason, ...given }: RecoverAward): Promise<Award> {
    const step = { type: this.awards.recordType, act: 'recoverAward', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const { amount, voucher = '', paidOn = caller.on, receiver = before.recipientName, objectReturned } = given;
      refuse([
        ...brokenRecovery(before, given),
        ...brokenVoucherDay('/paidOn', paidOn, { today: caller.on, from: before.revokedOn ?? before.grantedOn }),
      ]);
      if (amount !== undefined) {
        const addition = { commune: at.commune, entity: Payment, kind: 'payment.recovered', reason } as const;
        const back = { award: before, kind: 'RECOVERY' as const, voucher, paidOn, amount, receiver };
        await this.records.addAll(caller, addition, (reach) => this.insert(reach, [back]));
      }
      return {
        ...(amount !== undefined && { paid: new Big(before.paid ?? '0').minus(amount).toFixed() }),
        ...(objectReturned && { objectReturnedOn: paidOn }),
      };
    });
  }

  /**
   * Takes out a payment or recovery that was recorded by mistake. Refusals: FORBIDDEN; STALE; RULE for a payment of
   * which money came back.
   */
  removePayment(caller: Caller, at: AtVersion<PaymentAt>, { reason }: RemovePayment): Promise<Payment> {
    const step = { type: this.payments.recordType, act: 'removePayment', at, reason } as const;
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      const removed = await this.removals.act(caller, step, () => {});
      const reach = caller.reachIn(at.commune);
      const [award] = await this.awards.awardsForUpdate(caller, reach, [removed.awardId]);
      if (!award) return removed;
      const back = removed.kind === 'PAYMENT' ? removed.amount : `-${removed.amount}`;
      const paid = new Big(award.paid ?? '0').minus(back);
      if (paid.lt(0)) throw wrong('', 'RECOVERED', 'Money of it came back: take that recovery out first.');
      const paidOn = paid.eq(0) ? null : await this.queries.lastDay(reach, removed);
      const read = () => this.awards.award(caller, at.commune, award.id);
      const change = { entity: Award, before: award, kind: 'award.paymentRemoved' as const, reason, read };
      await this.records.change<Award>(caller, change, { paid: paid.toFixed(), paidOn });
      await this.awardAmounts.settle(caller, reach, { unitIds: [award.unitId], reason });
      return removed;
    });
  }

  private readonly ofAwards = {
    entity: Award,
    readEach: (...asked: Parameters<AwardsService['awardsById']>) => this.awards.awardsById(...asked),
  };

  /** Awards that an act names, held behind the lock of the money, in the order named; the others are left out. */
  private async held(
    caller: Caller,
    reach: Reach,
    { act, ids }: { act: 'payAwards' | 'presentAwards'; ids: readonly string[] },
  ): Promise<Award[]> {
    await this.amounts.lock(reach);
    if (act === 'payAwards') caller.demandOffice(act, reach.key);
    else caller.demandFor(act, reach.key, wholeCommune);
    return this.awards.awardsForUpdate(caller, reach, [...new Set(ids)]);
  }

  private async insert(
    { communeId }: Reach,
    made: readonly (Omit<Payment, 'communeId' | 'id' | 'version' | 'awardId' | 'unitId' | 'unitCode' | 'unitKind'> & {
      award: Award;
    })[],
  ): Promise<Payment[]> {
    const rows = made.map(({ award: { id: awardId, unitId, unitCode, unitKind }, ...payment }) => ({
      ...{ communeId, id: v7(), version: 1, awardId, unitId, unitCode, unitKind },
      ...payment,
    }));
    await this.database.insert(Payment, rows);
    return rows;
  }
}
