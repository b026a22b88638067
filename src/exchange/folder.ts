import { appendFile, mkdir, open, readFile, rename, rm, rmdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { VerificationError } from './chain.js';
import { emptyCheckpoint, linesOf, verifiedPositions, type Checkpoint, type VerifiedPosition } from './positions.js';
import { termOf } from './terms.js';
import { apply, showTerms, stateLines, type State } from './verify.js';

/**
 * Brings a commune's folder back to its checkpoint: bytes after it, left by a killed pull, are cut off; without
 * cursor.json everything is removed. Throws `VerificationError` when committed bytes are missing.
 */
export async function recoverFolder(folder: string): Promise<Checkpoint> {
  const checkpoint = await readJson<Checkpoint>(join(folder, 'cursor.json'));
  if (typeof checkpoint?.cursor !== 'string') {
    for (const name of ['log.ndjson', 'chain.ndjson', 'state', '.unfinished'])
      await rm(join(folder, name), { recursive: true, force: true });
    await rmdir(folder).catch(() => undefined);
    return emptyCheckpoint;
  }
  for (const [file, size] of [
    ['log.ndjson', checkpoint.logBytes],
    ['chain.ndjson', checkpoint.chainBytes],
  ] as const) {
    const found = await sizeOf(folder, file).catch(() => 0);
    if (found < size)
      throw new VerificationError(
        `${file} has ${found} bytes, cursor.json says ${size}; move the folder away to begin again`,
      );
    if (found > size) await truncate(join(folder, file), size);
  }
  return checkpoint;
}

/** Appends lines of JSON to a log of the folder. */
export async function append(
  folder: string,
  file: 'log.ndjson' | 'chain.ndjson',
  lines: readonly object[],
): Promise<void> {
  await mkdir(join(folder, 'state'), { recursive: true });
  await appendFile(join(folder, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

export const sizeOf = async (folder: string, file: 'log.ndjson' | 'chain.ndjson'): Promise<number> =>
  (await stat(join(folder, file))).size;

/** State after these positions, of the record types that they touch. Applying a change twice does no harm. */
export async function applyPositions(
  folder: string,
  { on, ahead = {} }: Checkpoint,
  positions: AsyncIterable<VerifiedPosition>,
): Promise<{ state: State; form: 1 | 2 | undefined }> {
  const state = { records: new Map<string, Map<string, string>>(), terms: new Map(Object.entries(ahead)) };
  const load = async (type: string) => {
    if (state.records.has(type)) return;
    const records = await recordsOf(folder, type);
    state.records.set(type, records);
    if (type === 'unit' && on !== undefined)
      for (const [id, line] of records)
        state.terms.set(id, [termOf(JSON.parse(line) as Record<string, unknown>), ...(ahead[id] ?? [])]);
  };
  if (state.terms.size > 0) await load('unit');
  let form: 1 | 2 | undefined;
  for await (const position of positions) {
    form = position.form;
    for (const change of position.changes) {
      await load(change.type);
      apply(state, change);
    }
  }
  return { state, form };
}

async function recordsOf(folder: string, type: string): Promise<Map<string, string>> {
  const records = new Map<string, string>();
  const path = join(folder, 'state', `${type}.ndjson`);
  if (await stat(path).catch(() => undefined))
    for await (const line of linesOf(path)) records.set(String((JSON.parse(line) as { id: unknown }).id), line);
  return records;
}

/** Commits a pull: syncs the logs, then writes the state, and cursor.json last. */
export async function commitFolder(
  folder: string,
  { checkpoint, on }: { checkpoint: Checkpoint; on: string },
  state: State,
): Promise<void> {
  const terms = showTerms(state, on);
  for (const file of ['log.ndjson', 'chain.ndjson']) await fsync(join(folder, file));
  for (const [type, records] of state.records)
    await writeAtomically(
      join(folder, 'state', `${type}.ndjson`),
      folder,
      stateLines(records)
        .map((line) => `${line}\n`)
        .join(''),
    );
  await writeAtomically(join(folder, 'cursor.json'), folder, `${JSON.stringify({ ...checkpoint, ...terms })}\n`);
}

/** Writes the state anew where terms of units have begun since it was written. */
export async function showBegunTerms(folder: string, checkpoint: Checkpoint, on: string): Promise<void> {
  const { ahead = {}, ...rest } = checkpoint;
  if (!Object.values(ahead).some(([term]) => term && term.termFrom <= on)) return;
  const nothingNew = verifiedPositions(folder, checkpoint, checkpoint);
  const { state } = await applyPositions(folder, checkpoint, nothingNew);
  await commitFolder(folder, { checkpoint: rest, on }, state);
}

/** Replaces a file atomically: written beside it, synced, renamed. */
export async function writeAtomically(path: string, folder: string, text: string): Promise<void> {
  const unfinished = join(folder, '.unfinished');
  const file = await open(unfinished, 'w');
  await file.writeFile(text).finally(() => file.close());
  await fsync(unfinished);
  await rename(unfinished, path);
  await fsync(join(path, '..'));
}

async function fsync(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

/** Content of a JSON file; undefined where it is missing or no JSON. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
