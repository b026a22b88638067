import { listed, storedOf, type Entity } from '../database/columns.js';
import type { Projection } from '../database/projection.js';
import { subjectMembersOf } from './disclosures.js';

/** Select list of a statement, and its part of the statement's name: empty where all members are read. */
export interface Columns {
  shape: string;
  text: string;
}

interface ColumnsOptions<Row> {
  /** SQL of members that stand in no column of the table. */
  computed?: { [Member in keyof Row]?: string };
  /** Members that order, group or identify rows: read by every statement, as are those that name a data subject. */
  always?: readonly (keyof Row & string)[];
  without?: readonly (keyof Row & string)[];
}

/** Select lists over an entity's table: of all members, or of those that a projection needs. */
export function selectList<Row extends object>(
  entity: Entity<Partial<Row>>,
  alias: string,
  { computed = {}, always = [], without = [] }: ColumnsOptions<Row>,
): (projection?: Projection) => Columns {
  const stored = storedOf(entity).map(({ member, name }) => [member, `${alias}.${name}`] as const);
  const left = new Set<string>([...without, ...Object.keys(computed)]);
  const columns = [
    ...stored.filter(([member]) => !left.has(member)),
    ...(Object.entries(computed) as [string, string][]),
  ];
  const kept = new Set<string>(['communeId', 'id', ...always, ...subjectMembersOf(entity)]);
  const whole = { shape: '', text: listed(columns) };
  const known = new WeakMap<Projection, Columns>();
  return (projection) => {
    if (!projection) return whole;
    const seen = known.get(projection);
    if (seen) return seen;
    const needed = columns.filter(([member]) => kept.has(member) || projection.members.has(member));
    const places = needed.map((column) => columns.indexOf(column));
    const made = { shape: `#${places.join('.')}`, text: listed(needed) };
    known.set(projection, made);
    return made;
  };
}
