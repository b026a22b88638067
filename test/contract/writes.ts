import { getNamedType, isListType, isNonNullType } from 'graphql';
import { AppointmentActsService } from '../../src/actors/appointment-acts.service.js';
import { IdentitiesService } from '../../src/actors/identities.service.js';
import { KeyActsService } from '../../src/actors/key-acts.service.js';
import { AcknowledgementsService } from '../../src/indicators/acknowledgements.service.js';
import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { HolidaysService } from '../../src/periods/holidays.service.js';
import { PeriodActsService } from '../../src/periods/period-acts.service.js';
import { TargetActsService } from '../../src/indicators/target-acts.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { as, type TestApp } from '../app.js';
import { file, pdf } from '../files.js';
import { upload } from '../uploads.js';
import { signedFile } from '../awards.js';
import { standingMakers } from './standing-writes.js';
import { awardMakers } from './award-writes.js';
import { remarkMakers } from './remark-writes.js';
import { templateMakers } from './template-writes.js';
import { webhookMakers } from './webhook-writes.js';
import { consultationMakers } from './consultation-writes.js';
import { factMakers } from './fact-writes.js';
import { moneyMakers } from './money-writes.js';
import { isUpload, openApi, operations, rootFields } from './contract.js';
import type { Row } from '../doors.js';

/** A valid request of one act, on a record of its own. */
export interface Write {
  actor: string;
  path?: Record<string, string>;
  input?: object;
  /** Another body that is as valid. */
  other?: object;
  /** The version of the record that is changed. */
  version?: number;
  headers?: Record<string, string>;
}

const commune = 'duc-lang';
const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch phát động phong trào' };
const reason = 'Theo chỉ đạo của cấp trên';
const reasons = { input: { reason }, other: { reason: 'Lý do khác' } };

const indicator = (code: string) => ({
  code,
  name: 'Tỷ lệ hộ tham gia',
  sectionPath: '1',
  sortOrder: 1,
  measure: { unit: 'PERCENT', displayUnit: '%', scale: 0 } as const,
  direction: 'UP' as const,
  comparator: 'AT_LEAST' as const,
  target: '90',
  rawText: '90% hộ tham gia',
  frequency: 'YEARLY' as const,
  reported: 'CUMULATIVE' as const,
  overTime: 'AT_END' as const,
  overUnits: 'COMMUNE_ONLY' as const,
  clarification: {
    question: 'Bao nhiêu?',
    readings: [{ code: 'A', text: 'Từ 90%', comparator: 'AT_LEAST' as const, target: '90', needsBaseline: false }],
  },
});

let made = 0;

