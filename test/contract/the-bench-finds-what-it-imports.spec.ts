import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const bench = join(root, 'bench');

/** Imports of the built program in a text: path, and the names. */
const importsIn = (text: string): [path: string, names: string[]][] =>
  [...text.matchAll(/import \{([^}]*)\} from '\.\.\/(dist\/[^']*)'/g)].map(([, names = '', path = '']) => [
    join(root, path),
    names.split(',').flatMap((name) => name.trim().split(' as ')[0] || []),
  ]);

/** Names that the modules do not export, as Node finds them. */
function missing(imports: readonly [path: string, names: string[]][]): string[] {
  const script = `
    const missing = [];
    for (const [path, names] of ${JSON.stringify(imports)}) {
      const found = await import(path).catch(() => undefined);
      for (const name of names) if (!found || !(name in found)) missing.push(path + ': ' + name);
    }
    console.log(JSON.stringify(missing));
    process.exit(0);`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

const files = readdirSync(bench).filter((name) => name.endsWith('.mjs'));

it('every name that the bench imports from the program is there', () => {
  const imports = files.flatMap((name) => importsIn(readFileSync(join(bench, name), 'utf8')));
  expect(imports.length).toBeGreaterThan(20);
  expect(missing(imports)).toEqual([]);
});

it.each(files)('%s can be read', (name) => {
  expect(() => execFileSync(process.execPath, ['--check', join(bench, name)], { stdio: 'pipe' })).not.toThrow();
});

it('control: a name that is gone, and a name declared twice, are noticed', () => {
  expect(missing(importsIn("import { Clock, Gone } from '../dist/src/access/clock.js';"))).toEqual([
    `${join(root, 'dist/src/access/clock.js')}: Gone`,
  ]);
  const twice = join(mkdtempSync(join(tmpdir(), 'bench-')), 'twice.mjs');
  writeFileSync(twice, "import { a } from './a.js'; import { a } from './b.js';");
  expect(() => execFileSync(process.execPath, ['--check', twice], { stdio: 'pipe' })).toThrow();
});
