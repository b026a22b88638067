import { readFileSync } from 'node:fs';

/** A package's place in `package-lock.json`; an alias says its real name. */
type Locked = Readonly<Record<string, { readonly name?: string; readonly version?: string }>>;

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** For every package with a known advisory the least version that is mended, of every major line that has one. */
const known = read('test/contract/mended-versions.json') as Readonly<
  Record<string, { readonly mended: readonly string[]; readonly advisories: readonly string[] }>
>;

const parts = (version: string) => version.split(/[.+-]/, 3).map(Number);

/** A version before its release (`5.0.0-beta`) is older than it. */
function older(version: string, than: string): boolean {
  const [mine, theirs] = [parts(version), parts(than)];
  const at = mine.findIndex((part, index) => part !== theirs[index]);
  return at === -1 ? version.includes('-') : (mine[at] ?? 0) < (theirs[at] ?? 0);
}

/** Mended version of the same major line, or, where that line was never mended, of the next one that was. */
const asked = (version: string, mended: readonly string[]) =>
  mended.find((least) => (parts(least)[0] ?? 0) >= (parts(version)[0] ?? 0));

/** Packages that are too old: place, version, the version asked for and why. Nested copies count as well. */
function tooOld(packages: Locked): string[] {
  return Object.entries(packages).flatMap(([place, { name = place.replace(/^.*node_modules\//, ''), version }]) => {
    const { mended, advisories } = known[name] ?? { mended: [], advisories: [] };
    const least = version && asked(version, mended);
    return least && older(version, least) ? [`${place} ${version}: at least ${least} (${advisories.join(', ')})`] : [];
  });
}

it('nowhere in the lock file', () => {
  const { packages } = read('package-lock.json') as { packages: Locked };
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(tooOld(packages)).toEqual([]);
});

it('control: an older one is found wherever it lies, under whatever name', () => {
  const lock: Locked = {
    'node_modules/ws': { version: '8.20.9' },
    'node_modules/other/node_modules/ws': { version: '7.5.9' },
    'node_modules/regex-of-old': { name: 'ansi-regex', version: '5.0.0' },
    'node_modules/uuid': { version: '13.0.0' },
    'node_modules/brace-expansion': { version: '3.0.5' },
    'node_modules/fastify': { version: '5.12.2-beta.1' },
    'node_modules/xlsx': { version: '0.18.5' },
  };
  expect(tooOld(lock).map((line) => line.replace(/ \(.+/, ''))).toEqual([
    'node_modules/ws 8.20.9: at least 8.21.0',
    'node_modules/other/node_modules/ws 7.5.9: at least 7.5.10',
    'node_modules/regex-of-old 5.0.0: at least 5.0.1',
    'node_modules/uuid 13.0.0: at least 13.0.1',
    'node_modules/brace-expansion 3.0.5: at least 5.0.9',
    'node_modules/fastify 5.12.2-beta.1: at least 5.12.2',
    'node_modules/xlsx 0.18.5: at least 0.20.2',
  ]);
});

it('control: a mended one passes, and a major line that came later', () => {
  expect(
    tooOld({
      a: { name: 'ws', version: '8.100.0' },
      b: { name: 'ws', version: '7.5.10' },
      c: { name: 'uuid', version: '14.0.0' },
      d: { name: 'unheard-of', version: '0.0.1' },
    }),
  ).toEqual([]);
});

it('the list is in order: names and versions ascend, each with its advisory', () => {
  expect(Object.keys(known)).toEqual(Object.keys(known).sort());
  for (const { mended, advisories } of Object.values(known)) {
    expect(
      mended.every(
        (version, index) => /^\d+\.\d+\.\d+$/.test(version) && (index === 0 || older(mended[index - 1] ?? '', version)),
      ),
    ).toBe(true);
    expect(mended.length * advisories.length).toBeGreaterThan(0);
  }
});
