import { brokenAttendance } from '../../src/councils/attendance.rules.js';
import { brokenCancelling, brokenConvening, brokenHolding, brokenMove } from '../../src/councils/convening.rules.js';
import type { Matter } from '../../src/councils/matter.entity.js';
import type { Attendance } from '../../src/councils/meeting.entity.js';
import {
  brokenClosing,
  brokenOpinion,
  brokenRecusal,
  brokenTally,
  brokenWithdrawal,
} from '../../src/councils/meeting.rules.js';
import { groundOf } from '../../src/councils/member.rules.js';
import type { Point } from '../../src/points.js';

const codes = (points: readonly Point[]) => points.map(({ pointer, code }) => `${pointer} ${code}`);
const member = (id: string) => ({ id, personId: `p-${id}`, personCode: id, actorId: null });
const members = ['a', 'b', 'c'].map(member);
const [a, b] = members as [(typeof members)[0], (typeof members)[0]];
const rule = { ballot: 'OPEN', absentee: 'WRITTEN_OPINION', quorumNumerator: 2, quorumDenominator: 3 };
const matter = (more: object = {}): Matter =>
  ({
    ...{ nominationId: 'n', unitCode: 'don-vi', rule, recordedOn: null, confirmedOn: null, recusals: [], voters: 2 },
    ...more,
  }) as unknown as Matter;
const counted = matter({ recordedOn: '2024-01-31', votesFor: 2 });
const seat = (memberId: string, presence = 'PRESENT'): Attendance =>
  ({ memberId, presence, opinionOn: null }) as unknown as Attendance;
const byMembers = { summoned: null, present: null };
const there = [seat('a'), seat('b'), seat('c', 'ABSENT')];

it('who belongs to the nominee, or to a unit below, is recused; not who belongs to one of a like name', () => {
  expect(groundOf('xa/thon-1/ho-1', 'xa/thon-1')).toBe('OWN_UNIT');
  expect(groundOf('xa/thon-1', 'xa/thon-1')).toBe('SELF');
  expect(groundOf('xa/thon-10/ho-1', 'xa/thon-1')).toBeUndefined();
  expect(groundOf('xa', 'xa/thon-1')).toBeUndefined();
});

it('a meeting that is counted keeps its attendance', () => {
  const given = members.map(({ id }) => ({ memberId: id, presence: 'PRESENT' as const }));
  expect(codes(brokenAttendance({ ...byMembers, matters: [matter()] }, members, given))).toEqual([]);
  expect(codes(brokenAttendance({ ...byMembers, matters: [matter(), counted] }, members, given))).toEqual([
    '/members TALLIED',
  ]);
});

it('a meeting is convened for today or later, of a body that is there', () => {
  const convened = { councilCode: 'hd', heldOn: '2024-01-31' };
  const council = { validFrom: '2024-01-31', validTo: '2024-01-31' };
  expect(codes(brokenConvening(convened, { council, members }, '2024-01-31'))).toEqual([]);
  expect(codes(brokenConvening(convened, { council, members: [] }, '2024-02-01'))).toEqual([
    '/council NO_MEMBERS',
    '/heldOn PAST',
  ]);
  expect(codes(brokenConvening(convened, { council: undefined, members: [] }, '2024-01-31'))).toEqual([
    '/council NOT_VALID',
  ]);
});

it('a meeting is recorded by counts of a body without members, of a hamlet whether it has some or not', () => {
  const held = { councilCode: 'thon-1', heldOn: '2024-01-31', summoned: 10, present: 10 };
  const unit = (kind: 'HAMLET' | 'DEPARTMENT' | 'HOUSEHOLD') => ({ kind, validFrom: '2024-01-31', validTo: null });
  const of = (council: ReturnType<typeof unit> | undefined, seats: typeof members, more: object = {}) =>
    codes(brokenHolding({ ...held, ...more }, { council, members: seats }));
  expect(of(unit('HAMLET'), members)).toEqual([]);
  expect(of(unit('DEPARTMENT'), [])).toEqual([]);
  expect(of(unit('DEPARTMENT'), members)).toEqual(['/council HAS_MEMBERS']);
  expect(of(unit('HOUSEHOLD'), [])).toEqual(['/council NO_BODY']);
  expect(of(unit('HAMLET'), [], { heldOn: '2024-01-30' })).toEqual(['/council NOT_VALID']);
  expect(of(undefined, [], { present: 11 })).toEqual(['/council NOT_VALID', '/present MORE_THAN_SUMMONED']);
});

