import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor, Reach } from '../access/actor.js';
import { found, only } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { DocumentsService, type RecordDocument } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { Indicator } from './indicator.entity.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { Plan } from './plan.entity.js';
import type { ListPlans } from './plan.inputs.js';
import { PlansQueries } from './plans.queries.js';

/** A plan as it is to be drafted, with its document. */
export type DraftPlan = Pick<Plan, 'key' | 'kind' | 'year' | 'title'> & Partial<Pick<Plan, 'alsoCalled' | 'purposes' | 'duties' | 'sections' | 'deadline'>> & { document: RecordDocument };

const everyIndicator = { like: null, after: null, limit: 10_000 };

@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly queries: PlansQueries,
    private readonly indicators: IndicatorsQueries,
    private readonly documents: DocumentsService,
    private readonly journal: JournalService,
  ) {}

  /** The plans of a commune, newest year first. */
  async plans(actor: Actor, commune: string, list: ListPlans): Promise<Page<Plan>> {
    return only(await this.plansOf(actor, [actor.in(commune)], list));
  }

  /** The same page of several communes, in the order asked. */
  plansOf(actor: Actor, reaches: readonly Reach[], { year, kind, state, ...page }: ListPlans): Promise<Page<Plan>[]> {
    return this.database.read(actor, async () => {
      const after = keysAfter(page.after, ['number', 'string']) as readonly [number, string] | null;
      const first = firstOf(page);
      const rows = await this.queries.plans(reaches, { year, kinds: kind, states: state, after, limit: first + 1 });
      return reaches.map(({ commune }) => pageOf(rows.filter(({ communeId }) => communeId === commune), first, (plan) => [plan.year, plan.key]));
    });
  }

  async plan(actor: Actor, commune: string, key: string): Promise<Plan> {
    return found(only(await this.plansByKey(actor, [{ communeId: actor.in(commune).commune, key }])));
  }

  /** Plans by key, in the order asked; undefined where there is nothing to see. */
  plansByKey(actor: Actor, asked: readonly { communeId: number; key: string }[]): Promise<(Plan | undefined)[]> {
    return this.database.read(actor, () => this.queries.plansByKey(asked.map(({ communeId, key }) => ({ reach: actor.inCommune(communeId), key }))));
  }

  /** Drafts a plan together with its document. Refusal: CODE_TAKEN. */
  draftPlan(actor: Actor, commune: string, { document, ...input }: DraftPlan): Promise<Plan> {
    const communeId = actor.in(commune).commune;
    return this.database.write(actor, communeId, async () => {
      const { id: documentId, signer, recipients, bases } = await this.documents.recordDocument(actor, commune, document);
      const plan: Plan = {
        alsoCalled: null,
        purposes: [],
        duties: [],
        sections: [],
        deadline: null,
        ...input,
        communeId,
        id: v7(),
        version: 1,
        documentId,
        signer,
        recipients,
        bases,
        parentPlanId: null,
        parentPlan: null,
        state: 'DRAFT',
        audience: 'INSIDE',
      };
      await this.database.manager.insert(Plan, plan);
      this.journal.record({ actor, commune: communeId, kind: 'plan.drafted', view: Plan, record: plan, seen: { before: null, after: plan.audience } });
      return plan;
    });
  }

  /** Issues a plan: with its document and all its indicators it is public from now on. Refusals: STALE; STATE unless it is a draft. */
  issuePlan(actor: Actor, commune: string, key: string, expectedVersion: number): Promise<Plan> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const draft = found(only(await this.queries.plansByKey([{ reach, key }])));
      if (draft.version !== expectedVersion) throw new Refusal('STALE', { current: draft.version });
      if (draft.state !== 'DRAFT') throw new Refusal('STATE', { state: draft.state });
      await this.database.change(Plan, { commune: reach.commune, id: draft.id, version: draft.version }, { state: 'ISSUED', audience: 'PUBLIC' });
      await this.database.manager.update(Indicator, { communeId: reach.commune, planId: draft.id }, { audience: 'PUBLIC', version: () => 'version + 1' });
      await this.documents.publish(actor, reach.commune, draft.documentId, 'PUBLIC');

      const plan = found(only(await this.queries.plansByKey([{ reach, key }])));
      const seen = { before: draft.audience, after: plan.audience };
      this.journal.record({ actor, commune: reach.commune, kind: 'plan.issued', view: Plan, record: plan, seen });
      for (const record of await this.indicators.indicators([{ reach, planId: plan.id }], everyIndicator)) {
        this.journal.record({ actor, commune: reach.commune, kind: 'indicator.issued', view: Indicator, record, seen });
      }
      return plan;
    });
  }
}
