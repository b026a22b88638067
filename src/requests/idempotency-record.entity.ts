import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CommuneId } from '../api/stored.js';

/** What an act answered, kept in its own transaction under the key it came with. */
@Entity('kept_answer')
export class IdempotencyRecord {
  @CommuneId() communeId: number;

  /** Somebody of commune 0, of a superior, acts here, too. */
  @PrimaryColumn('uuid') actorId: string;

  @PrimaryColumn('text') key: string;

  /** SHA-256 over operation, path and body: the same on both doors. Empty once values of the answer were erased: a short text could be guessed from it. */
  @Column('bytea') fingerprint: Buffer;

  @Column('jsonb') answer: object;
  @Column('timestamptz') keptAt: Date;
}
