import { vietnameseDate } from '../day.js';
import type { Caller } from '../access/caller.js';
import { point, points, type Point } from '../points.js';
import type { Matter } from './matter.entity.js';
import type { Meeting } from './meeting.entity.js';
import type { MeetingAct } from './meeting.workflow.js';
import { brokenCancelling } from './convening.rules.js';
import { memberOf, type Member } from './member.rules.js';
import { countsOf, tallied, unequal } from './tallied.rules.js';
import { counted, enough, withoutQuorum, type Seating } from './seating.rules.js';
import { noVotes, type Counts } from './vote.rules.js';

const elsewhere = { en: 'The nomination is not before this meeting.', vi: 'Đề nghị này không thuộc cuộc họp này.' };

type Voted = Pick<Matter, 'rule' | 'recordedOn' | 'confirmedOn'>;

/** Whether a count stands: of hands at once, of secret ballots once somebody else has confirmed it. */
export const final = ({ rule, recordedOn, confirmedOn }: Voted): boolean =>
  (rule.ballot === 'OPEN' ? recordedOn : confirmedOn) !== null;
/** Whether a count waits for somebody else to confirm it. */
export const unconfirmed = (matter: Voted): boolean => matter.recordedOn !== null && !final(matter);

/** A meeting as it is judged: who attends, the members of its day, its matters. */
type Judged = Seating & Pick<Meeting, 'matters'> & { members: readonly Member[] };

/** Point against an attendance that is not recorded, or, before anything is counted, is of others than the members. */
function brokenSeats(meeting: Judged): Point[] {
  const { attendance, members, matters } = meeting;
  if (counted(meeting)) return [];
  if (attendance.length === 0) return [point('', 'NO_ATTENDANCE', 'Nobody has recorded yet who is there.')];
  const seats = new Set(attendance.map(({ memberId }) => memberId));
  const fits = seats.size === members.length && members.every(({ id }) => seats.has(id));
  return points(
    !fits &&
      matters.every(({ recordedOn }) => recordedOn === null) &&
      point('', 'OTHER_MEMBERS', 'The body has other members on that day by now: record the attendance again.'),
  );
}

/** Point against an act before the day of the meeting. */
export const notHeld = ({ heldOn }: Pick<Meeting, 'heldOn'>, on: string): Point[] =>
  points(
    on < heldOn &&
      point('/headers/legal-date', 'NOT_HELD', {
        en: `The meeting is on ${heldOn}.`,
        vi: `Cuộc họp ngày ${vietnameseDate(heldOn)}: chưa tới ngày họp.`,
      }),
  );

/** Points against the recusal of a member from a matter. */
export function brokenRecusal(matter: Matter | undefined, { id, personCode }: Member): Point[] {
  if (!matter) return [point('/nomination', 'UNKNOWN', elsewhere)];
  if (matter.recordedOn !== null) return [tallied('/nomination', matter)];
  const recused = matter.recusals.some(({ memberId }) => memberId === id);
  return points(
    recused &&
      point('/nomination', 'RECUSED', {
        en: `"${personCode}" does not deliberate on it already.`,
        vi: `"${personCode}" đã không tham gia xét đề nghị này.`,
      }),
  );
}

/** Points against taking back the recusal of a member: there is none that was declared, or the votes are counted. */
export function brokenWithdrawal(matter: Matter | undefined, { id, personCode }: Member): Point[] {
  if (!matter) return [point('/nomination', 'UNKNOWN', elsewhere)];
  if (matter.recordedOn !== null) return [tallied('/nomination', matter)];
  const declared = matter.recusals.some(({ memberId, ground }) => memberId === id && ground === 'DECLARED');
  return points(
    !declared &&
      point('/nomination', 'NOT_DECLARED', {
        en: `"${personCode}" has declared no recusal from it.`,
        vi: `"${personCode}" chưa khai không tham gia xét đề nghị này.`,
      }),
  );
}

/** Points against a written opinion. */
export function brokenOpinion(meeting: Judged, { id, personCode }: Member): Point[] {
  const unseated = brokenSeats(meeting);
  if (unseated.length > 0) return unseated;
  const { matters, attendance } = meeting;
  const seat = attendance.find(({ memberId }) => memberId === id);
  const counting = matters.filter(({ rule }) => rule.absentee === 'WRITTEN_OPINION');
  const counted = counting.find(({ recordedOn }) => recordedOn !== null);
  return points(
    seat?.presence !== 'ABSENT' &&
      point('', 'NOT_ABSENT', {
        en: `"${personCode}" is not recorded as absent.`,
        vi: `"${personCode}" không được ghi vắng mặt; chỉ người vắng mặt mới gửi ý kiến bằng văn bản.`,
      }),
    seat &&
      seat.opinionOn !== null &&
      point('', 'OPINION_GIVEN', {
        en: `"${personCode}" has handed in an opinion already.`,
        vi: `"${personCode}" đã gửi ý kiến.`,
      }),
    counting.length === 0 &&
      point('', 'OPINIONS_NOT_COUNTED', 'On nothing before this meeting written opinions count.'),
    counted && tallied('', counted),
  );
}

/**
 * Points against a count: it is confirmed already, the attendance is not recorded or of other members, there is no
 * quorum, or it does not add up to the voters.
 */
export function brokenTally(meeting: Judged, matter: Matter | undefined, counts: Counts): Point[] {
  if (!matter) return [point('/nomination', 'UNKNOWN', elsewhere)];
  if (matter.confirmedOn !== null) return [tallied('/nomination', matter)];
  const unseated = brokenSeats(meeting);
  if (unseated.length > 0) return unseated;
  return points(withoutQuorum(meeting, matter, '/nomination'), unequal('', counts, matter));
}

