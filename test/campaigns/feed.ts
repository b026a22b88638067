import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ChangesService } from '../../src/journal/changes.service.js';
import { contentHash, leafHash, linkHash, zeroHash, type Content, type Header } from '../../src/journal/chain.rules.js';
import { Database } from '../../src/database/database.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import type { TestApp } from '../app.js';

export interface Campaign {
  communes: readonly string[];
  /** Per commune. */
  writers: number;
  writes: number;
}

/** How the two feeds compared here are written and read. A page is the ids after a cursor, and the next cursor. */
interface Feed {
  write(commune: string): Promise<string>;
  read(commune: string, cursor: string | undefined): Promise<{ ids: string[]; cursor: string }>;
}

class Regret extends Error {}

/** Concurrent writers with random pauses, one in five changing its mind at the end, while a reader follows by cursor. */
async function run(database: Database, test: TestApp, { communes, writers, writes }: Campaign, feed: Feed) {
  const caller = await test.operator();
  const committed = new Map<string, string[]>(communes.map((commune) => [commune, []]));
  const read = new Map<string, string[]>(communes.map((commune) => [commune, []]));
  let writing = true;

  const pause = () => delay(Math.random() * 6);
  const write = async (commune: string) => {
    for (let left = writes / writers; left > 0; left--) {
      try {
        const id = await database.write(caller, caller.reachIn(commune).communeId, async () => {
          await pause();
          const written = await feed.write(commune);
          await pause();
          if (Math.random() < 0.2) throw new Regret();
          return written;
        });
        committed.get(commune)!.push(id);
      } catch (error) {
        if (!(error instanceof Regret)) throw error;
      }
    }
  };
  const follow = async (commune: string) => {
    let cursor: string | undefined;
    for (let last = false; ; last = !writing) {
      const page = await feed.read(commune, cursor);
      cursor = page.cursor;
      read.get(commune)!.push(...page.ids);
      if (last && page.ids.length === 0) return;
    }
  };
  const following = communes.map(follow);
  await Promise.all(communes.flatMap((commune) => Array.from({ length: writers }, () => write(commune)))).finally(
    () => (writing = false),
  );
  await Promise.all(following);
  return communes.map((commune) => {
    const [ids, got] = [committed.get(commune)!, read.get(commune)!];
    return {
      committed: ids.length,
      lost: ids.filter((id) => !got.includes(id)).length,
      twice: got.length - new Set(got).size,
      strange: got.filter((id) => !ids.includes(id)).length,
    };
  });
}

/** The journal's feed, through ChangesService. */
export async function pullTheFeed(test: TestApp, campaign: Campaign) {
  const [changes, documents] = [test.app.get(ChangesService), test.app.get(DocumentActsService)];
  const caller = await test.operator();
  const title = randomUUID();
  return run(test.app.get(Database), test, campaign, {
    write: async (commune) =>
      (await documents.recordDocument(caller, commune, { type: 'BC', year: 2024, issuer: 'UBND xã', title })).id,
    async read(commune, cursor) {
      const page = await changes.changes(caller, commune, { cursor, first: 20, kinds: ['document.recorded'] });
      const ids = [...page.items]
        .filter(({ data }) => (data as { title: string }).title === title)
        .map(({ recordId }) => recordId!);
      return { ids, cursor: page.cursor };
    },
  });
}

/** The same writers and reader on a plain table, whose cursor is a sequence. */
export async function pullASequence(test: TestApp, campaign: Campaign) {
  const database = test.app.get(Database);
  await test.admin.query(`
    create table plain (seq bigserial primary key, commune text not null, id uuid not null default gen_random_uuid());
    grant select, insert on plain to thidua_runtime; grant usage on plain_seq_seq to thidua_runtime`);
  return run(database, test, campaign, {
    write: async (commune) =>
      (await database.row<{ id: string }>('plain.write', 'insert into plain (commune) values ($1) returning id', [
        commune,
      ]))!.id,
    async read(commune, cursor = '0') {
      const caller = await test.operator();
      const rows = await database.read(caller, () =>
        database.rows<{ seq: number; id: string }>(
          'plain.read',
          'select seq, id from plain where commune = $1 and seq > $2 order by seq limit 1000',
          [commune, cursor],
        ),
      );
      return { ids: rows.map(({ id }) => id), cursor: String(rows.at(-1)?.seq ?? cursor) };
    },
  });
}

/** Computes a commune's chain again, from the leaves of the proof and the lines of the feed. Gives what does not agree. */
export async function disagreements(test: TestApp, commune: string): Promise<string[]> {
  const changes = test.app.get(ChangesService);
  const caller = await test.operator();
  const found: string[] = [];
  let hash: Buffer = zeroHash;
  let position = 0;
  let more = true;
  while (more) {
    const proof = await changes.proof(caller, commune, { from: position + 1 });
    for (const link of proof.positions) {
      if (link.position !== position + 1) found.push(`${link.position} follows ${position}`);
      position = link.position;
      for (const { op, seen, kind, type, recordId, version, on, at, actor: who, reason, data, leaf } of link.items) {
        const content = {
          kind,
          type,
          recordId,
          version,
          on,
          at,
          actor: who,
          ...(reason && { reason }),
          ...(data && { data }),
        } as Content;
        if (leafHash({ op, seen } as Header, contentHash(content)).toString('hex') !== leaf)
          found.push(`leaf of ${position}`);
      }
      hash = linkHash(
        hash,
        position,
        link.items.map(({ leaf }) => Buffer.from(leaf, 'hex')),
      );
      if (hash.toString('hex') !== link.hash) found.push(`hash of ${position}`);
    }
    more = proof.more;
    if (!more && proof.head.position !== position) found.push(`head ${proof.head.position}, last position ${position}`);
  }
  return found;
}
