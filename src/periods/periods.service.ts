import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { expected, firstOrNotFound } from '../api/found.js';
import { pagedWhole, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { byCommune, grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { everyRow, IndicatorsQueries } from '../indicators/indicators.queries.js';
import { liesIn, spanOf } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import type { PlanSettings } from '../indicators/plan-settings.view.js';
import { PlansService } from '../indicators/plans.service.js';
import type { RecordType } from '../journal/record-type.js';
import { Refusal } from '../refusals.js';
import { calendarOf, inOrder, type Part } from './calendar.rules.js';
import { countedFrom, dueDayFor, dueDayOf, frozenBy, outlastedBy, type Holidays } from './due.rules.js';
import { HolidaysQueries } from './holidays.queries.js';
import type { PeriodAt } from './period.inputs.js';
import { periodWorkflow, planStopsPeriod } from './period.workflow.js';
import { notBefore } from './period.rules.js';
import { PeriodsQueries, type PeriodRow } from './periods.queries.js';
import { PlanPeriod } from './plan-period.entity.js';

/** A period with the plan that acts on it are decided by. */
export interface PeriodOfPlan extends PlanPeriod {
  ofPlan: Plan;
}

/** A plan as its periods follow from it. */
export type PlanOfPeriods = Pick<Plan, 'communeId' | 'id' | 'key' | 'year' | 'untilYear' | 'settings'>;

/** A period without what is derived. */
export type JournaledPeriod = PeriodRow & Pick<PlanPeriod, 'plan'>;

/** A period of a plan, as a report names it. */
interface PlanAndPeriod {
  planId: string;
  period: string;
  settings: PlanSettings;
}

const inTime = {
  types: ['day', 'day', 'text'],
  keysOf: ({ to, from, period }: PlanPeriod) => [to, from, period],
} as const;

/** Periods of plans as they are read, and what they say of reports. */
@Injectable()
export class PeriodsService {
  readonly recordType: RecordType<PeriodOfPlan, PlanAt & PeriodAt, typeof periodWorkflow> = {
    entity: PlanPeriod,
    workflow: periodWorkflow,
    // Submitting, approving and correcting share the plan: none of them passes a closing.
    lock: (reach, { plan }) => this.plans.recordType.lock(reach, { plan }),
    read: (caller, at) => this.period(caller, at),
    pathOf: ({ ofPlan }) => ofPlan.unitPath,
    states: 'period',
    stateOf: ({ state }) => state,
    notBefore,
    stoppedBy: ({ ofPlan }, act) => (planStopsPeriod(act, ofPlan.state) ? ofPlan.state : undefined),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: PeriodsQueries,
    private readonly holidays: HolidaysQueries,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsQueries,
  ) {}

  /**
   * The periods of a plan in the order of their ends: those that its indicators are reported for, and any other to
   * which something was done. Refusal: NOT_FOUND.
   */
  periods(caller: Caller, at: CommuneAt & PlanAt, page: Paging): Promise<Page<PlanPeriod>> {
    return this.database.read(caller, async () => {
      const plan = await this.plans.plan(caller, at.commune, at.plan);
      const [periods = []] = await this.listed(caller, [plan]);
      return pagedWhole(page, inTime, periods);
    });
  }

  /** The same page of the periods of each plan. */
  periodsOf(caller: Caller, plans: readonly PlanOfPeriods[], page: Paging): Promise<Page<PlanPeriod>[]> {
    return this.database.read(caller, async () => {
      const lists = await this.listed(caller, plans);
      return Promise.all(lists.map((periods) => pagedWhole(page, inTime, periods)));
    });
  }

  /** One of the periods that `periods` lists. Refusal: NOT_FOUND. */
  listedPeriod(caller: Caller, at: CommuneAt & PlanAt & PeriodAt): Promise<PlanPeriod> {
    return this.database.read(caller, async () => {
      const [periods = []] = await this.listed(caller, [await this.plans.plan(caller, at.commune, at.plan)]);
      return firstOrNotFound(periods.filter(({ period }) => period === at.period));
    });
  }

  private listed(caller: Caller, plans: readonly PlanOfPeriods[]): Promise<PlanPeriod[][]> {
    return byCommune(plans, async (communeId, ofCommune) => {
      const reach = caller.reachById(communeId);
      const ids = ofCommune.map(({ id }) => id);
      const rowsOf = grouped(await this.queries.touched(reach, ids), ({ planId }) => [planId]);
      const calendars = await this.calendars(reach, ofCommune);
      const [first = ''] = ofCommune.map(beginOfHolidays).sort();
      const holidays = await this.holidays.from(reach, first);
      return ofCommune.map((plan) => periodsIn(plan, { rows: rowsOf(plan.id), calendar: calendars(plan), holidays }));
    });
  }

  /** Periods that the indicators of a plan are reported for, in the order of their ends. */
  async calendar(reach: Reach, plan: PlanOfPeriods): Promise<Part[]> {
    return (await this.calendars(reach, [plan]))(plan);
  }

  private async calendars(reach: Reach, plans: readonly PlanOfPeriods[]): Promise<(plan: PlanOfPeriods) => Part[]> {
    const ofPlans = plans.map(({ id }) => ({ reach, id }));
    const indicatorsOf = grouped(await this.indicators.indicators(ofPlans, everyRow), ({ planId }) => [planId]);
    return (plan) => calendarOf(indicatorsOf(plan.id), plan, daysOfSeasons(plan.settings));
  }

  /**
   * A period as it is journaled: without its days and its due day, which follow from settings and holidays and change
   * with them.
   */
  async journaled(reach: Reach, { id: planId, key: plan }: Plan, period: string): Promise<JournaledPeriod> {
    return {
      ...expected(await this.queries.one(reach, { planId, period }), 'A period that was set is not there.'),
      plan,
    };
  }

  /** One period of a plan, touched or not. Refusal: NOT_FOUND. */
  async period(caller: Caller, at: CommuneAt & PlanAt & PeriodAt): Promise<PeriodOfPlan> {
    const reach = caller.reachIn(at.commune);
    const ofPlan = await this.plans.plan(caller, at.commune, at.plan);
    const row = await this.queries.one(reach, { planId: ofPlan.id, period: at.period });
    const holidays = await this.holidays.from(reach, beginOfHolidays(ofPlan));
    return { ...shown(ofPlan, row ?? untouched(ofPlan, at.period), holidays), ofPlan };
  }

  /** The closed period that freezes each period asked, in their order; null where none does. */
  async frozen(reach: Reach, asked: readonly PlanAndPeriod[]): Promise<(string | null)[]> {
    const closed = await this.queries.closed(reach, [...new Set(asked.map(({ planId }) => planId))]);
    const closedOf = grouped(closed, ({ planId }) => [planId]);
    return asked.map(({ planId, period, settings }) =>
      frozenBy(
        period,
        closedOf(planId).map((each) => each.period),
        daysOfSeasons(settings),
      ),
    );
  }

  /**
   * Refuses an act on a period that another one freezes. Part of a write that holds the plan. Refusal: PERIOD_CLOSED,
   * naming the one to be reopened first.
   */
  async refuseOutlasted(
    reach: Reach,
    act: keyof typeof periodWorkflow,
    { period, ofPlan }: PeriodOfPlan,
  ): Promise<void> {
    const closed = (await this.queries.closed(reach, [ofPlan.id])).map((each) => each.period);
    const first = (act === 'extendDeadline' ? frozenBy : outlastedBy)(period, closed, daysOfSeasons(ofPlan.settings));
    if (first !== null) throw new Refusal('PERIOD_CLOSED', { period: first });
  }

  /**
   * Refuses the closing of a period while reports that it would freeze are on their way. Refusal: ON_THEIR_WAY, with
   * their number.
   */
  async refuseOnTheirWay(reach: Reach, { id, settings }: Plan, closing: string): Promise<void> {
    const frozen = (await this.queries.onTheirWay(reach, id)).filter(
      ({ period }) => frozenBy(period, [closing], daysOfSeasons(settings)) !== null,
    );
    const reports = frozen.reduce((sum, each) => sum + each.reports, 0);
    if (reports > 0) throw new Refusal('ON_THEIR_WAY', { reports });
  }

  /**
   * Refuses a change of the figures of a closed period. Part of a write that holds the plan, shared or alone. Refusal:
   * PERIOD_CLOSED, naming the closed period.
   */
  async refuseFrozen(reach: Reach, asked: PlanAndPeriod): Promise<void> {
    const [period] = await this.frozen(reach, [asked]);
    if (period != null) throw new Refusal('PERIOD_CLOSED', { period });
  }

  /** The due day of a unit's report, with the extensions of its period; null: the plan sets none. */
  async dueDay(reach: Reach, asked: PlanAndPeriod, unitId: string): Promise<string | null> {
    return (await this.dueDays(reach, asked))(unitId);
  }

  /** `dueDay` of any unit; null: of the period, before extensions. */
  async dueDays(reach: Reach, asked: PlanAndPeriod): Promise<(unit: string | null) => string | null> {
    const { planId, period, settings } = asked;
    const span = spanOf(period, daysOfSeasons(settings));
    const holidays = await this.holidays.from(reach, countedFrom(span.to, settings));
    const due = dueDayOf({ period, ...span }, settings, holidays);
    const row = await this.queries.one(reach, { planId, period });
    return (unitId) => (unitId === null ? due : dueDayFor(due, row?.extensions ?? [], unitId));
  }
}

const beginOfHolidays = ({ year, settings }: PlanOfPeriods) => countedFrom(`${year}-01-01`, settings);

/** The periods of a plan: those of its calendar, and others that have a row. */
function periodsIn(
  plan: PlanOfPeriods,
  { rows, calendar, holidays }: { rows: readonly PeriodRow[]; calendar: readonly Part[]; holidays: Holidays },
): PlanPeriod[] {
  const seasons = daysOfSeasons(plan.settings);
  const rowOf = new Map(rows.map((row) => [row.period, row]));
  const others = [...rowOf.keys()].filter((period) => calendar.every((part) => part.period !== period));
  const closed = rows.flatMap(({ state, period }) => (state === 'CLOSED' ? period : []));
  return inOrder([...calendar, ...others.map((period) => ({ period, ...spanOf(period, seasons) }))]).map(
    ({ period }) => ({
      ...shown(plan, rowOf.get(period) ?? untouched(plan, period), holidays),
      frozenBy: frozenBy(period, closed, seasons),
    }),
  );
}

/** A period as it is shown: a row with what follows from the plan. */
function shown(plan: PlanOfPeriods, row: PeriodRow, holidays: Holidays): PlanPeriod {
  const seasons = daysOfSeasons(plan.settings);
  const span = spanOf(row.period, seasons);
  const dueOn = liesIn(row.period, plan, seasons) ? dueDayOf({ ...row, ...span }, plan.settings, holidays) : null;
  return { ...row, plan: plan.key, ...span, dueOn };
}

/** A period to which nothing was done yet. Its id follows from its place, so that it has one before its row. */
const untouched = ({ communeId, id: planId }: PlanOfPeriods, period: string): PeriodRow => ({
  communeId,
  id: v5(period, planId),
  version: 0,
  planId,
  period,
  state: 'OPEN',
  closedOn: null,
  head: null,
  reopenedOn: null,
  extensions: [],
  audience: 'SUPERIOR',
});
