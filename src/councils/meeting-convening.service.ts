import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { shownOf } from '../api/shown.js';
import { VoteRule } from '../catalogue/award-form.view.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import type { Point } from '../points.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Matter } from './matter.entity.js';
import { Meeting } from './meeting.entity.js';
import type { MeetingAt } from './meeting.inputs.js';
import { brokenConvening, brokenMove, brokenRecount } from './convening.rules.js';
import { brokenClosing, notHeld } from './meeting.rules.js';
import { adviceOf } from './seating.rules.js';
import { noTally } from './tallied.rules.js';
import { meetingWorkflow } from './meeting.workflow.js';
import { MeetingsQueries } from './meetings.queries.js';
import { MeetingsService } from './meetings.service.js';
import { RecusalsService } from './recusals.service.js';
import { MinutesService, type MinutesPrinted } from './minutes.service.js';
import type { Outcome } from './vote.rules.js';

/** A meeting to be convened on nominations in the order of the agenda, each with the rule it is voted on by. */
export interface Convening {
  councilCode: string;
  heldOn: string;
  place: string | null;
  matters: readonly { nominationId: string; unitId: string; unitCode: string; rule: VoteRule }[];
  /** Points of the agenda, told together with those of the meeting. */
  broken?: readonly Point[];
}

/** Changes of a convened meeting; `agenda` reads its new matters once the meeting is held. */
export interface MeetingChange {
  heldOn?: string;
  place?: string | null;
  agenda?: () => Promise<Pick<Convening, 'matters'> & { broken: readonly Point[] }>;
}

/** A meeting that is closed, and the outcome of each nomination on its agenda. */
export interface Closing {
  meeting: Meeting;
  outcomes: readonly { nominationId: string; outcome: Outcome }[];
}

/** Why a closed meeting is reopened, and the nominations on which votes are counted again. */
export interface MeetingReopening {
  reason: string;
  recount: readonly string[];
  brokenSince: (outcomes: Closing['outcomes']) => Promise<Point[]>;
}

