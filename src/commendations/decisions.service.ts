import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, pagedIn } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import type { InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { AmountsService } from '../money/amounts.service.js';
import { UnitsService } from '../units/units.service.js';
import { Decision } from './decision.entity.js';
import type { DecisionAt, ListDecisions } from './decision.inputs.js';
import { decisionWorkflow } from './decision.workflow.js';
import { readCode } from './award-code.rules.js';
import { DecisionVerificationQueries, type DecisionVerification } from './decision-verification.queries.js';
import { DecisionsQueries } from './decisions.queries.js';

/** Decisions as they are read, and the right to act on one. */
@Injectable()
export class DecisionsService {
  readonly recordType: RecordType<Decision, DecisionAt, typeof decisionWorkflow> = {
    entity: Decision,
    workflow: decisionWorkflow,
    lock: async (reach, { id }) => {
      // No unit is dissolved while it is granted something.
      await this.units.hold(reach);
      await this.amounts.lock(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.decision(caller, commune, id),
    readEach: (caller, asked) => this.decisionsById(caller, asked),
    pathOf: () => wholeCommune,
    states: 'decision',
    stateOf: ({ state }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: DecisionsQueries,
    private readonly verifications: DecisionVerificationQueries,
    private readonly units: UnitsService,
    private readonly amounts: AmountsService,
    private readonly records: RecordsService,
  ) {}

  /** The decisions of a commune, the newest drafted first. */
  async decisions(caller: Caller, commune: string, list: ListDecisions, members?: Projection): Promise<Page<Decision>> {
    return firstOrNotFound(await this.decisionsIn(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. */
  decisionsIn(
    caller: Caller,
    reaches: readonly Reach[],
    { kind, state, year, ...page }: ListDecisions,
    members?: Projection,
  ): Promise<Page<Decision>[]> {
    const filter = { kinds: kind, states: state, year };
    return this.database.read(caller, () =>
      pagedIn(reaches, { ...page, order: byId }, (reach, slice) =>
        this.queries.decisions(reach, { ...filter, ...slice }, members),
      ),
    );
  }

  /** One decision. Refusal: NOT_FOUND. */
  async decision(caller: Caller, commune: string, id: string, members?: Projection): Promise<Decision> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.decisionsById(caller, asked, members));
  }

  /** Decisions by id. */
  decisionsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Decision>> {
    return this.database.read(caller, () => this.queries.decisionsById(withReach(caller, asked), members));
  }

  /** Record of the decision whose paper has this code, however it was typed; undefined: none. Refusal: NOT_FOUND. */
  verifyDecision(caller: Caller, typed: string): Promise<DecisionVerification | undefined> {
    return this.database.read(caller, async () => {
      const read = readCode(typed);
      return read && this.verifications.ofCode(caller.reachIn(read.commune).communeId, read.code);
    });
  }

  /** The acts on a decision: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  decisionActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}
