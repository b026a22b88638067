/**
 * Terms of units: an item of the feed tells one of them, and it may lie ahead. Like `chain.ts` this shares no code with
 * the server.
 */

/** Members of a unit that hold from `termFrom` to `termTo`. */
const dated = ['name', 'parentId', 'parentCode', 'path', 'termFrom', 'termTo'] as const;
type Unit = Record<string, unknown>;
export type Term = Unit & { termFrom: string; termTo: string | null };
/** Known terms of units by id, in the order of time. */
export type Terms = Map<string, Term[]>;

export const termOf = (unit: Unit): Term => Object.fromEntries(dated.map((name) => [name, unit[name]])) as Term;

/**
 * Terms with one that was told: it takes the place of those that begin within it, and ends the one before. None begins
 * after the last day of the unit.
 */
export function withTerm(known: readonly Term[], told: Term, lastDay: string | null = null): Term[] {
  const { termFrom, termTo } = told;
  const before = known
    .filter((each) => each.termFrom < termFrom)
    .map((each) => (each.termTo !== null && each.termTo < termFrom ? each : { ...each, termTo: dayBefore(termFrom) }));
  const after = known.filter((each) => termTo !== null && each.termFrom > termTo);
  return [...before, told, ...after.filter((each) => lastDay === null || each.termFrom <= lastDay)];
}

/** The term in force on a day, or the first; and those that come after it. */
export function termsOn(known: readonly Term[], day: string): { now: Term | undefined; ahead: Term[] } {
  const place = Math.max(
    known.findLastIndex(({ termFrom }) => termFrom <= day),
    0,
  );
  return { now: known[place], ahead: known.slice(place + 1) };
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The day in Vietnam. */
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
