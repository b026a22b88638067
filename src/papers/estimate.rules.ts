import { codeSide, pointsOf, sharesOf, type Block, type Paragraph } from './paper.js';

/** Width of a letter, of its size: small, and capital in bold type. */
const small = 0.52;
const large = 0.74;
const leading = 1.17;

/**
 * Height of blocks within a width, in points, as far as it can be told without a font: rather too high than too low.
 * Not for tables.
 */
export const estimatedHeight = (blocks: readonly Block[], width: number): number =>
  blocks.reduce((sum, block) => sum + heightOf(block, width), 0);

function heightOf(block: Block, width: number): number {
  switch (block.is) {
    case 'PARAGRAPH':
      return block.before + linesOf(block, width) * block.size * leading + block.after;
    case 'RULE':
      return 6;
    case 'COLUMNS': {
      const widths = sharesOf(block.columns, width);
      return Math.max(...block.columns.map(({ blocks }, place) => estimatedHeight(blocks, widths[place] ?? 0)));
    }
    case 'CODE':
      return pointsOf(codeSide) + 11;
    case 'PLACED':
    case 'GRID':
      return 0;
  }
}

function linesOf({ spans, size }: Paragraph, width: number): number {
  const text = spans.map((span) => span.text).join('');
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const wide = (capitals * large + (text.length - capitals) * small) * size;
  return Math.max(1, Math.ceil(wide / width));
}
