import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import { rolesInWords } from '../access/role-words.data.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, paged } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { byCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { keysAlone, type Projection } from '../database/projection.js';
import { spanOf } from '../indicators/period.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import type { Hindrances, RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal } from '../refusals.js';
import type { Scheme } from './scheme.entity.js';
import { SchemesQueries } from './schemes.queries.js';
import { ScoreSheet } from './score-sheet.entity.js';
import type { ListScoreSheets, ScoreSheetAt } from './score-sheet.inputs.js';
import { brokenSubmission } from './score-sheet.rules.js';
import { scoreSheetWorkflow, type ScoreSheetAct } from './score-sheet.workflow.js';
import { ScoreSheetsQueries, type ScoreSheetRow } from './score-sheets.queries.js';
import { subjectsOf, type Judging } from './score-values.rules.js';
import type { SheetColumns } from './scoring-inputs.rules.js';

/** Scheme of a sheet in the revision that judges it, with the unit in its blocks. */
export type JudgingScheme = Scheme & Judging;

type SheetToJudge = Pick<ScoreSheet, 'planId' | 'scheme' | 'unitCode' | 'period'> & Pick<Judging, 'span'>;

/** The days of the period of a sheet, by the seasons of its plan. */
export const spanOfSheet = ({ period, planSettings }: Pick<ScoreSheetRow, 'period' | 'planSettings'>) =>
  spanOf(period, daysOfSeasons(planSettings));

/** Score sheets as they are read, and the right to act on one. */
@Injectable()
export class ScoreSheetsService {
  readonly recordType: RecordType<ScoreSheetRow, ScoreSheetAt, typeof scoreSheetWorkflow> = {
    entity: ScoreSheet,
    workflow: scoreSheetWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, id),
    read: (caller, { commune, id }) => this.scoreSheet(caller, commune, id),
    readEach: (caller, asked) => this.sheetsById(caller, asked),
    demandRight,
    states: 'sheet',
    stateOf: ({ state }) => state,
    stoppedBy: ({ planState }) => (planState === 'ISSUED' ? undefined : planState),
    hindrances: (caller, rows) =>
      byCommune(rows, (communeId, each) => this.hindrances(caller.reachById(communeId), each, caller.on)),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ScoreSheetsQueries,
    private readonly schemes: SchemesQueries,
    private readonly plans: PlansService,
    private readonly records: RecordsService,
  ) {}

  /** The score sheets of a plan that the caller sees, the newest first. Refusal: NOT_FOUND. */
  scoreSheets(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { scheme: schemes, period: periods, unit: units, state: states, ...page }: ListScoreSheets,
    members?: Projection,
  ): Promise<Page<ScoreSheetRow>> {
    return this.database.read(caller, async () => {
      const { id: planId } = await this.plans.plan(caller, at.commune, at.plan, keysAlone);
      const filter = { planId, schemes, periods, units, states, on: caller.on };
      return paged(page, byId, (slice) =>
        this.queries.sheets(caller.reachIn(at.commune), { ...filter, ...slice }, members),
      );
    });
  }

  /** One score sheet. Refusal: NOT_FOUND. */
  async scoreSheet(caller: Caller, commune: string, id: string, members?: Projection): Promise<ScoreSheetRow> {
    const { communeId } = caller.reachIn(commune);
    return firstOrNotFound(await this.sheetsById(caller, [{ communeId, id }], members));
  }

  /** Score sheets by id. */
  sheetsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<ScoreSheetRow>> {
    return this.database.read(caller, () => this.queries.sheetsById(withReach(caller, asked), caller.on, members));
  }

  /** The acts on a score sheet: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  scoreSheetActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /** The scheme that judges each sheet: the revision in force on the last day of its period, if there is one. */
  async judgedBy(reach: Reach, sheets: readonly SheetToJudge[]): Promise<(JudgingScheme | undefined)[]> {
    const keyOf = ({ planId, scheme, span }: SheetToJudge) => `${planId} ${scheme} ${span.to}`;
    const places = [...new Map(sheets.map((sheet) => [keyOf(sheet), sheet])).values()];
    const asked = places.map(({ planId, scheme: code, span: { to: on } }) => ({ planId, code, on }));
    const found = await this.schemes.inForceEach(reach, asked);
    const schemes = new Map(places.map((place, index) => [keyOf(place), found[index]]));
    return sheets.map((sheet) => {
      const { unitCode, period, span } = sheet;
      const scheme = schemes.get(keyOf(sheet));
      return scheme && { ...scheme, subjects: subjectsOf(scheme.rules, unitCode, span.to), period, span };
    });
  }

  /** Codes of what stands against some steps of sheets besides right and state. */
  private async hindrances(
    reach: Reach,
    rows: readonly ScoreSheetRow[],
    on: string,
  ): Promise<Hindrances<ScoreSheetAct>[]> {
    const judged = await this.judgedBy(
      reach,
      rows.map((row) => ({ ...row, span: spanOfSheet(row) })),
    );
    return rows.map((row, index) => {
      const scheme = judged[index];
      if (!scheme) return { submitScores: 'RULE', returnScores: 'RULE', verifyScore: 'RULE', concludeScore: 'RULE' };
      return brokenSubmission(row, scheme, on).length > 0 ? { submitScores: 'RULE' } : {};
    });
  }

  /**
   * The columns of all sheets of a scheme and period, by the code of the unit: what `scoringInputsOf` takes. Part of a
   * read or write that shows no texts of them.
   */
  columns(reach: Reach, of: { planId: string; scheme: string; period: string }): Promise<SheetColumns[]> {
    return this.queries.columns(reach, of);
  }
}

/**
 * The right to an act on a sheet. A unit scores itself, or by the clerk; nobody verifies or concludes what they scored
 * or submitted; what is concluded only the chairperson returns. Refusals: FORBIDDEN, SCOPE_MISSING, ON_BEHALF_MISSING,
 * FOUR_EYES.
 */
function demandRight(
  caller: Caller,
  { act, commune }: { act: ScoreSheetAct; commune: string },
  { unitCode, unitPath, state, self, submittedBy }: ScoreSheetRow,
): void {
  if (act === 'selfScore' || act === 'submitScores' || act === 'dropScores')
    return caller.demandOwnStatement(act, commune, { code: unitCode, path: unitPath });
  caller.demandFor(act, commune, unitPath);
  if (act === 'returnScores') {
    const isChair = caller.kind === 'OPERATOR' || caller.rolesAt(act, commune, unitPath).includes('CHAIRPERSON');
    if (state === 'CONCLUDED' && !isChair) throw forbidden(act, { who: rolesInWords(['CHAIRPERSON']) });
    return;
  }
  if (caller.id !== null && [self.by, submittedBy].includes(caller.id)) throw new Refusal('FOUR_EYES');
}
