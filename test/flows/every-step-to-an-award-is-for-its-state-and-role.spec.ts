import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { NominationActsService } from '../../src/nominations/nomination-acts.service.js';
import { RoundActsService } from '../../src/nominations/round-acts.service.js';
import { useApp } from '../app.js';
import { awarded, forwarded, nominated, openedRound, paperOf, revoked, signedFile } from '../awards.js';
import { doors, rest, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const test = useApp();

const callers = [
  'administrator',
  'clerk',
  'hamlet-1',
  'verifier',
  'chairperson',
  'council-1',
  'accountant',
  'auditor',
  'observer',
  'district',
  'province',
  'integrator',
  undefined,
] as const;
type Caller = (typeof callers)[number];

/* Told here by hand, from the law and the contract; it shares nothing with the tables of the program. */

const nominationStates = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPRAISED',
  'RECOMMENDED',
  'NOT_RECOMMENDED',
  'FORWARDED',
  'GRANTED',
  'REFUSED',
  'WITHDRAWN',
];
const decisionStates = ['DRAFT', 'SIGNED', 'CANCELLED'];
const steps: Readonly<
  Record<string, { of: 'nomination' | 'decision' | 'award' | 'round'; may: readonly Caller[]; from: readonly string[] }>
> = {
  amendNomination: { of: 'nomination', may: ['administrator', 'clerk'], from: ['DRAFT', 'RETURNED'] },
  dropNomination: { of: 'nomination', may: ['administrator', 'clerk'], from: ['DRAFT'] },
  submitNomination: { of: 'nomination', may: ['administrator', 'clerk'], from: ['DRAFT', 'RETURNED'] },
  returnNomination: { of: 'nomination', may: ['clerk', 'verifier'], from: ['SUBMITTED'] },
  appraiseNomination: { of: 'nomination', may: ['clerk', 'verifier'], from: ['SUBMITTED'] },
  withdrawNomination: {
    of: 'nomination',
    may: ['administrator', 'clerk'],
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED', 'FORWARDED'],
  },
  // The roads of those that are not forwarded end here.
  forwardNomination: { of: 'nomination', may: ['clerk'], from: [] },
  receiveNomination: { of: 'nomination', may: ['clerk', 'district', 'province'], from: ['FORWARDED'] },
  recordOutcome: { of: 'nomination', may: ['clerk', 'district', 'province'], from: ['FORWARDED'] },
  amendDecision: { of: 'decision', may: ['clerk'], from: ['DRAFT'] },
  signDecision: { of: 'decision', may: ['chairperson', 'clerk'], from: ['DRAFT'] },
  cancelDecision: { of: 'decision', may: ['chairperson'], from: ['DRAFT'] },
  correctDecision: { of: 'decision', may: ['clerk'], from: ['SIGNED'] },
  correctAward: { of: 'award', may: ['clerk'], from: ['GRANTED', 'REVOKED'] },
  revokeAward: { of: 'award', may: ['chairperson', 'clerk'], from: ['GRANTED'] },
  restoreAward: { of: 'award', may: ['clerk'], from: ['REVOKED'] },
  amendRound: { of: 'round', may: ['administrator'], from: ['OPEN', 'CLOSED'] },
  closeRound: { of: 'round', may: ['administrator'], from: ['OPEN'] },
  reopenRound: { of: 'round', may: ['administrator'], from: ['CLOSED'] },
};
const officials = [
  'administrator',
  'clerk',
  'hamlet-1',
  'verifier',
  'chairperson',
  'council-1',
  'accountant',
  'auditor',
];