/** Meetings are convened, closed and reopened. Part of the writes of the module that owns the nominations. */
@Injectable()
export class MeetingConveningService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly meetings: MeetingsService,
    private readonly recusals: RecusalsService,
    private readonly units: UnitsService,
    private readonly minutes: MinutesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Convenes a meeting; members who cannot deliberate on a nominee, or have said so before an earlier meeting, are
   * recused at once. Refusals: FORBIDDEN; RULE
   * with all that `brokenConvening` finds, and with the points of the agenda; ALREADY_BEFORE_MEETING.
   */
  convene(
    caller: Caller,
    commune: string,
    { councilCode, heldOn, place, matters, broken = [] }: Convening,
  ): Promise<Meeting> {
    return this.records.add(caller, { commune, entity: Meeting, kind: 'meeting.convened' }, async (reach) => {
      const council = await this.units.unitCalled(caller, { commune, unit: councilCode, on: heldOn });
      caller.demandFor('conveneMeeting', commune, council?.pathToday ?? wholeCommune);
      const [members = []] = council ? await this.queries.membersOf(reach, [{ councilId: council.id, heldOn }]) : [];
      refuse(
        [...brokenConvening({ councilCode, heldOn }, { council, members }, caller.on), ...broken],
        'ALREADY_BEFORE_MEETING',
      );
      const key = { communeId: reach.communeId, id: v7() };
      await this.database.manager.insert(Meeting, {
        ...key,
        version: 1,
        councilId: expected(council, `The body ${councilCode} is not there, and yet valid.`).id,
        heldOn,
        place,
        state: 'CONVENED',
        convenedOn: caller.on,
        audience: 'INSIDE',
      });
      const rows = matters.map(({ nominationId, unitId, rule }, index) => ({
        communeId: key.communeId,
        meetingId: key.id,
        nominationId,
        unitId,
        rule: ruleKept(rule),
        ordinal: index + 1,
      }));
      await this.database.manager.insert(Matter, rows);
      await this.recusals.restore(reach, key.id, { members, added: matters.map(({ nominationId }) => nominationId) });
      const convened = await this.meetings.meeting(caller, commune, key.id);
      await this.recusals.replaceComputed(reach, convened, { members, attendance: [] });
      return this.meetings.meeting(caller, commune, key.id);
    });
  }

  /**
   * Amends a convened meeting: its matters stay as they are, but for those that come or fall away; recusals follow from
   * its new day. Refusals: FORBIDDEN; STALE; STATE; RULE with all that `brokenConvening` and `brokenMove` find, and
   * with the points of the agenda.
   */
  amend(
    caller: Caller,
    at: AtVersion<MeetingAt>,
    { heldOn: moved, agenda, ...given }: MeetingChange,
  ): Promise<Meeting> {
    return this.records.act(caller, { type: this.meetings.recordType, act: 'amendMeeting', at }, async (before) => {
      const reach = caller.reachIn(at.commune);
      const heldOn = moved ?? before.heldOn;
      const { matters, broken } = (await agenda?.()) ?? { matters: before.matters, broken: [] };
      const stays = broken.length > 0 ? before.matters : matters;
      const nominations = stays.map(({ nominationId }) => nominationId);
      const asked = { commune: at.commune, unit: before.councilCode, on: heldOn };
      const council = await this.units.unitCalled(caller, asked);
      const [members = []] = await this.queries.membersOf(reach, [{ councilId: before.councilId, heldOn }]);
      const today = moved === undefined ? heldOn : caller.on;
      refuse(
        [
          ...brokenConvening({ ...before, heldOn }, { council, members }, today),
          ...brokenMove(before, { heldOn, nominations }),
          ...broken,
        ],
        'ALREADY_BEFORE_MEETING',
      );
      await this.replaceMatters(before, matters);
      const added = nominations.filter((id) => !before.matters.some(({ nominationId }) => nominationId === id));
      await this.recusals.restore(reach, at.id, { members, added });
      const after = await this.meetings.meeting(caller, at.commune, at.id);
      await this.recusals.replaceComputed(reach, { ...after, heldOn }, { members, attendance: before.attendance });
      return { ...given, heldOn };
    });
  }

  /** Deletes the matters that fall away, orders those that stay, and inserts the others. */
  private async replaceMatters(
    { communeId, id: meetingId, matters: before }: Meeting,
    matters: Convening['matters'],
  ): Promise<void> {
    const { manager } = this.database;
    const stays = new Set(matters.map(({ nominationId }) => nominationId));
    for (const { nominationId } of before.filter((each) => !stays.has(each.nominationId))) {
      await manager.delete(Matter, { communeId, meetingId, nominationId });
    }
    for (const [index, { nominationId, unitId, rule }] of matters.entries()) {
      const place = { communeId, meetingId, nominationId };
      const ordinal = index + 1;
      await (before.some((each) => each.nominationId === nominationId)
        ? manager.update(Matter, place, { ordinal })
        : manager.insert(Matter, { ...place, unitId, rule: ruleKept(rule), ordinal }));
    }
  }

  /**
   * Closes a meeting with its minutes. The outcome of a nomination follows from its tally; without a quorum it has
   * none. Refusals: FORBIDDEN; STALE; STATE; RULE with all that is missing: attendance, tallies, their confirmation,
   * the file of the minutes, their number where the clerk records them; NUMBER_TAKEN.
   */
  async close(caller: Caller, at: AtVersion<MeetingAt>, paper: MinutesPrinted): Promise<Closing> {
    const outcomes: { nominationId: string; outcome: Outcome }[] = [];
    const meeting = await this.records.act(
      caller,
      { type: this.meetings.recordType, act: 'closeMeeting', at },
      async (before) => {
        refuse([
          ...notHeld(before, caller.on),
          ...brokenClosing(before),
          ...(await this.minutes.broken(caller, caller.reachIn(at.commune), { ...before, act: 'closeMeeting', paper })),
        ]);
        await this.minutes.number(caller, at.commune, paper);
        const { communeId, id: meetingId } = before;
        for (const matter of before.matters) {
          const { nominationId, base } = matter;
          const outcome = adviceOf(before, matter);
          // A tally of older versions where nobody might vote is none.
          const set = { base, outcome, ...(outcome === 'NO_QUORUM' && noTally) };
          await this.database.manager.update(Matter, { communeId, meetingId, nominationId }, set);
          outcomes.push({ nominationId, outcome });
        }
        return {
          state: meetingWorkflow.closeMeeting.to,
          closedOn: caller.on,
          minutesId: paper.minutes,
        };
      },
    );
    return { meeting, outcomes };
  }

  /**
   * Reopens a meeting: outcomes and minutes, if it is closed, and the counts named are taken out; attendance and the
   * other counts stay. `brokenSince` reads the points against what its nominations have become. Refusals: FORBIDDEN;
   * STALE; STATE; RULE for a nomination that is not before it, or with those points.
   */
  reopen(
    caller: Caller,
    at: AtVersion<MeetingAt>,
    { reason, recount, brokenSince }: MeetingReopening,
  ): Promise<Meeting> {
    const step = { type: this.meetings.recordType, act: 'reopenMeeting', at, reason } as const;
    return this.records.act(caller, step, async ({ communeId, id: meetingId, state, matters }) => {
      if (state === 'CONVENED' && recount.length === 0)
        throw wrong('/recount', 'NOTHING_CHANGED', {
          en: 'It is open: name the nominations to be counted again.',
          vi: 'Cuộc họp chưa kết thúc: phải nêu đề nghị cần kiểm phiếu lại.',
        });
      const outcomes = matters.flatMap(({ nominationId, outcome }) => (outcome ? [{ nominationId, outcome }] : []));
      refuse([...brokenRecount(matters, recount), ...(await brokenSince(outcomes))]);
      await this.database.manager.update(Matter, { communeId, meetingId }, { outcome: null, base: null });
      await this.database.manager.update(Matter, { communeId, meetingId, nominationId: In(recount) }, noTally);
      return { state: meetingWorkflow.reopenMeeting.to, closedOn: null, minutesId: null };
    });
  }
}

/** The rule by its own members: what else the catalogue's row has is not the meeting's. */
export const ruleKept = (rule: VoteRule): VoteRule =>
  Object.fromEntries(shownOf(VoteRule).map(({ name }) => [name, rule[name as keyof VoteRule]])) as unknown as VoteRule;