/** For each write of the catalogue, a maker of a valid request. */
export function makers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const next = (word: string) => `${word}-${++made}`;
  const operator = () => test.operator();
  const of = <T>(service: new (...given: never[]) => T): T => test.app.get(service);

  const newUnit = () => ({
    code: next('to'),
    kind: 'DEPARTMENT' as const,
    name: `Tổ công tác ${made}`,
    parent: 'ubnd',
    validFrom: '2024-01-01',
  });
  const newPlan = () => ({
    key: next('2024-phong-trao'),
    kind: 'MOVEMENT' as const,
    duties: ['Thi đua'],
    year: 2024,
    title: 'Phong trào',
    sections: [{ path: '1', title: 'Chỉ tiêu' }],
    document,
  });
  const unit = async () => {
    const { code, version } = await of(UnitActsService).addUnit(await operator(), commune, newUnit());
    return { actor: 'clerk', path: { unit: code }, version };
  };
  const plan = async () => {
    const { key, version } = await of(PlanActsService).draftPlan(await operator(), commune, newPlan());
    return { actor: 'clerk', path: { plan: key }, version };
  };
  const acknowledged = async () => {
    const { path } = await issued();
    const { id } = await of(DocumentActsService).recordDocument(await operator(), commune, document);
    const { version } = await of(AcknowledgementsService).acknowledgePlan(
      await operator(),
      { commune, ...path },
      { unit: 'khu-dan-cu-1', form: 'MEETING', heldOn: '2024-01-31', peopleReached: 1 },
    );
    return {
      actor: 'clerk',
      path: { ...path, unit: 'khu-dan-cu-1' },
      version,
      headers: { 'on-behalf-of': 'khu-dan-cu-1', 'legal-reference': id },
    };
  };
  const issued = async () => {
    const { path, version } = await plan();
    return {
      actor: 'chairperson',
      path,
      version: (
        await of(PlanActsService).issuePlan(await operator(), { commune, plan: path.plan, expectedVersion: version })
      ).version,
    };
  };
  /** A period of an issued plan whose due day was extended. */
  const extended = async () => {
    const { path, version } = await plan();
    const caller = await operator();
    const acts = of(PlanActsService);
    const set = await acts.setPlanSettings(caller, { commune, ...path, expectedVersion: version }, { dueDays: 5 });
    await acts.issuePlan(caller, { commune, ...path, expectedVersion: set.version });
    const at = { ...path, period: '2024-Q1' };
    const input = { until: '2024-04-10', reason };
    const { version: after } = await of(PeriodActsService).extendDeadline(
      caller,
      { commune, ...at, expectedVersion: 0 },
      input,
    );
    return { path: at, version: after };
  };
  const planned = async () => {
    const { path } = await plan();
    const { code, version } = await of(IndicatorActsService).addIndicator(
      await operator(),
      { commune, plan: path.plan },
      indicator(next('gov.ho')),
    );
    return { actor: 'clerk', path: { ...path, code }, version };
  };
  const allotted = async () => {
    const { path } = await planned();
    const at = { unit: 'khu-dan-cu-1', period: '2024' };
    const { version } = await of(TargetActsService).setTarget(
      await operator(),
      { commune, plan: path.plan, code: path.code, ...at, expectedVersion: 0 },
      { value: '5' },
    );
    return { actor: 'clerk', path: { ...path, ...at }, version };
  };
  const branch = async () => {
    const { code } = await of(UnitActsService).addUnit(await operator(), commune, {
      code: next('chi-hoi'),
      kind: 'ORGANISATION',
      name: `Chi hội phụ nữ ${made}`,
      parent: 'khu-dan-cu-1',
      validFrom: '2023-01-01',
    });
    return code;
  };
  const report = async () => ({
    plan: '2023',
    unit: await branch(),
    period: '2023-06',
    entries: [{ indicatorCode: 'econ.maize.area', reported: '14' }],
  });
  const drafted = async () => {
    const { id, version } = await of(SubmissionActsService).draftSubmission(await operator(), commune, await report());
    return { actor: 'hamlet-1', path: { id }, version };
  };
  const submitted = async () => {
    const { path, version } = await drafted();
    return {
      actor: 'verifier',
      path,
      version: (
        await of(SubmissionActsService).submitSubmission(await operator(), {
          commune,
          id: path.id,
          expectedVersion: version,
        })
      ).version,
    };
  };
  const verified = async () => {
    const { path, version } = await submitted();
    return {
      actor: 'chairperson',
      path,
      version: (
        await of(SubmissionActsService).verifySubmission(
          await operator(),
          { commune, id: path.id, expectedVersion: version },
          {},
        )
      ).version,
    };
  };
  const approved = async () => {
    const { path, version } = await verified();
    await of(SubmissionActsService).approveSubmission(
      await operator(),
      { commune, id: path.id, expectedVersion: version },
      {},
    );
    return { actor: 'hamlet-1', path };
  };
  const appoint = () => ({
    actor: next('nguoi'),
    name: 'Công chức',
    role: 'VERIFIER' as const,
    validFrom: '2024-01-01',
  });
  const appointed = async () => {
    const { id, version } = await of(AppointmentActsService).appoint(await operator(), commune, appoint());
    return { actor: 'administrator', path: { id }, version };
  };
  const delegate = async () => {
    const { actor } = appoint();
    await of(AppointmentActsService).appoint(await operator(), commune, { ...appoint(), actor });
    return { actor, acts: ['approveSubmission'], capacity: 'KT', validFrom: '2024-01-01', validTo: '2024-12-31' };
  };
  const delegated = async () => {
    const { body } = await test
      .http()
      .post(`/v1/communes/${commune}/delegations`)
      .set(as(test, 'chairperson'))
      .send(await delegate());
    return { actor: 'chairperson', path: { id: body.id as string }, version: body.version as number };
  };
  const recorded = async () => {
    const { id, version } = await of(DocumentActsService).recordDocument(await operator(), commune, document);
    return { actor: 'clerk', path: { id }, version };
  };
  const newKey = { actor: 'auditor', scopes: ['plans:read'] };
  const issuedKey = async () => {
    const { id, version } = await of(KeyActsService).issueKey(await operator(), commune, newKey);
    return { actor: 'administrator', path: { id }, version };
  };
  const linkedIdentity = async () => {
    const input = { actor: 'auditor', subject: next('subject') };
    const { id, version } = await of(IdentitiesService).linkIdentity(await operator(), commune, input);
    test.exceptFromAudit('identity');
    await test.admin.query('update identity set confirmed = false where id = $1', [id]);
    return { actor: 'administrator', path: { id }, version };
  };
  const found = (member: string, value: string) => ({
    entries: [{ indicatorCode: 'econ.maize.area', [member]: value, [`${member}Reason`]: reason }],
  });

  const explained = (explanation: string) => ({
    code: 'FREQUENCY',
    indicatorCode: 'econ.maize.area',
    explanation,
  });

  return {
    appoint: async () => ({ actor: 'administrator', input: appoint(), other: appoint() }),
    endAppointment: async () => ({ ...(await appointed()), ...reasons }),
    delegate: async () => ({ actor: 'chairperson', input: await delegate(), other: await delegate() }),
    endDelegation: async () => ({ ...(await delegated()), ...reasons }),
    issueKey: async () => ({ actor: 'administrator', input: newKey, other: { ...newKey, scopes: ['units:read'] } }),
    confirmKey: async () => {
      const key = await issuedKey();
      test.exceptFromAudit('key');
      await test.admin.query('update api_key set confirmed = false where id = $1', [key.path.id]);
      return key;
    },
    rotateKey: async () => ({ ...(await issuedKey()), input: { overlapMinutes: 5 }, other: { overlapMinutes: 6 } }),
    revokeKey: async () => ({ ...(await issuedKey()), ...reasons }),
    linkIdentity: async () => ({
      actor: 'administrator',
      input: { actor: 'auditor', subject: next('subject') },
      other: { actor: 'auditor', subject: next('subject') },
    }),
    confirmIdentity: () => linkedIdentity(),
    unlinkIdentity: async () => ({ ...(await linkedIdentity()), ...reasons }),
    amendKey: async () => {
      const { id, version } = await of(KeyActsService).issueKey(await operator(), commune, {
        actor: 'auditor',
        scopes: ['plans:read', 'units:read'],
      });
      const input = { scopes: ['plans:read'] };
      return { actor: 'administrator', path: { id }, version, input, other: { scopes: [] } };
    },
    amendActor: async () => {
      const { actor } = appoint();
      await of(AppointmentActsService).appoint(await operator(), commune, { ...appoint(), actor });
      const input = { name: 'Văn phòng' };
      return { actor: 'administrator', path: { actor }, version: 1, input, other: { name: 'Văn thư' } };
    },
    recordDocument: async () => ({ actor: 'clerk', input: document, other: { ...document, title: 'Khác' } }),
    amendDocument: async () => ({ ...(await recorded()), input: { title: 'Khác' }, other: { title: 'Khác nữa' } }),
    removeDocument: async () => ({ ...(await recorded()), ...reasons }),
    removeFile: async () => {
      const { body } = await upload(test, 'clerk', [file('nham.pdf', pdf())]);
      return { actor: 'clerk', path: { id: body.id as string }, version: 1, ...reasons };
    },
    addUnit: async () => ({ actor: 'clerk', input: newUnit(), other: newUnit() }),
    amendUnit: async () => ({ ...(await unit()), input: { name: next('Tổ') }, other: { name: next('Tổ') } }),
    moveUnit: async () => ({
      ...(await unit()),
      input: { parent: 'mat-tran-to-quoc', reason },
      other: { parent: 'hdnd', reason },
    }),
    moveUnits: async () => {
      const [one, other] = [(await unit()).path.unit, (await unit()).path.unit];
      return {
        actor: 'clerk',
        input: { units: [one], parent: 'hdnd', reason },
        other: { units: [other], parent: 'hdnd', reason },
      };
    },
    correctUnit: async () => ({
      ...(await unit()),
      input: { validFrom: '2022-01-01', reason },
      other: { validFrom: '2022-01-02', reason },
    }),
    closeUnit: async () => ({ ...(await unit()), ...reasons }),
    erasePersonal: async () => {
      const { code, version } = await of(UnitActsService).addUnit(await operator(), commune, {
        ...newUnit(),
        kind: 'INDIVIDUAL',
        name: `Nguyễn Văn ${next('a')}`,
        parent: 'khu-dan-cu-1',
      });
      return { actor: 'administrator', path: { unit: code }, version, ...reasons };
    },
    draftPlan: async () => ({ actor: 'clerk', input: newPlan(), other: newPlan() }),
    amendPlan: async () => ({
      ...(await plan()),
      input: { title: 'Phong trào mới' },
      other: { title: 'Phong trào khác' },
    }),
    dropPlan: async () => ({ ...(await plan()), ...reasons }),
    issuePlan: async () => ({
      ...(await planned().then(({ path: { plan: key } }) => ({ path: { plan: key }, version: 1 }))),
      actor: 'chairperson',
      input: { number: ++made, signer: 'Nguyễn Đình Chiểu', file: await signedFile(test) },
      other: { number: ++made },
    }),
    setPlanSettings: async () => ({ ...(await plan()), input: { dueDays: 5 }, other: { dueDays: 6 } }),
    setHoliday: async () => {
      const day = new Date(Date.UTC(2024, 0, ++made)).toISOString().slice(0, 10);
      const input = { name: 'Nghỉ lễ', kind: 'OFF' as const };
      const { version } = await of(HolidaysService).setHoliday(
        await operator(),
        { commune, day, expectedVersion: 0 },
        input,
      );
      return { actor: 'clerk', path: { day }, version, input, other: { ...input, kind: 'WORKING' } };
    },
    extendDeadline: async () => ({
      actor: 'clerk',
      ...(await extended()),
      input: { until: '2024-04-20', reason },
      other: { until: '2024-04-21', reason },
    }),
    closePeriod: async () => ({ actor: 'chairperson', ...(await extended()), ...reasons }),
    reopenPeriod: async () => {
      const { path, version } = await extended();
      const at = { commune, ...path, expectedVersion: version };
      const closed = await of(PeriodActsService).closePeriod(await operator(), at, {});
      return { actor: 'chairperson', path, version: closed.version, ...reasons };
    },
    ...standingMakers(test),
    closePlan: async () => ({ ...(await issued()), ...reasons }),
    reopenPlan: async () => {
      const { path, version, actor } = await issued();
      const at = { commune, ...path, expectedVersion: version };
      return {
        actor,
        path,
        version: (await of(PlanActsService).closePlan(await operator(), at, {})).version,
        ...reasons,
      };
    },
    acknowledgePlan: async () => {
      const { path } = await issued();
      const { id } = await of(DocumentActsService).recordDocument(await operator(), commune, document);
      const input = { unit: 'khu-dan-cu-1', form: 'MEETING', heldOn: '2024-01-31' };
      return {
        actor: 'clerk',
        path,
        input,
        other: { ...input, note: 'Đã họp' },
        headers: { 'on-behalf-of': input.unit, 'legal-reference': id },
      };
    },
    removeAcknowledgement: async () => ({ ...(await acknowledged()), ...reasons }),
    amendAcknowledgement: async () => ({
      ...(await acknowledged()),
      input: { peopleReached: 101 },
      other: { peopleReached: 110 },
    }),
    addIndicator: async () => ({
      actor: 'clerk',
      path: (await plan()).path,
      input: indicator('gov.ho'),
      other: indicator('gov.nha'),
    }),
    amendIndicator: async () => ({
      ...(await planned()),
      input: { assessedBy: 'Mặt trận' },
      other: { assessedBy: 'Công an' },
    }),
    dropIndicator: async () => ({ ...(await planned()), ...reasons }),
    retireIndicator: async () => ({ ...(await planned()), ...reasons }),
    clarifyIndicator: async () => ({
      ...(await planned()),
      input: { reading: 'A', reason },
      other: { reading: 'A', reason: 'Lý do khác' },
    }),
    setTarget: async () => ({ ...(await allotted()), input: { value: '6' }, other: { value: '7' } }),
    removeTarget: async () => ({ ...(await allotted()), ...reasons }),
    draftSubmission: async () => ({ actor: 'hamlet-1', input: await report(), other: await report() }),
    amendSubmission: async () => ({
      ...(await drafted()),
      input: { narrative: { done: 'Đã gieo trồng' } },
      other: { entries: [{ indicatorCode: 'econ.maize.area', reported: '13' }] },
    }),
    submitSubmission: drafted,
    // Maize is reported by season, and this report is for a month.
    explainFinding: async () => ({ ...(await drafted()), input: explained('Ước'), other: explained('Đo lại') }),
    verifySubmission: async () => ({ ...(await submitted()), input: found('verified', '13'), other: {} }),
    returnSubmission: async () => ({ ...(await submitted()), ...reasons }),
    approveSubmission: async () => ({ ...(await verified()), input: found('approved', '13'), other: {} }),
    withdrawSubmission: async () => ({ ...(await drafted()), ...reasons }),
    dropSubmission: async () => ({ ...(await drafted()), ...reasons }),
    correctSubmission: async () => ({ ...(await approved()), ...reasons }),
    ...remarkMakers(test),
    ...templateMakers(test),
    ...webhookMakers(test),
    ...awardMakers(test),
    ...factMakers(test),
    ...moneyMakers(test),
    ...consultationMakers(test),
  };
}

