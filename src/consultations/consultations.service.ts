import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, paged, pagedEach } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { UnitsService } from '../units/units.service.js';
import { Consultation } from './consultation.entity.js';
import type { ConsultationAt, ListConsultations, ListListings, ListOwnConsultations } from './consultation.inputs.js';
import { consultationWorkflow } from './consultation.workflow.js';
import { ConsultationsQueries, type ConsultationParent } from './consultations.queries.js';
import type { Listing } from './listing.entity.js';
import { ObjectionsQueries } from './objections.queries.js';

/** Consultations (công khai, lấy ý kiến) with their lists, as they are read. */
@Injectable()
export class ConsultationsService {
  readonly recordType: RecordType<Consultation, ConsultationAt, typeof consultationWorkflow> = {
    entity: Consultation,
    workflow: consultationWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.consultation(caller, commune, id),
    readEach: (caller, asked) => this.consultationsById(caller, asked),
    // An objection names its own nominee.
    pathOf: (_, act) => (act === 'raiseObjection' ? undefined : wholeCommune),
    states: 'consultation',
    stateOf: ({ state }) => state,
    hindrances: async (caller, rows) => {
      const objections = await this.objections.hindering(withReach(caller, rows));
      return rows.map(({ id, lastDay }) => {
        const open = objections.some((each) => each.consultationId === id && each.state === 'RAISED');
        return { closeConsultation: open || caller.on <= lastDay ? 'RULE' : undefined };
      });
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ConsultationsQueries,
    private readonly objections: ObjectionsQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /** The consultations of a commune, the newest first. */
  consultations(
    caller: Caller,
    commune: string,
    { round: rounds, form: forms, state: states, ...page }: ListConsultations,
    members?: Projection,
  ): Promise<Page<Consultation>> {
    return this.database.read(caller, () =>
      paged(page, byId, (slice) =>
        this.queries.consultations(caller.reachIn(commune), { rounds, forms, states, ...slice }, members),
      ),
    );
  }

  /** The same page of those of each round, or that each nomination was listed in; in the order asked. */
  consultationsOf(
    caller: Caller,
    { of, records }: { of: ConsultationParent; records: readonly RecordKey[] },
    { state: states, ...page }: ListOwnConsultations,
    members?: Projection,
  ): Promise<Page<Consultation>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, byId, async (slice) => {
        const asked = withReach(caller, records);
        const rows = await this.queries.consultationsOf(of, asked, { states, ...slice }, members);
        return ofEach(asked, rows, (row) => row.of);
      }),
    );
  }

  /** One consultation. Refusal: NOT_FOUND. */
  async consultation(caller: Caller, commune: string, id: string, members?: Projection): Promise<Consultation> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.consultationsById(caller, asked, members));
  }

  /** Consultations by id. */
  consultationsById(
    caller: Caller,
    asked: readonly RecordKey[],
    members?: Projection,
  ): Promise<InAskedOrder<Consultation>> {
    return this.database.read(caller, () => this.queries.consultationsById(withReach(caller, asked), members));
  }

  /** The nominees on the list of a consultation, in the order in which they hang. Refusal: NOT_FOUND. */
  listings(
    caller: Caller,
    { commune, id }: ConsultationAt & { commune: string },
    list: ListListings,
    members?: Projection,
  ): Promise<Page<Listing>> {
    return this.database.read(caller, async () => {
      const { communeId } = await this.consultation(caller, commune, id);
      return firstOrNotFound(await this.listingsOf(caller, [{ communeId, id }], list, members));
    });
  }

  /** The same page of the list of each consultation, in the order asked. */
  listingsOf(
    caller: Caller,
    records: readonly RecordKey[],
    list: ListListings,
    members?: Projection,
  ): Promise<Page<Listing>[]> {
    return this.database.read(caller, () =>
      pagedEach(list, byId, async (slice) => {
        const asked = withReach(caller, records);
        const rows = await this.queries.listingsOf(asked, slice, members);
        return ofEach(asked, rows, ({ consultationId }) => consultationId);
      }),
    );
  }

  /** Nominees on lists, by id. */
  listingsById(caller: Caller, asked: readonly RecordKey[]): Promise<InAskedOrder<Listing>> {
    return this.database.read(caller, () => this.queries.listingsById(withReach(caller, asked)));
  }

  /** The acts on a consultation: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  consultationActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}
