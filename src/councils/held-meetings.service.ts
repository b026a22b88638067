import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { brokenHolding } from './convening.rules.js';
import { ruleKept, type Closing, type Convening } from './meeting-convening.service.js';
import { Matter } from './matter.entity.js';
import { Meeting } from './meeting.entity.js';
import { brokenClosing, brokenTallies, notHeld, spread, type Tallies } from './meeting.rules.js';
import { MeetingsQueries } from './meetings.queries.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesService } from './minutes.service.js';
import { adviceOf, weighed } from './seating.rules.js';
import { noTally } from './tallied.rules.js';

/** A meeting that was held, by the counts of its minutes. */
export interface Holding extends Convening, Tallies {
  summoned: number;
  present: number;
  minutes: string;
}

/** Meetings of bodies without members, as of a hamlet, recorded once they are held. Part of another module's writes. */
@Injectable()
export class HeldMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly meetings: MeetingsService,
    private readonly units: UnitsService,
    private readonly minutes: MinutesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Records a meeting as it was held and closed on its day. Its matters are judged as those of a meeting with members,
   * by as many seats as people were summoned. Refusals: FORBIDDEN; RULE with all that `brokenHolding`, `brokenTallies`
   * and `brokenClosing` find, with the points of the agenda and of the minutes; ALREADY_BEFORE_MEETING.
   */
  async hold(
    caller: Caller,
    commune: string,
    { councilCode, heldOn, place, matters: agenda, broken = [], summoned, present, minutes, ...tallies }: Holding,
  ): Promise<Closing> {
    let outcomes: Closing['outcomes'] = [];
    const meeting = await this.records.add(
      caller,
      { commune, entity: Meeting, kind: 'meeting.held' },
      async (reach) => {
        const council = await this.units.unitCalled(caller, { commune, unit: councilCode, on: heldOn });
        caller.demandFor('recordHeldMeeting', commune, council?.pathToday ?? wholeCommune);
        const [members = []] = council ? await this.queries.membersOf(reach, [{ councilId: council.id, heldOn }]) : [];
        const seating = { attendance: [], summoned, present };
        const key = { communeId: reach.communeId, meetingId: v7() };
        const uncounted = agenda.map(({ rule, ...matter }, index) =>
          weighed(
            {
              ...noTally,
              ...key,
              ...matter,
              rule: ruleKept(rule),
              ordinal: index + 1,
              recusals: [],
            } as unknown as Matter,
            seating,
          ),
        );
        const countsOn = new Map(
          spread({ matters: uncounted }, tallies).map(({ nominationId, counts }) => [nominationId, counts]),
        );
        const counted = { recordedBy: caller.id, recordedOn: heldOn };
        const matters = uncounted.map((matter) => {
          const counts = countsOn.get(matter.nominationId);
          return counts ? { ...matter, ...counts, ...counted } : matter;
        });
        const wrongCounts =
          countsOn.size > 0 ? brokenTallies({ ...seating, members, matters: uncounted }, tallies) : [];
        refuse(
          [
            ...brokenHolding({ councilCode, heldOn, summoned, present }, { council, members }),
            ...notHeld({ heldOn }, caller.on),
            ...broken,
            ...(wrongCounts.length > 0 ? wrongCounts : brokenClosing({ ...seating, members, matters })),
            ...(await this.minutes.broken(caller, reach, { act: 'recordHeldMeeting', heldOn, paper: { minutes } })),
          ],
          'ALREADY_BEFORE_MEETING',
        );
        await this.database.manager.insert(Meeting, {
          ...{ communeId: key.communeId, id: key.meetingId, version: 1 },
          councilId: expected(council, `The body ${councilCode} is not there, and yet valid.`).id,
          ...{ heldOn, place, summoned, present, state: 'CLOSED', minutesId: minutes, audience: 'INSIDE' },
          ...{ convenedOn: heldOn, attendedOn: heldOn, closedOn: heldOn },
        });
        const advised = matters.map((matter) => ({ ...matter, outcome: adviceOf(seating, matter) }));
        await this.database.manager.insert(Matter, advised);
        outcomes = advised;
        return this.meetings.meeting(caller, commune, key.meetingId);
      },
    );
    return { meeting, outcomes };
  }
}
