/** Measurements besides the reads: a pull as the journal grows, the whole feed, overload, memory, starts. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { to as copyTo } from './copy.mjs';
import { communeKey } from './communes.mjs';
import { asAdmin, withAdmin } from './district.mjs';
import { newerNode, ours, start } from './sides.mjs';
import { median, quantile } from './reads.mjs';
import { markOf } from './table.mjs';
import { awardChain } from './works.mjs';
import { ChangesQueries } from '../dist/src/journal/changes.queries.js';

const commune = communeKey(1);
const verdict = (holds) => (holds ? '**✓**' : '**✗**');
const bearer = (key) => ({ authorization: `Bearer ${key}` });

/** Buffers that each statement of an incremental pull touches, on journals of 10⁴ and 10⁶ changes. */
export async function pullCost(district) {
  const name = 'bench_pull';
  const admin = district.adminUrl;
  await withAdmin(admin, (client) => client.query(`drop database if exists ${name}`));
  await withAdmin(admin, (client) => client.query(`create database ${name} template thidua`));
  try {
    await withAdmin(asAdmin(district, name), async (client) => {
      await client.query('set session_replication_role = replica; set synchronous_commit = off');
      for (const [id, count] of [
        [9_004, 10_000],
        [9_006, 1_000_000],
      ]) {
        await client.query(
          `insert into commune (id, key, name, kind_text, invented) values ($1, $2, 'xã', 'xã', true)`,
          [id, `xa-${id}`],
        );
        await client.query(
          `insert into chain select $1::int, p, sha256(p::text::bytea), case when p % 3 = 0 then 'SUPERIOR' else 'INSIDE' end::audience from generate_series(1, $2::int / 10) p`,
          [id, count],
        );
        await client.query(
          `insert into change select $1::int, p, i, 'UPSERT', 'result.approved', 'result', gen_random_uuid()::text, 1, null, 'SUPERIOR', '2023-01-01', '2023-01-01', repeat('0', 64), null, jsonb_build_object('value', p), sha256('x'), 2, sha256('x')
           from generate_series(1, $2::int / 10) p, generate_series(1, 10) i`,
          [id, count],
        );
      }
      await client.query('vacuum (analyze) change');
      await client.query('vacuum (analyze) chain');
    });
    const client = new pg.Client({ connectionString: district.runtimeUrl.replace(/thidua$/, name) });
    await client.connect();
    const lines = [];
    const worst = [];
    for (const at of ['head', 'last 500']) {
      const touched = [];
      for (const [id, count] of [
        [9_004, 10_000],
        [9_006, 1_000_000],
      ]) {
        const asked = [];
        const queries = new ChangesQueries({
          rows: async (statement, text, values) => (asked.push({ statement, text, values }), []),
          row: async (statement, text, values) => void asked.push({ statement, text, values }),
        });
        const reach = { commune: id, sees: 'SUPERIOR', units: null };
        const position = at === 'head' ? count / 10 : count / 10 - 50;
        await queries.hashUpTo({ position: count / 10 }, reach, position);
        await queries.after(reach, { position, item: 10, limit: 5_001, bytes: 4_000_000, personal: false });
        await queries.head(reach);
        await client.query(`BEGIN; SET LOCAL app.reach = '${id}'`);
        const figures = [];
        for (const { statement, text, values } of asked) figures.push(await explained(client, statement, text, values));
        await client.query('ROLLBACK');
        touched.push(figures);
      }
      touched[0].forEach(({ statement, buffers, ms }, place) => {
        const big = touched[1][place];
        worst.push(big.buffers - buffers);
        lines.push(`| ${at} | ${statement} | ${buffers} | ${big.buffers} | ${ms.toFixed(2)} | ${big.ms.toFixed(2)} |`);
      });
    }
    await client.end();
    return `Incremental pull, the same statements on a journal of 10⁴ and of 10⁶ changes: at most 3 more buffers ${verdict(Math.max(...worst) <= 3)}\n\n| cursor at | statement | buffers, 10⁴ | buffers, 10⁶ | ms, 10⁴ | ms, 10⁶ |\n| --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}`;
  } finally {
    await withAdmin(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
}

async function explained(client, statement, text, values) {
  // Sent as the program sends it; at the third time everything is in memory.
  const read = async () =>
    (await client.query({ text: `explain (analyze, buffers, format json) ${text}`, values })).rows[0]['QUERY PLAN'][0];
  await read();
  await read();
  const { Plan, 'Execution Time': ms } = await read();
  return { statement, buffers: Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'], ms };
}

/** The whole feed of a commune, page after page, against COPY of the same rows. Neither is parsed; two seconds warm both. */
export async function wholeFeed(district, asked) {
  const lines = [
    await feedOnce(district, asked, { ANSWER_CACHE: '0' }, 'nothing remembered'),
    await feedOnce(district, asked, {}, 'as it comes, the same consumer again and again'),
  ];
  return lines.join('\n');
}

async function feedOnce(district, { poolSize, rounds }, env, how) {
  const side = await ours(newerNode, district.runtimeUrl, { poolSize, env });
  try {
    const ratios = [];
    let items = 0;
    const warm = performance.now() + 2_000;
    while (ratios.length < rounds) {
      let from = performance.now();
      let more = true;
      let cursor = '';
      items = 0;
      while (more) {
        const page = await (
          await fetch(`${side.url}/v1/communes/${commune}/changes?first=5000${cursor && `&cursor=${cursor}`}`, {
            headers: bearer(district.keys.district),
          })
        ).text();
        [, cursor, more] = /"cursor":"([\w-]+)","more":(true|false)/.exec(page.slice(-400));
        more = more === 'true';
        items += page.split('"position":').length - 2;
      }
      const taken = performance.now() - from;
      from = performance.now();
      await copyTo(district, commune);
      if (from > warm) ratios.push((performance.now() - from) / taken);
    }
    return `- Whole feed of a commune (${items} changes, 5,000 a page; ${how}) ÷ COPY of the same rows: ${markOf(ratios, [0.45, 0.6])}.`;
  } finally {
    await side.stop();
  }
}

/** Overload: twice the connections that saturate the server, of two callers, who have half of the places each. */
export async function overload(district, { poolSize, seconds, load }) {
  const side = await ours(newerNode, district.runtimeUrl, { poolSize });
  try {
    const request = {
      url: side.url,
      requests: [district.keys.district, district.keys.chair[commune]].map((key) => ({
        method: 'GET',
        path: `/v1/communes/${commune}/results?first=100`,
        headers: bearer(key),
      })),
      seconds,
    };
    await load({ ...request, connections: 16, seconds: 2 });
    const saturated = await load({ ...request, connections: 64 });
    const twice = await load({ ...request, connections: 128 });
    const refused =
      Object.entries(twice.statuses)
        .filter(([status]) => status !== '200')
        .map(([status, count]) => `${count} × ${status}`)
        .join(', ') || 'none refused';
    return `Overload: saturated (64 connections) p99 ${Math.round(saturated.p99)} ms; at twice that (128) the accepted have p99 ${Math.round(twice.p99)} ms, ${(twice.p99 / saturated.p99).toFixed(2)}× ${verdict(twice.p99 <= 2 * saturated.p99)} 2×; ${refused}.`;
  } finally {
    await side.stop();
  }
}

/**
 * Memory after many mixed requests in an old space of 192 MB, of officials and superiors; a sixth are 600 distinct documents.
 * RSS (MB) after the last request, and the heap after a collection (MB), against the heap after the first tenth.
 * On Node 24 the young generation grows until it and the old space exceed the limit; then the collector runs without end.
 */
export async function memory(district, asked) {
  const atHand = await memoryOf(district, { ...asked, node: process.execPath, limits: ['--max-old-space-size=192'] });
  return `${atHand}\n\n${await memoryOf(district, { ...asked, node: newerNode, limits: ['--max-old-space-size=192', '--max-semi-space-size=16'] })}`;
}

async function memoryOf(district, { poolSize, requests, load, node, limits }) {
  const side = await ours(node, district.runtimeUrl, {
    poolSize,
    flags: [...limits, '--expose-gc', '--import', join(import.meta.dirname, 'heap.mjs')],
  });
  const heap = async () => {
    process.kill(side.pid, 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return Number(readFileSync(`/tmp/thidua-heap-${side.pid}`, 'utf8'));
  };
  try {
    const awarding = communeKey(2);
    const given = await (
      await fetch(`${side.url}/v1/communes/${awarding}/awards?first=1`, { headers: bearer(district.keys.district) })
    ).json();
    const get = (path) => ({ method: 'GET', path, headers: bearer(district.keys.district) });
    const ask = (key, query, variables) => ({
      method: 'POST',
      path: '/graphql',
      headers: { ...bearer(key), 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const results = get(`/v1/communes/${commune}/results?first=5`);
    const unit = get(`/v1/communes/${commune}/units/u03`);
    const indicators = ask(
      district.keys.district,
      `{ results(commune: "${commune}", first: 5) { nodes { id value indicator { code } } } }`,
    );
    const changes = get(`/v1/communes/${commune}/changes?first=20`);
    const chain = ask(district.keys.chair[awarding], awardChain, { commune: awarding, award: given.items[0].id });
    const twenty = Array.from({ length: 4 }, () => [results, indicators, results, unit, changes]).flat();
    // More documents than the program remembers the selections of.
    const mix = Array.from({ length: 600 }, (_, n) => [
      ...twenty.slice(n % 15, (n % 15) + 5),
      ask(district.keys.district, `query d${n} { results(commune: "${commune}", first: 5) { nodes { id value } } }`),
      ...(n % 4 === 0 ? [chain] : []),
    ]).flat();
    const send = async () => {
      const { statuses, errors } = await load({ url: side.url, requests: mix, connections: 16, amount: requests / 10 });
      if (errors > 0 || statuses[200] !== requests / 10)
        throw new Error(`memory: ${errors} errors, ${JSON.stringify(statuses)}`);
    };
    await send();
    const early = await heap();
    for (let tenth = 1; tenth < 10; tenth++) await send();
    const late = await heap();
    const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${side.pid}/status`, 'utf8'))[1]) / 1024;
    const grown = (late / early - 1) * 100;
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    return `Memory after ${requests} mixed requests, Node ${version.slice(1)} under ${limits.join(' ')}: RSS ${Math.round(rss)} MB ${verdict(rss <= 300)} 300; heap after GC ${(late / 2 ** 20).toFixed(1)} MB, ${grown.toFixed(1)} % from the ${(early / 2 ** 20).toFixed(1)} MB after the first ${requests / 10} ${verdict(Math.abs(grown) <= 10)} 10 %.`;
  } finally {
    await side.stop();
    rmSync(`/tmp/thidua-heap-${side.pid}`, { force: true });
  }
}

/** Starts on a data directory of its own: the first start creates the database and the sample. */
export async function starts() {
  const directory = mkdtempSync(join(tmpdir(), 'thidua-starts-'));
  chmodSync(directory, 0o755);
  const env = { DATA_DIR: join(directory, 'data'), PORT: '0', DATABASE_URL: '' };
  const taken = [];
  try {
    for (let time = 0; time < 4; time++) {
      const from = performance.now();
      const program = await start(process.execPath, ['dist/src/main.js'], env);
      taken.push((performance.now() - from) / 1000);
      await program.stop();
    }
  } finally {
    const link = join(directory, 'data', 'postgres');
    spawnSync('rm', [
      '-rf',
      spawnSync('readlink', ['-f', link], { encoding: 'utf8' }).stdout.trim() || link,
      directory,
    ]);
  }
  const [first, ...others] = taken;
  return `Start to ready (Node ${process.versions.node}): first, with the sample, ${first.toFixed(1)} s ${verdict(first <= 15)} 15; second ${median(others).toFixed(1)} s ${verdict(median(others) <= 3)} 3.`;
}
