import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { Database } from '../database/database.js';
import { refuse, Refusal } from '../refusals.js';
import { Matter, Recusal } from './matter.entity.js';
import { Attendance, type Meeting } from './meeting.entity.js';
import type { ConfirmTally, RecordAttendance, RecordTally, Recuse } from './meeting.inputs.js';
import {
  brokenAttendance,
  brokenConfirmation,
  brokenOpinion,
  brokenRecusal,
  brokenTally,
  notHeld,
  ownCount,
} from './meeting.rules.js';
import { MeetingsQueries } from './meetings.queries.js';
import { MeetingsService } from './meetings.service.js';

/** What happens between the convening and the closing of a meeting. Each changes the meeting's row. */
@Injectable()
export class MeetingActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly meetings: MeetingsService,
  ) {}

  /** Records who is there. Refusals: STALE; STATE; RULE with all that `brokenAttendance` finds. */
  recordAttendance(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { members: given }: RecordAttendance,
  ): Promise<Meeting> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, () =>
      this.meetings.step(
        caller,
        reach,
        { act: 'recordAttendance', id, expectedVersion },
        'meeting.attended',
        async ({ before, members }) => {
          const people = await this.queries.people(
            reach,
            given.flatMap(({ replacedBy }) => replacedBy ?? []),
            before.heldOn,
          );
          const attending = given.map(({ member, presence, replacedBy }) => ({
            memberId: member,
            presence,
            replacedByCode: replacedBy,
            replacement: replacedBy === undefined ? undefined : people.get(replacedBy),
          }));
          refuse([...notHeld(before, caller.on), ...brokenAttendance(before, members, attending)]);
          const opinions = new Map(before.attendance.map(({ memberId, opinionOn }) => [memberId, opinionOn]));
          const rows = attending.map(({ memberId, presence, replacement }) => ({
            communeId: reach.commune,
            meetingId: id,
            memberId,
            presence,
            replacedBy: replacement?.id ?? null,
            opinionOn: presence === 'ABSENT' ? (opinions.get(memberId) ?? null) : null,
          }));
          await this.database.manager
            .createQueryBuilder()
            .insert()
            .into(Attendance)
            .values(rows)
            .orUpdate(['presence', 'replaced_by', 'opinion_on'], ['commune_id', 'meeting_id', 'member_id'])
            .execute();
          await this.meetings.recuseComputed(reach, before, members, rows);
          return { attendedOn: caller.on };
        },
      ),
    );
  }

  /** A member declares not to deliberate on a nomination. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; RULE when it is counted, or declared, already. */
  recuse(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { nomination, reason }: Recuse,
  ): Promise<Meeting> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, () =>
      this.meetings.step(
        caller,
        reach,
        { act: 'recuse', id, expectedVersion },
        'meeting.recused',
        async ({ before, speaker }) => {
          const member = found(speaker);
          refuse(brokenRecusal(matterOf(before, nomination), member));
          await this.database.manager.insert(Recusal, {
            communeId: reach.commune,
            meetingId: id,
            nominationId: nomination,
            memberId: member.id,
            ground: 'DECLARED',
            reason,
          });
          return {};
        },
      ),
    );
  }

  /** An absent member has handed in a written opinion. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; RULE with all that `brokenOpinion` finds. */
  recordOpinion(caller: Caller, commune: string, id: string, expectedVersion: number): Promise<Meeting> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, () =>
      this.meetings.step(
        caller,
        reach,
        { act: 'recordOpinion', id, expectedVersion },
        'meeting.opined',
        async ({ before, speaker }) => {
          const member = found(speaker);
          refuse([...notHeld(before, caller.on), ...brokenOpinion(before, member)]);
          await this.database.manager.update(
            Attendance,
            { communeId: reach.commune, meetingId: id, memberId: member.id },
            { opinionOn: caller.on },
          );
          return {};
        },
      ),
    );
  }

  /** Records the counts on one nomination; of secret ballots again, until they are confirmed. Refusals: STALE; STATE; RULE with all that `brokenTally` finds. */
  recordTally(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { nomination, ...counts }: RecordTally,
  ): Promise<Meeting> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, () =>
      this.meetings.step(
        caller,
        reach,
        { act: 'recordTally', id, expectedVersion },
        'meeting.tallied',
        async ({ before }) => {
          refuse([...notHeld(before, caller.on), ...brokenTally(before, matterOf(before, nomination), counts)]);
          await this.database.manager.update(
            Matter,
            { communeId: reach.commune, meetingId: id, nominationId: nomination },
            { ...counts, recordedBy: caller.id, recordedOn: caller.on },
          );
          return {};
        },
      ),
    );
  }

  /** Confirms the counts of secret ballots. Refusals: STALE; STATE; RULE when there is nothing to confirm; FOUR_EYES for who recorded them. */
  confirmTally(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { nomination }: ConfirmTally,
  ): Promise<Meeting> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, () =>
      this.meetings.step(
        caller,
        reach,
        { act: 'confirmTally', id, expectedVersion },
        'meeting.confirmed',
        async ({ before }) => {
          const matter = matterOf(before, nomination);
          refuse([...notHeld(before, caller.on), ...brokenConfirmation(matter)]);
          if (ownCount(caller, found(matter))) throw new Refusal('FOUR_EYES');
          await this.database.manager.update(
            Matter,
            { communeId: reach.commune, meetingId: id, nominationId: nomination },
            { confirmedBy: caller.id, confirmedOn: caller.on },
          );
          return {};
        },
      ),
    );
  }
}

const matterOf = ({ matters }: Pick<Meeting, 'matters'>, nomination: string) =>
  matters.find(({ nominationId }) => nominationId === nomination);
