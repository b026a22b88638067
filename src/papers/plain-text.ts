import { cellsOf, codeWords, type Block, type Paper } from './paper.js';

/** Text of a paper in the order of reading, a line for each paragraph or row; cells are set apart by a tab. */
export const textOf = ({ sections }: Paper): string =>
  sections
    .flatMap(({ blocks }) => blocks.flatMap(linesOf))
    .filter((line) => line.trim() !== '')
    .join('\n');

function linesOf(block: Block): string[] {
  switch (block.is) {
    case 'PARAGRAPH':
      return [block.spans.map(({ text }) => text).join('')];
    case 'RULE':
      return [];
    case 'COLUMNS':
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(linesOf));
    case 'GRID':
      return [
        block.columns.map(({ heading }) => heading).join('\t'),
        ...block.rows.map((row) => cellsOf(row).join('\t')),
      ];
    case 'CODE':
      return [codeWords + block.code];
    case 'PLACED':
      return block.blocks.flatMap(linesOf);
  }
}
