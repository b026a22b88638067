import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { ListAwardForms, ListSpans } from './award-form.inputs.js';
import type { AwardForm } from './award-form.view.js';
import { lawsOf } from './transition.rules.js';
import { CatalogueQueries } from './catalogue.queries.js';
import type { BaseSalary, PreferredPeople, RuleSet } from './rule-set.view.js';
import type { LimitedAct, TimeLimit } from './time-limit.view.js';

const byCategory = { types: ['text', 'text'], keysOf: ({ category, code }: AwardForm) => [category, code] } as const;
const byFirstDay = {
  types: ['day', 'text'],
  keysOf: ({ validFrom, id }: RuleSet | BaseSalary) => [validFrom, id],
} as const;

/** The law as data (danh mục). */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly database: Database,
    private readonly queries: CatalogueQueries,
  ) {}

  /** The forms in force on a day, by category and code. */
  awardForms(caller: Caller, { asOf = caller.on, category, ...page }: ListAwardForms): Promise<Page<AwardForm>> {
    return this.database.read(caller, () =>
      paged(page, byCategory, (slice) => this.queries.forms({ on: asOf, categories: category, ...slice })),
    );
  }

  /** The form of a code as it is on a day. Refusal: NOT_FOUND when there is none then. */
  awardForm(caller: Caller, code: string, asOf: string = caller.on): Promise<AwardForm> {
    return this.database.read(caller, async () => found((await this.queries.forms({ on: asOf, codes: [code] }))[0]));
  }

  /** Rule sets, oldest first: all, or the one in force on a day. */
  ruleSets(caller: Caller, { asOf, ...page }: ListSpans): Promise<Page<RuleSet>> {
    return this.database.read(caller, () =>
      paged(page, byFirstDay, (slice) => this.queries.ruleSets({ on: asOf, ...slice })),
    );
  }

  /** Base salaries, oldest first: all, or the one in force on a day. */
  baseSalaries(caller: Caller, { asOf, ...page }: ListSpans): Promise<Page<BaseSalary>> {
    return this.database.read(caller, () =>
      paged(page, byFirstDay, (slice) => this.queries.baseSalaries({ on: asOf, ...slice })),
    );
  }

  /**
   * Forms by code, as they are on a day or as a rule set has them: part of another module's read or write. Those
   * there are none of are absent.
   */
  formsNamed(
    caller: Caller,
    codes: readonly string[],
    source: { on: string } | { ruleSet: string },
  ): Promise<Map<string, AwardForm>> {
    return this.database.read(
      caller,
      async () =>
        new Map((await this.queries.forms({ ...source, codes: [...new Set(codes)] })).map((form) => [form.code, form])),
    );
  }

  /** The limit that a rule set has for an act on a form. Part of another module's write. */
  async timeLimit(
    caller: Caller,
    { ruleSet, formCode }: { ruleSet: string; formCode: string },
    act: LimitedAct,
  ): Promise<TimeLimit | undefined> {
    const forms = await this.formsNamed(caller, [formCode], { ruleSet });
    return forms.get(formCode)?.timeLimits.find(({ of }) => of === act);
  }

  /** A form as it was on a day, else as its oldest rule set has it: for what was given before the catalogue begins. */
  formThen(caller: Caller, code: string, day: string): Promise<AwardForm | undefined> {
    return this.database.read(caller, async () => {
      const forms = await this.queries.forms({ codes: [code] });
      return forms.find(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day)) ?? forms[0];
    });
  }

  /** Code and name of each form, as each rule set has it. */
  codesAndNames(caller: Caller): Promise<Pick<AwardForm, 'code' | 'name'>[]> {
    return this.database.read(caller, () => this.queries.codesAndNames());
  }

  /** Gives the name of a form by its code; that of an unknown one is its code. */
  async formNames(caller: Caller): Promise<(code: string) => string> {
    const names = new Map((await this.codesAndNames(caller)).map(({ code, name }) => [code, name]));
    return (code) => names.get(code) ?? code;
  }

  /** Forms as their rule sets have them. */
  formsOf(caller: Caller, asked: readonly { ruleSet: string; code: string }[]): Promise<InAskedOrder<AwardForm>> {
    return this.database.read(caller, async () => {
      const ids = asked.map(({ ruleSet, code }) => `${ruleSet}:${code}`);
      const forms = new Map((await this.queries.forms({ ids })).map((form) => [form.id, form]));
      return ids.map((id) => forms.get(id));
    });
  }

  /**
   * Codes of the rule sets whose conditions a dossier that was received on a day may go by: the one in force then, and
   * later ones, begun by the legal date, that may be more favourable. Refusal: NOT_FOUND before the first.
   */
  lawsOf(caller: Caller, receivedOn: string): Promise<[string, ...string[]]> {
    return this.database.read(caller, async () => {
      const [then, ...later] = lawsOf(await this.queries.ruleSets({}), { receivedOn, until: caller.on });
      return [found(then), ...later];
    });
  }

  /** People whom a rule set prefers among equals; null: it tells of none. */
  preferredBy(caller: Caller, ruleSet: string): Promise<PreferredPeople | null> {
    return this.database.read(caller, async () => {
      const found = (await this.queries.ruleSets({})).find(({ code }) => code === ruleSet);
      return found?.preference?.prefers ?? null;
    });
  }

  /** The code of the rule set in force on a day. Refusal: NOT_FOUND before the first. */
  ruleSetOn(caller: Caller, day: string): Promise<string> {
    return this.database.read(caller, async () => found(await this.queries.ruleSetOn(day)).code);
  }
}
