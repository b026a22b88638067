import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { found, withReach, type RecordKey } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import type { InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { keysAlone, type Projection } from '../database/projection.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { PlansService } from '../indicators/plans.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Scheme } from './scheme.entity.js';
import type { ListSchemes, RevisionAt, SchemeAt } from './scheme.inputs.js';
import { schemeWorkflow } from './scheme.workflow.js';
import { SchemesQueries } from './schemes.queries.js';

export type SchemePlace = PlanAt & SchemeAt;

const byCode = { types: ['text'], keysOf: ({ code }: Scheme) => [code] } as const;

/** Scoring schemes of plans as they are read. */
@Injectable()
export class SchemesService {
  readonly recordType: RecordType<Scheme, SchemePlace, typeof schemeWorkflow, { ofPlan: Plan }> = {
    entity: Scheme,
    workflow: schemeWorkflow,
    // Holds the plan: its state, and the other revisions.
    lock: (reach, { plan }) => this.plans.recordType.lock(reach, { plan }),
    read: (caller, at) => this.scheme(caller, at),
    readEach: (caller, asked) => this.schemesById(caller, asked),
    facts: async (caller, rows) => {
      const plans = await this.plans.plansById(
        caller,
        rows.map(({ communeId, planId: id }) => ({ communeId, id })),
      );
      return plans.map((plan) => ({ ofPlan: found(plan) }));
    },
    pathOf: ({ ofPlan }) => ofPlan.unitPath,
    states: 'scheme',
    stateOf: ({ state }) => state,
    stoppedBy: ({ ofPlan }, act) => (act === 'adoptScheme' && ofPlan.state !== 'ISSUED' ? ofPlan.state : undefined),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: SchemesQueries,
    private readonly plans: PlansService,
    private readonly records: RecordsService,
  ) {}

  /** The schemes of a plan by code, each in its newest revision that the caller sees. Refusal: NOT_FOUND. */
  schemes(caller: Caller, at: CommuneAt & PlanAt, page: ListSchemes, members?: Projection): Promise<Page<Scheme>> {
    return this.database.read(caller, async () => {
      const { id: planId } = await this.plans.plan(caller, at.commune, at.plan, keysAlone);
      return paged(page, byCode, (slice) =>
        this.queries.schemes(caller.reachIn(at.commune), { planId, ...slice }, members),
      );
    });
  }

  /** A revision of a scheme; without its number the newest that the caller sees. Refusal: NOT_FOUND. */
  scheme(
    caller: Caller,
    { commune, plan, scheme: code, revision }: CommuneAt & SchemePlace & RevisionAt,
    members?: Projection,
  ): Promise<Scheme> {
    return this.database.read(caller, async () =>
      found(await this.queries.scheme(caller.reachIn(commune), { plan, code, revision }, members)),
    );
  }

  /** Revisions by id. */
  schemesById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Scheme>> {
    return this.database.read(caller, () => this.queries.schemesById(withReach(caller, asked), members));
  }

  /** Revisions of schemes of a plan that the caller sees, by code; `of`: their numbers by code. Refusal: NOT_FOUND. */
  revisions(
    caller: Caller,
    at: CommuneAt & PlanAt,
    of: ReadonlyMap<string, number>,
    members?: Projection,
  ): Promise<Scheme[]> {
    return this.database.read(caller, async () => {
      const { id: planId } = await this.plans.plan(caller, at.commune, at.plan, keysAlone);
      return this.queries.revisions(caller.reachIn(at.commune), { planId, of }, members);
    });
  }

  /** The acts on the newest revision: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  schemeActions(caller: Caller, at: CommuneAt & SchemePlace): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, at);
  }
}
