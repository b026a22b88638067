import { comparedPoints } from './compared.js';
import { compare, divided, exact, greatest, least, plus, shown, size, sum, times, zero, type Exact } from './exact.js';
import { found, isFor, linesOf, named, nothing, type Figures, type Read } from './figures.js';
import { lacking, pointsOf } from './formulas.js';
import { roundedLeaf, roundedTo, together, within, type Limits } from './limits.js';
import type { ComparingFormula, Line, Node, Share, Subject } from './records.js';

/** Points of a table, line by line. Like `chain.ts` it shares no code with the server. */

/** A line of a member's tree, and its points as they are counted further. */
interface Scored {
  node: Node;
  number: Exact | null;
}

/** Criteria below another, with their weights there. */
type Below = readonly (Scored & { weight: Exact })[];

export type Members = (block: string) => readonly Subject[];

/** Points of lines, in the order of docs/decisions/0065-a-scheme-is-data.md. */
export class Score {
  readonly #known = new Map<string, Scored>();
  readonly #lines: Line[];

  constructor(
    readonly figures: Figures,
    readonly members: Members,
  ) {
    this.#lines = linesOf(figures.rules.tree);
  }

  /** A line of a member, each computed once. */
  of(subject: Subject, line: Line): Scored {
    const key = `${subject.block} ${subject.unit} ${line.code}`;
    const scored = this.#known.get(key) ?? (line.children ? this.#criterion(subject, line) : this.#item(subject, line));
    this.#known.set(key, scored);
    return scored;
  }

  /** Whether a line is in the tree of a member: whether it and all criteria above it are for the member. */
  #has(subject: Subject, line: Line, from: Line = this.figures.rules.tree): boolean {
    const below = [...(from.children ?? []), ...(from.items ?? [])];
    return isFor(from, subject) && (from === line || below.some((each) => this.#has(subject, line, each)));
  }

  #item(subject: Subject, line: Line): Scored {
    const read = this.#points(line, subject, []);
    const allowed = this.figures.inputs.get('ALLOWANCE', subject.unit, line.code);
    const end = read.number && within(read.number, line, allowed !== undefined);
    const number = end && roundedLeaf(end.number, this.figures.rules.rounding);
    const taken = allowed ? [...read.taken, allowed] : read.taken;
    return nodeOf(line, { ...read, taken }, { number, limited: end?.number ?? null, limits: end?.limits ?? [] });
  }

  /** Own points or those below within the ends; bonus and deduction; the ends again; knock-outs; rounding. */
  #criterion(subject: Subject, line: Line): Scored {
    const { rules, inputs } = this.figures;
    const { group, total } = rules.rounding;
    const applying = (lines: Line[] = []) => lines.filter((each) => isFor(each, subject));
    const below = applying(line.children).map((each) => ({
      weight: exact(each.weight ?? '1'),
      ...this.of(subject, each),
    }));
    const items = counted(applying(line.items).map((each) => ({ oneOf: each.oneOf, ...this.of(subject, each) })));
    const allowance = inputs.get('ALLOWANCE', subject.unit, line.code);
    const isAllowed = allowance !== undefined;
    const ends = { max: line.isCeiling ? line.max : null, min: line.min };
    const isGroup = ['SUM', 'MEAN'].includes(line.formula.kind);

