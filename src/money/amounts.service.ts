import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { FormCategory } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { SeveralRule } from '../catalogue/rule-set.view.js';
import { holdsOn } from '../catalogue/span.rules.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import type { AmountBasis } from './amount-basis.view.js';
import { amountOf, factorOf, sharesOf, type Share, type Sharer } from './amount.rules.js';
import { CommuneRoundingsQueries } from './commune-roundings.queries.js';
import { MoneyQueries, type WithMoney } from './money.queries.js';

/** Form and kind of a nominee, by which an award has its money. */
export interface Priceable {
  formCode: string;
  unitKind: UnitKind;
}

/** Money of an award alone, and whether the chairperson gives its form. `category`: undefined without the form. */
export interface PricedAward extends Omit<Share, 'payable'> {
  raw: string | null;
  payable: string | null;
  amountBasis: AmountBasis | null;
  category?: FormCategory;
  here: boolean;
}

const none = (amountReason: 'NO_MONEY' | 'NOT_COMPUTED'): Omit<PricedAward, 'category' | 'here'> => ({
  ...{ raw: null, payable: null, amountBasis: null, amountReason, payingAwardId: null },
});

/** Money of awards, by the law of the day of the decision. Each method is part of another read or write. */
@Injectable()
export class AmountsService {
  constructor(
    private readonly queries: MoneyQueries,
    private readonly roundings: CommuneRoundingsQueries,
    private readonly catalogue: CatalogueService,
  ) {}

  /** Lets acts on the money of a commune follow one another: the first lock of each, whatever it locks besides. */
  lock(reach: Reach): Promise<void> {
    return this.queries.lock(reach);
  }

  /** Money of awards given on a day, each as if it stood alone, in the order asked. */
  async amountsOn(
    caller: Caller,
    reach: Reach,
    { day, asked }: { day: string; asked: readonly Priceable[] },
  ): Promise<PricedAward[]> {
    const codes = asked.map(({ formCode }) => formCode);
    const forms = await this.catalogue.formsNamed(caller, codes, { on: day });
    const [ruleSet] = (await this.catalogue.ruleSets(caller, { asOf: day })).items;
    const [salary] = (await this.catalogue.baseSalaries(caller, { asOf: day })).items;
    const [own] = await this.roundings.roundings(reach, { asOf: day, after: null, limit: 1 });
    return asked.map(({ formCode, unitKind }) => {
      const form = forms.get(formCode);
      if (!form || !ruleSet) return { ...none('NOT_COMPUTED'), here: false };
      const { category, coefficient } = form;
      const { here } = form.authority;
      if (coefficient === null || !salary)
        return { ...none(coefficient === null ? 'NO_MONEY' : 'NOT_COMPUTED'), category, here };
      const { method: rounding, unit } = own ?? ruleSet.rounding;
      const amountBasis = { coefficient, factor: factorOf(form, unitKind), baseSalary: salary.amount, rounding, unit };
      return { ...amountOf(amountBasis), amountBasis, amountReason: null, payingAwardId: null, category, here };
    });
  }

  /** Awards in force of units with money, with what each pays. */
  withMoney(reach: Reach, unitIds: readonly string[]): Promise<WithMoney[]> {
    return this.queries.withMoney(reach, [...new Set(unitIds)]);
  }

  /** Payments of awards beside others of the same achievement, by id. */
  async shares(caller: Caller, sharers: readonly Sharer[]): Promise<Map<string, Share>> {
    const { items } = await this.catalogue.ruleSets(caller, { first: 500 });
    const ruleOn = (day: string): SeveralRule => items.find((each) => holdsOn(each, day))?.several?.pays ?? 'EACH';
    return sharesOf(sharers, ruleOn);
  }
}
