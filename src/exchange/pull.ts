import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lockDirectory } from '../embedded/directory-lock.js';
import { CommandError, ServerRefusal, type Server } from './client.js';
import { pageAfter } from './feed.js';
import { append, applyPositions, commitFolder, recoverFolder, showBegunTerms, sizeOf } from './folder.js';
import { headsOf, outOfReach } from './heads.js';
import { VerificationError, type Head } from './chain.js';
import { demandSameHistory, finishSwap, folderBeside, moveAside, OtherHistory } from './history.js';
import { readProof } from './proof.js';
import { emptyCheckpoint, verifiedPositions, type Checkpoint } from './positions.js';
import { beginWithSnapshot } from './snapshot.js';
import { today } from './terms.js';

/** Options of a pull. */
export interface PullOptions {
  /** Address of the server: `https://thidua.example.vn`. */
  url: string;
  key: string;
  /** Directory of the pulled data, one folder for each commune. */
  into: string;
  /** Whether the operator accepts a history that does not go on from the kept one. */
  acceptOtherHistory?: boolean;
  /** Whether the operator lets key and records go over plain http to another machine. */
  insecure?: boolean;
  /** Receives one line for each commune. */
  log?: (line: string) => void;
  /** Receives lines of progress. */
  progress?: (text: string) => void;
  fetch?: typeof fetch;
  pause?: (milliseconds: number) => Promise<void>;
  /** Day on which units are shown; today in Vietnam when left out. */
  on?: string;
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
  unverified?: string;
}

/**
 * Brings a directory up to the server's journals: heads first, then the changes of communes whose head moved. Chain and
 * leaves are verified before they are committed, versions and times by `verify`. After a kill the next pull goes on. A
 * commune is `refused` or `unverified` by itself. Throws `CommandError` when the list is refused or nobody answers.
 */
export async function pull({
  url,
  key,
  into,
  acceptOtherHistory = false,
  insecure = false,
  log,
  progress = () => undefined,
  fetch: via = fetch,
  pause = delay,
  on = today(),
}: PullOptions): Promise<PullResult[]> {
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url))
    throw new CommandError(1, `"${url}" is not the address of a server, such as https://thidua.example.vn.`);
  if (!insecure && isReadableOnTheWay(new URL(url)))
    throw new CommandError(1, `"${url}" would send the key in clear: use https, or say --insecure.`);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new CommandError(1, 'The key is empty or has characters that no key has.');
  const server: Server = { url: url.replace(/\/+$/, ''), key, fetch: via, pause };
  await mkdir(into, { recursive: true });
  const release = await lockDirectory(into);
  // Two pulls of a scheduler may overlap.
  if (!release) throw new CommandError(1, `Another pull uses ${into}.`);
  try {
    const heads = await headsOf(server, into);
    const pulled: PullResult[] = [];
    for (const commune of [...heads.keys(), ...(await outOfReach(into, heads))]) {
      const one = await pullCommune(server, join(into, commune), {
        commune,
        head: heads.get(commune),
        acceptOtherHistory,
        on,
        progress,
      });
      log?.(resultLine(one));
      pulled.push(one);
    }
    return pulled;
  } finally {
    await release();
  }
}

interface CommunePull {
  commune: string;
  /** Undefined: the commune is out of reach now. */
  head: Head | undefined;
  acceptOtherHistory: boolean;
  /** Day of the terms that units are shown in. */
  on: string;
  progress: (text: string) => void;
}

async function pullCommune(server: Server, folder: string, asked: CommunePull): Promise<PullResult> {
  const { commune, head } = asked;
  let checkpoint = emptyCheckpoint;
  try {
    await finishSwap(folder);
    checkpoint = await recoverFolder(folder);
    if (
      checkpoint.cursor !== undefined &&
      checkpoint.head.position === head?.position &&
      checkpoint.head.hash === head.hash
    ) {
      await showBegunTerms(folder, checkpoint, asked.on);
      return { commune, changes: 0, position: head.position };
    }
    return await continueOrReplace(server, folder, { ...asked, checkpoint });
  } catch (error) {
    const unchanged = { commune, changes: 0, position: checkpoint.head.position };
    await recoverFolder(folder).catch(() => undefined);
    if (error instanceof VerificationError) return { ...unchanged, unverified: error.message };
    if (!(error instanceof ServerRefusal)) throw error;
    if (error.code === 'SUPERVISION_ENDED')
      return {
        ...unchanged,
        note: `supervision has ended; successors: ${[error.details.successors].flat().join(', ') || 'nobody'}`,
      };
    return { ...unchanged, refused: error.message };
  }
}

