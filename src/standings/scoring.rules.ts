import { compare, fraction, plus, type Fraction } from '../indicators/fraction.js';
import { canonicalInputs, canonicalScheme, inputHash } from './canonical.rules.js';
import { truthOf } from './condition.rules.js';
import { ownPoints, type Points } from './formula.rules.js';
import { combined, pointsKnown } from './group.rules.js';
import { bounded, chosen, netOf, rounded, roundedLeaf } from './limit.rules.js';
import { nodeOf } from './node.rules.js';
import { blockPoints, isOfBlock, raceOf, type Race } from './relative.rules.js';
import type { Criterion, Item, Line, SchemeRules } from './scheme-rules.js';
import type { Allowance, Limited, Score, Scores, ScoringInputs, Taken, Words } from './scored.js';
import { sharedPoints } from './share.rules.js';
import { appliesTo, bookOf, isGroup, linesOf, type Book, type Scored, type Subject } from './subject.rules.js';
import { wordsOf } from './words.rules.js';

/** The score tree of each member, block by block. The hash covers all that it was scored from. */
export function scoresOf(scheme: SchemeRules, inputs: ScoringInputs): Scores {
  const ordered = canonicalScheme(scheme);
  const canonical = canonicalInputs(inputs);
  const book = bookOf(ordered, canonical);
  const scored = scorerOf(book);
  const scores = ordered.blocks.flatMap(({ code }) =>
    book.members(code).map((subject): Score => ({
      unit: subject.member.unit,
      block: code,
      tree: scored(subject, ordered.tree.code).node,
    })),
  );
  return { scheme: ordered, inputs: canonical, inputHash: inputHash(ordered, canonical), scores };
}

/** Scores lines, each once for each member: a line may share the points of another. */
function scorerOf(book: Book): (subject: Subject, line: string) => Scored {
  const { rounding, tree, knockOuts } = book.scheme;
  const known = new Map<string, Scored | 'UNDER_WAY'>();
  const races = new Map<string, Race>();
  const words = new Map(linesOf(tree).map((line): [Line, Words] => [line, wordsOf(line, book.figure)]));

  function scored(subject: Subject, code: string): Scored {
    const key = `${subject.block.code} ${subject.member.unit} ${code}`;
    const found = known.get(key);
    if (found === 'UNDER_WAY') throw new Error(`${code} shares its own points; the scheme was not checked.`);
    if (found) return found;
    known.set(key, 'UNDER_WAY');
    const line = book.line(code);
    const made = 'items' in line ? scoredCriterion(subject, line) : scoredItem(subject, line);
    known.set(key, made);
    return made;
  }

  /** Points by the line's own formula. */
  function pointsOf(subject: Subject, line: Line, below: readonly Scored[]): Points {
    const { formula } = line;
    if (formula.kind === 'SUM' || formula.kind === 'MEAN') return combined(line as Criterion, below, subject);
    if (formula.kind === 'SHARE') return sharedPoints({ book, subject, line, formula }, scored);
    if (!isOfBlock(formula)) return ownPoints({ book, subject, line, formula });
    const key = `${subject.block.code} ${line.code}`;
    const race = races.get(key) ?? raceOf(book, { line, formula }, subject.block.code);
    races.set(key, race);
    return blockPoints({ subject, line, formula }, race);
  }

  function scoredItem(subject: Subject, line: Item): Scored {
    const points = pointsOf(subject, line, []);
    const allowance = book.allowance(subject, line.code);
    const end = points.number && bounded(points.number, line, allowance);
    return nodeOf({
      line,
      part: 'ITEM',
      words: words.get(line) as Words,
      points: { ...points, taken: [...points.taken, ...takenOf(allowance)] },
      limited: end && end.points,
      exact: end && roundedLeaf(end.points, rounding),
      limits: end?.limits ?? [],
    });
  }

  /** Own points or those below within the ends, then bonus and deduction, then the ends again, then rounding. */
  function scoredCriterion(subject: Subject, criterion: Criterion): Scored {
    const applying = <Of extends Line>(lines: readonly Of[]) => lines.filter((line) => appliesTo(line, subject));
    const below = applying(criterion.children).map(({ code }) => scored(subject, code));
    const items = chosen(applying(criterion.items).map((item) => ({ item, scored: scored(subject, item.code) })));
    const allowance = book.allowance(subject, criterion.code);
    const ends = { max: criterion.isCeiling ? criterion.max : null, min: criterion.min };
    const isLeaf = !isGroup(criterion);

    const points = pointsOf(subject, criterion, below);
    const base = points.number && bounded(points.number, ends, allowance);
    const basePoints = base && (isLeaf ? roundedLeaf(base.points, rounding) : base.points);
    const extra = items.flatMap(({ exact }) => (exact === null ? [] : [exact]));
    const net = netOf(extra, criterion.limits, allowance);
    const raw = basePoints && extra.length === items.length ? plus(basePoints, net.points) : null;
    const end = raw && bounded(raw, ends, allowance);
    const zero = zeroed(subject, criterion);
    const limited = zero.holds === null ? null : end && (zero.holds ? nothingAtMost(end.points) : end.points);
    const isLine = criterion !== tree && isLeaf && items.length === 0;
    const places = criterion === tree ? rounding.total : rounding.group;
    const lines = [...below, ...items];
    return nodeOf({
      line: criterion,
      part: 'CRITERION',
      words: words.get(criterion) as Words,
      points: {
        number: items.length === 0 ? points.number : raw,
        text: [points.text, ...items.map(({ node }) => signed(node.points))].join(''),
        taken: [...points.taken, ...zero.taken, ...takenOf(allowance)],
        missing: [...points.missing, ...zero.missing],
        notes: points.notes,
      },
      limited,
      exact: limited && (isLine ? roundedLeaf(limited, rounding) : rounded(limited, places)),
      limits: [
        ...(base?.limits ?? []),
        ...net.limits,
        ...(items.length > 0 ? (end?.limits ?? []) : []),
        ...zero.limits,
      ],
      children: lines.map(({ node }) => node),
      known: pointsKnown(criterion, basePoints, lines),
    });
  }

  /** Whether a knock-out takes the points of a criterion; null: nobody knows. */
  function zeroed(subject: Subject, { code }: Criterion) {
    const found = knockOuts
      .filter(({ effect, criterion }) => effect === 'ZERO' && criterion === code)
      .map((knockOut) => ({ knockOut, truth: truthOf({ book, subject }, knockOut.when) }));
    const struck = found.filter(({ truth }) => truth.holds === true);
    const open = struck.length > 0 ? [] : found.filter(({ truth }) => truth.holds === null);
    return {
      holds: struck.length > 0 ? true : open.length > 0 ? null : false,
      taken: found.flatMap(({ truth }) => truth.taken),
      missing: open.flatMap(({ truth }) => truth.missing),
      limits: struck.map(({ knockOut }): Limited => ({ limit: 'KNOCK_OUT', at: knockOut.code, isAllowed: false })),
    };
  }

  return scored;
}

/** No more than nothing: a criterion that takes points away still takes them. */
const nothingAtMost = (points: Fraction): Fraction => (compare(points, fraction('0')) > 0 ? fraction('0') : points);

const takenOf = (allowance: Allowance | undefined): Taken[] => (allowance ? [{ kind: 'ALLOWANCE', ...allowance }] : []);

const signed = (points: string | null) =>
  points === null || points === '0' ? '' : points.startsWith('-') ? ` − ${points.slice(1)}` : ` + ${points}`;
