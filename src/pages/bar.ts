import type { Tone } from './badge.js';
import { markup, type Markup } from './markup.js';

/** The bar goes to this percentage; what lies beyond ends in an arrow. */
const most = 125;

/** Places along a bar of 100, in hundredths: its end, that of the target, and whether the percentage goes beyond it. */
export function barOf(percent: string): { length: number; target: number; isBeyond: boolean } {
  const value = Math.max(0, Number(percent));
  const along = (part: number) => Math.round((Math.min(part, most) / most) * 10_000) / 100;
  return { length: along(value), target: along(100), isBeyond: value > most };
}

/** Parts of a whole, side by side; the words beside it say the same. */
export function strip(parts: readonly { tone: Tone; count: number }[]): Markup {
  const ends = parts.map((_, place) => parts.slice(0, place + 1).reduce((sum, { count }) => sum + count, 0));
  const drawn = parts.map(
    ({ tone, count }, place) =>
      markup`<path class="${tone}" d="M${(ends[place] ?? 0) - count} 0h${count - 0.08}v1h-${count - 0.08}z"/>`,
  );
  return markup`<svg class="strip" viewBox="0 0 ${ends.at(-1) ?? 1} 1" preserveAspectRatio="none" aria-hidden="true">
${drawn}</svg>`;
}

/** A percentage of a target as a bar, and the target as a line across it. `label` says it in words. */
export function bar(percent: string, label: string): Markup {
  const { length, target, isBeyond } = barOf(percent);
  return markup`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${label}">
<rect class="track" y="2" width="100" height="6" rx="1"/><rect class="fill" y="2" width="${length}" height="6" rx="1"/>
<path class="mark" d="M${target} 0V10"/>${isBeyond && markup`<path class="beyond" d="M96 0L100 5L96 10Z"/>`}</svg>`;
}
