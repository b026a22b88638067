import { Clock } from '../../src/access/clock.js';
import { scopes } from '../../src/access/permissions.js';
import { roles, type Role } from '../../src/access/roles.js';
import { AppointmentActsService } from '../../src/actors/appointment-acts.service.js';
import { KeyActsService } from '../../src/actors/key-acts.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { monthNumbers } from '../../src/indicators/period.js';
import { withServices } from '../../src/installation.js';
import { sampleDay } from '../../src/sample/sample.js';
import {
  submissionStates,
  submissionWorkflow,
  type SubmissionAct,
  type SubmissionState,
} from '../../src/submissions/submission.workflow.js';
import { useApp } from '../app.js';
import { everything, isVersioned, overGraphql, overRest, position } from '../contract/writes.js';
import { rest, type Row } from '../doors.js';

const commune = 'duc-lang';
const unit = 'khu-dan-cu-1';
const reason = 'Theo chỉ đạo của cấp trên';
const submitter = 'a chairperson who submitted it';
const test = useApp();

const states = ['DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'APPROVED', 'WITHDRAWN', 'SUPERSEDED'] as const;

/** Written by hand, after the words of the field: in which of these states each act may be. */
const inStates: Readonly<Record<SubmissionAct, string>> = {
  amendSubmission: '    yes no  yes no  no  no  no',
  submitSubmission: '   yes no  yes no  no  no  no',
  explainFinding: '     yes yes yes yes no  no  no',
  verifySubmission: '   no  yes no  no  no  no  no',
  returnSubmission: '   no  yes no  yes no  no  no',
  approveSubmission: '  no  no  no  yes no  no  no',
  withdrawSubmission: ' yes yes yes no  no  no  no',
  dropSubmission: '     yes no  no  no  no  no  no',
  correctSubmission: '  no  no  no  no  yes no  no',
};

const acts = [
  'amendSubmission',
  'submitSubmission',
  'explainFinding',
  'verifySubmission',
  'returnSubmission',
  'approveSubmission',
  'withdrawSubmission',
  'dropSubmission',
  'correctSubmission',
] as const;

interface Caller {
  role?: Role;
  /** A key of the sample, or where somebody new is appointed. */
  key?: string;
  at?: readonly [Role, string | undefined][];
  /** In the order of `acts`: allowed (yes), or the code it is refused with. */
  may: string;
  /** Refusal of `submissionActions` itself. */
  unread?: string;
  /** Rights that `…Actions` tells, where headers of the act alone make the difference. */
  told?: string;
  onBehalf?: true;
  /** Another unit's reporter does not see what is not submitted. */
  another?: true;
}

const nothing = Array<string>(acts.length).fill('FORBIDDEN').join(' ');
const speaking = 'yes yes yes FORBIDDEN FORBIDDEN FORBIDDEN yes yes yes';
const silent =
  'ON_BEHALF_MISSING ON_BEHALF_MISSING ON_BEHALF_MISSING FORBIDDEN FORBIDDEN FORBIDDEN ON_BEHALF_MISSING ON_BEHALF_MISSING ON_BEHALF_MISSING';
const verifying = 'FORBIDDEN FORBIDDEN FORBIDDEN yes yes FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN';

const callers: Readonly<Record<string, Caller>> = {
  'the reporter of the unit': { role: 'REPORTER', key: 'hamlet-1', may: speaking },
  'a reporter of the unit above': { role: 'REPORTER', at: [['REPORTER', 'ubnd']], may: speaking },
  'the reporter of another unit': { role: 'REPORTER', key: 'hamlet-2', may: nothing, another: true },
  'the clerk': { role: 'CLERK', key: 'clerk', may: silent },
  'the clerk, by the sheet of the unit': { role: 'CLERK', key: 'clerk', may: speaking, told: silent, onBehalf: true },
  'a verifier responsible for an entry': { role: 'VERIFIER', key: 'verifier', may: verifying },
  'a verifier responsible for none': { role: 'VERIFIER', at: [['VERIFIER', 'mat-tran-to-quoc']], may: nothing },
  'the chairperson': {
    role: 'CHAIRPERSON',
    key: 'chairperson',
    may: 'FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN yes FORBIDDEN FORBIDDEN FORBIDDEN',
  },
  [submitter]: {
    role: 'CHAIRPERSON',
    at: [
      ['REPORTER', unit],
      ['CHAIRPERSON', undefined],
    ],
    may: 'yes yes yes FORBIDDEN FORBIDDEN FOUR_EYES yes yes yes',
  },
  'the administrator': { role: 'ADMINISTRATOR', key: 'administrator', may: nothing },
  'the accountant': { role: 'ACCOUNTANT', key: 'accountant', may: nothing },
  'the auditor': { role: 'AUDITOR', key: 'auditor', may: nothing },
  'a council member': { role: 'COUNCIL_MEMBER', key: 'council-1', may: nothing },
  'the observer': { role: 'OBSERVER', key: 'observer', may: nothing, unread: 'FORBIDDEN' },
  'the district': { role: 'SUPERIOR', key: 'district', may: nothing, unread: 'FORBIDDEN' },
  'an integrator': { role: 'INTEGRATOR', key: 'integrator', may: nothing, unread: 'FORBIDDEN' },
  'somebody without a key': { may: nothing.replaceAll('FORBIDDEN', 'UNAUTHENTICATED'), unread: 'UNAUTHENTICATED' },
};

const inputs: Readonly<Record<SubmissionAct, object | undefined>> = {
  amendSubmission: { narrative: { done: 'Gieo trồng đúng thời vụ' } },
  submitSubmission: undefined,
  // Maize is reported by season, these reports are for months.
  explainFinding: { code: 'FREQUENCY', indicatorCode: 'econ.maize.area', explanation: 'Theo yêu cầu của huyện' },
  verifySubmission: {},
  returnSubmission: { reason },
  approveSubmission: {},
  withdrawSubmission: {},
  dropSubmission: {},
  correctSubmission: { reason },
};

/** How a report comes to each state. */
const lives: Readonly<Record<SubmissionState, readonly SubmissionAct[]>> = {
  DRAFT: [],
  SUBMITTED: ['submitSubmission'],
  RETURNED: ['submitSubmission', 'returnSubmission'],
  VERIFIED: ['submitSubmission', 'verifySubmission'],
  APPROVED: ['submitSubmission', 'verifySubmission', 'approveSubmission'],
  WITHDRAWN: ['submitSubmission', 'withdrawSubmission'],
  SUPERSEDED: [
    'submitSubmission',
    'verifySubmission',
    'approveSubmission',
    'correctSubmission',
    'submitSubmission',
    'verifySubmission',
    'approveSubmission',
  ],
};

const words = (text: string) => text.trim().split(/\s+/);
const keys: Record<string, string | undefined> = {};
const reports = {} as Record<SubmissionState, { id: string; version: number }>;
let sheet: string;
let before: unknown;

/** The right that is missing, if one is. Nobody has submitted a draft yet. */
function missing(may: string, act: SubmissionAct, state: SubmissionState): string | undefined {
  const word = words(may)[acts.indexOf(act)];
  return word === 'yes' || (word === 'FOUR_EYES' && state === 'DRAFT') ? undefined : word;
}
const inState = (act: SubmissionAct, state: SubmissionState) => words(inStates[act])[states.indexOf(state)] === 'yes';

/** New actors, each with a key, by the owner's connection. */
async function appointed(posts: Readonly<Record<string, readonly [Role, string | undefined][]>>): Promise<void> {
  const caller = await test.operator();
  await withServices(test.database.ownerUrl, new Clock(sampleDay), async (app) => {
    for (const [place, [name, at]] of Object.entries(posts).entries()) {
      const holder = { actor: `nguoi-${place}`, name };
      for (const [role, where] of at)
        await app
          .get(AppointmentActsService)
          .appoint(caller, commune, { ...holder, role, unit: where, validFrom: '2023-01-01' });
      keys[name] =
        (await app.get(KeyActsService).issueKey(caller, commune, { actor: holder.actor, scopes: [...scopes] })).key ??
        '';
    }
  });
}

async function reportIn(state: SubmissionState, period: string): Promise<{ id: string; version: number }> {
  const { ask } = rest(test);
  const speakers: Partial<Record<SubmissionAct, string>> = {
    verifySubmission: 'verifier',
    returnSubmission: 'verifier',
    approveSubmission: 'chairperson',
  };
  let { body: report } = await ask(
    'draftSubmission',
    keys[submitter],
    { commune },
    { input: { plan: '2023', unit, period, entries: [{ indicatorCode: 'econ.maize.area', reported: '14' }] } },
  );
  const first = report.id as string;
  for (const act of lives[state])
    ({ body: report } = await ask(
      act,
      speakers[act] ?? keys[submitter],
      { commune, id: report.id },
      { version: isVersioned(act) ? report.version : undefined, input: inputs[act] },
    ));
  const { body } = await ask('submission', 'clerk', { commune, id: first });
  expect(body.state).toBe(state);
  return { id: first, version: body.version };
}

beforeAll(async () => {
  for (const [name, { key }] of Object.entries(callers)) keys[name] = key;
  await appointed(Object.fromEntries(Object.entries(callers).flatMap(([name, { at }]) => (at ? [[name, at]] : []))));
  // The sample's first quarter is closed.
  for (const [place, state] of states.entries())
    reports[state] = await reportIn(state, `2023-${monthNumbers[place + 3]}`);
  sheet = (
    await test.app.get(DocumentActsService).recordDocument(await test.operator(), commune, {
      type: 'BC',
      year: 2024,
      issuer: 'Khu dân cư số 1',
      title: 'Phiếu báo cáo',
    })
  ).id;
  before = [await everything(test), await position(test)];
});

it('has a line for every act, state and role', () => {
  expect(Object.keys(inStates).sort()).toEqual(Object.keys(submissionWorkflow).sort());
  expect([...acts].sort()).toEqual(Object.keys(submissionWorkflow).sort());
  expect([...states].sort()).toEqual([...submissionStates].sort());
  expect([...new Set(Object.values(callers).flatMap(({ role }) => role ?? []))].sort()).toEqual([...roles].sort());
  for (const row of Object.values(inStates)) expect(words(row)).toHaveLength(states.length);
  for (const { may } of Object.values(callers)) expect(words(may)).toHaveLength(acts.length);
});

describe.each(Object.entries(callers))('%s', (name, { may, unread, told = may, onBehalf, another }) => {
  const hides = (state: SubmissionState) => another && ['DRAFT', 'RETURNED', 'WITHDRAWN'].includes(state);

  const headers = (): Record<string, string> => (onBehalf ? { 'on-behalf-of': unit, 'legal-reference': sheet } : {});

  it('may do in each state what the table says, and is told so before', async () => {
    for (const state of states) {
      const { body, code } = await rest(test).ask('submissionActions', keys[name], { commune, id: reports[state].id });
      const expected = acts.map((act) => {
        const reasons = [missing(told, act, state), inState(act, state) ? undefined : 'STATE'].filter(
          (each) => each !== undefined,
        );
        return { act, allowed: reasons.length === 0, reasons };
      });
      expect([state, code ?? body.items]).toEqual([state, hides(state) ? 'NOT_FOUND' : (unread ?? expected)]);
      for (const act of acts)
        expect([act, state, await tried(overRest(test), act, state)]).toEqual([act, state, verdict(act, state)]);
    }
  });

  it('hears the same over GraphQL', async () => {
    const sampled = acts.flatMap((act, place) =>
      states.filter((state, at) => inState(act, state) || (place + at) % 4 === 0).map((state) => [act, state] as const),
    );
    for (const [act, state] of sampled)
      expect([act, state, await tried(overGraphql(test), act, state)]).toEqual([act, state, verdict(act, state)]);
  });

  const verdict = (act: SubmissionAct, state: SubmissionState) =>
    (hides(state) && missing(speaking, act, state) === undefined ? 'NOT_FOUND' : undefined) ??
    missing(may, act, state) ??
    (inState(act, state) ? 'done' : 'STATE');

  /** An act expected to be refused is sent as it is; an act expected to be done is a dry run. Neither leaves a trace. */
  async function tried(send: ReturnType<typeof overRest>, act: SubmissionAct, state: SubmissionState): Promise<string> {
    const { id, version } = reports[state];
    const write = {
      actor: keys[name] as string,
      path: { id },
      input: inputs[act],
      headers: headers(),
      ...(isVersioned(act) && { version }),
    };
    const { status, code } = await send(act, write, verdict(act, state) === 'done' ? { validate: 'only' } : {});
    return code ?? (status === 200 ? 'done' : String(status));
  }
});

it('nothing has changed by all that', async () =>
  expect([await everything(test), await position(test)]).toEqual(before));

it('nothing may be done once the plan is closed, and everybody is told so before', async () => {
  const { ask } = rest(test);
  const { version: planVersion } = (await ask('plan', 'clerk', { commune, plan: '2023' })).body;
  expect(
    (await ask('closePlan', 'chairperson', { commune, plan: '2023' }, { version: planVersion, input: { reason } }))
      .status,
  ).toBe(200);
  for (const state of states) {
    const { id, version } = reports[state];
    const { items } = (await ask('submissionActions', 'hamlet-1', { commune, id })).body;
    expect(items.map(({ act, allowed, reasons }: Row) => [act, allowed, reasons.at(-1)])).toEqual(
      acts.map((act) =>
        act === 'correctSubmission' && state === 'APPROVED' ? [act, true, undefined] : [act, false, 'STATE'],
      ),
    );
    // A figure approved by mistake can still be corrected.
    for (const act of acts.filter(
      (each) => each !== 'correctSubmission' && missing(speaking, each, state) === undefined,
    )) {
      const { code, body } = await ask(
        act,
        'hamlet-1',
        { commune, id },
        { version: isVersioned(act) ? version : undefined, input: inputs[act] },
      );
      expect([act, state, code, body.details]).toEqual([act, state, 'STATE', { state: 'CLOSED', current: version }]);
    }
  }
});
