import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { isWider, type Audience } from '../access/roles.js';
import { expected } from '../api/found.js';
import type { Kind } from '../api/kinds.js';
import type { Class } from '../api/shape.js';
import { journalData } from '../api/shown.js';
import { Database } from '../database/database.js';
import { eachInTurn } from '../database/in-turn.js';
import { commitment, contentHash, leafHash, type Commitment, type Content, type Header } from './chain.rules.js';
import { ChangeLine, ChangeValue } from './change.entity.js';
import type { Head } from './change.view.js';

/** Record after an act. */
export interface JournaledRecord {
  id: string | number;
  version: number;
}

export interface JournalEntry<T extends JournaledRecord> {
  caller: Caller;
  communeId: number;
  /** Past tense: `indicator.amended`. The part before the dot names the record's type. */
  kind: Kind;
  /** Class whose public members become `data`. */
  entity: new () => T;
  record: T;
  /** Audience before the change (null: none) and after it (null: none). */
  seen: { before: Audience | null; after: Audience | null };
  reason?: string;
}

interface DraftedChange {
  header: Header;
  content: Omit<Content, 'at'>;
  values: Omit<ChangeValue, 'position' | 'item'>[];
}

/** Journal (nhật ký): audit, feed and outbox. Every change of a record is recorded in the write that makes it. */
@Injectable()
export class JournalService {
  constructor(private readonly database: Database) {}

  /** Collects a change. The changes of a write become one position in its last statements before COMMIT. */
  record<T extends JournaledRecord>(entry: JournalEntry<T>): void {
    const collected = this.database.once('journal', () => {
      const changes: DraftedChange[] = [];
      this.database.beforeCommit(() => this.append(entry.communeId, changes));
      return changes;
    });
    const { before, after } = entry.seen;
    // A reader who leaves the audience gets REMOVED; the readers who stay get UPSERT.
    const confirmed = [...this.confirmed()].sort();
    if (before !== null && (after === null || isWider(before, after)))
      collected.push(draft(entry, 'REMOVED', confirmed));
    if (after !== null) collected.push(draft(entry, 'UPSERT', confirmed));
  }

  /** Adds codes by which figures are meant (`confirm`) to the actor of each change that this write records later. */
  addConfirmed(codes: readonly string[]): void {
    const confirmed = this.confirmed();
    for (const code of codes) confirmed.add(code);
  }

  private confirmed(): Set<string> {
    return this.database.once('confirmed', () => new Set<string>());
  }

  /**
   * The head of a commune as it stands, held until this write ends: the next position is that of the write itself. Part
   * of an act that keeps the head.
   */
  async holdHead(communeId: number): Promise<Head> {
    const head = await this.database.row<Head>(
      'journal.holdHead',
      `select position, encode(hash, 'hex') as hash from commune_head where commune_id = $1 for update`,
      [communeId],
    );
    return expected(head, `Commune ${communeId} has no journal.`);
  }

  /** The lock on the head comes first: the lines of a commune have their times in the order of their positions. */
  private async append(communeId: number, changes: readonly DraftedChange[]): Promise<void> {
    const head = await this.database.row<{ at: Date }>(
      'journal.hold',
      `select greatest(at, date_trunc('milliseconds', clock_timestamp())) as at from commune_head
       where commune_id = $1 for update`,
      [communeId],
    );
    if (!head) throw new Error(`Commune ${communeId} has no journal.`);
    const lines: ReturnType<typeof lineOf>[] = [];
    await eachInTurn(changes, (some) => void lines.push(...some.map((change) => lineOf(communeId, change, head.at))));
    const seen = lines
      .flatMap(({ seenBefore, seenAfter }) => [seenBefore, seenAfter])
      .reduce<Audience>((widest, each) => (each && isWider(each, widest) ? each : widest), 'INSIDE');
    const link = await this.database.row<{ position: number }>(
      'journal.append',
      `with head as (
         update commune_head
         set position = position + 1, at = $3,
           hash = sha256('\\x01'::bytea || hash || int8send(position + 1) || $2::bytea)
         where commune_id = $1
         returning position, hash)
       insert into chain (commune_id, position, hash, seen) select $1, position, hash, $4::audience from head
       returning position`,
      [communeId, Buffer.concat(lines.map(({ leaf }) => leaf)), head.at, seen],
    );
    const { position } = expected(link, `The head of commune ${communeId} was held and is not there.`);
    await this.database.insert(
      ChangeLine,
      lines.map((line, index) => ({ ...line, position, item: index + 1 })),
    );
    await this.database.insert(
      ChangeValue,
      changes.flatMap(({ values }, index) => values.map((value) => ({ ...value, position, item: index + 1 }))),
    );
  }
}

const saltLength = 16;
let salts = Buffer.alloc(0);

/** A salt of its own for each value, cut from many that were drawn at once. */
function saltOf(): Buffer {
  if (salts.length === 0) salts = randomBytes(256 * saltLength);
  const salt = salts.subarray(0, saltLength);
  salts = salts.subarray(saltLength);
  return salt;
}

function draft<T extends JournaledRecord>(
  { caller, communeId, kind, entity, record, seen, reason }: JournalEntry<T>,
  op: Header['op'],
  confirmed: readonly string[],
): DraftedChange {
  const values: DraftedChange['values'] = [];
  const hide = (pointer: string, value: unknown): Commitment => {
    const salt = saltOf();
    values.push({ communeId, pointer, salt, value });
    return commitment(salt, value);
  };
  const content = {
    kind,
    type: kind.slice(0, kind.indexOf('.')),
    recordId: String(record.id),
    version: record.version,
    on: caller.on,
    actor: hide('/actor', actorOf(caller, confirmed)),
    ...(reason !== undefined && { reason: hide('/reason', reason) }),
    ...(op === 'UPSERT' && {
      data: journalData(entity as Class, record, (pointer, value) => hide(`/data${pointer}`, value)),
    }),
  };
  return { header: { op, seen }, content, values };
}

/** Line of the journal, but for its position and item. */
function lineOf(
  communeId: number,
  { header, content }: DraftedChange,
  at: Date,
): Omit<ChangeLine, 'position' | 'item'> {
  const { kind, type, recordId, version, on, actor, reason, data } = content;
  const hash = contentHash({ ...content, at: at.toISOString() });
  return {
    communeId,
    op: header.op,
    kind,
    type,
    recordId,
    version,
    seenBefore: header.seen.before,
    seenAfter: header.seen.after,
    onDate: on,
    at,
    actor: actor['#'],
    reason: reason?.['#'] ?? null,
    data: data ?? null,
    form: 2,
    content: hash,
    leaf: leafHash(header, hash),
  };
}

/**
 * Actor of a change: the caller, the key used, the unit acted for, the document referred to, and the codes of figures
 * that are meant.
 */
function actorOf({ actorKey: key, keyId, onBehalfOf, legalReference }: Caller, confirmed: readonly string[]): object {
  return {
    key,
    ...(keyId !== null && { keyId }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(legalReference !== undefined && { legalReference }),
    ...(confirmed.length > 0 && { confirmed }),
  };
}