const contract = openApi();
const rest = operations(contract);
const fields = rootFields();

/**
 * The writes of the catalogue, and what they are said to be. A form with a file is REST's alone: what is asked of every write
 * is asked of `uploadFile` in flows/a-document-takes-its-files and flows/a-file-that-is-not-in-order-is-refused, and of the
 * imports in flows/an-import-is-a-write-like-any-other.
 */
export const writes = rest.filter((each) => each.method !== 'get' && !isUpload(each));
export const operationOf = (name: string) =>
  writes.find(({ operationId }) => operationId === name) as (typeof writes)[number];
export const isVersioned = (name: string) => operationOf(name).parameters.some((each) => each.name === 'If-Match');

export interface Said {
  key?: string;
  validate?: string;
  /** Null: none is said. */
  version?: number | null;
  input?: object;
  actor?: string;
  headers?: Record<string, string>;
  /** Selected under the mutation, beside the record's own members. */
  edges?: string;
}

export interface Answered {
  status: number;
  code?: string;
  details?: unknown;
  errors?: Row[];
  headers: Record<string, string>;
  body: Row;
}

export type SendWrite = (name: string, write: Write, said?: Said) => Promise<Answered>;

const headersOf = (test: TestApp, write: Write, { key, actor = write.actor, headers }: Said) => ({
  ...as(test, actor),
  ...write.headers,
  ...(key !== undefined && { 'idempotency-key': key }),
  ...headers,
});

