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

/** The award given first. */
const byGrant = (one: Sharer, other: Sharer): number => (one.grantedOn + one.id < other.grantedOn + other.id ? -1 : 1);

/** The higher amount first; of equal ones the award given first. */
const higherFirst = (one: Sharer, other: Sharer): number => new Big(other.full).cmp(one.full) || byGrant(one, other);

const scopes: Readonly<Record<SeveralRule, (sharer: Sharer) => string>> = {
  HIGHEST: () => '',
  HIGHEST_OF_CATEGORY: ({ category }) => category,
  EACH: ({ id }) => id,
};

/** Payment of an award beside others of its achievement: its amount without `others`, what they pay. */
function shareBeside({ full }: Sharer, others: readonly { id: string; amount: string }[]): Share {
  const [first] = others;
  const rest = others.reduce((left, { amount }) => left.minus(amount), new Big(full));
  if (!first) return { payable: full, amountReason: null, payingAwardId: null };
  return rest.gt(0)
    ? { payable: rest.toFixed(), amountReason: 'LOWER_PAID', payingAwardId: first.id }
    : { payable: '0', amountReason: 'HIGHER_PAYS', payingAwardId: first.id };
}

/** Payment of an award beside a higher one of its day: none, but what was paid already stays. */
const lowerShare = ({ paid, full }: Sharer, payingAwardId: string): Share =>
  paid === full
    ? { payable: full, amountReason: null, payingAwardId: null }
    : { payable: paid ?? '0', amountReason: 'HIGHER_PAYS', payingAwardId };

/**
 * Payments of the awards for one achievement: of a day the highest pays, the others 0, naming it. One of a later day
 * pays the rest: what was given, or was paid, before stays, so that all come to the highest.
 */
const sharesIn = (group: readonly Sharer[]): Map<string, Share> => {
  const shares = new Map<string, Share>();
  const inOrder = group.toSorted(byGrant);
  for (const day of groups(inOrder, ({ grantedOn }) => [grantedOn])) {
    const [highest, ...lower] = day.toSorted(higherFirst) as [Sharer, ...Sharer[]];
    const others = inOrder
      .filter((each) => each !== highest)
      .map(({ id, paid }) => ({ id, amount: shares.get(id)?.payable ?? paid ?? '0' }))
      .filter(({ amount }) => new Big(amount).gt(0));
    const share = shareBeside(highest, others);
    shares.set(highest.id, share);
    const payer = share.payable === '0' ? share.payingAwardId : null;
    for (const each of lower) shares.set(each.id, lowerShare(each, payer ?? highest.id));
  }
  return shares;
};

/** Payments of awards, by id. Those for one achievement follow the rule of the day on which the last one was given. */
export const sharesOf = (sharers: readonly Sharer[], ruleOn: (day: string) => SeveralRule): Map<string, Share> =>
  new Map(
    groups(sharers, (sharer) => [achievementOf(sharer)]).flatMap((group) => {
      const days = group.map(({ grantedOn }) => grantedOn).sort();
      const scopeOf = scopes[ruleOn(days.at(-1) ?? '')];
      return groups(group, (sharer) => [scopeOf(sharer)]).flatMap((each) => [...sharesIn(each)]);
    }),
  );
