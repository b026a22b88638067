import { isNonNullType, type GraphQLArgument } from 'graphql';
import { jcs } from '../../../src/api/canonical-json.js';
import { SubmissionActsService } from '../../../src/submissions/submission-acts.service.js';
import type { TestApp } from '../../app.js';
import { awarded, revoked, type Awarded } from '../../awards.js';
import { file, form, pdf } from '../../files.js';
import { everything, isTable, operations, rootFields } from '../contract.js';
import { makers, type Write } from '../writes.js';
import { credentials, isRead } from './callers.js';
import { table } from './expected.js';
import type { Row } from '../../doors.js';

const rest = operations();
const tables = rest.filter(isTable).map(({ operationId }) => operationId);
const fields = rootFields();

type Parameters = Record<string, unknown>;

/** Records that the operations are asked about. */
export interface World {
  credential: Awaited<ReturnType<typeof credentials>>;
  /** A road gone to its end, in the first commune; copies of what others may see stand in the others. */
  road: Awarded;
  /** A report that corrects an approved one. */
  correction: string;
  /** Code of an indicator a unit is responsible for. */
  indicator: string;
  /** A nomination that was forwarded. */
  forwarded: string;
  parameters(operation: string, place: string): Parameters;
}

/** Reads of what only people have. */
const ofPersons = ['exportPersonal', 'accesses'];
/** Whose eligibility is asked for. */
const eligible = { form: 'thon-van-hoa', nominee: 'khu-dan-cu-1' };
const nobodys = '019a0000-0000-7000-8000-000000000000';

export async function arrange(test: TestApp): Promise<World> {
  // Their rows are made by hand.
  test.exceptFromAudit('actor', 'appointment', 'document', 'file', 'target');
  const credential = await credentials(test);
  const valid: Record<string, Write> = {};
  for (const [name, make] of Object.entries(makers(test))) valid[name] = await make();
  const corrected = valid.correctSubmission?.path?.id as string;
  const correction = (
    await test.app
      .get(SubmissionActsService)
      .correctSubmission(await test.operator(), { commune: 'duc-lang', id: corrected }, { reason: 'Cộng nhầm' })
  ).id;
  valid.correctSubmission = (await makers(test).correctSubmission?.()) as Write;
  const given = await awarded(test);
  await copied(test, 'award', given.award.id);
  await copied(test, 'decision', given.decision.id);
  await copied(test, 'consultation', valid.closeConsultation?.path?.id as string);
  for (const write of [valid.receiveNomination, valid.recordOutcome])
    await copied(test, 'nomination', write?.path?.id as string);
  await copiedRemarks(
    test,
    [valid.answerRemark, valid.withdrawRemark].map((write) => write?.path?.id as string),
  );
  const road = { ...given, award: await revoked(test, given.award) };
  const { rows: files } = await test.admin.query(
    `with f as (insert into file (commune_id, id, name, media_type, size, sha256, personal, audience) select id, gen_random_uuid(), 'a.pdf', 'application/pdf', 1, repeat('1', 64), false, 'PUBLIC' from commune where id > 0 returning commune_id, id),
       b as (insert into file_chunk (commune_id, file_id, ordinal, bytes) select commune_id, id, 0, 'x' from f)
     select c.key, f.id from f join commune c on c.id = f.commune_id`,
  );
  const { rows: plans } = await test.admin.query(
    `select c.key, p.id as plan, p.document_id as document from plan p join commune c on c.id = p.commune_id where p.key = '2023'`,
  );
  await test.admin.query(
    `insert into target (commune_id, id, indicator_id, unit_id, period, value, audience)
     select commune_id, gen_random_uuid(), indicator_id, unit_id, period, 1, 'PUBLIC' from result where superseded_on is null on conflict do nothing`,
  );
  const { rows: tables } = await test.admin.query(
    `select c.key, t.id, t.state from publication t join commune c on c.id = t.commune_id
     where t.scheme = 'khu-dan-cu' order by t.id`,
  );
  const tableAt = (place: string, state: string) =>
    tables.find((each) => each.key === place && each.state === state)?.id ?? nobodys;
  const { rows: indicators } = await test.admin.query(
    'select code from indicator where responsible_unit_id is not null order by sort_order limit 1',
  );
  const [{ code: indicator }] = indicators;
  const {
    rows: [{ id: standing }],
  } = await test.admin.query(
    `select id from award where commune_id = 1 and decision_id is not null and revoked_on is null order by id limit 1`,
  );
  const { round, meeting, nomination, decision, award } = road;
  return {
    credential,
    road,
    correction,
    indicator,
    forwarded: valid.recordOutcome?.path?.id as string,
    parameters(operation, place) {
      const { plan, document } = plans.find(({ key }) => key === place) ?? { plan: nobodys, document: nobodys };
      const about = {
        document,
        downloadFile: files.find(({ key }) => key === place)?.id ?? nobodys,
        publication: tableAt(place, 'PUBLISHED'),
        candidateStandings: tableAt(place, 'CANDIDATE'),
        submission: correction,
        scoreSheet: valid.submitScores?.path?.id,
        payment: valid.removePayment?.path?.id,
        complaint: valid.settleComplaint?.path?.id,
        fact: valid.amendFact?.path?.id,
        consultation: valid.closeConsultation?.path?.id,
        listings: valid.closeConsultation?.path?.id,
        objection: valid.answerObjection?.path?.id,
        registration: valid.endRegistration?.path?.id,
        remark: valid.answerRemark?.path?.id,
        deliveries: valid.amendWebhook?.path?.id,
        round: round.id,
        candidates: round.id,
        quotas: round.id,
        meeting: meeting.id,
        nomination: nomination.id,
        nominationEligibility: nomination.id,
        outcomes: valid.recordOutcome?.path?.id,
        decision: decision.id,
        decisionPaper: decision.id,
        meetingPaper: meeting.id,
        certificate: standing,
        correctionPaper: standing,
        award: award.id,
      }[operation.replace(/Actions$/, '')];
      const code = { refusal: 'STALE', awardForm: 'ldtt', verifyAward: award.verificationCode }[operation] ?? indicator;
      const { path, version, input } = valid[ofPersons.includes(operation) ? 'erasePersonal' : operation] ?? {};
      return {
        key: place,
        plan: '2023',
        scheme: 'khu-dan-cu',
        unit: 'khu-dan-cu-1',
        type: 'plan',
        id: about ?? plan,
        round: round.id,
        code,
        period: '2023',
        year: 2024,
        kind: 'units',
        ...path,
        commune: place,
        expectedVersion: version,
        ...(operation === 'standing' && { filter: '?period=2023' }),
        ...(['progressOfAll', 'completenessOfAll'].includes(operation) && { filter: '?plan=2023' }),
        ...(operation === 'eligibility' && { filter: '?form=thon-van-hoa&nominee=khu-dan-cu-1', ...eligible }),
        ...(operation === 'correctionPaper' && { filter: '?citation=Cứu%20người', citation: 'Cứu người' }),
        ...(operation === 'candidates' && { filter: '?form=ldtt', form: 'ldtt' }),
        ...(operation === 'submissionTemplate' && { filter: '?unit=khu-dan-cu-1&period=2023' }),
        input,
      };
    },
  };
}

