import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { memberAt, recordOf, VerificationError, type Change, type Head, type Sight } from './chain.js';
import { orderCheck } from './order.js';
import { emptyCheckpoint, linesOf, parsed, verifiedPositions, withLocation, type Checkpoint } from './positions.js';
import { recompute, type RecomputedTables } from './standings/recompute.js';
import { termOf, termsOn, withTerm, type Term, type Terms } from './terms.js';

/** Verification of pulled folders. Like `chain.ts` it shares no code with the server. */

/** Newest record by type and id, each as its line of state/<type>.ndjson. */
type Records = Map<string, Map<string, string>>;
/** Records, and the terms of units that the changes told. */
export interface State {
  records: Records;
  terms: Terms;
}

/** Applies a change to the state: the newest record, with personal values in the place of their commitments. */
export function apply({ records: all, terms }: State, change: Change): void {
  const { op, type, kind, data, personal = {} } = change;
  const id = recordOf(change);
  const records = all.get(type) ?? new Map<string, string>();
  all.set(type, records);
  if (type === 'unit' && (op === 'REMOVED' || kind === 'unit.erased')) terms.delete(id);
  if (op === 'REMOVED') return void records.delete(id);
  const whole = structuredClone({ data });
  for (const [pointer, { value }] of Object.entries(personal)) {
    const member = memberAt(whole, pointer);
    if (member) member.holder[member.name] = value;
  }
  if (type === 'unit' && whole.data) {
    const lastDay = whole.data.validTo as string | null;
    terms.set(id, withTerm(terms.get(id) ?? [], termOf(whole.data), lastDay));
  }
  records.set(id, JSON.stringify(whole.data));
}

/** Shows each unit in its term of a day. Gives the terms that come later, by unit. */
export function showTerms({ records, terms }: State, day: string): Pick<Checkpoint, 'on' | 'ahead'> {
  const units = records.get('unit');
  const later: [string, Term[]][] = [];
  for (const [id, known] of [...terms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { now, ahead } = termsOn(known, day);
    const unit = JSON.parse(units?.get(id) ?? '{}') as object;
    units?.set(id, JSON.stringify({ ...unit, ...now }));
    if (ahead.length > 0) later.push([id, ahead]);
  }
  return { on: day, ...(later.length > 0 && { ahead: Object.fromEntries(later) }) };
}

/** Lines of state/<type>.ndjson, sorted by id. */
export const stateLines = (records: ReadonlyMap<string, string>): string[] =>
  [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);

/** Verification of one commune's folder. */
export interface VerificationResult {
  commune: string;
  changes: number;
  head: Head;
  /** Sight of the key, as the server said. */
  sight?: Sight;
  /** Head of the snapshot that the log begins with. */
  from?: Head;
  /** Published tables of standings that were recomputed. */
  standings?: RecomputedTables;
  /** First error, with file and line; absent when the folder verifies. */
  unverified?: string;
}

/** Verifies every folder of a directory that `pull` has filled, and gives the first error of each. */
export async function verify(dir: string): Promise<VerificationResult[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const verified: VerificationResult[] = [];
  for (const folder of folders.sort()) {
    const one = await verifyFolder(join(dir, folder), folder);
    const others = verified.filter(
      ({ commune, unverified }) => !unverified && communeOf(commune) === communeOf(folder),
    );
    const difference = one.unverified ?? (await firstDifference(dir, folder, others));
    verified.push(difference === undefined ? one : { ...one, unverified: difference });
  }
  return verified;
}

/** Commune of a folder; `pull` adds the time to the name of a folder that it moves away. */
const communeOf = (folder: string) => folder.replace(/\.\d{4}-\d\d-\d\dT[\d.-]+Z$/, '');

/** Compares the chain of a folder with those of other folders of the commune, at every position that both have. */
async function firstDifference(
  dir: string,
  folder: string,
  others: readonly VerificationResult[],
): Promise<string | undefined> {
  const hashes = (name: string) => linesOf(join(dir, name, 'chain.ndjson'));
  for (const { commune: other } of others) {
    const theirs = hashes(other);
    for await (const line of hashes(folder)) {
      const { value, done } = await theirs.next();
      if (done) break;
      const { position, hash } = JSON.parse(line) as Head;
      if ((JSON.parse(value) as Head).hash !== hash)
        return `${folder} and ${other} differ from position ${position} on`;
    }
  }
  return undefined;
}

async function verifyFolder(folder: string, commune: string): Promise<VerificationResult> {
  let changes = 0;
  let head = emptyCheckpoint.head;
  try {
    const checkpoint = (await withLocation(
      () => 'cursor.json',
      async () => parsed((await readFile(join(folder, 'cursor.json'), 'utf8')).replace(/\n$/, '')),
    )) as unknown as Checkpoint;
    head = checkpoint.head;
    const { sight, from } = checkpoint;
    for (const [file, size] of [
      ['log.ndjson', checkpoint.logBytes],
      ['chain.ndjson', checkpoint.chainBytes],
    ] as const) {
      const found = (await stat(join(folder, file))).size;
      if (found !== size)
        throw new VerificationError(
          `${file}: ${found} bytes, cursor.json says ${size}; the next pull removes what is too much`,
        );
    }
    const state: State = { records: new Map(), terms: new Map() };
    const checkOrder = orderCheck();
    for await (const position of verifiedPositions(folder, emptyCheckpoint, checkpoint)) {
      checkOrder(position);
      for (const change of position.changes) apply(state, change);
      changes += position.changes.length;
    }
    const { on, ahead } = checkpoint;
    // A folder of version 0.1.0 shows the newest term.
    if (on !== undefined && JSON.stringify(showTerms(state, on).ahead) !== JSON.stringify(ahead))
      throw new VerificationError('cursor.json: the later terms of units are not those of the log');
    await checkState(join(folder, 'state'), state.records);
    const standings = recompute(recordsIn(state.records));
    const [first, ...others] = standings.disagreements;
    if (first !== undefined)
      throw new VerificationError(`${first}${others.length > 0 ? `; ${others.length} more disagree` : ''}`);
    return { commune, changes, head, ...(sight && { sight }), ...(from && { from }), standings };
  } catch (error) {
    return {
      commune,
      changes,
      head,
      unverified: `${commune}/${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

const recordsIn =
  (records: Records) =>
  <Of>(type: string): Of[] =>
    [...(records.get(type)?.values() ?? [])].map((line) => JSON.parse(line) as Of);

async function checkState(folder: string, state: Records): Promise<void> {
  const files = [...new Set([...(await readdir(folder)), ...[...state.keys()].map((type) => `${type}.ndjson`)])].sort();
  for (const file of files) {
    const records = state.get(file.replace(/\.ndjson$/, ''));
    if (!records) throw new VerificationError(`state/${file}: the log has no record of this type`);
    const expected = stateLines(records);
    let line = 0;
    await withLocation(
      () => `state/${file} line ${line + 1}`,
      async () => {
        for await (const text of linesOf(join(folder, file))) {
          if (text !== expected[line]) throw new VerificationError('this is not the newest record of the log');
          line += 1;
        }
        if (line < expected.length) throw new VerificationError('a record of the log is missing');
      },
    );
  }
}
