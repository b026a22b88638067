import { ModulesContainer } from '@nestjs/core';
import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import { OPEN } from '../../src/access/open.js';
import { OPERATION } from '../../src/api/operation.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { useApp, as } from '../app.js';
import { openApi, operations, rootFields, sdl } from './contract.js';
import { awarded, revoked, type Awarded } from '../awards.js';
import { file, form, pdf } from '../files.js';
import { makers, type Write } from './writes.js';

const test = useApp();

const rest = operations();
const fields = rootFields();
const schema = sdl();

/* What is expected is told here by hand, from the contract, and shares nothing with the code that decides. */

const officials = ['administrator', 'clerk', 'hamlet-1', 'verifier', 'chairperson', 'council-1', 'council-2', 'accountant', 'auditor'];
const systems = ['district', 'province', 'integrator'];
const everybody = [...officials, 'observer', ...systems];
const feedReaders = ['administrator', 'clerk', 'verifier', 'chairperson', 'auditor', ...systems];

interface Expected {
  scope: string;
  may: 'PUBLIC' | readonly string[];
  /** Takes no commune. */
  anywhere?: true;
  /** What comes back to whom it is let through, where that is no answer. */
  passed?: Record<string, string>;
}

/** A unit speaks for itself, or the clerk on its behalf. */
const byUnit = { may: ['clerk', 'hamlet-1'], passed: { clerk: 'ON_BEHALF_MISSING' } };

/** A member of the meeting for themself, or the clerk on their behalf. */
const byMember = { may: ['clerk', 'council-1', 'council-2'], passed: { clerk: 'ON_BEHALF_MISSING' } };

