import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach, pagedIn } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { UnitsService } from '../units/units.service.js';
import { Complaint } from './complaint.entity.js';
import type { ComplaintAt, ListComplaints, ListOwnComplaints } from './complaint.inputs.js';
import { complaintWorkflow } from './complaint.workflow.js';
import { ComplaintsQueries } from './complaints.queries.js';

const newestFirst = { types: ['uuid'], keysOf: ({ id }: Complaint) => [id] } as const;

/** Complaints (khiếu nại) about awards as they are read. */
@Injectable()
export class ComplaintsService {
  readonly recordType: RecordType<Complaint, ComplaintAt, typeof complaintWorkflow> = {
    entity: Complaint,
    workflow: complaintWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.complaint(caller, commune, id),
    readEach: (caller, asked) => this.complaintsById(caller, asked),
    pathOf: () => wholeCommune,
    states: 'complaint',
    stateOf: ({ state }) => state,
    notBefore: ({ acceptedOn: day }) => ({ day, of: 'COMPLAINT' }),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ComplaintsQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /** The complaints about awards of a commune, the newest first. */
  complaints(
    caller: Caller,
    commune: string,
    { state: states, unit: units, award, ...page }: ListComplaints,
    members?: Projection,
  ): Promise<Page<Complaint>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await pagedIn([caller.reachIn(commune)], { ...page, order: newestFirst }, (reach, slice) =>
          this.queries.complaints(reach, { states, units, award, ...slice }, members),
        ),
      ),
    );
  }

  /** The same page of the complaints about each award, in the order asked. */
  complaintsOf(
    caller: Caller,
    awards: readonly RecordKey[],
    { state: states, ...page }: ListOwnComplaints,
    members?: Projection,
  ): Promise<Page<Complaint>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, newestFirst, async (slice) => {
        const asked = withReach(caller, awards);
        const rows = await this.queries.complaintsOf(asked, { states, ...slice }, members);
        return ofEach(asked, rows, ({ awardId }) => awardId);
      }),
    );
  }

  /** One complaint. Refusal: NOT_FOUND. */
  async complaint(caller: Caller, commune: string, id: string, members?: Projection): Promise<Complaint> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.complaintsById(caller, asked, members));
  }

  /** Complaints by id. */
  complaintsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Complaint>> {
    return this.database.read(caller, () => this.queries.complaintsById(withReach(caller, asked), members));
  }

  /** The acts on a complaint: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  complaintActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}
