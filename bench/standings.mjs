/** Scoring of a scheme of 60 units and 40 criteria, and reads of the table it gives, in a copy of the database. */
import { readFileSync } from 'node:fs';
import { Clock } from '../dist/src/access/clock.js';
import { AccessService } from '../dist/src/access/access.service.js';
import { scopes } from '../dist/src/access/permissions.js';
import { AppointmentActsService } from '../dist/src/actors/appointment-acts.service.js';
import { KeyActsService } from '../dist/src/actors/key-acts.service.js';
import { RegistryService } from '../dist/src/communes/registry.service.js';
import { withServices } from '../dist/src/installation.js';
import { SchemeActsService } from '../dist/src/standings/scheme-acts.service.js';
import { UnitActsService } from '../dist/src/units/unit-acts.service.js';
import { communeKey } from './communes.mjs';
import { meter } from './cpu.mjs';
import { asAdmin, today, withAdmin } from './district.mjs';
import { median } from './reads.mjs';
import { newerNode, ours } from './sides.mjs';
import { markOf } from './table.mjs';

const commune = communeKey(1);
const at = { commune, plan: '2023' };
const scheme = 'thi-dua';
const numbers = (count) => Array.from({ length: count }, (_, place) => place + 1);
const two = (number) => String(number).padStart(2, '0');
const units = numbers(60).map((number) => `u${two(number + 5)}`);

const lines = [
  (figure) => ({ kind: 'PROPORTIONAL', quantity: { figure, reading: 'VALUE' }, full: '4000' }),
  (figure) => ({ kind: 'RELATIVE', figure, better: 'MORE' }),
  (figure) => ({ kind: 'SPREAD', figure, better: 'MORE' }),
  (figure) => ({ kind: 'PLACED', figure, better: 'MORE', points: ['10', '9', '8', '7', '6'], otherwise: '5' }),
];

/** Ten groups of four criteria, each by one indicator in another way; two classes have a quota. */
const rules = {
  blocks: numbers(3).map((block) => ({
    code: `khoi-${block}`,
    name: `Khối ${block}`,
    members: units.filter((_, place) => place % 3 === block - 1).map((unit) => ({ unit })),
  })),
  figures: numbers(40).map((place) => ({
    code: `so-${place}`,
    name: `Số liệu ${place}`,
    kind: 'NUMBER',
    indicator: `chi-tieu-${two(place)}`,
    measure: { unit: 'TONNE' },
  })),
  tree: {
    code: 'tong',
    name: 'Tổng điểm',
    max: '400',
    formula: { kind: 'SUM' },
    children: numbers(10).map((group) => ({
      code: `nhom-${group}`,
      name: `Nhóm ${group}`,
      max: '40',
      formula: { kind: 'SUM' },
      children: lines.map((formula, place) => {
        const number = 4 * (group - 1) + place + 1;
        return { code: `muc-${number}`, name: `Mục ${number}`, max: '10', formula: formula(`so-${number}`) };
      }),
    })),
  },
  rounding: { leaf: 2, total: 1 },
  classes: [
    { code: 'xuat-sac', name: 'Xuất sắc', ways: [{ min: '200' }] },
    { code: 'tien-tien', name: 'Tiên tiến', ways: [{ min: '100' }] },
    { code: 'dat', name: 'Đạt' },
  ],
  quotas: [{ class: 'xuat-sac', percent: '20' }],
};

