/**
 * District to measure: 25 communes, each with 20 units, 40 indicators, 12 months of approved results and the journal of
 * that year; all but the first have an award, and the third has four quarters of the year before in a plan of their own. Registry, units, plans, keys, files and awards are made by the services of
 * the program, the reports by SQL with journal lines by the rules of the program. Cached in `.data/<hash of the migrations>`.
 */
import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { migrations } from '../dist/migrations/all.js';
import { Clock } from '../dist/src/access/clock.js';
import { AccessService } from '../dist/src/access/access.service.js';
import { scopes } from '../dist/src/access/permissions.js';
import { AppointmentActsService } from '../dist/src/actors/appointment-acts.service.js';
import { KeyActsService } from '../dist/src/actors/key-acts.service.js';
import { journalData } from '../dist/src/api/shown.js';
import { RegistryService } from '../dist/src/communes/registry.service.js';
import { createDatabase, startEmbedded } from '../dist/src/embedded/embedded.js';
import { migrate } from '../dist/src/database/migrate.js';
import { UploadsService } from '../dist/src/documents/uploads.service.js';
import { IndicatorActsService } from '../dist/src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../dist/src/indicators/plan-acts.service.js';
import { withServices } from '../dist/src/installation.js';
import { commitment, contentHash as hashOfContent, leafHash, linkHash } from '../dist/src/journal/chain.rules.js';
import { pageOf } from '../dist/src/sample/evidence.js';
import { Result } from '../dist/src/submissions/result.entity.js';
import { Submission } from '../dist/src/submissions/submission.entity.js';
import { contentHash } from '../dist/src/submissions/submission.rules.js';
import { UnitActsService } from '../dist/src/units/unit-acts.service.js';
import { award } from './awards.mjs';
import { communeKey } from './communes.mjs';

/** Legal date of the measured program. */
export const today = '2024-01-31';
const begun = '2021-07-01';
const size = { communes: 25, units: 20, indicators: 40, months: 12 };
const numbers = (count) => Array.from({ length: count }, (_, place) => place + 1);
const two = (number) => String(number).padStart(2, '0');

/** Communes with a council; not the first, whose measured tree of units has no people. */
const awarding = numbers(size.communes).slice(1).map(communeKey);

/** The commune whose progress is measured. */
export const progressing = communeKey(3);