const table: Record<string, Expected> = {
  communes: { scope: 'communes:read', may: everybody, anywhere: true },
  commune: { scope: 'communes:read', may: 'PUBLIC' },
  superiors: { scope: 'communes:read', may: everybody },
  supervisions: { scope: 'communes:read', may: everybody },
  me: { scope: 'access:read', may: everybody, anywhere: true },
  exportPersonal: { scope: 'personal:read', may: ['administrator'] },
  erasePersonal: { scope: 'personal:write', may: ['administrator'] },
  accesses: { scope: 'personal:read', may: ['administrator', 'auditor'] },
  documents: { scope: 'documents:read', may: [...officials, ...systems] },
  document: { scope: 'documents:read', may: [...officials, ...systems] },
  actors: { scope: 'access:read', may: ['administrator', 'chairperson', 'auditor'] },
  appoint: { scope: 'access:write', may: ['administrator'] },
  endAppointment: { scope: 'access:write', may: ['administrator'] },
  delegate: { scope: 'access:write', may: ['chairperson'] },
  endDelegation: { scope: 'access:write', may: ['chairperson'] },
  keys: { scope: 'access:read', may: ['administrator', 'auditor'] },
  issueKey: { scope: 'access:write', may: ['administrator'] },
  rotateKey: { scope: 'access:write', may: ['administrator'] },
  revokeKey: { scope: 'access:write', may: ['administrator'] },
  recordDocument: { scope: 'documents:write', may: ['clerk'] },
  uploadFile: { scope: 'documents:write', may: ['clerk', 'hamlet-1', 'administrator', 'accountant'] },
  downloadFile: { scope: 'documents:read', may: [...officials, ...systems] },
  units: { scope: 'units:read', may: [...officials, ...systems] },
  unit: { scope: 'units:read', may: [...officials, ...systems] },
  unitActions: { scope: 'units:read', may: everybody },
  addUnit: { scope: 'units:write', may: ['clerk'] },
  amendUnit: { scope: 'units:write', may: ['clerk'] },
  moveUnit: { scope: 'units:write', may: ['clerk'] },
  closeUnit: { scope: 'units:write', may: ['clerk'] },
  plans: { scope: 'plans:read', may: 'PUBLIC' },
  plan: { scope: 'plans:read', may: 'PUBLIC' },
  planActions: { scope: 'plans:read', may: everybody },
  // A reporter's rights hold for child plans of the own unit: here, on the commune's own plan, every one is refused.
  draftPlan: { scope: 'plans:write', may: ['clerk'] },
  amendPlan: { scope: 'plans:write', may: ['clerk'] },
  issuePlan: { scope: 'plans:write', may: ['chairperson'] },
  closePlan: { scope: 'plans:write', may: ['chairperson'] },
  acknowledgePlan: { scope: 'plans:write', ...byUnit },
  launchState: { scope: 'plans:read', may: [...officials, 'observer'] },
  indicators: { scope: 'plans:read', may: 'PUBLIC' },
  indicator: { scope: 'plans:read', may: 'PUBLIC' },
  indicatorActions: { scope: 'plans:read', may: everybody },
  addIndicator: { scope: 'plans:write', may: ['clerk'] },
  amendIndicator: { scope: 'plans:write', may: ['clerk'] },
  retireIndicator: { scope: 'plans:write', may: ['clerk'] },
  clarifyIndicator: { scope: 'plans:write', may: ['clerk'] },
  targets: { scope: 'plans:read', may: 'PUBLIC' },
  setTarget: { scope: 'plans:write', may: ['clerk'] },
  allotment: { scope: 'plans:read', may: 'PUBLIC' },
  submissions: { scope: 'submissions:read', may: officials },
  submission: { scope: 'submissions:read', may: officials },
  submissionActions: { scope: 'submissions:read', may: officials },
  draftSubmission: { scope: 'submissions:write', ...byUnit },
  amendSubmission: { scope: 'submissions:write', ...byUnit },
  submitSubmission: { scope: 'submissions:write', ...byUnit },
  verifySubmission: { scope: 'submissions:write', may: ['verifier'] },
  returnSubmission: { scope: 'submissions:write', may: ['verifier'] },
  approveSubmission: { scope: 'submissions:write', may: ['chairperson'] },
  withdrawSubmission: { scope: 'submissions:write', ...byUnit },
  correctSubmission: { scope: 'submissions:write', ...byUnit },
  results: { scope: 'results:read', may: [...officials, ...systems] },
  rounds: { scope: 'nominations:read', may: officials },
  round: { scope: 'nominations:read', may: officials },
  roundActions: { scope: 'nominations:read', may: officials },
  openRound: { scope: 'nominations:write', may: ['administrator'] },
  closeRound: { scope: 'nominations:write', may: ['administrator'] },
  nominations: { scope: 'nominations:read', may: officials },
  nomination: { scope: 'nominations:read', may: officials },
  nominationActions: { scope: 'nominations:read', may: officials },
  nominate: { scope: 'nominations:write', may: ['administrator', 'clerk'] },
  submitNomination: { scope: 'nominations:write', may: ['administrator', 'clerk'] },
  returnNomination: { scope: 'nominations:write', may: ['clerk', 'verifier'] },
  appraiseNomination: { scope: 'nominations:write', may: ['clerk', 'verifier'] },
  withdrawNomination: { scope: 'nominations:write', may: ['administrator', 'clerk'] },
  councils: { scope: 'meetings:read', may: officials },
  appointMember: { scope: 'meetings:write', may: ['administrator'] },
  meetings: { scope: 'meetings:read', may: officials },
  meeting: { scope: 'meetings:read', may: officials },
  meetingActions: { scope: 'meetings:read', may: officials },
  conveneMeeting: { scope: 'meetings:write', may: ['clerk'] },
  recordAttendance: { scope: 'meetings:write', may: ['clerk'] },
  recuse: { scope: 'meetings:write', ...byMember },
  // The first is there, and has no opinion to hand in.
  recordOpinion: { scope: 'meetings:write', ...byMember, passed: { ...byMember.passed, 'council-1': 'RULE' } },
  recordTally: { scope: 'meetings:write', may: ['clerk'] },
  confirmTally: { scope: 'meetings:write', may: ['clerk', 'verifier', 'administrator'] },
  closeMeeting: { scope: 'meetings:write', may: ['chairperson'] },
  decisions: { scope: 'decisions:read', may: [...officials, ...systems] },
  decision: { scope: 'decisions:read', may: [...officials, ...systems] },
  decisionActions: { scope: 'decisions:read', may: officials },
  draftDecision: { scope: 'decisions:write', may: ['clerk'] },
  amendDecision: { scope: 'decisions:write', may: ['clerk'] },
  cancelDecision: { scope: 'decisions:write', may: ['chairperson'] },
  signDecision: { scope: 'decisions:write', may: ['chairperson'] },
  awards: { scope: 'awards:read', may: 'PUBLIC' },
  award: { scope: 'awards:read', may: 'PUBLIC' },
  awardActions: { scope: 'awards:read', may: officials },
  revokeAward: { scope: 'awards:write', may: ['chairperson'] },
  honours: { scope: 'awards:read', may: [...everybody] },
  verifyAward: { scope: 'awards:read', may: 'PUBLIC', anywhere: true },
  recordAward: { scope: 'facts:write', may: ['clerk'] },
  changes: { scope: 'feed:read', may: feedReaders },
  history: { scope: 'feed:read', may: feedReaders },
  proof: { scope: 'feed:read', may: feedReaders },
  awardForms: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  awardForm: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  refusals: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  refusal: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
};

