import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { permissions } from '../access/permissions.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { ConditionWord, Term } from '../catalogue/condition-words.data.js';
import { ratedFrom } from '../catalogue/fact-words.data.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { quotasOf } from '../catalogue/quota.rules.js';
import { grouped } from '../database/batch.js';
import { PlansService } from '../indicators/plans.service.js';
import type { Stand } from '../progress/progress.rules.js';
import { ProgressService } from '../progress/progress.service.js';
import { wordsOf } from './eligibility.rules.js';
import { endOf, isRated } from './person-words.rules.js';
import { indicatorVerdict } from './indicator-verdict.rules.js';
import type { Nominee, QuotaBase, QuotaCount } from './nominee.js';
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

/** Roles whose appointments nominate. */
const whoNominate = permissions.submitNomination.who;

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
    const above = [...new Set(units.flatMap(({ aboveThenId }) => aboveThenId ?? []))];
    const factsOf = grouped(await this.queries.facts(reach, [...everybody, ...above]), byUnit);
    const awardsOf = grouped(await this.queries.awards(reach, everybody, on), byUnit);
    const nominationsOf = grouped(await this.queries.nominations(reach, everybody), byUnit);
    const nameOf = await this.catalogue.formNames(caller);
    const standingOf = grouped(await this.queries.standings(reach, ids, { year, on }), byUnit);
    const membersOf = grouped(members, byUnit);
    const ofYear = { communeIds: [reach.communeId], key: String(year) };
    const [plan] = await this.plans.plansByKey(caller, ofYear);
    const registerBy = plan ? plan.settings.registerBy : undefined;
    const by = registerBy != null && registerBy < on ? registerBy : on;
    const registered = await this.queries.registered(reach, ids, { year, form: form.code, on, by });
    const stand =
      plan && (words.has('COMPLETION') || words.has('INDICATOR'))
        ? await this.progress.stand(caller, plan, { period: String(year), asOf: on })
        : undefined;
    const rowsOf = new Map(stand?.rows.map((rows) => [rows.indicator.code, rows]));
    const quotaFor = words.has('QUOTA') ? await this.quota(reach, question) : () => nobodyHolds;
    const asked = (id: string) => nominationsOf(id).filter((each) => isAbout(each, question));
    const askedIds = ids.flatMap(asked).map(({ id }) => id);
    const consentOf = grouped(words.has('CONSENT') ? await this.queries.consents(reach, askedIds, on) : [], byUnit);
    const submittersOf = grouped(
      words.has('SUBMITTED_BY') ? await this.queries.submitters(reach, askedIds, whoNominate) : [],
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
      above: unit.aboveThenId === null ? [] : factsOf(unit.aboveThenId),
      standing: standingOf(unit.id)[0] ?? null,
      completion: completionOf(stand, unit),
      indicator: (code) => {
        const rows = rowsOf.get(code);
        return rows && indicatorVerdict(rows, isCommune(unit) ? null : unit.id);
      },
      submittedBy: submittersOf(unit.id)[0]?.kinds ?? null,
      consent: consentOf(unit.id)[0] ?? null,
      deedOn: asked(unit.id).find(({ deedOn }) => deedOn !== null)?.deedOn ?? null,
      quota: quotaFor(unit),
    }));
  }

  private async quota(reach: Reach, { form, year, on }: Question): Promise<(unit: NomineeUnit) => Nominee['quota']> {
    const demanded = quotasOf(form);
    const forms = [form.code, ...demanded.flatMap(({ holding }) => holding ?? [])];
    const holders = await this.queries.holders(reach, { forms, year, on });
    const values = [...new Set(demanded.flatMap(({ rated }) => (rated ? ratedFrom(rated) : [])))];
    const rated = values.length === 0 ? [] : await this.queries.rated(reach, { values, year, on });
    return ({ id, aboveId }) => {
      const count =
        (isIn: (each: { aboveId: string | null }) => boolean) =>
        (base: QuotaBase): QuotaCount => {
          const holding = holders.filter((each) => each.form === base.holding && isIn(each));
          const asRated = rated.filter(({ value }) => base.rated && isRated(value, base.rated)).filter(isIn);
          return {
            holding: base.rated ? asRated.length : holding.filter(({ held }) => held).length,
            coming: holding.filter(({ held }) => !held).length,
            taken: holders.filter((each) => each.form === form.code && each.unitId !== id && isIn(each)).length,
          };
        };
      return { COMMUNE: count(() => true), AGENCY: count((each) => each.aboveId === aboveId) };
    };
  }
}

/** Whether a unit is the commune itself: the one below no other. */
const isCommune = ({ path }: NomineeUnit): boolean => !path.includes('/');

/** The n of N of a unit with targets of its own, else that of the commune; null: none is counted. */
function completionOf(stand: Stand | undefined, unit: NomineeUnit): Nominee['completion'] {
  const found = stand && ((isCommune(unit) ? null : stand.completionOf(unit.id)) ?? stand.completion);
  return found ? { met: found.achieved, of: found.counted } : null;
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
