import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { expected, found } from '../api/found.js';
import type { AtVersion, CommuneAt } from '../api/place.js';
import { complete } from '../api/stored.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { PlansService } from '../indicators/plans.service.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { ofOtherYears } from '../progress/reporting.rules.js';
import { refuse, Refusal } from '../refusals.js';
import { publishedRows } from './candidate.rules.js';
import type { CandidateStanding } from './candidate.view.js';
import { decisionsIn, tableOf } from './decided-table.rules.js';
import { Publication } from './publication.entity.js';
import type { DecideTie, DropCandidate, PublishStandings, ScoreStandings } from './publication.inputs.js';
import { brokenPublication, brokenTie } from './publication.rules.js';
import { publicationWorkflow } from './publication.workflow.js';
import { PublicationsQueries } from './publications.queries.js';
import { PublicationsService, type PublicationPlace } from './publications.service.js';
import type { Scheme } from './scheme.entity.js';
import { audienceOfBlocks } from './scheme-members.rules.js';
import { SchemesQueries } from './schemes.queries.js';
import { lastDayOf, ScoringService } from './scoring.service.js';
import { brokenFigures } from './table-figures.rules.js';
import { Standing } from './standing.entity.js';
import type { Table } from './table.js';

/** Tables of standings as they are scored, decided, published and dropped. */
@Injectable()
export class PublicationActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PublicationsQueries,
    private readonly publications: PublicationsService,
    private readonly scoring: ScoringService,
    private readonly schemes: SchemesQueries,
    private readonly plans: PlansService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Scores a scheme for a period: a candidate, in place of the one before. Refusals: FORBIDDEN; NOT_FOUND without a
   * scheme in force; STATE while the plan is a draft, and for a drafted scheme but with `?validate=only`; RULE for a
   * period of other years, or figures that the scheme does not ask for.
   */
  async scoreStandings(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { scheme: code, period, stage = 'FINAL', revision, figures: recorded, reason }: ScoreStandings,
  ): Promise<Publication> {
    const addition = { commune: at.commune, entity: Publication, kind: 'standings.scored', reason } as const;
    const { communeId } = caller.reachIn(at.commune);
    let rows: CandidateStanding[] | null | undefined;
    const answer = await this.database.write(caller, communeId, async () => {
      const plan = await this.records.load(caller, { type: this.plans.recordType, act: 'scoreStandings', at });
      return this.records.add(caller, addition, async (reach) => {
        refuse(ofOtherYears(period, plan));
        const scheme = await this.schemeToScore(reach, plan, { code, revision, period });
        const slot = { planId: plan.id, scheme: code, period };
        const { candidate, published } = await this.queries.inSlot(reach, slot);
        const before = candidate ?? published;
        const figures =
          recorded?.map((each) => ({ of: null, outOf: null, target: null, ...each })) ?? before?.figures ?? [];
        refuse(brokenFigures(scheme.rules, figures));
        const decisions = before?.ties.length
          ? decisionsIn(await this.publications.publication(caller, { ...at, id: before.id }))
          : [];
        if (candidate)
          await this.removals.takeOut(caller, { entity: Publication, before: candidate, kind: 'standings.dropped' });
        const scored = { scheme, period, stage, asOf: caller.on, figures, decisions };
        const table = await this.scoring.table(caller, { ...at, plan }, scored);
        const made = complete(Publication, {
          ...slot,
          ...columnsOf(table),
          open: [...table.open],
          ...{ communeId: reach.communeId, id: v7(), version: 1, plan: plan.key },
          ...{ schemeId: scheme.id, revision: scheme.revision, stage, figures },
          ...{ state: 'CANDIDATE', membersOn: lastDayOf(period, plan), asOf: caller.on },
          audience: 'INSIDE',
        });
        const { plan: _, open: __, ...row } = made;
        await this.database.manager.insert(Publication, row);
        rows = await this.publications.rowsBeside(caller, reach, { table, schemeId: scheme.id, published });
        return made;
      });
    });
    // Rows are no part of the record, nor of the answer that is kept under an Idempotency-Key: they are many.
    rows ??= (await this.publications.rowsOfEach(caller, [{ communeId, id: answer.id }]))[0];
    return rows ? { ...answer, rows } : answer;
  }

  /** Decides a tie on a quota's edge, with a reason. Refusals: FORBIDDEN; STALE; STATE; RULE. */
  decideTie(caller: Caller, at: AtVersion<PublicationPlace>, { reason, ...tie }: DecideTie): Promise<Publication> {
    const step = { type: this.publications.recordType, act: 'decideTie', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      refuse(brokenTie(before, tie));
      const { scheme, inputs } = await this.scoring.stored(caller.reachIn(at.commune), before);
      const others = inputs.ties.filter(({ block, class: of }) => block !== tie.block || of !== tie.class);
      const decided = { ...tie, units: [...new Set(tie.units)] };
      return columnsOf(tableOf(scheme, { ...inputs, ties: [...others, decided] }));
    });
  }

  /** Drops a candidate: what is published stays in force. Refusals: FORBIDDEN; STALE; STATE. */
  dropCandidate(caller: Caller, at: AtVersion<PublicationPlace>, { reason }: DropCandidate): Promise<Publication> {
    const step = { type: this.publications.recordType, act: 'dropCandidate', at, reason } as const;
    return this.removals.act(caller, step, () => undefined);
  }

  /**
   * Publishes a candidate as it was scored, with the next number. Refusals: FORBIDDEN; STALE; STATE; INPUTS_CHANGED
   * when it would be scored otherwise now; RULE for a tie that is open, or a reason that is missing.
   */
  publishStandings(
    caller: Caller,
    at: AtVersion<PublicationPlace>,
    { reason }: PublishStandings,
  ): Promise<Publication> {
    const step = { type: this.publications.recordType, act: 'publishStandings', at, reason } as const;
    return this.records.act(caller, step, async ({ ofPlan: plan, ...before }) => {
      const reach = caller.reachIn(at.commune);
      const { published } = await this.queries.inSlot(reach, before);
      const replaces = published?.number ?? null;
      refuse(brokenPublication(before, { reason, replaces, on: caller.on }));
      const { scheme: code, period, stage, figures } = before;
      const scheme = await this.schemeToScore(reach, plan, { code, period });
      const now = { scheme, period, stage, asOf: caller.on, figures, decisions: decisionsIn(before) };
      const table = await this.scoring.table(caller, { ...at, plan }, now);
      if (table.inputHash !== before.inputHash) throw new Refusal('INPUTS_CHANGED');
      const audience = audienceOfBlocks(scheme.rules.blocks);
      const numbered = { number: (replaces ?? 0) + 1, replaces, publishedOn: caller.on };
      await this.addStandings(caller, { reach, publication: { ...before, ...numbered }, table, reason });
      return { ...numbered, state: publicationWorkflow.publishStandings.to, audience };
    });
  }

  private async addStandings(
    caller: Caller,
    {
      reach,
      publication,
      table,
      reason,
    }: {
      reach: Reach;
      publication: Publication & { number: number; publishedOn: string };
      table: Table;
      reason: string | undefined;
    },
  ): Promise<void> {
    const rows = publishedRows(table);
    const units = await this.schemes.units(
      reach,
      rows.map(({ unitCode }) => unitCode),
    );
    const { communeId, id: publicationId, planId, plan, scheme, revision, period } = publication;
    const { number, replaces, publishedOn } = publication;
    const standings = rows.map((row) => ({
      ...row,
      ...{ communeId, id: v7(), version: 1, publicationId, planId, plan, scheme, revision, period },
      ...{
        number,
        replaces,
        publishedOn,
        unitId: expected(units.get(row.unitCode), `The unit ${row.unitCode} of a table is gone.`).id,
      },
    }));
    const columns = standings.map(({ plan: _, unitCode: __, ...columns }) => columns);
    await this.database.manager.insert(Standing, columns);
    this.records.journalAll(
      caller,
      { entity: Standing, kind: 'standing.published', seenBefore: null, reason },
      standings,
    );
  }

  /** The scheme in force in a period, or the revision that is named. Refusals: NOT_FOUND; STATE for a draft. */
  private async schemeToScore(
    reach: Reach,
    plan: Plan,
    { code, revision, period }: { code: string; revision?: number; period: string },
  ): Promise<Scheme> {
    const scheme = found(
      revision === undefined
        ? await this.schemes.inForce(reach, { planId: plan.id, code, on: lastDayOf(period, plan) })
        : await this.schemes.scheme(reach, { plan: plan.key, code, revision }),
    );
    if (scheme.state === 'DRAFT' && !this.database.isRehearsal) throw wrongState({ of: 'scheme', ...scheme });
    return scheme;
  }
}

const columnsOf = ({ inputHash, inputs, standings, open, isFinal: final }: Table) => ({
  ...{ inputHash, final, ties: [...inputs.ties] },
  content: { inputs, standings, open },
});
