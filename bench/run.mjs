/**
 * `npm run bench -- [--rounds 7] [--seconds 3] [--only text] [--connections 16] [--pool 10] [--requests 200000] [--try]`: prepares,
 * compares, measures, and writes RESULTS.md if there were at least 7 rounds and 200,000 requests.
 * A round drives every side for so many seconds; `--requests` are those of the memory. `--try` is one round of a second and 4,000 requests.
 * `--only` takes the reads and the costs whose names hold the text, and writes nothing.
 */
import { cpus, loadavg } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { approvals } from './approvals.mjs';
import { memory, overload, pullCost, starts, wholeFeed } from './costs.mjs';
import { district } from './district.mjs';
import { measureReads } from './reads.mjs';
import { loader } from './sides.mjs';
import { standings } from './standings.mjs';
import { tableOf } from './table.mjs';
import { weightsOf } from './weights.mjs';

const text = { type: 'string' };
const { values } = parseArgs({
  options: {
    rounds: text,
    seconds: text,
    only: text,
    connections: text,
    pool: text,
    requests: text,
    try: { type: 'boolean' },
  },
});
const { rounds, seconds, requests, connections, pool, only } = {
  rounds: 7,
  seconds: 3,
  requests: 200_000,
  connections: 16,
  pool: 10,
  only: '',
  ...(values.try && { rounds: 1, seconds: 1, requests: 4_000 }),
  ...values,
};
const asked = {
  rounds: Number(rounds),
  seconds: Number(seconds),
  connections: Number(connections),
  poolSize: Number(pool),
  only,
  requests: Number(requests),
};

const prepared = await district(import.meta.dirname);
const driver = loader();
const parts = [];
try {
  const before = loadavg()[0];
  const reads = await measureReads(prepared, { ...asked, load: driver.load });
  if (reads.length > 0) parts.push(tableOf(reads));
  const weights = weightsOf(reads);
  if (weights) parts.push(weights);
  parts.push(
    `${cpus().length} cores (${cpus()[0].model}), ${asked.rounds} rounds of ${asked.seconds} s, ${asked.connections} connections, pool of ${asked.poolSize}; load of the machine before: ${before.toFixed(1)}.`,
  );
  parts.push('## Other measurements');
  const costs = { pullCost, wholeFeed, approvals, standings, starts, overload, memory };
  for (const [name, measure] of Object.entries(costs)) {
    if (!name.includes(asked.only)) continue;
    console.error(name);
    parts.push(await measure(prepared, { ...asked, load: driver.load }));
  }
} finally {
  driver.stop();
  await prepared.stop();
}
const written = `<!-- written by npm run bench -->\n\n${parts.join('\n\n')}\n`;
console.log(written);
if (asked.only === '' && asked.rounds >= 7 && asked.requests >= 200_000)
  writeFileSync(new URL('RESULTS.md', import.meta.url), written);
process.exit(0);
