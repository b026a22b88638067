import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CommuneId } from '../api/stored.js';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';

/** Line of the journal (nhật ký), never changed. Personal values in `data`, `actor`, `reason` are commitments. */
@Entity('change')
export class ChangeLine {
  @CommuneId() communeId: number;
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('int') item: number;
  @Column('text') op: 'UPSERT' | 'REMOVED';
  @Column('text') kind: string;
  @Column('text') type: string;
  @Column('text') recordId: string;
  @Column('int') version: number;
  @AudienceColumn({ nullable: true }) seenBefore: Audience | null;
  @AudienceColumn({ nullable: true }) seenAfter: Audience | null;
  @Column('text') onDate: string;
  @Column('timestamptz') at: Date;
  @Column('text') actor: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) data: object | null;
  /** Form of the leaf: 1 before audiences were part of it, 2 since. */
  @Column('int') form: 1 | 2;
  /** Hash of the content, in form 2. */
  @Column('bytea', { nullable: true }) content: Buffer | null;
  @Column('bytea') leaf: Buffer;
}

/** The value behind a commitment of the journal, until it is erased. */
@Entity('change_value')
export class ChangeValue {
  @CommuneId() communeId: number;
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('int') item: number;

  /** JSON pointer into the item: `/actor`, `/data/signer/name`. */
  @PrimaryColumn('text') pointer: string;

  @Column('bytea') salt: Buffer;
  @Column('jsonb') value: unknown;
}

/** The hash of one position, and the widest audience that sees an item of it. */
@Entity('chain')
export class ChainLink {
  @CommuneId() communeId: number;
  @PrimaryColumn('bigint') position: number;
  @Column('bytea') hash: Buffer;
  @AudienceColumn() seen: Audience;
}

/** The newest position of a commune's chain. Its row lock orders the commits of one commune. */
@Entity('commune_head')
export class CommuneHead {
  @CommuneId() communeId: number;
  @Column('bigint') position: number;
  @Column('bytea') hash: Buffer;
  /** Latest time of a line, null before the first: no later line has an earlier one. */
  @Column('timestamptz', { nullable: true }) at: Date | null;
}
