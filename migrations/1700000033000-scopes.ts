import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scope of an entry and of a result, the commune's figure or the unit's own; the change printed beside a level. */
export class Scopes1700000033000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['entry', 'result']) await queryRunner.query(scopeOf(table));
    await queryRunner.query('alter table indicator add printed_change jsonb;');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table indicator drop printed_change;
      alter table result drop scope;
      alter table entry drop scope;
    `);
  }
}

/** Adds the scope. Until now the unit that answers for an indicator could only speak for the commune. */
const scopeOf = (table: string) => {
  const unit =
    table === 'entry'
      ? `(select s.unit_id from submission s where s.commune_id = t.commune_id and s.id = t.submission_id)`
      : 't.unit_id';
  return `
    alter table ${table} add scope text, no force row level security;
    alter table indicator no force row level security;
    alter table submission no force row level security;
    update ${table} t set scope = case when i.responsible_unit_id = ${unit} then 'COMMUNE' else 'OWN' end
      from indicator i where i.commune_id = t.commune_id and i.id = t.indicator_id;
    alter table submission force row level security;
    alter table indicator force row level security;
    alter table ${table}
      force row level security,
      alter scope set not null,
      add constraint ${table}_scope check (scope in ('COMMUNE', 'OWN'));`;
};