/** Running cluster with the district. `keys` are the API keys: `district`, and `chair` by commune. */
export async function district(here) {
  const folder = new URL('../migrations/', import.meta.url);
  const hash = createHash('sha256').update(readFileSync(new URL(import.meta.url)));
  for (const name of readdirSync(folder, { recursive: true })
    .filter((each) => each.includes('.'))
    .sort())
    hash.update(readFileSync(new URL(name, folder)));
  const directory = join(here, '.data', hash.digest('hex').slice(0, 12));
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
  const embedded = await startEmbedded(directory, { shared_buffers: '1GB', max_wal_size: '8GB' });
  const keysFile = join(directory, 'keys.json');
  try {
    await createDatabase(embedded, async (ownerUrl) => {
      const from = Date.now();
      await migrate(ownerUrl, migrations, embedded.runtimePassword);
      const keys = await withServices(ownerUrl, new Clock(today), found);
      const admin = asAdmin(embedded, 'thidua_unfinished');
      await fill(admin);
      await withServices(ownerUrl, new Clock(today), award(awarding));
      await withAdmin(admin, (client) => client.query('vacuum (analyze, freeze)'));
      writeFileSync(keysFile, JSON.stringify(keys), { mode: 0o600 });
      console.error(`district made in ${Math.round((Date.now() - from) / 1000)} s`);
    });
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  if (!existsSync(keysFile)) throw new Error(`${directory} has no keys: delete it.`);
  return { ...embedded, directory, keys: JSON.parse(readFileSync(keysFile, 'utf8')) };
}

/** URL of a database for the superuser. */
export const asAdmin = ({ adminUrl }, database = 'thidua') => adminUrl.replace(/postgres$/, database);

/** Client of the superuser. */
export async function withAdmin(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Makes registry, units, plans and keys by the services. */
async function found(app) {
  const registry = app.get(RegistryService);
  const operator = async () => app.get(AccessService).operator(await registry.everywhere());
  await registry.addSuperior(await operator(), {
    key: 'huyen',
    name: 'huyện Đo (giả định)',
    kindText: 'huyện',
    invented: true,
  });
  for (const commune of numbers(size.communes)) {
    await registry.addCommune(await operator(), {
      key: communeKey(commune),
      name: `xã Đo ${commune} (giả định)`,
      kindText: 'xã',
      invented: true,
    });
    await registry.supervise(await operator(), {
      superior: 'huyen',
      supervised: communeKey(commune),
      validFrom: begun,
    });
  }
  const actor = await operator();
  const appoint = async (commune, who, at) => {
    await app
      .get(AppointmentActsService)
      .appoint(actor, commune, { actor: who, name: who, kind: 'SYSTEM', validFrom: begun, ...at });
    return (
      await app
        .get(KeyActsService)
        .issueKey(actor, commune, { actor: who, scopes: scopes.filter((scope) => scope !== 'personal:read') })
    ).key;
  };
  const keys = { district: await appoint('registry', 'district', { role: 'SUPERIOR', superior: 'huyen' }), chair: {} };
  for (const number of numbers(size.communes)) {
    const commune = communeKey(number);
    keys.chair[commune] = await appoint(commune, 'chair', { role: 'CHAIRPERSON' });
    // A commune, four offices, and three hamlets below each of them; the last has one less.
    for (const unit of numbers(size.units)) {
      const kind = unit === 1 ? 'BODY' : unit <= 5 ? 'DEPARTMENT' : 'HAMLET';
      const parent = unit === 1 ? undefined : unit <= 5 ? 'u01' : `u${two(2 + (unit % 4))}`;
      await app.get(UnitActsService).addUnit(actor, commune, {
        code: `u${two(unit)}`,
        kind,
        kindText: 'đơn vị',
        name: `Khu dân cư số ${unit} của xã ${number}`,
        parent,
        validFrom: begun,
        invented: true,
      });
    }
    const then = actor.acting({ on: '2023-01-01' });
    for (const unit of numbers(size.units))
      await app.get(UploadsService).uploadFile(then, { commune }, { file: pageOf(`u${two(unit)}`) });
    if (commune === progressing) await plan(app, actor.acting({ on: '2022-01-01' }), { commune, number, year: 2022 });
    await plan(app, then, { commune, number, year: 2023 });
  }
  return keys;
}

/** Makes the plan of a year with its indicators: those of 2023 are reported each month, earlier ones each quarter. */
async function plan(app, then, { commune, number, year }) {
  const document = {
    type: 'KH',
    symbol: 'KH-UBND',
    year,
    issuedOn: `${year}-01-01`,
    issuer: `Ủy ban nhân dân xã ${number}`,
    title: `Phát động thi đua năm ${year} (giả định)`,
    recipients: [],
    bases: [],
    refersTo: [],
  };
  const draft = {
    key: String(year),
    kind: 'YEARLY',
    year,
    title: `Kế hoạch phát động thi đua năm ${year} (giả định)`,
    deadline: `${year}-12-31`,
    document,
    purposes: ['Thi đua hoàn thành nhiệm vụ.'],
    duties: ['Các đơn vị thực hiện.'],
    sections: [{ path: '1', printedLabel: 'I.', title: 'Kinh tế' }],
  };
  const { key, version } = await app.get(PlanActsService).draftPlan(then, commune, draft);
  for (const place of numbers(size.indicators)) {
    const indicator = {
      code: `chi-tieu-${two(place)}`,
      name: `Chỉ tiêu số ${place}: sản lượng lương thực có hạt`,
      rawText: `phấn đấu đạt ${place * 100} tấn trở lên`,
      sectionPath: '1',
      sortOrder: place,
      needsClarification: false,
      expectedShare: [],
      notPrinted: [],
      measure: { unit: 'TONNE', displayUnit: 'tấn', scale: 0 },
      target: String(place * 100),
      comparator: 'AT_LEAST',
      direction: 'UP',
      counted: true,
      derived: false,
      frequency: year === 2023 ? 'MONTHLY' : 'QUARTERLY',
      reported: 'IN_PERIOD',
      overTime: 'SUM',
      overUnits: 'SUM',
      evidenceRequired: false,
      responsibleUnitCode: `u${two(2 + (place % 4))}`,
    };
    await app.get(IndicatorActsService).addIndicator(then, { commune, plan: key }, indicator);
  }
  await app.get(PlanActsService).issuePlan(then, { commune, plan: key, expectedVersion: version });
}

/** Makes approved reports of twelve months with their results, and verified reports of four quarters. */
const fill = (url) =>
  withAdmin(url, async (client) => {
    await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'");
    const insert = async (table, rows) => {
      for (let start = 0; start < rows.length; start += 2_000)
        await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
          JSON.stringify(rows.slice(start, start + 2_000)),
        ]);
    };
    const { rows: heads } = await client.query(
      'select h.commune_id, h.position::int, h.hash, p.id as plan_id from commune_head h join plan p on p.commune_id = h.commune_id and p.key = $1 order by 1',
      ['2023'],
    );
    for (const head of heads) {
      const { rows: units } = await client.query(
        `select u.id, u.code, u.kind, f.id as proof, f.sha256 from unit u join file f on f.commune_id = u.commune_id and f.name = u.code || '.pdf' where u.commune_id = $1 order by u.code`,
        [head.commune_id],
      );
      const { rows: indicators } = await client.query(
        'select id, code, responsible_unit_id as responsible from indicator where commune_id = $1 and plan_id = $2 order by sort_order',
        [head.commune_id, head.plan_id],
      );
      const made = { submission: [], entry: [], evidence: [], result: [], chain: [], change: [], change_value: [] };
      for (const month of numbers(size.months))
        for (const unit of units)
          report(made, head, {
            plan: head.plan_id,
            unit,
            indicators,
            period: `2023-${two(month)}`,
            approvedOn: month === 12 ? '2024-01-15' : `2023-${two(month + 1)}-15`,
            month,
          });
      for (const quarter of numbers(4))
        for (const unit of units)
          report(made, head, {
            plan: head.plan_id,
            unit,
            indicators,
            period: `2023-Q${quarter}`,
            approvedOn: null,
            month: quarter,
          });
      const { rows: earlier } = await client.query(
        `select i.id, i.code, i.plan_id, i.responsible_unit_id as responsible from indicator i join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
         where i.commune_id = $1 and p.key = '2022' order by i.sort_order`,
        [head.commune_id],
      );
      for (const quarter of earlier.length === 0 ? [] : numbers(4))
        for (const unit of units)
          report(made, head, {
            plan: earlier[0].plan_id,
            unit,
            indicators: earlier,
            period: `2022-Q${quarter}`,
            approvedOn: quarter === 4 ? '2023-01-15' : `2022-${two(3 * quarter + 1)}-15`,
            month: quarter,
          });
      for (const [table, rows] of Object.entries(made)) await insert(table, rows);
      await client.query('update commune_head set position = $2, hash = $3 where commune_id = $1', [
        head.commune_id,
        head.position,
        head.hash,
      ]);
    }
  });

