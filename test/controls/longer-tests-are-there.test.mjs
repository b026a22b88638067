import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { longer } from '../longer.mjs';

const listed = (env) =>
  execFileSync('npx', ['jest', '--listTests', '--silent'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...env },
  })
    .trim()
    .split('\n')
    .map((path) => path.slice(process.cwd().length + 1));

const named = Object.values(longer).flat();

test('each of the longer tests is there, once', () => {
  assert.deepEqual(
    named.filter((file) => !existsSync(file)),
    [],
  );
  assert.equal(new Set(named).size, named.length);
});

test('every test is run by one of the commands', () => {
  const short = listed({});
  const files = execFileSync('git', ['ls-files', 'test'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /^test\/(rules|flows|queries|contract)\/.*\.spec\.ts$/.test(file));
  assert.deepEqual([...short, ...listed({ TESTS: 'longer' })].sort(), files.sort());
  assert.deepEqual(
    short.filter((file) => named.includes(file)),
    [],
  );
});
