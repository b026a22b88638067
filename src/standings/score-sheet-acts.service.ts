import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { complete } from '../api/stored.js';
import { Database } from '../database/database.js';
import { keysAlone } from '../database/projection.js';
import { during, spanOf } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import type { CommuneRecord, RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { Refusal, refuse } from '../refusals.js';
import type { UnitThen } from '../units/units.queries.js';
import { UnitsService } from '../units/units.service.js';
import { SchemesService, type SchemePlace } from './schemes.service.js';
import { ScoreSheetStepsService } from './score-sheet-steps.service.js';
import { ScoreSheet } from './score-sheet.entity.js';
import type {
  ConcludeScore,
  DropScores,
  ReturnScores,
  ScoresAt,
  ScoreSheetAt,
  SelfScore,
  VerifyScore,
} from './score-sheet.inputs.js';
import { brokenPlace, brokenSubmission, dueDay } from './score-sheet.rules.js';
import { scoreSheetWorkflow } from './score-sheet.workflow.js';
import { ScoreSheetsQueries, type ScoreSheetRow } from './score-sheets.queries.js';
import { ScoreSheetsService, spanOfSheet } from './score-sheets.service.js';
import { brokenAllowances, brokenExceptions } from './score-values.rules.js';

type SelfScoreAt = SchemePlace & ScoresAt;

/** Place of a score sheet; its version is 0, and its state DRAFT, while there is none. */
interface PlaceOfSheet extends CommuneRecord {
  ofPlan: Plan;
  unit: UnitThen;
  sheet: ScoreSheetRow | undefined;
}

const nothingJudged = { verified: null, final: null, allowances: [], exceptions: [] };

/** Score sheets as units score themselves, and as they are verified and concluded. */
@Injectable()
export class ScoreSheetActsService {
  private readonly placeType: RecordType<PlaceOfSheet, SelfScoreAt, Pick<typeof scoreSheetWorkflow, 'selfScore'>> = {
    entity: ScoreSheet,
    workflow: scoreSheetWorkflow,
    // Plan and sheet are held as they are read.
    lock: () => Promise.resolve(),
    read: async (caller, at) => {
      const { commune } = at;
      const reach = caller.reachIn(commune);
      const ofPlan = await this.plans.planToReport(caller, commune, at.plan);
      await this.schemes.scheme(caller, at, keysAlone);
      const on = during(at.period, daysOfSeasons(ofPlan.settings));
      const unit = await this.units.unitNamed(caller, { commune, unit: at.unit, on }, '/unit');
      const id = await this.queries.held(reach, { ...at, planId: ofPlan.id, unitId: unit.id });
      const { communeId } = reach;
      const [sheet] = id === undefined ? [] : await this.sheets.sheetsById(caller, [{ communeId, id }]);
      return { communeId, id: id ?? '', version: sheet?.version ?? 0, ofPlan, unit, sheet };
    },
    demandRight: (caller, { act, commune }, { unit }) =>
      caller.demandOwnStatement(act, commune, { code: unit.code, path: unit.pathToday }),
    states: 'sheet',
    stateOf: ({ sheet }) => sheet?.state ?? 'DRAFT',
    stoppedBy: ({ ofPlan: { state } }) => (state === 'ISSUED' ? undefined : state),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ScoreSheetsQueries,
    private readonly schemes: SchemesService,
    private readonly steps: ScoreSheetStepsService,
    private readonly sheets: ScoreSheetsService,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Sets the column of the unit (tự chấm), whole; version 0: there is no sheet yet. Refusals: FORBIDDEN;
   * ON_BEHALF_MISSING; STALE; STATE once it is submitted, or unless the plan is issued; RULE with every rule that
   * place and column break.
   */
  selfScore(caller: Caller, at: AtVersion<SelfScoreAt>, input: SelfScore): Promise<ScoreSheet> {
    const { communeId } = caller.reachIn(at.commune);
    return this.database.write(caller, communeId, async () => {
      const place = await this.records.load(caller, { type: this.placeType, act: 'selfScore', at });
      const { ofPlan: plan, unit, sheet: before } = place;
      const reach = caller.reachIn(at.commune);
      const span = spanOf(at.period, daysOfSeasons(plan.settings));
      const [judged] = await this.sheets.judgedBy(reach, [
        { planId: plan.id, scheme: at.scheme, unitCode: at.unit, period: at.period, span },
      ]);
      const broken = brokenPlace({ plan, unit, period: at.period }, judged);
      if (!judged) throw new Refusal('RULE', {}, broken);
      const known = before?.self.occurrences ?? [];
      const { column, broken: inColumn } = await this.steps.column(caller, { judged, known, input });
      refuse([...broken, ...inColumn]);
      const set = { self: column, dueOn: dueDay(judged.deadlines, 'self', span) };
      const kind = 'sheet.scored' as const;
      if (before) {
        await this.steps.prove(reach, { ...before, ...set });
        const read = () => this.sheets.scoreSheet(caller, at.commune, before.id);
        return this.records.change<ScoreSheetRow>(caller, { entity: ScoreSheet, before, kind, read }, set);
      }
      return this.records.add(caller, { commune: at.commune, entity: ScoreSheet, kind }, async () => {
        const sheet = complete(ScoreSheet, {
          ...{ communeId, id: v7(), version: 1, planId: plan.id, plan: plan.key, scheme: at.scheme, period: at.period },
          ...{ unitId: unit.id, unitCode: unit.code, unitKind: unit.kind, state: 'DRAFT', audience: 'INSIDE' },
          ...nothingJudged,
          ...set,
        });
        await this.database.manager.insert(ScoreSheet, sheet);
        await this.steps.prove(reach, sheet);
        return sheet;
      });
    });
  }

  /**
   * A unit submits its scores. Whether it is late is said by its first submission. Refusals: FORBIDDEN;
   * ON_BEHALF_MISSING; STALE; STATE; RULE before the period begins, and for a column that says nothing.
   */
  submitScores(caller: Caller, at: AtVersion<ScoreSheetAt>): Promise<ScoreSheet> {
    return this.steps.act(caller, { act: 'submitScores', at }, (before, judged) => {
      const { deadlines, span } = judged;
      refuse(brokenSubmission(before, judged, caller.on));
      const due = dueDay(deadlines, 'self', span);
      return {
        state: scoreSheetWorkflow.submitScores.to,
        late: before.submittedOn !== null ? before.late : due === null ? null : caller.on > due,
        dueOn: dueDay(deadlines, 'verified', span),
        submittedOn: caller.on,
        submittedBy: caller.id,
        returnedReason: null,
      };
    });
  }

  /**
   * Returns a sheet to be scored again: the later columns are gone. Refusals: FORBIDDEN, also for a verifier once it is
   * concluded; STALE; STATE.
   */
  returnScores(caller: Caller, at: AtVersion<ScoreSheetAt>, { reason }: ReturnScores): Promise<ScoreSheet> {
    return this.steps.act(caller, { act: 'returnScores', at, reason }, (before, { deadlines }) => ({
      ...nothingJudged,
      state: scoreSheetWorkflow.returnScores.to,
      dueOn: dueDay(deadlines, 'self', spanOfSheet(before)),
      returnedReason: reason,
    }));
  }

  /**
   * Verifies the scores (thẩm định): what is not named stays as the unit has it. Refusals: FORBIDDEN; FOUR_EYES; STALE;
   * STATE; RULE with every rule that what is named breaks, and for a difference without a reason.
   */
  verifyScore(caller: Caller, at: AtVersion<ScoreSheetAt>, input: VerifyScore): Promise<ScoreSheet> {
    return this.steps.act(caller, { act: 'verifyScore', at }, async (sheet, judged) => {
      const { self: before } = sheet;
      const { column, broken } = await this.steps.column(caller, { judged, input, before });
      refuse(broken);
      const dueOn = dueDay(judged.deadlines, 'final', spanOfSheet(sheet));
      return { state: scoreSheetWorkflow.verifyScore.to, verified: column, dueOn };
    });
  }

  /**
   * Concludes the scores (kết luận): what is not named stays as it was verified. An allowance lets points exceed the
   * maximum of a line, an exception a class its quota. Refusals: as for `verifyScore`.
   */
  concludeScore(
    caller: Caller,
    at: AtVersion<ScoreSheetAt>,
    { allowances = [], exceptions = [], ...input }: ConcludeScore,
  ): Promise<ScoreSheet> {
    return this.steps.act(caller, { act: 'concludeScore', at }, async ({ verified }, judged) => {
      const before = expected(verified, 'A verified sheet has no verified column.');
      const { column, broken } = await this.steps.column(caller, { judged, input, before, allowances });
      refuse([...broken, ...brokenAllowances(judged, allowances), ...brokenExceptions(judged, exceptions)]);
      return { state: scoreSheetWorkflow.concludeScore.to, final: column, allowances, exceptions, dueOn: null };
    });
  }

  /** Drops a sheet that was never submitted. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE. */
  dropScores(caller: Caller, at: AtVersion<ScoreSheetAt>, { reason }: DropScores): Promise<ScoreSheet> {
    const step = { type: this.sheets.recordType, act: 'dropScores', at, reason } as const;
    return this.removals.act(caller, step, () => undefined);
  }
}
