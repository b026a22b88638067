import { isOwn } from '../indicators/frequency.rules.js';
import type { Frequency, Indicator, OverTime } from '../indicators/indicator.entity.js';
import { belongs, daysIn, mayCross, type Span } from '../indicators/period.js';
import { inOrder, type Part } from '../periods/calendar.rules.js';

export type AggregatedIndicator = Pick<Indicator, 'overTime' | 'frequency' | 'reported'>;

/** A span, and the last part within it that gives a figure. */
export interface Within {
  span: Span;
  last: Span;
}

/** Results that make the figure of a span, and results that say the same days again: by their indexes. */
export interface Choice {
  from: readonly number[];
  twice: readonly number[];
}

const overlap = (a: Span, b: Span) => a.from <= b.to && b.from <= a.to;

function parted<Each>(all: readonly Each[], is: (each: Each) => boolean): [those: Each[], others: Each[]] {
  const [those, others]: [Each[], Each[]] = [[], []];
  for (const each of all) (is(each) ? those : others).push(each);
  return [those, others];
}

/**
 * Parts that cover no day twice. Those of the own frequency go before others of the same days; a wider one only where
 * its parts leave days out.
 */
export function once<Each extends Part>(parts: readonly Each[], frequency: Frequency): { from: Each[]; twice: Each[] } {
  const [own, others] = parted(parts, (each) => isOwn(each, frequency));
  // The longest first; of two as long the earlier one.
  const wider = inOrder(others).sort((a, b) => daysIn(b) - daysIn(a));
  const taken = own;
  const twice: Each[] = [];
  for (const each of wider) {
    const same = taken.filter((other) => overlap(other, each));
    const covers = same.every((other) => other.from >= each.from && other.to <= each.to);
    if (same.length > 0 && (!covers || same.reduce((sum, other) => sum + daysIn(other), 0) >= daysIn(each))) {
      twice.push(each);
      continue;
    }
    twice.push(...same);
    taken.splice(0, taken.length, ...taken.filter((other) => !same.includes(other)), each);
  }
  return { from: inOrder(taken), twice: inOrder(twice) };
}

interface Indexed extends Part {
  index: number;
}

const making: Readonly<Record<OverTime, (parts: readonly Indexed[], last: Span) => readonly Indexed[]>> = {
  SUM: (parts) => parts,
  MEAN: (parts) => parts,
  // A stock is known at the end of the last part; without that part it is not.
  AT_END: (parts, last) => parts.filter(({ to }) => to === last.to).slice(-1),
  NONE: (parts, last) => parts.filter(({ from, to }) => from === last.from && to === last.to).slice(-1),
};

const indexesOf = (parts: readonly Indexed[]) => parts.map(({ index }) => index);

/** Chooses among results by their periods: the figures themselves do not matter. */
export function choose(
  { overTime, frequency, reported }: AggregatedIndicator,
  periods: readonly Part[],
  { span, last }: Within,
): Choice {
  const within = periods
    .map((part, index) => ({ ...part, index }))
    .filter((part) => belongs({ ...part, crosses: mayCross(part.period) }, span));
  // Each of cumulative results says everything since the beginning: the latest holds the others.
  if (reported === 'CUMULATIVE' && overTime === 'SUM') return { from: indexesOf(inOrder(within).slice(-1)), twice: [] };
  const { from, twice } = once(within, frequency);
  return { from: indexesOf(making[overTime](from, last)), twice: indexesOf(twice) };
}
