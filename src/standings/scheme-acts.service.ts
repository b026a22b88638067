import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion, CommuneAt } from '../api/place.js';
import { complete } from '../api/stored.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { vietnameseDate } from '../day.js';
import { spanOfYears } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { PlansService } from '../indicators/plans.service.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import type { Point } from '../points.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { Scheme, type SchemeDeadlines } from './scheme.entity.js';
import type { AdoptScheme, AmendScheme, DraftScheme, DropScheme, SchemeDeadlinesGiven } from './scheme.inputs.js';
import { brokenUnits, audienceOfBlocks, unitsIn } from './scheme-members.rules.js';
import type { SchemePoints } from './scheme-formula.rules.js';
import type { SchemeRules } from './scheme-rules.js';
import { schemeRead } from './scheme-shape.rules.js';
import { checkScheme } from './scheme.rules.js';
import { schemeWorkflow } from './scheme.workflow.js';
import { SchemesQueries } from './schemes.queries.js';
import { SchemesService, type SchemePlace } from './schemes.service.js';

/** Schemes as they are drafted, amended, dropped and adopted. */
@Injectable()
export class SchemeActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SchemesQueries,
    private readonly schemes: SchemesService,
    private readonly plans: PlansService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Drafts a scheme, or the next revision of one that is adopted. Refusals: FORBIDDEN; STATE when the plan is closed,
   * or the revision before still a draft; RULE with every broken rule; DOUBTFUL with every place that is likely a slip.
   */
  draftScheme(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { rules: sent, documentId, deadlines, allowedBecause: reason, ...given }: DraftScheme,
  ): Promise<Scheme> {
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      const plan = await this.records.load(caller, { type: this.plans.recordType, act: 'draftScheme', at });
      const addition = { commune: at.commune, entity: Scheme, kind: 'scheme.drafted', reason } as const;
      return this.records.add(caller, addition, async (reach) => {
        const before = await this.queries.scheme(reach, { plan: plan.key, code: given.code });
        if (before?.state === 'DRAFT') throw wrongState({ of: 'scheme', ...before });
        const scheme = complete(Scheme, {
          ...given,
          ...(await this.checked(reach, plan, { sent, reason })),
          documentId: await this.documents.idNamed(reach, documentId, printed),
          deadlines: deadlinesOf(deadlines),
          communeId: reach.communeId,
          id: v7(),
          version: 1,
          planId: plan.id,
          plan: plan.key,
          revision: (before?.revision ?? 0) + 1,
          state: 'DRAFT',
          audience: 'INSIDE',
        });
        await this.database.manager.insert(Scheme, scheme);
        return scheme;
      });
    });
  }

  /** Amends a drafted scheme. Refusals: FORBIDDEN; STALE; STATE; RULE and DOUBTFUL as for `draftScheme`. */
  amendScheme(
    caller: Caller,
    at: AtVersion<SchemePlace>,
    { rules: sent, documentId, deadlines, allowedBecause: reason, ...given }: AmendScheme,
  ): Promise<Scheme> {
    return this.records.act(
      caller,
      { type: this.schemes.recordType, act: 'amendScheme', at, reason },
      async ({ ofPlan: plan }) => {
        const reach = caller.reachIn(at.commune);
        return {
          ...given,
          ...(sent !== undefined && (await this.checked(reach, plan, { sent, reason }))),
          ...(deadlines !== undefined && { deadlines: deadlinesOf(deadlines) }),
          ...(documentId !== undefined && {
            documentId: await this.documents.idNamed(reach, documentId ?? undefined, printed),
          }),
        };
      },
    );
  }

  /** Drops a drafted scheme. Refusals: FORBIDDEN; STALE; STATE. */
  dropScheme(caller: Caller, at: AtVersion<SchemePlace>, { reason }: DropScheme): Promise<Scheme> {
    const step = { type: this.schemes.recordType, act: 'dropScheme', at, reason } as const;
    return this.removals.act(caller, step, () => undefined);
  }

  /**
   * Puts a scheme in force from a day on. Refusals: FORBIDDEN; STALE; STATE, also unless the plan is issued; RULE for a
   * day before that of the revision before, or rules that the plan's indicators no longer fit.
   */
  adoptScheme(caller: Caller, at: AtVersion<SchemePlace>, { validFrom, reason }: AdoptScheme): Promise<Scheme> {
    const step = { type: this.schemes.recordType, act: 'adoptScheme', at, reason } as const;
    return this.records.act(caller, step, async ({ rules, revision, ofPlan: plan }) => {
      const reach = caller.reachIn(at.commune);
      refuse((await this.judged(reach, plan, rules)).refused);
      const before =
        revision === 1
          ? undefined
          : await this.queries.scheme(reach, { plan: at.plan, code: at.scheme, revision: revision - 1 });
      const from = validFrom ?? before?.validFrom ?? spanOfYears(plan).from;
      if (before && from < (before.validFrom ?? ''))
        throw wrong('/validFrom', 'TOO_EARLY', {
          en: `Revision ${before.revision} is in force from ${before.validFrom}.`,
          vi: `Bản sửa đổi ${before.revision} có hiệu lực từ ngày ${vietnameseDate(before.validFrom ?? '')}.`,
        });
      return {
        state: schemeWorkflow.adoptScheme.to,
        validFrom: from,
        adoptedOn: caller.on,
        audience: audienceOfBlocks(rules.blocks),
      };
    });
  }

  /** Rules as they are stored, with the doubtful places that a person lets stand. */
  private async checked(
    reach: Reach,
    plan: Plan,
    { sent, reason }: { sent: unknown; reason: string | undefined },
  ): Promise<Pick<Scheme, 'rules' | 'allowed'>> {
    const read = schemeRead(sent);
    if ('broken' in read) throw new Refusal('RULE', {}, read.broken);
    const { rules } = read;
    const { refused, allowable } = await this.judged(reach, plan, rules);
    refuse(refused);
    if (allowable.length > 0 && reason === undefined) throw new Refusal('DOUBTFUL', {}, allowable);
    return { rules, allowed: allowable.map(({ pointer, code }) => ({ pointer, code })) };
  }

  /** Points against rules, beside the indicators of the plan and the units of the commune. */
  private async judged(reach: Reach, plan: Plan, rules: SchemeRules): Promise<SchemePoints> {
    const { refused, allowable } = checkScheme(rules, await this.queries.measures(reach, plan.id));
    const units = brokenUnits(rules, await this.queries.units(reach, unitsIn(rules)));
    return { refused: inRules([...refused, ...units]), allowable: inRules(allowable) };
  }
}

const deadlinesOf = (given: SchemeDeadlinesGiven | null = null): SchemeDeadlines | null =>
  given && { self: given.self ?? null, verified: given.verified ?? null, final: given.final ?? null };

const printed = { quality: 'SCHEME', pointer: '/documentId' } as const;

const inRules = (points: readonly Point[]): Point[] =>
  points.map((point) => ({ ...point, pointer: `/rules${point.pointer}` }));
