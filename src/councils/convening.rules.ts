import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from '../units/unit.entity.js';
import { notValid } from '../units/unit.rules.js';
import type { Meeting } from './meeting.entity.js';
import type { Member } from './member.rules.js';
import { tallied } from './tallied.rules.js';

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
 * Points against another day or agenda of a meeting: its attendance is recorded, or a matter that falls away
 * is counted.
 */
export function brokenMove(
  { heldOn, attendance, matters }: Pick<Meeting, 'heldOn' | 'attendance' | 'matters'>,
  { heldOn: moved, nominations }: { heldOn: string; nominations: readonly string[] },
): Point[] {
  const dropped = matters.find(
    ({ nominationId, recordedOn }) => recordedOn !== null && !nominations.includes(nominationId),
  );
  return points(
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
