import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, Refusal } from '../refusals.js';
import { brokenCancelling } from './convening.rules.js';
import { Matter, Recusal } from './matter.entity.js';
import { brokenAttendance } from './attendance.rules.js';
import { Attendance, type Meeting } from './meeting.entity.js';
import type {
  CancelMeeting,
  ConfirmTally,
  MeetingAt,
  RecordAttendance,
  RecordTallies,
  RecordTally,
  Recuse,
  WithdrawRecusal,
} from './meeting.inputs.js';
import {
  brokenConfirmation,
  brokenOpinion,
  brokenRecusal,
  brokenTallies,
  brokenTally,
  brokenWithdrawal,
  notHeld,
  ownCount,
  spread,
} from './meeting.rules.js';
import { meetingWorkflow } from './meeting.workflow.js';
import { memberMeant } from './member.rules.js';
import { countsGiven, tallyOf } from './tallied.rules.js';
import { MeetingsQueries } from './meetings.queries.js';
import { MeetingsService } from './meetings.service.js';
import { RecusalsService } from './recusals.service.js';

/** The acts between the convening and the closing of a meeting. Each changes the row of the meeting. */
@Injectable()
export class MeetingActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly meetings: MeetingsService,
    private readonly recusals: RecusalsService,
    private readonly records: RecordsService,
  ) {}

  /** Records attendance. Refusals: FORBIDDEN; STALE; STATE; RULE with all that `brokenAttendance` finds. */
  recordAttendance(caller: Caller, at: AtVersion<MeetingAt>, { members: given }: RecordAttendance): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'recordAttendance', at }, async (before) => {
      const reach = caller.reachIn(at.commune);
      const codes = given.flatMap(({ replacedBy }) => replacedBy ?? []);
      const people = await this.queries.people(reach, codes, before.heldOn);
      const attending = given.map(({ member, presence, replacedBy }) => ({
        memberId: member,
        presence,
        replacedByCode: replacedBy,
        replacement: replacedBy === undefined ? undefined : people.get(replacedBy),
      }));
      refuse([...notHeld(before, caller.on), ...brokenAttendance(before, before.members, attending)]);
      const opinions = new Map(before.attendance.map(({ memberId, opinionOn }) => [memberId, opinionOn]));
      const attendance = attending.map(({ memberId, presence, replacement }) => ({
        communeId: reach.communeId,
        meetingId: at.id,
        memberId,
        presence,
        replacedBy: replacement?.id ?? null,
        opinionOn: presence === 'ABSENT' ? (opinions.get(memberId) ?? null) : null,
      }));
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(Attendance)
        .values(attendance)
        .orUpdate(['presence', 'replaced_by', 'opinion_on'], ['commune_id', 'meeting_id', 'member_id'])
        .execute();
      // Seats of members of another day fall away.
      const memberId = Not(In(given.map(({ member }) => member)));
      await this.database.manager.delete(Attendance, { communeId: reach.communeId, meetingId: at.id, memberId });
      const { members } = before;
      await this.recusals.restore(reach, at.id, { members });
      const meeting = await this.meetings.meeting(caller, at.commune, at.id);
      await this.recusals.replaceComputed(reach, meeting, { members, attendance });
      return { attendedOn: caller.on };
    });
  }

  /**
   * A member declares not to deliberate on a nomination. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; RULE
   * when it is counted, or declared, already, and of `memberMeant`.
   */
  recuse(
    caller: Caller,
    at: AtVersion<MeetingAt>,
    { nomination: nominationId, reason, member: said }: Recuse,
  ): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'recuse', at }, async (before) => {
      const { communeId, id: meetingId } = before;
      const member = memberMeant(caller, { act: 'recuse', commune: at.commune, said }, before);
      refuse(brokenRecusal(matterOf(before, nominationId), member));
      const row = { communeId, meetingId, nominationId, memberId: member.id, ground: 'DECLARED' as const, reason };
      await this.database.manager.insert(Recusal, row);
      return {};
    });
  }

  /**
   * A member takes a declared recusal back; one that follows from where they stand in the tree stays. Refusals:
   * FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; RULE with all that `brokenWithdrawal` finds, and of `memberMeant`.
   */
  withdrawRecusal(
    caller: Caller,
    at: AtVersion<MeetingAt>,
    { nomination: nominationId, member: said, reason }: WithdrawRecusal,
  ): Promise<Meeting> {
    const step = { type: this.meetings.recordType, act: 'withdrawRecusal', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const { communeId, id: meetingId, attendance, members } = before;
      const member = memberMeant(caller, { act: 'withdrawRecusal', commune: at.commune, said }, before);
      refuse(brokenWithdrawal(matterOf(before, nominationId), member));
      const declared = { communeId, meetingId, nominationId, memberId: member.id };
      await this.database.manager.delete(Recusal, declared);
      const matters = before.matters.map((matter) => ({
        ...matter,
        recusals: matter.recusals.filter(
          ({ memberId }) => matter.nominationId !== nominationId || memberId !== member.id,
        ),
      }));
      await this.recusals.replaceComputed(caller.reachIn(at.commune), { ...before, matters }, { members, attendance });
      return {};
    });
  }

  /**
   * Cancels a convened meeting: its nominations may come before another. Refusals: FORBIDDEN; STALE; STATE; RULE once
   * votes are counted.
   */
  cancelMeeting(caller: Caller, at: AtVersion<MeetingAt>, { reason }: CancelMeeting): Promise<Meeting> {
    const step = { type: this.meetings.recordType, act: 'cancelMeeting', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      refuse(brokenCancelling(before));
      const { communeId, id: meetingId } = before;
      await this.database.manager.delete(Matter, { communeId, meetingId });
      await this.recusals.replaceComputed(caller.reachIn(at.commune), { ...before, matters: [] }, before);
      await this.recusals.restore(caller.reachIn(at.commune), meetingId, before);
      return { state: meetingWorkflow.cancelMeeting.to };
    });
  }

  /**
   * An absent member has handed in a written opinion. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; RULE with
   * all that `brokenOpinion` finds.
   */
  recordOpinion(caller: Caller, at: AtVersion<MeetingAt>): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'recordOpinion', at }, async (before) => {
      const { communeId, id: meetingId } = before;
      const member = memberMeant(caller, { act: 'recordOpinion', commune: at.commune }, before);
      refuse([...notHeld(before, caller.on), ...brokenOpinion(before, member)]);
      const seat = { communeId, meetingId, memberId: member.id };
      await this.database.manager.update(Attendance, seat, { opinionOn: caller.on });
      return {};
    });
  }

  /**
   * Records the tally of one nomination; that of secret ballots again, until it is confirmed. Refusals: FORBIDDEN;
   * STALE; STATE; RULE with all that `brokenTally` finds.
   */
  recordTally(caller: Caller, at: AtVersion<MeetingAt>, given: RecordTally): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'recordTally', at }, async (before) => {
      const tally = tallyOf(given);
      refuse([...notHeld(before, caller.on), ...brokenTally(before, matterOf(before, given.nomination), tally.counts)]);
      await this.queries.tally(before, [tally], caller);
      return {};
    });
  }

  /**
   * Records tallies of several nominations, all or none: of those named, and alike of the others. Refusals: as of
   * `recordTally`; RULE for one named twice.
   */
  recordTallies(
    caller: Caller,
    at: AtVersion<MeetingAt>,
    { tallies: given = [], counts }: RecordTallies,
  ): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'recordTallies', at }, async (before) => {
      const tallies = { tallies: given.map(tallyOf), others: counts && countsGiven(counts) };
      refuse([...notHeld(before, caller.on), ...brokenTallies(before, tallies)]);
      await this.queries.tally(before, spread(before, tallies), caller);
      return {};
    });
  }

  /**
   * Confirms the tally of secret ballots. Refusals: FORBIDDEN; STALE; STATE; RULE when there is nothing to confirm;
   * FOUR_EYES for the caller who recorded it.
   */
  confirmTally(caller: Caller, at: AtVersion<MeetingAt>, { nomination: nominationId }: ConfirmTally): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'confirmTally', at }, async (before) => {
      const { communeId, id: meetingId } = before;
      const matter = matterOf(before, nominationId);
      refuse([...notHeld(before, caller.on), ...brokenConfirmation(matter)]);
      if (ownCount(caller, expected(matter, 'A tally is confirmed of no nomination.'))) throw new Refusal('FOUR_EYES');
      const confirmation = { confirmedBy: caller.id, confirmedOn: caller.on };
      await this.database.manager.update(Matter, { communeId, meetingId, nominationId }, confirmation);
      return {};
    });
  }
}

const matterOf = ({ matters }: Pick<Meeting, 'matters'>, nomination: string) =>
  matters.find(({ nominationId }) => nominationId === nomination);