const bytea = (buffer) => `\\x${buffer.toString('hex')}`;

function report(made, head, { plan, unit, indicators, period, approvedOn, month }) {
  const commune_id = head.commune_id;
  const submittedOn = '2023-12-31' < (approvedOn ?? today) ? '2024-01-05' : approvedOn.replace(/15$/, '05');
  const contentSalt = randomBytes(16);
  const scopeOf = (responsible) => (responsible === unit.id ? 'COMMUNE' : 'OWN');
  const record = {
    id: v7(),
    version: 3,
    planId: plan,
    plan: period.slice(0, 4),
    unitId: unit.id,
    unitCode: unit.code,
    unitKind: unit.kind,
    period,
    correctsId: null,
    state: 'VERIFIED',
    submittedOn,
    approvedOn: null,
    narrative: {
      done: `Báo cáo tháng của ${unit.code} (số liệu giả định).`,
      shortfalls: null,
      causes: null,
      proposals: null,
    },
    returnedReason: null,
    findings: [],
    estimate: false,
    entries: indicators.map(({ id, code, responsible }, place) => {
      const value = String((place + 1) * 8 + month);
      // Every tenth is proved, by the one file of the unit.
      return {
        indicatorId: id,
        indicatorCode: code,
        scope: scopeOf(responsible),
        reported: value,
        outOf: null,
        nothingToReport: null,
        note: null,
        remark: null,
        verified: value,
        verifiedReason: null,
        verifiedOn: submittedOn,
        approved: null,
        approvedReason: null,
        evidenceIds: place % 10 === 0 ? [unit.proof] : [],
      };
    }),
  };
  record.contentHash = contentHash(record, { sha256: new Map([[unit.proof, unit.sha256]]), salt: contentSalt });
  const line = (kind, view, seen) => (shown, on) => ({ kind, view, seen, record: shown, on });
  const submission = (kind) => line(kind, Submission, 'INSIDE');
  append(made, head, [
    submission('submission.submitted')(
      {
        ...record,
        version: 2,
        state: 'SUBMITTED',
        entries: record.entries.map((entry) => ({ ...entry, verified: null, verifiedOn: null })),
      },
      submittedOn,
    ),
  ]);
  append(made, head, [submission('submission.verified')(record, submittedOn)]);
  if (approvedOn !== null) {
    Object.assign(record, {
      version: 4,
      state: 'APPROVED',
      approvedOn,
      entries: record.entries.map((entry) => ({ ...entry, approved: entry.verified })),
    });
    const results = record.entries.map(({ indicatorId, indicatorCode, scope, approved }) => ({
      id: v7(),
      version: 1,
      plan: record.plan,
      indicatorId,
      indicatorCode,
      unitId: unit.id,
      unitCode: unit.code,
      period,
      scope,
      value: approved,
      outOf: null,
      submissionId: record.id,
      supersedesId: null,
      approvedOn,
      supersededOn: null,
    }));
    append(made, head, [
      submission('submission.approved')(record, approvedOn),
      ...results.map((result) => line('result.approved', Result, 'SUPERIOR')(result, approvedOn)),
    ]);
    made.result.push(
      ...results.map((result) => ({
        commune_id,
        id: result.id,
        indicator_id: result.indicatorId,
        unit_id: unit.id,
        period,
        scope: result.scope,
        value: result.value,
        submission_id: record.id,
        approved_on: approvedOn,
        audience: 'SUPERIOR',
        version: 1,
      })),
    );
  }
  made.submission.push({
    commune_id,
    id: record.id,
    plan_id: plan,
    unit_id: unit.id,
    period,
    state: record.state,
    narrative: record.narrative,
    findings: record.findings,
    estimate: false,
    submitted_on: submittedOn,
    approved_on: record.approvedOn,
    content_salt: bytea(contentSalt),
    content_hash: record.contentHash,
    audience: 'INSIDE',
    version: record.version,
  });
  made.entry.push(
    ...record.entries.map((entry) => ({
      commune_id,
      submission_id: record.id,
      indicator_id: entry.indicatorId,
      scope: entry.scope,
      reported: entry.reported,
      verified: entry.verified,
      verified_on: entry.verifiedOn,
      approved: entry.approved,
    })),
  );
  made.evidence.push(
    ...record.entries.flatMap(({ indicatorId, evidenceIds }) =>
      evidenceIds.map((file_id) => ({ commune_id, submission_id: record.id, indicator_id: indicatorId, file_id })),
    ),
  );
}

