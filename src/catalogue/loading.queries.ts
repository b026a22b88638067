import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { snake } from '../database/naming.js';
import type { AwardFormGiven, CatalogueGiven, RuleSetGiven } from './catalogue.inputs.js';
import type { Kept } from './catalogue.rules.js';

/** A form with the rule set it belongs to. */
export interface FormOf extends AwardFormGiven {
  ruleSet: string;
}

const sourced = { source: 'text', verified: 'bool' };
const ofForm = { ruleSet: 'text', form: 'text' };

/** The tables, each with the members of its rows and what they are in JSON; the first `key` of them name the row. */
const tables = {
  rule_set: { key: 1, members: { code: 'text', name: 'text', validFrom: 'date', validTo: 'date', ...sourced } },
  rounding_policy: { key: 1, members: { ruleSet: 'text', method: 'text', unit: 'int', ...sourced } },
  base_salary: { key: 1, members: { validFrom: 'date', validTo: 'date', amount: 'bigint', ...sourced } },
  award_form: {
    key: 2,
    members: {
      ruleSet: 'text',
      code: 'text',
      name: 'text',
      category: 'text',
      nominees: 'text[]',
      coefficient: 'figure',
      prerequisite: 'text',
      quota: 'text',
      ...sourced,
    },
  },
  authority: { key: 2, members: { ...ofForm, code: 'text', title: 'text', here: 'bool', ...sourced } },
  nominee_factor: { key: 3, members: { ...ofForm, ordinal: 'int', nominees: 'text[]', factor: 'figure', ...sourced } },
  vote_rule: {
    key: 2,
    members: {
      ...ofForm,
      ballot: 'text',
      quorumNumerator: 'int',
      quorumDenominator: 'int',
      passNumerator: 'int',
      passDenominator: 'int',
      base: 'text',
      absentee: 'text',
      recusedLeaveBase: 'bool',
      ...sourced,
    },
  },
  road: { key: 3, members: { ...ofForm, type: 'text', steps: 'text[]', ...sourced } },
  dossier_item: {
    key: 4,
    members: {
      ...ofForm,
      type: 'text',
      item: 'text',
      ordinal: 'int',
      documentType: 'text',
      name: 'text',
      required: 'bool',
      ...sourced,
    },
  },
} as const;
type Table = keyof typeof tables;

/** Tables of the parts of a form; a table that refers to another comes first. */
const partsOfForm = [
  'dossier_item',
  'road',
  'vote_rule',
  'nominee_factor',
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

  async kept(): Promise<Kept> {
    const ruleSets = await this.database.rows<Kept['ruleSets'][number]>(
      'loading.kept.ruleSets',
      'select code as key, valid_from as "validFrom", valid_to as "validTo" from catalogue.rule_set',
    );
    const baseSalaries = await this.database.rows<Kept['ruleSets'][number]>(
      'loading.kept.baseSalaries',
      'select valid_from as key, valid_from as "validFrom", valid_to as "validTo" from catalogue.base_salary',
    );
    return { ruleSets, baseSalaries };
  }

  /** Rule sets without their forms, and base salaries: new ones are added, others become as given. */
  async putSpans({ ruleSets, baseSalaries }: CatalogueGiven): Promise<void> {
    await this.put('rule_set', ruleSets);
    await this.put(
      'rounding_policy',
      ruleSets.map(({ code, rounding }: RuleSetGiven) => ({ ruleSet: code, ...rounding })),
    );
    await this.put('base_salary', baseSalaries);
  }

  /** Adds or replaces forms with all that belongs to each form. A form itself is never deleted. */
  async putForms(forms: readonly FormOf[]): Promise<void> {
    await this.put('award_form', forms);
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
    await this.put(
      'authority',
      all(({ authority }) => [authority]),
    );
    await this.put(
      'nominee_factor',
      all(({ factors }) => factors),
    );
    await this.put(
      'vote_rule',
      all(({ voteRule }) => (voteRule ? [voteRule] : [])),
    );
    await this.put(
      'road',
      all(({ roads }) => roads),
    );
    await this.put(
      'dossier_item',
      all(({ dossier }) => dossier),
    );
  }

  /** Raises the versions of forms by one. */
  async raise(ids: readonly string[]): Promise<void> {
    await this.database.rows(
      'loading.raise',
      `update catalogue.award_form set version = version + 1 where rule_set || ':' || code = any ($1)`,
      [ids],
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
