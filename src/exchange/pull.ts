import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { claim } from '../embedded/claim.js';
import { ask, Failure, Refused, type Server } from './client.js';
import { append, commit, readJson, replace, settle, sizeOf, stateBehind } from './folder.js';
import { Broken, isName, linesOf, nothing, walk, type Change, type Head, type Kept } from './verify.js';

export interface Pull {
  /** Address of the server: `https://thidua.example.vn`. */
  url: string;
  key: string;
  /** Directory that keeps what was pulled, one folder per commune. */
  into: string;
  /** Gets one line per commune. */
  log?: (line: string) => void;
  /** Gets what is going on, many times. */
  progress?: (text: string) => void;
  fetch?: typeof fetch;
  pause?: (milliseconds: number) => Promise<void>;
}

/** What a pull did for one commune. */
export interface Pulled {
  commune: string;
  /** New changes. */
  changes: number;
  position: number;
  /** What else is to be known: begun again, supervision ended. */
  note?: string;
  /** Why nothing was kept: the chain or the content does not verify. */
  broken?: string;
}

interface Feed {
  items: Change[];
  cursor: string;
  more: boolean;
  head: Head;
}

interface Proof {
  previous: string;
  positions: (Head & { items: (Pick<Change, 'item' | 'leaf'> & Partial<Change>)[] })[];
}

/** One page of the list of communes, kept with its ETag for the next time. */
interface Heads {
  etag: string | null;
  next: string | null;
  heads: { key: string; head: Head }[];
}

/**
 * Brings a directory up to the server's journals: heads first, then the changes of the communes whose head moved,
 * verified before they are kept. Killed anywhere, the next pull goes on. Throws `Failure` when the server refuses or
 * is not reached; a commune that does not verify is told in its `broken`, the others are pulled all the same.
 */
export async function pull({
  url,
  key,
  into,
  log,
  progress = () => undefined,
  fetch: via = fetch,
  pause = delay,
}: Pull): Promise<Pulled[]> {
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url))
    throw new Failure(1, `"${url}" is not the address of a server, such as https://thidua.example.vn.`);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Failure(1, 'The key is empty or has characters that no key has.');
  const server: Server = { url: url.replace(/\/+$/, ''), key, fetch: via, pause };
  await mkdir(into, { recursive: true });
  const release = await claim(into);
  // Two started by a clock may overlap.
  if (!release) throw new Failure(1, `Another pull works in ${into}.`);
  try {
    const heads = await headsOf(server, into);
    const pulled: Pulled[] = [];
    for (const commune of [...heads.keys(), ...(await left(into, heads))]) {
      const one = await bring(server, join(into, commune), { commune, head: heads.get(commune), progress });
      log?.(told(one));
      pulled.push(one);
    }
    return pulled;
  } finally {
    await release();
  }
}

/** The communes in reach with their heads; what has not changed since the last time is not sent again. */
async function headsOf(server: Server, into: string): Promise<Map<string, Head>> {
  const file = join(into, '.heads.json');
  const before = (await readJson<Heads[]>(file)) ?? [];
  const pages: Heads[] = [];
  for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next ?? null) {
    const known = before[pages.length];
    const { body, etag } = await ask<{ items?: Heads['heads']; next: string | null }>(
      server,
      `/v1/communes?first=500${next && `&after=${encodeURIComponent(next)}`}`,
      known?.etag,
    );
    const heads = body ? body.items?.map(({ key, head }) => ({ key, head })) : known?.heads;
    if (!heads?.every(({ key, head }) => isName(key) && head))
      throw new Failure(2, `${server.url}/v1/communes does not answer as thidua does.`);
    pages.push({ etag: body ? etag : (known?.etag ?? null), next: (body ?? known)?.next ?? null, heads });
  }
  if (JSON.stringify(pages) !== JSON.stringify(before)) await replace(file, into, JSON.stringify(pages));
  return new Map(pages.flatMap(({ heads }) => heads.map(({ key, head }) => [key, head])));
}

/** Communes pulled before that are no longer in reach. */
async function left(into: string, heads: ReadonlyMap<string, Head>): Promise<string[]> {
  const names = (await readdir(into)).filter((name) => isName(name) && !heads.has(name));
  return names.filter((name) => existsSync(join(into, name, 'cursor.json'))).sort();
}

interface Asked {
  commune: string;
  /** Undefined: not in reach any more. */
  head: Head | undefined;
  progress: (text: string) => void;
}

