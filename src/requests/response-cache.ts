import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AccessService } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { permissions, type Operation } from '../access/permissions.js';
import { Database } from '../database/database.js';
import { AccessesService } from './accesses.service.js';
import { limits } from '../limits/limits.js';
import { noteAgain, notesOf, type Shown } from '../api/disclosures.js';

/** How much is remembered, in bytes; 0: nothing. */
export const REMEMBERED = Symbol('thidua:remembered');

/** An answer in the form it leaves in, and how long that is. */
export interface Formed {
  length: number;
  /** It holds a refusal: the next time it is asked for anew. */
  refused?: boolean;
}

interface Kept<T extends Formed> {
  formed: T;
  shown: Shown | undefined;
}

/** In bytes: a character of text takes two where it is Vietnamese, whoever was shown is an id with its place. */
function sizeOf(kept: Kept<Formed> | 'asked', key: string): number {
  if (kept === 'asked') return 2 * key.length + 100;
  const shown = [...(kept.shown?.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
  return 2 * (key.length + kept.formed.length) + 100 * (1 + shown);
}

/** What these tell changes without a line in any journal: when a key was used, who was shown what. */
export const unjournaled: ReadonlySet<string> = new Set<Operation>(['keys', 'accesses', 'exportPersonal']);

/**
 * Answers to reads, remembered for as long as nothing they rest on has changed, and not a moment longer. Every change is
 * in a journal, and the head of a journal is the hash of all of it: so the heads of the communes in reach and of the registry,
 * which come with the caller's credential on every request, tell whether an answer still stands. The other half of its key is
 * who asks, with all rights, on which day. Who was shown whose personal values is written down each time.
 */
@Injectable()
export class Remembered {
  private readonly answers?: LRUCache<string, Kept<Formed> | 'asked'>;

  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly accesses: AccessesService,
    @Inject(REMEMBERED) bytes: number,
  ) {
    if (bytes > 0)
      this.answers = new LRUCache({
        maxSize: bytes,
        sizeCalculation: sizeOf,
        ttl: limits.remembered,
        ttlAutopurge: true,
      });
  }

  /** Whether what these operations answer is remembered: then the caller is to come with heads. */
  of(operations: readonly string[]): boolean {
    return (
      this.answers !== undefined &&
      operations.every((each) => permissions[each as Operation]?.access === 'read' && !unjournaled.has(each))
    );
  }

  /** The answer to a question, `form`ed anew in a snapshot of its own unless it is remembered. It is when it was asked twice, by a caller with heads. */
  async answer<T extends Formed>(actor: Actor, question: string, form: () => Promise<T>): Promise<T> {
    const { at: _, requestId: __, ...caller } = actor;
    const { heads } = caller;
    if (!this.answers || heads === undefined) return this.anew(actor, form);
    const key = JSON.stringify([question, caller]);
    const known = this.answers.get(key);
    if (known !== undefined && known !== 'asked') {
      noteAgain(actor, known.shown);
      await this.accesses.keep(actor);
      return known.formed as T;
    }
    let stands = false;
    const formed = await this.anew(actor, async () => {
      const told = await form();
      // In the snapshot it was read from: a commit in between is in neither or in both.
      stands = known === 'asked' && !told.refused && (await this.access.heads(actor)) === heads;
      if (stands) this.answers?.set(key, { formed: told, shown: notesOf(actor) });
      return told;
    });
    if (!stands) this.answers.set(key, 'asked');
    return formed;
  }

  private async anew<T>(actor: Actor, form: () => Promise<T>): Promise<T> {
    const formed = await this.database.scope(actor, form);
    await this.accesses.keep(actor);
    return formed;
  }
}
