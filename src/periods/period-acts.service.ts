import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { during } from '../indicators/period.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { brokenUnit } from '../indicators/reportable.rules.js';
import { JournalService } from '../journal/journal.service.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { isClosable } from './calendar.rules.js';
import { dueDayFor } from './due.rules.js';
import type { ClosePeriod, ExtendDeadline, PeriodAt, ReopenPeriod } from './period.inputs.js';
import { brokenAct, brokenExtension } from './period.rules.js';
import { periodWorkflow } from './period.workflow.js';
import { PeriodsService, type JournaledPeriod, type PeriodOfPlan } from './periods.service.js';
import { PlanPeriod } from './plan-period.entity.js';

type PeriodAtVersion = AtVersion<PlanAt & PeriodAt>;
/** The columns an act sets. */
type Columns = Partial<Pick<PlanPeriod, 'state' | 'closedOn' | 'head' | 'reopenedOn' | 'extensions'>>;

/** Periods as their due days are extended, and as they are closed and reopened. */
@Injectable()
export class PeriodActsService {
  constructor(
    private readonly database: Database,
    private readonly periods: PeriodsService,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Extends the due day of a period, for one unit or all; version 0: nothing was done to it yet. Reports that were
   * submitted late stay late. Refusals: FORBIDDEN; STALE; STATE unless the plan is issued and the period open;
   * PERIOD_CLOSED; RULE for a period of other years, a unit not valid in it or not below the plan's, no due day, or one
   * that is not later or is over.
   */
  extendDeadline(
    caller: Caller,
    at: PeriodAtVersion,
    { unit: code, until, reason }: ExtendDeadline,
  ): Promise<PlanPeriod> {
    return this.act(caller, { act: 'extendDeadline', at, reason }, async ({ dueOn, extensions, ofPlan }) => {
      const on = during(at.period, daysOfSeasons(ofPlan.settings));
      const unit =
        code === undefined
          ? undefined
          : await this.units.unitNamed(caller, { commune: at.commune, unit: code, on }, '/unit');
      refuse([
        ...(unit ? brokenUnit(unit, ofPlan, '/unit') : []),
        ...brokenExtension(dueDayFor(dueOn, extensions, unit?.id ?? null), until, caller.on),
      ]);
      return { extensions: [...extensions, { unitId: unit?.id ?? null, unitCode: unit?.code ?? null, until }] };
    });
  }

  /**
   * Closes a period (chốt số liệu): its figures and those of every period that ends by its last day are frozen, up to
   * the head that the record keeps. Refusals: FORBIDDEN; STALE; STATE; PERIOD_CLOSED when one that is closed freezes it
   * already; ON_THEIR_WAY without a reason; RULE for a period of other years, one that has not begun, or one that no
   * plan is closed for.
   */
  closePeriod(caller: Caller, at: PeriodAtVersion, { reason }: ClosePeriod): Promise<PlanPeriod> {
    return this.act(caller, { act: 'closePeriod', at, reason }, async ({ ofPlan }, reach) => {
      if (!isClosable(at.period, await this.periods.calendar(reach, ofPlan), ofPlan))
        throw wrong('/period', 'NOT_CLOSABLE', {
          en: `${at.period} is no period that ${ofPlan.key} is closed for.`,
          vi: `Kế hoạch ${ofPlan.key} không chốt theo kỳ ${at.period}; hãy chọn kỳ báo cáo, quý hoặc năm.`,
        });
      if (reason === undefined) await this.periods.refuseOnTheirWay(reach, ofPlan, at.period);
      return {
        state: periodWorkflow.closePeriod.to,
        closedOn: caller.on,
        head: await this.journal.holdHead(reach.communeId),
      };
    });
  }

  /** Reopens a closed period. Refusals: FORBIDDEN; STALE; STATE; PERIOD_CLOSED while one of a later end is closed. */
  reopenPeriod(caller: Caller, at: PeriodAtVersion, { reason }: ReopenPeriod): Promise<PlanPeriod> {
    return this.act(caller, { act: 'reopenPeriod', at, reason }, () => ({
      state: periodWorkflow.reopenPeriod.to,
      reopenedOn: caller.on,
    }));
  }

  /** One act on a period, the first of which makes its row. */
  private act(
    caller: Caller,
    { act, at, reason }: { act: keyof typeof periodWorkflow; at: PeriodAtVersion; reason?: string },
    decide: (before: PeriodOfPlan, reach: Reach) => Columns | Promise<Columns>,
  ): Promise<PlanPeriod> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const loaded = await this.records.load(caller, { type: this.periods.recordType, act, at });
      const { ofPlan, ...before } = loaded;
      refuse(brokenAct(ofPlan, before, { act, on: caller.on }));
      await this.periods.refuseOutlasted(reach, act, loaded);
      const set = { ...(await decide(loaded, reach)), audience: 'SUPERIOR' as const };
      const { kind } = periodWorkflow[act];
      const read = () => this.periods.journaled(reach, ofPlan, at.period);
      const addition = { commune: at.commune, entity: PlanPeriod, kind, reason };
      const row =
        before.version === 0
          ? await this.records.add(caller, addition, async () => {
              await this.database.manager.insert(PlanPeriod, { ...before, ...set, version: 1 });
              return read();
            })
          : await this.records.change<JournaledPeriod>(caller, { entity: PlanPeriod, before, kind, reason, read }, set);
      const { settings } = ofPlan;
      const [frozenBy = null] = await this.periods.frozen(reach, [{ ...before, settings }]);
      // Its days follow from the plan, which the act holds: they stay.
      return { ...before, ...row, frozenBy };
    });
  }
}
