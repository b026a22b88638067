import { codeSide, pointsOf, sharesOf, type Block, type Paragraph } from './paper.js';
import { leading, type Setter } from './pdf-type.js';

/** Place of a block: left edge and width, in points. */
export interface Column {
  x: number;
  width: number;
}

/** Width of a QR code, padding of a cell, and height of a line with its space, in points. */
export const codeWidth = pointsOf(codeSide);
export const padding = { x: 3, y: 2 };
export const ruleHeight = 6;

/** Places of columns that share a place. */
export function beside(columns: readonly { share: number }[], { x, width }: Column): Column[] {
  let at = x;
  return sharesOf(columns, width).map((each) => {
    const column = { x: at, width: each };
    at += each;
    return column;
  });
}

/** Text of a cell of a table. */
export const cell = (text: string, form: Pick<Paragraph, 'size' | 'align'> & { bold: boolean }): Paragraph => ({
  ...{ is: 'PARAGRAPH', spans: [form.bold ? { text, bold: true } : { text }], size: form.size, align: form.align },
  ...{ indent: 0, before: 0, after: 0, withNext: false },
});

/** Height of a block within a width, in points; of a table, of its first rows. */
export function heightOf(block: Block, width: number, setter: Setter): number {
  switch (block.is) {
    case 'PARAGRAPH': {
      const lines = setter.linesOf({ ...block, indent: pointsOf(block.indent) }, width);
      return block.before + lines.length * block.size * leading + block.after;
    }
    case 'RULE':
      return ruleHeight;
    case 'COLUMNS': {
      const widths = sharesOf(block.columns, width);
      const heights = block.columns.map(({ blocks }, place) =>
        blocks.reduce((sum, inner) => sum + heightOf(inner, widths[place] ?? 0, setter), 0),
      );
      return Math.max(0, ...heights);
    }
    case 'CODE':
      return codeWidth + 9 * leading;
    case 'PLACED':
      return 0;
    case 'GRID':
      return block.size * leading * 3;
  }
}
