/**
 * `npm run bench -- [--rounds 7] [--seconds 5] [--only text] [--connections 16]`: prepares, compares, measures, and writes
 * RESULTS.md. `--only` takes the works whose names hold the text.
 */
import { cpus, loadavg } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { district } from './district.mjs';
import { measureReads } from './reads.mjs';
import { loader } from './sides.mjs';
import { tableOf } from './table.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '5' }, only: { type: 'string', default: '' }, connections: { type: 'string', default: '16' }, pool: { type: 'string', default: '10' } } });
const asked = { rounds: Number(values.rounds), seconds: Number(values.seconds), connections: Number(values.connections), poolSize: Number(values.pool), only: values.only };

const prepared = await district(import.meta.dirname);
const driver = loader();
const parts = [];
try {
  const before = loadavg()[0];
  parts.push(tableOf(await measureReads(prepared, { ...asked, load: driver.load })));
  parts.push(`${cpus().length} cores (${cpus()[0].model}), ${asked.rounds} rounds of ${asked.seconds} s, ${asked.connections} connections, pool of ${asked.poolSize}; load of the machine before: ${before.toFixed(1)}.`);
} finally {
  driver.stop();
  await prepared.stop();
}
const text = `${parts.join('\n\n')}\n`;
console.log(text);
if (asked.only === '') writeFileSync(new URL('RESULTS.md', import.meta.url), text);
process.exit(0);
