import { Int } from '@nestjs/graphql';
import type { Answer } from '../api/answer.js';
import type { EdgeMetadata } from '../api/operation.js';
import { DateTimeScalar, DecimalScalar, JsonScalar, LegalDateScalar } from '../api/scalars.js';
import { isRecord, type Class, type ShapeShown } from '../api/shape.js';
import { serializerOf, shownOf, type ShownProperty } from '../api/shown.js';

/** Kind of value of a column: a workbook has cells of it wherever a value is one. */
export type CellKind = 'text' | 'figure' | 'day' | 'instant' | 'flag';

/** Column of a table: a member of the record, of a record in it, or of a neighbour. */
export interface Column {
  path: readonly string[];
  kind: CellKind;
  /** Value as text; empty for none. */
  textOf(record: object): string;
  /** Name of the edge that leads to the neighbour, which `textOf` takes. */
  edge?: string;
}

/** Edge of a record by its name; undefined where there is none. */
export type EdgeFinder = (name: string) => EdgeMetadata | undefined;

/**
 * Columns of a list: what its JSON shows, nested members as `measure.unit`, and the members of neighbours that the
 * answer names, before the id that leads to them. Ids and versions come last. JSON of any shape stands in no table. A
 * list stands in one cell, its parts separated by "; ".
 */
export function columnsOf(
  { type, without = [], beside = [] }: Pick<Answer, 'type' | 'without' | 'beside'>,
  edgeOf: EdgeFinder,
): Column[] {
  const neighbours = beside.map((path) => neighbour(path, edgeOf));
  const columns = membersOf(type).flatMap((column) => [
    ...neighbours.flatMap(({ leading, of }) => (leading === column.path[0] ? [of] : [])),
    ...(without.includes(column.path[0] ?? '') ? [] : [column]),
  ]);
  const isKey = ({ path }: Column) => path.length === 1 && /^(id|version|.+Ids?)$/.test(path[0] ?? '');
  return [...columns.filter((each) => !isKey(each)), ...columns.filter(isKey)];
}

/** Column of a member of a neighbour: `unit.name`. */
function neighbour(path: string, edgeOf: EdgeFinder): { leading: string | undefined; of: Column } {
  const [edge = ''] = path.split('.');
  const { needs, type } = edgeOf(edge) ?? {};
  const member = membersOf(type as Class).find((each) => [edge, ...each.path].join('.') === path);
  if (!needs || !member) throw new Error(`No edge leads to "${path}".`);
  return { leading: needs[0], of: { ...member, path: [edge, ...member.path], edge } };
}

const membersOf = (type: Class): Column[] =>
  shownOf(type)
    .filter(({ edge, shape }) => !edge && shape.graphql !== JsonScalar)
    .flatMap((member) => {
      const { name, shape, list } = member;
      const valueOf = valuesOf(member);
      const kind = list ? 'text' : kindOf(shape);
      if (!isRecord(shape)) return [{ path: [name], kind, textOf: (record) => cell(valueOf(record)) }];
      const of = shape.json.record();
      if (list) {
        const write = serializerOf(of, false);
        return [{ path: [name], kind, textOf: (record) => cell((valueOf(record) as object[] | null)?.map(write)) }];
      }
      return membersOf(of).map(({ path, textOf, ...column }): Column => ({
        ...column,
        path: [name, ...path],
        textOf: (record) => {
          const nested = valueOf(record) as object | null | undefined;
          return nested ? textOf(nested) : '';
        },
      }));
    });

const kinds = new Map<unknown, CellKind>([
  [DecimalScalar, 'figure'],
  [Int, 'figure'],
  [LegalDateScalar, 'day'],
  [DateTimeScalar, 'instant'],
  [Boolean, 'flag'],
]);
const kindOf = ({ graphql, mayBeFigure }: ShapeShown): CellKind =>
  mayBeFigure ? 'figure' : (kinds.get(graphql) ?? 'text');

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
