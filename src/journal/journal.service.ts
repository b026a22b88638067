import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { audiences, type Audience } from '../access/roles.js';
import type { Class } from '../api/shapes.js';
import { journalData } from '../api/shown.js';
import { Database } from '../database/database.js';
import { commitment, leafHash, type Commitment, type Leaf } from './chain.rules.js';
import { ChainLink, ChangeLine, ChangeValue } from './change.entity.js';

/** Record after an act. */
export interface Recorded {
  id: string | number;
  version: number;
}

export interface JournalEntry<T extends Recorded> {
  caller: Caller;
  commune: number;
  /** Past tense: `indicator.amended`. The part before the dot names the record's type. */
  kind: `${string}.${string}`;
  /** Class whose public members become `data`. */
  view: new () => T;
  record: T;
  /** Audience before the change (null: none) and after it (null: none). */
  seen: { before: Audience | null; after: Audience | null };
  reason?: string;
}

interface DraftedChange {
  line: Omit<ChangeLine, 'position' | 'item'>;
  values: Omit<ChangeValue, 'position' | 'item'>[];
}

const wider = (a: Audience | null, b: Audience | null) =>
  audiences.indexOf(a ?? 'INSIDE') > audiences.indexOf(b ?? 'INSIDE');

/** Journal (nhật ký): audit, feed and outbox. Every change of a record is recorded in the write that makes it. */
@Injectable()
export class JournalService {
  constructor(private readonly database: Database) {}

  /** Collects a change. The changes of a write become one position in its last statements before COMMIT. */
  record<T extends Recorded>(entry: JournalEntry<T>): void {
    const collected = this.database.once('journal', () => {
      const changes: DraftedChange[] = [];
      this.database.beforeCommit(() => this.append(entry.commune, changes));
      return changes;
    });
    const { before, after } = entry.seen;
    // A reader who leaves the audience gets REMOVED; the readers who stay get UPSERT.
    if (before !== null && (after === null || wider(before, after))) collected.push(draft(entry, 'REMOVED'));
    if (after !== null) collected.push(draft(entry, 'UPSERT'));
  }

  private async append(commune: number, changes: readonly DraftedChange[]): Promise<void> {
    const leaves = Buffer.concat(changes.map(({ line }) => line.leaf));
    const head = await this.database.row<{ position: number; hash: Buffer }>(
      'journal.append',
      `update commune_head
       set position = position + 1, hash = sha256('\\x01'::bytea || hash || int8send(position + 1) || $2::bytea)
       where commune_id = $1
       returning position, hash`,
      [commune, leaves],
    );
    if (!head) throw new Error(`Commune ${commune} has no journal.`);
    const { position, hash } = head;
    const seen = changes
      .flatMap(({ line }) => [line.seenBefore, line.seenAfter])
      .reduce<Audience>((widest, each) => (each && wider(each, widest) ? each : widest), 'INSIDE');
    await this.database.manager.insert(ChainLink, { communeId: commune, position, hash, seen });
    await this.database.insert(
      ChangeLine,
      changes.map(({ line }, index) => ({ ...line, position, item: index + 1 })),
    );
    await this.database.insert(
      ChangeValue,
      changes.flatMap(({ values }, index) => values.map((value) => ({ ...value, position, item: index + 1 }))),
    );
  }
}

function draft<T extends Recorded>(
  { caller, commune, kind, view, record, seen, reason }: JournalEntry<T>,
  op: Leaf['op'],
): DraftedChange {
  const values: DraftedChange['values'] = [];
  const hide = (pointer: string, value: unknown): Commitment => {
    const salt = randomBytes(16);
    values.push({ communeId: commune, pointer, salt, value });
    return commitment(salt, value);
  };
  const leaf: Leaf = {
    op,
    kind,
    type: kind.slice(0, kind.indexOf('.')),
    id: String(record.id),
    version: record.version,
    on: caller.on,
    at: caller.at.toISOString(),
    actor: hide('/actor', actorOf(caller)),
    ...(reason !== undefined && { reason: hide('/reason', reason) }),
    ...(op === 'UPSERT' && { data: journalData(view as Class, record, hide, '/data') }),
  };
  return {
    line: {
      communeId: commune,
      op,
      kind,
      type: leaf.type,
      recordId: leaf.id,
      version: leaf.version,
      seenBefore: seen.before,
      seenAfter: seen.after,
      onDate: leaf.on,
      at: caller.at,
      actor: leaf.actor['#'],
      reason: leaf.reason?.['#'] ?? null,
      data: leaf.data ?? null,
      leaf: leafHash(leaf),
    },
    values,
  };
}

/** Actor of a change: the caller's key, with the unit acted for and the document referred to. */
function actorOf({ key, onBehalfOf, legalReference }: Caller): string | object {
  return onBehalfOf === undefined && legalReference === undefined
    ? key
    : { key, ...(onBehalfOf !== undefined && { onBehalfOf }), ...(legalReference !== undefined && { legalReference }) };
}