/** Seconds of a scoring, memory beside twenty more, and reads of the published table against that of a plan. */
export async function standings(district, { poolSize, rounds, seconds, connections, load, count = 20 }) {
  const name = 'bench_standings';
  await withAdmin(district.adminUrl, (client) => client.query(`drop database if exists ${name}`));
  await withAdmin(district.adminUrl, (client) => client.query(`create database ${name} template thidua`));
  const env = { ANSWER_CACHE: '0' };
  const flags = ['--max-old-space-size=192', '--max-semi-space-size=16'];
  let side;
  try {
    const clerk = await withServices(asAdmin(district, name), new Clock(today), prepare);
    await withAdmin(asAdmin(district, name), report);
    side = await ours(newerNode, district.runtimeUrl.replace(/thidua$/, name), { poolSize, env, flags });
    const score = (query) => posted(side, clerk, `publications${query}`, { scheme, period: '2023' });
    for (let time = 0; time < 3; time++) await score('?validate=only');
    const before = memoryOf(side);
    const spent = meter(district.directory, side.pid);
    const from = spent();
    const tried = await timed(count, () => score('?validate=only'));
    const scored = await timed(count, () => score(''));
    const after = memoryOf(side);
    const to = spent();
    const [node, postgres] = ['node', 'postgres'].map((part) => (to[part] - from[part]) / 1e6 / (2 * count));

    const table = await score('');
    const size = JSON.stringify(table).length / 2 ** 20;
    const chair = district.keys.chair[commune];
    const published = await timed(1, () =>
      posted(side, chair, `publications/${table.id}/publish`, { reason: 'Đo' }, { 'if-match': `"${table.version}"` }),
    );
    const reads = {
      plan: '',
      'list of 60 standings': `/standings?scheme=${scheme}&period=2023&first=60`,
      'one standing with its tree': `/standings/${units[0]}?period=2023`,
    };
    const rates = Object.fromEntries(Object.keys(reads).map((each) => [each, []]));
    const driven = Object.entries(reads).map(([each, path]) => [each, requestOf(side, chair, path)]);
    for (const [, request] of driven) await load({ ...request, connections, seconds: Math.min(seconds, 2) });
    for (let round = 0; round < rounds; round++)
      for (const [each, request] of driven) {
        const { rate, seconds: taken, errors } = await load({ ...request, connections, seconds });
        if (errors > 0 || rate === 0) throw new Error(`${each} failed.`);
        rates[each].push(rate / taken);
      }
    const against = (each) => markOf(rates[each].map((rate, round) => rate / rates.plan[round]));
    const inSeconds = (taken) => `median ${median(taken).toFixed(2)} s, slowest ${Math.max(...taken).toFixed(2)} s`;
    return [
      `Scoring a scheme of 60 units and 40 criteria from ${60 * 40 * 12} results, one after the other, ${count} times each: \`?validate=only\` ${inSeconds(tried)}; as a candidate ${inSeconds(scored)} ${median(scored) <= 2 ? '**✓**' : '**✗**'} 2; published in ${published[0].toFixed(2)} s; the answer has ${size.toFixed(1)} MB. Processor time of one: Node ${node.toFixed(2)} s, PostgreSQL ${postgres.toFixed(2)} s. RSS ${before} MB before and ${after} MB after them, under ${flags.join(' ')}.`,
      `Reads of the published table (nothing remembered) ÷ read of the plan (${Math.round(median(rates.plan))} a second): ${Object.keys(
        reads,
      )
        .slice(1)
        .map((each) => `${each} ${against(each)} (${Math.round(median(rates[each]))} a second)`)
        .join('; ')}.`,
    ].join('\n\n');
  } finally {
    await side?.stop();
    await withAdmin(district.adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
}

/** Key of a clerk, in a commune that has got the other units, and the scheme. */
async function prepare(app) {
  const actor = app.get(AccessService).operator(await app.get(RegistryService).everywhere());
  for (const code of units.slice(15))
    await app.get(UnitActsService).addUnit(actor, commune, {
      code,
      kind: 'HAMLET',
      name: `Khu dân cư ${code}`,
      parent: 'u02',
      validFrom: '2021-07-01',
      invented: true,
    });
  const drafted = { code: scheme, name: 'Thang điểm thi đua (giả định)', rules, allowedBecause: 'Đo' };
  const { version } = await app.get(SchemeActsService).draftScheme(actor, at, drafted);
  await app.get(SchemeActsService).adoptScheme(actor, { ...at, scheme, expectedVersion: version }, {});
  const who = { actor: 'clerk', name: 'clerk', kind: 'SYSTEM', role: 'CLERK', validFrom: '2021-07-01' };
  await app.get(AppointmentActsService).appoint(actor, commune, who);
  const asked = { actor: 'clerk', scopes: scopes.filter((scope) => scope !== 'personal:read') };
  return (await app.get(KeyActsService).issueKey(actor, commune, asked)).key;
}

/** Gives the other units the results of those that report, each a little more. */
async function report(client) {
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into result (commune_id, id, indicator_id, unit_id, period, scope, value, submission_id, approved_on, audience, version)
     select x.commune_id, gen_random_uuid(), x.indicator_id, n.id, x.period, x.scope, (x.value::int + n.place)::text, x.submission_id, x.approved_on, x.audience, x.version
     from commune k
     join (select u.commune_id, u.id, u.code, substr(u.code, 2)::int as place from unit u where u.code ~ '^u[0-9]+$') n
       on n.commune_id = k.id and n.place > 20
     join unit o on o.commune_id = k.id and o.code = 'u' || lpad((6 + n.place % 15)::text, 2, '0')
     join result x on x.commune_id = k.id and x.unit_id = o.id and x.period like '2023-%'
     where k.key = $1`,
    [commune],
  );
  await client.query('vacuum (analyze) result');
}

const requestOf = ({ url, pid }, key, path) => ({
  ...{ url: `${url}/v1/communes/${commune}/plans/${at.plan}${path}`, pid, method: 'GET' },
  headers: { authorization: `Bearer ${key}` },
});

async function posted(side, key, path, body, more = {}) {
  const { url, headers } = requestOf(side, key, `/${path}`);
  const sent = { ...headers, 'content-type': 'application/json', ...more };
  const response = await fetch(url, { method: 'POST', headers: sent, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Seconds of each of so many, one after the other. */
async function timed(count, work) {
  const taken = [];
  while (taken.length < count) {
    const from = performance.now();
    await work();
    taken.push((performance.now() - from) / 1000);
  }
  return taken;
}

/** Resident memory in MB. */
const memoryOf = ({ pid }) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
