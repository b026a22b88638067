// A copy of the tree in which a recipe of CONTRIBUTING.md is followed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
mkdirSync(join(root, '.local'), { recursive: true });
const copy = mkdtempSync(join(root, '.local/recipe-'));

export const run = (...command) => execFileSync(command[0], command.slice(1), { cwd: copy, stdio: 'inherit' });
export const read = (path) => readFileSync(join(copy, path), 'utf8');
export const write = (path, text) => writeFileSync(join(copy, path), text);

/** Inserts before a text that stands once in a file. */
export function insert(path, before, text) {
  const parts = read(path).split(before);
  if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times: ${before}`);
  write(path, parts.join(`${text}${before}`));
}

/** Follows the steps in the copy, which is removed afterwards. */
export function follow(steps) {
  try {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root }).toString().split('\0').filter(Boolean);
    for (const file of files) cpSync(join(root, file), join(copy, file));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    steps();
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
