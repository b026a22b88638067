import Big from 'big.js';
import { truthOf } from './condition.rules.js';
import type { Quota } from './scheme.js';
import type { OpenTie, Reason } from './standing.js';
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

function taking(
  { book, block, quota, place }: Taking,
  placed: readonly Placed[],
): { placed: Placed[]; open: OpenTie[] } {
  const { inputs, scheme } = book;
  const exceptionOf = ({ subject }: Placed) =>
    inputs.exceptions.find((each) => each.unit === subject.member.unit && each.class === quota.class);
  const inClass = placed.filter((each) => each.place === place);
  const candidates = inClass.filter((each) => !exceptionOf(each)).sort((a, b) => new Big(b.points).cmp(a.points));
  const places = most({ book, block, quota, place }, placed, candidates.length);
  if (places >= candidates.length) return { placed: [...placed], open: [] };

  const edge = candidates[places - 1]?.points;
  const isTied = edge !== undefined && edge === candidates[places]?.points;
  const tied = isTied ? candidates.filter(({ points }) => points === edge) : [];
  const sure = candidates.slice(0, places).filter((each) => !tied.includes(each));
  const left = places - sure.length;
  const unitsTied = tied.map(({ subject }) => subject.member.unit).sort();
  const decided = inputs.ties.find(
    (tie) =>
      tie.block === block &&
      tie.class === quota.class &&
      tie.units.length === left &&
      tie.units.every((unit) => unitsTied.includes(unit)),
  );
  const keeps = (each: Placed) => sure.includes(each) || decided?.units.includes(each.subject.member.unit) === true;
  const next = place + 1 < scheme.classes.length ? place + 1 : null;
  const because = (each: Placed): Reason[] => {
    const exception = exceptionOf(each);
    const said = { code: quota.class, said: exception?.reason ?? decided?.reason ?? null };
    if (exception) return [{ kind: 'EXCEPTION', ...said }];
    if (!tied.includes(each)) return sure.includes(each) ? [] : [{ kind: 'QUOTA', code: quota.class, said: null }];
    return [{ kind: decided ? 'TIE_DECIDED' : 'TIE_OPEN', ...said }];
  };
  return {
    placed: placed.map((each) =>
      inClass.includes(each)
        ? {
            ...each,
            place: exceptionOf(each) || keeps(each) ? place : next,
            reasons: [...each.reasons, ...because(each)],
          }
        : each,
    ),
    open: isTied && !decided ? [{ block, class: quota.class, places: left, points: edge, units: unitsTied }] : [],
  };
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
  const [subject] = book.members(block);
  return raised && subject && truthOf({ book, subject }, raised.when).holds === true ? raised.percent : percent;
}
