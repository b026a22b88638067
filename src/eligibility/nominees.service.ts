import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { ConditionWord, Term } from '../catalogue/condition-words.data.js';
import { demandsIn } from '../catalogue/condition.rules.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { grouped } from '../database/batch.js';
import { PlansService } from '../indicators/plans.service.js';
import type { Plan } from '../indicators/plan.entity.js';
import { ProgressService } from '../progress/progress.service.js';
import { wordsOf } from './eligibility.rules.js';
import { endOf } from './person-words.rules.js';
import type { Nominee, QuotaCount } from './nominee.js';
import { NomineesQueries, type NomineeUnit } from './nominees.queries.js';

/** Question about nominees. */
export interface Question {
  form: AwardForm;
  type: NominationType;
  year: number;
  on: string;
  /** Round whose nominations a meeting has counted; undefined: any of the year. */
  round?: string;
}

const aboutMembers: readonly ConditionWord[] = ['MEMBERS_HOLD', 'MEMBERS_RATED', 'MEMBERS_DISCIPLINED'];

/** Conditions of a form as they are judged. */
export const termsOf = ({ conditions }: Pick<AwardForm, 'conditions'>): Term[] =>
  conditions.map(({ needs }) => JSON.parse(needs) as Term);

/** Everything that the conditions of a form ask of nominees, read for all of them at once. */
@Injectable()
export class NomineesService {
  constructor(
    private readonly queries: NomineesQueries,
    private readonly catalogue: CatalogueService,
    private readonly plans: PlansService,
    private readonly progress: ProgressService,
  ) {}

  /** Nominees, in the order of the units. Part of another read. */
  async nominees(
    caller: Caller,
    reach: Reach,
    { units, ...question }: Question & { units: readonly NomineeUnit[] },
  ): Promise<Nominee[]> {
    const { form, year, on } = question;
    const words = new Set(termsOf(form).flatMap(wordsOf));
    const ids = units.map(({ id }) => id);
    const lastDay = endOf({ year, on });
    const members = aboutMembers.some((word) => words.has(word)) ? await this.queries.members(reach, ids, lastDay) : [];
    const everybody = [...new Set([...ids, ...members.map(({ id }) => id)])];
    const above = [...new Set(units.flatMap(({ aboveId }) => aboveId ?? []))];
    const factsOf = grouped(await this.queries.facts(reach, [...everybody, ...above]), byUnit);
    const awardsOf = grouped(await this.queries.awards(reach, everybody, on), byUnit);
    const nominationsOf = grouped(await this.queries.nominations(reach, everybody), byUnit);
    const nameOf = await this.names(caller);
    const standingOf = grouped(await this.queries.standings(reach, ids, { year, on }), byUnit);
    const membersOf = grouped(members, byUnit);
    const ofYear = { communeIds: [reach.communeId], key: String(year) };
    const [plan] = await this.plans.plansByKey(caller, ofYear);
    const registerBy = plan ? plan.settings.registerBy : undefined;
    const by = registerBy != null && registerBy < on ? registerBy : on;
    const registered = await this.queries.registered(reach, ids, { year, form: form.code, on, by });
    const completion = words.has('COMPLETION') && plan ? await this.completion(caller, plan, question) : null;
    const quotaFor = words.has('QUOTA') ? await this.quota(reach, question) : () => nobodyHolds;
    const asked = (id: string) => nominationsOf(id).filter((each) => isAbout(each, question));
    const consentOf = grouped(
      words.has('CONSENT')
        ? await this.queries.consents(
            reach,
            ids.flatMap(asked).map(({ id }) => id),
            on,
          )
        : [],
      byUnit,
    );
    const known = (id: string) => ({ facts: factsOf(id), awards: awardsOf(id), nominations: nominationsOf(id) });
    return units.map((unit): Nominee => ({
      ...{ form: form.code, nameOf, type: question.type, year, on },
      ...unit,
      ...known(unit.id),
      registered: registered.get(unit.id) ?? false,
      registeredSomehow: registered.has(unit.id),
      registerBy,
      members: membersOf(unit.id).map(({ id }) => known(id)),
      above: unit.aboveId === null ? [] : factsOf(unit.aboveId),
      standing: standingOf(unit.id)[0] ?? null,
      completion: unit.kind === 'BODY' ? completion : null,
      indicators: {},
      consent: consentOf(unit.id)[0] ?? null,
      deedOn: asked(unit.id).find(({ deedOn }) => deedOn !== null)?.deedOn ?? null,
      quota: quotaFor(unit),
    }));
  }

  private async completion(caller: Caller, plan: Plan, { year, on }: Question): Promise<Nominee['completion']> {
    const { completion } = await this.progress.overview(caller, plan, { period: String(year), asOf: on, along: [] });
    return { met: completion.achieved, of: completion.counted };
  }

  private async names(caller: Caller): Promise<(form: string) => string> {
    const names = new Map((await this.catalogue.codesAndNames(caller)).map(({ code, name }) => [code, name]));
    return (form) => names.get(form) ?? form;
  }

  private async quota(reach: Reach, { form, year, on }: Question): Promise<(unit: NomineeUnit) => Nominee['quota']> {
    const demanded = termsOf(form)
      .flatMap(demandsIn)
      .flatMap((demand) => (demand.is === 'QUOTA' ? [demand.holding] : []));
    const holders = await this.queries.holders(reach, { forms: [form.code, ...demanded], year, on });
    return ({ id, aboveId }) => {
      const count =
        (isIn: (each: { aboveId: string | null }) => boolean) =>
        (holding: string): QuotaCount => ({
          holding: holders.filter((each) => each.held && each.form === holding && isIn(each)).length,
          coming: holders.filter((each) => !each.held && each.form === holding && isIn(each)).length,
          taken: holders.filter((each) => each.form === form.code && each.unitId !== id && isIn(each)).length,
        });
      return { COMMUNE: count(() => true), AGENCY: count((each) => each.aboveId === aboveId) };
    };
  }
}

/** Whether a nomination is for the form that is asked for: of the round, or of the year. */
const isAbout = (
  each: { form: string; type: NominationType; year: number; round: string },
  { form, type, year, round }: Question,
): boolean =>
  each.form === form.code && each.type === type && (round === undefined ? each.year === year : each.round === round);

const byUnit = ({ unitId }: { unitId: string }) => [unitId] as const;
const nobodyHolds: Nominee['quota'] = {
  COMMUNE: () => ({ holding: 0, coming: 0, taken: 0 }),
  AGENCY: () => ({ holding: 0, coming: 0, taken: 0 }),
};
