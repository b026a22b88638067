import type { Answer } from '../api/answer.js';
import { JsonScalar } from '../api/scalars.js';
import { isRecord, type Class } from '../api/shape.js';
import { serializerOf, shownOf, type ShownProperty } from '../api/shown.js';

/** Column of a table: a member of the record, or of a record in it. */
export interface Column {
  path: readonly string[];
  /** Value as text; empty for none. */
  textOf(record: object): string;
}

/**
 * Columns of a list: what its JSON shows, nested members as `measure.unit`. JSON of any shape stands in no table. A
 * list stands in one cell, its parts separated by "; ".
 */
export const columnsOf = ({ type, without = [] }: Pick<Answer, 'type' | 'without'>): Column[] =>
  membersOf(type).filter(({ path: [name = ''] }) => !without.includes(name));

const membersOf = (type: Class): Column[] =>
  shownOf(type)
    .filter(({ edge, shape }) => !edge && shape.graphql !== JsonScalar)
    .flatMap((member) => {
      const { name, shape, list } = member;
      const valueOf = valuesOf(member);
      if (!isRecord(shape)) return [{ path: [name], textOf: (record) => cell(valueOf(record)) }];
      const of = shape.json.record();
      if (list) {
        const write = serializerOf(of, false);
        return [{ path: [name], textOf: (record) => cell((valueOf(record) as object[] | null)?.map(write)) }];
      }
      return membersOf(of).map(({ path, textOf }): Column => ({
        path: [name, ...path],
        textOf: (record) => {
          const nested = valueOf(record) as object | null | undefined;
          return nested ? textOf(nested) : '';
        },
      }));
    });

/** Value of a member as answers show it. */
const valuesOf =
  ({ name, publicValue }: ShownProperty) =>
  (record: object): unknown =>
    publicValue ? publicValue(record as never) : (record as Record<string, unknown>)[name];

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cell).join('; ');
  return value instanceof Date ? value.toISOString() : String(value as string | number | boolean);
}
