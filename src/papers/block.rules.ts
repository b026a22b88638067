import type { Block, Columns, Paragraph, Rule, Span } from './paper.js';

/** Type of the body and of the small print, in points (NĐ 30/2020/NĐ-CP, annex I). */
export const sizes = { body: 14, motto: 13, head: 12, list: 12, small: 11 } as const;

export const plain = (text: string): Span => ({ text });
export const bold = (text: string): Span => ({ text, bold: true });
export const italic = (text: string): Span => ({ text, italic: true });
export const boldItalic = (text: string): Span => ({ text, bold: true, italic: true });

const usual = { is: 'PARAGRAPH', size: sizes.body, indent: 0, before: 0, after: 0, withNext: false } as const;
type Told = readonly Span[] | Span;
const listed = (told: Told): readonly Span[] => ('text' in told ? [told] : told);

/** Paragraph of the body: justified, its first line 10 mm in. */
export const body = (told: Told, more: Partial<Paragraph> = {}): Paragraph => ({
  ...usual,
  spans: listed(told),
  align: 'JUSTIFY',
  indent: 10,
  after: 6,
  ...more,
});

export const centred = (told: Told, more: Partial<Paragraph> = {}): Paragraph => ({
  ...usual,
  spans: listed(told),
  align: 'CENTER',
  ...more,
});

export const left = (told: Told, more: Partial<Paragraph> = {}): Paragraph => ({
  ...usual,
  spans: listed(told),
  align: 'LEFT',
  ...more,
});

/** Space above the next block, on its page. */
export const space = (points: number): Paragraph => left(plain(''), { size: 2, before: points, withNext: true });

export const rule = (length: number): Rule => ({ is: 'RULE', length });

export const columns = (...each: readonly (readonly [share: number, blocks: readonly Block[]])[]): Columns => ({
  is: 'COLUMNS',
  columns: each.map(([share, blocks]) => ({ share, blocks })),
});
