import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { seenBy, VerificationError, type Head, type Sight } from './chain.js';
import { emptyCheckpoint, linesOf, verifiedPositions, type Checkpoint, type VerifiedPosition } from './positions.js';

/** Error of a history that does not go on from the kept one. Only the operator can accept such a history. */
export class OtherHistory extends VerificationError {}

/** Folder in which a commune is read again from the beginning, beside its own. */
export const folderBeside = (folder: string): string => join(dirname(folder), `.${basename(folder)}`);

/** Moves a folder away, under its name and the time; gives the new path. */
export async function moveAside(folder: string): Promise<string> {
  const aside = `${folder}.${new Date().toISOString().replaceAll(':', '-')}`;
  await rename(folder, aside);
  return aside;
}

/** Finishes a killed pull between its last two steps: the folder was moved away, the new one stands beside. */
export async function finishSwap(folder: string): Promise<void> {
  const beside = folderBeside(folder);
  if (!existsSync(folder) && existsSync(join(beside, 'cursor.json'))) await rename(beside, folder);
}

/**
 * Refuses a history read again that is not the kept one: another hash at the lower of the two heads, or a head below
 * the kept one. A key that sees less has a lower head; then no kept position above it holds anything for that key.
 * Throws `OtherHistory`.
 */
export async function demandSameHistory(
  kept: { folder: string; checkpoint: Checkpoint },
  read: { folder: string; checkpoint: Checkpoint },
): Promise<void> {
  const [{ head }, now] = [kept.checkpoint, read.checkpoint];
  const position = Math.min(head.position, now.head.position);
  await demandHash(kept.folder, { position, hash: await hashAt(read.folder, position) });
  if (now.head.position >= head.position) return;
  for await (const each of verifiedPositions(kept.folder, emptyCheckpoint, kept.checkpoint))
    if (each.position > now.head.position && holdsFor(each, now.sight))
      throw new OtherHistory(
        `the server's history ends at ${now.head.position}, and ours has position ${each.position}`,
      );
}

/** Refuses a hash at a position of the kept chain that is another. Throws `OtherHistory`. */
export async function demandHash(
  folder: string,
  { position, hash: theirs }: { position: number; hash: string | undefined },
): Promise<void> {
  const ours = await hashAt(folder, position);
  if (ours !== theirs)
    throw new OtherHistory(`at position ${position} the server's history has the hash ${theirs}, and ours has ${ours}`);
}

/** Whether a position may hold a change for a key, shown or hidden. Form 1 does not tell its audiences: it may. */
const holdsFor = ({ form, seen }: VerifiedPosition, sight: Sight | undefined) =>
  form === 1 || !sight || seen.some((each) => Object.values(seenBy(each, sight.sees)).includes(true));

async function hashAt(folder: string, position: number): Promise<string | undefined> {
  if (position === 0) return emptyCheckpoint.head.hash;
  for await (const line of linesOf(join(folder, 'chain.ndjson'))) {
    const link = JSON.parse(line) as Head;
    if (link.position === position) return link.hash;
  }
  return undefined;
}
