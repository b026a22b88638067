import { Injectable } from '@nestjs/common';
import Big from 'big.js';
import type { Caller, Reach } from '../access/caller.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { groups } from '../database/batch.js';
import { EligibilityService } from '../eligibility/eligibility.service.js';
import type { Sharer } from '../money/amount.rules.js';
import { AmountsService, type PricedAward } from '../money/amounts.service.js';
import { sumOf } from '../money/fund.rules.js';
import { ForecastQueries, type OnItsWay, type OpenRound } from './forecast.queries.js';
import type { Forecast } from './fund-state.view.js';

type Expected = OnItsWay & { grantedOn: string };

/** Whether a decision of the commune may give a form for merit, and it has money. */
const mayCost = ({ authority, coefficient, roads }: AwardForm): boolean =>
  authority.here && coefficient !== null && roads.some(({ type }) => type === 'MERIT');

/** Cost of awards on their way. Part of another read. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly queries: ForecastQueries,
    private readonly amounts: AmountsService,
    private readonly catalogue: CatalogueService,
    private readonly eligibility: EligibilityService,
  ) {}

  /**
   * The forecast of a year: what drafted decisions give, nominations of open rounds that the chairperson may grant, and
   * candidates of these rounds, each by the law of the day by which its round decides, or of today where that is over.
   */
  async forecast(caller: Caller, reach: Reach, year: number): Promise<Forecast> {
    const { on: today } = caller;
    const ofYear = <T extends { decideBy: string | null }>(all: readonly T[]) =>
      all
        .map((each) => ({
          ...each,
          grantedOn: each.decideBy !== null && each.decideBy > today ? each.decideBy : today,
        }))
        .filter(({ grantedOn }) => Number(grantedOn.slice(0, 4)) === year);
    const expected = ofYear(await this.queries.onTheirWay(reach));
    const candidates: Expected[] = [];
    for (const round of ofYear(await this.queries.openRounds(reach)))
      for (const each of await this.candidates(caller, reach, round))
        candidates.push({ ...each, grantedOn: round.grantedOn });
    const priced = await this.priced(caller, reach, [...expected, ...candidates]);
    const here = expected.filter(({ id }) => priced.get(id)?.here);
    const amount = await this.costOf(caller, reach, { expected: here, priced });
    const withCandidates = await this.costOf(caller, reach, { expected: [...here, ...candidates], priced });
    const drafted = here.filter((each) => each.drafted).length;
    return {
      ...{ drafted, nominated: here.length - drafted, candidates: candidates.length },
      notComputed: [...here, ...candidates].filter(({ id }) => priced.get(id)?.amountReason === 'NOT_COMPUTED').length,
      ...{ amount, candidatesAmount: sumOf([withCandidates, `-${amount}`]) },
    };
  }

  /** Candidates of an open round: each form judges all of its nominees at once. */
  private async candidates(caller: Caller, reach: Reach, round: OpenRound): Promise<OnItsWay[]> {
    const found: OnItsWay[] = [];
    const forms = await this.catalogue.formsNamed(caller, round.forms, { ruleSet: round.ruleSet });
    for (const form of [...forms.values()].filter(mayCost))
      found.push(...(await this.candidatesFor(caller, reach, { round, form })));
    return found;
  }

  private async candidatesFor(
    caller: Caller,
    reach: Reach,
    { round, form }: { round: OpenRound; form: AwardForm },
  ): Promise<OnItsWay[]> {
    const { id: roundId, period, decideBy } = round;
    const { code: formCode } = form;
    const nominated = new Set(round.nominated.filter((each) => each.formCode === formCode).map(({ unitId }) => unitId));
    const eligible = await this.eligibility.eligibleFor(caller, reach, { round, form });
    return eligible
      .filter(({ unitId }) => !nominated.has(unitId))
      .map(({ unitId, unitKind, type }) => ({
        ...{ id: `${roundId} ${formCode} ${unitId}`, unitId, unitKind, formCode, type, period },
        ...{ deedOn: null, roundId, decideBy, drafted: false },
      }));
  }

  /** Money of awards, beside each other and those given before, whose money follows. */
  private async costOf(
    caller: Caller,
    reach: Reach,
    { expected, priced }: { expected: readonly Expected[]; priced: ReadonlyMap<string, PricedAward> },
  ): Promise<string> {
    const sharers = expected.flatMap((each): Sharer[] => {
      const { payable = null, category } = priced.get(each.id) ?? {};
      return payable === null || category === undefined ? [] : [{ ...each, category, full: payable, paid: null }];
    });
    const unitIds = sharers.map(({ unitId }) => unitId);
    const standing = await this.amounts.withMoney(reach, unitIds);
    const shares = await this.amounts.shares(caller, [...sharers, ...standing]);
    return sumOf([
      ...sharers.map(({ id }) => shares.get(id)?.payable ?? '0'),
      ...standing.map(({ id, payable }) => new Big(shares.get(id)?.payable ?? payable).minus(payable).toFixed()),
    ]);
  }

  private async priced(caller: Caller, reach: Reach, expected: readonly Expected[]): Promise<Map<string, PricedAward>> {
    const priced = new Map<string, PricedAward>();
    for (const asked of groups(expected, ({ grantedOn }) => [grantedOn])) {
      const [{ grantedOn: day }] = asked;
      const amounts = await this.amounts.amountsOn(caller, reach, { day, asked });
      for (const [place, { id }] of asked.entries()) priced.set(id, amounts[place] as PricedAward);
    }
    return priced;
  }
}
