import { Injectable } from '@nestjs/common';
import { refusalCodeOf, type Caller } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
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
    caller: Caller,
    commune: string,
    { unit, plan, period, state, ...page }: ListSubmissions,
  ): Promise<Page<Submission>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const rows = await this.queries.submissions(
        caller.in(commune),
        { units: unit, plans: plan, periods: period, states: state, ...this.behind(page, first) },
        caller.on,
      );
      return pageOf(rows, first, ({ id }) => [id]);
    });
  }

  /** The same page of the reports of each unit, in the order asked; their entries are read by `entriesOf`. */
  submissionsOf(
    caller: Caller,
    units: readonly Pick<Unit, 'communeId' | 'id'>[],
    { period, state, ...page }: ListOwnSubmissions,
  ): Promise<Page<Omit<Submission, 'entries'>>[]> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const places = units.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), unitId: id }));
      const rows = await this.queries.submissionsOf(
        places,
        { periods: period, states: state, ...this.behind(page, first) },
        caller.on,
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
  entriesOf(caller: Caller, submissions: readonly Pick<Submission, 'communeId' | 'id'>[]): Promise<Entry[][]> {
    return this.database.read(caller, () => this.queries.entriesOf(submissions));
  }

  submission(caller: Caller, commune: string, id: string): Promise<SubmissionRow> {
    return this.database.read(caller, async () =>
      found(firstOrNotFound(await this.submissionsById(caller, [{ communeId: caller.in(commune).commune, id }]))),
    );
  }

  /** Reports by id, in the order asked; undefined where there is nothing to see. */
  submissionsById(
    caller: Caller,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(SubmissionRow | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.submissionsById(
        asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id })),
        caller.on,
      ),
    );
  }

  /** What the caller may do with a report now, and why not. */
  submissionActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const row = await this.submission(caller, commune, id);
      const verifies = await this.verifiedBy(caller, commune, row);
      const hindrances = await this.hindrances(caller, row);
      return possibleActs(submissionWorkflow, row.state, (act) => [
        refusalCodeOf(() => demandRight(caller, act as SubmissionAct, commune, { ...row, verifies })),
        planStops(act as SubmissionAct, row) ? 'STATE' : undefined,
        hindrances[act as SubmissionAct],
      ]);
    });
  }

  /** What stands against some acts besides right and state. */
  private async hindrances(caller: Caller, row: SubmissionRow): Promise<Partial<Record<SubmissionAct, string>>> {
    const reach = caller.inCommune(row.communeId);
    if (row.state === 'APPROVED')
      return { correctSubmission: (await this.queries.occupant(reach, row, true)) && 'ALREADY_REPORTED' };
    if (row.state !== 'DRAFT' && row.state !== 'RETURNED') return {};
    return {
      submitSubmission:
        brokenReport(row, await this.queries.asking(reach, row.planId), caller.on).length > 0 ? 'RULE' : undefined,
    };
  }

  /** Codes of the indicators whose entries the caller verifies: those that a unit below an appointment as verifier answers for. */
  async verifiedBy(caller: Caller, commune: string, { entries }: Submission): Promise<Set<string>> {
    const paths = await this.queries.responsible(
      caller.in(commune),
      entries.map(({ indicatorId }) => indicatorId),
      caller.on,
    );
    const mine = ({ indicatorId }: { indicatorId: string }) =>
      caller.kind === 'OPERATOR' ||
      caller.rolesAt('verifySubmission', commune, paths.get(indicatorId) ?? '').length > 0;
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
  caller: Caller,
  act: SubmissionAct,
  commune: string,
  { unitCode, unitPath, submittedBy, entries, verifies }: SubmissionRow & { verifies: ReadonlySet<string> },
): void {
  if (act === 'approveSubmission') {
    caller.demandFor(act, commune, unitPath);
    if (caller.id !== null && caller.id === submittedBy) throw new Refusal('FOUR_EYES');
    return;
  }
  if (act === 'verifySubmission' || act === 'returnSubmission') {
    // Prose alone is verified where its unit stands.
    if (entries.length === 0) return caller.demandFor(act, commune, unitPath);
    caller.demand(act, commune);
    if (verifies.size === 0) throw new Refusal('FORBIDDEN', { operation: act });
    return;
  }
  caller.demandSaying(act, commune, { code: unitCode, path: unitPath });
}
