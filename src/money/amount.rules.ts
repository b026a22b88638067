import Big from 'big.js';
import type { FormCategory, NomineeFactor } from '../catalogue/award-form.view.js';
import type { RoundingMethod, SeveralRule } from '../catalogue/rule-set.view.js';
import { groups } from '../database/batch.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import type { AmountBasis, AmountReason } from './amount-basis.view.js';

/** Money of one award, whole đồng: before its rounding, and as it is paid where no other award pays in its place. */
export interface Amount {
  raw: string;
  payable: string;
}

/** Rounding to whole units of đồng: NEAREST half up, UP to the next, NONE to the đồng. */
const rounded = (exact: Big, method: RoundingMethod, unit: number): Big =>
  method === 'NONE'
    ? exact.round(0, Big.roundHalfUp)
    : exact
        .div(unit)
        .round(0, method === 'UP' ? Big.roundUp : Big.roundHalfUp)
        .times(unit);

/** Coefficient × base salary × factor, rounded once, after the factor. */
export function amountOf({ coefficient, factor, baseSalary, rounding, unit }: AmountBasis): Amount {
  const exact = new Big(coefficient).times(baseSalary).times(factor);
  return { raw: exact.round(0, Big.roundHalfUp).toFixed(), payable: rounded(exact, rounding, unit).toFixed() };
}

/** Factor of the coefficient for a kind of nominee: 1 where the form has none for it. */
export const factorOf = (
  { factors }: { factors: readonly Pick<NomineeFactor, 'nominees' | 'factor'>[] },
  kind: UnitKind,
): string => factors.find(({ nominees }) => nominees.includes(kind))?.factor ?? '1';

/** Award in force with money, as far as others of the same achievement decide about it. */
export interface Sharer {
  id: string;
  unitId: string;
  category: FormCategory;
  type: string | null;
  period: string | null;
  deedOn: string | null;
  roundId: string | null;
  grantedOn: string;
  /** Amount where no other award pays in its place. */
  full: string;
  /** Amount that was paid, and has not come back. */
  paid: string | null;
}

/** Payment of an award beside others of the same achievement. */
export interface Share {
  payable: string;
  amountReason: AmountReason | null;
  payingAwardId: string | null;
}

/** Achievement of an award: one nominee, type and period; of a movement its round, of a sudden deed its day, too. */
const achievementOf = ({ unitId, type, period, deedOn, roundId }: Sharer): string =>
  JSON.stringify([unitId, type, period, deedOn, type === 'MOVEMENT' ? roundId : null]);

/** The higher amount first; of equal ones the award given first. */
const higherFirst = (one: Sharer, other: Sharer): number =>
  new Big(other.full).cmp(one.full) || (one.grantedOn + one.id < other.grantedOn + other.id ? -1 : 1);

const scopes: Readonly<Record<SeveralRule, (sharer: Sharer) => string>> = {
  HIGHEST: () => '',
  HIGHEST_OF_CATEGORY: ({ category }) => category,
  EACH: ({ id }) => id,
};

const isPaid = ({ paid }: Sharer): boolean => new Big(paid ?? '0').gt(0);

/** Payment of an award beside a higher one: what was paid already stays. */
const lowerShare = (lower: Sharer, highest: Sharer): Share => {
  const payable = isPaid(lower) ? (lower.paid ?? '0') : '0';
  return payable === lower.full
    ? { payable, amountReason: null, payingAwardId: null }
    : { payable, amountReason: 'HIGHER_PAYS', payingAwardId: highest.id };
};

/** Payment of the highest: its amount without what was paid for others, so that all come to the highest. */
const highestShare = (highest: Sharer, others: readonly Sharer[]): Share => {
  const [first, ...more] = others.filter(isPaid);
  if (!first) return { payable: highest.full, amountReason: null, payingAwardId: null };
  const rest = [first, ...more].reduce((left, { paid }) => left.minus(paid ?? '0'), new Big(highest.full));
  return { payable: rest.gt(0) ? rest.toFixed() : '0', amountReason: 'LOWER_PAID', payingAwardId: first.id };
};

/** Payments of the awards for one achievement: the highest its amount, the others 0, naming it. */
const sharesIn = (group: readonly Sharer[]): (readonly [id: string, share: Share])[] => {
  const [highest, ...others] = group.toSorted(higherFirst);
  if (!highest) return [];
  return [
    [highest.id, highestShare(highest, others)],
    ...others.map((lower) => [lower.id, lowerShare(lower, highest)] as const),
  ];
};

/** Payments of awards, by id. Those for one achievement follow the rule of the day on which the last one was given. */
export const sharesOf = (sharers: readonly Sharer[], ruleOn: (day: string) => SeveralRule): Map<string, Share> =>
  new Map(
    groups(sharers, (sharer) => [achievementOf(sharer)]).flatMap((group) => {
      const days = group.map(({ grantedOn }) => grantedOn).sort();
      const scopeOf = scopes[ruleOn(days.at(-1) ?? '')];
      return groups(group, (sharer) => [scopeOf(sharer)]).flatMap(sharesIn);
    }),
  );
