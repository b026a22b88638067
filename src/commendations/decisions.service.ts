import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { found, only } from '../api/found.js';
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
  decisions(actor: Actor, commune: string, { kind, state, year, ...page }: ListDecisions): Promise<Page<Decision>> {
    return this.database.read(actor, async () => {
      const first = firstOf(page);
      const after = keysAfter(page.after, ['uuid']) as readonly [string] | null;
      return pageOf(
        await this.queries.decisions(actor.in(commune), { kinds: kind, states: state, year, after, limit: first + 1 }),
        first,
        ({ id }) => [id],
      );
    });
  }

  decision(actor: Actor, commune: string, id: string): Promise<Decision> {
    return this.database.read(actor, async () =>
      found(only(await this.decisionsById(actor, [{ communeId: actor.in(commune).commune, id }]))),
    );
  }

  /** Decisions by id, in the order asked; undefined where there is nothing to see. */
  decisionsById(actor: Actor, asked: readonly { communeId: number; id: string }[]): Promise<(Decision | undefined)[]> {
    return this.database.read(actor, () =>
      this.queries.decisionsById(asked.map(({ communeId, id }) => ({ reach: actor.inCommune(communeId), id }))),
    );
  }

  /** What the caller may do with a decision now, and why not. */
  decisionActions(actor: Actor, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(actor, async () => {
      const { state } = await this.decision(actor, commune, id);
      return possibleActs(decisionWorkflow, state, (act) => [actor.refusalFor(act, commune, '')]);
    });
  }
}