const expected = (act: string, state: string, caller: Caller): string => {
  const { may, from } = steps[act]!;
  if (caller === undefined) return 'UNAUTHENTICATED';
  const nominates = caller === 'hamlet-1' && /Nomination$/.test(act) && !/^(return|appraise|forward|receive)/.test(act);
  // The head of a hamlet nominates for it; these are others', whose drafts are not shown.
  if (nominates) return ['DRAFT', 'RETURNED', 'WITHDRAWN'].includes(state) ? 'NOT_FOUND' : 'FORBIDDEN';
  if (!may.includes(caller)) return 'FORBIDDEN';
  // Superiors see what was forwarded alone; it went to the district.
  if ((caller === 'district' || caller === 'province') && state !== 'FORWARDED') return 'NOT_FOUND';
  if (caller === 'province') return 'RULE';
  if (act === 'withdrawNomination' && state === 'FORWARDED' && caller !== 'clerk') return 'FORBIDDEN';
  return from.includes(state) ? 'OK' : 'STATE';
};

/** A record in each state. */
const records: Record<string, Record<string, { id: string; version: number }>> = {
  nomination: {},
  decision: {},
  award: {},
  round: {},
};
const inputs: Record<string, object> = {};

beforeAll(async () => {
  const caller = await test.operator();
  const { round, nomination, decision, award } = await awarded(test);
  const other = await awarded_(round);
  records.award = { GRANTED: other, REVOKED: await revoked(test, award) };
  records.round = {
    OPEN: round,
    CLOSED: await test.app
      .get(RoundActsService)
      .closeRound(caller, { commune, id: (await openedRound(test)).id, expectedVersion: 1 }, {}),
  };
  const units = [
    'khu-dan-cu-2',
    'khu-dan-cu-3',
    'khu-dan-cu-4',
    'khu-dan-cu-5',
    'khu-dan-cu-6',
    'hoi-phu-nu',
    'hoi-nong-dan',
    'cong-doan',
    'doan-thanh-nien',
    'tram-y-te',
    'cong-an',
  ];
  const next = async (until: Parameters<typeof nominated>[3]) => nominated(test, round, units.shift()!, until);
  const acts = test.app.get(NominationActsService);
  const submitted = await next('SUBMITTED');
  const returned = await acts.returnNomination(
    caller,
    { commune, id: submitted.id, expectedVersion: submitted.version },
    { reason: 'Thiếu' },
  );
  const { id, version } = await next('DRAFT');
  Object.assign(records.nomination!, {
    DRAFT: await ready(),
    SUBMITTED: await next('SUBMITTED'),
    RETURNED: returned,
    APPRAISED: await next('APPRAISED'),
    FORWARDED: await forwarded(test, 'khu-dan-cu-2'),
    WITHDRAWN: await acts.withdrawNomination(caller, { commune, id, expectedVersion: version }, {}),
  });
  for (const state of ['RECOMMENDED', 'NOT_RECOMMENDED', 'GRANTED', 'REFUSED']) {
    const { id: given } = await next('APPRAISED');
    const decided = state === 'GRANTED' || state === 'REFUSED';
    test.exceptFromAudit('nomination');
    await test.admin.query('update nomination set state = $1, decision_id = $2, decided_on = $3 where id = $4', [
      state,
      decided ? decision.id : null,
      decided ? '2024-01-31' : null,
      given,
    ]);
    records.nomination![state] = { id: given, version: 3 };
  }
  const draft = async () =>
    test.app.get(DecisionActsService).draftDecision(caller, commune, {
      title: 'Khen',
      grants: [
        { nomination: (await nominated(test, await openedRound(test), 'khu-dan-cu-2', 'APPRAISED', 'SUDDEN')).id },
      ],
    });
  const cancelled = await draft();
  const correcting = await test.app
    .get(DocumentActsService)
    .recordDocument(caller, commune, { type: 'CV', year: 2024, issuer: 'UBND xã', title: 'Đính chính' });
  records.decision = {
    DRAFT: await draft(),
    SIGNED: decision,
    CANCELLED: await test.app
      .get(DecisionActsService)
      .cancelDecision(caller, { commune, id: cancelled.id, expectedVersion: cancelled.version }, { reason: 'Sửa' }),
  };
  // A superior names what it sees.
  const receipt = await paperOf(test, 'CV');
  test.exceptFromAudit('document');
  await test.admin.query(`update document set audience = 'SUPERIOR' where id = any ($1)`, [[receipt, correcting.id]]);
  const file = await signedFile(test);
  Object.assign(inputs, {
    amendNomination: { summary: 'Khác' },
    dropNomination: {},
    submitNomination: {},
    returnNomination: { reason: 'Thiếu' },
    appraiseNomination: { appraisal: 'Đủ' },
    withdrawNomination: {},
    forwardNomination: { document: await paperOf(test, 'TTr') },
    receiveNomination: { document: receipt },
    recordOutcome: { outcome: 'REFUSED', decidedOn: '2024-01-31', reason: 'Chưa đủ', document: correcting.id },
    amendDecision: { title: 'Khác' },
    signDecision: { file, number: 900, signer: 'Nguyễn Đình Chiểu' },
    cancelDecision: { reason: 'Sửa' },
    correctDecision: { file, reason: 'Ghi nhầm', signer: 'Nguyễn Văn Ký' },
    correctAward: {
      document: correcting.id,
      reason: 'In sai tên',
      recipientName: 'Hội Cựu chiến binh xã Đức Lạng',
    },
    restoreAward: { document: correcting.id, reason: 'Ghi nhầm' },
    revokeAward: { ground: 'FRAUD', reason: 'Gian dối', file, number: 901, signer: 'Nguyễn Đình Chiểu' },
    amendRound: { name: 'Khác' },
    closeRound: { reason: 'Hết hạn' },
    reopenRound: { reason: 'Đóng nhầm' },
  });
  expect(nomination.id).not.toBe(other.id);

  /** A draft whose dossier is full. */
  async function ready() {
    const drafted = await next('SUBMITTED');
    await test.admin.query(`update nomination set state = 'DRAFT' where id = $1`, [drafted.id]);
    return drafted;
  }
  async function awarded_(within: typeof round) {
    const sudden = await nominated(test, within, 'hoi-cuu-chien-binh', 'APPRAISED', 'SUDDEN');
    const decisions = test.app.get(DecisionActsService);
    const begun = await decisions.draftDecision(caller, commune, {
      title: 'Khen đột xuất',
      grants: [{ nomination: sudden.id }],
    });
    await decisions.signDecision(
      caller,
      { commune, id: begun.id, expectedVersion: begun.version },
      { file: await signedFile(test) },
    );
    return (await rest(test).ask('awards', 'clerk', { commune, unit: ['hoi-cuu-chien-binh'] })).body.items[0] as {
      id: string;
      version: number;
    };
  }
});

