import { cellMargins, docxFile, firstPictureId, headerId } from './docx-parts.js';
import { element, escapeXml, w } from './markup.js';
import { cellsOf, codeSide, codeWords, isBold, pointsOf, sharesOf, widthWithin } from './paper.js';
import type { Block, Code, Columns, Grid, Paper, Paragraph, Placed, Rule, Section, Span } from './paper.js';
import { gifOf } from './qr.js';

/** Twentieths of a point, in which a DOCX measures; its pictures by the millionth of a metre, nearly. */
const twips = (millimetres: number): number => Math.round(pointsOf(millimetres) * 20);
const emus = (millimetres: number): number => millimetres * 36_000;
const alignments = { LEFT: 'left', CENTER: 'center', RIGHT: 'right', JUSTIFY: 'both' } as const;

/** A paper as DOCX (WordprocessingML). The same paper is the same bytes. */
export function docxOf(paper: Paper): Buffer {
  const pictures: Buffer[] = [];
  const sections = paper.sections.map((section, place) => {
    const width = widthWithin(section.page);
    const blocks = section.blocks.map((block) => blockXml(block, width, pictures)).join('');
    const pages = pagesXml(section);
    return blocks + (place === paper.sections.length - 1 ? pages : w('p', {}, w('pPr', {}, pages)));
  });
  return docxFile(paper, { body: sections.join(''), pictures });
}

function blockXml(block: Block, width: number, pictures: Buffer[]): string {
  switch (block.is) {
    case 'PARAGRAPH':
      return paragraphXml(block);
    case 'RULE':
      return ruleXml(block, width);
    case 'COLUMNS':
      return columnsXml(block, width, pictures);
    case 'GRID':
      return gridXml(block, width);
    case 'CODE':
      return codeXml(block, pictures);
    case 'PLACED':
      return block.blocks.map((each) => paragraphXml(each, placeXml(block))).join('');
  }
}

function paragraphXml({ spans, size, align, indent, before, after, withNext }: Paragraph, place = ''): string {
  const form =
    (withNext ? w('keepNext') : '') +
    place +
    w('spacing', { before: before * 20, after: after * 20 }) +
    (indent > 0 ? w('ind', { firstLine: twips(indent) }) : '') +
    w('jc', { val: alignments[align] }) +
    w('rPr', {}, w('sz', { val: size * 2 }));
  return w('p', {}, w('pPr', {}, form) + spans.map((span) => runXml(span, size)).join(''));
}

function runXml({ text, bold, italic }: Span, size: number): string {
  const lines = text.split('\n').map((line) => element('w:t', { 'xml:space': 'preserve' }, escapeXml(line)));
  const style =
    (bold ? w('b') : '') + (italic ? w('i') : '') + w('sz', { val: size * 2 }) + w('szCs', { val: size * 2 });
  return w('r', {}, w('rPr', {}, style) + lines.join(w('br')));
}

/** Paragraph without text and nearly without height. */
const nothing = (form: string, line: number) =>
  w('p', {}, w('pPr', {}, form + w('spacing', { before: 0, after: 0, line, lineRule: 'exact' }) + tiny));
const tiny = w('rPr', {}, w('sz', { val: 2 }));
const lineOf = (side: string, size: number) => w(side, { val: 'single', sz: size, space: 0, color: '000000' });

/** A line is the border of an empty paragraph that is as long. */
function ruleXml({ length }: Rule, width: number): string {
  const side = twips(Math.max(0, (width - length) / 2));
  const form = w('keepNext') + w('pBdr', {}, lineOf('top', 6));
  const spacing = w('spacing', { before: 60, after: 0, line: 40, lineRule: 'exact' });
  return w('p', {}, w('pPr', {}, form + spacing + w('ind', { left: side, right: side }) + tiny));
}

/** A table of columns of fixed widths, in millimetres. */
function tableXml(widths: readonly number[], { borders = '', rows }: { borders?: string; rows: string }): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const form = w('tblW', { w: twips(whole), type: 'dxa' }) + borders + w('tblLayout', { type: 'fixed' }) + cellMargins;
  const grid = widths.map((width) => w('gridCol', { w: twips(width) })).join('');
  return w('tbl', {}, w('tblPr', {}, form) + w('tblGrid', {}, grid) + rows);
}

const rowXml = (cells: string, form = '') => w('tr', {}, w('trPr', {}, w('cantSplit') + form) + cells);
const cellXml = (width: number, content: string, form = '') =>
  w('tc', {}, w('tcPr', {}, w('tcW', { w: twips(width), type: 'dxa' }) + form) + content);

