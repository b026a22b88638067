import { ObjectType } from '@nestjs/graphql';
import { count, day, dong, figure, flag, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { Fund } from '../money/fund.entity.js';

@ObjectType({ description: 'Money that awards on their way would cost, if they were given.' })
export class Forecast {
  @Shown(count(), 'Number of awards that drafted decisions give.')
  drafted: number;

  @Shown(count(), 'Number of other nominations of open rounds that a decision of the commune may grant.')
  nominated: number;

  @Shown(count(), 'Number of candidates of open rounds: eligible by now, and not nominated for that form yet.')
  candidates: number;

  @Shown(count(), 'Number of those whose money cannot be told, and is left out.')
  notComputed: number;

  @Shown(figure, 'Money of what is drafted and nominated, beside awards given before, đồng.')
  amount: string;

  @Shown(figure, 'Money of the candidates, beside all that, đồng.')
  candidatesAmount: string;
}

/** The fund of a year as it stands: what there is, what awards cost, and what they may yet cost. */
@ObjectType({ description: 'The fund of a year as it stands on a day: ceiling, money of awards, and the forecast.' })
export class FundState {
  @Shown(count(1900, 2200), 'Year of the fund: that of the decisions.')
  year: number;

  @Shown(count(), 'Version of the fund; 0: it is not set yet.')
  version: number;

  @Shown(day, 'Day of this state: the legal date.')
  asOf: string;

  @Shown(record(() => Fund), 'Parts of the fund; null: it is not set yet.', { nullable: true })
  fund: Fund | null;

  @Shown(dong, 'Ceiling: the share of the regular spending, and contributions, đồng. Null without a fund.', {
    nullable: true,
  })
  ceiling: string | null;

  @Shown(count(), 'Number of awards in force with money that decisions of the year gave.')
  awards: number;

  @Shown(dong, 'Money that these commit the fund to, with what was paid for revoked ones and has not come back, đồng.')
  committed: string;

  @Shown(dong, 'Money that was paid for awards of the year, đồng.')
  paid: string;

  @Shown(dong, 'Money of these that came back after a revocation, đồng.')
  recovered: string;

  @Shown(dong, 'Money left to pay, đồng.')
  toPay: string;

  @Shown(dong, 'Money that is still to come back, đồng.')
  toRecover: string;

  @Shown(figure, 'Money left beside that and other spending, đồng; below 0: too little. Null without a fund.', {
    nullable: true,
  })
  left: string | null;

  @Shown(record(() => Forecast), 'Awards on their way, as if they were decided by the day of their round, or today.')
  forecast: Forecast;

  @Shown(figure, 'Money left after the forecast, đồng. Null without a fund.', { nullable: true })
  leftAfterForecast: string | null;

  @Shown(flag, 'Whether the fund suffices for all of these; null without a fund.', { nullable: true })
  suffices: boolean | null;

  @Shown(figure, 'Money left if all candidates are awarded, too, đồng. Null without a fund.', { nullable: true })
  leftAfterCandidates: string | null;

  @Shown(flag, 'Whether the fund suffices for the candidates, too; null without a fund.', { nullable: true })
  sufficesForCandidates: boolean | null;
}
