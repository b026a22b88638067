import { markup, type Markup, type Piece } from './markup.js';

/** A column: its heading, and the class of its cells; `isRowHeading`: its cells name their rows. */
export interface Column {
  heading: Piece;
  of?: string;
  isRowHeading?: boolean;
}

/** A row: its cells, and what else its element has. */
export interface Row {
  cells: readonly Piece[];
  id?: string;
}

const classOf = (kind: string | undefined) => kind !== undefined && markup` class="${kind}"`;

/** A table with headings. On a phone each row stands by itself, and its cells below each other. */
export function table({ of, columns, rows }: { of: string; columns: readonly Column[]; rows: readonly Row[] }): Markup {
  const cell = (content: Piece, index: number) => {
    const { of: kind, isRowHeading } = columns[index] ?? {};
    return isRowHeading
      ? markup`<th scope="row"${classOf(kind)}>${content}</th>`
      : markup`<td${classOf(kind)}>${content}</td>`;
  };
  const row = ({ cells, id }: Row) => markup`<tr${id !== undefined && markup` id="${id}"`}>${cells.map(cell)}</tr>\n`;
  const heading = ({ heading: content, of: kind }: Column) => markup`<th scope="col"${classOf(kind)}>${content}</th>`;
  return markup`<table class="${of}">
<thead><tr>${columns.map(heading)}</tr></thead>
<tbody>${rows.map(row)}</tbody>
</table>`;
}
