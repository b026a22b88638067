import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve('.ci/release.mjs');
const directory = mkdtempSync(join(tmpdir(), 'thidua-release-'));
afterAll(() => rmSync(directory, { recursive: true }));

const changelog = `# Changelog

## [Unreleased]

### Added

- A list.

## [0.1.0] - 2026-01-01
`;

/** Releases a tree of one version, in which 0.1.0 is released already. */
function release(version: string, changes = changelog) {
  mkdirSync(join(directory, 'docs/released/0.1.0'), { recursive: true });
  const files = {
    'package.json': JSON.stringify({ version }),
    'openapi.json': '{}',
    'schema.graphql': 'scalar Code\n',
  };
  for (const [name, text] of Object.entries({ ...files, 'CHANGELOG.md': changes }))
    writeFileSync(join(directory, name), text);
  return spawnSync(process.execPath, [script], { cwd: directory, encoding: 'utf8' });
}
const read = (name: string) => readFileSync(join(directory, name), 'utf8');

it('with its contract, and a heading in CHANGELOG', () => {
  const { status } = release('0.2.0');
  expect(status).toBe(0);
  expect(read('docs/released/0.2.0/openapi.json')).toBe('{}');
  expect(read('docs/released/0.2.0/schema.graphql')).toBe('scalar Code\n');
  const today = new Date().toISOString().slice(0, 10);
  expect(read('CHANGELOG.md')).toBe(
    changelog.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [0.2.0] - ${today}\n`),
  );
});

it('and not again', () => {
  const { status, stderr } = release('0.1.0');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: '0.1.0 is released already: raise the version in package.json first.\n',
  });
  expect(read('CHANGELOG.md')).toBe(changelog);
});

it('and not without a word on what it changes', () => {
  const { status, stderr } = release('0.3.0', changelog.replace('- A list.\n', ''));
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'CHANGELOG.md has no line under "## [Unreleased]".\n' });
  expect(existsSync(join(directory, 'docs/released/0.3.0'))).toBe(false);
});