/** The same row in every commune, of a unit that is there. */
async function copied(test: TestApp, name: string, id: string): Promise<void> {
  await test.admin.query('set session_replication_role = replica');
  await test.admin.query(
    `insert into ${name} select (jsonb_populate_record(null::${name}, to_jsonb(t) || jsonb_build_object('commune_id', c.id, 'unit_id', (select u.id from unit u where u.commune_id = c.id limit 1)))).*
     from ${name} t, commune c where t.id = $1 and c.id > 1`,
    [id],
  );
  await test.admin.query('set session_replication_role = origin');
}

/** The same remarks in every commune, on the same result of an indicator that is there. */
async function copiedRemarks(test: TestApp, ids: readonly string[]): Promise<void> {
  const { rows } = await test.admin.query<{ result: string }>(
    'select distinct result_id as result from remark where id = any ($1)',
    [ids],
  );
  for (const { result } of rows) {
    await copied(test, 'result', result);
    await test.admin.query(
      `update result r set indicator_id = (select i.id from indicator i where i.commune_id = r.commune_id limit 1)
       where r.id = $1 and r.commune_id > 1`,
      [result],
    );
  }
  for (const id of ids) await copied(test, 'remark', id);
}

/** Answer and its verdict: OK, or the code of the refusal under its status. */
export interface Told {
  verdict: string;
  body: Row;
}

const statuses: Record<string, number> = {
  OK: 200,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  SCOPE_MISSING: 403,
  ON_BEHALF_MISSING: 403,
  NOT_FOUND: 404,
  RULE: 422,
};

/** A form each is to be asked with: it cannot be rehearsed, so it is done. */
const rowsOf = (text: string) => form([{ name: 'plan', body: '2023' }, file('a.csv', text)]);
/** Of a round that is not there: the import is refused as a whole. */
const ofRound = (text: string) => form([{ name: 'round', body: nobodys }, file('a.csv', text)]);
/** Forms by operation. An import is rehearsed, and answers what it would have refused row by row. */
const uploads = new Map([
  ['uploadFile', { ...form([file('a.pdf', pdf())]), query: '' }],
  ['importUnits', { ...form([file('a.csv', 'Tên;Thôn\nHộ A;khong-co')]), query: '?validate=only' }],
  ['importIndicators', { ...rowsOf('Chỉ tiêu;Mức giao;Mục\nA;1;khong-co'), query: '?validate=only' }],
  ['importTargets', { ...rowsOf('Chỉ tiêu;Đơn vị;Mức giao\nkhong-co;khong-co;1'), query: '?validate=only' }],
  ['importFacts', { ...form([file('a.csv', 'Họ và tên;Xếp loại\nkhong-co;Hoàn thành tốt')]), query: '?validate=only' }],
  ['importNominations', { ...ofRound('Họ và tên\nkhong-co'), query: '?validate=only' }],
  ['importEntries', { ...rowsOf('Chỉ tiêu;Đơn vị;Kết quả\nkhong-co;khong-co;1'), query: '?validate=only' }],
]);

