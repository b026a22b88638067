import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, pagedEach, pagedIn } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { byCommune, ofEach, type InAskedOrder } from '../database/batch.js';
import { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Hindrances, RecordType } from '../journal/record-type.js';
import { spanOf } from '../indicators/period.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { RecordsService } from '../journal/records.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { Refusal } from '../refusals.js';
import { word } from '../word.js';
import { EntriesQueries } from './entries.queries.js';
import type { Entry } from './entry.entity.js';
import { Submission } from './submission.entity.js';
import type { ListOwnSubmissions, ListSubmissions, SubmissionAt } from './submission.inputs.js';
import { brokenReport } from './submission.rules.js';
import { planStops, submissionWorkflow, type SubmissionAct, type SubmissionState } from './submission.workflow.js';
import { SubmissionsQueries, type SubmissionRow } from './submissions.queries.js';

/** Codes of the indicators whose entries the caller may verify. */
interface Verifying {
  verifiable: ReadonlySet<string>;
}

/** Members that acts on a report are judged by, whatever its entries say. */
const judged = new Projection(
  new Set<keyof SubmissionRow>([
    'state',
    'planId',
    'planState',
    'planSettings',
    'period',
    'unitCode',
    'unitPath',
    'correctsId',
    'submittedBy',
    'findings',
  ]),
);
const indicatorOfEntry = new Projection(new Set<keyof Entry>(['indicatorId', 'indicatorCode']));

/** A report with the days of its plan's seasons. */
export const withSeasons = (row: SubmissionRow) => ({ ...row, seasons: daysOfSeasons(row.planSettings) });

/** Acts that would change the figures of a closed period. */
const frozenActs = {
  submitSubmission: 'PERIOD_CLOSED',
  approveSubmission: 'PERIOD_CLOSED',
  correctSubmission: 'PERIOD_CLOSED',
} as const;

/** Whether a report, in a state in which findings are explained, has none to explain. */
const hasNoWarning = ({ state, findings }: Submission) =>
  (submissionWorkflow.explainFinding.from as readonly SubmissionState[]).includes(state) &&
  findings.every(({ severity }) => severity === 'ERROR');

const isOpen = ({ state }: Submission) => state === 'DRAFT' || state === 'RETURNED';

