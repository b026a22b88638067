import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { refusalCodeOf, type Caller, type Reach } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState, possibleActs } from '../api/workflow.js';
import type { VoteRule } from '../catalogue/award-form.view.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { DocumentsService } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import { point, points, type Point } from '../points.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { validOn } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import { Matter, Recusal } from './matter.entity.js';
import { Meeting, type Attendance } from './meeting.entity.js';
import type { ListMeetings } from './meeting.inputs.js';
import {
  brokenClosing,
  brokenConvening,
  enough,
  groundOf,
  hindrance,
  notHeld,
  actingMember,
  weighed,
  type Member,
} from './meeting.rules.js';
import { meetingWorkflow, type MeetingAct } from './meeting.workflow.js';
import { MeetingsQueries, type MeetingRow } from './meetings.queries.js';
import { outcomeOf, type Outcome } from './vote.rules.js';

/** What a meeting is convened on: nominations in the order of the agenda, each with the rule it is voted on by. */
export interface Convening {
  councilCode: string;
  heldOn: string;
  place: string | null;
  matters: readonly { nominationId: string; unitId: string; rule: VoteRule }[];
  /** What is wrong with its agenda, to be told with what else is. */
  broken?: readonly Point[];
}

/** A meeting about to be changed. */
export interface MeetingForUpdate {
  before: MeetingRow;
  /** The members of its body on its day. */
  members: readonly Member[];
  /** Of a recusal or an opinion: whose it is. */
  speaker?: Member;
}

interface Step {
  act: MeetingAct;
  id: string;
  expectedVersion: number;
}

/** What only a member says, or the clerk for them. */
const spoken: readonly MeetingAct[] = ['recuse', 'recordOpinion'];

