import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

@Injectable()
export class AccessesQueries {
  constructor(private readonly database: Database) {}

  /** Persons and households among data subjects: units by id, and units whose reports a file proves. */
  async persons(commune: number, ids: readonly string[]): Promise<{ id: string; via: string }[]> {
    return this.database.rows(
      'accesses.persons',
      `select u.id, u.id as via from unit u
       where u.commune_id = $1 and u.id = any ($2) and u.kind in ('HOUSEHOLD', 'INDIVIDUAL')
       union
       select u.id, v.file_id from evidence v
       join submission s on s.commune_id = v.commune_id and s.id = v.submission_id
       join unit u on u.commune_id = v.commune_id and u.id = s.unit_id and u.kind in ('HOUSEHOLD', 'INDIVIDUAL')
       where v.commune_id = $1 and v.file_id = any ($2)`,
      [commune, ids],
    );
  }
}
