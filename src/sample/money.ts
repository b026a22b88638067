import type { INestApplicationContext } from '@nestjs/common';
import { AwardsService } from '../commendations/awards.service.js';
import { FundsService } from '../money/funds.service.js';
import { PaymentActsService } from '../payments/payment-acts.service.js';
import type { CallerOf } from './caller-of.js';
import type { Money } from './money-2023.data.js';

/** Loads the money of an award year: every act through its service, on its legal date. */
export async function loadMoney(
  app: INestApplicationContext,
  { commune, as }: { commune: string; as: CallerOf },
  { funds, paid, presented }: Money,
): Promise<void> {
  const acts = app.get(PaymentActsService);
  const awardsOf = async (given: Money['presented'][number]['of'], on: string) => {
    const all = await Promise.all(
      given.map(({ form, units }) =>
        app.get(AwardsService).awards(as('clerk', on), commune, { form: [form], unit: [...units], first: 200 }),
      ),
    );
    return all.flatMap(({ items }) => items);
  };
  for (const { year, on, ...fund } of funds)
    await app.get(FundsService).setFund(as('accountant', on), { commune, year, expectedVersion: 0 }, fund);
  for (const { voucher, paidOn, of, receivers } of paid) {
    const awards = (await awardsOf(of, paidOn)).map(({ id, unitCode }) => ({
      award: id,
      receiver: receivers?.[unitCode],
    }));
    await acts.payAwards(as('accountant', paidOn), commune, { voucher, awards });
  }
  for (const { presentedOn, of } of presented) {
    const awards = (await awardsOf(of, presentedOn)).map(({ id }) => id);
    await acts.presentAwards(as('clerk', presentedOn), commune, { awards });
  }
}
