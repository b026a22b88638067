import type { MigrationInterface, QueryRunner } from 'typeorm';

const readTables = ['award', 'nomination', 'unit'];

/** Coefficient × base salary × factor of an award `a` by the law of its day. */
const exact = ['coefficient', 'baseSalary', 'factor'].map((of) => `(a.amount_basis ->> '${of}')::numeric`).join(' * ');
const unit = `(a.amount_basis ->> 'unit')::numeric`;

/**
 * Money of awards, kept with its basis, and the rule for several awards of one achievement. An award of before has it
 * where it can be told exactly: the law of its day is in the catalogue, and it is the only one of its nominee, type and
 * period. Gia đình văn hóa had money by Nghị định 91/2017, which the catalogue did not tell.
 */
export class Amounts1700000095000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const force = (word: string) =>
      readTables.map((table) => `alter table ${table} ${word} row level security;`).join('');
    await queryRunner.query(`
      create table catalogue.several_awards (
        rule_set catalogue.code not null,
        pays text not null,
        source text not null,
        verified boolean not null,
        constraint several_awards_pkey primary key (rule_set),
        constraint several_awards_rule_set_fkey foreign key (rule_set) references catalogue.rule_set,
        constraint several_awards_pays check (pays in ('HIGHEST_OF_CATEGORY', 'HIGHEST', 'EACH'))
      );
      grant select on catalogue.several_awards to thidua_runtime;

      alter table award
        add raw figure,
        add payable figure,
        add amount_basis jsonb,
        add amount_reason text,
        add paying_award_id uuid;
      ${force('no force')}
      update award a set amount_basis = jsonb_build_object(
          'coefficient', f.coefficient::text, 'factor', coalesce((
            select n.factor::text from catalogue.nominee_factor n
            where n.rule_set = f.rule_set and n.form = f.code and u.kind = any (n.nominees)
            order by n.ordinal limit 1), '1'),
          'baseSalary', s.amount::text, 'rounding', p.method, 'unit', p.unit)
        from unit u, catalogue.award_form f
          join catalogue.rule_set r on r.code = f.rule_set
          join catalogue.rounding_policy p on p.rule_set = r.code
          cross join catalogue.base_salary s
        where a.decision_id is not null and f.coefficient is not null
          and u.commune_id = a.commune_id and u.id = a.unit_id and f.code = a.form_code
          and a.granted_on::date between r.valid_from and coalesce(r.valid_to, 'infinity')
          and a.granted_on::date between s.valid_from and coalesce(s.valid_to, 'infinity')
          and not exists (
            select from award o
            where o.commune_id = a.commune_id and o.unit_id = a.unit_id and o.id <> a.id
              and o.decision_id is not null and o.type = a.type and o.period = a.period);
    `);
    await queryRunner.query(`
      update award a set
        raw = round(${exact}),
        payable = case a.amount_basis ->> 'rounding'
          when 'NONE' then round(${exact})
          when 'NEAREST' then round(${exact} / ${unit}) * ${unit}
          else ceil(${exact} / ${unit}) * ${unit} end,
        amount_reason = case
          when a.amount_basis is not null then null
          when a.decision_id is null then 'GIVEN_ELSEWHERE'
          when exists (
            select from catalogue.award_form f join catalogue.rule_set r on r.code = f.rule_set
            where f.code = a.form_code and f.coefficient is null and f.rule_set <> 'tdkt-2003'
              and a.granted_on::date between r.valid_from and coalesce(r.valid_to, 'infinity')) then 'NO_MONEY'
          else 'NOT_COMPUTED' end;
      ${force('force')}
      alter table award
        add constraint award_amount check (
          num_nulls(raw, payable, amount_basis) = case
            when coalesce(amount_reason, 'HIGHER_PAYS') = 'HIGHER_PAYS' then 0 else 3 end),
        add constraint award_whole check (raw >= 0 and payable >= 0 and trunc(raw) = raw and trunc(payable) = payable),
        add constraint award_amount_reason check (
          amount_reason in ('HIGHER_PAYS', 'NO_MONEY', 'GIVEN_ELSEWHERE', 'NOT_COMPUTED')),
        add constraint award_paying check (
          (coalesce(amount_reason, '') = 'HIGHER_PAYS') = (paying_award_id is not null)),
        add constraint award_paying_fkey foreign key (commune_id, paying_award_id) references award (commune_id, id)
          deferrable initially deferred;
      create index award_paying on award (commune_id, paying_award_id) where paying_award_id is not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table award
        drop raw, drop payable, drop amount_basis, drop amount_reason, drop paying_award_id;
      drop table catalogue.several_awards;
    `);
  }
}
