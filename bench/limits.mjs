/**
 * Cost of attacks, and their effect on a healthy client: `node bench/limits.mjs [seconds [part of a name]]` on a built tree.
 * Starts the program on a database of its own. Sends every attack of `attacks.mjs`, and prints CPU milliseconds of the
 * server for one, and the healthy client's p99 with ten attacks a second as a multiple of the p99 without. Then lets
 * each caller of `callers.mjs` take all that the limits allow, and prints the same multiple.
 * Bars: 50 ms, 2×; ends with 1 above one of them.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { attacks, texts } from './attacks.mjs';
import { callers } from './callers.mjs';
import { start } from './sides.mjs';

const [, , seconds = '2', named = ''] = process.argv;
const measured = [...attacks, ...texts].filter(({ name }) => name.includes(named));
const directory = mkdtempSync(join(tmpdir(), 'thidua-limits-'));
chmodSync(directory, 0o755);
const env = { DATA_DIR: join(directory, 'data'), PORT: '0', RATE_LIMIT: '1000000', DATABASE_URL: '' };
const program = await start(process.execPath, ['dist/src/main.js'], env);
const { url } = program;

/** CPU milliseconds of the server so far; the kernel counts in hundredths of a second. */
const used = () => {
  const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
const send = async ({ path, init }) => {
  const response = await fetch(url + path, init).catch(() => undefined);
  await response?.arrayBuffer().catch(() => undefined);
  return response;
};

const keys = JSON.parse(readFileSync(join(directory, 'data', 'keys.json'), 'utf8'));
const healthy = {
  path: '/v1/communes/duc-lang/plans/2023/indicators?first=100',
  init: { headers: { authorization: `Bearer ${keys.district}` } },
};

/** Ten attacks a second. */
const attacking = (attack) => async (end) => {
  while (performance.now() < end) await Promise.all([send(attack), delay(100)]);
};

/** Requests left to a caller, as an answer says. */
const left = (response) => Number(/r=(\d+)/.exec(response.headers.get('ratelimit'))?.[1]);

/** A caller at its allowed rate: after each request it waits for what that request took, from one round to the next. */
function calling({ name, quota, next }) {
  let turn = 0;
  let before;
  let owed = 0;
  return async (end) => {
    for (let from = performance.now(); from < end; from = performance.now()) {
      const pause = Math.min(owed, end - from);
      await delay(pause);
      owed -= pause;
      if (owed > 0 || performance.now() >= end) return;
      const sent = performance.now();
      const response = await send(next(turn++));
      if (![200, 201, 404].includes(response?.status)) throw new Error(`${name}: ${response?.status}`);
      const now = left(response);
      const took = before === undefined ? 1 : before - now;
      before = now;
      owed = Math.max(0, (took * 60_000) / quota - (performance.now() - sent));
    }
  };
}

/** Milliseconds of each request of a client that asks every 5 ms, while others do something until an end. */
async function measure(others) {
  const end = performance.now() + Number(seconds) * 1000;
  const done = others?.(end);
  const taken = [];
  while (performance.now() < end) {
    const from = performance.now();
    await send(healthy);
    taken.push(performance.now() - from);
    await delay(5);
  }
  await done;
  return taken;
}

const p99 = (taken) => taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.99)];
/** The better of two runs, because other programs use the machine, too. */
const better = async (others) => Math.min(p99(await measure(others)), p99(await measure(others)));

/** A line for one attack or caller; what is above a bar says so. */
function report(cpu, ratio, name) {
  const above = cpu > 50 || ratio > 2;
  if (above) process.exitCode = 1;
  const figures = [cpu?.toFixed(1) ?? '', ratio.toFixed(2)].map((figure) => figure.padStart(7));
  console.log(`${figures.join('')}  ${above ? 'ABOVE' : 'ok   '}  ${name}`);
}

try {
  for (let n = 0; n < 300; n++) await send(healthy);
  for (const attack of measured) for (let n = 0; n < 3; n++) await send(attack);
  console.log(`${'CPU ms'.padStart(7)}${'p99 ×'.padStart(7)}         attack`);
  for (const attack of measured) {
    const from = used();
    for (let n = 0; n < 20; n++) await send(attack);
    const cpu = (used() - from) / 20;
    const without = await better();
    const ratio = (await better(attacking(attack))) / without;
    report(cpu, ratio, attack.name);
  }
  for (const caller of callers(keys).filter(({ name }) => name.includes(named))) {
    const call = calling(caller);
    const [without, during] = [[], []];
    for (let round = 0; round < 5; round++) {
      without.push(...(await measure()));
      during.push(...(await measure(call)));
    }
    report(undefined, p99(during) / p99(without), caller.name);
  }
} finally {
  await program.stop();
  rmSync(directory, { recursive: true, force: true });
}
