import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { found, withReach, type RecordKey } from '../api/found.js';
import { byId, paged, pagedWhole } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { wrongState } from '../api/workflow.js';
import type { InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { keysAlone, type Projection } from '../database/projection.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { PlansService } from '../indicators/plans.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { candidatesIn } from './candidate.rules.js';
import type { CandidateStanding } from './candidate.view.js';
import { Publication } from './publication.entity.js';
import type { ListCandidateStandings, ListPublications, PublicationAt } from './publication.inputs.js';
import { publicationWorkflow } from './publication.workflow.js';
import { PublicationsQueries } from './publications.queries.js';
import { ScoringService } from './scoring.service.js';
import type { Table } from './table.js';

export type PublicationPlace = PlanAt & PublicationAt;

/** Tables of standings as they are read. */
@Injectable()
export class PublicationsService {
  readonly recordType: RecordType<Publication, PublicationPlace, typeof publicationWorkflow, { ofPlan: Plan }> = {
    entity: Publication,
    workflow: publicationWorkflow,
    // Holds the plan: no report of it is approved meanwhile, and no other table published.
    lock: (reach, { plan }) => this.plans.recordType.lock(reach, { plan }),
    read: (caller, at) => this.whole(caller, at),
    readEach: (caller, asked) => this.publicationsById(caller, asked),
    facts: async (caller, rows) => {
      const keys = rows.map(({ communeId, planId: id }) => ({ communeId, id }));
      return (await this.plans.plansById(caller, keys)).map((plan) => ({ ofPlan: found(plan) }));
    },
    pathOf: ({ ofPlan }) => ofPlan.unitPath,
    states: 'publication',
    stateOf: ({ state }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: PublicationsQueries,
    private readonly scoring: ScoringService,
    private readonly plans: PlansService,
    private readonly records: RecordsService,
  ) {}

  /** Tables of a plan, the newest first; candidates are seen inside the commune. Refusal: NOT_FOUND. */
  publications(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { scheme: schemes, period: periods, state: states, ...page }: ListPublications,
    members?: Projection,
  ): Promise<Page<Publication>> {
    return this.database.read(caller, async () => {
      const { id: planId } = await this.plans.plan(caller, at.commune, at.plan, keysAlone);
      const filter = { planId, schemes, periods, states };
      const reach = caller.reachIn(at.commune);
      return paged(page, byId, async (slice) =>
        (await this.queries.publications(reach, { ...filter, ...slice }, members)).map((row) => seenBy(reach, row)),
      );
    });
  }

  /** One table. Refusal: NOT_FOUND. */
  async publication(caller: Caller, at: CommuneAt & PublicationPlace, members?: Projection): Promise<Publication> {
    return seenBy(caller.reachIn(at.commune), await this.whole(caller, at, members));
  }

  /** One table with all its open ties, for an act. Refusal: NOT_FOUND. */
  private whole(
    caller: Caller,
    { commune, plan, id }: CommuneAt & PublicationPlace,
    members?: Projection,
  ): Promise<Publication> {
    return this.database.read(caller, async () =>
      found(await this.queries.publication(caller.reachIn(commune), { plan, id }, members)),
    );
  }

  /** The acts on a table: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  publicationActions(caller: Caller, at: CommuneAt & PublicationPlace): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, at);
  }

  /**
   * Rows of a candidate in the order of the table, each beside the table published last; a unit sees its own.
   * Refusals: NOT_FOUND; STATE once it is published.
   */
  candidateStandings(
    caller: Caller,
    at: CommuneAt & PublicationPlace,
    { block: blocks, unit: units, ...page }: ListCandidateStandings,
  ): Promise<Page<CandidateStanding>> {
    return this.database.read(caller, async () => {
      const rows = await this.rowsOf(caller, at.commune, await this.publication(caller, at));
      const asked = rows.filter(
        ({ block, unitCode }) => (blocks?.includes(block) ?? true) && (units?.includes(unitCode) ?? true),
      );
      const places = new Map(rows.map((row, place) => [row, place]));
      const order = { types: ['int'], keysOf: (row: CandidateStanding) => [places.get(row) as number] } as const;
      return pagedWhole(page, order, asked);
    });
  }

  /** Tables by id. */
  publicationsById(
    caller: Caller,
    asked: readonly RecordKey[],
    members?: Projection,
  ): Promise<InAskedOrder<Publication>> {
    return this.database.read(caller, async () => {
      const rows = await this.queries.publicationsById(withReach(caller, asked), members);
      return rows.map((row) => row && seenBy(caller.reachById(row.communeId), row));
    });
  }

  /** `rowsOf` each table, in the order asked; null of one that is published. */
  rowsOfEach(caller: Caller, asked: readonly RecordKey[]): Promise<(CandidateStanding[] | null)[]> {
    return this.database.read(caller, async () => {
      const rows: (CandidateStanding[] | null)[] = [];
      for (const table of await this.publicationsById(caller, asked)) {
        const isCandidate = table?.state === 'CANDIDATE';
        rows.push(isCandidate ? await this.rowsOf(caller, caller.reachById(table.communeId).key, table) : null);
      }
      return rows;
    });
  }

  /** Rows of a candidate that the caller sees. Part of a read. Refusal: STATE once it is published. */
  private async rowsOf(caller: Caller, commune: string, publication: Publication): Promise<CandidateStanding[]> {
    const { state, version, schemeId } = publication;
    if (state !== 'CANDIDATE') throw wrongState({ of: 'publication', state, version });
    const reach = caller.reachIn(commune);
    const { published } = await this.queries.inSlot(reach, publication);
    return this.rowsBeside(caller, reach, {
      ...{ schemeId, published },
      table: await this.scoring.stored(reach, publication),
    });
  }

  /** Rows of a candidate that the caller sees, beside the table published last. Part of a read or a write. */
  async rowsBeside(
    caller: Caller,
    reach: Reach,
    { table, schemeId, published }: { table: Table; schemeId: string; published: RecordKey | undefined },
  ): Promise<CandidateStanding[]> {
    const [whole] = published ? await this.publicationsById(caller, [published]) : [];
    const rules = whole?.schemeId === schemeId ? table.scheme : undefined;
    const rows = candidatesIn(table, whole && (await this.scoring.stored(reach, whole, rules)));
    const seen = await this.queries.seen(
      reach,
      rows.map(({ unitCode }) => unitCode),
    );
    return rows.flatMap((row) => {
      const unitId = seen.get(row.unitCode);
      return unitId === undefined ? [] : [{ ...row, communeId: reach.communeId, unitId }];
    });
  }
}

/** A table as a caller sees it: who sees the own rows of a candidate alone is told of no ties, which name others. */
const seenBy = ({ units, draftsAt }: Reach, table: Publication): Publication =>
  units === null && draftsAt === null ? table : { ...table, open: [] };
