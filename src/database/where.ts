import { alike, tones } from './text.js';

/** Condition of a filter: the values of its parameters, then its SQL. It is asked for if its first value is there. */
export type Condition = readonly [...values: unknown[], sql: (...parameters: string[]) => string];

/** A filter as SQL: the conditions that were asked for and no others (docs/decisions/0044-optional-filters.md). */
export interface Where {
  /** Names of the conditions, for the name of the statement. */
  name: string;
  /** ` and (…)` for each condition. */
  text: string;
  /** Values of the whole statement: the fixed ones, then those of the conditions. */
  values: unknown[];
}

/** Builds the filter of a statement whose first parameters are `fixed`. */
export function where(fixed: readonly unknown[], filter: Readonly<Record<string, Condition>>): Where {
  const values = [...fixed];
  let name = '';
  let text = '';
  for (const [word, condition] of Object.entries(filter)) {
    const [first] = condition;
    if (first === null || first === undefined) continue;
    const sql = condition.at(-1) as (...parameters: string[]) => string;
    name += `.${word}`;
    text += ` and (${sql(...condition.slice(0, -1).map((value) => `$${values.push(value)}`))})`;
  }
  return { name, text, values };
}

/**
 * Join to one row of the commune, $1, by its id: an index look-up for each row. Behind row-level security the planner
 * believes in one row, and may read a whole table for a plain join.
 */
export const lookUp = (table: string, id: string, alias: string): string =>
  `cross join lateral (select * from ${table} where commune_id = $1 and id = ${id} offset 0) ${alias}`;

/** Rows whose column has one of the values. */
export const isAny = (column: string, values: readonly unknown[] | null | undefined): Condition => [
  values,
  (each) => `${column} = any (${each})`,
];

/** SQL of a stored name in lower case, decomposed, signs by what they look like (`shownAs` in text.ts). */
const shownAs = (name: string) =>
  `translate(normalize(lower(${name} collate "vi-x-icu"), NFD), ${quoted(alike.signs)}, ${quoted(alike.looks)})`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** SQL of a name folded (`fold` in text.ts), for one that is not stored folded. */
export const foldedSql = (name: string): string =>
  `translate(regexp_replace(${shownAs(name)}, '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;

/**
 * SQL of the rank of a name among those that a search finds: names with the diacritics that were typed come before
 * others (0, 1 before 2, 3), and among each a name that is nothing but the words before longer ones.
 */
export const rankOf = (
  { name, folded }: { name: string; folded: string },
  { words, whole }: Record<'words' | 'whole', string>,
): string => `
  case when strpos(normalize(regexp_replace(
    ${shownAs(name)}, ${quoted(tones.before.source)}, '\\1\\3\\2', 'g'), NFC), ${words}) > 0 then 0 else 2 end
  + case when ${folded} = ${whole} then 0 else 1 end`;

/** Parts of a statement on rows whose list is by rank, then the newest id first (`byRank` in api/lists.ts). */
interface ByRank {
  /** Column `rank` within the rows, and of the answer. */
  column: string;
  shown: string;
  /** Part of `order by` before the id. */
  order: string;
  after: Condition;
}

/** Order of rows by the SQL of a rank; null: by id alone. */
export const byRankOf = (row: string, rank: string | null, after: readonly [number, string] | null): ByRank => ({
  column: rank === null ? '' : `, ${rank} as rank`,
  shown: rank === null ? '' : `, ${row}.rank`,
  order: rank === null ? '' : 'rank, ',
  after: [
    ...(after ?? [null]),
    (ranked, id) =>
      rank === null
        ? `${row}.id < ${id} and ${ranked} = 0`
        : `(-(${rank}), ${row}.id) < (-${ranked}::int, ${id}::uuid)`,
  ],
});

/** Rows of the units of a bound key (`Reach.units`). */
export const isOwn = (row: string, units: readonly string[] | null): Condition => isAny(`${row}.unit_id`, units);

/** Places of units: at or below `paths` in any term; at or below `predecessorPaths` in the last that has begun `on`. */
export interface UnitPlaces {
  readonly paths: readonly string[];
  readonly predecessorPaths: readonly string[];
  readonly on: string;
}

/** A condition with the values of places; null: not asked for. */
const ofPlaces = (places: UnitPlaces | null, sql: (...parameters: string[]) => string): Condition => [
  places && places.paths,
  places?.predecessorPaths,
  places?.on,
  sql,
];

const within = (row: string, ...[paths, predecessorPaths, on]: string[]) => {
  const terms = `from unit_term t where t.commune_id = $1 and t.unit_id = ${row}.unit_id`;
  const below = (those?: string) => `exists (
      select from unnest(${those}::text[]) as own (path)
      where t.path = own.path or starts_with(t.path, own.path || '/'))`;
  return `exists (
    select ${terms} and ${below(paths)}) or exists (
    select from (select t.path ${terms} and t.valid_from <= ${on}::date order by t.valid_from desc limit 1) t
    where ${below(predecessorPaths)})`;
};

const submitted = (row: string, ...places: string[]) =>
  `${row}.state not in ('DRAFT', 'RETURNED', 'WITHDRAWN') or ${within(row, ...places)}`;

/** Rows of units at these places. */
export const isWithin = (row: string, places: UnitPlaces | null): Condition =>
  ofPlaces(places, (...each) => within(row, ...each));

/** Rows that their unit has submitted, and others of units at these places (`Reach.draftsAt`). */
export const isSubmitted = (row: string, places: UnitPlaces | null): Condition =>
  ofPlaces(places, (...each) => submitted(row, ...each));

/** Rows without `papers`, and rows that one of the rows `resting` on them lets be seen, by `state` and `unit_id`. */
export const isSeenThrough = (papers: string, resting: string, places: UnitPlaces | null): Condition =>
  ofPlaces(
    places,
    (...each) => `not exists (${papers}) or exists (select from (${resting}) r where ${submitted('r', ...each)})`,
  );

/** Rows without `papers`, and rows on which one of the rows `resting`, by `state` and `unit_id`, is of these units. */
export const isOwnThrough = (papers: string, resting: string, units: readonly string[] | null): Condition => [
  units,
  (each) => `not exists (${papers}) or exists (
    select from (${resting}) r where r.state = 'HELD' or r.unit_id = any (${each}))`,
];

/** Rows of another condition, and rows whose column is this id. */
export const orIs = (column: string, id: string | null, [...condition]: Condition): Condition => {
  const sql = condition.pop() as (...parameters: string[]) => string;
  return [...condition, id, (...each) => `${column} = ${each.pop()} or ${sql(...each)}`];
};

/** Rows whose column refers to rows of the commune, $1, by their codes: `refersTo('x.unit_id', 'unit.code', codes)`. */
export const refersTo = (column: string, code: string, codes: readonly string[] | undefined): Condition => [
  codes,
  (each) =>
    `${column} = any (array(select id from ${code.split('.')[0]} where commune_id = $1 and ${code} = any (${each})))`,
];
