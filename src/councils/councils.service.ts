import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { backwards, beyondUnit, takesNoEndBack } from '../actors/actor.rules.js';
import { ActorsService } from '../actors/actors.service.js';
import { found } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { vietnameseDate } from '../day.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { point, points } from '../points.js';
import { overlapping, refuse, stillReferredTo } from '../refusals.js';
import { Unit } from '../units/unit.entity.js';
import { isPerson } from '../units/unit-kind.rules.js';
import { UnitsService } from '../units/units.service.js';
import { CouncilMember } from './council-member.entity.js';
import type { AppointMember, EndMembership, ListCouncils, MemberAt, RemoveMembership } from './council.inputs.js';
import type { Council } from './council.view.js';
import { CouncilsQueries } from './councils.queries.js';
import { Recusal } from './matter.entity.js';
import { memberWorkflow } from './member.workflow.js';

const byCode = { types: ['text'], keysOf: ({ unitCode }: Council) => [unitCode] } as const;

/** The bodies that deliberate, and who belongs to them. */
@Injectable()
export class CouncilsService {
  private readonly memberType: RecordType<CouncilMember, MemberAt, typeof memberWorkflow, { path: string }> = {
    entity: CouncilMember,
    workflow: memberWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await hold(this.database, CouncilMember, { communeId: reach.communeId, ids: [id] });
    },
    read: async (caller, { commune, id }) => found(await this.queries.member(caller.reachIn(commune), id)),
    facts: async (caller, rows) => {
      const councils = rows.map(({ communeId, councilId: id }) => ({ communeId, id }));
      return (await this.units.unitsById(caller, councils)).map((unit) => ({ path: unit?.path ?? wholeCommune }));
    },
    pathOf: ({ path }) => path,
    states: 'member',
    stateOf: () => 'APPOINTED',
  };

  constructor(
    private readonly database: Database,
    private readonly queries: CouncilsQueries,
    private readonly units: UnitsService,
    private readonly actors: ActorsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /** The bodies that have members on a day, by code. */
  councils(
    caller: Caller,
    commune: string,
    { asOf = caller.on, council, ...page }: ListCouncils,
    members?: Projection,
  ): Promise<Page<Council>> {
    return this.database.read(caller, () =>
      paged(page, byCode, ({ after, limit }) =>
        this.queries.councils(
          caller.reachIn(commune),
          { on: asOf, codes: council, after: after?.[0] ?? null, limit },
          members,
        ),
      ),
    );
  }

  /**
   * Appoints a person to a body, until both are there at most. Refusals: FORBIDDEN; RULE for a unit that is none of the
   * two, an unknown actor or document, a last day before the first or beyond one of them, or a second chair at one
   * time; TERM_OVERLAPS for a second seat.
   */
  appointMember(
    caller: Caller,
    commune: string,
    { council: councilCode, person: personCode, office, validFrom, validTo, actor: key, documentId }: AppointMember,
  ): Promise<CouncilMember> {
    return this.records.add(caller, { commune, entity: CouncilMember, kind: 'member.appointed' }, async (reach) => {
      const council = await this.units.unitNamed(caller, { commune, unit: councilCode, on: validFrom }, '/council');
      const person = await this.units.unitNamed(caller, { commune, unit: personCode, on: validFrom }, '/person');
      caller.demandFor('appointMember', commune, council.pathToday);
      const [unitsEnd = null] = [council, person].flatMap((each) => each.validTo ?? []).sort();
      const lastDay = validTo ?? unitsEnd;
      const own = key === undefined ? undefined : await this.actors.actorNamed(caller, commune, key);
      refuse(
        points(
          isPerson(council.kind) &&
            point('/council', 'NO_BODY', {
              en: `"${councilCode}" is a person or household.`,
              vi: `"${councilCode}" là cá nhân hoặc hộ gia đình, không có thành viên; hãy ghi một tập thể.`,
            }),
          person.kind !== 'INDIVIDUAL' &&
            point('/person', 'INDIVIDUAL_ONLY', {
              en: `"${personCode}" is not one person.`,
              vi: `"${personCode}" không phải một cá nhân.`,
            }),
          backwards(validFrom, lastDay),
          beyondUnit(council, lastDay),
          beyondUnit(person, lastDay),
          key !== undefined &&
            !own &&
            point('/actor', 'UNKNOWN', { en: `There is no actor "${key}".`, vi: `Không có người dùng "${key}".` }),
        ),
      );
      const place = { councilId: council.id, office, validFrom, validTo: lastDay, id: v7() };
      await this.refuseSecondChair(reach, place);
      const member: CouncilMember = {
        communeId: reach.communeId,
        ...place,
        version: 1,
        councilCode,
        personId: person.id,
        personCode,
        documentId: await this.documents.idNamed(reach, documentId, { quality: 'MEMBERSHIP', pointer: '/documentId' }),
        actorId: own?.id ?? null,
        actor: own?.key ?? null,
        ownLastDay: validTo === undefined && lastDay !== null ? 'infinity' : null,
      };
      await this.refuseSecondSeat(reach, member);
      await this.database.manager.insert(CouncilMember, member);
      return member;
    });
  }

  /**
   * Sets the last day of a membership, or takes it back. Refusals: NOT_FOUND; FORBIDDEN; STALE; RULE for a day before
   * its first, before a meeting in which the member had a part, a later one beyond the person or the body, a second
   * chair at one time, or an end to take back that there is not; TERM_OVERLAPS.
   */
  endMembership(
    caller: Caller,
    at: AtVersion<MemberAt>,
    { validTo = caller.on, reason }: EndMembership,
  ): Promise<CouncilMember> {
    const step = { type: this.memberType, act: 'endMembership', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const { validFrom, validTo: last, personCode } = before;
      const reach = caller.reachIn(at.commune);
      const attended = await this.queries.attendedLast(reach, at.id);
      const longer = last !== null && (validTo === null || validTo > last);
      const units = longer ? await this.queries.unitsOf(reach, before) : [];
      refuse(
        points(
          takesNoEndBack(last, validTo),
          backwards(validFrom, validTo),
          units.flatMap((unit) => beyondUnit(unit, validTo)),
          attended !== null &&
            validTo !== null &&
            attended > validTo &&
            point('/validTo', 'TOO_EARLY', {
              en: `"${personCode}" is in the attendance of ${attended}.`,
              vi: `"${personCode}" dự họp ngày ${vietnameseDate(attended)}: ngày cuối không trước ngày ấy.`,
            }),
        ),
      );
      await this.refuseSecondChair(reach, { ...before, validTo });
      await this.refuseSecondSeat(reach, { ...before, validTo });
      return { validTo, ownLastDay: null };
    });
  }

  /**
   * Takes out a membership that began by mistake. Refusals: NOT_FOUND; FORBIDDEN; STALE; STILL_REFERRED_TO with a
   * meeting that rests on it.
   */
  removeMembership(caller: Caller, at: AtVersion<MemberAt>, { reason }: RemoveMembership): Promise<CouncilMember> {
    const step = { type: this.memberType, act: 'removeMembership', at, reason } as const;
    return this.removals.act(caller, step, async ({ communeId, id: memberId }) => {
      const meeting = await this.queries.meetingOf(caller.reachIn(at.commune), memberId);
      if (meeting !== undefined) throw stillReferredTo({ type: 'meeting', id: meeting });
      await this.database.manager.delete(Recusal, { communeId, memberId });
    });
  }

  /** Holds the body: of two who chair it at one time one is appointed. Refusal: RULE at `/office`. */
  private async refuseSecondChair(
    reach: Reach,
    place: Pick<CouncilMember, 'councilId' | 'office' | 'validFrom' | 'validTo' | 'id'>,
  ): Promise<void> {
    if (place.office !== 'CHAIR') return;
    await hold(this.database, Unit, { communeId: reach.communeId, ids: [place.councilId] });
    const chair = await this.queries.chairOf(reach, place);
    refuse(
      points(
        chair !== undefined &&
          point('/office', 'CHAIR_TAKEN', {
            en: `"${chair}" chairs it on some of these days.`,
            vi: `Trong thời gian đó "${chair}" là chủ tịch hội đồng; hãy ghi ngày thôi giữ chức của người ấy trước.`,
          }),
      ),
    );
  }

  /** Refusal: TERM_OVERLAPS, with the days of the seat that the person or the actor has already. */
  private async refuseSecondSeat(reach: Reach, member: CouncilMember): Promise<void> {
    const other = await this.queries.seatOverlapping(reach, member);
    if (other) throw overlapping(other);
  }
}
