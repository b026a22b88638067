import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { useApp } from '../app.js';
import { broken, done, doors, type Answer, type Row } from '../doors.js';
import { minutes } from '../meetings.js';
import { makers } from '../contract/writes.js';

const commune = 'duc-lang';
const reason = 'Ghi nhầm số phiếu';

describe.each(doors)('over %s', (_, open) => {
  const test = useApp();
  const ask = (operation: string, actor: string, at: object, asked: object = {}): Promise<Answer> =>
    open(test).ask(operation, actor, { commune, ...at }, asked);
  const act = (operation: string, actor: string, { id, version }: Row, input: object): Promise<Answer> =>
    ask(operation, actor, { id }, { version, input });
  const nomination = async (id: string) => done(await ask('nomination', 'clerk', { id }));
  const closed = async () => {
    const { path } = await makers(test).reopenMeeting!();
    const meeting = done(await ask('meeting', 'clerk', path!));
    return { meeting, matter: meeting.matters[0] as Row };
  };
  const votes = { votesFor: 0, votesAgainst: 4, votesBlank: 1, notReturned: 0 };

  it('a wrong count is made again, the same minutes close the meeting, and the advice is another', async () => {
    const { meeting, matter } = await closed();
    expect((await nomination(matter.nominationId)).state).toBe('RECOMMENDED');
    for (const actor of ['clerk', 'administrator'])
      expect((await act('reopenMeeting', actor, meeting, { reason })).code).toBe('FORBIDDEN');
    const unknown = { reason, recount: [meeting.id] };
    expect(broken(await act('reopenMeeting', 'chairperson', meeting, unknown))).toEqual(['/recount/0 UNKNOWN']);
    const recount = [matter.nominationId];
    const reopened = done(await act('reopenMeeting', 'chairperson', meeting, { reason, recount }));
    expect(reopened).toMatchObject({
      ...{ state: 'CONVENED', closedOn: null, minutesId: null, attendance: meeting.attendance },
      matters: [{ outcome: null, votesFor: null, recordedOn: null }],
    });
    expect((await nomination(matter.nominationId)).state).toBe('APPRAISED');
    const counted = done(await act('recordTally', 'clerk', reopened, { nomination: matter.nominationId, ...votes }));
    done(await act('closeMeeting', 'chairperson', counted, { minutes: meeting.minutesId }));
    expect((await nomination(matter.nominationId)).state).toBe('NOT_RECOMMENDED');
    const { items } = done(await ask('history', 'auditor', { type: 'nomination', id: matter.nominationId }));
    expect(items.slice(-3).map(({ kind }: Row) => kind)).toEqual([
      'nomination.recommended',
      'nomination.reconsidered',
      'nomination.notRecommended',
    ]);
  });

  it('before the closing, too, a count is taken back', async () => {
    const { path, version } = await makers(test).closeMeeting!();
    const meeting = done(await ask('meeting', 'clerk', path!));
    expect(meeting.version).toBe(version);
    expect(broken(await act('reopenMeeting', 'chairperson', meeting, { reason }))).toEqual([
      '/recount NOTHING_CHANGED',
    ]);
    const recount = [meeting.matters[0].nominationId];
    const open = done(await act('reopenMeeting', 'chairperson', meeting, { reason, recount }));
    expect(open).toMatchObject({ state: 'CONVENED', matters: [{ votesFor: null }] });
    done(await act('cancelMeeting', 'clerk', open, { reason: 'Sai ngày' }));
  });

  it('with other minutes alone, the counts stay', async () => {
    const { meeting } = await closed();
    const reopened = done(await act('reopenMeeting', 'chairperson', meeting, { reason }));
    expect(reopened.matters).toMatchObject([{ votesFor: meeting.matters[0].votesFor, outcome: null }]);
    const other = await minutes(test, { withFile: true });
    const again = done(await act('closeMeeting', 'chairperson', reopened, { minutes: other }));
    expect(again.matters).toEqual(meeting.matters);
  });

  it('held on another day, it is cancelled, and its nominations come before another meeting', async () => {
    const { meeting, matter } = await closed();
    const recount = [matter.nominationId];
    const reopened = done(await act('reopenMeeting', 'chairperson', meeting, { reason, recount }));
    done(await act('cancelMeeting', 'clerk', reopened, { reason: 'Sai ngày' }));
    const input = { council: meeting.councilCode, heldOn: '2024-01-31', nominations: recount };
    done(await ask('conveneMeeting', 'clerk', {}, { input }));
  });

  it('a nomination that stands in a decision holds its meeting closed', async () => {
    const { meeting, matter } = await closed();
    const grants = [{ nomination: matter.nominationId }];
    const draft = done(await ask('draftDecision', 'clerk', {}, { input: { title: 'Tặng Giấy khen', grants } }));
    const against = [`/matters/${matter.nominationId} ALREADY_IN_DECISION`];
    expect(broken(await act('reopenMeeting', 'chairperson', meeting, { reason }))).toEqual(against);
    done(await act('cancelDecision', 'chairperson', draft, { reason: 'Soạn nhầm' }));
    done(await act('reopenMeeting', 'chairperson', meeting, { reason }));
  });

  it('without a quorum, it is reopened while no other meeting has the nomination', async () => {
    const { path, version } = await makers(test).recordAttendance!();
    const convened = done(await ask('meeting', 'clerk', path!));
    expect(convened.version).toBe(version);
    const { input } = await makers(test).recordAttendance!();
    const members = (input as { members: Row[] }).members.map((each) => ({
      ...each,
      presence: 'ABSENT',
      replacedBy: undefined,
    }));
    const attended = done(await act('recordAttendance', 'clerk', convened, { members }));
    const paper = { minutes: await minutes(test, { withFile: true }) };
    const meeting = done(await act('closeMeeting', 'chairperson', attended, paper));
    const [{ nominationId, outcome }] = meeting.matters;
    expect(outcome).toBe('NO_QUORUM');
    const again = { council: meeting.councilCode, heldOn: '2024-01-31', nominations: [nominationId] };
    const next = done(await ask('conveneMeeting', 'clerk', {}, { input: again }));
    expect(broken(await act('reopenMeeting', 'chairperson', meeting, { reason }))).toEqual([
      `/matters/${nominationId} ALREADY_BEFORE_MEETING`,
    ]);
    done(await act('cancelMeeting', 'clerk', next, { reason: 'Họp nhầm' }));
    const waits = await nomination(nominationId);
    const withdrawn = done(await act('withdrawNomination', 'administrator', waits, { reason: 'Thôi đề nghị' }));
    expect(withdrawn.state).toBe('WITHDRAWN');
    expect(broken(await act('reopenMeeting', 'chairperson', meeting, { reason }))).toEqual([
      `/matters/${nominationId} NOT_TO_DELIBERATE`,
    ]);
  });

  it('a plan that was closed by mistake is amended again', async () => {
    const { path, version } = await makers(test).reopenPlan!();
    const amend = (at: number) => ask('amendPlan', 'clerk', path!, { version: at, input: { title: 'Sửa', reason } });
    expect((await amend(version!)).code).toBe('STATE');
    expect((await ask('reopenPlan', 'clerk', path!, { version, input: { reason } })).code).toBe('FORBIDDEN');
    const before = (await test.operator()).acting({ on: '2024-01-30' });
    const reopening = test.app
      .get(PlanActsService)
      .reopenPlan(before, { commune, plan: path!.plan!, expectedVersion: version! }, { reason });
    await expect(reopening).rejects.toMatchObject({
      points: [{ pointer: '/headers/legal-date', code: 'TOO_EARLY' }],
    });
    const plan = done(await ask('reopenPlan', 'chairperson', path!, { version, input: { reason } }));
    expect(plan.state).toBe('ISSUED');
    done(await amend(plan.version));
  });
});