function columnsXml({ columns }: Columns, width: number, pictures: Buffer[]): string {
  const widths = sharesOf(columns, width);
  const cells = columns.map(({ blocks }, place) => {
    const each = widths[place] ?? 0;
    // The margins of a cell leave less.
    const texts = blocks.map((block) => blockXml(block, each - 2, pictures)).join('');
    return cellXml(each, texts || w('p'));
  });
  return tableXml(widths, { rows: rowXml(cells.join('')) }) + nothing('', 20);
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const borders = w('tblBorders', {}, sides.map((side) => lineOf(side, 4)).join(''));

function gridXml({ size, columns, rows }: Grid, width: number): string {
  const widths = sharesOf(columns, width);
  const texts = (text: string, align: Paragraph['align'], bold: boolean) =>
    paragraphXml({
      ...{ is: 'PARAGRAPH', spans: [{ text, ...(bold && { bold }) }], size, align },
      ...{ indent: 0, before: 2, after: 2, withNext: false },
    });
  const middle = w('vAlign', { val: 'center' });
  const headings = columns.map(({ heading }, place) =>
    cellXml(widths[place] ?? 0, texts(heading, 'CENTER', true), middle),
  );
  const written = rows.map((row) => {
    if ('across' in row)
      return rowXml(cellXml(width, texts(row.across, 'LEFT', true), w('gridSpan', { val: columns.length }) + middle));
    const cells = cellsOf(row).map((text, place) =>
      cellXml(widths[place] ?? 0, texts(text, columns[place]?.align ?? 'LEFT', isBold(row)), middle),
    );
    return rowXml(cells.join(''));
  });
  return tableXml(widths, { borders, rows: rowXml(headings.join(''), w('tblHeader')) + written.join('') });
}

function codeXml({ code, content }: Code, pictures: Buffer[]): string {
  const id = pictures.push(gifOf(content));
  const [width, name] = [emus(codeSide), `QR ${id}`];
  const fill = element('a:blip', { 'r:embed': `rId${firstPictureId + id - 1}` });
  const form =
    element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }) + element('a:ext', { cx: width, cy: width })) +
    element('a:prstGeom', { prst: 'rect' }, element('a:avLst'));
  const picture =
    element('pic:nvPicPr', {}, element('pic:cNvPr', { id, name }) + element('pic:cNvPicPr')) +
    element('pic:blipFill', {}, fill + element('a:stretch', {}, element('a:fillRect'))) +
    element('pic:spPr', {}, form);
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const graphic = element('a:graphic', {}, element('a:graphicData', { uri }, element('pic:pic', {}, picture)));
  const inline =
    element('wp:extent', { cx: width, cy: width }) + element('wp:docPr', { id, name, descr: content }) + graphic;
  const drawn = w('drawing', {}, element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, inline));
  const text = paragraphXml({
    ...{ is: 'PARAGRAPH', spans: [{ text: codeWords + code }], size: 9, align: 'LEFT' },
    ...{ indent: 0, before: 0, after: 0, withNext: false },
  });
  return w('p', {}, w('pPr', {}, w('keepNext')) + w('r', {}, drawn)) + text;
}

const placeXml = ({ x, y, width }: Placed) =>
  w('framePr', {
    ...{ w: twips(width), wrap: 'around', vAnchor: 'page', hAnchor: 'page' },
    ...{ x: twips(x), y: twips(y) },
  });

function pagesXml({ page, numbered, frameAt }: Section): string {
  const { width, height, top, bottom, left, right } = page;
  const margins = { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) };
  const turned: Record<string, string> = width > height ? { orient: 'landscape' } : {};
  return w(
    'sectPr',
    {},
    (numbered ? element('w:headerReference', { 'w:type': 'default', 'r:id': `rId${headerId}` }) : '') +
      w('pgSz', { w: twips(width), h: twips(height), ...turned }) +
      w('pgMar', { ...margins, header: twips(10), footer: twips(10), gutter: 0 }) +
      (frameAt === undefined ? '' : frameXml(frameAt)) +
      w('pgNumType', { start: 1 }) +
      (numbered ? w('titlePg') : ''),
  );
}

/** Frame of a page: a DOCX takes at most 31 points from its edge. */
function frameXml(millimetres: number): string {
  const space = Math.min(31, Math.round(pointsOf(millimetres)));
  const edges = ['top', 'left', 'bottom', 'right'];
  const lines = edges.map((side) => w(side, { val: 'double', sz: 12, space, color: '000000' }));
  return w('pgBorders', { offsetFrom: 'page' }, lines.join(''));
}