describe.each(doors)('%s', (_, open) => {
  it.each(Object.keys(steps))('%s: every state, every role', async (act) => {
    const { of } = steps[act]!;
    const states = {
      nomination: nominationStates,
      decision: decisionStates,
      award: ['GRANTED', 'REVOKED'],
      round: ['OPEN', 'CLOSED'],
    }[of];
    expect(Object.keys(records[of]!).sort()).toEqual([...states].sort());
    const found: Record<string, string> = {};
    for (const state of states) {
      for (const caller of callers) {
        const { id, version } = records[of]![state]!;
        const answer = await open(test).ask(
          act,
          caller,
          { commune, id, validate: 'only' },
          { version, input: inputs[act] },
        );
        found[`${state} ${caller}`] = answer.code ?? 'OK';
      }
    }
    expect(found).toEqual(
      Object.fromEntries(
        states.flatMap((state) => callers.map((caller) => [`${state} ${caller}`, expected(act, state, caller)])),
      ),
    );
  });
});

it.each(['nomination', 'decision', 'award'])('what one may do with a %s is told the same before', async (of) => {
  for (const [state, { id }] of Object.entries(records[of]!)) {
    for (const caller of officials) {
      const { items = [] } = (await rest(test).ask(`${of}Actions`, caller, { commune, id })).body;
      const allowed = items.filter(({ allowed: may }: Row) => may).map(({ act }: Row) => act);
      expect({ state, caller, allowed }).toEqual({
        state,
        caller,
        allowed: Object.keys(steps).filter(
          (act) => steps[act]!.of === of && expected(act, state, caller as Caller) === 'OK',
        ),
      });
    }
  }
});
