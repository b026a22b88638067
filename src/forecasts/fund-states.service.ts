import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { FundAt } from '../money/fund.inputs.js';
import { ceilingOf, isShort, leftOf, sumOf } from '../money/fund.rules.js';
import { FundsService } from '../money/funds.service.js';
import { ForecastService } from './forecast.service.js';
import type { FundState } from './fund-state.view.js';

/** Funds as they stand: what there is, what awards cost, and what they may yet cost. */
@Injectable()
export class FundStatesService {
  constructor(
    private readonly database: Database,
    private readonly funds: FundsService,
    private readonly forecasts: ForecastService,
  ) {}

  /** The fund of a year as it stands today: whether it suffices for the awards given and for those on their way. */
  fund(caller: Caller, { commune, year }: CommuneAt & FundAt): Promise<FundState> {
    const reach = caller.reachIn(commune);
    return this.database.read(caller, async () => {
      const { fund, spent } = await this.funds.standing(reach, year);
      const forecast = await this.forecasts.forecast(caller, reach, year);
      const leftBeside = (...costs: string[]) => fund && leftOf(fund, sumOf([spent.committed, ...costs]));
      const leftAfterForecast = leftBeside(forecast.amount);
      const leftAfterCandidates = leftBeside(forecast.amount, forecast.candidatesAmount);
      const suffices = (left: string | null) => (left === null ? null : !isShort(left));
      return {
        ...{ year, version: fund?.version ?? 0, asOf: caller.on, fund, ceiling: fund && ceilingOf(fund) },
        ...spent,
        ...{ left: leftBeside(), forecast, leftAfterForecast, suffices: suffices(leftAfterForecast) },
        ...{ leftAfterCandidates, sufficesForCandidates: suffices(leftAfterCandidates) },
      };
    });
  }
}