export const overRest =
  (test: TestApp): SendWrite =>
  async (name, write, said = {}) => {
    const { method, path } = operationOf(name) as { method: 'post' | 'put' | 'patch'; path: string };
    const version = said.version === undefined ? write.version : (said.version ?? undefined);
    const values: Record<string, string> = { commune, ...write.path };
    const request = test
      .http()
      [method](path.replace(/\{(\w+)\}/g, (_, parameter: string) => values[parameter] ?? ''))
      .set(headersOf(test, write, said));
    if (version !== undefined) request.set('if-match', `"${version}"`);
    if (said.validate !== undefined) request.query({ validate: said.validate });
    const { status, headers, body } = await request.send(said.input ?? write.input);
    return {
      status,
      headers,
      body,
      ...(status >= 400 && { code: body.code, details: body.details, errors: body.errors }),
    };
  };

/** The members OpenAPI shows of a record, as a selection. */
function selection(schema: Row): string {
  const { $ref } = schema;
  const within = schema.anyOf?.[0] ?? schema.allOf?.[0] ?? schema.items;
  if (within) return selection(within);
  if (!$ref) return '';
  return `{ ${Object.entries<Row>(contract.components.schemas[$ref.split('/').at(-1)].properties)
    .map(([member, value]) => `${member} ${selection(value)}`)
    .join(' ')} }`;
}

