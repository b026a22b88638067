import fc, { type Arbitrary } from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { RestOperation } from '../contract/contract.js';
import { schemeOfHamlets } from '../schemes.js';
import { jsonOf, mixes, textOf, type Mix, type Names, type Pools, type Schema } from './values.js';

/** A request as it goes over the wire. */
export interface Sent {
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** The acts on the road to an award, and who does them. Each rests on records of its own: \`trial.ts\` makes them, with a body that is let through. */
export const onRoad: Readonly<Record<string, string>> = {
  addRemark: 'district',
  answerRemark: 'clerk',
  withdrawRemark: 'district',
  openRound: 'administrator',
  amendRound: 'administrator',
  dropRound: 'administrator',
  closeRound: 'administrator',
  reopenRound: 'administrator',
  nominate: 'administrator',
  amendNomination: 'administrator',
  dropNomination: 'administrator',
  submitNomination: 'administrator',
  returnNomination: 'clerk',
  appraiseNomination: 'clerk',
  submitNominations: 'administrator',
  appraiseNominations: 'clerk',
  withdrawNomination: 'administrator',
  forwardNomination: 'clerk',
  receiveNomination: 'district',
  recordOutcome: 'district',
  appointMember: 'administrator',
  endMembership: 'administrator',
  removeMembership: 'administrator',
  conveneMeeting: 'clerk',
  amendMeeting: 'clerk',
  cancelMeeting: 'clerk',
  recordAttendance: 'clerk',
  recuse: 'member',
  withdrawRecusal: 'member',
  recordOpinion: 'member',
  recordTally: 'clerk',
  recordTallies: 'clerk',
  recordHeldMeeting: 'clerk',
  confirmTally: 'verifier',
  closeMeeting: 'chairperson',
  reopenMeeting: 'chairperson',
  draftDecision: 'clerk',
  amendDecision: 'clerk',
  cancelDecision: 'chairperson',
  signDecision: 'chairperson',
  correctDecision: 'clerk',
  freeNumber: 'clerk',
  correctAward: 'clerk',
  revokeAward: 'chairperson',
  restoreAward: 'clerk',
  recordAward: 'clerk',
  amendAward: 'clerk',
  removeAward: 'clerk',
  payAwards: 'accountant',
  presentAwards: 'clerk',
  recoverAward: 'accountant',
  removePayment: 'accountant',
  complain: 'clerk',
  settleComplaint: 'administrator',
  withdrawComplaint: 'clerk',
  openConsultation: 'clerk',
  closeConsultation: 'clerk',
  cancelConsultation: 'clerk',
  raiseObjection: 'reporter',
  answerObjection: 'clerk',
  recordFact: 'clerk',
  amendFact: 'clerk',
  endFact: 'clerk',
  removeFact: 'clerk',
  registerEmulation: 'reporter',
  endRegistration: 'reporter',
};

/** Acts that would leave nothing to try: they are only rehearsed. */
const ends = [
  'erasePersonal',
  'delegate',
  'endAppointment',
  'endDelegation',
  'confirmKey',
  'rotateKey',
  'revokeKey',
  'linkIdentity',
  'confirmIdentity',
  'unlinkIdentity',
  'amendKey',
  'addWebhook',
  'amendWebhook',
  'replayWebhook',
  'removeWebhook',
  'amendActor',
  'amendDocument',
  'removeDocument',
  'removeFile',
  'dropPlan',
  'dropIndicator',
  'removeTarget',
  'amendAcknowledgement',
  'removeAcknowledgement',
  'dropSubmission',
  'amendPlan',
  'closePlan',
  'reopenPlan',
  'issuePlan',
  'setPlanSettings',
  'extendDeadline',
  'closePeriod',
  'reopenPeriod',
  'acknowledgePlan',
  'moveUnit',
  'moveUnits',
  'correctUnit',
  'closeUnit',
  'retireIndicator',
  'clarifyIndicator',
  'draftSubmission',
  'amendSubmission',
  'submitSubmission',
  'explainFinding',
  'verifySubmission',
  'returnSubmission',
  'approveSubmission',
  'withdrawSubmission',
  'correctSubmission',
  // The candidate that is read would be another.
  'scoreStandings',
  ...Object.keys(onRoad),
];
/** Actor who may, where the clerk may not. */
const actors: Readonly<Record<string, string>> = {
  actors: 'administrator',
  setFund: 'accountant',
  setRounding: 'accountant',
  appoint: 'administrator',
  endAppointment: 'administrator',
  delegate: 'chairperson',
  endDelegation: 'chairperson',
  keys: 'administrator',
  issueKey: 'administrator',
  confirmKey: 'administrator',
  rotateKey: 'administrator',
  revokeKey: 'administrator',
  exportPersonal: 'administrator',
  erasePersonal: 'administrator',
  accesses: 'administrator',
  identities: 'administrator',
  linkIdentity: 'administrator',
  confirmIdentity: 'administrator',
  unlinkIdentity: 'administrator',
  webhooks: 'administrator',
  deliveries: 'administrator',
  addWebhook: 'administrator',
  amendWebhook: 'administrator',
  replayWebhook: 'administrator',
  removeWebhook: 'administrator',
  amendKey: 'administrator',
  amendActor: 'administrator',
  amendAcknowledgement: 'reporter',
  removeAcknowledgement: 'reporter',
  dropSubmission: 'reporter',
  draftScheme: 'clerk',
  decideTie: 'chairperson',
  publishStandings: 'chairperson',
  amendScheme: 'clerk',
  dropScheme: 'clerk',
  adoptScheme: 'chairperson',
  selfScore: 'reporter',
  submitScores: 'reporter',
  returnScores: 'verifier',
  verifyScore: 'verifier',
  concludeScore: 'chairperson',
  dropScores: 'reporter',
  issuePlan: 'chairperson',
  closePlan: 'chairperson',
  reopenPlan: 'chairperson',
  closePeriod: 'chairperson',
  reopenPeriod: 'chairperson',
  acknowledgePlan: 'reporter',
  draftSubmission: 'reporter',
  amendSubmission: 'reporter',
  submitSubmission: 'reporter',
  explainFinding: 'reporter',
  verifySubmission: 'verifier',
  returnSubmission: 'verifier',
  approveSubmission: 'chairperson',
  withdrawSubmission: 'reporter',
  correctSubmission: 'reporter',
  ...onRoad,
};
/** Acts that need a record which has come so far. */
export const onRecords = [
  'endAppointment',
  'endDelegation',
  'confirmKey',
  'rotateKey',
  'revokeKey',
  'amendSubmission',
  'submitSubmission',
  'explainFinding',
  'verifySubmission',
  'returnSubmission',
  'approveSubmission',
  'withdrawSubmission',
  'correctSubmission',
  'dropSubmission',
  'submitScores',
  'returnScores',
  'verifyScore',
  'concludeScore',
  'dropScores',
  'confirmIdentity',
  'unlinkIdentity',
  'amendKey',
  'amendWebhook',
  'replayWebhook',
  'removeWebhook',
  'amendDocument',
  'removeDocument',
  'removeFile',
];

/** Acts on schemes. */
export const onSchemes = ['amendScheme', 'dropScheme', 'adoptScheme', 'decideTie', 'dropCandidate', 'publishStandings'];
/** Acts on a record that its path names by codes: each has a record of its own. */
export const onPlaces = [
  'removeTarget',
  'dropPlan',
  'dropIndicator',
  'amendAcknowledgement',
  'removeAcknowledgement',
  'amendActor',
  'selfScore',
  'reopenPlan',
  ...onSchemes,
];

/** Operations on what only people have. */
const ofPersons = ['exportPersonal', 'erasePersonal', 'accesses'];

const paper = { type: 'KH', year: 2024, issuer: 'Ủy ban nhân dân xã', title: 'Kế hoạch' };
/** A body of each act that is let through by itself, `$fresh` being a code nobody has. */
const seeds: Readonly<Record<string, Record<string, unknown>>> = {
  appoint: { actor: '$fresh', name: 'Công chức', role: 'VERIFIER', validFrom: '2024-01-01' },
  endAppointment: { reason: 'Chuyển công tác' },
  delegate: {
    actor: 'clerk',
    acts: ['approveSubmission'],
    capacity: 'KT',
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
  },
  endDelegation: { reason: 'Đã về' },
  issueKey: { actor: 'auditor', scopes: ['plans:read'] },
  rotateKey: { overlapMinutes: 5 },
  revokeKey: { reason: 'Lộ' },
  amendKey: { scopes: ['plans:read'] },
  linkIdentity: { actor: 'auditor', subject: '$fresh' },
  unlinkIdentity: { reason: 'Nghỉ việc' },
  addWebhook: { url: 'https://example.vn/hook', owner: 'integrator', kinds: ['unit.added'], from: 1 },
  amendWebhook: { url: 'https://example.vn/other' },
  replayWebhook: { from: 1 },
  removeWebhook: { reason: 'Thôi dùng' },
  amendActor: { name: 'Văn phòng' },
  amendDocument: { title: 'Kế hoạch khác', reason: 'Gõ nhầm' },
  removeDocument: { reason: 'Ghi nhầm' },
  removeFile: { reason: 'Tải nhầm' },
  dropPlan: { reason: 'Lập nhầm' },
  dropIndicator: { reason: 'Nhầm' },
  removeTarget: { reason: 'Giao nhầm' },
  amendAcknowledgement: { peopleReached: 101 },
  removeAcknowledgement: { reason: 'Ghi nhầm đơn vị' },
  dropSubmission: { reason: 'Nhầm' },
  draftScheme: schemeOfHamlets({ code: '$fresh' }),
  amendScheme: { name: 'Thang điểm' },
  dropScheme: { reason: 'Nhầm' },
  adoptScheme: { reason: 'Theo biên bản' },
  selfScore: {
    points: [{ line: 'II', points: '28', reason: 'Đường làng sạch' }],
    occurrences: [{ figure: 'thu-khen', times: 2, on: '2023-05-19', text: 'Thư khen', evidenceIds: [] }],
  },
  returnScores: { reason: 'Thiếu minh chứng' },
  verifyScore: { points: [{ line: 'II', points: '25', reason: 'Rác chưa thu gom' }] },
  concludeScore: {
    points: [{ line: 'II', points: '31', reason: 'Theo biên bản' }],
    allowances: [{ line: 'II', reason: 'Thống nhất' }],
    exceptions: [{ class: 'xuat-sac', reason: 'Dẫn đầu' }],
  },
  dropScores: { reason: 'Nhầm kỳ' },
  scoreStandings: { scheme: 'khu-dan-cu', period: '2023' },
  decideTie: { block: 'khu-dan-cu', class: 'xuat-sac', units: ['khu-dan-cu-1'], reason: 'Nhiều nữ hơn' },
  dropCandidate: { reason: 'Nhầm' },
  publishStandings: { reason: 'Theo biên bản' },
  recordDocument: paper,
  draftPlan: {
    key: '2024-$fresh',
    kind: 'MOVEMENT',
    year: 2024,
    title: 'Phong trào',
    duties: ['Thi đua'],
    document: paper,
  },
  amendPlan: { title: 'Kế hoạch', reason: 'Sửa' },
  closePlan: { reason: 'Hết năm' },
  reopenPlan: { reason: 'Kết thúc nhầm' },
  reopenMeeting: { reason: 'Kết thúc nhầm' },
  setPlanSettings: {
    dueDays: 5,
    dueIn: 'WORKING',
    seasons: [{ season: 'SPRING', from: '01-15', to: '05-31' }],
    reason: 'Theo lịch thời vụ',
  },
  setHoliday: { name: 'Giỗ Tổ Hùng Vương', kind: 'OFF' },
  setFund: { regularSpending: '5000000000', rate: '1', rateSource: 'Điều 46', contributions: '1', otherSpending: '0' },
  setPaperTemplate: { width: 300, height: 210, rightBy: 2, downBy: -3 },
  extendDeadline: { unit: 'khu-dan-cu-1', until: '2024-12-31', reason: 'Lũ lụt' },
  closePeriod: { reason: 'Chốt số liệu' },
  reopenPeriod: { reason: 'Cộng nhầm' },
  acknowledgePlan: { unit: 'khu-dan-cu-1', form: 'MEETING', heldOn: '2024-01-31', peopleReached: 40 },
  addIndicator: {
    reason: 'Bổ sung',
    code: '$fresh',
    name: 'Lúa',
    sectionPath: '2.1.2',
    sortOrder: 99,
    measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 },
    direction: 'UP',
    comparator: 'AT_LEAST',
    target: '5',
    printedChange: { basis: 'CHANGE', by: '1' },
    rawText: '5 ha',
    frequency: 'YEARLY',
    reported: 'IN_PERIOD',
    overTime: 'SUM',
    overUnits: 'SUM',
  },
  amendIndicator: { name: 'Lúa', reason: 'Sửa' },
  retireIndicator: { reason: 'Bỏ' },
  clarifyIndicator: { reading: 'A', reason: 'Đã hỏi' },
  setTarget: { value: '5', reason: 'Giao' },
  addUnit: { code: '$fresh', kind: 'HAMLET', name: 'Thôn mới', validFrom: '2024-01-01' },
  amendUnit: { kindText: 'thôn', reason: 'Sửa' },
  moveUnit: { parent: null, reason: 'Sắp xếp' },
  moveUnits: { units: ['khu-dan-cu-6'], parent: 'hdnd', reason: 'Sắp xếp' },
  correctUnit: { validFrom: '2021-07-02', validTo: null, reason: 'Ghi nhầm' },
  closeUnit: { reason: 'Sáp nhập', successors: ['hdnd'] },
  erasePersonal: { reason: 'Theo yêu cầu' },
  draftSubmission: {
    plan: '2023',
    unit: 'khu-dan-cu-1',
    period: '2023-06',
    narrative: { done: 'Đã gieo trồng' },
    entries: [{ indicatorCode: 'econ.maize.area', scope: 'OWN', reported: '14', note: 'Ước' }],
    confirm: ['SCALE'],
  },
  amendSubmission: {
    narrative: { causes: 'Hạn hán' },
    entries: [{ indicatorCode: 'econ.peanut.area', reported: '9.5' }],
  },
  explainFinding: { code: 'FREQUENCY', indicatorCode: 'econ.maize.area', explanation: 'Ước' },
  verifySubmission: { entries: [{ indicatorCode: 'econ.maize.area', verified: '13', verifiedReason: 'Đo lại' }] },
  returnSubmission: { reason: 'Chưa khớp', entries: [{ indicatorCode: 'econ.maize.area', remark: 'Đo lại' }] },
  approveSubmission: { entries: [{ indicatorCode: 'econ.maize.area', approved: '13', approvedReason: 'Đo lại' }] },
  withdrawSubmission: { reason: 'Nhầm' },
  correctSubmission: { reason: 'Cộng nhầm' },
};

/** A body that is let through: told above, or made with the records it names. */
const seedOf = (operation: string, pools: Pools): Record<string, unknown> | undefined =>
  seeds[operation] ??
  (pools[`body of ${operation}`]?.[0] === undefined
    ? undefined
    : (JSON.parse(pools[`body of ${operation}`]![0]!) as Record<string, unknown>));

/** Where the version is another than 1 or 2. */
const versions: Readonly<Record<string, Schema>> = {
  setTarget: { minimum: 0, maximum: 2 },
  setHoliday: { minimum: 0, maximum: 2 },
  setFund: { minimum: 0, maximum: 2 },
  setRounding: { minimum: 0, maximum: 2 },
  setPaperTemplate: { minimum: 0, maximum: 2 },
  selfScore: { minimum: 0, maximum: 2 },
  concludeScore: { minimum: 3, maximum: 3 },
  forwardNomination: { minimum: 3, maximum: 3 },
  receiveNomination: { minimum: 4, maximum: 4 },
  recordOutcome: { minimum: 4, maximum: 4 },
  recoverAward: { minimum: 3, maximum: 3 },
  extendDeadline: { minimum: 0, maximum: 2 },
  closePeriod: { minimum: 0, maximum: 2 },
  removeTarget: { minimum: 1, maximum: 2 },
  closePlan: { minimum: 3, maximum: 3 },
  reopenPlan: { minimum: 3, maximum: 3 },
  reopenMeeting: { minimum: 4, maximum: 4 },
  clarifyIndicator: { minimum: 2, maximum: 2 },
  approveSubmission: { minimum: 3, maximum: 3 },
  closeMeeting: { minimum: 3, maximum: 3 },
  confirmTally: { minimum: 3, maximum: 3 },
  withdrawRecusal: { minimum: 3, maximum: 3 },
};

/** Acts that may make their record: `If-None-Match: *`. */
const making = [
  'selfScore',
  'setTarget',
  'setHoliday',
  'setFund',
  'setRounding',
  'setPaperTemplate',
  'extendDeadline',
  'closePeriod',
];

/** Percent of the other acts that are rehearsed, too: what changes too often is met at its version by nobody. */
const rehearsed = 75;

/** Which real values a name stands for, in an operation. */
const publicationPools: Readonly<Record<string, string>> = { id: 'candidate', after: 'cursor' };
const standingPools: Readonly<Record<string, string>> = { plan: 'issued', unit: 'ranked', period: 'scored' };

function poolOf(operation: string, name: string): string {
  if (onPlaces.includes(operation) && name !== 'commune') return `${operation} ${name}`;
  if (operation === 'refusal') return 'refusal';
  if (operation === 'awardForm' && name === 'code') return 'awardForm';
  if (ofPersons.includes(operation) && name === 'unit') return 'person';
  if (operation === 'downloadFile' && name === 'id') return 'file';
  if (operation === 'commune' && name === 'key') return 'commune';
  if (name === 'round' && onRoad[operation]) return operation;
  if (name === 'form') return 'awardForm';
  if (name === 'id' && onRecords.includes(operation)) return operation;
  if (name === 'id' && operation.startsWith('submission')) return 'amendSubmission';
  if (name === 'id' && operation.startsWith('scoreSheet')) return 'submitScores';
  if (/^(publication|candidateStanding)/.test(operation))
    return name === 'plan' ? 'issued' : (publicationPools[name] ?? name);
  if (operation === 'standing') return standingPools[name] ?? name;
  if (operation === 'verifyAward') return 'verification';
  if (operation === 'nominationPaper' && name !== 'id')
    return name === 'round' || name === 'nomination' ? `printed ${name}` : name;
  if (name === 'id')
    return (
      {
        round: 'closeRound',
        candidates: 'closeRound',
        quotas: 'closeRound',
        nomination: 'submitNomination',
        nominationEligibility: 'submitNomination',
        outcomes: 'recordOutcome',
        meeting: 'recordAttendance',
        meetingPaper: 'recordAttendance',
        decision: 'amendDecision',
        decisionPaper: 'amendDecision',
        certificate: 'certificate',
        correctionPaper: 'certificate',
        award: 'revokeAward',
        payment: 'removePayment',
        complaint: 'settleComplaint',
        fact: 'amendFact',
        registration: 'endRegistration',
        remark: 'answerRemark',
        consultation: 'closeConsultation',
        listings: 'closeConsultation',
        objection: 'answerObjection',
        deliveries: 'amendWebhook',
      }[operation.replace(/Actions$/, '')] ?? (onRoad[operation] ? operation : 'id')
    );
  if (name === 'plan' && actors[operation] && !onRoad[operation]) return operation === 'issuePlan' ? 'draft' : 'issued';
  if (operation === 'clarifyIndicator' && name === 'code') return 'question';
  if (name === 'type') return operation === 'history' ? 'type' : 'abbreviation';
  return (
    {
      code: 'indicator',
      indicator: 'indicator',
      indicatorCode: 'indicator',
      evidenceIds: 'file',
      partOf: 'indicator',
      key: 'plan',
      from: 'plan',
      parentPlan: 'plan',
      nominee: 'unit',
      parent: 'unit',
      responsibleUnitCode: 'unit',
      after: 'cursor',
    }[name] ?? name
  );
}

/** Bytes as an HTTP parser hands them on: no control characters, one sign a byte. */
const headerText = (text: string) =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\0-\x08\x0a-\x1f\x7f]/g, '')
    .slice(0, 4_000);
const sometimes = <T>(percent: number, arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary });

function headersOf(pools: Pools, mix: Mix, operation: string, writes: boolean): Arbitrary<Record<string, string>> {
  const header = (name: string, percent: number, schema: Schema = {}) =>
    sometimes(percent, textOf(schema, name, pools, mix).map(headerText));
  const always = mix[2] === 0 ? 100 : 90;
  return fc
    .record({
      authorization: fc.oneof(
        {
          weight: writes || actors[operation] ? 60 : 0,
          arbitrary: fc.constantFrom(...(pools[actors[operation] ?? 'clerk'] ?? [])),
        },
        { weight: 30, arbitrary: fc.constantFrom(...(pools.authorization ?? [])) },
        {
          weight: mix[2],
          arbitrary: textOf({}, 'authorization', {}, [0, 0, 1]).map((text) => headerText(`Bearer ${text}`)),
        },
      ),
      'accept-language': header('language', 20),
      'if-match': header('etag', writes ? always : 0),
      'if-none-match': making.includes(operation) ? sometimes(50, fc.constant('*')) : header('etag', writes ? 0 : 15),
      'idempotency-key': header('idempotency', writes ? 15 : 2),
      'legal-date': header('day', mix[2] === 0 ? 3 : 10, { format: 'date' }),
      'legal-reference': header('id', 10),
      'on-behalf-of': header('unit', 5),
      'content-type': writes
        ? fc.oneof(
            { weight: 40, arbitrary: fc.constant('application/json') },
            {
              weight: mix[2],
              arbitrary: fc.constantFrom(
                'application/merge-patch+json',
                'text/plain',
                'application/json; charset=utf-16',
                '',
              ),
            },
          )
        : fc.constant(undefined),
    })
    .map((headers) =>
      making.includes(operation) && headers['if-none-match'] ? { ...headers, 'if-match': undefined } : headers,
    )
    .map(
      (headers) =>
        Object.fromEntries(
          Object.entries(headers).filter(([, value]) => value !== undefined && value !== ''),
        ) as Record<string, string>,
    );
}

/** Percent-encodes also what `encodeURIComponent` refuses; a lone surrogate becomes its three bytes, which are no UTF-8. */
const encoded = (text: string) =>
  [...text]
    .map((sign) =>
      /^[\ud800-\udfff]$/.test(sign)
        ? `%ED%${(0x80 | ((sign.charCodeAt(0) >> 6) & 0x3f)).toString(16)}%${(0x80 | (sign.charCodeAt(0) & 0x3f)).toString(16)}`
        : encodeURIComponent(sign),
    )
    .join('');
/** A segment that would lead to another address is no input of this one. */
const segment = (text: string) => (/^(\.{0,2})$/.test(text) ? 'x' : encoded(text));

/** Requests to one operation of REST. */
export function restRequests(
  { operationId, method, path, parameters = [], requestBody }: RestOperation,
  components: Record<string, Schema>,
  pools: Pools,
): Arbitrary<Sent> {
  const writes = method !== 'get';
  const of = ([there, mix]: readonly [Mix, Mix]): Arbitrary<Sent> => {
    const names: Names = {
      resolve: (ref) => components[ref.split('/').at(-1) as string] as Schema,
      pools,
      poolOf: (name) => poolOf(operationId, name),
      seed: seedOf(operationId, pools),
    };
    const text = (name: string, schema: Schema, each: Mix) => textOf(schema, poolOf(operationId, name), pools, each);
    const inPath = fc.record(
      Object.fromEntries(
        parameters.filter((each) => each.in === 'path').map(({ name, schema }) => [name, text(name, schema, there)]),
      ),
    );
    const asked = parameters
      .filter((each) => each.in === 'query')
      .map(({ name, schema }) =>
        sometimes(
          35,
          fc
            .array(text(name, schema, mix), {
              minLength: 1,
              maxLength: there[2] > 0 || schema.type === 'array' ? 2 : 1,
            })
            .map((values) => values.map((value) => `${name}=${encoded(value)}`).join('&')),
        ),
      );
    const only = ends.includes(operationId)
      ? fc.constant<string | undefined>('validate=only')
      : sometimes(writes ? rehearsed : 0, fc.constant('validate=only'));
    const odd = sometimes(
      there[2] * 2,
      fc.constantFrom('colour=red', '__proto__=1', 'first[]=1', 'validate=all', '%ff=1', '&&='),
    );
    const schema = Object.values(requestBody?.content ?? {})[0]?.schema as Schema | undefined;
    const body = schema
      ? jsonOf(schema, 'body', names, mix)
      : fc.oneof(
          { weight: mix[0], arbitrary: fc.constant(writes ? '{}' : undefined) },
          { weight: writes ? mix[2] : 0, arbitrary: fc.constant('{"a":1}') },
        );
    return fc
      .record({
        inPath,
        query: fc.tuple(...asked, only, odd),
        headers: headersOf(pools, there, operationId, writes),
        body,
        cut: sometimes(there[2], fc.nat(200)),
      })
      .map(({ inPath: values, query, headers, body: whole, cut }) => {
        const search = query.filter((each) => each !== undefined).join('&');
        const url =
          path.replace(/\{(\w+)\}/g, (_, name: string) => segment(values[name] as string)) + (search && `?${search}`);
        return {
          operation: operationId,
          method: method.toUpperCase(),
          url,
          headers,
          ...(whole !== undefined && { body: cut === undefined ? whole : whole.slice(0, cut) }),
        };
      });
  };
  return fc.oneof(...mixes.map(of));
}

const scalars: Record<string, Schema> = {
  Int: { type: 'integer' },
  Boolean: { type: 'boolean' },
  Decimal: { format: 'decimal' },
  Period: { format: 'period' },
  LegalDate: { format: 'date' },
};

/** A type of GraphQL, told as JSON Schema. */
function schemaOf(type: GraphQLInputType): Schema {
  if (isNonNullType(type)) return schemaOf(type.ofType);
  if (isListType(type)) return { type: 'array', items: schemaOf(type.ofType) };
  if (isEnumType(type)) return { enum: type.getValues().map(({ name }) => name) };
  if (!isInputObjectType(type)) return scalars[type.name] ?? { type: 'string' };
  const fields = Object.values(type.getFields());
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field.type)])),
    required: fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name),
  };
}

/** Everything below a type, three levels deep, but for edges that must be asked for something. */
function selection(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const under = getNamedType(field.type);
    if (!isObjectType(under)) return [field.name];
    return depth === 0 || field.args.some(({ type: asked }) => isNonNullType(asked))
      ? []
      : [`${field.name} { ${selection(under, depth - 1)} }`];
  });
  return ['__typename', ...fields].join(' ');
}

interface AskedEdge {
  name: string;
  under: GraphQLObjectType;
  args: { declared: string; given: string; value?: string }[];
}

/** Requests to one root field of GraphQL: its arguments and those of its edges as variables. */
export function graphqlRequests(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  pools: Pools,
): Arbitrary<Sent> {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const edges = Object.values(type.getFields()).filter((each) => each.args.length > 0);
  const of = ([there, mix]: readonly [Mix, Mix]): Arbitrary<Sent> => {
    const names: Names = {
      resolve: () => ({}),
      pools,
      poolOf: (name) => poolOf(field.name, name.replace(/^\w+_/, '')),
      seed: seedOf(field.name, pools),
    };
    const variable = (arg: GraphQLArgument, name: string) => {
      const drawn: Arbitrary<string> =
        arg.name === 'expectedVersion'
          ? jsonOf({ type: 'integer', ...(versions[field.name] ?? { minimum: 1, maximum: 2 }) }, name, names, there)
          : jsonOf(
              arg.name === 'year' ? { type: 'integer', minimum: 2022, maximum: 2024 } : schemaOf(arg.type),
              name,
              names,
              isNonNullType(arg.type) && !isInputObjectType(getNamedType(arg.type)) ? there : mix,
            );
      return (isNonNullType(arg.type) ? drawn : sometimes(35, drawn)).map((value) => ({
        declared: `$${name}: ${String(arg.type)}`,
        given: `${arg.name}: $${name}`,
        value: value === undefined ? undefined : `"${name}":${value}`,
      }));
    };
    const edge: Arbitrary<AskedEdge[]> =
      edges.length === 0
        ? fc.constant([])
        : fc
            .constantFrom(...edges)
            .chain((each) =>
              fc
                .tuple(...each.args.map((arg) => variable(arg, `edge_${arg.name}`)))
                .map((args) => [{ name: each.name, under: getNamedType(each.type) as GraphQLObjectType, args }]),
            );
    const cut = sometimes(
      there[2] * 2,
      fc.tuple(fc.nat(2_000), fc.constantFrom('', '{', '"', '\0', '...', '@x', '\u202e', '$')),
    );
    const body = fc
      .record({
        args: fc.tuple(...field.args.map((arg) => variable(arg, arg.name))),
        edge,
        cut,
        deep: fc.integer({ min: 0, max: 2 }),
        envelope: sometimes(
          there[2],
          fc.constantFrom(
            '[]',
            'null',
            '{}',
            '"x"',
            '{"query":1}',
            '{"query":"{ me { key } }","variables":[]}',
            '{"query":"{ me { key } }","operationName":{}}',
            '[{"query":"{ me { key } }"}]',
          ),
        ),
      })
      .map(({ args, edge: asked, cut: spoilt, deep, envelope }) => {
        if (envelope !== undefined) return envelope;
        const variables = [...args, ...asked.flatMap((each) => each.args)];
        const list = (parts: string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');
        const below = asked.map(
          ({ name, under, args: own }) =>
            `asked: ${name}${list(own.map(({ given }) => given))} { ${selection(under, 1)} }`,
        );
        const written = `${kind} ${list(variables.map(({ declared }) => declared))} { ${field.name}${list(args.map(({ given }) => given))} { ${selection(type, deep)} ${below.join(' ')} } }`;
        const query = spoilt
          ? written.slice(0, spoilt[0] % written.length) + spoilt[1] + written.slice((spoilt[0] % written.length) + 1)
          : written;
        return `{"query":${JSON.stringify(query)},"variables":{${variables.flatMap(({ value }) => value ?? []).join(',')}}}`;
      });
    const only =
      kind === 'query'
        ? fc.constant('')
        : ends.includes(field.name)
          ? fc.constant('?validate=only')
          : sometimes(rehearsed, fc.constant('?validate=only')).map((each) => each ?? '');
    return fc
      .record({ only, headers: headersOf(pools, there, field.name, kind === 'mutation'), body })
      .map(({ only: search, headers, body: whole }) => ({
        operation: field.name,
        method: 'POST',
        url: `/graphql${search}`,
        headers: { ...headers, 'content-type': headers['content-type'] ?? 'application/json' },
        body: whole,
      }));
  };
  return fc.oneof(...mixes.map(of));
}
