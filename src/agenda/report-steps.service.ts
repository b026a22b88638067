import { Injectable } from '@nestjs/common';
import { allOf } from '../api/lists.js';
import { grouped } from '../database/batch.js';
import { dayAfter } from '../day.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { demandRightTo } from '../journal/record-type.js';
import { dueDayFor } from '../periods/due.rules.js';
import { OwedQueries } from '../periods/owed.queries.js';
import { owes, reportedFor } from '../periods/owed.rules.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { PlanPeriod } from '../periods/plan-period.entity.js';
import { ProgressQueries } from '../progress/progress.queries.js';
import { eachOnce, reporting } from '../progress/reporting.rules.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { refusalOf } from '../refusals.js';
import { openStep, type OpenStep } from './agenda.rules.js';
import { AgendaQueries } from './agenda.queries.js';
import { allowedIn, WaitingService, type AgendaReader } from './waiting.service.js';

/** A plan and one of its periods that is open and has begun. */
interface OpenPeriod {
  plan: Plan;
  period: PlanPeriod;
}

/** Reports that are owed or on their way, and periods to be closed, of issued plans. */
@Injectable()
export class ReportStepsService {
  constructor(
    private readonly queries: AgendaQueries,
    private readonly waiting: WaitingService,
    private readonly plans: PlansService,
    private readonly periods: PeriodsService,
    private readonly owed: OwedQueries,
    private readonly progress: ProgressQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  async steps(asked: AgendaReader): Promise<OpenStep[]> {
    const acts = ['draftSubmission', 'submitSubmission', 'closePeriod', 'correctSubmission'] as const;
    const open = allowedIn(asked, acts).length > 0 ? await this.openPeriods(asked) : [];
    return [
      ...(await this.onTheirWay(asked, open)),
      ...(await this.notDrafted(asked, open)),
      ...this.toBeClosed(asked, open),
    ];
  }

  /** Reports that are there. One is submitted by the due day of its unit, and judged without one. */
  private async onTheirWay(asked: AgendaReader, open: readonly OpenPeriod[]): Promise<OpenStep[]> {
    const { recordType } = this.submissions;
    const reports = await this.waiting.of(asked, recordType, {
      at: 'submission',
      acts: ['submitSubmission', 'verifySubmission', 'approveSubmission'],
      mended: ['submitSubmission'],
    });
    const findings = await this.waiting.of(asked, recordType, { at: 'finding', acts: ['explainFinding'] });
    return [...reports, ...findings].map(({ step, row }) => {
      const place = open.find(({ plan, period }) => plan.key === step.plan && period.period === step.period);
      if (step.act !== 'submitSubmission' || !place) return step;
      return { ...step, dueOn: dueDayFor(place.period.dueOn, place.period.extensions, row.unitId) };
    });
  }

  /** Reports that a unit of the caller owes and has not begun, and final figures in place of an estimate. */
  private async notDrafted(asked: AgendaReader, open: readonly OpenPeriod[]): Promise<OpenStep[]> {
    if (open.length === 0 || allowedIn(asked, ['draftSubmission']).length === 0) return [];
    const { caller, reach } = asked;
    const plans = [...new Set(open.map(({ plan }) => plan.id))];
    const indicators = await this.owed.owing(reach, plans);
    const indicatorsOf = grouped(indicators, ({ planId }) => [planId]);
    const targeted = indicators.flatMap((each) => each.targeted);
    const spans = eachOnce(open.map(({ period: { from, to } }) => ({ from, to })));
    const reporters = (await this.progress.reporters(reach, reporting(indicators, targeted), spans)).filter(
      ({ code, path }) =>
        refusalOf(() => caller.demandOwnStatement('draftSubmission', reach.key, { code, path })) === undefined,
    );
    const reportersIn = grouped(reporters, ({ from, to }) => [from, to]);
    const units = [...new Set(reporters.map(({ id }) => id))];
    const reports = await this.queries.reports(reach, { plans, units });
    const reportsOf = grouped(reports, ({ planId, period, unitId }) => [planId, period, unitId]);
    return open.flatMap(({ plan, period: { period, from, to, dueOn, extensions } }) => {
      const figures = reportedFor(indicatorsOf(plan.id), period, { plan, seasons: daysOfSeasons(plan.settings) });
      return reportersIn(from, to).flatMap((unit) => {
        if (!figures.some((each) => owes(unit, each, new Set(each.targeted)))) return [];
        const [report, ...others] = reportsOf(plan.id, period, unit.id);
        const isEstimate = report?.state === 'APPROVED' && report.estimate === true && caller.on > to;
        if (report && (!isEstimate || others.length > 0)) return [];
        return openStep({
          act: report ? 'correctSubmission' : 'draftSubmission',
          recordId: report?.id ?? null,
          plan: plan.key,
          period,
          unitCode: unit.code,
          unitKind: unit.kind,
          since: report ? dayAfter(to) : from,
          dueOn: dueDayFor(dueOn, extensions, unit.id),
        });
      });
    });
  }

  /** Periods that are over, with the day on which their reports are due. */
  private toBeClosed({ caller, reach }: AgendaReader, open: readonly OpenPeriod[]): OpenStep[] {
    const act = 'closePeriod' as const;
    return open.flatMap(({ plan, period }) => {
      const last = [period.to, period.dueOn ?? period.to].sort().at(-1) ?? period.to;
      const row = { ...period, ofPlan: plan };
      const right = { act, commune: reach.key, row };
      if (caller.on <= last || refusalOf(() => demandRightTo(caller, this.periods.recordType, right))) return [];
      return openStep({ act, recordId: period.id, plan: plan.key, period: period.period, since: dayAfter(last) });
    });
  }

  private async openPeriods({ caller, reach }: AgendaReader): Promise<OpenPeriod[]> {
    const plans = await allOf((page) => this.plans.plans(caller, reach.key, { ...page, state: ['ISSUED'] }));
    const pages = await this.periods.periodsOf(caller, plans, { first: 500 });
    return plans.flatMap((plan, index) =>
      (pages[index]?.items ?? [])
        .filter(({ from, state, frozenBy }) => from <= caller.on && state === 'OPEN' && frozenBy === null)
        .map((period) => ({ plan, period })),
    );
  }
}
