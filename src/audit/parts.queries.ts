import { shownOf } from '../api/shown.js';
import { storedOf } from '../database/columns.js';

export type Entity = new () => object;

/** SQL of one part of a record in two forms that can be equal: from the rows, and from the same part in a line. */
export interface Part {
  row: string;
  line(part: string): string;
}

export type Parts = Readonly<Record<string, Part>>;

/** A part that the line holds as the rows do. */
export const plain = (row: string): Part => ({ row, line: (part) => part });

/** A list without personal members, in whose place a line has commitments. */
export const listWithout = (list: string, ...members: string[]) => `(
  select coalesce(jsonb_agg(f - array['${members.join(`', '`)}'] order by place), '[]')
  from jsonb_array_elements(${list}) with ordinality as found (f, place))`;

/** A part that both draw alike from a column. */
export const drawn = (column: string, rest: (value: string) => string): Part => ({
  row: rest(`r.${column}`),
  line: rest,
});

/** A column that is such a list. */
export const withoutIn = (column: string, ...members: string[]) =>
  drawn(column, (list) => listWithout(list, ...members));

/** JSON in which a member that is null and one that is absent are the same. */
export const withoutNulls = (column: string): Part => ({
  row: `jsonb_strip_nulls(${column})`,
  line: (part) => `jsonb_strip_nulls(${part})`,
});

/** Columns of an entity that are members of its record, as the journal writes them; `row` is the alias of the table. */
export function columnsOf(entity: Entity, row: string, chosen: (member: MemberOf) => boolean): Parts {
  const shown = new Map(shownOf(entity).map((member) => [member.name, member]));
  return Object.fromEntries(
    storedOf(entity).flatMap(({ member, name, type }) => {
      const found = shown.get(member);
      return found && chosen(found) ? [[member, plain(asJournaled(`${row}.${name}`, type))]] : [];
    }),
  );
}

type MemberOf = ReturnType<typeof shownOf>[number];

const asJournaled = (column: string, type: unknown) =>
  type === 'numeric'
    ? `${column}::text`
    : type === 'timestamptz'
      ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : column;

/** A list whose entries are rows `from` another table; it has no order of its own. */
export const listOf = (from: string, entries: Parts): Part => ({
  row: sorted(objectOf(entries), from),
  line: (part) => sorted(objectIn(entries, 'entry'), `jsonb_array_elements(${part}) as of_line (entry)`),
});

const sorted = (entry: string, from: string) => `(
  select coalesce(jsonb_agg(e order by e), '[]') from (select ${entry} as e from ${from}) entries)`;

/** Object of parts as the rows have them. */
export const objectOf = (parts: Parts): string => built(parts, (name) => parts[name]!.row);

/** The same of what a line says: SQL of an object of the journal. */
export const objectIn = (parts: Parts, line: string): string =>
  built(parts, (name) => parts[name]!.line(`${line} -> '${name}'`));

const built = (parts: Parts, value: (name: string) => string) =>
  `jsonb_build_object(${Object.keys(parts)
    .map((name) => `'${name}', ${value(name)}`)
    .join(', ')})`;

/** A column of a score sheet without what it says in words; null where there is none. */
export const scoresIn = (column: string) =>
  drawn(
    column,
    (scores) => `case jsonb_typeof(${scores}) when 'object' then (${scores}) || jsonb_build_object(
      'points', ${listWithout(`${scores} -> 'points'`, 'reason')},
      'figures', ${listWithout(`${scores} -> 'figures'`, 'reason')},
      'occurrences', ${listWithout(`${scores} -> 'occurrences'`, 'text', 'reason')}) end`,
  );
