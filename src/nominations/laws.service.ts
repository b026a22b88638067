import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { brokenLaw } from '../catalogue/transition.rules.js';
import type { Point } from '../points.js';
import { refuse } from '../refusals.js';
import type { Nomination } from './nomination.entity.js';
import type { AppraiseNomination } from './nomination.inputs.js';
import { brokenReceipt } from './nomination.rules.js';

/** Members of a nomination that tell by which law it is judged. */
type Law = Pick<Nomination, 'receivedOn' | 'conditionsRuleSet' | 'conditionsReason'>;

/** The law that nominations are judged by: that of the day on which the dossier was received. Part of an act on one. */
@Injectable()
export class LawsService {
  constructor(private readonly catalogue: CatalogueService) {}

  /** The law of a dossier that is received on a day; the legal date when left out. */
  async received(caller: Caller, receivedOn: string = caller.on): Promise<Law> {
    const [conditionsRuleSet] = await this.catalogue.lawsOf(caller, receivedOn);
    return { receivedOn, conditionsRuleSet, conditionsReason: null };
  }

  /** The law after another day of receipt, or the choice of a person; a choice stays until another. Refusal: RULE. */
  async chosen(
    caller: Caller,
    { receivedOn, deedOn, ...before }: Law & Pick<Nomination, 'deedOn'>,
    { receivedOn: given, ruleSet, reason }: Pick<AppraiseNomination, 'receivedOn' | 'ruleSet' | 'reason'>,
  ): Promise<Partial<Law>> {
    if (given === undefined && ruleSet === undefined) return {};
    const day = given ?? receivedOn ?? caller.on;
    refuse(brokenReceipt(day, { today: caller.on, deedOn }));
    const laws = await this.catalogue.lawsOf(caller, day);
    refuse(brokenLaw({ ruleSet, reason }, laws));
    if (ruleSet === undefined && before.conditionsReason !== null && laws.includes(before.conditionsRuleSet ?? ''))
      return { receivedOn: day };
    const chosen = ruleSet !== undefined && ruleSet !== laws[0];
    return {
      receivedOn: day,
      conditionsRuleSet: ruleSet ?? laws[0],
      conditionsReason: chosen ? (reason ?? null) : null,
    };
  }

  /** Points against one choice for several nominations, each once. */
  async brokenOfEach(
    caller: Caller,
    rows: readonly Pick<Nomination, 'unitCode' | 'receivedOn'>[],
    choice: { ruleSet?: string; reason?: string },
  ): Promise<Point[]> {
    const found: Point[] = [];
    for (const day of new Set(rows.map(({ receivedOn }) => receivedOn ?? caller.on)))
      found.push(...brokenLaw(choice, await this.catalogue.lawsOf(caller, day)));
    return found.filter((each, index) => found.findIndex(({ detail }) => detail === each.detail) === index);
  }
}