it('with its attendance a meeting keeps its day, with a count its matter', () => {
  const meeting = {
    ...byMembers,
    heldOn: '2024-01-31',
    attendance: there,
    matters: [matter(), matter({ ...counted, nominationId: 'm' })],
  };
  const moved = (heldOn: string, nominations: string[], attendance = there) =>
    codes(brokenMove({ ...meeting, attendance }, { heldOn, nominations }));
  expect(moved('2024-01-31', ['m'])).toEqual([]);
  expect(moved('2024-02-01', ['n', 'm'], [])).toEqual([]);
  expect(moved('2024-02-01', ['n'])).toEqual(['/heldOn ATTENDED', '/nominations TALLIED']);
  expect([codes(brokenCancelling(meeting)), codes(brokenCancelling({ matters: [matter()] }))]).toEqual([
    [' TALLIED'],
    [],
  ]);
});

it('a recusal is declared once, before the count, and taken back if it was declared', () => {
  const recused = (ground: string, more = {}) => matter({ recusals: [{ memberId: 'a', ground }], ...more });
  const recordedOn = '2024-01-31';
  expect([matter(), recused('SELF'), counted, undefined].map((of) => codes(brokenRecusal(of, a)))).toEqual([
    [],
    ['/nomination RECUSED'],
    ['/nomination TALLIED'],
    ['/nomination UNKNOWN'],
  ]);
  expect(codes(brokenRecusal(recused('DECLARED'), b))).toEqual([]);
  const back = [recused('DECLARED'), recused('SELF'), recused('DECLARED', { recordedOn }), undefined];
  expect(back.map((of) => codes(brokenWithdrawal(of, a)))).toEqual([
    [],
    ['/nomination NOT_DECLARED'],
    ['/nomination TALLIED'],
    ['/nomination UNKNOWN'],
  ]);
  expect(codes(brokenWithdrawal(recused('DECLARED'), b))).toEqual(['/nomination NOT_DECLARED']);
});

describe('an attendance of others than the members of the day', () => {
  const votes = { votesFor: 2, votesAgainst: 0, votesBlank: 0, votesInvalid: 0, notReturned: 0 };
  const meeting = (attendance: Attendance[], matters = [matter()]) => ({ ...byMembers, attendance, members, matters });
  const judged = (of: ReturnType<typeof meeting>) => [
    codes(brokenTally(of, of.matters[0], votes)),
    codes(brokenOpinion(of, member('c'))),
    codes(brokenClosing(of)),
  ];

  it.each([
    ['one fell away', [...there, seat('d')]],
    ['one came', there.slice(0, 2)],
    ['one came for another', [seat('a'), seat('b'), seat('d', 'ABSENT')]],
  ])('%s', (_, attendance) => {
    const others = [' OTHER_MEMBERS'];
    expect(judged(meeting(attendance))).toEqual([others, others, others]);
  });

  it('is none where they are the same, in whatever order', () =>
    expect(judged(meeting([...there].reverse()))).toEqual([[], [], ['/matters/n TALLY_MISSING']]));

  it('stands once something is counted', () => {
    const attendance = there.slice(0, 2);
    const of = meeting(attendance, [matter(), matter({ ...counted, nominationId: 'm' })]);
    expect(codes(brokenTally(of, of.matters[0], votes))).toEqual([]);
    expect(codes(brokenClosing(of))).toEqual(['/matters/n TALLY_MISSING']);
  });

  it('counts are those of the voters at the closing, too', () => {
    const moved = matter({ ...counted, voters: 3 });
    expect(codes(brokenClosing(meeting(there, [moved])))).toEqual(['/matters/n COUNTS']);
  });

  it('is no attendance at all before it is recorded', () => {
    const none = [' NO_ATTENDANCE'];
    expect(judged(meeting([]))).toEqual([none, none, none]);
  });
});
