import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';

/** Signs and letters of other alphabets, in the order of what they are searched as. */
const signs = 'ðɖ‘’‛ʻʼʽ´`′＇‐‑‒–—−авсенікјморѕтху';
const letters = `dd${"''".repeat(10)}${'-'.repeat(6)}abcehikjmopstxy`;
const unseen = '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]';
const again = `translate(regexp_replace(folded, '${unseen}', '', 'g'), '${signs}', '${letters}')`;

/** Names and titles are searched by letters that look like those that were typed, and not by what shows nothing. */
export class FoldedLetters1700000080000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['unit_term', 'indicator', 'document'])
      await asOwner(
        queryRunner,
        { table, mayBeNone: true },
        `update ${table} set folded = ${again} where folded is distinct from ${again}`,
      );
  }

  /** The program before finds what was folded so, too. */
  async down(): Promise<void> {
    // Nothing to take back.
  }
}
