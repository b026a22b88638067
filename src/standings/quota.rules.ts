import Big from 'big.js';
import { truthOf, type Truth } from './condition.rules.js';
import type { Quota } from './scheme-rules.js';
import type { Taken } from './scored.js';
import type { OpenTie, Reason } from './table.js';
import type { Book, Subject } from './subject.rules.js';

/** A member of a block with its class, while quotas are taken. */
export interface Placed {
  subject: Subject;
  points: string;
  /** Place of its class, 0 the best; null: none. */
  place: number | null;
  reasons: readonly Reason[];
}

/** Quotas of a block, from the best class down. Members beyond one fall into the next class, the last into none. */
export function withQuotas(
  book: Book,
  members: readonly Placed[],
  block: string,
): { placed: Placed[]; open: OpenTie[] } {
  const open: OpenTie[] = [];
  let placed = [...members];
  for (const [place, { code }] of book.scheme.classes.entries())
    for (const quota of book.scheme.quotas.filter((each) => each.class === code)) {
      const taken = taking({ book, block, quota, place }, placed);
      placed = taken.placed;
      open.push(...taken.open);
    }
  return { placed, open };
}

interface Taking {
  book: Book;
  block: string;
  quota: Quota;
  place: number;
}

const unitOf = ({ subject }: Placed): string => subject.member.unit;

/** One quota: who keeps the class, who falls, and the tie on its edge while nobody has decided it. */
function taking(of: Taking, placed: readonly Placed[]): { placed: Placed[]; open: OpenTie[] } {
  const { book, block, quota, place } = of;
  const code = quota.class;
  const exceptionFor = (each: Placed) =>
    book.inputs.exceptions.find((exception) => exception.unit === unitOf(each) && exception.class === code);
  const inClass = placed.filter((each) => each.place === place);
  const candidates = inClass.filter((each) => !exceptionFor(each));
  const places = most(of, placed, candidates.length);
  const { sure, tied, left } = edgeOf(candidates, places);
  const units = tied.map(unitOf).sort();
  const decided = book.inputs.ties.find(
    (tie) =>
      tie.block === block &&
      tie.class === code &&
      new Set(tie.units).size === left &&
      tie.units.every((unit) => units.includes(unit)),
  );
  const outcome = (each: Placed): { keeps: boolean; reason?: Reason } => {
    const exception = exceptionFor(each);
    if (exception) return { keeps: true, reason: { kind: 'EXCEPTION', code } };
    if (sure.includes(each)) return { keeps: true };
    if (!tied.includes(each)) return { keeps: false, reason: { kind: 'QUOTA', code } };
    if (!decided) return { keeps: false, reason: { kind: 'TIE_OPEN', code } };
    return { keeps: decided.units.includes(unitOf(each)), reason: { kind: 'TIE_DECIDED', code } };
  };
  const below = place + 1 < book.scheme.classes.length ? place + 1 : null;
  return {
    placed: placed.map((each) => {
      if (each.place !== place) return each;
      const { keeps, reason } = outcome(each);
      return { ...each, place: keeps ? place : below, reasons: [...each.reasons, ...(reason ? [reason] : [])] };
    }),
    open: tied[0] && !decided ? [{ block, class: code, places: left, points: tied[0].points, units }] : [],
  };
}

/** Candidates who have a place for sure, and those who tie for the places that are left. */
function edgeOf(candidates: readonly Placed[], places: number): { sure: Placed[]; tied: Placed[]; left: number } {
  const ordered = [...candidates].sort((a, b) => new Big(b.points).cmp(a.points));
  const edge = ordered[places - 1]?.points;
  const isTied = edge !== undefined && edge === ordered[places]?.points;
  const sure = ordered.slice(0, places).filter(({ points }) => !isTied || points !== edge);
  return { sure, tied: ordered.filter(({ points }) => isTied && points === edge), left: places - sure.length };
}

/** The greatest number of candidates that keeps the quota, its base counted after the others have gone down. */
function most({ book, block, quota, place }: Taking, placed: readonly Placed[], candidates: number): number {
  const percent = percentOf(book, quota, block);
  const isLast = place === book.scheme.classes.length - 1;
  const base = book.scheme.classes.findIndex(({ code }) => code === quota.baseClass);
  const counts = (each: number | null) => each !== null && (quota.base === 'CLASS' ? each === base : each <= base);
  const baseOf = (kept: number): number => {
    if (quota.base === 'BLOCK') return book.members(block).length;
    const others = placed.filter((each) => each.place !== place && counts(each.place)).length;
    const excepted = placed.filter((each) => each.place === place).length - candidates;
    const down = !isLast && counts(place + 1) ? candidates - kept : 0;
    return others + down + (counts(place) ? excepted + kept : 0);
  };
  const holds = (kept: number) =>
    (quota.count === null || kept <= quota.count) &&
    (percent === null || new Big(percent).times(baseOf(kept)).div(100).gte(kept));
  let kept = candidates;
  while (kept > 0 && !holds(kept)) kept -= 1;
  return kept;
}

/** The percent of a quota, raised where the block has earned it. Without the figure it is not raised. */
function percentOf(book: Book, { percent, raised }: Quota, block: string): string | null {
  return raised && earned(book, raised, block)?.holds === true ? raised.percent : percent;
}

/** Whether a block has earned a raised percent; undefined: the block has no members. */
function earned(book: Book, { when }: NonNullable<Quota['raised']>, block: string): Truth | undefined {
  const [subject] = book.members(block);
  return subject && truthOf({ book, subject }, when);
}

/** Inputs of the conditions that raise quotas of a block. */
export const takenByQuotas = (book: Book, block: string): Taken[] =>
  book.scheme.quotas.flatMap(({ raised }) => (raised && earned(book, raised, block)?.taken) ?? []);