    const read = this.#points(line, subject, below);
    const first = read.number && within(read.number, ends, isAllowed);
    const base = first && (isGroup ? first.number : roundedLeaf(first.number, rules.rounding));
    const extra = items.flatMap(({ number }) => number ?? []);
    const net = together(extra, line.limits, isAllowed);
    const raw = base && extra.length === items.length ? plus(base, net.number) : null;
    const end = raw && within(raw, ends, isAllowed);
    const struck = this.#struck(subject, line);
    const limited = end && struck.holds !== null ? (struck.holds ? least(end.number, zero) : end.number) : null;
    const isLeaf = line !== rules.tree && !isGroup && items.length === 0;
    const places = line === rules.tree ? total : group;
    const partly = [
      ...(isGroup || base === null ? [] : [base]),
      ...below.map(({ node, weight }) => times(exact(node.known), weight)),
      ...items.map(({ node }) => exact(node.known)),
    ];
    const all = found([read, struck]);
    return nodeOf(
      line,
      {
        ...all,
        notes: read.notes,
        taken: allowance ? [...all.taken, allowance] : all.taken,
        number: items.length > 0 ? raw : read.number,
      },
      {
        number: limited && (isLeaf ? roundedLeaf(limited, rules.rounding) : roundedTo(limited, places)),
        limited,
        limits: [
          ...(first?.limits ?? []),
          ...net.limits,
          ...(items.length > 0 ? (end?.limits ?? []) : []),
          ...struck.codes.map((at) => ({ limit: 'KNOCK_OUT', at, isAllowed: false })),
        ],
        children: [...below, ...items].map(({ node }) => node),
        known: line.formula.kind === 'MEAN' ? zero : sum(partly),
      },
    );
  }

  /** Whether a knock-out takes the points of a criterion, and which. */
  #struck(subject: Subject, line: Line) {
    const asked = this.figures.rules.knockOuts
      .filter(({ effect, criterion }) => effect === 'ZERO' && criterion === line.code)
      .map(({ code, when }) => ({ code, ...this.figures.truth(when, subject) }));
    const codes = asked.filter(({ holds }) => holds).map(({ code }) => code);
    const open = codes.length > 0 ? [] : asked.filter(({ holds }) => holds === null);
    return {
      ...found(asked),
      missing: found(open).missing,
      codes,
      holds: open.length > 0 ? null : codes.length > 0,
    };
  }

  /** Points by the formula of a line, before its ends; where nothing arose, those that the line states. */
  #points(line: Line, subject: Subject, below: Below): Read {
    const read = this.#formula(line, subject, below);
    const nothingArose = read.number === null && read.missing.every(({ why }) => why === 'NO_BASE');
    const { kind } = line.formula;
    return nothingArose && line.whenNothing !== null && kind !== 'SUM' && kind !== 'MEAN' && kind !== 'SHARE'
      ? { ...read, number: exact(line.whenNothing), missing: [] }
      : read;
  }

  #formula(line: Line, subject: Subject, below: Below): Read {
    const { formula } = line;
    if (formula.kind === 'SUM' || formula.kind === 'MEAN') return combined(line, subject, below);
    if (formula.kind === 'SHARE') return this.#share(formula, subject);
    if (formula.kind === 'RELATIVE' || formula.kind === 'SPREAD' || formula.kind === 'PLACED')
      return this.#compared(line, formula, subject);
    return pointsOf(this.figures, { ...line, formula }, subject);
  }

  #compared(line: Line, formula: ComparingFormula, subject: Subject): Read {
    const runners = this.members(subject.block)
      .filter((each) => this.#has(each, line))
      .map((each) => ({ unit: each.unit, ...this.figures.level(formula.figure, each) }))
      .sort((a, b) => (a.unit < b.unit ? -1 : 1));
    const own = runners.find(({ unit }) => unit === subject.unit);
    if (own?.number == null) return own ?? { ...nothing, number: null };
    const max = exact(line.max ?? '0');
    const { number, others } = comparedPoints({ max, formula }, { ...own, number: own.number }, runners);
    return {
      number,
      taken: [...own.taken, ...others.flatMap(({ taken }) => taken)],
      missing: [],
      notes: [...own.notes, ...(runners.every((each) => each.number !== null) ? [] : ['BLOCK_INCOMPLETE'])],
    };
  }

  /** Percent of the mean of points, as the trees of those members show them. */
  #share({ of, block, criterion, percent, per }: Share, subject: Subject): Read {
    const all = block === null ? [] : this.members(block);
    const line = named(this.#lines, criterion);
    const among = {
      OWN: [subject],
      ABOVE: all.filter(({ unit }) => unit === subject.under),
      BELOW: all.filter(({ under }) => under === subject.unit),
      ALL: all,
    }[of];
    const sharing = among.filter((each) => this.#has(each, line));
    const taken = sharing.map((each) => ({
      kind: 'SCORE' as const,
      unit: each.unit,
      line: criterion,
      points: this.of(each, line).node.points,
    }));
    const open = taken.filter(({ points }) => points === null).map(({ unit }) => unit);
    const unscored = taken.length === 0 ? [subject.unit] : open;
    const mean = divided(sum(taken.map(({ points }) => exact(points ?? '0'))), exact(String(taken.length)));
    const once: Read = {
      taken,
      notes: [],
      missing: unscored.map((unit) => ({ code: criterion, of: unit, why: 'NOT_SCORED' })),
      number: unscored.length > 0 || !mean ? null : times(mean, times(exact(percent), exact('0.01'))),
    };
    if (per == null || once.number === null) return once;
    const often = this.figures.quantity(per, subject);
    const looked = found([once, often]);
    if (often.number === null) return { ...looked, number: null };
    if (often.number.under === 0n) return lacking({ code: per.figure, of: subject.unit, why: 'NO_BASE' }, looked);
    return { ...looked, number: times(once.number, often.number) };
  }
}

/** Points of the criteria below, by their weights: added, or their mean. A mean of none lacks its base. */
function combined({ code, formula }: Line, subject: Subject, below: Below): Read {
  if (formula.kind === 'MEAN' && below.length === 0) return lacking({ code, of: subject.unit, why: 'NO_BASE' });
  const points = below.flatMap(({ number, weight }) => (number ? [times(number, weight)] : []));
  if (points.length < below.length) return { ...nothing, number: null };
  const weights = sum(below.map(({ weight }) => weight));
  return { ...nothing, number: formula.kind === 'SUM' ? sum(points) : divided(sum(points), weights) };
}

/** Items; of those that share a word the farthest from zero counts, the first of equals, and the others are nothing. */
function counted(items: readonly (Scored & { oneOf?: string | null })[]): Scored[] {
  return items.map((item) => {
    const rivals = items.filter(({ oneOf }) => oneOf != null && oneOf === item.oneOf);
    const most = rivals.flatMap(({ number }) => (number ? [size(number)] : [])).reduce(greatest, zero);
    const winner = rivals.find(({ number }) => number && compare(size(number), most) === 0);
    if (item.oneOf == null || !item.number || winner === item) return item;
    const limits = [...item.node.limits, { limit: 'ONE_OF', at: item.oneOf, isAllowed: false }];
    return { number: zero, node: { ...item.node, points: '0', known: '0', limits } };
  });
}

/** A line as the records show it. */
function nodeOf(
  { code, name, restsOn, max, children: isCriterion }: Line,
  { number: raw, taken, missing, notes }: Read,
  end: { number: Exact | null; limited: Exact | null; limits: Limits; children?: Node[]; known?: Exact },
): Scored {
  const decimal = (number: Exact | null) => number && shown(number);
  const node: Node = {
    ...{ code, name, restsOn, max, part: isCriterion ? 'CRITERION' : 'ITEM', inputs: taken },
    ...{ raw: decimal(raw), limited: decimal(end.limited), points: decimal(end.number) },
    ...{ known: shown(end.number ?? end.known ?? zero), limits: end.limits, missing, notes },
    children: end.children ?? [],
  };
  return { node, number: end.number };
}
