/** A filter as SQL: the conditions that were asked for and no others, so that each combination is a statement with a plan of its own. */
export interface Where {
  /** Which conditions there are, to name the statement by. */
  name: string;
  /** ` and …`, or nothing. */
  text: string;
  values: unknown[];
}

/** `first`: the number of the first parameter. What is null or undefined was not asked for. */
export function where(
  first: number,
  filter: Readonly<Record<string, readonly [value: unknown, condition: (parameter: string) => string]>>,
): Where {
  const asked = Object.entries(filter).filter(([, [value]]) => value !== null && value !== undefined);
  return {
    name: asked.map(([name]) => `.${name}`).join(''),
    text: asked.map(([, [, condition]], place) => ` and ${condition(`$${first + place}`)}`).join(''),
    values: asked.map(([, [value]]) => value),
  };
}

/** Keeps to the rows of the units a bound key is for (`Reach.units`). */
export const isOwn = (row: string, units: string) => `(${units}::uuid[] is null or ${row}.unit_id = any (${units}))`;