async function bring(server: Server, folder: string, asked: Asked): Promise<Pulled> {
  const { commune, head } = asked;
  let kept = nothing;
  try {
    kept = await settle(folder);
    if (kept.cursor !== undefined && kept.head.position === head?.position && kept.head.hash === head.hash)
      return { commune, changes: 0, position: head.position };
    return await advance(server, folder, { ...asked, kept });
  } catch (error) {
    const stood = { commune, changes: 0, position: kept.head.position };
    await settle(folder).catch(() => undefined);
    if (error instanceof Broken) return { ...stood, broken: error.message };
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'SUPERVISION_ENDED')
      return {
        ...stood,
        note: `supervision has ended; it goes on with: ${[error.details.successors].flat().join(', ') || 'nobody named'}`,
      };
    if (!head && error.status === 404) return { ...stood, note: 'no longer in the reach of this key' };
    if (error.status !== 410 || kept.cursor === undefined) throw error;
    const aside = `${folder}.${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(folder, aside);
    const note = `begun again, as ${error.message}; what was kept before lies in ${aside}`;
    return { ...(await bring(server, folder, asked)), note };
  }
}

/** Reads the feed to its end and the proof to the feed's head; keeps both when all of it verifies. */
async function advance(
  server: Server,
  folder: string,
  { commune, kept, progress }: Asked & { kept: Kept },
): Promise<Pulled> {
  const path = `/v1/communes/${encodeURIComponent(commune)}/changes`;
  let { cursor, head } = kept;
  let changes = 0;
  for (let more = true; more;) {
    const { body } = await ask<Feed>(
      server,
      `${path}?first=500${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (
      !body ||
      !Array.isArray(body.items) ||
      typeof body.cursor !== 'string' ||
      !body.head ||
      (body.more && body.items.length === 0)
    )
      throw new Broken('the feed is not as the contract says');
    await append(folder, 'log.ndjson', body.items);
    changes += body.items.length;
    ({ cursor, more, head } = body);
    progress(`${commune}: ${changes} changes, at ${body.items.at(-1)?.position ?? head.position} of ${head.position}`);
  }
  await appendChain(server, folder, { path, kept, head });
  const now: Kept = {
    cursor,
    head: { position: head.position, hash: head.hash },
    logBytes: await sizeOf(folder, 'log.ndjson'),
    chainBytes: await sizeOf(folder, 'chain.ndjson'),
  };
  await commit(folder, now, await stateBehind(folder, walk(folder, kept, now)));
  return { commune, changes, position: head.position };
}

/** Reads the positions behind those we have. Every change the proof shows must have come with the feed, and no other. */
async function appendChain(
  server: Server,
  folder: string,
  { path, kept, head }: { path: string; kept: Kept; head: Head },
): Promise<void> {
  const log = linesOf(join(folder, 'log.ndjson'), kept.logBytes);
  const nextOfFeed = async () => {
    const { value, done } = await log.next();
    return done ? undefined : (JSON.parse(value) as Change);
  };
  await append(folder, 'chain.ndjson', []);
  let last = kept.head;
  while (last.position < head.position) {
    const { body } = await ask<Proof>(server, `${path}/proof?from=${last.position + 1}&to=${head.position}`);
    if (body?.previous !== last.hash)
      throw new Broken(
        `the server's history does not continue ours at position ${last.position}: it has ${body?.previous}, we have ${last.hash}`,
      );
    if (
      !Array.isArray(body.positions) ||
      body.positions.length === 0 ||
      !body.positions.every(({ items }) => Array.isArray(items))
    )
      throw new Broken(`the proof does not go on behind position ${last.position}`);
    for (const { position, items } of body.positions) {
      for (const [index, { item, leaf, op }] of items.entries()) {
        if (item !== index + 1) throw new Broken(`the proof lacks item ${index + 1} of position ${position}`);
        if (op === undefined) continue;
        const change = await nextOfFeed();
        if (change?.position !== position || change.item !== item || change.leaf !== leaf)
          throw new Broken(`the feed left out position ${position}, item ${item}`);
      }
    }
    await append(
      folder,
      'chain.ndjson',
      body.positions.map(({ position, hash, items }) => ({ position, hash, leaves: items.map(({ leaf }) => leaf) })),
    );
    last = body.positions.at(-1) ?? last;
  }
  if (await nextOfFeed()) throw new Broken('the feed holds a change that the proof does not show');
}

const told = ({ commune, changes, position, note, broken }: Pulled) =>
  broken
    ? `${commune}  does not verify, nothing kept: ${broken}`
    : `${commune}  ${changes === 0 ? 'nothing new' : `${changes} new`}, position ${position}${note ? `; ${note}` : ''}`;
