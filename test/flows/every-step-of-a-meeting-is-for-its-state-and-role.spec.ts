import { Clock } from '../../src/access/clock.js';
import { scopes } from '../../src/access/permissions.js';
import { roles, type Role } from '../../src/access/roles.js';
import { AppointmentActsService } from '../../src/actors/appointment-acts.service.js';
import { KeyActsService } from '../../src/actors/key-acts.service.js';
import type { CouncilMember } from '../../src/councils/council-member.entity.js';
import { meetingStates, meetingWorkflow, type MeetingAct } from '../../src/councils/meeting.workflow.js';
import { withServices } from '../../src/installation.js';
import { sampleDay } from '../../src/sample/sample.js';
import { useApp } from '../app.js';
import { everything, overGraphql, overRest, position } from '../contract/writes.js';
import { rest } from '../doors.js';
import { closed, commune, convened, minutes, onPaper, seated, there } from '../meetings.js';

const test = useApp();

/** The acts with a door here; closing and reopening are told by `meetingActions`, their doors stand where nominations are. */
const acts = [
  'amendMeeting',
  'cancelMeeting',
  'recordAttendance',
  'recuse',
  'withdrawRecusal',
  'recordOpinion',
  'recordTally',
  'recordTallies',
  'confirmTally',
  'closeMeeting',
  'reopenMeeting',
] as const;
const closing = acts.indexOf('closeMeeting');

/** How far a meeting has come. Written by hand: what each act meets there, whoever may do it. */
const stages = {
  //               amend cancel recordAttendance recuse withdraw recordOpinion recordTally recordTallies confirmTally close reopen
  convened:
    '   yes   yes    yes              yes    RULE     RULE          RULE        RULE          RULE         RULE  RULE',
  attended:
    '   yes   yes    yes              yes    RULE     yes           yes         yes           RULE         RULE  RULE',
  counted:
    '    yes   RULE   RULE             RULE   RULE     RULE          yes         yes           yes          RULE  yes',
  confirmed:
    '  yes   RULE   RULE             RULE   RULE     RULE          RULE        RULE          RULE         yes   yes',
  closed:
    '     STATE STATE  STATE            STATE  STATE    STATE         STATE       STATE         STATE        STATE yes',
} as const;
type Stage = keyof typeof stages;
const stageNames = Object.keys(stages) as Stage[];

interface Caller {
  role?: Role;
  /** A key of the sample, or where somebody new is appointed. */
  key?: string;
  at?: readonly [Role, string | undefined][];
  /** In the order of `acts`: allowed (yes), or the code it is refused with. */
  may: string;
  /** Refusal of `meetingActions` itself. */
  unread?: string;
  /** Rights that `…Actions` tells, where headers of the act alone make the difference. */
  told?: string;
  onBehalf?: true;
}

const nothing = Array<string>(acts.length).fill('FORBIDDEN').join(' ');
const clerk = 'yes yes yes ON_BEHALF_MISSING ON_BEHALF_MISSING ON_BEHALF_MISSING yes yes FOUR_EYES yes FORBIDDEN';
const confirming = nothing.replace(/FORBIDDEN FORBIDDEN FORBIDDEN$/, 'yes FORBIDDEN FORBIDDEN');

const callers: Readonly<Record<string, Caller>> = {
  'the clerk, who counted': { role: 'CLERK', key: 'clerk', may: clerk },
  'the clerk, by the sheet of a member': {
    role: 'CLERK',
    key: 'clerk',
    may: clerk.replaceAll('ON_BEHALF_MISSING', 'yes'),
    told: clerk,
    onBehalf: true,
  },
  'another clerk': { role: 'CLERK', at: [['CLERK', undefined]], may: clerk.replace('FOUR_EYES', 'yes') },
  'a clerk of another unit': { role: 'CLERK', at: [['CLERK', 'khu-dan-cu-1']], may: nothing },
  'a member who is absent': {
    role: 'COUNCIL_MEMBER',
    key: 'council-4',
    may: 'FORBIDDEN FORBIDDEN FORBIDDEN yes yes yes FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
  },
  'somebody appointed as a member, with no seat': { role: 'COUNCIL_MEMBER', key: 'council-7', may: nothing },
  'a verifier': { role: 'VERIFIER', at: [['VERIFIER', undefined]], may: confirming },
  'the administrator': { role: 'ADMINISTRATOR', key: 'administrator', may: confirming },
  'the chairperson': { role: 'CHAIRPERSON', key: 'chairperson', may: nothing.replace(/\S+ \S+$/, 'yes yes') },
  'a reporter': { role: 'REPORTER', key: 'hamlet-1', may: nothing },
  'the accountant': { role: 'ACCOUNTANT', key: 'accountant', may: nothing },
  'the auditor': { role: 'AUDITOR', key: 'auditor', may: nothing },
  'the observer': { role: 'OBSERVER', key: 'observer', may: nothing, unread: 'FORBIDDEN' },
  'the district': { role: 'SUPERIOR', key: 'district', may: nothing, unread: 'FORBIDDEN' },
  'an integrator': { role: 'INTEGRATOR', key: 'integrator', may: nothing, unread: 'FORBIDDEN' },
  'somebody without a key': { may: nothing.replaceAll('FORBIDDEN', 'UNAUTHENTICATED'), unread: 'UNAUTHENTICATED' },
};

const words = (text: string) => text.trim().split(/\s+/);
const keys: Record<string, string | undefined> = {};
const meetings = {} as Record<Stage, { id: string; version: number; nomination: string }>;
let members: CouncilMember[];
let sheet: string;
let before: unknown;

