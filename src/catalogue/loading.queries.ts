import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { snake } from '../database/naming.js';
import type { CatalogueGiven } from './catalogue.inputs.js';
import { idOf, tables, type Table } from './loading-tables.data.js';
import type { FormOf } from './loading.rules.js';
import type { Days, Origin, OwnedSpan } from './span.rules.js';

/** Rows that are stored, whosever they are. */
export interface Stored {
  ruleSets: readonly OwnedSpan[];
  baseSalaries: readonly OwnedSpan[];
  /** Owners of the forms by id. */
  forms: ReadonlyMap<string, Origin>;
}

/** Tables of the parts of a form; a table that refers to another comes first. */
const partsOfForm = [
  'condition',
  'time_limit',
  'prescribed_form',
  'dossier_item',
  'road',
  'vote_rule',
  'nominee_factor',
  'salary_rise',
  'authority',
] as const satisfies readonly Table[];

/** How the operator writes the catalogue, with the owner's connection. */
@Injectable()
export class LoadingQueries {
  constructor(private readonly database: Database) {}

  /** One load at a time; who reads is not kept waiting. */
  async lock(): Promise<void> {
    await this.database.rows('loading.lock', 'lock table catalogue.rule_set in share row exclusive mode');
  }

  async stored(): Promise<Stored> {
    const forms = await this.database.rows<{ id: string; origin: Origin }>(
      'loading.stored.forms',
      `select rule_set || ':' || code as id, origin from catalogue.award_form`,
    );
    return {
      ruleSets: await this.spans('rule_set'),
      baseSalaries: await this.spans('base_salary'),
      forms: new Map(forms.map(({ id, origin }) => [id, origin])),
    };
  }

  /**
   * Rule sets without their forms, and base salaries: new ones are added, others become as given. In force they are on
   * the days in the maps, and so are those stored.
   */
  async putSpans(
    { ruleSets, baseSalaries }: CatalogueGiven,
    origin: Origin,
    days: Record<'ruleSets' | 'baseSalaries', ReadonlyMap<string, Days>>,
  ): Promise<void> {
    const spanned = ({ validFrom, validTo }: Days, inForce: Days | undefined) => ({
      givenFrom: validFrom,
      givenTo: validTo,
      ...inForce,
      origin,
    });
    await this.put(
      'rule_set',
      ruleSets.map((each) => ({ ...each, ...spanned(each, days.ruleSets.get(each.code)) })),
    );
    await this.put(
      'rounding_policy',
      ruleSets.map(({ code, rounding }) => ({ ruleSet: code, ...rounding })),
    );
    const parts = [
      ['several_awards', 'several'],
      ['transition', 'transition'],
      ['preference', 'preference'],
    ] as const;
    for (const [table, part] of parts) {
      const without = ruleSets.filter((each) => !each[part]);
      const clear = `delete from catalogue.${table} where rule_set = any ($1)`;
      await this.database.rows(`loading.putSpans.clear.${table}`, clear, [without.map(({ code }) => code)]);
      await this.put(
        table,
        ruleSets.flatMap((each) => (each[part] ? [{ ruleSet: each.code, ...each[part] }] : [])),
      );
    }
    await this.put(
      'base_salary',
      baseSalaries.map((each) => ({ ...each, ...spanned(each, days.baseSalaries.get(each.validFrom)) })),
    );
    await this.limit('rule_set', days.ruleSets);
    await this.limit('base_salary', days.baseSalaries);
  }

  /** Adds or replaces forms with all that belongs to each form. A form itself is never deleted. */
  async putForms(forms: readonly FormOf[], origin: Origin): Promise<void> {
    await this.put(
      'award_form',
      forms.map((form) => ({ ...form, origin })),
    );
    const sets = forms.map(({ ruleSet }) => ruleSet);
    const codes = forms.map(({ code }) => code);
    for (const table of partsOfForm)
      await this.database.rows(
        `loading.putForms.clear.${table}`,
        `delete from catalogue.${table} where (rule_set, form) in (select * from unnest($1::text[], $2::text[]))`,
        [sets, codes],
      );
    const all = (parts: (form: FormOf) => readonly object[]) =>
      forms.flatMap((form) =>
        parts(form).map((part, ordinal) => ({ ruleSet: form.ruleSet, form: form.code, ordinal, ...part })),
      );
    const parts: readonly (readonly [Table, (form: FormOf) => readonly object[]])[] = [
      ['authority', ({ authority }) => [authority]],
      ['nominee_factor', ({ factors }) => factors],
      ['salary_rise', ({ salaryRise }) => (salaryRise ? [salaryRise] : [])],
      ['vote_rule', ({ voteRule }) => (voteRule ? [voteRule] : [])],
      ['road', ({ roads }) => roads],
      ['time_limit', ({ timeLimits = [] }) => timeLimits.map(({ of: act, ...limit }) => ({ ...limit, act }))],
      ['prescribed_form', ({ prescribed = [] }) => prescribed],
      ['condition', ({ conditions }) => conditions],
      ['dossier_item', ({ dossier }) => dossier],
    ];
    for (const [table, rowsOf] of parts) await this.put(table, all(rowsOf));
  }

  /** Raises the versions of rows by one. */
  async raise(table: 'rule_set' | 'base_salary' | 'award_form', ids: readonly string[]): Promise<void> {
    await this.database.rows(
      `loading.raise.${table}`,
      `update catalogue.${table} set version = version + 1 where ${idOf[table]} = any ($1)`,
      [ids],
    );
  }

  private spans(table: 'rule_set' | 'base_salary'): Promise<OwnedSpan[]> {
    return this.database.rows(
      `loading.spans.${table}`,
      `select ${idOf[table]} as key, given_from as "validFrom", given_to as "validTo", origin from catalogue.${table}`,
    );
  }

  private async limit(table: 'rule_set' | 'base_salary', days: ReadonlyMap<string, Days>): Promise<void> {
    await this.database.rows(
      `loading.limit.${table}`,
      `update catalogue.${table} kept set (valid_from, valid_to) = (given."validFrom", given."validTo")
       from jsonb_to_recordset($1::jsonb) as given (key text, "validFrom" date, "validTo" date)
       where ${idOf[table]} = given.key
         and (kept.valid_from, kept.valid_to) is distinct from (given."validFrom", given."validTo")`,
      [JSON.stringify([...days].map(([key, each]) => ({ key, ...each })))],
    );
  }

  private async put(table: Table, rows: readonly object[]): Promise<void> {
    const { key, members } = tables[table];
    const names = Object.keys(members);
    const columns = names.map(snake);
    const typed = Object.entries(members).map(([name, type]) => `"${name}" ${type}`);
    const of = (row: 'kept' | 'excluded') => columns.map((column) => `${row}.${column}`).join();
    await this.database.rows(
      `loading.put.${table}`,
      `insert into catalogue.${table} as kept (${columns.join()})
       select ${names.map((name) => `given."${name}"`).join()}
       from jsonb_to_recordset($1::jsonb) as given (${typed.join()})
       on conflict (${columns.slice(0, key).join()}) do update
       set (${columns.join()}) = (${of('excluded')})
       where (${of('kept')}) is distinct from (${of('excluded')})`,
      [JSON.stringify(rows)],
    );
  }
}
