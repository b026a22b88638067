import type { MigrationInterface, QueryRunner } from 'typeorm';
import { superiorsWrite, superiorsWriteNoMore } from './secure.js';

/** Tables that every act writes, with what an act of a superior does to each. */
const ofEveryAct = {
  commune_head: ['update'],
  chain: ['insert'],
  change: ['insert'],
  change_value: ['insert'],
  kept_answer: ['insert', 'update', 'delete'],
  personal_access: ['insert', 'update', 'delete'],
} as const;

/** Superiors act in the communes they supervise: the journal, kept answers and disclosures take their lines. */
export class SuperiorsWrite1700000096000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, acts] of Object.entries(ofEveryAct)) await queryRunner.query(superiorsWrite(table, ...acts));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, acts] of Object.entries(ofEveryAct))
      await queryRunner.query(superiorsWriteNoMore(table, ...acts));
  }
}
