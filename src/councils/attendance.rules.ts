import { point, points, type Point } from '../points.js';
import type { Attendance, Meeting } from './meeting.entity.js';
import type { Member } from './member.rules.js';
import { byCounts, tallied } from './tallied.rules.js';

/** Attendance as it is given, by members; a replacement by its unit, undefined where there is no such person. */
export type Attending = Pick<Attendance, 'memberId' | 'presence'> & {
  replacedByCode?: string;
  replacement?: { id: string };
};

/**
 * Points against a record of attendance: a member is named once, only a replaced member has a replacement, and a
 * replacement sits once.
 */
export function brokenAttendance(
  { matters, summoned }: Pick<Meeting, 'matters' | 'summoned'>,
  members: readonly Member[],
  given: readonly Attending[],
): Point[] {
  const counted = matters.find(({ recordedOn }) => recordedOn !== null);
  const known = new Map(members.map((each) => [each.id, each]));
  const codes = given.flatMap(({ replacedByCode }) => replacedByCode ?? []);
  if (summoned !== null) return [byCounts('/members')];
  return points(
    counted && tallied('/members', counted),
    members
      .filter(({ id }) => !given.some(({ memberId }) => memberId === id))
      .map(({ personCode }) =>
        point('/members', 'MEMBER_MISSING', {
          en: `Say whether "${personCode}" is there.`,
          vi: `Phải ghi "${personCode}" có mặt hay vắng mặt.`,
        }),
      ),
    given.flatMap(({ memberId, presence, replacedByCode, replacement }, index) => {
      const pointer = `/members/${index}`;
      if (!known.has(memberId))
        return [point(`${pointer}/member`, 'NOT_A_MEMBER', 'No member on the day of the meeting.')];
      if (given.findIndex((each) => each.memberId === memberId) !== index)
        return [point(`${pointer}/member`, 'NAMED_TWICE', 'Named twice.')];
      if ((presence === 'REPLACED') !== (replacedByCode !== undefined))
        return [
          point(
            `${pointer}/replacedBy`,
            'REPLACEMENT',
            'Who is replaced, and nobody else, has somebody who sits for them.',
          ),
        ];
      if (replacedByCode === undefined) return [];
      if (!replacement)
        return [
          point(`${pointer}/replacedBy`, 'INDIVIDUAL_ONLY', {
            en: `There is no person "${replacedByCode}" on that day.`,
            vi: `Không có cá nhân "${replacedByCode}" vào ngày đó.`,
          }),
        ];
      const seated =
        members.some(({ personId }) => personId === replacement.id) ||
        codes.filter((code) => code === replacedByCode).length > 1;
      return points(
        seated &&
          point(`${pointer}/replacedBy`, 'SEATED', {
            en: `"${replacedByCode}" has a seat already.`,
            vi: `"${replacedByCode}" đã có chỗ trong cuộc họp.`,
          }),
      );
    }),
  );
}
