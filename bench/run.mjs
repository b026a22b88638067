/**
 * `npm run bench -- [--rounds 7] [--seconds 5] [--only text] [--connections 16] [--pool 10] [--requests 200000]`: prepares,
 * compares, measures, and writes RESULTS.md. `--only` takes the reads and the costs whose names hold the text, and writes nothing.
 */
import { cpus, loadavg } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { approvals, memory, overload, pullCost, starts, wholeFeed } from './costs.mjs';
import { district } from './district.mjs';
import { measureReads } from './reads.mjs';
import { loader } from './sides.mjs';
import { tableOf } from './table.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '5' }, only: { type: 'string', default: '' }, connections: { type: 'string', default: '16' }, pool: { type: 'string', default: '10' }, requests: { type: 'string', default: '200000' } } });
const asked = { rounds: Number(values.rounds), seconds: Number(values.seconds), connections: Number(values.connections), poolSize: Number(values.pool), only: values.only, requests: Number(values.requests) };

const prepared = await district(import.meta.dirname);
const driver = loader();
const parts = [];
try {
  const before = loadavg()[0];
  const reads = await measureReads(prepared, { ...asked, load: driver.load });
  if (reads.length > 0) parts.push(tableOf(reads));
  parts.push(`${cpus().length} cores (${cpus()[0].model}), ${asked.rounds} rounds of ${asked.seconds} s, ${asked.connections} connections, pool of ${asked.poolSize}; load of the machine before: ${before.toFixed(1)}.`);
  const costs = { pullCost, wholeFeed, approvals, starts, overload, memory };
  for (const [name, measure] of Object.entries(costs)) {
    if (!name.includes(asked.only)) continue;
    console.error(name);
    parts.push(await measure(prepared, { ...asked, load: driver.load }));
  }
} finally {
  driver.stop();
  await prepared.stop();
}
const text = `<!-- written by npm run bench -->\n\n${parts.join('\n\n')}\n`;
console.log(text);
if (asked.only === '') writeFileSync(new URL('RESULTS.md', import.meta.url), text);
process.exit(0);