/** Journal lines of one position, as `journal.service` writes them. */
function append(made, head, changes) {
  const { commune_id } = head;
  const position = head.position + 1;
  const leaves = changes.map(({ kind, view, seen, record, on }, index) => {
    const item = index + 1;
    const hide = (pointer, value) => {
      const salt = randomBytes(16);
      made.change_value.push({ commune_id, position, item, pointer, salt: bytea(salt), value });
      return commitment(salt, value);
    };
    const type = kind.slice(0, kind.indexOf('.'));
    const header = { op: 'UPSERT', seen: { before: record.version === 1 ? null : seen, after: seen } };
    const content = {
      kind,
      type,
      recordId: record.id,
      version: record.version,
      on,
      at: `${on}T02:00:00.000Z`,
      actor: hide('/actor', 'chair'),
      data: journalData(view, record, (pointer, value) => hide(`/data${pointer}`, value)),
    };
    const contentOf = hashOfContent(content);
    const hash = leafHash(header, contentOf);
    made.change.push({
      commune_id,
      position,
      item,
      op: header.op,
      kind,
      type,
      record_id: content.recordId,
      version: content.version,
      seen_before: header.seen.before,
      seen_after: header.seen.after,
      on_date: on,
      at: content.at,
      actor: content.actor['#'],
      data: content.data,
      form: 2,
      content: bytea(contentOf),
      leaf: bytea(hash),
    });
    return hash;
  });
  head.hash = linkHash(head.hash, position, leaves);
  head.position = position;
  made.chain.push({
    commune_id,
    position,
    hash: bytea(head.hash),
    seen: changes.some(({ seen }) => seen === 'SUPERIOR') ? 'SUPERIOR' : 'INSIDE',
  });
}
