import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VerificationError, type Change, type Head } from './chain.js';
import { request, type Server } from './client.js';
import { append, applyPositions, commitFolder, sizeOf } from './folder.js';
import { demandHash } from './history.js';
import { emptyCheckpoint, linesOf, verifiedPositions, type Checkpoint } from './positions.js';
import { headerOf, linkOfProof, proofPages, sightBehind, type ProofItem } from './proof.js';

/** Page of a snapshot. */
interface Snapshot extends Head {
  items: Change[];
  next: string | null;
  cursor: string;
}

/** Kinds of the changes of units: each shows one term of a unit, so that the last one is not enough. */
const kindsOfUnits = ['added', 'amended', 'moved', 'corrected', 'closed', 'published', 'erased'].map(
  (word) => `kinds=unit.${word}`,
);

/** Lines that are appended at once. */
const atOnce = 1_000;

/**
 * Begins a folder with a snapshot, beside a kept one whose chain goes on: the log has the last change of each record,
 * and all changes of units, in the order of positions; the chain is the kept one, and its proof from there on. Throws
 * `OtherHistory`; a `ServerRefusal` of a server that has no snapshots.
 */
export async function beginWithSnapshot(
  server: Server,
  folder: string,
  { commune, kept, on }: { commune: string; kept: { folder: string; checkpoint: Checkpoint }; on: string },
): Promise<Checkpoint> {
  const { head, cursor, changes } = await readSnapshot(server, commune);
  const path = `/v1/communes/${encodeURIComponent(commune)}/changes`;
  const sight = await sightBehind(server, path, head);
  const log = inOrder([...changes, ...(await changesOfUnits(server, path, head))]);
  const places = new Set(log.map(placeOf));
  await rm(folder, { recursive: true, force: true });
  for (let from = 0; from < log.length || from === 0; from += atOnce)
    await append(folder, 'log.ndjson', log.slice(from, from + atOnce));
  if (head.position <= kept.checkpoint.head.position) await demandHash(kept.folder, head);
  await copyChain(kept, folder, { head, places });
  for await (const { positions } of proofPages(server, path, { last: kept.checkpoint.head, head }))
    await append(
      folder,
      'chain.ndjson',
      positions.map((each) => linkOfProof(each, ({ item }) => places.has(placeOf({ position: each.position, item })))),
    );
  const now: Checkpoint = {
    cursor,
    head,
    from: head,
    sight,
    logBytes: await sizeOf(folder, 'log.ndjson'),
    chainBytes: await sizeOf(folder, 'chain.ndjson'),
  };
  const { state, form } = await applyPositions(
    folder,
    emptyCheckpoint,
    verifiedPositions(folder, emptyCheckpoint, now),
  );
  const checkpoint = { ...now, ...(form && { form }) };
  await commitFolder(folder, { checkpoint, on }, state);
  return checkpoint;
}

async function readSnapshot(server: Server, commune: string) {
  const changes: Change[] = [];
  for (let after = ''; ;) {
    const address = `/v1/communes/${encodeURIComponent(commune)}/snapshot?first=5000${after}`;
    const { body } = await request<Snapshot>(server, address);
    if (!body || !Array.isArray(body.items) || typeof body.cursor !== 'string')
      throw new VerificationError('the snapshot does not have the form of the contract');
    changes.push(...body.items);
    const { position, hash, cursor, next } = body;
    if (next === null) return { head: { position, hash }, cursor, changes };
    after = `&after=${encodeURIComponent(next)}`;
  }
}

/** Changes of units up to a head. */
async function changesOfUnits(server: Server, path: string, head: Head): Promise<Change[]> {
  const changes: Change[] = [];
  for (let cursor = ''; ;) {
    const address = `${path}?first=5000&${kindsOfUnits.join('&')}${cursor}`;
    const { body } = await request<{ items: Change[]; cursor: string; more: boolean }>(server, address);
    if (!body || !Array.isArray(body.items))
      throw new VerificationError('the feed does not have the form of the contract');
    changes.push(...body.items.filter(({ position }) => position <= head.position));
    if (!body.more || changes.length < body.items.length) return changes;
    cursor = `&cursor=${encodeURIComponent(body.cursor)}`;
  }
}

const placeOf = ({ position, item }: Pick<Change, 'position' | 'item'>) => `${position} ${item}`;

/** Changes by position and item, each once. */
function inOrder(changes: readonly Change[]): Change[] {
  const places = new Map(changes.map((each) => [placeOf(each), each]));
  return [...places.values()].sort((a, b) => a.position - b.position || a.item - b.item);
}

/** Copies the kept chain up to a head, with the headers of all changes that the new log does not have. */
async function copyChain(
  { folder: from, checkpoint }: { folder: string; checkpoint: Checkpoint },
  folder: string,
  { head, places }: { head: Head; places: ReadonlySet<string> },
): Promise<void> {
  const chain = linesOf(join(from, 'chain.ndjson'), 0, checkpoint.chainBytes);
  const lines: object[] = [];
  for await (const { position, changes } of verifiedPositions(from, emptyCheckpoint, checkpoint)) {
    const { value } = await chain.next();
    if (position > head.position) break;
    const { hidden = [], hash, leaves } = JSON.parse(String(value)) as ReturnType<typeof linkOfProof>;
    const told: ProofItem[] = [...changes, ...hidden.map((each) => ({ ...each, leaf: '' }))];
    const headers = told
      .filter(({ item }) => !places.has(placeOf({ position, item })))
      .flatMap((each) => headerOf(each))
      .sort((a, b) => a.item - b.item);
    lines.push({ position, hash, leaves, ...(headers.length > 0 && { hidden: headers }) });
    if (lines.length >= atOnce) await append(folder, 'chain.ndjson', lines.splice(0));
  }
  await append(folder, 'chain.ndjson', lines);
}
