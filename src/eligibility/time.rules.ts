import { dayAfter, daysAfter } from '../day.js';

/** From one day to another, both included; null: it goes on. */
export interface Days {
  from: string;
  to: string;
}

/** Days of a fact as far as they lie within some; none when they do not meet. */
export const within = (
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  { from, to }: Days,
): Days[] => {
  const first = validFrom !== null && validFrom > from ? validFrom : from;
  const last = validTo !== null && validTo < to ? validTo : to;
  return first <= last ? [{ from: first, to: last }] : [];
};

/** Days of several stretches, each once, in order. */
export function united(stretches: readonly Days[]): Days[] {
  const sorted = [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.reduce<Days[]>((whole, each) => {
    const last = whole.at(-1);
    if (last && each.from <= dayAfter(last.to)) {
      if (each.to > last.to) last.to = each.to;
    } else whole.push({ ...each });
    return whole;
  }, []);
}

/** Whole months of a stretch, and the days left over, at most 29: a month from 15 March ends on 14 April. */
function monthsIn({ from, to }: Days): { months: number; days: number } {
  let months = 0;
  while (daysAfter(monthsLater(from, months + 1), -1) <= to) months += 1;
  const rest = monthsLater(from, months);
  const days = rest > to ? 0 : (Date.parse(to) - Date.parse(rest)) / 86_400_000 + 1;
  return { months, days: Math.min(days, 29) };
}

/** The same day so many months later; the last of a month that is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** Whole months of several stretches together; thirty days left over are one. */
export function wholeMonths(stretches: readonly Days[]): number {
  const each = united(stretches).map(monthsIn);
  const sum = (of: (one: { months: number; days: number }) => number) => each.reduce((all, one) => all + of(one), 0);
  return sum(({ months }) => months) + Math.floor(sum(({ days }) => days) / 30);
}

export const yearOf = (year: number): Days => ({ from: `${year}-01-01`, to: `${year}-12-31` });
