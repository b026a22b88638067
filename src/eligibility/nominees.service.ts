import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import type { ConditionWord, Term } from '../catalogue/condition-words.data.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { grouped } from '../database/batch.js';
import { PlansService } from '../indicators/plans.service.js';
import type { Plan } from '../indicators/plan.entity.js';
import { ProgressService } from '../progress/progress.service.js';
import { wordsOf } from './eligibility.rules.js';
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
    const members = aboutMembers.some((word) => words.has(word)) ? await this.queries.members(reach, ids, on) : [];
    const everybody = [...new Set([...ids, ...members.map(({ id }) => id)])];
    const above = [...new Set(units.flatMap(({ aboveId }) => aboveId ?? []))];
    const factsOf = grouped(await this.queries.facts(reach, [...everybody, ...above]), byUnit);
    const awardsOf = grouped(await this.queries.awards(reach, everybody, on), byUnit);
    const nominationsOf = grouped(await this.queries.nominations(reach, everybody), byUnit);
    const registered = await this.queries.registered(reach, ids, { year, form: form.code, on });
    const standingOf = grouped(await this.queries.standings(reach, ids, { year, on }), byUnit);
    const membersOf = grouped(members, byUnit);
    const asked = { communeIds: [reach.communeId], key: String(year) };
    const [plan] = await this.plans.plansByKey(caller, asked);
    const completion = words.has('COMPLETION') && plan ? await this.completion(caller, plan, question) : null;
    const quotaFor = words.has('QUOTA') ? await this.quota(reach, question) : () => nobodyHolds;
    const consentFor = words.has('CONSENT')
      ? await this.consent(
          reach,
          question,
          [...ids].flatMap((id) => nominationsOf(id)),
        )
      : () => null;
    const known = (id: string) => ({ facts: factsOf(id), awards: awardsOf(id), nominations: nominationsOf(id) });
    return units.map((unit): Nominee => ({
      ...{ form: form.code, type: question.type, year, on },
      ...unit,
      ...known(unit.id),
      registered: registered.has(unit.id),
      registerBy: plan ? plan.settings.registerBy : undefined,
      members: membersOf(unit.id).map(({ id }) => known(id)),
      above: unit.aboveId === null ? [] : factsOf(unit.aboveId),
      standing: standingOf(unit.id)[0] ?? null,
      completion: unit.kind === 'BODY' ? completion : null,
      indicators: {},
      consent: consentFor(unit.id),
      deedOn: null,
      quota: quotaFor(unit),
    }));
  }

  private async completion(caller: Caller, plan: Plan, { year, on }: Question): Promise<Nominee['completion']> {
    const { completion } = await this.progress.overview(caller, plan, { period: String(year), asOf: on, along: [] });
    return { met: completion.achieved, of: completion.counted };
  }

  /** Counts of the meeting on the nomination of each unit. */
  private async consent(
    reach: Reach,
    { form, year, round }: Question,
    nominations: readonly { id: string; unitId: string; form: string; year: number; round: string }[],
  ): Promise<(unitId: string) => Nominee['consent']> {
    const asked = nominations.filter(
      (each) => each.form === form.code && (round === undefined ? each.year === year : each.round === round),
    );
    const counts = new Map(
      (
        await this.queries.consents(
          reach,
          asked.map(({ id }) => id),
        )
      ).map((each) => [each.id, each]),
    );
    const unitOf = new Map(asked.map(({ id, unitId }) => [unitId, id]));
    return (unitId) => counts.get(unitOf.get(unitId) ?? '') ?? null;
  }

  private async quota(reach: Reach, { form, year, on }: Question): Promise<(unit: NomineeUnit) => Nominee['quota']> {
    const demanded = termsOf(form).flatMap(quotasIn);
    const holders = await this.queries.holders(reach, { forms: [form.code, ...demanded], year, on });
    return ({ id, aboveId }) => {
      const count =
        (isIn: (each: { aboveId: string | null }) => boolean) =>
        (holding: string): QuotaCount => ({
          holding: holders.filter((each) => each.form === holding && isIn(each)).length,
          taken: holders.filter((each) => each.form === form.code && each.unitId !== id && isIn(each)).length,
        });
      return { COMMUNE: count(() => true), AGENCY: count((each) => each.aboveId === aboveId) };
    };
  }
}

const byUnit = ({ unitId }: { unitId: string }) => [unitId] as const;
const nobodyHolds: Nominee['quota'] = {
  COMMUNE: () => ({ holding: 0, taken: 0 }),
  AGENCY: () => ({ holding: 0, taken: 0 }),
};

/** Forms that quotas of a condition are counted from. */
const quotasIn = (term: Term): string[] => {
  if ('all' in term) return term.all.flatMap(quotasIn);
  if ('any' in term) return term.any.flatMap(quotasIn);
  if ('not' in term) return quotasIn(term.not);
  return term.is === 'QUOTA' ? [term.holding] : [];
};
