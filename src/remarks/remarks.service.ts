import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
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
import { Remark } from './remark.entity.js';
import type { ListOwnRemarks, ListRemarks, RemarkAt } from './remark.inputs.js';
import { remarkWorkflow } from './remark.workflow.js';
import { RemarksQueries } from './remarks.queries.js';

const newestFirst = { types: ['uuid'], keysOf: ({ id }: Remark) => [id] } as const;

/** Remarks of superiors as they are read. */
@Injectable()
export class RemarksService {
  readonly recordType: RecordType<Remark, RemarkAt, typeof remarkWorkflow> = {
    entity: Remark,
    workflow: remarkWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.remark(caller, commune, id),
    readEach: (caller, asked) => this.remarksById(caller, asked),
    demandRight: (caller, { act, commune }, { superiorKey }) => {
      caller.demandFor(act, commune, wholeCommune);
      if (act !== 'answerRemark' && !caller.superiorKeys(act).includes(superiorKey)) throw forbidden(act);
    },
    notBefore: ({ addedOn: day }) => ({ day, of: 'REMARK' }),
    states: 'remark',
    stateOf: ({ state }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: RemarksQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /** The remarks on results of a commune, the newest first. */
  remarks(
    caller: Caller,
    commune: string,
    { state, plan, indicator, unit, period, ...page }: ListRemarks,
    members?: Projection,
  ): Promise<Page<Remark>> {
    const filter = { states: state, plans: plan, indicators: indicator, units: unit, periods: period };
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await pagedIn([caller.reachIn(commune)], { ...page, order: newestFirst }, (reach, slice) =>
          this.queries.remarks(reach, { ...filter, ...slice }, members),
        ),
      ),
    );
  }

  /** The same page of the remarks on each result, in the order asked. */
  remarksOf(
    caller: Caller,
    results: readonly RecordKey[],
    { state, ...page }: ListOwnRemarks,
    members?: Projection,
  ): Promise<Page<Remark>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, newestFirst, async (slice) => {
        const asked = withReach(caller, results);
        const rows = await this.queries.remarksOf(asked, { states: state, ...slice }, members);
        return ofEach(asked, rows, ({ resultId }) => resultId);
      }),
    );
  }

  /** One remark. Refusal: NOT_FOUND. */
  async remark(caller: Caller, commune: string, id: string, members?: Projection): Promise<Remark> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.remarksById(caller, asked, members));
  }

  /** Remarks by id. */
  remarksById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Remark>> {
    return this.database.read(caller, () => this.queries.remarksById(withReach(caller, asked), members));
  }

  /** The acts on a remark: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  remarkActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}
