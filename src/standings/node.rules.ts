import { fraction, type Fraction } from '../indicators/fraction.js';
import type { Points } from './formula.rules.js';
import { digits } from './quantity.rules.js';
import type { Line } from './scheme-rules.js';
import type { Limited, ScoreNode, Words } from './scored.js';
import type { Scored } from './subject.rules.js';

/** A line that was scored, with all that its node shows. */
export interface LineScored {
  line: Line;
  part: ScoreNode['part'];
  words: Words;
  points: Points;
  limited: Fraction | null;
  exact: Fraction | null;
  limits: readonly Limited[];
  children?: readonly ScoreNode[];
  /** Points of what is known, while not all is. */
  known?: Fraction;
}

/** A line of the tree as it is shown, beside its exact points. */
export function nodeOf(scored: LineScored): Scored {
  const { line, part, words, points, limited, exact, limits, children = [], known = fraction('0') } = scored;
  const { code, name, restsOn, max } = line;
  const decimal = (number: Fraction | null) => (number === null ? null : digits(number));
  const node: ScoreNode = {
    code,
    name,
    part,
    restsOn,
    max,
    inputs: points.taken,
    words,
    figures: exact === null ? '' : points.text,
    raw: decimal(points.number),
    limited: decimal(limited),
    points: decimal(exact),
    known: digits(exact ?? known),
    limits,
    missing: points.missing,
    notes: [...new Set(points.notes)],
    children,
  };
  return { node, exact };
}