/** Reports as they are read, and the right to act on one. */
@Injectable()
export class SubmissionsService {
  readonly recordType: RecordType<SubmissionRow, SubmissionAt, typeof submissionWorkflow, Verifying> = {
    entity: Submission,
    workflow: submissionWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, id),
    read: (caller, { commune, id }) => this.submission(caller, commune, id),
    readEach: (caller, asked) => this.readForActs(caller, asked),
    facts: (caller, rows) => byCommune(rows, (communeId, each) => this.verifiableBy(caller, communeId, each)),
    demandRight,
    states: 'submission',
    stateOf: ({ state }) => state,
    notBefore: (row, act) =>
      act === 'verifySubmission' || act === 'approveSubmission'
        ? { day: spanOf(row.period, daysOfSeasons(row.planSettings)).from, of: 'BEGINNING' }
        : null,
    stoppedBy: (row, act) => (planStops(act, row) ? row.planState : undefined),
    hindrances: (caller, rows) => byCommune(rows, (communeId, each) => this.hindrances(caller, communeId, each)),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: SubmissionsQueries,
    private readonly entries: EntriesQueries,
    private readonly periods: PeriodsService,
    private readonly records: RecordsService,
  ) {}

  /** The reports of a commune, the newest drafted first. */
  async submissions(
    caller: Caller,
    commune: string,
    list: ListSubmissions,
    members?: Projection,
  ): Promise<Page<Submission>> {
    return firstOrNotFound(await this.submissionsIn(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. */
  submissionsIn(
    caller: Caller,
    reaches: readonly Reach[],
    { unit, plan, period, state, ...page }: ListSubmissions,
    members?: Projection,
  ): Promise<Page<Submission>[]> {
    const filter = { units: unit, plans: plan, periods: period, states: state, on: caller.on };
    return this.database.read(caller, () =>
      pagedIn(reaches, { ...page, order: byId }, (reach, slice) =>
        this.queries.submissions(reach, { ...filter, ...slice }, members),
      ),
    );
  }

  /** The same page of the reports of each unit, in the order asked. */
  submissionsOf(
    caller: Caller,
    units: readonly RecordKey[],
    { period, state, ...page }: ListOwnSubmissions,
    members?: Projection,
  ): Promise<Page<Submission>[]> {
    const filter = { periods: period, states: state, on: caller.on };
    return this.database.read(caller, () =>
      pagedEach(page, byId, async (slice) => {
        const asked = withReach(caller, units);
        const rows = await this.queries.submissionsOf(asked, { ...filter, ...slice }, members);
        return ofEach(asked, rows, ({ unitId }) => unitId);
      }),
    );
  }

  /** The entries of reports the caller was given, in the order asked. */
  entriesOf(caller: Caller, submissions: readonly RecordKey[], members?: Projection): Promise<Entry[][]> {
    return this.database.read(caller, async () => {
      const asked = withReach(caller, submissions);
      const entries = await this.entries.entriesOf(asked, members);
      return ofEach(asked, entries, ({ submissionId }) => submissionId);
    });
  }

  /** One report. Refusal: NOT_FOUND. */
  async submission(caller: Caller, commune: string, id: string, members?: Projection): Promise<SubmissionRow> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.submissionsById(caller, asked, members));
  }

  /** Reports by id. */
  submissionsById(
    caller: Caller,
    asked: readonly RecordKey[],
    members?: Projection,
  ): Promise<InAskedOrder<SubmissionRow>> {
    return this.database.read(caller, () => this.queries.submissionsById(withReach(caller, asked), caller.on, members));
  }

  /** The acts on a report: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  submissionActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /** Reports as acts on them are judged: open ones whole, of the others' entries only whose they are. */
  private async readForActs(caller: Caller, asked: readonly RecordKey[]): Promise<InAskedOrder<SubmissionRow>> {
    const rows = await this.submissionsById(caller, asked, judged);
    const found = rows.filter((row) => row !== undefined);
    const [open, others] = [found.filter(isOpen), found.filter((row) => !isOpen(row))];
    const whole = await this.submissionsById(caller, open);
    const entries = await this.entriesOf(caller, others, indicatorOfEntry);
    const read = new Map(open.map((row, index) => [row, whole[index]]));
    others.forEach((row, index) => read.set(row, { ...row, entries: entries[index] ?? [] }));
    return rows.map((row) => row && read.get(row));
  }

  /** Codes of what stands against some acts on reports besides right and state. */
  private async hindrances(
    caller: Caller,
    communeId: number,
    rows: readonly SubmissionRow[],
  ): Promise<Hindrances<SubmissionAct>[]> {
    const reach = caller.reachById(communeId);
    const corrected = await this.queries.corrected(
      reach,
      rows.flatMap(({ id, state }) => (state === 'APPROVED' ? [id] : [])),
    );
    const indicatorsOf = await this.queries.reportedIndicatorsOf(
      reach,
      rows.filter(isOpen).map(({ planId }) => planId),
    );
    const frozen = await this.periods.frozen(
      reach,
      rows.map(({ planId, period, planSettings: settings }) => ({ planId, period, settings })),
    );
    return rows.map((row, index) => ({
      ...(corrected.has(row.id) && { correctSubmission: 'ALREADY_REPORTED' }),
      ...(hasNoWarning(row) && { explainFinding: 'RULE' }),
      ...(isOpen(row) &&
        brokenReport(withSeasons(row), indicatorsOf(row.planId), caller.on).length > 0 && { submitSubmission: 'RULE' }),
      ...(frozen[index] != null && frozenActs),
    }));
  }

  /**
   * Codes of the indicators whose entries of each report the caller verifies: those that a unit below an appointment
   * as verifier answers for.
   */
  private async verifiableBy(caller: Caller, communeId: number, rows: readonly SubmissionRow[]): Promise<Verifying[]> {
    const reach = caller.reachById(communeId);
    const indicators = new Set(rows.flatMap(({ entries }) => entries.map(({ indicatorId }) => indicatorId)));
    const paths = await this.queries.responsible(reach, [...indicators], caller.on);
    const mine = ({ indicatorId }: { indicatorId: string }) =>
      caller.kind === 'OPERATOR' ||
      caller.rolesAt('verifySubmission', reach.key, paths.get(indicatorId) ?? wholeCommune).length > 0;
    return rows.map(({ entries }) => ({ verifiable: new Set(entries.filter(mine).map((each) => each.indicatorCode)) }));
  }
}

const verifierInCharge = word(
  'người thẩm định phụ trách chỉ tiêu có trong báo cáo',
  'the verifier in charge of its indicators',
);

/**
 * The right to an act on a report. A unit speaks for itself or through the clerk; a verifier judges a report with an
 * entry of theirs; the chairperson judges every report but their own. Refusals: FORBIDDEN, SCOPE_MISSING,
 * ON_BEHALF_MISSING, FOUR_EYES.
 */
function demandRight(
  caller: Caller,
  { act, commune }: { act: SubmissionAct; commune: string },
  { unitCode, unitPath, submittedBy, entries, verifiable }: SubmissionRow & Verifying,
): void {
  if (act === 'approveSubmission') {
    caller.demandFor(act, commune, unitPath);
    if (caller.id !== null && caller.id === submittedBy) throw new Refusal('FOUR_EYES');
    return;
  }
  if (act === 'verifySubmission' || act === 'returnSubmission') {
    // A report with only prose is verified where its unit stands.
    if (entries.length === 0) return caller.demandFor(act, commune, unitPath);
    // eslint-disable-next-line no-restricted-syntax -- The entries to verify are the path.
    caller.demand(act, commune);
    if (verifiable.size === 0) throw forbidden(act, { who: verifierInCharge });
    return;
  }
  caller.demandOwnStatement(act, commune, { code: unitCode, path: unitPath });
}