/** State an act meets at a stage, and the missing right, if one is; a count that waits asks for four eyes. */
const standing = (act: MeetingAct, stage: Stage) => words(stages[stage])[acts.indexOf(act)]!;
const missing = (may: string, act: MeetingAct) => words(may)[acts.indexOf(act)]!;
const verdict = (may: string, act: MeetingAct, stage: Stage) => {
  const [right, stands] = [missing(may, act), standing(act, stage)];
  return right === 'yes' || (right === 'FOUR_EYES' && stands !== 'yes') ? stands : right;
};
/** All that stands against it: the right, then the rule or the state. */
const reasons = (may: string, act: MeetingAct, stage: Stage) => {
  const [right, stands] = [missing(may, act), standing(act, stage)];
  const four = right === 'FOUR_EYES';
  // Without a seat there is nothing of one's own that stands against it.
  const own = act === 'recuse' || act === 'withdrawRecusal' || act === 'recordOpinion';
  const seatless = own && right !== 'yes' && stands === 'RULE';
  return [
    ...(right === 'yes' || (four && stands !== 'yes') ? [] : [right]),
    ...(stands === 'yes' || seatless ? [] : [stands]),
  ];
};

const inputs = (act: MeetingAct, nomination: string): object | undefined =>
  ({
    amendMeeting: { place: 'Hội trường' },
    cancelMeeting: { reason: 'Hoãn' },
    withdrawRecusal: { nomination },
    recordAttendance: there(members, 'P', 'P', 'P', 'A', 'A'),
    recuse: { nomination, reason: 'Anh em ruột' },
    recordOpinion: undefined,
    recordTally: { nomination, votesFor: 3, votesAgainst: 0, votesBlank: 0, notReturned: 0 },
    recordTallies: { tallies: [{ nomination, votesFor: 3, votesAgainst: 0, votesBlank: 0, notReturned: 0 }] },
    confirmTally: { nomination },
    closeMeeting: undefined,
    reopenMeeting: undefined,
  })[act];

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

async function meetingAt(stage: Stage): Promise<void> {
  let meeting: any = await convened(test, [
    { unit: 'khu-dan-cu-3', rule: { ...onPaper, quorumNumerator: 1, quorumDenominator: 2 } },
  ]);
  const nomination = meeting.matters[0].nominationId as string;
  const steps = [
    ['recordAttendance', 'clerk'],
    ['recordTally', 'clerk'],
    ['confirmTally', 'administrator'],
  ] as const;
  for (const [act, actor] of steps.slice(0, Math.min(stageNames.indexOf(stage), steps.length))) {
    const { status, body } = await rest(test).ask(
      act,
      actor,
      { commune, id: meeting.id },
      { version: meeting.version, input: inputs(act, nomination) },
    );
    expect([act, status]).toEqual([act, 200]);
    meeting = body;
  }
  if (stage === 'closed') ({ meeting } = await closed(test, meeting, await minutes(test, { withFile: true })));
  meetings[stage] = { id: meeting.id, version: meeting.version, nomination };
}

/** All rows but the notes of who was shown a declared reason: a rehearsal shows it, too. */
async function untouched(): Promise<unknown> {
  return [{ ...(await everything(test)), personal_access: undefined }, await position(test)];
}

beforeAll(async () => {
  for (const [name, { key }] of Object.entries(callers)) keys[name] = key;
  await appointed(Object.fromEntries(Object.entries(callers).flatMap(([name, { at }]) => (at ? [[name, at]] : []))));
  members = await seated(test);
  sheet = await minutes(test, { withFile: false });
  for (const stage of stageNames) await meetingAt(stage);
  before = await untouched();
});

it('has a line for every act, state and role', () => {
  expect([...acts]).toEqual(Object.keys(meetingWorkflow));
  expect([...meetingStates]).toEqual(['CONVENED', 'CLOSED', 'CANCELLED']);
  expect([...new Set(Object.values(callers).flatMap(({ role }) => role ?? []))].sort()).toEqual([...roles].sort());
  for (const row of [...Object.values(stages), ...Object.values(callers).map(({ may }) => may)])
    expect(words(row)).toHaveLength(acts.length);
});

describe.each(Object.entries(callers))('%s', (name, { may, unread, told = may, onBehalf }) => {
  it('may do at each stage what the table says, and is told so before', async () => {
    for (const stage of stageNames) {
      const { body, code } = await rest(test).ask('meetingActions', keys[name], { commune, id: meetings[stage].id });
      const expected = acts.map((act) => {
        const against = reasons(told, act, stage);
        return { act, allowed: against.length === 0, reasons: against };
      });
      expect([stage, code ?? body.items]).toEqual([stage, unread ?? expected]);
      for (const act of acts.slice(0, closing))
        expect([act, stage, await tried(overRest(test), act, stage)]).toEqual([act, stage, verdict(may, act, stage)]);
    }
  });

  it('hears the same over GraphQL', async () => {
    for (const stage of stageNames)
      for (const act of acts.slice(0, closing))
        expect([act, stage, await tried(overGraphql(test), act, stage)]).toEqual([
          act,
          stage,
          verdict(may, act, stage),
        ]);
  });

  /** An act expected to be refused is sent as it is; an act expected to be done is a dry run. Neither leaves a trace. */
  async function tried(send: ReturnType<typeof overRest>, act: MeetingAct, stage: Stage): Promise<string> {
    const { id, version, nomination } = meetings[stage];
    const headers: Record<string, string> = onBehalf ? { 'on-behalf-of': 'can-bo-5', 'legal-reference': sheet } : {};
    const write = { actor: keys[name] as string, path: { id }, input: inputs(act, nomination), headers, version };
    const { status, code } = await send(act, write, verdict(may, act, stage) === 'yes' ? { validate: 'only' } : {});
    return code ?? (status === 200 ? 'yes' : String(status));
  }
});

it('nothing has changed by all that', async () => expect(await untouched()).toEqual(before));
