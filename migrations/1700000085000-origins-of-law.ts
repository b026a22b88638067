import type { MigrationInterface, QueryRunner } from 'typeorm';

const spans = ['rule_set', 'base_salary'] as const;
const partsOfRuleSet = [
  'dossier_item',
  'road',
  'vote_rule',
  'nominee_factor',
  'authority',
  'award_form',
  'rounding_policy',
];
const origin = (table: string) =>
  `add origin text collate "C" not null default 'PROGRAM' constraint ${table}_origin check (origin in ('PROGRAM', 'OPERATOR'))`;

/**
 * Origin of a row of the catalogue, and the days as they were given beside those in force. Rule sets and base salaries
 * have versions.
 */
export class OriginsOfLaw1700000085000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of spans)
      await queryRunner.query(`
        alter table catalogue.${table}
          add version int not null default 0,
          ${origin(table)},
          add given_from date,
          add given_to date,
          drop constraint ${table}_dates,
          drop constraint ${table}_one_in_force;
        update catalogue.${table} set given_from = valid_from, given_to = valid_to;
        alter table catalogue.${table}
          alter given_from set not null,
          -- What gave way wholly ends the day before it begins.
          add constraint ${table}_dates check (valid_to >= valid_from - 1),
          add constraint ${table}_given_dates check (given_to >= given_from),
          add constraint ${table}_one_in_force
            exclude using gist (daterange(valid_from, valid_to + 1) with &&) deferrable initially deferred;
      `);
    await queryRunner.query(`
      alter table catalogue.base_salary drop constraint base_salary_pkey, add primary key (given_from);
      alter table catalogue.award_form ${origin('award_form')}, alter version set default 0;
      update catalogue.rule_set set origin = 'OPERATOR' where code not in ('tdkt-2003', 'tdkt-2024', 'tdkt-2025-07');
      update catalogue.award_form f set origin = r.origin from catalogue.rule_set r where r.code = f.rule_set;
      update catalogue.base_salary set origin = 'OPERATOR'
      where (valid_from, amount) not in (('2019-07-01', 1490000), ('2023-07-01', 1800000), ('2024-07-01', 2340000));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${partsOfRuleSet
        .map(
          (part) =>
            `delete from catalogue.${part} where rule_set in (select code from catalogue.rule_set where valid_to < valid_from);`,
        )
        .join('\n')}
      alter table catalogue.award_form drop origin, alter version set default 1;
      delete from catalogue.base_salary where valid_to < valid_from;
      alter table catalogue.base_salary drop constraint base_salary_pkey, add primary key (valid_from);
    `);
    for (const table of spans)
      await queryRunner.query(`
        delete from catalogue.${table} where valid_to < valid_from;
        alter table catalogue.${table}
          drop constraint ${table}_dates,
          drop constraint ${table}_one_in_force,
          drop version, drop origin, drop given_from, drop given_to,
          add constraint ${table}_dates check (valid_to >= valid_from),
          add constraint ${table}_one_in_force
            exclude using gist (daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred;
      `);
  }
}
