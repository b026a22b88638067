import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import type { AtVersion, CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import { fold } from '../database/text.js';
import { RecordsService } from '../journal/records.service.js';
import type { Point } from '../points.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { beginOf } from './applying.rules.js';
import { readFigures, type FigureRead, type FigureReader } from './asked-back.rules.js';
import type { ClarificationGiven, ReportedByGiven } from './indicator-members.inputs.js';
import type { Clarification, Confirmation, ReportedBy } from './indicator-members.view.js';
import { restOf } from './plan.rules.js';
import { Indicator } from './indicator.entity.js';
import type {
  AddIndicator,
  AmendIndicator,
  ClarifyIndicator,
  IndicatorAt,
  RetireIndicator,
} from './indicator.inputs.js';
import { blank } from './blank-indicator.rules.js';
import { unknownForm } from './award-form.rules.js';
import { broken, hindered } from './indicator.rules.js';
import { columnsOf, factorOf } from './measure.rules.js';
import { brokenNotAbove, type Comparable } from './not-above.rules.js';
import { readAs } from './reading.rules.js';
import { everyRow, IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsService } from './indicators.service.js';
import { refuseWithoutReason } from './plan-acts.service.js';
import type { Plan } from './plan.entity.js';
import type { PlanAt } from './plan.inputs.js';
import { PlansService } from './plans.service.js';

type IndicatorPlace = PlanAt & IndicatorAt;

/** Indicators as they are added to a plan, amended, clarified and retired. */
@Injectable()
export class IndicatorActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: IndicatorsQueries,
    private readonly indicators: IndicatorsService,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Adds an indicator; to an issued plan with a reason. Refusals: FORBIDDEN; STATE when it is closed; CODE_TAKEN;
   * RULE with every rule it breaks; ASKED_BACK.
   */
  addIndicator(
    caller: Caller,
    at: CommuneAt & PlanAt,
    { partOf, responsibleUnitCode, measure, clarification, reportedBy, reason, confirm, ...given }: AddIndicator,
  ): Promise<Indicator> {
    const factor = factorOf(measure);
    const { input, asked, confirmed } = asRead({ ...given, measure: { ...measure, factor } }, given, confirm);
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      const plan = await this.records.load(caller, { type: this.plans.recordType, act: 'addIndicator', at });
      refuseWithoutReason(plan, reason);
      const addition = { commune: at.commune, entity: Indicator, kind: 'indicator.added', reason } as const;
      return this.records.add(caller, addition, async ({ communeId }) => {
        const whole = partOf === undefined ? null : await this.indicators.indicator(caller, { ...at, code: partOf });
        const row = {
          ...blank({ ...input, measure }),
          appliesFrom: beginOf(plan, caller.on),
          ...input,
          ...beyondOf(input),
          reportedBy: completely(reportedBy),
          clarification: clarification ? withBlanks(clarification) : null,
        };
        const after = { ...row, measure: { ...measure, factor } };
        const named = await this.brokenNames(caller, plan, after);
        this.records.refuseOrConfirm({ points: [...broken(after, plan), ...named], asked, confirmed });
        await this.database.manager.insert(Indicator, {
          ...row,
          communeId,
          id: v7(),
          planId: plan.id,
          version: 1,
          folded: fold(row.name),
          ...columnsOf({ ...measure, factor }),
          partOfId: whole?.id ?? null,
          responsibleUnitId: await this.idOfUnit(caller, plan, responsibleUnitCode),
          needsClarification: row.clarification !== null,
          audience: plan.audience,
        });
        if (whole) {
          // A whole with one part more is another record: it gets a version and a line of its own.
          const read = () => this.indicators.indicator(caller, { ...at, code: whole.code });
          const change = { entity: Indicator, before: whole, kind: 'indicator.amended', reason, read } as const;
          await this.records.change(caller, change, {});
        }
        return this.indicators.indicator(caller, { ...at, code: input.code });
      });
    });
  }

  /**
   * Amends an indicator; of an issued plan with a reason. Refusals: FORBIDDEN; STALE; STATE when it is closed; RULE
   * with every rule it would break; ASKED_BACK for a figure that is given.
   */
  amendIndicator(
    caller: Caller,
    at: AtVersion<IndicatorPlace>,
    { reason, responsibleUnitCode, reportedBy, confirm, measure: given, clarification, ...amended }: AmendIndicator,
  ): Promise<Indicator> {
    const step = { type: this.indicators.recordType, act: 'amendIndicator', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      refuse(hindered('amendIndicator', before, caller.on));
      refuseWithoutReason(before.ofPlan, reason);
      const others = [responsibleUnitCode, reportedBy, given, clarification];
      if (Object.keys(amended).length === 0 && others.every((each) => each === undefined))
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      if (given && before.ofPlan.state === 'ISSUED')
        throw wrong(
          '/measure',
          'MEASURE_STAYS',
          'The measure of an issued indicator stays: retire it and add another.',
        );
      const measure = given ? { ...given, factor: factorOf(given) } : before.measure;
      const { input, asked, confirmed } = asRead({ ...before, ...amended, measure }, amended, confirm);
      const after = { ...before, ...input, measure, ...beyondOf({ ...before, ...input }) };
      const named =
        input.notAbove === undefined && input.awardForm === undefined
          ? []
          : await this.brokenNames(caller, before.ofPlan, after);
      this.records.refuseOrConfirm({ points: [...broken(after, before.ofPlan), ...named], asked, confirmed });
      return {
        ...input,
        ...(given && columnsOf(measure)),
        ...(clarification && { clarification: withBlanks(clarification), needsClarification: true }),
        beyond: after.beyond,
        ...(reportedBy !== undefined && { reportedBy: completely(reportedBy) }),
        ...(input.name !== undefined && { folded: fold(input.name) }),
        ...(responsibleUnitCode !== undefined && {
          responsibleUnitId: await this.idOfUnit(caller, before.ofPlan, responsibleUnitCode),
        }),
      };
    });
  }

  /**
   * Says from which day an indicator no longer applies. Refusals: FORBIDDEN; STALE; STATE; RULE when it is retired
   * already.
   */
  retireIndicator(
    caller: Caller,
    at: AtVersion<IndicatorPlace>,
    { from = caller.on, reason }: RetireIndicator,
  ): Promise<Indicator> {
    const step = { type: this.indicators.recordType, act: 'retireIndicator', at, reason } as const;
    return this.records.act(caller, step, (before) => {
      refuse(hindered('retireIndicator', before, caller.on));
      return { retiredOn: from };
    });
  }

  /**
   * Answers an indicator's open question by one of its readings. Refusals: FORBIDDEN; STALE; STATE; RULE when no
   * question is open, for a reading it does not have, or one that needs a target.
   */
  clarifyIndicator(
    caller: Caller,
    at: AtVersion<IndicatorPlace>,
    { reading, target, reason }: ClarifyIndicator,
  ): Promise<Indicator> {
    const step = { type: this.indicators.recordType, act: 'clarifyIndicator', at, reason } as const;
    return this.records.act(caller, step, (before) => {
      refuse(hindered('clarifyIndicator', before, caller.on));
      const read = readAs(before, reading, target);
      refuse(broken({ ...before, ...read }, before.ofPlan));
      return { ...read, needsClarification: false };
    });
  }

  /** Points against what an indicator names: one that it may not be above, an award form. */
  private async brokenNames(
    caller: Caller,
    { communeId, id }: Plan,
    indicator: Comparable & Pick<Indicator, 'awardForm'>,
  ): Promise<Point[]> {
    const { notAbove, awardForm } = indicator;
    const reach = caller.reachById(communeId);
    const others = notAbove === null ? [] : await this.queries.indicators([{ reach, id }], everyRow);
    const isKnown = awardForm === null || (await this.queries.hasAwardForm(awardForm));
    return [...(notAbove === null ? [] : brokenNotAbove(indicator, others)), ...unknownForm(awardForm, { isKnown })];
  }

  /** Id of the unit that answers for an indicator from now on; of a plan that is over, in its years. */
  private async idOfUnit(caller: Caller, plan: Plan, code: string | null | undefined): Promise<string | null> {
    if (code == null) return null;
    const { key: commune } = caller.reachById(plan.communeId);
    const at = { commune, unit: code, on: restOf(plan, caller.on) };
    return (await this.units.unitNamed(caller, at, '/responsibleUnitCode')).id;
  }
}