/** One mutation of a document, under an alias, with its variables. */
export function mutation(name: string, write: Write, said: Said = {}, alias = 'it') {
  const given: Record<string, unknown> = {
    commune,
    ...write.path,
    expectedVersion: said.version ?? write.version,
    input: said.input ?? write.input,
  };
  const args = fields[name]?.args ?? [];
  const own = selection(operationOf(name).responses[200]?.content?.['application/json']?.schema);
  return {
    heading: args.map((arg) => `$${alias}_${arg.name}: ${String(arg.type)}`).join(', '),
    field: `${alias}: ${name}(${args.map((arg) => `${arg.name}: $${alias}_${arg.name}`).join(', ')}) ${own.replace(/\}$/, `${said.edges ?? ''} }`)}`,
    variables: Object.fromEntries(args.map((arg) => [`${alias}_${arg.name}`, given[arg.name]])),
  };
}

export const overGraphql =
  (test: TestApp): SendWrite =>
  async (name, write, said = {}) => {
    const { heading, field, variables } = mutation(name, write, said);
    const request = test
      .http()
      .post('/graphql')
      .set(headersOf(test, write, said));
    if (said.validate !== undefined) request.query({ validate: said.validate });
    const { status, headers, body } = await request.send({ query: `mutation (${heading}) { ${field} }`, variables });
    const problem = body.errors?.[0].extensions;
    return {
      status: problem?.status ?? status,
      headers,
      body: body.data?.it,
      ...(problem && { code: problem.code, details: problem.details, errors: problem.errors }),
    };
  };

