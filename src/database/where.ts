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

/**
 * Rows whose column, a name that is not stored folded, has a folded pattern. After its marks are gone a Vietnamese text
 * is ASCII, but for đ: no collation matters.
 */
export const foldedLike = (column: string, pattern: string | null): Condition => [
  pattern,
  (like) => `lower(translate(regexp_replace(
    normalize(${column}, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')) like ${like}`,
];

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
