import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CommuneId } from '../api/stored.js';

/** The answer of an act, stored in its own transaction under its Idempotency-Key. */
@Entity('kept_answer')
export class IdempotencyRecord {
  @CommuneId() communeId: number;

  /** An actor of a superior (commune 0) may act here, too. */
  @PrimaryColumn('uuid') actorId: string;

  @PrimaryColumn('text') key: string;

  /** SHA-256 over operation, path and body. Empty after an erasure: a short text could be guessed from it. */
  @Column('bytea') fingerprint: Buffer;

  /** SHA-256 over operation and path, which hold codes and ids alone. Empty in rows older than this column. */
  @Column('bytea') act: Buffer;

  @Column('jsonb') answer: object;
  @Column('timestamptz') keptAt: Date;
}
