import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key bound to the successor of a closed unit reads nothing of units that have moved on to another successor. */
export class UnitsThatMovedOn1700000045000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(changed(inAnyTerm, ofPredecessorsInLast));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(changed(ofPredecessorsInLast, inAnyTerm));
  }
}

/** Units at or below any of the paths in any term. */
const inAnyTerm = `
              select from unnest(o.paths) own (path) where b.path = own.path or starts_with(b.path, own.path || '/'))))`;

/** The same; at or below the paths of predecessors, those after the first, in the last term that has begun alone. */
const ofPredecessorsInLast = `
              select from unnest(o.paths) with ordinality own (path, place)
              where (b.path = own.path or starts_with(b.path, own.path || '/')) and (own.place = 1 or not exists (
                select from unit_term l
                where l.commune_id = b.commune_id and l.unit_id = b.unit_id and l.valid_from > b.valid_from and l.valid_from <= p_on)))))`;

/** Changes one passage of the function `credential`, whose whole text is in `functions/credential.sql`. */
const changed = (before: string, after: string) => `
  do $change$
  declare
    whole text := pg_get_functiondef('credential(bytea, date, timestamptz)'::regprocedure);
  begin
    if position($passage$${before}$passage$ in whole) = 0 then raise exception 'credential is not as it was'; end if;
    execute replace(whole, $passage$${before}$passage$, $passage$${after}$passage$);
  end $change$;`;
