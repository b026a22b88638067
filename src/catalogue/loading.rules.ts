import { jcs } from '../api/canonical-json.js';
import type { AwardForm } from './award-form.view.js';
import type { Condition } from './condition.view.js';
import type { AwardFormGiven, ConditionGiven, RuleSetGiven } from './catalogue.inputs.js';
import type { BaseSalary, RuleSet } from './rule-set.view.js';
import { daysInForce, isEmpty, type Days, type Origin, type OwnedSpan, type Span } from './span.rules.js';

/** Effect of a load: records that are new or changed, and sentences on what gave way to a file of the operator. */
export interface Loaded {
  ruleSets: RuleSet[];
  baseSalaries: BaseSalary[];
  forms: AwardForm[];
  gaveWay: string[];
}

/** Days in force of all spans after a load, and the keys of those given that are put. */
export interface Settled {
  days: Map<string, Days>;
  put: ReadonlySet<string>;
  gaveWay: string[];
}

/** Puts spans stored and given together. Those of the operator stay, whatever the program brings. */
export function settle(
  name: 'rule set' | 'base salary',
  given: readonly Span[],
  { stored, shown, origin }: { stored: readonly OwnedSpan[]; shown: readonly { id: string }[]; origin: Origin },
): Settled {
  const storedAt = new Map(stored.map((span) => [span.key, span]));
  const shownAt = new Map(shown.map((record) => [record.id, { ...record, key: record.id }]));
  const stays = ({ key }: Span) => origin === 'PROGRAM' && storedAt.get(key)?.origin === 'OPERATOR';
  const news = given.filter((span) => !stays(span)).map((span) => ({ ...span, origin }));
  const keys = new Set(news.map(({ key }) => key));
  const all: OwnedSpan[] = [...stored.filter(({ key }) => !keys.has(key)), ...news];
  const days = daysInForce(all);
  const inForce = ({ key }: Span) => days.get(key) as Days;
  const gaveWay = [
    ...given
      .filter((span) => stays(span) && !says(shownAt.get(span.key), { validTo: null, ...span }))
      .map(({ key }) => `${name} ${key} stays as a file gave it`),
    ...all
      .filter((span) => !sameDays(span, inForce(span)))
      .map((span) => `${name} ${span.key} gives way to a file: in force ${said(inForce(span))}`),
  ];
  for (const span of news) if (!storedAt.has(span.key) && isEmpty(inForce(span))) days.delete(span.key);
  return { days, put: new Set([...keys].filter((key) => days.has(key))), gaveWay };
}

const sameDays = (a: Days, b: Days) => a.validFrom === b.validFrom && (a.validTo ?? null) === (b.validTo ?? null);
const said = (days: Days) =>
  isEmpty(days) ? 'on no day' : `from ${days.validFrom} to ${days.validTo ?? 'further notice'}`;

/** A form with the rule set it belongs to, its conditions as they are stored. */
export interface FormOf extends Omit<AwardFormGiven, 'conditions'> {
  ruleSet: string;
  conditions: Condition[];
}

const asStored = ({ types = [], nominees = [], cure = null, needs, ...condition }: ConditionGiven): Condition => ({
  ...condition,
  ...{ types, nominees, cure, needs: jcs(needs as never) },
});

const none = {
  ...{ coefficient: null, salaryRise: null, prerequisite: null, quota: null, voteRule: null },
  ...{ prescribed: [], timeLimits: [] },
};

/**
 * Forms of the rule sets given that are put: those that differ from what is shown, or become the operator's. The
 * program changes no form of the operator, and adds none to a rule set of the operator.
 */
export function settleForms(
  ruleSets: readonly RuleSetGiven[],
  put: ReadonlySet<string>,
  { stored, shown, origin }: { stored: ReadonlyMap<string, Origin>; shown: readonly AwardForm[]; origin: Origin },
): { forms: FormOf[]; gaveWay: string[] } {
  const shownAt = new Map(shown.map((form) => [form.id, form]));
  const given = ruleSets.flatMap(({ code: ruleSet, forms }) =>
    forms.map(({ conditions = [], prescribed = [], authority, ...given }) => {
      const id = `${ruleSet}:${given.code}`;
      const form = {
        ...{ ...given, ruleSet, authority: { level: null, ...authority } },
        prescribed: prescribed.map((each) => ({ ...each, number: each.number ?? null })),
        conditions: conditions.map(asStored),
      };
      return { id, form, owner: stored.get(id), same: says(shownAt.get(id), { ...none, ...form }) };
    }),
  );
  const mayPut = ({ owner, form }: { owner?: Origin; form: FormOf }) =>
    origin === 'OPERATOR' || (owner === undefined ? put.has(form.ruleSet) : owner === origin);
  return {
    forms: given.filter((each) => mayPut(each) && !(each.same && each.owner === origin)).map(({ form }) => form),
    gaveWay: given
      .filter((each) => each.owner && !mayPut(each) && !each.same)
      .map(({ id }) => `form ${id} stays as a file gave it`),
  };
}

/** Whether a record has each member as it is given; one left out is null. */
const says = (record: object | undefined, given: object): boolean =>
  record !== undefined &&
  Object.entries(given).every(
    ([member, value]) => jcs((record as Record<string, unknown>)[member] as never) === jcs(value ?? null),
  );

/** Lines for the operator: each record that is new or changed, with its version, and what gave way. */
export const linesOf = ({ ruleSets, baseSalaries, forms, gaveWay }: Loaded): string[] => [
  ...ruleSets.map(
    ({ code, version, rounding: { method, unit }, ...days }) =>
      `rule set ${code} ${version}: in force ${said(days)}, money rounded ${method}, unit ${unit} đồng`,
  ),
  ...baseSalaries.map(
    ({ id, version, amount, ...days }) => `base salary ${id} ${version}: ${amount} đồng, in force ${said(days)}`,
  ),
  ...forms.map(({ id, version }) => `form ${id} ${version}`),
  ...gaveWay,
];
