import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** First start of a newcomer: a clean clone, `npm ci && npm start`, three requests, Ctrl-C. */

const directory = mkdtempSync(join(tmpdir(), 'thidua-ci-'));
// The account postgres must reach the directory when this runs as root.
chmodSync(directory, 0o755);
const clone = join(directory, 'clone');
const dataDir = join(directory, 'data');

function check(holds, fact) {
  if (!holds) throw new Error(`Failed: ${fact}.`);
  console.log(`ok: ${fact}`);
}

/** Clones HEAD; without git copies the source files. */
function fetchSource() {
  const { status } = spawnSync('git', ['-c', 'safe.directory=*', 'clone', '--quiet', '.', clone], { stdio: 'inherit' });
  const made = new Set(['node_modules', 'dist', '.local', '.git']);
  if (status !== 0) cpSync('.', clone, { recursive: true, filter: (path) => !made.has(basename(path)) });
}

function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: clone, stdio: 'inherit' });
  check(status === 0, `npm ${args[0]} succeeds`);
}

async function ready(program) {
  let output = '';
  program.stdout.on('data', (text) => (output += text));
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(50)) {
    const address = /^ready (.+)$/m.exec(output)?.[1];
    if (address) return address;
    if (program.exitCode !== null) break;
  }
  throw new Error(`The program was not ready within a minute. Output: ${output}`);
}

/** PostgreSQL removes this file as its last act. */
const pidFile = join(dataDir, 'postgres', 'postmaster.pid');

let program;
try {
  fetchSource();
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline');
  program = spawn('npm', ['start'], {
    cwd: clone,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '', OWNER_DATABASE_URL: '' },
  });
  const ended = new Promise((done) => program.once('close', () => done(true)));
  const address = await ready(program);
  check(existsSync(pidFile), 'PostgreSQL runs');

  const { district } = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'));
  const ask = async (path, body) => {
    const method = body
      ? {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', authorization: `Bearer ${district}` },
        }
      : { headers: { authorization: `Bearer ${district}` } };
    return (await fetch(address + path, method)).json();
  };
  check((await fetch(`${address}/health/live`)).status === 200, '/health/live answers 200');
  const { items } = await ask('/v1/communes/duc-lang/plans/2023/indicators?first=100');
  check(items.length === 40, 'the plan has 40 indicators');
  check(items.find(({ code }) => code === 'econ.rice.area').target === '171.9', 'the target of rice is 171.9 hectares');
  const { data } = await ask('/graphql', {
    query: '{ communes { nodes { key plan(key: "2023") { indicators(first: 100) { nodes { code } } } } } }',
  });
  check(data.communes.nodes.map(({ key }) => key).join() === 'duc-lang,xa-mau', 'the district sees its two communes');
  check(data.communes.nodes[0].plan.indicators.nodes.length === 40, 'GraphQL has the same 40');

  process.kill(-program.pid, 'SIGINT');
  check(await Promise.race([ended, delay(30_000, false)]), 'Ctrl-C ends the program');
  check(!existsSync(pidFile), 'PostgreSQL ends with the program');
} finally {
  if (program && program.exitCode === null && program.signalCode === null) process.kill(-program.pid, 'SIGKILL');
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
  rmSync(directory, { recursive: true, force: true });
}
