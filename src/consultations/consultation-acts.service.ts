import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { complete } from '../api/stored.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationOutcomesService } from '../nominations/nomination-outcomes.service.js';
import { consultable, mayBeConsulted, road } from '../nominations/nomination.workflow.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { RoundsService } from '../nominations/rounds.service.js';
import { SeveralNominationsService } from '../nominations/several-nominations.service.js';
import { HolidaysService } from '../periods/holidays.service.js';
import { refuse } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Consultation } from './consultation.entity.js';
import type { CancelConsultation, CloseConsultation, ConsultationAt, OpenConsultation } from './consultation.inputs.js';
import { brokenClosing, brokenOpening, lengthOf } from './consultation.rules.js';
import { consultationWorkflow, hanging } from './consultation.workflow.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { ConsultationsService } from './consultations.service.js';
import { Listing } from './listing.entity.js';
import { ObjectionsQueries } from './objections.queries.js';

const [consulted] = road.CONSULTATION.to;

/** Consultations as they are opened, closed and cancelled. */
@Injectable()
export class ConsultationActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ConsultationsQueries,
    private readonly objections: ObjectionsQueries,
    private readonly consultations: ConsultationsService,
    private readonly nominations: NominationOutcomesService,
    private readonly several: SeveralNominationsService,
    private readonly rounds: RoundsService,
    private readonly catalogue: CatalogueService,
    private readonly holidays: HolidaysService,
    private readonly documents: DocumentsService,
    private readonly documentActs: DocumentActsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Hangs the list of the nominations for a form in a round whose road asks for it now. Refusals: NOT_FOUND for no such
   * round; FORBIDDEN; RULE of `brokenChoice` and of `brokenOpening`, for the document and for the unit.
   */
  openConsultation(caller: Caller, commune: string, input: OpenConsultation): Promise<Consultation> {
    const { round: roundId, form, unit, except, firstDay = caller.on, places, document } = input;
    const addition = { commune, entity: Consultation, kind: 'consultation.opened' } as const;
    return this.records.add(caller, addition, async (reach) => {
      caller.demandFor('openConsultation', commune, wholeCommune);
      // Units are held before nominations.
      await this.units.holdShared(reach);
      const asked = { commune, unit: unit ?? '', on: caller.on };
      const above = unit === undefined ? undefined : await this.units.unitNamed(caller, asked, '/unit');
      const rows = await this.several.choose(caller, {
        ...{ commune, round: roundId, form, except, path: above?.pathToday, states: consultable },
        waits: ({ state, steps, consultationId }) => consultationId === null && mayBeConsulted(state, steps),
      });
      const round = await this.rounds.round(caller, commune, roundId);
      const limit = await this.catalogue.timeLimit(caller, { ...round, formCode: form }, 'CONSULTATION');
      const length = lengthOf(limit, input.days);
      const ids = rows.map(({ id }) => id);
      refuse(
        brokenOpening({ places, firstDay, days: length.days }, { limit, metOn: await this.queries.metOn(reach, ids) }),
      );
      const documentId = await this.documents.idNamed(reach, document, { quality: 'NOTICE', pointer: '/document' });
      const consultation = complete(Consultation, {
        ...{ communeId: reach.communeId, id: v7(), version: 1, roundId, formCode: form },
        ...{ formName: expected(rows[0], 'A list without nominees.').formName, period: round.period },
        ...{ nominees: rows.length, places, documentId, firstDay, ...length },
        lastDay: await this.holidays.dayAfter(reach, firstDay, length),
        state: hanging.to,
        audience: 'PUBLIC',
      });
      await this.database.manager.insert(Consultation, consultation);
      await this.list(caller, reach, { consultation, rows });
      if (documentId !== null)
        await this.documentActs.publish(caller, reach.communeId, { id: documentId, audience: 'SUPERIOR' });
      return consultation;
    });
  }

  /**
   * Closes a consultation: its nominations that were not withdrawn go on. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE;
   * RULE of `brokenClosing`.
   */
  closeConsultation(
    caller: Caller,
    at: AtVersion<ConsultationAt>,
    { reason }: CloseConsultation,
  ): Promise<Consultation> {
    const step = { type: this.consultations.recordType, act: 'closeConsultation', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const reach = caller.reachIn(at.commune);
      const listed = await this.queries.nominationsOn(reach, at.id);
      const rows = (await this.nominations.nominationsForUpdate(caller, reach, listed)).filter(({ state, steps }) =>
        mayBeConsulted(state, steps),
      );
      const objections = await this.objections.hindering([{ reach, id: at.id }]);
      const waiting = new Set(rows.map(({ id }) => id));
      refuse(brokenClosing(before, { on: caller.on, objections, waiting }));
      const change = { kind: 'nomination.consulted', set: { state: consulted } } as const;
      await this.nominations.goOnAll(caller, change, rows);
      return { state: consultationWorkflow.closeConsultation.to, endedOn: caller.on };
    });
  }

  /**
   * Cancels a consultation that was opened by mistake: its nominations may be listed again. Refusals: NOT_FOUND;
   * FORBIDDEN; STALE; STATE.
   */
  cancelConsultation(
    caller: Caller,
    at: AtVersion<ConsultationAt>,
    { reason }: CancelConsultation,
  ): Promise<Consultation> {
    const step = { type: this.consultations.recordType, act: 'cancelConsultation', at, reason } as const;
    return this.records.act(caller, step, () => ({
      state: consultationWorkflow.cancelConsultation.to,
      endedOn: caller.on,
    }));
  }

  /** The nominees as the list has them: by the names of the legal date. */
  private async list(
    caller: Caller,
    { communeId }: Reach,
    { consultation, rows }: { consultation: Consultation; rows: readonly NominationRow[] },
  ): Promise<void> {
    const units = await this.units.unitsById(
      caller,
      rows.map(({ unitId: id }) => ({ communeId, id })),
    );
    const listings = rows.map(({ id: nominationId, unitId, unitCode, unitKind, type, period }, place) => ({
      ...{ communeId, id: v7(), version: 1, consultationId: consultation.id, nominationId },
      ...{ unitId, unitCode, unitKind, type, period, audience: 'PUBLIC' as const },
      nomineeName: expected(units[place], `The nominee ${unitCode} is not there.`).name,
    }));
    await this.database.insert(Listing, listings);
    this.records.journalAll(caller, { entity: Listing, kind: 'listing.published', seenBefore: null }, listings);
  }
}
