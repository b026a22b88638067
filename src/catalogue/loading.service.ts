import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { jcs } from '../api/canonical-json.js';
import type { Kind } from '../api/kinds.js';
import { registry } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { InputPipe } from '../requests/input-pipe.js';
import { AwardForm } from './award-form.view.js';
import { CatalogueGiven } from './catalogue.inputs.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { baseSalarySpan, mistakes, ruleSetSpan } from './catalogue.rules.js';
import { LoadingQueries } from './loading.queries.js';
import { settle, settleForms, type Loaded } from './loading.rules.js';
import { BaseSalary, RuleSet } from './rule-set.view.js';
import type { Origin, OwnedSpan } from './span.rules.js';

type Records = Omit<Loaded, 'gaveWay'>;

const types = {
  ruleSets: { kind: 'rule-set.loaded', entity: RuleSet, table: 'rule_set' },
  baseSalaries: { kind: 'base-salary.loaded', entity: BaseSalary, table: 'base_salary' },
  forms: { kind: 'award-form.loaded', entity: AwardForm, table: 'award_form' },
} as const;

/** The catalogue as the operator loads it, with the owner's connection. */
@Injectable()
export class LoadingService {
  private readonly shape = new InputPipe();

  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly queries: CatalogueQueries,
    private readonly loading: LoadingQueries,
  ) {}

  /**
   * Adds rows that are new and changes those given otherwise; rows not given stay. Rows of the operator, given by a
   * file, stay when the program's own catalogue is loaded, which gives way to them. Journaled in the registry, a line
   * for each record that is new or changed; gives these, and what gave way. Refusals, with every point: INVALID, RULE.
   */
  async load(caller: Caller, catalogue: object, origin: Origin): Promise<Loaded> {
    const given = (await this.shape.transform(catalogue, { type: 'body', metatype: CatalogueGiven })) as CatalogueGiven;
    return this.database.write(caller, registry, async () => {
      await this.loading.lock();
      const before = await this.records();
      const gaveWay = await this.put(given, origin, before);
      const after = await this.records();
      return {
        ruleSets: await this.journaled(caller, types.ruleSets, [before.ruleSets, after.ruleSets]),
        baseSalaries: await this.journaled(caller, types.baseSalaries, [before.baseSalaries, after.baseSalaries]),
        forms: await this.journaled(caller, types.forms, [before.forms, after.forms]),
        gaveWay,
      };
    });
  }

  /** Writes the rows given; says what gave way. */
  private async put(given: CatalogueGiven, origin: Origin, before: Records): Promise<string[]> {
    const stored = await this.loading.stored();
    const ruleSets = settle('rule set', given.ruleSets.map(ruleSetSpan), {
      stored: stored.ruleSets,
      shown: before.ruleSets,
      origin,
    });
    const baseSalaries = settle('base salary', given.baseSalaries.map(baseSalarySpan), {
      stored: stored.baseSalaries,
      shown: before.baseSalaries,
      origin,
    });
    const news: CatalogueGiven = {
      ruleSets: given.ruleSets.filter(({ code }) => ruleSets.put.has(code)),
      baseSalaries: given.baseSalaries.filter(({ validFrom }) => baseSalaries.put.has(validFrom)),
    };
    const own = (spans: readonly OwnedSpan[]) => spans.filter((span) => span.origin === origin);
    const wrong = mistakes(news, {
      ruleSets: own(stored.ruleSets),
      baseSalaries: own(stored.baseSalaries),
      forms: before.forms.map(({ code }) => code),
    });
    if (wrong.length > 0) throw new Refusal('RULE', {}, wrong);

    const forms = settleForms(given.ruleSets, ruleSets.put, { stored: stored.forms, shown: before.forms, origin });
    await this.loading.putSpans(news, origin, { ruleSets: ruleSets.days, baseSalaries: baseSalaries.days });
    await this.loading.putForms(forms.forms, origin);
    return [...ruleSets.gaveWay, ...baseSalaries.gaveWay, ...forms.gaveWay];
  }

  private async records(): Promise<Records> {
    return {
      ruleSets: await this.queries.ruleSets({}),
      baseSalaries: await this.queries.baseSalaries({}),
      forms: await this.queries.forms({}),
    };
  }

  /** Raises the version of each record that is new or changed, and journals it; gives these. */
  private async journaled<T extends { id: string; version: number }>(
    caller: Caller,
    { kind, entity, table }: { kind: Kind; entity: new () => T; table: 'rule_set' | 'base_salary' | 'award_form' },
    [before, after]: [T[], T[]],
  ): Promise<T[]> {
    const earlier = new Map(before.map((record) => [record.id, record]));
    const records = after
      .filter((record) => record.version === 0 || jcs(record as never) !== jcs(earlier.get(record.id) as never))
      .map((record) => ({ ...record, version: record.version + 1 }));
    await this.loading.raise(
      table,
      records.map(({ id }) => id),
    );
    for (const record of records)
      this.journal.record({
        caller,
        communeId: registry,
        kind,
        entity,
        record,
        seen: { before: record.version > 1 ? 'INSIDE' : null, after: 'INSIDE' },
      });
    return records;
  }
}
