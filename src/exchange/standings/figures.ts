import { jcs, VerificationError } from '../chain.js';
import { boundless, compare, divided, exact, hundred, minus, sign, sum, times, type Exact } from './exact.js';
import type {
  Condition,
  Figure,
  Line,
  Missing,
  Node,
  Quantity,
  Rules,
  Standing,
  Subject,
  TakenInput,
} from './records.js';

/** Inputs of a published table and what is read from them. Like `chain.ts` it shares no code with the server. */

/** Inputs that were looked at, those that are missing, and notes on them. */
export interface Found {
  taken: Partial<TakenInput>[];
  missing: Missing[];
  notes: string[];
}

export interface Read extends Found {
  /** Null: not known. Days and words are numbers, too, in their order. */
  number: Exact | null;
}

export interface Truth extends Found {
  /** Null: nobody knows. */
  holds: boolean | null;
}

export const nothing: Found = { taken: [], missing: [], notes: [] };
export const found = (all: readonly Found[]): Found => ({
  taken: all.flatMap(({ taken }) => taken),
  missing: all.flatMap(({ missing }) => missing),
  notes: all.flatMap(({ notes }) => notes),
});

export const criteriaOf = (line: Line): Line[] => [line, ...(line.children ?? []).flatMap(criteriaOf)];
export const linesOf = (tree: Line): Line[] => criteriaOf(tree).flatMap((line) => [line, ...(line.items ?? [])]);
export const nodesOf = (node: Node): Node[] => [node, ...node.children.flatMap(nodesOf)];

/** A thing of a list by its code; the records name no other. */
export function named<Of extends { code: string }>(list: readonly Of[], code: string): Of {
  const one = list.find((each) => each.code === code);
  if (!one) throw new VerificationError(`the scheme has no "${code}"`);
  return one;
}

export const isFor = ({ appliesTo }: { appliesTo: string[] }, { block, traits }: Subject): boolean =>
  appliesTo.length === 0 || appliesTo.some((code) => code === block || traits.includes(code));

/** All inputs that the trees of a table name, but for points of members (SCORE): these are computed. */
export interface Inputs {
  get(...key: (string | null | undefined)[]): TakenInput | undefined;
  occurrences(figure: string, of: string | null): TakenInput[];
  /** Sentences on inputs that two places state differently. */
  disagreements: string[];
}

export function inputsOf(standings: readonly Standing[]): Inputs {
  const all = new Map<string, { taken: TakenInput; place: string }>();
  const disagreements: string[] = [];
  const add = (taken: TakenInput, place: string) => {
    const { kind, figure, of, id, unit, line } = taken;
    if (kind === 'SCORE') return;
    const key = { FIGURE: [figure, of], OCCURRENCE: [id], POINTS: [unit, line], ALLOWANCE: [unit, line] }[kind];
    const name = jcs([kind, ...key]);
    const other = all.get(name);
    if (!other) all.set(name, { taken, place });
    else if (jcs(other.taken) !== jcs(taken))
      disagreements.push(`${place} has the input ${jcs(taken)}, and ${other.place} has it as ${jcs(other.taken)}`);
  };
  for (const { unitCode, tree, inputs } of standings) {
    for (const { code, inputs: ofLine } of nodesOf(tree))
      for (const taken of ofLine) add(taken as TakenInput, `${unitCode}, line ${code}`);
    for (const taken of inputs) add(taken as TakenInput, `${unitCode}, its class`);
  }
  const occurrences = [...all.values()].map(({ taken }) => taken).filter(({ kind }) => kind === 'OCCURRENCE');
  return {
    get: (...key) => all.get(jcs(key))?.taken,
    occurrences: (figure, of) => occurrences.filter((each) => each.figure === figure && each.of === of),
    disagreements,
  };
}

/** Code of the unit or block that has a figure; null: the commune has it. */
const ownerOf = ({ scope }: Figure, { unit, block }: Subject) => ({ OWN: unit, BLOCK: block, COMMUNE: null })[scope];

/** A constant beside a figure, as a number of the figure. */
function constant({ kind, words }: Figure, text: string): Exact | null {
  const place = kind === 'WORD' ? words.indexOf(text) : kind === 'YES_NO' ? ['NO', 'YES'].indexOf(text) : -1;
  if (place >= 0) return exact(String(place));
  if (kind === 'DAY') return /^\d{4}-\d\d-\d\d$/.test(text) ? exact(text.replaceAll('-', '')) : null;
  return kind === 'WORD' || kind === 'YES_NO' ? null : exact(text);
}

/** Readings of one table's inputs, by the rules of its scheme. */
export class Figures {
  constructor(
    readonly rules: Rules,
    readonly inputs: Inputs,
  ) {}

