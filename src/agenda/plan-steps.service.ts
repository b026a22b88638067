import { Injectable } from '@nestjs/common';
import { allOf } from '../api/lists.js';
import { AcknowledgementsQueries } from '../indicators/acknowledgements.queries.js';
import type { Plan } from '../indicators/plan.entity.js';
import { countedOn } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { refusalOf } from '../refusals.js';
import { openStep, type OpenStep } from './agenda.rules.js';
import { AgendaQueries, type UnitPlace } from './agenda.queries.js';
import { allowedIn, type AgendaReader } from './waiting.service.js';

/** Issued plans that a unit is still to make known, and the emulation of a year it is to register for. */
@Injectable()
export class PlanStepsService {
  constructor(
    private readonly queries: AgendaQueries,
    private readonly plans: PlansService,
    private readonly acknowledgements: AcknowledgementsQueries,
  ) {}

  async steps(asked: AgendaReader): Promise<OpenStep[]> {
    const { caller, reach } = asked;
    const allowed = allowedIn(asked, ['acknowledgePlan', 'registerEmulation']);
    if (allowed.length === 0) return [];
    const units = await this.queries.collectives(reach, caller.on);
    const isOwn = (act: (typeof allowed)[number], unit: UnitPlace) =>
      refusalOf(() => caller.demandOwnStatement(act, reach.key, unit)) === undefined;
    const own = allowed.map((act) => ({ act, units: units.filter((unit) => isOwn(act, unit)) }));
    if (own.every((each) => each.units.length === 0)) return [];
    const plans = await allOf((page) => this.plans.plans(caller, reach.key, { ...page, state: ['ISSUED'] }));
    const isDone = {
      acknowledgePlan: await this.acknowledged(asked, plans),
      registerEmulation: await this.registered(asked, plans),
    };
    return plans.flatMap((plan) =>
      own.flatMap(({ act, units: those }) =>
        those
          .filter((unit) => !isDone[act](plan, unit))
          .map(({ code: unitCode, kind: unitKind }) =>
            openStep({
              ...{ act, recordId: plan.id, plan: plan.key, unitCode, unitKind, since: plan.issuedOn },
              dueOn: act === 'registerEmulation' ? plan.settings.registerBy : null,
            }),
          ),
      ),
    );
  }

  /** Whether a unit is none that makes a plan known, or has done so. */
  private async acknowledged({ caller, reach }: AgendaReader, plans: readonly Plan[]): Promise<IsDone> {
    const launched = plans.map((plan) => ({ ...plan, on: countedOn(plan, caller.on) }));
    const launches = await this.acknowledgements.launchUnits(reach, launched);
    const waits = new Set(launches.flatMap((each) => (each.acknowledged ? [] : `${each.planId} ${each.unitCode}`)));
    return (plan, unit) => !waits.has(`${plan.id} ${unit.code}`);
  }

  /** Whether a unit is registered for the year of a plan, or the plan sets no day for it that is still to come. */
  private async registered({ caller, reach }: AgendaReader, plans: readonly Plan[]): Promise<IsDone> {
    const taking = ({ key, year, settings: { registerBy } }: Plan) =>
      key === String(year) && registerBy !== null && caller.on <= registerBy;
    const years = plans.filter(taking).map(({ key }) => key);
    const rows = years.length === 0 ? [] : await this.queries.registered(reach, years);
    const done = new Set(rows.map(({ unitId, period }) => `${period} ${unitId}`));
    return (plan, unit) => !taking(plan) || done.has(`${plan.key} ${unit.id}`);
  }
}

type IsDone = (plan: Plan, unit: UnitPlace) => boolean;