/** The edge that tells what may be done, where the record has one. */
export function actionsOf(name: string): string {
  const type: any = getNamedType(fields[name]?.type as never);
  const { actions } = type.getFields();
  return actions && (isListType(actions.type) || isNonNullType(actions.type)) ? 'actions { act allowed reasons }' : '';
}

/**
 * Content of every table, as a superuser sees it: how many rows, and the sum of the transactions that wrote them. Any write
 * that is kept shows, even one of the same values: while nothing else is under way its transaction is younger than all that
 * wrote before, so where as many rows stand the sum has grown. Of keys the values are told, without their last use. Not told is
 * who was shown personal values: that is written down of every answer, a replay and a rehearsal, too.
 */
export async function everything(test: TestApp): Promise<Record<string, string>> {
  const tables = await test.admin.query(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'personal_access'`,
  );
  const keys = `md5(string_agg((to_jsonb(t) - 'last_used_at')::text, ',' order by id))`;
  const each = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, concat_ws(' ', count(*), ${name === 'api_key' ? keys : 'sum(xmin::text::bigint)'}) as held from ${name} t`,
  );
  const { rows } = await test.admin.query(each.join(' union all '));
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
}

export async function position(test: TestApp): Promise<number> {
  const { rows } = await test.admin.query(
    'select h.position from commune_head h join commune c on c.id = h.commune_id where c.key = $1',
    [commune],
  );
  return Number(rows[0].position);
}
