import Big from 'big.js';
import type { AwardForm } from './award-form.view.js';
import type { Demand, Term } from './condition-words.data.js';
import { demandsIn } from './condition.rules.js';
import { factWords, ratedFrom } from './fact-words.data.js';

/** Quota of a form: a share of those that hold another form, or are rated so, in the commune or in each agency. */
export type Quota = Omit<Demand<'QUOTA'>, 'is'>;

/** Places of a quota on a base: its share, rounded down, but the floor at least where there is anybody. */
export const placesOn = ({ percent, floor = 0 }: Pick<Quota, 'percent' | 'floor'>, base: number): number =>
  base === 0 ? 0 : Math.max(floor, new Big(base).times(percent).div(100).round(0, Big.roundDown).toNumber());

/** Form, or ratings, that whoever is in the base of a quota has one of. */
export const baseOf = ({ holding, rated }: Pick<Quota, 'holding' | 'rated'>): readonly string[] =>
  rated ? ratedFrom(rated) : holding ? [holding] : [];

/** Words for the base of a quota. */
export const saidOfBase = ({ holding = '', rated }: Quota, nameOf: (form: string) => string) =>
  rated
    ? { en: `rated ${rated} or better`, vi: `xếp loại "${factWords.RATING.values[rated]}" trở lên` }
    : { en: `who hold "${holding}"`, vi: `đạt "${nameOf(holding)}"` };

/** Quotas among the conditions of a form. */
export const quotasOf = ({ conditions }: Pick<AwardForm, 'conditions'>): Quota[] =>
  conditions
    .flatMap(({ needs }) => demandsIn(JSON.parse(needs) as Term))
    .flatMap((demand) => (demand.is === 'QUOTA' ? [demand] : []));
