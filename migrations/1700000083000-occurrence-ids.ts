import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';

const columns = ['self', 'verified', 'final'];

/** The id of an occurrence, which all columns of a sheet share, is no member `id`. */
export class OccurrenceIds1700000083000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return renamed(queryRunner, 'id', 'occurrenceId');
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return renamed(queryRunner, 'occurrenceId', 'id');
  }
}

async function renamed(queryRunner: QueryRunner, from: string, to: string): Promise<void> {
  const each = (column: string) => `
    ${column} = jsonb_set(${column}, '{occurrences}', (
      select coalesce(jsonb_agg(o - '${from}' || jsonb_build_object('${to}', o -> '${from}') order by place), '[]')
      from jsonb_array_elements(${column} -> 'occurrences') with ordinality as all_of (o, place)))`;
  await asOwner(
    queryRunner,
    { table: 'score_sheet', mayBeNone: true },
    `update score_sheet set ${columns.map(each).join(', ')}`,
  );
}
