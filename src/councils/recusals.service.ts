import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { Recusal } from './matter.entity.js';
import type { Attendance, Meeting } from './meeting.entity.js';
import { groundOf, type Member } from './member.rules.js';
import { MeetingsQueries } from './meetings.queries.js';

/** The seats of a body: its members, and the attendance that says who sits for them. */
interface Seats {
  members: readonly Member[];
  attendance: readonly Pick<Attendance, 'memberId' | 'replacedBy'>[];
}

/** Recusals that follow from where people stand in the tree. */
@Injectable()
export class RecusalsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
  ) {}

  /**
   * Lets declared recusals stand that the members have made: in this meeting, while the nomination is before it, and of
   * nominations that come (`added`), in their latest other meeting. Part of another write.
   */
  async restore(
    reach: Reach,
    meetingId: string,
    { members, added = [] }: { members: readonly Member[]; added?: readonly string[] },
  ): Promise<void> {
    await this.queries.standRecusals(reach, meetingId, members);
    if (added.length > 0) await this.queries.carryRecusals(reach, meetingId, { members, nominations: added });
  }

  /**
   * Recuses, by the people on each seat, those who cannot deliberate on a nominee; declared recusals stay. Part of
   * another write.
   */
  async replaceComputed(
    reach: Reach,
    { id: meetingId, heldOn, matters }: Pick<Meeting, 'id' | 'heldOn' | 'matters'>,
    { members, attendance }: Seats,
  ): Promise<void> {
    const { communeId } = reach;
    const replacements = new Map(attendance.map(({ memberId, replacedBy }) => [memberId, replacedBy]));
    const seats = members.map(({ id: memberId, personId }) => ({
      memberId,
      people: [personId, replacements.get(memberId)].filter((each) => typeof each === 'string'),
    }));
    const units = [...seats.flatMap(({ people }) => people), ...matters.map(({ unitId }) => unitId)];
    const paths = await this.queries.paths(reach, units, heldOn);
    for (const ground of ['SELF', 'OWN_UNIT'] as const)
      await this.database.manager.delete(Recusal, { communeId, meetingId, ground });
    const computed = matters.flatMap(({ nominationId, unitId, recusals }) =>
      seats.flatMap(({ memberId, people }) => {
        const grounds = people.flatMap((person) => groundOf(paths.get(person) ?? '', paths.get(unitId) ?? '') ?? []);
        const ground = grounds.find((each) => each === 'SELF') ?? grounds[0];
        const declared = recusals.some((each) => each.memberId === memberId && each.ground === 'DECLARED');
        return ground === undefined || declared
          ? []
          : [{ communeId, meetingId, nominationId, memberId, ground, reason: null }];
      }),
    );
    if (computed.length > 0) await this.database.manager.insert(Recusal, computed);
  }
}
