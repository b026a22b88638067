import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lockDirectory } from '../embedded/directory-lock.js';
import { request, Failure, ServerRefusal, type Server } from './client.js';
import { append, applyPositions, commitFolder, readJson, recoverFolder, sizeOf, writeAtomically } from './folder.js';
import { isName, VerificationError, type Change, type Head } from './chain.js';
import { appendChain } from './proof.js';
import { emptyCheckpoint, verifiedPositions, type Checkpoint } from './verify.js';

/** Options of a pull. */
export interface PullOptions {
  /** Address of the server: `https://thidua.example.vn`. */
  url: string;
  key: string;
  /** Directory of the pulled data, one folder for each commune. */
  into: string;
  /** Receives one line for each commune. */
  log?: (line: string) => void;
  /** Receives lines of progress. */
  progress?: (text: string) => void;
  fetch?: typeof fetch;
  pause?: (milliseconds: number) => Promise<void>;
}

/** Result of a pull for one commune. */
export interface PullResult {
  commune: string;
  /** Number of new changes. */
  changes: number;
  position: number;
  /** Note for the operator: pulled again from the beginning, supervision ended. */
  note?: string;
  /** Reason why nothing was stored: the server refuses this commune. */
  refused?: string;
  /** Reason why nothing was stored: the chain or the content does not verify. */
  failure?: string;
}

interface Feed {
  items: Change[];
  cursor: string;
  more: boolean;
  head: Head;
}

/** Page of the list of communes, stored with its ETag for the next pull. */
interface HeadsPage {
  etag: string | null;
  next: string | null;
  heads: { key: string; head: Head }[];
}

/**
 * Brings a directory up to the server's journals: heads first, then the changes of the communes whose head moved,
 * verified before they are committed. After a kill the next pull goes on. A commune is `refused` or has a `failure` by
 * itself; the others are still pulled. Throws `Failure` when the server refuses the list or is not reached.
 */
export async function pull({
  url,
  key,
  into,
  log,
  progress = () => undefined,
  fetch: via = fetch,
  pause = delay,
}: PullOptions): Promise<PullResult[]> {
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url))
    throw new Failure(1, `"${url}" is not the address of a server, such as https://thidua.example.vn.`);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Failure(1, 'The key is empty or has characters that no key has.');
  const server: Server = { url: url.replace(/\/+$/, ''), key, fetch: via, pause };
  await mkdir(into, { recursive: true });
  const release = await lockDirectory(into);
  // Two pulls of a scheduler may overlap.
  if (!release) throw new Failure(1, `Another pull uses ${into}.`);
  try {
    const heads = await headsOf(server, into);
    const pulled: PullResult[] = [];
    for (const commune of [...heads.keys(), ...(await outOfReach(into, heads))]) {
      const one = await pullCommune(server, join(into, commune), { commune, head: heads.get(commune), progress });
      log?.(resultLine(one));
      pulled.push(one);
    }
    return pulled;
  } finally {
    await release();
  }
}

/** Heads of the communes in reach, by key; unchanged pages answer 304. */
async function headsOf(server: Server, into: string): Promise<Map<string, Head>> {
  const file = join(into, '.heads.json');
  const before = (await readJson<HeadsPage[]>(file)) ?? [];
  const pages: HeadsPage[] = [];
  for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next ?? null) {
    const known = before[pages.length];
    const { body, etag } = await request<{ items?: HeadsPage['heads']; next: string | null }>(
      server,
      `/v1/communes?first=500${next && `&after=${encodeURIComponent(next)}`}`,
      known?.etag,
    );
    const heads = body ? body.items?.map(({ key, head }) => ({ key, head })) : known?.heads;
    if (!heads?.every(({ key, head }) => isName(key) && head))
      throw new Failure(2, `${server.url}/v1/communes does not answer as thidua does.`);
    pages.push({ etag: body ? etag : (known?.etag ?? null), next: (body ?? known)?.next ?? null, heads });
  }
  if (JSON.stringify(pages) !== JSON.stringify(before)) await writeAtomically(file, into, JSON.stringify(pages));
  return new Map(pages.flatMap(({ heads }) => heads.map(({ key, head }) => [key, head])));
}

