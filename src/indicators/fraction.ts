import Big from 'big.js';

/** Exact quotient of two decimals; the denominator is above zero. */
export interface Fraction {
  over: Big;
  under: Big;
}

export const fraction = (over: Big | string, under: Big | string = '1'): Fraction => ({
  over: new Big(over),
  under: new Big(under),
});

/** Below zero, zero or above zero: `a` against `b`, without a division. */
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => a.over.times(b.under).cmp(b.over.times(a.under));

/** `a`, but no greater than `b`; but no less. */
export const atMost = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? b : a);
export const atLeast = (a: Fraction, b: Fraction): Fraction => (compare(a, b) < 0 ? b : a);

export const times = ({ over, under }: Fraction, factor: Big | string): Fraction => ({
  over: over.times(factor),
  under,
});

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.under.eq(b.under)
    ? { over: a.over.plus(b.over), under: a.under }
    : { over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) };

export const sumOf = (numbers: readonly Fraction[]): Fraction => numbers.reduce(plus, fraction('0'));

/** `a` less `b`. */
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, times(b, '-1'));

/** `a` ÷ `b`; undefined for a `b` of zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.over.eq(0)) return undefined;
  const sign = b.over.lt(0) ? -1 : 1;
  return { over: a.over.times(b.under).times(sign), under: a.under.times(b.over).times(sign) };
}

/** Divides with more decimals than a figure has: halves of the second decimal stay halves. */
const Divided = Big();
Divided.DP = 40;
Divided.RM = Big.roundDown;

/** To be shown: with at most so many decimals, half up (away from zero). A figure that is judged is never rounded. */
export const shown = ({ over, under }: Fraction, decimals: number): string =>
  new Divided(over).div(new Divided(under)).round(decimals, Big.roundHalfUp).toFixed();
