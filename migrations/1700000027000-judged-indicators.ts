import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members by which an indicator is judged: ratios of any factor, changes against a baseline, grades, who reports it. */
export class JudgedIndicators1700000027000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table indicator
        add factor figure,
        add basis text not null default 'LEVEL',
        add beyond text,
        add grades text[] not null default '{}',
        add ends_at100 boolean not null default false,
        add derivation text,
        add over_years text not null default 'AT_END',
        add seasons text[] not null default '{}',
        add reported_by jsonb,
        add identifiers jsonb not null default '[]';
      alter table indicator no force row level security;
      update indicator set
        factor = case when measure_unit = 'PERCENT' then 100 end,
        ends_at100 = measure_unit = 'PERCENT' and over_units = 'RATIO',
        beyond = case when comparator = 'BETWEEN' then case when direction = 'HOLD' then 'MISSED' else 'EXCEEDED' end end,
        derivation = case when derived then case code
          when 'meta.plan-completion' then 'PLAN_COMPLETION' when 'gov.plan-dissemination' then 'DISSEMINATION' end end;
      update indicator set clarification = jsonb_set(clarification, '{readings}', (
        select jsonb_agg('{"basis": null, "overYears": null, "beyond": null}' || reading order by place)
        from jsonb_array_elements(clarification -> 'readings') with ordinality as each (reading, place)
      )) where clarification is not null and clarification -> 'readings' <> '[]';
      alter table indicator force row level security;
      create index indicator_identifiers on indicator using gin (identifiers jsonb_path_ops);
      alter table plan
        add until_year int,
        drop constraint plan_kind,
        add constraint plan_kind check (kind in ('YEARLY', 'MOVEMENT', 'CHILD', 'TERM')),
        add constraint plan_term check ((kind = 'TERM') = (until_year is not null));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table plan
        drop constraint plan_term,
        drop constraint plan_kind,
        add constraint plan_kind check (kind in ('YEARLY', 'MOVEMENT', 'CHILD')),
        drop until_year;
      drop index indicator_identifiers;
      alter table indicator no force row level security;
      update indicator set clarification = jsonb_set(clarification, '{readings}', (
        select jsonb_agg(reading - '{basis,overYears,beyond}'::text[] order by place)
        from jsonb_array_elements(clarification -> 'readings') with ordinality as each (reading, place)
      )) where clarification is not null and clarification -> 'readings' <> '[]';
      alter table indicator force row level security;
      alter table indicator
        drop factor, drop basis, drop beyond, drop grades, drop ends_at100, drop derivation, drop over_years,
        drop seasons, drop reported_by, drop identifiers;
    `);
  }
}
