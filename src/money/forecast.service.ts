import { Injectable } from '@nestjs/common';
import Big from 'big.js';
import type { Caller, Reach } from '../access/caller.js';
import { groups } from '../database/batch.js';
import { AmountsService, type Priced } from './amounts.service.js';
import type { Sharer } from './amount.rules.js';
import { sumOf } from './fund.rules.js';
import { FundQueries, type OnItsWay } from './fund.queries.js';
import type { Forecast } from './fund.view.js';

type Expected = OnItsWay & { grantedOn: string };

/** Cost of awards on their way. Part of another read. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly queries: FundQueries,
    private readonly amounts: AmountsService,
  ) {}

  /**
   * The forecast of a year: what drafted decisions give, and nominations of open rounds that the chairperson may grant,
   * each by the law of the day by which its round decides, or of today where that is over.
   */
  async forecast(caller: Caller, reach: Reach, year: number): Promise<Forecast> {
    const today = caller.on;
    const expected = (await this.queries.onTheirWay(reach))
      .map((each): Expected => ({
        ...each,
        grantedOn: each.decideBy !== null && each.decideBy > today ? each.decideBy : today,
      }))
      .filter(({ grantedOn }) => Number(grantedOn.slice(0, 4)) === year);
    const priced = await this.priced(caller, reach, expected);
    const here = expected.filter(({ id }) => priced.get(id)?.here);
    const sharers = here.flatMap((each): Sharer[] => {
      const { payable = null, category } = priced.get(each.id) ?? {};
      return payable === null || category === undefined ? [] : [{ ...each, category, full: payable, paid: null }];
    });
    const standing = await this.amounts.withMoney(
      reach,
      sharers.map(({ unitId }) => unitId),
    );
    const shares = await this.amounts.shares(caller, [...sharers, ...standing]);
    const drafted = here.filter((each) => each.drafted).length;
    return {
      drafted,
      nominated: here.length - drafted,
      notComputed: here.filter(({ id }) => priced.get(id)?.amountReason === 'NOT_COMPUTED').length,
      amount: sumOf([
        ...sharers.map(({ id }) => shares.get(id)?.payable ?? '0'),
        ...standing.map(({ id, payable }) => new Big(shares.get(id)?.payable ?? payable).minus(payable).toFixed()),
      ]),
    };
  }

  private async priced(caller: Caller, reach: Reach, expected: readonly Expected[]): Promise<Map<string, Priced>> {
    const priced = new Map<string, Priced>();
    for (const asked of groups(expected, ({ grantedOn }) => [grantedOn])) {
      const [{ grantedOn: day }] = asked;
      const amounts = await this.amounts.amountsOn(caller, reach, { day, asked });
      for (const [place, { id }] of asked.entries()) priced.set(id, amounts[place] as Priced);
    }
    return priced;
  }
}