/** GraphQL tells the actions by an edge, and has no bytes. */
const restAlone = ['awardActions', 'decisionActions', 'downloadFile', 'indicatorActions', 'meetingActions', 'nominationActions', 'planActions', 'roundActions', 'submissionActions', 'unitActions', 'uploadFile'];

/** The operation each edge stands for. */
const edges: Record<string, string> = {
  'Commune.head': 'communes',
  'Commune.plan': 'plan',
  'Commune.plans': 'plans',
  'Commune.units': 'units',
  'Indicator.actions': 'indicatorActions',
  'Indicator.responsibleUnit': 'unit',
  'Indicator.results': 'results',
  'Plan.actions': 'planActions',
  'Plan.document': 'document',
  'Plan.indicators': 'indicators',
  'Plan.withoutBaseline': 'indicators',
  'Entry.evidence': 'downloadFile',
  'Entry.indicator': 'indicator',
  'Result.indicator': 'indicator',
  'Result.submission': 'submission',
  'Result.unit': 'unit',
  'Submission.actions': 'submissionActions',
  'Submission.corrects': 'submission',
  'Submission.results': 'results',
  'Submission.unit': 'unit',
  'Unit.actions': 'unitActions',
  'Unit.awards': 'awards',
  'Unit.nominations': 'nominations',
  'Result.nominations': 'nominations',
  'Indicator.nominations': 'nominations',
  'Round.actions': 'roundActions',
  'Nomination.actions': 'nominationActions',
  'Nomination.round': 'round',
  'Nomination.unit': 'unit',
  'Nomination.results': 'results',
  'Nomination.submissions': 'submission',
  'Nomination.documents': 'document',
  'Nomination.files': 'downloadFile',
  'Nomination.meeting': 'meeting',
  'Meeting.actions': 'meetingActions',
  'CouncilMember.person': 'unit',
  'Meeting.council': 'unit',
  'Meeting.minutes': 'document',
  'Matter.nomination': 'nomination',
  'Decision.actions': 'decisionActions',
  'Decision.awards': 'awards',
  'Decision.nominations': 'nominations',
  'Decision.document': 'document',
  'Award.actions': 'awardActions',
  'Award.unit': 'unit',
  'Award.decision': 'decision',
  'Award.revokingDecision': 'decision',
  'Award.nomination': 'nomination',
  'Award.document': 'document',
  'Unit.parent': 'unit',
  'Unit.submissions': 'submissions',
};

/** Pages and probes that are no operations. */
const open = ['DocsController.asset', 'DocsController.docs', 'HealthController.live', 'HealthController.ready', 'HomeController.home', 'MetricsController.metrics', 'VerifyController.verify'];