/** What two answers to one question differ in. */
const textOf = (json: string) => json.replace(/"(requestId|lastUsedAt)":"[^"]+"/g, '');
const instants = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** Senders of requests to a program. */
export type Doors = Awaited<ReturnType<typeof asking>>;

/** Hands a program requests without a connection: there are thousands. */
export async function asking(app: TestApp['app'], { credential }: Pick<World, 'credential'>) {
  async function send(
    caller: string,
    scope: string | undefined,
    method: string,
    { url, payload, headers = {} }: { url: string; payload?: object | Buffer; headers?: Record<string, string> },
  ): Promise<{ status: number; body: any }> {
    const authorization = credential(caller, scope);
    const json = payload !== undefined && !(payload instanceof Buffer);
    const answer = await app.inject({
      method: method.toUpperCase() as 'GET',
      url,
      headers: {
        ...headers,
        ...(json && { 'content-type': 'application/json' }),
        ...(authorization !== undefined && { authorization }),
      },
      payload: json ? JSON.stringify(payload) : payload,
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
  }

  async function overRest(
    caller: string,
    operation: string,
    given: Parameters,
    headers: Record<string, string> = {},
  ): Promise<Told> {
    const { method, path } = rest.find(({ operationId }) => operationId === operation)!;
    const url = path.replace(/\{(\w+)\}/g, (_, parameter: string) => encodeURIComponent(String(given[parameter])));
    const condition: Record<string, string> =
      given.expectedVersion === undefined ? {} : { 'if-match': `"${String(given.expectedVersion)}"` };
    const upload = uploads.get(operation);
    const sent = upload
      ? { url: `${url}${upload.query}`, payload: upload.body, headers: { 'content-type': upload.type } }
      : method === 'get'
        ? { url: `${url}${String(given.filter ?? '')}`, headers }
        : { url: `${url}?validate=only`, payload: given.input as object, headers: condition };
    const { status, body } = await send(caller, table[operation]?.scope, method, sent);
    const verdict = status < 400 ? 'OK' : body.code;
    return {
      verdict:
        status === (verdict === 'OK' && operation === 'uploadFile' ? 201 : statuses[verdict])
          ? verdict
          : `${verdict} as ${status}`,
      body,
    };
  }

  /** One document. `scope`: what a caller without the scope lacks. */
  const ask = async (
    caller: string,
    scope: string | undefined,
    query: string,
    variables: object = {},
    path = '/graphql',
  ) => (await send(caller, scope, 'post', { url: path, payload: { query, variables } })).body;

  async function overGraphql(
    caller: string,
    operation: string,
    given: Parameters,
    selection = '{ __typename }',
  ): Promise<Told> {
    const isAsked = ({ name, type }: GraphQLArgument) =>
      isNonNullType(type) || (['input', 'citation'].includes(name) && given[name] !== undefined);
    const args = (fields[operation]?.args ?? []).filter(isAsked);
    const heading = args.length > 0 ? `(${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')})` : '';
    const passing = args.length > 0 ? `(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : '';
    const query = `${isRead(operation) ? 'query' : 'mutation'} ${heading} { ${operation}${passing} ${selection} }`;
    const body = await ask(
      caller,
      table[operation]?.scope,
      query,
      Object.fromEntries(args.map((arg) => [arg.name, given[arg.name]])),
      isRead(operation) ? undefined : '/graphql?validate=only',
    );
    // A refusal of an edge inside is judged by the matrix of edges.
    const refusal = body.errors?.find(({ path = [] }: { path?: unknown[] }) => path.length <= 1);
    return { verdict: refusal?.extensions.code ?? ((body.data?.[operation] ?? null) === null ? 'null' : 'OK'), body };
  }

  /** All that a read answers, or what of an act; as a text, too, by which two programs are compared: members have no order. */
  async function whole(
    door: 'REST' | 'GraphQL',
    caller: string,
    operation: string,
    given: Parameters,
  ): Promise<Told & { text: string }> {
    const told =
      door === 'REST'
        ? await overRest(caller, operation, given)
        : await overGraphql(
            caller,
            operation,
            given,
            isRead(operation) ? everything(fields[operation]!.type) : undefined,
          );
    const text = textOf(jcs(told.body));
    if (door === 'GraphQL' || !tables.includes(operation)) return { ...told, text };
    // A list is a table for whoever is answered it, and refused as it is.
    const { verdict, body } = await overRest(caller, operation, given, { accept: 'text/csv' });
    const isTable = typeof body === 'string';
    const alike = verdict === told.verdict && isTable === (verdict === 'OK');
    return {
      body: told.body,
      verdict: alike ? verdict : `${told.verdict}, as a table ${verdict}`,
      text: text + (isTable ? String(body).replace(instants, '') : textOf(jcs(body))),
    };
  }

  return { overRest, overGraphql, ask, whole };
}
