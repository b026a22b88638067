/**
 * A filter as SQL: the conditions that were asked for and no others. For a statement whose text depends on them
 * (docs/decisions/0044-optional-filters.md).
 */
export interface Where {
  /** Names of the given conditions, for the name of the statement. */
  name: string;
  /** ` and …`, or nothing. */
  text: string;
  values: unknown[];
}

/** Builds a filter. `first` is the number of its first parameter; a condition without a value is left out. */
export function where(
  first: number,
  filter: Readonly<Record<string, readonly [value: unknown, condition: (parameter: string) => string]>>,
): Where {
  const given = Object.entries(filter).filter(([, [value]]) => value !== null && value !== undefined);
  return {
    name: given.map(([name]) => `.${name}`).join(''),
    text: given.map(([, [, condition]], place) => ` and ${condition(`$${first + place}`)}`).join(''),
    values: given.map(([, [value]]) => value),
  };
}

/** Condition that limits rows to the units of a bound key (`Reach.units`). */
export const isOwn = (row: string, units: string) => `(${units}::uuid[] is null or ${row}.unit_id = any (${units}))`;
