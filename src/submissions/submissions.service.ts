import { Injectable } from '@nestjs/common';
import { refusalOf, type Actor } from '../access/actor.js';
import { found, only } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { possibleActs } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { Refusal } from '../refusals.js';
import type { Unit } from '../units/unit.entity.js';
import type { Entry } from './entry.entity.js';
import type { Submission } from './submission.entity.js';
import type { ListOwnSubmissions, ListSubmissions } from './submission.inputs.js';
import { brokenReport } from './submission.rules.js';
import { planStops, submissionWorkflow, type SubmissionAct } from './submission.workflow.js';
import { SubmissionsQueries, type SubmissionRow } from './submissions.queries.js';

/** Reports as they are read, and who may do what with one. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SubmissionsQueries,
  ) {}

  /** The reports of a commune, the newest drafted first. */
  submissions(
    actor: Actor,
    commune: string,
    { unit, plan, period, state, ...page }: ListSubmissions,
  ): Promise<Page<Submission>> {
    return this.database.read(actor, async () => {
      const first = firstOf(page);
      const rows = await this.queries.submissions(
        actor.in(commune),
        { units: unit, plans: plan, periods: period, states: state, ...this.behind(page, first) },
        actor.on,
      );
      return pageOf(rows, first, ({ id }) => [id]);
    });
  }

  /** The same page of the reports of each unit, in the order asked; their entries are read by `entriesOf`. */
  submissionsOf(
    actor: Actor,
    units: readonly Pick<Unit, 'communeId' | 'id'>[],
    { period, state, ...page }: ListOwnSubmissions,
  ): Promise<Page<Omit<Submission, 'entries'>>[]> {
    return this.database.read(actor, async () => {
      const first = firstOf(page);
      const places = units.map(({ communeId, id }) => ({ reach: actor.inCommune(communeId), unitId: id }));
      const rows = await this.queries.submissionsOf(
        places,
        { periods: period, states: state, ...this.behind(page, first) },
        actor.on,
      );
      return units.map((unit) =>
        pageOf(
          rows.filter(({ communeId, unitId }) => communeId === unit.communeId && unitId === unit.id),
          first,
          ({ id }) => [id],
        ),
      );
    });
  }

  /** The entries of reports the caller was given, in the order asked. */
  entriesOf(actor: Actor, submissions: readonly Pick<Submission, 'communeId' | 'id'>[]): Promise<Entry[][]> {
    return this.database.read(actor, () => this.queries.entriesOf(submissions));
  }

  submission(actor: Actor, commune: string, id: string): Promise<SubmissionRow> {
    return this.database.read(actor, async () =>
      found(only(await this.submissionsById(actor, [{ communeId: actor.in(commune).commune, id }]))),
    );
  }

  /** Reports by id, in the order asked; undefined where there is nothing to see. */
  submissionsById(
    actor: Actor,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(SubmissionRow | undefined)[]> {
    return this.database.read(actor, () =>
      this.queries.submissionsById(
        asked.map(({ communeId, id }) => ({ reach: actor.inCommune(communeId), id })),
        actor.on,
      ),
    );
  }

  /** What the caller may do with a report now, and why not. */
  submissionActions(actor: Actor, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(actor, async () => {
      const row = await this.submission(actor, commune, id);
      const verifies = await this.verifiedBy(actor, commune, row);
      const hindrances = await this.hindrances(actor, row);
      return possibleActs(submissionWorkflow, row.state, (act) => [
        refusalOf(() => demandRight(actor, act as SubmissionAct, commune, { ...row, verifies })),
        planStops(act as SubmissionAct, row) ? 'STATE' : undefined,
        hindrances[act as SubmissionAct],
      ]);
    });
  }

  /** What stands against some acts besides right and state. */
  private async hindrances(actor: Actor, row: SubmissionRow): Promise<Partial<Record<SubmissionAct, string>>> {
    const reach = actor.inCommune(row.communeId);
    if (row.state === 'APPROVED')
      return { correctSubmission: (await this.queries.holding(reach, row, true)) && 'ALREADY_REPORTED' };
    if (row.state !== 'DRAFT' && row.state !== 'RETURNED') return {};
    return {
      submitSubmission:
        brokenReport(row, await this.queries.asking(reach, row.planId), actor.on).length > 0 ? 'RULE' : undefined,
    };
  }

  /** Codes of the indicators whose entries the caller verifies: those that a unit below an appointment as verifier answers for. */
  async verifiedBy(actor: Actor, commune: string, { entries }: Submission): Promise<Set<string>> {
    const paths = await this.queries.responsible(
      actor.in(commune),
      entries.map(({ indicatorId }) => indicatorId),
      actor.on,
    );
    const mine = ({ indicatorId }: { indicatorId: string }) =>
      actor.kind === 'OPERATOR' || actor.rolesAt('verifySubmission', commune, paths.get(indicatorId) ?? '').length > 0;
    return new Set(entries.filter(mine).map(({ indicatorCode }) => indicatorCode));
  }

  private behind(page: ListOwnSubmissions, first: number) {
    return { after: keysAfter(page.after, ['uuid']) as readonly [string] | null, limit: first + 1 };
  }
}

/**
 * Refuses an act on a report without the right to it: a unit speaks for itself or through the clerk; a verifier for the
 * indicators of some entry; the chairperson for all, but not for what they submitted.
 * Refusals: FORBIDDEN, SCOPE_MISSING, ON_BEHALF_MISSING, FOUR_EYES.
 */
export function demandRight(
  actor: Actor,
  act: SubmissionAct,
  commune: string,
  { unitCode, unitPath, submittedBy, entries, verifies }: SubmissionRow & { verifies: ReadonlySet<string> },
): void {
  if (act === 'approveSubmission') {
    actor.demandFor(act, commune, unitPath);
    if (actor.id !== null && actor.id === submittedBy) throw new Refusal('FOUR_EYES');
    return;
  }
  if (act === 'verifySubmission' || act === 'returnSubmission') {
    // Prose alone is verified where its unit stands.
    if (entries.length === 0) return actor.demandFor(act, commune, unitPath);
    actor.demand(act, commune);
    if (verifies.size === 0) throw new Refusal('FORBIDDEN', { operation: act });
    return;
  }
  actor.demandSaying(act, commune, { code: unitCode, path: unitPath });
}
