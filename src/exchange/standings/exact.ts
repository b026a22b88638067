import { VerificationError } from '../chain.js';

/** Exact numbers, as quotients of whole numbers. Like `chain.ts` it shares no code with the server. */
export interface Exact {
  over: bigint;
  /** Above zero; zero for what lies beyond every bound. */
  under: bigint;
}

/** A decimal of the records: "-12.50". */
export function exact(decimal: string): Exact {
  const [, whole, places = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) throw new VerificationError(`"${decimal}" is no decimal`);
  return { over: BigInt(whole + places), under: 10n ** BigInt(places.length) };
}

export const zero = exact('0');
export const hundred = exact('100');
export const boundless: Exact = { over: 1n, under: 0n };

export const plus = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });
export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });
export const sum = (all: readonly Exact[]): Exact => all.reduce(plus, zero);

/** `a` ÷ `b`; null for a `b` of zero. */
export const divided = (a: Exact, b: Exact): Exact | null =>
  b.over === 0n
    ? null
    : { over: a.over * b.under * (b.over < 0n ? -1n : 1n), under: a.under * (b.over < 0n ? -b.over : b.over) };

/** Below zero, zero or above zero, as `a` is less than `b`, the same or greater. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}
export const sign = (a: Exact): -1 | 0 | 1 => compare(a, zero);
export const size = (a: Exact): Exact => (sign(a) < 0 ? minus(zero, a) : a);
export const least = (a: Exact, b: Exact): Exact => (compare(a, b) > 0 ? b : a);
export const greatest = (a: Exact, b: Exact): Exact => (compare(a, b) < 0 ? b : a);

/** Whole steps in a number that is not below zero. */
export const steps = ({ over, under }: Exact): Exact => ({ over: over / under, under: 1n });

/** Rounded to so many decimals, a half away from zero. */
export function rounded(number: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places);
  const { over, under } = size(number);
  const half = (2n * over * scale + under) / (2n * under);
  return { over: sign(number) < 0 ? -half : half, under: scale };
}

/** Decimal of at most six places, as the records show numbers. */
export function shown(number: Exact): string {
  const { over } = rounded(number, 6);
  const digits = String(over < 0n ? -over : over).padStart(7, '0');
  return `${over < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}
