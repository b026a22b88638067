import { join } from 'node:path';
import { request, type Server } from './client.js';
import {
  audiences,
  contentOf,
  isSeen,
  VerificationError,
  type Change,
  type Head,
  type Hidden,
  type Link,
  type Sight,
} from './chain.js';
import { append } from './folder.js';
import { OtherHistory } from './history.js';
import { linesOf, type Checkpoint } from './positions.js';

/** Item of a proof; a hidden one has no `kind`. */
export type ProofItem = Pick<Change, 'item' | 'leaf'> & Partial<Change> & { kind?: string; content?: string };

export interface Proof extends Sight {
  previous: string;
  positions: (Head & { items: ProofItem[] })[];
}

/**
 * Reads the proof of the new positions; gives what the key sees. The feed must have every change that the proof shows,
 * and no other.
 */
export async function readProof(
  server: Server,
  folder: string,
  { path, checkpoint, head }: { path: string; checkpoint: Checkpoint; head: Head },
): Promise<Sight | undefined> {
  const log = linesOf(join(folder, 'log.ndjson'), checkpoint.logBytes);
  const nextOfFeed = async () => {
    const { value, done } = await log.next();
    return done ? undefined : (JSON.parse(value) as Change);
  };
  // The file exists even when there is no new position.
  await append(folder, 'chain.ndjson', []);
  let { sight } = checkpoint;
  for await (const { positions, ...said } of proofPages(server, path, { last: checkpoint.head, head })) {
    sight = sightOf(said, sight);
    for (const { position, items } of positions)
      for (const { item, leaf, kind } of items) {
        // A hidden item: it has no content for this key.
        if (kind === undefined) continue;
        const change = await nextOfFeed();
        if (change?.position !== position || change.item !== item || change.leaf !== leaf)
          throw new VerificationError(`the feed left out position ${position}, item ${item}`);
      }
    await append(
      folder,
      'chain.ndjson',
      positions.map((each) => linkOfProof(each)),
    );
  }
  if (await nextOfFeed()) throw new VerificationError('the feed holds a change that the proof does not show');
  return sight;
}

/** Pages of the proof after a kept head, up to another. Throws `OtherHistory` where it does not continue that one. */
export async function* proofPages(
  server: Server,
  path: string,
  { last, head }: { last: Head; head: Head },
): AsyncGenerator<Proof> {
  while (last.position < head.position) {
    const { body } = await request<Proof>(server, `${path}/proof?from=${last.position + 1}&to=${head.position}`);
    if (body?.previous !== last.hash)
      throw new OtherHistory(
        `it does not continue ours: at position ${last.position} the server's history has the hash ` +
          `${body?.previous}, and ours has ${last.hash}`,
      );
    if (
      !Array.isArray(body.positions) ||
      body.positions.length === 0 ||
      !body.positions.every(({ items }) => Array.isArray(items))
    )
      throw new VerificationError(`the proof does not go on after position ${last.position}`);
    for (const { position, items } of body.positions)
      for (const [index, { item }] of items.entries())
        if (item !== index + 1)
          throw new VerificationError(`the proof lacks item ${index + 1} of position ${position}`);
    yield body;
    last = body.positions.at(-1) ?? last;
  }
}

/** Sight of the key, as the server says behind a head. */
export async function sightBehind(server: Server, path: string, head: Head): Promise<Sight> {
  const { body } = await request<Proof>(server, `${path}/proof?from=${head.position + 1}`);
  const sight = body && sightOf(body, undefined);
  if (!sight) throw new VerificationError('the proof does not say what the key sees');
  return sight;
}

/** Sight of the key, as the server says: the same as before, or the cursor would have been refused. */
function sightOf({ sees, bound }: Sight, before: Sight | undefined): Sight | undefined {
  // A server of version 0.1.0 has only leaves of form 1, and says nothing.
  if (sees === undefined && before === undefined) return undefined;
  if (!audiences.includes(sees) || typeof bound !== 'boolean')
    throw new VerificationError('the proof does not say what the key sees');
  if (before && (before.sees !== sees || before.bound !== bound))
    throw new VerificationError(`the key saw ${before.sees} and sees ${sees} now, and the server accepted its cursor`);
  return { sees, bound };
}

/** Line of chain.ndjson; items for which `inLog` is false, and which are of form 2, by their headers. */
export function linkOfProof(
  { position, hash, items }: Proof['positions'][number],
  inLog: (item: ProofItem) => boolean = ({ kind }) => kind !== undefined,
): Link {
  const hidden = items.flatMap((each) => (inLog(each) ? [] : headerOf(each)));
  return { position, hash, leaves: items.map(({ leaf }) => leaf), ...(hidden.length > 0 && { hidden }) };
}

/** Header of an item of form 2, hidden or not; none of form 1. */
export function headerOf({ item, op, seen, content, ...change }: ProofItem): Hidden[] {
  if (!op || !isSeen(seen)) return [];
  return [{ item, op, seen, content: content ?? contentOf(change) }];
}
