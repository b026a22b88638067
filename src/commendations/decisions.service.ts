import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import type { Decision } from './decision.entity.js';
import type { ListDecisions } from './decision.inputs.js';
import { decisionWorkflow } from './decision.workflow.js';
import { DecisionsQueries } from './decisions.queries.js';

/** Decisions as they are read, and who may do what with one. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DecisionsQueries,
  ) {}

  /** The decisions of a commune, the newest drafted first. */
  decisions(caller: Caller, commune: string, { kind, state, year, ...page }: ListDecisions): Promise<Page<Decision>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const after = keysAfter(page.after, ['uuid']) as readonly [string] | null;
      return pageOf(
        await this.queries.decisions(caller.in(commune), { kinds: kind, states: state, year, after, limit: first + 1 }),
        first,
        ({ id }) => [id],
      );
    });
  }

  decision(caller: Caller, commune: string, id: string): Promise<Decision> {
    return this.database.read(caller, async () =>
      found(firstOrNotFound(await this.decisionsById(caller, [{ communeId: caller.in(commune).commune, id }]))),
    );
  }

  /** Decisions by id, in the order asked; undefined where there is nothing to see. */
  decisionsById(
    caller: Caller,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(Decision | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.decisionsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** What the caller may do with a decision now, and why not. */
  decisionActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const { state } = await this.decision(caller, commune, id);
      return possibleActs(decisionWorkflow, state, (act) => [caller.refusalFor(act, commune, '')]);
    });
  }
}