/** A question with null for each member that a reading leaves out. */
const withBlanks = ({ question, readings }: ClarificationGiven): Clarification => ({
  question,
  readings: readings.map((reading) => ({
    basis: null,
    overYears: null,
    target: null,
    upperTarget: null,
    beyond: null,
    ...reading,
  })),
});

/** Units and kinds, each an empty list where it is left out. */
const completely = (reportedBy: ReportedByGiven | null | undefined): ReportedBy | null =>
  reportedBy ? { units: [], kinds: [], ...reportedBy } : null;

/** Input with its figures as they are read, the points that ask some back, and the codes by which some are meant. */
function asRead<Given extends Pick<AmendIndicator, 'target' | 'upperTarget' | 'baseline' | 'outOf'>>(
  indicator: FigureReader,
  given: Given,
  confirm: readonly Confirmation[] | undefined,
): Omit<FigureRead, 'value'> & { input: Given } {
  const { target, upperTarget, baseline, outOf } = given;
  const { figures, ...read } = readFigures(indicator, { target, upperTarget, baseline, outOf }, { confirm });
  return { input: { ...given, ...figures }, ...read };
}

/** Verdict beyond the good end of a range: as the plan says, else EXCEEDED unless a state is to be kept. */
const beyondOf = ({ comparator, direction, beyond }: Pick<AddIndicator, 'comparator' | 'direction' | 'beyond'>) => ({
  beyond:
    beyond ?? (comparator === 'BETWEEN' ? (direction === 'HOLD' ? ('MISSED' as const) : ('EXCEEDED' as const)) : null),
});
