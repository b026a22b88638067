import 'reflect-metadata';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../dist/migrations/all.js';
import { Clock } from '../dist/src/access/clock.js';
import { startEmbedded } from '../dist/src/embedded/embedded.js';
import { migrate } from '../dist/src/database/migrate.js';
import { loadSample, sampleDay } from '../dist/src/sample/sample.js';
import { withServices } from '../dist/src/installation.js';

/**
 * Starts one PostgreSQL for a run of the tests, in a directory, with two databases to clone: `template_empty` is migrated,
 * `template_sample` holds the sample, too.
 */
const [directory] = process.argv.slice(2);
const embedded = await startEmbedded(directory, {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
});
const { adminUrl, ownerUrl, runtimeUrl, runtimePassword } = embedded;
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
const url = (name) => ownerUrl.replace(/thidua$/, name);
await admin.query('create database template_empty owner thidua_owner');
await migrate(url('template_empty'), migrations, runtimePassword);
await admin.query('create database template_sample template template_empty owner thidua_owner');
const keys = await withServices(url('template_sample'), new Clock(sampleDay), loadSample);
const { rows } = await admin.query(`select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as postmaster`);
await admin.end();
// Whole at once: the workers wait for it.
const file = join(directory, 'cluster.json');
writeFileSync(`${file}.part`, JSON.stringify({ ...rows[0], adminUrl, ownerUrl, runtimeUrl, runtimePassword, keys }));
renameSync(`${file}.part`, file);