/** The counts on one nomination, as they are recorded. */
export interface Tally {
  nominationId: string;
  counts: Counts;
}

/** Counts on single nominations, and on each other one before the meeting. */
export interface Tallies {
  tallies: readonly Tally[];
  others?: Counts;
}

/** Tallies of all nominations that the counts are on: those named, then others on which somebody may vote. */
export const spread = ({ matters }: Pick<Meeting, 'matters'>, { tallies, others }: Tallies): Tally[] => [
  ...tallies,
  ...matters
    .filter(({ nominationId: id, voters }) => voters !== 0 && !tallies.some(({ nominationId }) => nominationId === id))
    .flatMap(({ nominationId }) => (others ? [{ nominationId, counts: others }] : [])),
];

/** Points against counts on several nominations: there is none, one is named twice, and those of each. */
export function brokenTallies(meeting: Judged, { tallies, others }: Tallies): Point[] {
  const all = spread(meeting, { tallies, others });
  if (all.length === 0)
    return [point('/tallies', 'NOTHING_CHANGED', { en: 'Name a nomination.', vi: 'Phải nêu ít nhất một đề nghị.' })];
  const matters = new Map(meeting.matters.map((matter) => [matter.nominationId, matter]));
  const seen = new Set<string>();
  return all.flatMap(({ nominationId, counts }, index) => {
    const matter = matters.get(nominationId);
    const pointer = index < tallies.length ? `/tallies/${index}` : `/counts/${matter?.unitCode}`;
    if (seen.has(nominationId)) return [point(`${pointer}/nomination`, 'NOMINATION_TWICE', 'Named twice.')];
    seen.add(nominationId);
    return brokenTally(meeting, matter, counts).map((each) => ({ ...each, pointer: pointer + each.pointer }));
  });
}

/** Whether a count is the caller's own, which somebody else confirms. */
export const ownCount = (caller: Caller, { recordedBy }: Pick<Matter, 'recordedBy'>): boolean =>
  caller.id !== null && caller.id === recordedBy;

/** Points against the confirmation of a count, whoever confirms it. */
export function brokenConfirmation(matter: Matter | undefined): Point[] {
  if (!matter) return [point('/nomination', 'UNKNOWN', elsewhere)];
  if (final(matter)) return [tallied('/nomination', matter)];
  return points(
    matter.recordedOn === null &&
      point('/nomination', 'TALLY_MISSING', {
        en: `The votes on "${matter.unitCode}" are not counted.`,
        vi: `Chưa kiểm phiếu cho đề nghị của "${matter.unitCode}".`,
      }),
  );
}

/**
 * Points against closing a meeting, its minutes apart. On a matter without a quorum, or from which all are recused,
 * nothing is counted.
 */
export function brokenClosing(meeting: Judged): Point[] {
  const unseated = brokenSeats(meeting);
  if (unseated.length > 0) return unseated;
  return meeting.matters
    .filter((matter) => enough(meeting, matter))
    .flatMap((matter) => {
      const pointer = `/matters/${matter.nominationId}`;
      return points(
        matter.recordedOn === null &&
          point(pointer, 'TALLY_MISSING', {
            en: `The votes on "${matter.unitCode}" are not counted.`,
            vi: `Chưa kiểm phiếu cho đề nghị của "${matter.unitCode}".`,
          }),
        matter.recordedOn !== null && unequal(pointer, countsOf(matter), matter),
        unconfirmed(matter) &&
          point(pointer, 'TALLY_UNCONFIRMED', {
            en: `Nobody else has confirmed the count on "${matter.unitCode}".`,
            vi: `Kết quả kiểm phiếu kín của "${matter.unitCode}" chưa được người khác xác nhận.`,
          }),
      );
    });
}

/**
 * The code of what stands against each act besides its right and the meeting's state, whatever its input. A
 * closed or cancelled meeting has none but against its reopening.
 */
export function hindrances(
  caller: Caller,
  meeting: Meeting & { members: readonly Member[]; left: boolean },
): Partial<Record<MeetingAct, 'RULE' | 'FOUR_EYES'>> {
  const { matters, state, left } = meeting;
  if (state !== 'CONVENED') return { reopenMeeting: left ? 'RULE' : undefined };
  const own = memberOf(caller, meeting.members);
  const early = notHeld(meeting, caller.on).length > 0;
  const waiting = matters.filter(unconfirmed);
  const fullTally = ({ voters }: Matter) => ({ ...noVotes, votesFor: voters ?? 0 });
  const rule = (broken: boolean) => (broken ? 'RULE' : undefined);
  const uncountable = early || matters.every((matter) => brokenTally(meeting, matter, fullTally(matter)).length > 0);
  return {
    cancelMeeting: rule(brokenCancelling(meeting).length > 0),
    withdrawRecusal: rule(own !== undefined && matters.every((matter) => brokenWithdrawal(matter, own).length > 0)),
    amendMeeting: rule(counted(meeting)),
    recordAttendance: rule(early || counted(meeting) || matters.some(({ recordedOn }) => recordedOn !== null)),
    recuse: rule(own !== undefined && matters.every((matter) => brokenRecusal(matter, own).length > 0)),
    recordOpinion: rule(early || (own !== undefined && brokenOpinion(meeting, own).length > 0)),
    recordTally: rule(uncountable),
    recordTallies: rule(uncountable),
    confirmTally:
      rule(early || waiting.length === 0) ??
      (waiting.every((matter) => ownCount(caller, matter)) ? 'FOUR_EYES' : undefined),
    closeMeeting: rule(early || brokenClosing(meeting).length > 0),
    reopenMeeting: rule(matters.every(({ recordedOn }) => recordedOn === null)),
  };
}
