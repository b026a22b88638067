import { markup, type Markup } from './markup.js';

const [width, height, margin] = [100, 28, 4] as const;

export interface Line {
  /** Figures in the order of time; null: there is none. */
  figures: readonly (number | null)[];
  /** Level of the target; null: none. */
  target: number | null;
  label: string;
}

/** Points of a line: each figure at its place in time, on a scale from zero (or the least) to the greatest. */
export function pointsOf({ figures, target }: Pick<Line, 'figures' | 'target'>): {
  points: [x: number, y: number][];
  target: number | null;
} {
  const known = [...figures, target].filter((figure) => figure !== null);
  const [least, greatest] = [Math.min(0, ...known), Math.max(0, ...known)];
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const up = (figure: number) =>
    rounded(height - margin - ((figure - least) / (greatest - least || 1)) * (height - 2 * margin));
  const along = (place: number) => rounded(margin + (place / Math.max(1, figures.length - 1)) * (width - 2 * margin));
  return {
    points: figures.flatMap((figure, place) => (figure === null ? [] : [[along(place), up(figure)]])),
    target: target === null ? null : up(target),
  };
}

/** A small line over time, its last point marked, its target broken. Nothing where no two figures are known. */
export function sparkline(line: Line): Markup | null {
  const { points, target } = pointsOf(line);
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const [x, y] = last;
  return markup`<svg class="line" viewBox="0 0 ${width} ${height}" role="img" aria-label="${line.label}">
${target !== null && markup`<path class="goal" d="M0 ${target}H${width}"/>`}
<polyline points="${points.map((each) => each.join()).join(' ')}"/><circle cx="${x}" cy="${y}" r="3"/></svg>`;
}
