import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import { isPerson } from '../units/unit-kind.rules.js';
import type { Unit } from '../units/unit.entity.js';
import { notValid } from '../units/unit.rules.js';
import type { Meeting } from './meeting.entity.js';
import type { Member } from './member.rules.js';
import { byCounts, tallied } from './tallied.rules.js';

/** How many were summoned to a meeting, and how many came. */
interface Counted {
  summoned: number;
  present: number;
}

/** Points against convening a council on a day: it is not valid then, it has no members, or the day has gone by. */
export function brokenConvening(
  { councilCode, heldOn }: { councilCode: string; heldOn: string },
  { council, members }: { council: Pick<Unit, 'validFrom' | 'validTo'> | undefined; members: readonly Member[] },
  today: string,
): Point[] {
  const invalid = notValid(council, { unit: councilCode, on: heldOn }, '/council');
  return points(
    invalid,
    invalid.length === 0 &&
      members.length === 0 &&
      point('/council', 'NO_MEMBERS', {
        en: `"${councilCode}" has no members on ${heldOn}.`,
        vi: `"${councilCode}" chưa có thành viên vào ngày ${vietnameseDate(heldOn)}.`,
      }),
    heldOn < today &&
      point('/heldOn', 'PAST', {
        en: `${heldOn} lies before ${today}.`,
        vi: `Ngày họp ${vietnameseDate(heldOn)} trước ngày ${vietnameseDate(today)}; cần Legal-Date và văn bản.`,
      }),
  );
}

/**
 * Points against recording a meeting by counts: the body was not valid on its day, is a person or household, or has
 * members, who are named but at a meeting of a whole hamlet; or more came than were summoned.
 */
export function brokenHolding(
  { councilCode, heldOn, summoned, present }: Pick<Meeting, 'councilCode' | 'heldOn'> & Counted,
  {
    council,
    members,
  }: { council: Pick<Unit, 'kind' | 'validFrom' | 'validTo'> | undefined; members: readonly Member[] },
): Point[] {
  return points(
    notValid(council, { unit: councilCode, on: heldOn }, '/council'),
    council && isPerson(council.kind) && point('/council', 'NO_BODY', 'A person or household holds no meeting.'),
    council?.kind !== 'HAMLET' &&
      members.length > 0 &&
      point('/council', 'HAS_MEMBERS', {
        en: `"${councilCode}" has members on ${heldOn}: convene the meeting, and record who is there.`,
        vi: `Ngày ${vietnameseDate(heldOn)} "${councilCode}" có thành viên: hãy lập cuộc họp, ghi thành viên dự họp.`,
      }),
    present > summoned &&
      point('/present', 'MORE_THAN_SUMMONED', {
        en: `${present} were present, ${summoned} summoned.`,
        vi: `Có mặt ${present} người, mà chỉ triệu tập ${summoned} người.`,
      }),
  );
}

/**
 * Points against another day or agenda of a meeting: its attendance is recorded, or a matter that falls away
 * is counted.
 */
export function brokenMove(
  { heldOn, attendance, summoned, matters }: Pick<Meeting, 'heldOn' | 'attendance' | 'summoned' | 'matters'>,
  { heldOn: moved, nominations }: { heldOn: string; nominations: readonly string[] },
): Point[] {
  const dropped = matters.find(
    ({ nominationId, recordedOn }) => recordedOn !== null && !nominations.includes(nominationId),
  );
  return points(
    summoned !== null && byCounts(''),
    moved !== heldOn &&
      attendance.length > 0 &&
      point('/heldOn', 'ATTENDED', {
        en: 'The attendance is recorded on its day: cancel the meeting, and convene it for the right one.',
        vi: 'Đã ghi thành viên dự họp nên không đổi được ngày họp: hãy hủy cuộc họp này rồi lập lại với ngày đúng.',
      }),
    dropped && tallied('/nominations', dropped),
  );
}

/** Point against cancelling a meeting: votes are counted. */
export function brokenCancelling({ matters }: Pick<Meeting, 'matters'>): Point[] {
  const counted = matters.find(({ recordedOn }) => recordedOn !== null);
  return counted ? [tallied('', counted)] : [];
}

/** Points for nominations, named to be counted again, that are not before the meeting. */
export const brokenRecount = (matters: Meeting['matters'], recount: readonly string[]): Point[] =>
  recount.flatMap((id, index) =>
    points(
      !matters.some(({ nominationId }) => nominationId === id) &&
        point(`/recount/${index}`, 'UNKNOWN', {
          en: `The nomination ${id} is not before this meeting.`,
          vi: `Đề nghị ${id} không thuộc cuộc họp này.`,
        }),
    ),
  );