const places = ['duc-lang', 'xa-mau', 'xa-khac', 'nowhere'];
const reach = (caller: string) => (caller === 'district' || caller === 'province' ? ['duc-lang', 'xa-mau'] : ['duc-lang']);

const invalid = ['garbage', 'revoked', 'expired'];
const lacking = 'clerk without ';
const scopes = [...new Set(Object.values(table).map(({ scope }) => scope))];
const callers = [undefined, ...invalid, ...everybody, ...scopes.map((scope) => lacking + scope)];

function verdict(caller: string | undefined, operation: string, place: string): string {
  const { scope, may, anywhere, passed = {} } = table[operation] as Expected;
  if (caller === undefined) return may !== 'PUBLIC' ? 'UNAUTHENTICATED' : anywhere || place !== 'nowhere' ? 'OK' : 'NOT_FOUND';
  if (invalid.includes(caller)) return 'UNAUTHENTICATED';
  if (!anywhere && !reach(caller).includes(place)) return 'NOT_FOUND';
  const [name, missing] = caller.split(' without ') as [string, string?];
  if (may !== 'PUBLIC' && !may.includes(name)) return 'FORBIDDEN';
  return missing === scope ? 'SCOPE_MISSING' : (passed[name] ?? 'OK');
}

/** A form each is to be asked with: it cannot be rehearsed, so it is done. */
const uploading = form([file('a.pdf', pdf())]);

const statuses: Record<string, number> = { OK: 200, UNAUTHENTICATED: 401, FORBIDDEN: 403, SCOPE_MISSING: 403, ON_BEHALF_MISSING: 403, NOT_FOUND: 404, RULE: 422 };

const keys: Record<string, string> = { garbage: 'thd_garbage' };
const nobodys = '019a0000-0000-7000-8000-000000000000';
const ids: Record<string, { plan: string; document: string; file: string }> = { nowhere: { plan: nobodys, document: nobodys, file: nobodys } };
/** A report that corrects an approved one. */
let correction = '';
/** A road gone to its end, in the first commune; copies of what others may see stand in the others. */
let road: Awarded;
let code = '';
/** A valid request of each write; here they are only rehearsed. */
const valid: Record<string, Write> = {};
/** Reads of what only people have. */
const ofPersons = ['exportPersonal', 'accesses'];
let address = '';

/** A key of the clerk's with all scopes but one. */
async function issue(name: string, without = '', end: { expiresAt?: Date; revokedAt?: Date } = {}): Promise<void> {
  keys[name] = `thd_${name.replace(/\W/g, '-')}`;
  await test.admin.query(
    `insert into api_key (commune_id, id, actor_id, prefix, hash, scopes, expires_at, revoked_at)
     select k.commune_id, gen_random_uuid(), k.actor_id, left($1, 10), sha256($1::bytea), array_remove(k.scopes, $2), $3, $4
     from api_key k join actor a on a.commune_id = k.commune_id and a.id = k.actor_id where a.key = 'clerk' limit 1`,
    [keys[name], without, end.expiresAt, end.revokedAt],
  );
}

beforeAll(async () => {
  await test.app.listen(0, '127.0.0.1');
  address = await test.app.getUrl();
  const past = new Date(Date.now() - 1000);
  await issue('expired', '', { expiresAt: past });
  await issue('revoked', '', { revokedAt: past });
  for (const scope of scopes) await issue(lacking + scope, scope);
  for (const [name, make] of Object.entries(makers(test))) valid[name] = await make();
  const corrected = valid.correctSubmission?.path?.id as string;
  correction = (await test.app.get(SubmissionActsService).correctSubmission(await test.operator(), 'duc-lang', corrected, { reason: 'Cộng nhầm' })).id;
  valid.correctSubmission = (await makers(test).correctSubmission?.()) as Write;
  road = await awarded(test);
  await copied('award', road.award.id);
  await copied('decision', road.decision.id);
  road = { ...road, award: await revoked(test, road.award) };
  const plans = await test.admin.query('select c.key, p.id as plan, p.document_id as document from plan p join commune c on c.id = p.commune_id where p.key = $1', ['2023']);
  const files = await test.admin.query(
    `with f as (insert into file (commune_id, id, name, media_type, size, sha256, personal, audience) select id, gen_random_uuid(), 'a.pdf', 'application/pdf', 1, repeat('1', 64), false, 'PUBLIC' from commune where id > 0 returning commune_id, id),
       b as (insert into file_chunk (commune_id, file_id, ordinal, bytes) select commune_id, id, 0, 'x' from f)
     select c.key, f.id from f join commune c on c.id = f.commune_id`,
  );
  for (const { key, ...found } of plans.rows) ids[key] = { ...found, file: files.rows.find((each) => each.key === key).id };
  const indicators = await test.admin.query('select code from indicator where responsible_unit_id is not null order by sort_order limit 1');
  code = indicators.rows[0].code;
});