type Continuation = CommunePull & { checkpoint: Checkpoint };

/** Continues the kept history. With the operator's word another history takes its place. */
async function continueOrReplace(server: Server, folder: string, asked: Continuation): Promise<PullResult> {
  try {
    return await readToHead(server, folder, asked).catch((error: unknown) => {
      const kept = asked.checkpoint.cursor !== undefined;
      if (!kept || !(error instanceof ServerRefusal) || error.code === 'SUPERVISION_ENDED') throw error;
      if (!asked.head && error.status === 404)
        throw new OtherHistory('the commune has vanished from the reach of this key, without SUPERVISION_ENDED');
      // 410: the cursor cannot go on, so the log is read from its beginning.
      if (error.status !== 410) throw error;
      return readAgain(server, folder, { ...asked, why: error.message });
    });
  } catch (error) {
    if (!(error instanceof OtherHistory) || !asked.acceptOtherHistory) throw error;
    const note = `another history accepted: ${error.message}; the former folder is ${await moveAside(folder)}`;
    if (!asked.head) return { commune: asked.commune, changes: 0, position: 0, note };
    return { ...(await readToHead(server, folder, { ...asked, checkpoint: emptyCheckpoint })), note };
  }
}

/**
 * Takes a snapshot beside the kept folder and reads on from it; of a server without snapshots reads the log from its
 * beginning. The kept chain binds, whatever the server says.
 */
async function readAgain(
  server: Server,
  folder: string,
  { why, ...asked }: Continuation & { why: string },
): Promise<PullResult> {
  const beside = folderBeside(folder);
  await rm(beside, { recursive: true, force: true });
  try {
    const { checkpoint, commune, on } = asked;
    const begun = await beginWithSnapshot(server, beside, { commune, on, kept: { folder, checkpoint } }).catch(
      (error: unknown) => {
        if (!(error instanceof ServerRefusal) || error.status !== 404) throw error;
        return emptyCheckpoint;
      },
    );
    const pulled = await readToHead(server, beside, { ...asked, checkpoint: begun });
    const readBack = await recoverFolder(beside);
    await demandSameHistory({ folder, checkpoint }, { folder: beside, checkpoint: readBack });
    const former = await moveAside(folder);
    await rename(beside, folder);
    const how = begun.from ? 'taken anew by a snapshot' : 'read again';
    const sees = readBack.sight && `; the key sees what ${readBack.sight.sees} sees`;
    return {
      ...pulled,
      note: `${how}, because ${why}${sees ?? ''}; the former folder is ${former}`,
    };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Reads the feed to its end, then the proof to the head of the feed; commits both when everything verifies. */
async function readToHead(
  server: Server,
  folder: string,
  { commune, checkpoint, on, progress }: Continuation,
): Promise<PullResult> {
  const path = `/v1/communes/${encodeURIComponent(commune)}/changes`;
  let { cursor, head } = checkpoint;
  let changes = 0;
  for (let more = true; more;) {
    const body = await pageAfter(server, path, cursor);
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
  const { head: kept } = checkpoint;
  if (head.position < kept.position || (head.position === kept.position && head.hash !== kept.hash))
    throw new OtherHistory(
      `the server's head is ${head.position} ${head.hash}, and ours is ${kept.position} ${kept.hash}`,
    );
  const sight = await readProof(server, folder, { path, checkpoint, head });
  const now: Checkpoint = {
    cursor,
    head: { position: head.position, hash: head.hash },
    ...(sight && { sight }),
    ...(checkpoint.from && { from: checkpoint.from }),
    logBytes: await sizeOf(folder, 'log.ndjson'),
    chainBytes: await sizeOf(folder, 'chain.ndjson'),
  };
  // A folder of version 0.1.0 does not say which terms of units lie ahead.
  const from = checkpoint.on === undefined ? emptyCheckpoint : checkpoint;
  const { state, form = checkpoint.form } = await applyPositions(folder, from, verifiedPositions(folder, from, now));
  await commitFolder(folder, { checkpoint: { ...now, ...(form && { form }) }, on }, state);
  return { commune, changes, position: head.position };
}

function resultLine({ commune, changes, position, note, refused, unverified }: PullResult): string {
  if (refused) return `${commune}  refused, nothing stored: ${refused}`;
  if (unverified) return `WRONG  ${commune}, nothing stored: ${unverified}`;
  const news = changes === 0 ? 'nothing new' : `${changes} new`;
  return `${commune}  ${news}, position ${position}${note ? `; ${note}` : ''}`;
}

/** Whether an address sends in clear what leaves this machine. */
const isReadableOnTheWay = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
