import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { fold } from '../database/text.js';
import { RecordsService } from '../journal/records.service.js';
import { lastDayOf, validOn, type TimeMeant } from '../units/unit.rules.js';
import { UnitsQueries } from '../units/units.queries.js';
import { baselineAfter, isStale, type LevelReached } from './carry-over.rules.js';
import { Indicator } from './indicator.entity.js';
import { everyRow, IndicatorsQueries } from './indicators.queries.js';
import { periodOf, shiftYears } from './period.js';
import type { Plan } from './plan.entity.js';
import { daysOfSeasons, restOf } from './plan.rules.js';
import { brokenPeriod } from './reportable.rules.js';
import { Target } from './target.entity.js';
import { TargetsQueries } from './targets.queries.js';

/** Last year's indicators, responsibilities and allotments as drafts of a new plan. */
@Injectable()
export class PlanCarryOverService {
  /** Final levels of a plan by the codes of its indicators, as the module says that computes them. */
  levelsOf: (caller: Caller, plan: Plan) => Promise<Map<string, LevelReached>> = () => Promise.resolve(new Map());

  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorsQueries,
    private readonly targets: TargetsQueries,
    private readonly units: UnitsQueries,
    private readonly records: RecordsService,
  ) {}

  /**
   * Part of draftPlan. Each indicator keeps what it continues; retired ones stay behind, and so do responsibilities and
   * allotments of units that are no more, or of periods that the new plan does not have. Baselines are the levels that
   * the earlier plan came to, where they are final. A text that names a year gone by is replaced by the name.
   */
  async takeOver(caller: Caller, earlier: Plan, plan: Plan): Promise<void> {
    const reach = caller.reachById(plan.communeId);
    const old = (await this.indicators.indicators([{ reach, id: earlier.id }], everyRow)).filter(
      ({ retiredOn }) => retiredOn === null,
    );
    const targets = await this.targets.targets(reach, earlier.id, everyRow);
    const ids = new Map(old.map(({ id }) => [id, v7()]));
    const idOf = new Map(old.map(({ code, id }) => [code, ids.get(id)]));
    const wholeOf = new Map(old.flatMap(({ code, parts }) => parts.map((part) => [part, idOf.get(code)])));
    const on = restOf(plan, caller.on);
    const valid = await this.validUnits(reach, on, [
      ...old.flatMap(({ responsibleUnitId }) => responsibleUnitId ?? []),
      ...targets.map(({ unitId }) => unitId),
    ]);

    const levels = await this.levelsOf(caller, earlier);
    const over = earlier.untilYear ?? earlier.year;
    const periodIn = periodsOf(earlier, plan);
    const indicators = old.map((each) => ({
      ...each,
      id: ids.get(each.id),
      planId: plan.id,
      version: 1,
      folded: fold(each.name),
      measureUnit: each.measure.unit,
      displayUnit: each.measure.displayUnit,
      scale: each.measure.scale,
      factor: each.measure.factor,
      partOfId: wholeOf.get(each.code) ?? null,
      appliesFrom: null,
      baseline: baselineAfter(each.measure, levels.get(each.code)),
      rawText: isStale(each.rawText, over) ? each.name : each.rawText,
      printedChange: null,
      expectedShare: each.expectedShare.flatMap((share) => periodIn(share)),
      continuesId: each.id,
      responsibleUnitId:
        each.responsibleUnitId !== null && valid.has(each.responsibleUnitId) ? each.responsibleUnitId : null,
      audience: plan.audience,
    }));
    // A whole before its parts: they refer to it.
    await this.database.insert(
      Indicator,
      indicators.sort((a, b) => Number(a.partOfId !== null) - Number(b.partOfId !== null)),
    );
    const allotted = targets.filter(({ indicatorId, unitId }) => ids.has(indicatorId) && valid.has(unitId));
    await this.database.insert(
      Target,
      allotted
        .flatMap((each) => periodIn(each))
        .map((each) => ({
          ...each,
          id: v7(),
          indicatorId: ids.get(each.indicatorId),
          version: 1,
          revision: 1,
          audience: plan.audience,
        })),
    );

    const seenBefore = null;
    const added = await this.indicators.indicators([{ reach, id: plan.id }], everyRow);
    this.records.journalAll(caller, { entity: Indicator, kind: 'indicator.added', seenBefore }, added);
    const set = await this.targets.targets(reach, plan.id, everyRow);
    this.records.journalAll(caller, { entity: Target, kind: 'target.set', seenBefore }, set);
  }

  private async validUnits(reach: Reach, on: TimeMeant, ids: readonly string[]): Promise<Set<string>> {
    const units = await this.units.unitsById(
      [...new Set(ids)].map((id) => ({ reach, id })),
      lastDayOf(on),
    );
    return new Set(units.flatMap((unit) => (unit && validOn(unit, on) ? [unit.id] : [])));
  }
}

/**
 * Promise for a period of an earlier plan as one of the new plan: the same so many years later. None for a part of a
 * plan that has another number of years, or for what no report of the new plan is for.
 */
function periodsOf(earlier: Plan, plan: Plan) {
  const years = plan.year - earlier.year;
  const lastsAsLong = (plan.untilYear ?? plan.year) - (earlier.untilYear ?? earlier.year) === years;
  const ofPlan = { ...plan, days: daysOfSeasons(plan.settings) };
  return <Each extends { period: string }>(each: Each): Each[] => {
    const isWhole = each.period === periodOf(earlier);
    if (!isWhole && !lastsAsLong) return [];
    const period = isWhole ? periodOf(plan) : shiftYears(each.period, years);
    return brokenPeriod(period, ofPlan, '').length === 0 ? [{ ...each, period }] : [];
  };
}
