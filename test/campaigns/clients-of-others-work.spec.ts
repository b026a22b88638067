import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useApp } from '../app.js';
import { openApi } from '../contract/contract.js';
import type { Row } from '../doors.js';

/** Clients and linters of others, in `clients/`: generated from the contract, compiled strictly, run with their caches. */
const folder = 'clients';
const test = useApp();

/** Runs a program there; its output, and whether it ended well. */
const run = (program: string, ...args: string[]): Promise<{ well: boolean; said: string }> =>
  promisify(execFile)(program, args, { cwd: folder, maxBuffer: 100_000_000 }).then(
    ({ stdout, stderr }) => ({ well: true, said: stdout + stderr }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ well: false, said: stdout + stderr }),
  );
const well = async (program: string, ...args: string[]) =>
  expect(await run(program, ...args)).toMatchObject({ well: true });
const npmRun = (...args: string[]) => ['run', '--silent', ...args] as const;

beforeAll(async () => {
  if (!existsSync(join(folder, 'node_modules'))) await well('npm', 'ci', '--no-audit', '--no-fund');
  await well('npm', ...npmRun('generate'));
});

it('what openapi-typescript, hey-api, graphql-codegen and relay-compiler generate compiles in strict TypeScript', () =>
  well('npm', ...npmRun('compile')));

it.each(['apollo-4', 'apollo-3', 'urql', 'relay', 'openapi-fetch', 'hey-api'])(
  '%s reads all pages, mixes up no objects, writes, and is refused',
  async (client) =>
    well(
      'node',
      `generated/js/${client}.mjs`,
      await test.app.getUrl(),
      ...['clerk', 'administrator'].map((actor) => test.keys[actor] as string),
    ),
);

describe.each(['spectral', 'redocly'])('%s', (linter) => {
  it('finds no error in the contract', () => well('npm', ...npmRun(linter, '--', '../openapi.json')));

  it('control: a schema that is broken is noticed', async () => {
    const document = openApi();
    const { Unit } = document.components.schemas as Record<string, Row>;
    Unit!.properties.code = { $ref: '#/components/schemas/Nowhere' };
    const directory = mkdtempSync(join(tmpdir(), 'thidua-lint-'));
    writeFileSync(join(directory, 'openapi.json'), JSON.stringify(document));
    const { well: passes } = await run('npm', ...npmRun(linter, '--', join(directory, 'openapi.json')));
    rmSync(directory, { recursive: true });
    expect(passes).toBe(false);
  });
});

it('control: a change without what is always there does not compile', async () => {
  const path = join(folder, 'generated/openapi.ts');
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.replace(/(?<=Change: \{[^]*?)\bkind: string;/, 'kind: number;'));
  const { well: passes } = await run('node_modules/.bin/tsc', '-p', '.');
  writeFileSync(path, whole);
  expect(passes).toBe(false);
});