  /** A figure of a member beside its target; `word`: as it was given. */
  level(code: string, subject: Subject): Read & { target: Exact | null; word: string | null } {
    const figure = named(this.rules.figures, code);
    const of = ownerOf(figure, subject);
    const unknown = { ...nothing, number: null, target: null, word: null };
    if (figure.kind === 'OCCURRENCES') return { ...unknown, ...this.#counted(figure, of) };
    const given = this.inputs.get('FIGURE', code, of);
    const taken = given ? [given] : [];
    const lacking = (why: Missing['why']) => ({ ...unknown, taken, missing: [{ code, of, why }] });
    if (!given) return lacking('NOT_GIVEN');
    const { measure, value, target } = given;
    if (measure && (measure.unit !== figure.measure?.unit || measure.factor !== figure.measure.factor))
      return lacking('OTHER_MEASURE');
    const number = figure.kind === 'NUMBER' ? this.#ratio(figure, given) : (value ?? 'NOT_GIVEN');
    if (number === 'NOT_GIVEN' || number === 'NO_BASE') return lacking(number);
    const level = typeof number === 'string' ? constant(figure, number) : number;
    if (level === null) return lacking('NO_VALUE_OF_IT');
    return { ...unknown, number: level, target: target === null ? null : exact(target), word: value, taken };
  }

  #counted({ code, needsEvidence }: Figure, of: string | null): Read {
    const all = this.inputs.occurrences(code, of);
    const isUnproven = ({ evidence }: TakenInput) => needsEvidence && evidence.length === 0;
    const counted = all.filter((each) => !isUnproven(each) && !each.isExempt);
    return {
      number: sum(counted.map((each) => exact(String(each.times)))),
      taken: all,
      missing: [],
      notes: [
        ...(all.some(isUnproven) ? ['WITHOUT_EVIDENCE'] : []),
        ...(all.some(({ isExempt }) => isExempt) ? ['EXEMPT'] : []),
      ],
    };
  }

  /** Value, or value ÷ total × factor; of several lines the sums, each by its weight. */
  #ratio({ measure }: Figure, given: TakenInput): Exact | Missing['why'] {
    const of = (member: 'value' | 'outOf') => {
      if (given.lines.length === 0) return given[member] === null ? null : exact(given[member]);
      if (given.lines.every((line) => line[member] === null)) return null;
      return sum(given.lines.map((line) => times(exact(line[member] ?? '0'), exact(line.weight))));
    };
    const [value, total] = [of('value'), of('outOf')];
    if (value === null) return 'NOT_GIVEN';
    const quotient = total && divided(value, total);
    if (total && !quotient) return 'NO_BASE';
    return quotient && measure?.factor != null ? times(quotient, exact(measure.factor)) : value;
  }

  /** The number that a formula begins with. */
  quantity({ figure, reading }: Quantity, subject: Subject): Read {
    const { word: _, target, ...level } = this.level(figure, subject);
    const { number } = level;
    if (number === null || reading === 'VALUE') return level;
    const lacking = (why: Missing['why']) => ({
      ...level,
      number: null,
      missing: [{ code: figure, of: subject.unit, why }],
    });
    if (target === null) return lacking('NO_TARGET');
    if (reading === 'INVERSE' && sign(number) <= 0) return { ...level, number: boundless };
    const part = {
      OF_TARGET: () => divided(number, target),
      INVERSE: () => divided(target, number),
      OVER_TARGET: () => divided(minus(number, target), target),
    }[reading]();
    return part ? { ...level, number: times(part, hundred) } : lacking('NO_BASE');
  }

  /** Whether a condition holds for a member; `nodes`: its tree, once there is one. */
  truth(condition: Condition, subject: Subject, nodes: readonly Node[] = []): Truth {
    switch (condition.kind) {
      case 'ALL':
        return all(condition.of.map((each) => this.truth(each, subject, nodes)));
      case 'NONE':
        return all(condition.of.map((each) => not(this.truth(each, subject, nodes))));
      case 'ANY':
        return not(this.truth({ ...condition, kind: 'NONE' }, subject, nodes));
      case 'TRAIT':
        return { ...nothing, holds: subject.traits.includes(condition.trait) };
      case 'POINTS': {
        const node = nodes.find(({ code }) => code === condition.criterion);
        if (!node) return { ...nothing, holds: false };
        const { code: line, points, missing } = node;
        const number = points === null ? null : exact(points);
        const taken = [{ kind: 'SCORE' as const, unit: subject.unit, line, points }];
        return { taken, missing, notes: [], holds: holds(number, condition.is, exact(condition.than)) };
      }
      case 'FIGURE': {
        const { quantity, is, than, thanFigure } = condition;
        const read = this.quantity(quantity, subject);
        const other = thanFigure === null ? null : this.level(thanFigure, subject);
        const bound = other ? other.number : constant(named(this.rules.figures, quantity.figure), than ?? '');
        return { ...found(other ? [read, other] : [read]), holds: holds(read.number, is, bound) };
      }
    }
  }
}

function holds(a: Exact | null, is: Extract<Condition, { kind: 'POINTS' }>['is'], b: Exact | null): boolean | null {
  if (a === null || b === null) return null;
  const side = compare(a, b);
  return { AT_LEAST: side >= 0, ABOVE: side > 0, AT_MOST: side <= 0, BELOW: side < 0, EQUAL: side === 0 }[is];
}

/** All of them: one that fails decides, whatever is not known of the others. */
export function all(truths: readonly Truth[]): Truth {
  const open = truths.filter((each) => each.holds === null);
  const fails = truths.some((each) => each.holds === false);
  return {
    ...found(truths),
    missing: fails ? [] : found(open).missing,
    holds: fails ? false : open.length > 0 ? null : true,
  };
}

const not = (truth: Truth): Truth => ({ ...truth, holds: truth.holds === null ? null : !truth.holds });
