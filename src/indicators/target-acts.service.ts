import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { expected, found } from '../api/found.js';
import { canonicalDecimal } from '../api/decimal.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import type { CommuneRecord, RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { point, points } from '../points.js';
import { refuse } from '../refusals.js';
import { notValid, type TimeMeant } from '../units/unit.rules.js';
import type { UnitThen } from '../units/units.queries.js';
import { UnitsService } from '../units/units.service.js';
import { isInUnit, readFigure } from './asked-back.rules.js';
import type { Indicator } from './indicator.entity.js';
import type { IndicatorAt } from './indicator.inputs.js';
import { broken, hindered } from './indicator.rules.js';
import { indicatorWorkflow } from './indicator.workflow.js';
import { IndicatorsService, type OfPlan } from './indicators.service.js';
import { refuseWithoutReason } from './plan-acts.service.js';
import { during } from './period.js';
import type { PlanAt } from './plan.inputs.js';
import { daysOfSeasons } from './plan.rules.js';
import { brokenPeriod, brokenUnit, communeOnly } from './reportable.rules.js';
import { Target } from './target.entity.js';
import type { RemoveTarget, SetTarget, TargetAt } from './target.inputs.js';
import { TargetsQueries } from './targets.queries.js';

type TargetPlace = PlanAt & IndicatorAt & TargetAt;

/** The key of a target; its version is 0 while there is no target. */
interface PlaceOfTarget extends CommuneRecord {
  indicator: Indicator & OfPlan;
  unit: UnitThen | undefined;
  /** Period of the target: the unit is valid in it. */
  on: TimeMeant;
  target: Target | undefined;
}

const removal = { removeTarget: { ...indicatorWorkflow.removeTarget, kind: 'target.removed' } } as const;

/** Targets as they are set. */
@Injectable()
export class TargetActsService {
  private readonly recordType: RecordType<PlaceOfTarget, TargetPlace, Pick<typeof indicatorWorkflow, 'setTarget'>> = {
    entity: Target,
    workflow: indicatorWorkflow,
    lock: (reach, at) => this.indicators.recordType.lock(reach, at),
    read: async (caller, at) => {
      const indicator = await this.records.read(caller, this.indicators.recordType, at);
      const { communeId, id: indicatorId, ofPlan } = indicator;
      const on = during(at.period, daysOfSeasons(ofPlan.settings));
      const unit = await this.units.unitCalled(caller, { commune: at.commune, unit: at.unit, on });
      const key = unit && { indicatorId, unitId: unit.id, period: at.period };
      const target = key && (await this.queries.target(caller.reachIn(at.commune), key));
      return { communeId, id: target?.id ?? '', version: target?.version ?? 0, indicator, unit, on, target };
    },
    pathOf: ({ indicator }) => indicator.ofPlan.unitPath,
    states: 'plan',
    stateOf: ({ indicator }) => indicator.ofPlan.state,
  };

  /** A target that is there: without one an act on it is not found, whatever the version. */
  private readonly targetThere: RecordType<Target & Pick<PlaceOfTarget, 'indicator'>, TargetPlace, typeof removal> = {
    entity: Target,
    workflow: removal,
    lock: this.recordType.lock,
    read: async (caller, at) => {
      const { target, indicator } = await this.recordType.read(caller, at);
      return { ...found(target), indicator };
    },
    pathOf: ({ indicator }) => indicator.ofPlan.unitPath,
    states: 'plan',
    stateOf: ({ indicator }) => indicator.ofPlan.state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: TargetsQueries,
    private readonly indicators: IndicatorsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Sets the target of a unit and period; version 0: there is none yet. In an issued plan with a reason. Refusals:
   * FORBIDDEN; STALE; STATE when the plan is closed; RULE when the indicator is retired or has no figure, the unit is
   * not valid in the period, or unit or period are none that a report is for; ASKED_BACK.
   */
  setTarget(
    caller: Caller,
    at: AtVersion<TargetPlace>,
    { value: written, reason, confirm }: SetTarget,
  ): Promise<Target> {
    const { communeId } = caller.reachIn(at.commune);
    return this.database.write(caller, communeId, async () => {
      const {
        indicator,
        unit: named,
        on,
        target: before,
      } = await this.records.load(caller, { type: this.recordType, act: 'setTarget', at });
      const plan = indicator.ofPlan;
      refuse(notValid(named, { unit: at.unit, on }, '/unit'));
      const unit = expected(named, `The unit ${at.unit} is not there, and yet valid.`);
      refuse(hindered('setTarget', indicator, caller.on));
      refuseWithoutReason(plan, reason);
      refuse(brokenUnit(unit, plan, '/unit'));
      const { value, asked, confirmed } = isInUnit(indicator)
        ? readFigure(indicator, written, { pointer: '/value', confirm })
        : { value: canonicalDecimal(written), asked: [], confirmed: [] };
      const unreportable = points(
        communeOnly.broken(indicator, unit.id) && point('/unit', communeOnly.code, communeOnly.detail),
        brokenPeriod(at.period, { ...plan, days: daysOfSeasons(plan.settings) }, '/period'),
        broken({ ...indicator, target: value }, plan).map((each) =>
          each.pointer === '/target' ? { ...each, pointer: '/value' } : each,
        ),
      );
      this.records.refuseOrConfirm({ points: unreportable, asked, confirmed });
      const key = { indicatorId: indicator.id, unitId: unit.id, period: at.period };
      const read = async () =>
        expected(await this.queries.target(caller.reachIn(at.commune), key), 'A target that was set is not there.');
      const kind = 'target.set' as const;
      if (before)
        return this.records.change(
          caller,
          { entity: Target, before, kind, reason, read },
          { value, revision: before.revision + 1 },
        );
      return this.records.add(caller, { commune: at.commune, entity: Target, kind, reason }, async () => {
        const { audience } = plan;
        const row = { ...key, communeId, id: v7(), version: 1, revision: 1, value, audience };
        await this.database.manager.insert(Target, row);
        return read();
      });
    });
  }

  /**
   * Takes the target of a unit and period out; of an issued plan with a reason. Refusals: FORBIDDEN; NOT_FOUND; STALE;
   * STATE when the plan is closed; RULE without a reason.
   */
  removeTarget(caller: Caller, at: AtVersion<TargetPlace>, { reason }: RemoveTarget): Promise<Target> {
    const step = { type: this.targetThere, act: 'removeTarget', at, reason } as const;
    return this.removals.act(caller, step, ({ indicator }) => refuseWithoutReason(indicator.ofPlan, reason));
  }
}