/** Meetings as they are read, convened and closed. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
    private readonly journal: JournalService,
  ) {}

  /** The meetings of a commune, the newest convened first. */
  meetings(caller: Caller, commune: string, { council, state, ...page }: ListMeetings): Promise<Page<Meeting>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const after = keysAfter(page.after, ['uuid']) as readonly [string] | null;
      const rows = await this.queries.meetings(caller.in(commune), {
        councils: council,
        states: state,
        after,
        limit: first + 1,
      });
      return pageOf(rows.map(shown), first, ({ id }) => [id]);
    });
  }

  meeting(caller: Caller, commune: string, id: string): Promise<MeetingRow> {
    return this.database.read(caller, async () =>
      found(firstOrNotFound(await this.meetingsById(caller, [{ communeId: caller.in(commune).commune, id }]))),
    );
  }

  /** Meetings by id, in the order asked; undefined where there is nothing to see. */
  meetingsById(
    caller: Caller,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(MeetingRow | undefined)[]> {
    return this.database.read(caller, async () =>
      (
        await this.queries.meetingsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id })))
      ).map((row) => row && shown(row)),
    );
  }

  /** What the caller may do with a meeting now, and why not. */
  meetingActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const meeting = await this.meeting(caller, commune, id);
      const members = await this.queries.members(caller.in(commune), meeting.councilId, meeting.heldOn);
      const own = members.find(({ actorId }) => actorId !== null && actorId === caller.id);
      return possibleActs(meetingWorkflow, meeting.state, (act) => [
        refusalCodeOf(() => demandRight(caller, act as MeetingAct, commune, { before: meeting, members })),
        meeting.state === 'CLOSED' ? undefined : hindrance(caller, act as MeetingAct, meeting, own),
      ]);
    });
  }

  /** Convenes a meeting; who cannot deliberate on a nominee is recused at once. Part of another write. Refusals: FORBIDDEN; RULE with all that `brokenConvening` finds, and what is wrong with the agenda; ALREADY_BEFORE_MEETING. */
  async convene(
    caller: Caller,
    reach: Reach,
    { councilCode, heldOn, place, matters, broken = [] }: Convening,
  ): Promise<Meeting> {
    const council = await this.units.unitCalled(caller, reach.key, councilCode, heldOn);
    caller.demandFor('conveneMeeting', reach.key, council?.path ?? '');
    const members = council ? await this.queries.members(reach, council.id, heldOn) : [];
    const valid = council !== undefined && validOn(council, heldOn);
    refuse(
      [...brokenConvening({ councilCode, heldOn }, { valid, members }, caller.on), ...broken],
      'ALREADY_BEFORE_MEETING',
    );
    const communeId = reach.commune;
    const meetingId = v7();
    await this.database.manager.insert(Meeting, {
      communeId,
      id: meetingId,
      version: 1,
      councilId: found(council).id,
      heldOn,
      place,
      state: 'CONVENED',
      convenedOn: caller.on,
      lastOn: caller.on,
      audience: 'INSIDE',
    });
    await this.database.manager.insert(
      Matter,
      matters.map(({ nominationId, unitId, rule }, place) => ({
        communeId,
        meetingId,
        nominationId,
        unitId,
        rule: ruleKept(rule),
        ordinal: place + 1,
      })),
    );
    await this.recuseComputed(reach, await this.meeting(caller, reach.key, meetingId), members);
    return this.recorded(caller, reach, meetingId, 'meeting.convened', null);
  }

  /**
   * Closes a meeting with its minutes: of each nomination follows what was counted, or nothing where too few were there. Part of another write.
   * Refusals: STALE; STATE; RULE with all that is missing: attendance, counts, their confirmation, the file of the minutes.
   */
  async close(
    caller: Caller,
    reach: Reach,
    id: string,
    expectedVersion: number,
    { minutes }: { minutes: string },
  ): Promise<{ meeting: Meeting; outcomes: { nominationId: string; outcome: Outcome }[] }> {
    const outcomes: { nominationId: string; outcome: Outcome }[] = [];
    const meeting = await this.step(
      caller,
      reach,
      { act: 'closeMeeting', id, expectedVersion },
      'meeting.closed',
      async ({ before }) => {
        const [document] = await this.documents.documentsById(caller, [{ communeId: reach.commune, id: minutes }]);
        refuse(
          points(
            notHeld(before, caller.on),
            brokenClosing(before),
            !document && point('/minutes', 'UNKNOWN', `There is no document ${minutes}.`),
            document?.fileIds.length === 0 &&
              point('/minutes', 'MINUTES_WITHOUT_FILE', 'The minutes have no file yet.'),
          ),
        );
        for (const matter of before.matters) {
          const { nominationId, rule, votesFor, base } = matter;
          const outcome = enough(before.attendance, matter)
            ? outcomeOf(rule, { votesFor: votesFor ?? 0 }, base ?? 0)
            : 'NO_QUORUM';
          // What older versions counted where nobody might vote is no count.
          await this.database.manager.update(
            Matter,
            { communeId: reach.commune, meetingId: id, nominationId },
            { base, outcome, ...(outcome === 'NO_QUORUM' && uncounted) },
          );
          outcomes.push({ nominationId, outcome });
        }
        return { state: meetingWorkflow.closeMeeting.to, closedOn: caller.on, minutesId: minutes };
      },
    );
    return { meeting, outcomes };
  }

  /** One step of a meeting's life: lock, right, version, state, order, change, journal. Part of a write. */
  async step(
    caller: Caller,
    reach: Reach,
    { act, id, expectedVersion }: Step,
    kind: `meeting.${string}`,
    set: (held: MeetingForUpdate) => Promise<Partial<Omit<Meeting, 'attendance' | 'matters'>>>,
  ): Promise<MeetingRow> {
    await this.queries.lock(reach, id);
    const before = await this.meeting(caller, reach.key, id);
    const members = await this.queries.members(reach, before.councilId, before.heldOn);
    const speaker = demandRight(caller, act, reach.key, { before, members });
    if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
    demandState(meetingWorkflow, act, before);
    if (caller.on < before.lastOn)
      throw wrong(
        '/headers/legal-date',
        'TOO_EARLY',
        `${caller.on} lies before ${before.lastOn}, the day of the step before.`,
      );
    const changed = await set({ before, members, speaker });
    await this.database.change(
      Meeting,
      { commune: reach.commune, id, version: before.version },
      { ...changed, lastOn: caller.on },
    );
    return this.recorded(caller, reach, id, kind, before);
  }

  /** Recuses, by who sits on each seat, those who cannot deliberate on a nominee; what was declared stays. */
  async recuseComputed(
    reach: Reach,
    { id: meetingId, heldOn, matters }: Meeting,
    members: readonly Member[],
    attendance: readonly Pick<Attendance, 'memberId' | 'replacedBy'>[] = [],
  ): Promise<void> {
    const { commune: communeId } = reach;
    const sitting = members.map(({ id: memberId, personId }) => ({
      memberId,
      people: [personId, attendance.find((each) => each.memberId === memberId)?.replacedBy].filter(
        (each) => typeof each === 'string',
      ),
    }));
    const paths = await this.queries.paths(
      reach,
      [...sitting.flatMap(({ people }) => people), ...matters.map(({ unitId }) => unitId)],
      heldOn,
    );
    for (const ground of ['SELF', 'OWN_UNIT'] as const)
      await this.database.manager.delete(Recusal, { communeId, meetingId, ground });
    const computed = matters.flatMap(({ nominationId, unitId, recusals }) =>
      sitting.flatMap(({ memberId, people }) => {
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

  private async recorded(
    caller: Caller,
    reach: Reach,
    id: string,
    kind: `meeting.${string}`,
    before: Meeting | null,
  ): Promise<MeetingRow> {
    const record = await this.meeting(caller, reach.key, id);
    this.journal.record({
      caller,
      commune: reach.commune,
      kind,
      view: Meeting,
      record,
      seen: { before: before?.audience ?? null, after: record.audience },
    });
    return record;
  }
}

const shown = (row: MeetingRow): MeetingRow => ({
  ...row,
  matters: row.matters.map((matter) => weighed(matter, row.attendance)),
});

const uncounted = {
  votesFor: null,
  votesAgainst: null,
  votesBlank: null,
  notReturned: null,
  recordedBy: null,
  recordedOn: null,
  confirmedBy: null,
  confirmedOn: null,
};

/** The rule by its own members: what else the catalogue's row has is not the meeting's. */
const ruleKept = ({
  ballot,
  quorumNumerator,
  quorumDenominator,
  passNumerator,
  passDenominator,
  base,
  absentee,
  recusedLeaveBase,
  source,
  verified,
}: VoteRule): VoteRule => ({
  ballot,
  quorumNumerator,
  quorumDenominator,
  passNumerator,
  passDenominator,
  base,
  absentee,
  recusedLeaveBase,
  source,
  verified,
});

/** Refuses an act without the right to it where the body stands; of what is spoken, gives whose it is. */
function demandRight(
  caller: Caller,
  act: MeetingAct,
  commune: string,
  { before, members }: MeetingForUpdate,
): Member | undefined {
  if (spoken.includes(act)) return actingMember(caller, act, commune, { ...before, members });
  caller.demandFor(act, commune, before.councilPath);
  return undefined;
}
