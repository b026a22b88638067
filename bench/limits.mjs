/**
 * Cost of attacks, and their effect on a healthy client: `node bench/limits.mjs [seconds [part of a name]]` on a built tree.
 * Starts the program on a database of its own, sends every attack of `attacks.mjs`, and prints CPU milliseconds of the
 * server for one, and the healthy client's p99 with ten attacks a second as a multiple of the p99 without.
 * Bars: 50 ms, 2×.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { attacks, texts } from './attacks.mjs';
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
};

const key = JSON.parse(readFileSync(join(directory, 'data', 'keys.json'), 'utf8')).district;
const healthy = {
  path: '/v1/communes/duc-lang/plans/2023/indicators?first=100',
  init: { headers: { authorization: `Bearer ${key}` } },
};

/** p99 in milliseconds of a client with a request every 5 ms, during ten attacks a second. */
async function p99(attack) {
  const end = performance.now() + Number(seconds) * 1000;
  const attacking =
    attack &&
    (async () => {
      while (performance.now() < end) await Promise.all([send(attack), delay(100)]);
    })();
  const taken = [];
  while (performance.now() < end) {
    const from = performance.now();
    await send(healthy);
    taken.push(performance.now() - from);
    await delay(5);
  }
  await attacking;
  return taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.99)];
}

try {
  for (let n = 0; n < 300; n++) await send(healthy);
  for (const attack of measured) for (let n = 0; n < 3; n++) await send(attack);
  console.log(`${'CPU ms'.padStart(7)} ${'p99 ×'.padStart(6)}  attack`);
  for (const attack of measured) {
    const from = used();
    for (let n = 0; n < 20; n++) await send(attack);
    const cpu = (used() - from) / 20;
    // The better of two runs, on both sides, because other programs use the machine, too.
    const without = Math.min(await p99(), await p99());
    const ratio = Math.min(await p99(attack), await p99(attack)) / without;
    console.log(`${cpu.toFixed(1).padStart(7)} ${ratio.toFixed(2).padStart(6)}  ${attack.name}`);
  }
} finally {
  await program.stop();
  rmSync(directory, { recursive: true, force: true });
}