/** Communes with a folder that are out of reach now. */
async function outOfReach(into: string, heads: ReadonlyMap<string, Head>): Promise<string[]> {
  const names = (await readdir(into)).filter((name) => isName(name) && !heads.has(name));
  return names.filter((name) => existsSync(join(into, name, 'cursor.json'))).sort();
}

interface CommunePull {
  commune: string;
  /** Undefined: the commune is out of reach now. */
  head: Head | undefined;
  progress: (text: string) => void;
}

async function pullCommune(server: Server, folder: string, asked: CommunePull): Promise<PullResult> {
  const { commune, head } = asked;
  let checkpoint = emptyCheckpoint;
  try {
    checkpoint = await recoverFolder(folder);
    if (
      checkpoint.cursor !== undefined &&
      checkpoint.head.position === head?.position &&
      checkpoint.head.hash === head.hash
    )
      return { commune, changes: 0, position: head.position };
    return await advance(server, folder, { ...asked, checkpoint });
  } catch (error) {
    const unchanged = { commune, changes: 0, position: checkpoint.head.position };
    await recoverFolder(folder).catch(() => undefined);
    if (error instanceof VerificationError) return { ...unchanged, failure: error.message };
    if (!(error instanceof ServerRefusal)) throw error;
    if (error.code === 'SUPERVISION_ENDED')
      return {
        ...unchanged,
        note: `supervision has ended; successors: ${[error.details.successors].flat().join(', ') || 'nobody'}`,
      };
    if (!head && error.status === 404) return { ...unchanged, note: 'not in the reach of this key any more' };
    if (error.status !== 410 || checkpoint.cursor === undefined) return { ...unchanged, refused: error.message };
    const aside = `${folder}.${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(folder, aside);
    const note = `pulled again from the beginning, because ${error.message}; the former folder is ${aside}`;
    return { ...(await pullCommune(server, folder, asked)), note };
  }
}

/** Reads the feed to its end, then the proof to the head of the feed; commits both when everything verifies. */
async function advance(
  server: Server,
  folder: string,
  { commune, checkpoint, progress }: CommunePull & { checkpoint: Checkpoint },
): Promise<PullResult> {
  const path = `/v1/communes/${encodeURIComponent(commune)}/changes`;
  let { cursor, head } = checkpoint;
  let changes = 0;
  for (let more = true; more;) {
    const { body } = await request<Feed>(
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
      throw new VerificationError('the feed does not have the form of the contract');
    await append(folder, 'log.ndjson', body.items);
    changes += body.items.length;
    ({ cursor, more, head } = body);
    progress(`${commune}: ${changes} changes, at ${body.items.at(-1)?.position ?? head.position} of ${head.position}`);
  }
  const sight = await appendChain(server, folder, { path, checkpoint, head });
  const now: Checkpoint = {
    cursor,
    head: { position: head.position, hash: head.hash },
    ...(sight && { sight }),
    logBytes: await sizeOf(folder, 'log.ndjson'),
    chainBytes: await sizeOf(folder, 'chain.ndjson'),
  };
  const { state, form = checkpoint.form } = await applyPositions(folder, verifiedPositions(folder, checkpoint, now));
  await commitFolder(folder, { ...now, ...(form && { form }) }, state);
  return { commune, changes, position: head.position };
}

function resultLine({ commune, changes, position, note, refused, failure }: PullResult): string {
  if (refused) return `${commune}  refused, nothing stored: ${refused}`;
  if (failure) return `${commune}  does not verify, nothing stored: ${failure}`;
  const news = changes === 0 ? 'nothing new' : `${changes} new`;
  return `${commune}  ${news}, position ${position}${note ? `; ${note}` : ''}`;
}