/** The same row in every commune, of a unit that is there. */
async function copied(table: string, id: string): Promise<void> {
  await test.admin.query('set session_replication_role = replica');
  await test.admin.query(
    `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('commune_id', c.id, 'unit_id', (select u.id from unit u where u.commune_id = c.id limit 1)))).*
     from ${table} t, commune c where t.id = $1 and c.id > 1`,
    [id],
  );
  await test.admin.query('set session_replication_role = origin');
}

/** Over one connection that stays: there are thousands of requests. */
async function send(caller: string | undefined, method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> {
  const key = as(test, caller === undefined ? undefined : (keys[caller] ?? caller));
  const answer = await fetch(address + path, { method: method.toUpperCase(), headers: { ...headers, ...key, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.text() };
}

async function sendForm(caller: string | undefined, path: string): Promise<{ status: number; body: any }> {
  const key = as(test, caller === undefined ? undefined : (keys[caller] ?? caller));
  const { status, body } = await test.http().post(path).set({ ...key, 'content-type': uploading.type }).send(uploading.body);
  return { status, body };
}

function parameters(operation: string, place: string): Record<string, unknown> {
  const { round, meeting, nomination, decision, award } = road;
  const ofRoad = { round, meeting, nomination, decision, award }[operation.replace(/Actions$/, '')]?.id;
  const id = ofRoad ?? { document: ids[place]?.document, downloadFile: ids[place]?.file, submission: correction, submissionActions: correction }[operation] ?? ids[place]?.plan;
  const { path, version, input } = valid[ofPersons.includes(operation) ? 'erasePersonal' : operation] ?? {};
  return { key: place, plan: '2023', unit: 'van-phong-thong-ke', type: 'plan', id, code: { refusal: 'STALE', awardForm: 'ldtt', verifyAward: award.verificationCode }[operation] ?? code, ...path, commune: place, expectedVersion: version, input };
}

async function overRest(caller: string | undefined, name: string, place: string): Promise<string> {
  const { method, path } = rest.find(({ operationId }) => operationId === name) as { method: 'get' | 'post' | 'put' | 'patch'; path: string };
  const given = parameters(name, place);
  const url = path.replace(/\{(\w+)\}/g, (_, parameter: string) => String(given[parameter]));
  const condition: Record<string, string> = given.expectedVersion === undefined ? {} : { 'if-match': `"${String(given.expectedVersion)}"` };
  const { status, body } = name === 'uploadFile' ? await sendForm(caller, url) : method === 'get' ? await send(caller, method, url) : await send(caller, method, `${url}?validate=only`, given.input as object, condition);
  const answer = status < 400 ? 'OK' : body.code;
  return status === (answer === 'OK' && name === 'uploadFile' ? 201 : statuses[answer]) ? answer : `${answer} as ${status}`;
}

const ask = async (caller: string | undefined, query: string, variables: object = {}, path = '/graphql') => (await send(caller, 'post', path, { query, variables })).body;

async function overGraphql(caller: string | undefined, name: string, place: string): Promise<string> {
  const args = (fields[name]?.args ?? []).filter(({ type }) => isNonNullType(type));
  const given = parameters(name, place);
  const heading = args.length > 0 ? `(${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')})` : '';
  const passing = args.length > 0 ? `(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : '';
  const writes = table[name]?.scope.endsWith(':write');
  const query = `${writes ? 'mutation' : 'query'} ${heading} { ${name}${passing} { __typename } }`;
  const { data, errors } = await ask(caller, query, Object.fromEntries(args.map((arg) => [arg.name, given[arg.name]])), writes ? '/graphql?validate=only' : undefined);
  return errors ? errors[0].extensions.code : data[name] === null ? 'null' : 'OK';
}

describe('nothing is forgotten', () => {
  it('every operation of either door stands in this table', () => {
    const names = Object.keys(table).sort();
    expect(rest.map(({ operationId }) => operationId).sort()).toEqual(names);
    expect(Object.keys(fields).sort()).toEqual(names.filter((name) => !restAlone.includes(name)));
  });

  it('every edge stands in this table', () => {
    const schemas = openApi().components.schemas;
    const found = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && type.name in schemas)
      .flatMap((type: any) => Object.keys(type.getFields()).filter((field) => !(field in schemas[type.name].properties)).map((field) => `${type.name}.${field}`));
    expect([...found, 'Commune.head', 'Plan.withoutBaseline'].sort()).toEqual(Object.keys(edges).sort());
  });

  it('every route is an operation, or known to be open', () => {
    const handlers = [...test.app.get(ModulesContainer).values()].flatMap(({ controllers, providers }) => [...controllers.values(), ...providers.values()]).flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype?: Record<string, any> } | null)?.prototype ?? {};
      return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function').map((name) => [`${metatype?.name}.${name}`, prototype[name]] as const);
    });
    const routes = handlers.filter(([, handler]) => Reflect.hasMetadata('path', handler) || ['Query', 'Mutation'].includes(Reflect.getMetadata('graphql:resolver_type', handler)));
    expect(routes.length).toBeGreaterThan(2 * Object.keys(table).length - restAlone.length - 1);
    expect(routes.filter(([, handler]) => !Reflect.hasMetadata(OPERATION, handler)).map(([name]) => name).sort()).toEqual(open);
    expect(handlers.filter(([, handler]) => Reflect.hasMetadata(OPEN, handler)).map(([name]) => name).sort()).toEqual(open);
  });
});

describe.each([
  ['REST', overRest],
  ['GraphQL', overGraphql],
] as const)('%s', (door, act) => {
  it.each(Object.keys(table).filter((name) => door === 'REST' || !restAlone.includes(name)))('%s', async (operation) => {
    const asked = callers.flatMap((caller) => (table[operation]?.anywhere ? ['duc-lang'] : places).map((place) => [caller, place] as const));
    const answers: Record<string, string> = {};
    for (const [caller, place] of asked) answers[`${caller} in ${place}`] = await act(caller, operation, place);
    expect(answers).toEqual(Object.fromEntries(asked.map(([caller, place]) => [`${caller} in ${place}`, verdict(caller, operation, place)])));
  });
});

describe('an edge asks for the right of the operation it stands for, and the rest of the answer stands', () => {
  const parents: Record<string, readonly [root: string, query: () => string, list?: string]> = {
    Commune: ['commune', () => 'commune(key: "duc-lang")'],
    Plan: ['plan', () => 'plan(commune: "duc-lang", plan: "2023")'],
    Indicator: ['indicator', () => `indicator(commune: "duc-lang", plan: "2023", code: "${code}")`],
    Unit: ['unit', () => 'unit(commune: "duc-lang", unit: "van-phong-thong-ke")'],
    Submission: ['submission', () => `submission(commune: "duc-lang", id: "${correction}")`],
    Result: ['results', () => 'results(commune: "duc-lang", first: 1)', 'nodes'],
    Entry: ['submission', () => `submission(commune: "duc-lang", id: "${correction}")`, 'entries'],
    CouncilMember: ['councils', () => 'councils(commune: "duc-lang")', 'nodes.members'],
    Round: ['round', () => `round(commune: "duc-lang", id: "${road.round.id}")`],
    Nomination: ['nomination', () => `nomination(commune: "duc-lang", id: "${road.nomination.id}")`],
    Meeting: ['meeting', () => `meeting(commune: "duc-lang", id: "${road.meeting.id}")`],
    Matter: ['meeting', () => `meeting(commune: "duc-lang", id: "${road.meeting.id}")`, 'matters'],
    Decision: ['decision', () => `decision(commune: "duc-lang", id: "${road.decision.id}")`],
    Award: ['award', () => `award(commune: "duc-lang", id: "${road.award.id}")`],
  };

  const refusedAlone: string[] = [];

  it.each(Object.entries(edges))('%s: %s', async (edge, operation) => {
    const [type = '', field = ''] = edge.split('.');
    const [root, query, list] = parents[type] as (typeof parents)[string];
    const lists = list?.split('.') ?? [];
    const { args, type: answer } = (getNamedType(schema.getType(type) as any) as any).getFields()[field];
    const argument = args.some((arg: any) => isNonNullType(arg.type)) ? '(key: "2023")' : '';
    const selected = isObjectType(getNamedType(answer)) ? '{ __typename }' : '';
    const through = callers.filter((caller) => verdict(caller, root, 'duc-lang') === 'OK');
    const refused: string[] = [];
    for (const caller of through) {
      const parent = `__typename ${field}${argument} ${selected}`;
      const { data, errors } = await ask(caller, `{ ${query()} { ${lists.reduceRight((within, each) => `${each} { ${within} }`, parent)} } }`);
      const path = [root, ...lists.flatMap((each) => [each, 0])];
      const record = path.reduce((within, step) => within[step], data);
      const expected = verdict(caller, operation, 'duc-lang');
      expect([caller, record.__typename, errors?.[0].extensions.code ?? 'OK']).toEqual([caller, type, expected]);
      expect([caller, record[field] === null, errors?.[0].path]).toEqual([caller, expected !== 'OK', expected === 'OK' ? undefined : [...path, field]]);
      if (expected !== 'OK') refused.push(String(caller));
    }
    if (refused.length > 0) refusedAlone.push(edge);
  });

  it('control: such refusals were among them', () => {
    expect(refusedAlone).toEqual(['Commune.head', 'Commune.plan', 'Commune.plans', 'Commune.units', 'Indicator.actions', 'Indicator.responsibleUnit', 'Indicator.results', 'Plan.actions', 'Plan.document', 'Entry.evidence', 'Entry.indicator', 'Result.indicator', 'Result.submission', 'Result.unit', 'Submission.results', 'Submission.unit', 'Unit.awards', 'Unit.nominations', 'Result.nominations', 'Indicator.nominations', 'Nomination.unit', 'Nomination.results', 'Nomination.submissions', 'Nomination.documents', 'Nomination.files', 'Nomination.meeting', 'CouncilMember.person', 'Meeting.council', 'Meeting.minutes', 'Matter.nomination', 'Decision.actions', 'Decision.awards', 'Decision.nominations', 'Decision.document', 'Award.actions', 'Award.unit', 'Award.decision', 'Award.revokingDecision', 'Award.nomination', 'Award.document', 'Unit.submissions']);
  });
});

it('a reporter drafts the child plan of the own unit, and of no other', async () => {
  const document = { type: 'KH', year: 2023, issuer: 'Khu dân cư', title: 'Kế hoạch của khu dân cư' };
  for (const [unit, expected] of [['khu-dan-cu-1', 200], ['khu-dan-cu-2', 403]] as const) {
    const draft = { key: `2023-${unit}`, kind: 'CHILD', year: 2023, title: 'Kế hoạch của khu dân cư', parentPlan: '2023', unit, document };
    const { status } = await send('hamlet-1', 'post', '/v1/communes/duc-lang/plans?validate=only', draft);
    expect([unit, status]).toEqual([unit, expected]);
  }
});
