import type PDFDocument from 'pdfkit';
import { cellsOf, codeWords, isBold, pointsOf, widthWithin } from './paper.js';
import type { Block, Code, Columns, Grid, GridRow, Page, Paragraph, Placed, Section } from './paper.js';
import { beside, cell, codeWidth, heightOf, padding, ruleHeight, type Column } from './pdf-heights.js';
import { leading, regular, Setter, type Line } from './pdf-type.js';
import { modulesOf } from './qr.js';

/** Table and columns that a row is of. */
interface RowPlace {
  grid: Grid;
  columns: readonly Column[];
  isHeading?: boolean;
}

interface LaidCell {
  block: Paragraph;
  at: Column;
  inner: Column;
  height: number;
}

/** Pages of a section, filled from the top. */
export class Pages {
  private readonly setter: Setter;
  private y = 0;
  private number = 0;
  private readonly whole: Column;

  constructor(
    private readonly document: InstanceType<typeof PDFDocument>,
    private readonly section: Section,
  ) {
    this.setter = new Setter(document);
    this.whole = { x: pointsOf(section.page.left), width: pointsOf(widthWithin(section.page)) };
    this.turn();
  }

  fill(): void {
    const { blocks } = this.section;
    for (const [place, block] of blocks.entries()) {
      this.demand(this.kept(blocks.slice(place)));
      if (block.is === 'PARAGRAPH') this.paragraph(block, this.whole, true);
      else this.draw(block, this.whole);
    }
  }

  /** Height that a block needs on this page: with those that it is to stand on one page with. */
  private kept(blocks: readonly Block[]): number {
    const [block, next] = blocks;
    if (!block) return 0;
    const keeps = block.is === 'RULE' || block.is === 'CODE' || (block.is === 'PARAGRAPH' && block.withNext);
    const least = block.is === 'PARAGRAPH' && !keeps ? 0 : heightOf(block, this.whole.width, this.setter);
    return least + (keeps && next ? this.kept(blocks.slice(1)) : 0);
  }

  /** Draws a block at the height reached, and goes below it. */
  private draw(block: Block, column: Column): void {
    switch (block.is) {
      case 'PARAGRAPH':
        return this.paragraph(block, column, false);
      case 'RULE': {
        const side = (column.width - pointsOf(block.length)) / 2;
        const at = this.y + ruleHeight / 2;
        this.document
          .lineWidth(0.75)
          .moveTo(column.x + side, at)
          .lineTo(column.x + column.width - side, at)
          .stroke();
        this.y += ruleHeight;
        return;
      }
      case 'COLUMNS':
        return this.beside(block, column);
      case 'CODE':
        return this.code(block, column);
      case 'PLACED':
        return this.placed(block);
      case 'GRID':
        return this.grid(block);
    }
  }

  private paragraph(paragraph: Paragraph, { x, width }: Column, breaks: boolean): void {
    const { size, align, before, after } = paragraph;
    const indent = pointsOf(paragraph.indent);
    const lines = this.setter.linesOf({ ...paragraph, indent }, width);
    this.y += before;
    for (const [place, line] of lines.entries()) {
      if (breaks) this.demand(size * leading);
      const room = width - (place === 0 ? indent : 0);
      const spare = room - line.width;
      const from = x + width - room + (align === 'CENTER' ? spare / 2 : align === 'RIGHT' ? spare : 0);
      this.line(line, { x: from, size, spare: align === 'JUSTIFY' && !line.last ? spare : 0 });
      this.y += size * leading;
    }
    this.y += after;
  }

  /** One line of type; `spare`: points to be shared out between its words. */
  private line({ pieces }: Line, { x, size, spare }: { x: number; size: number; spare: number }): void {
    const gaps = pieces.slice(0, -1).filter(({ blank }) => blank).length;
    const blank = this.setter.blank(size) + (gaps === 0 ? 0 : spare / gaps);
    let at = x;
    for (const [place, piece] of pieces.entries()) {
      const behind = piece.blank && place < pieces.length - 1;
      this.type(piece.text + (behind ? ' ' : ''), { face: piece.face, size, x: at });
      at += piece.width + (behind ? blank : 0);
    }
  }

  private type(text: string, { face, size, x }: { face: string; size: number; x: number }): void {
    if (text.trim() === '') return;
    this.document.font(face, size).text(text, x, this.y, { lineBreak: false });
  }

  private beside({ columns }: Columns, column: Column): void {
    const top = this.y;
    const bottoms = beside(columns, column).map((each, place) => {
      this.y = top;
      for (const block of columns[place]?.blocks ?? []) this.draw(block, each);
      return this.y;
    });
    this.y = Math.max(top, ...bottoms);
  }

  private grid(grid: Grid): void {
    const columns = beside(grid.columns, this.whole);
    const told = { total: grid.columns.map(({ heading }) => heading) };
    const headings = this.laid(told, { grid, columns, isHeading: true });
    this.row(headings);
    for (const each of grid.rows) {
      const row = this.laid(each, { grid, columns });
      if (this.y + row.height > this.bottom) {
        this.turn();
        this.row(headings);
      }
      this.row(row);
    }
  }

  /** Cells of a row with their places, and the height that they take. */
  private laid(row: GridRow, { grid, columns, isHeading = false }: RowPlace): { cells: LaidCell[]; height: number } {
    const bold = isBold(row);
    const places = 'across' in row ? [this.whole] : columns;
    const cells = cellsOf(row).map((text, place) => {
      const at = places[place] ?? this.whole;
      const usual = 'across' in row ? 'LEFT' : (grid.columns[place]?.align ?? 'LEFT');
      const block = cell(text, { size: grid.size, bold, align: isHeading ? 'CENTER' : usual });
      const inner = { x: at.x + padding.x, width: at.width - 2 * padding.x };
      return { block, at, inner, height: heightOf(block, inner.width, this.setter) };
    });
    return { cells, height: Math.max(...cells.map(({ height }) => height)) + 2 * padding.y };
  }

  private row({ cells, height }: ReturnType<Pages['laid']>): void {
    const top = this.y;
    for (const { block, at, inner, height: own } of cells) {
      this.y = top + (height - own) / 2;
      this.paragraph(block, inner, false);
      this.document.lineWidth(0.5).rect(at.x, top, at.width, height).stroke();
    }
    this.y = top + height;
  }

  private code({ code, content }: Code, { x }: Column): void {
    const modules = modulesOf(content);
    const module = codeWidth / (modules.length + 4);
    for (const [row, dark] of modules.entries())
      for (const [column, isDark] of dark.entries())
        if (isDark) this.document.rect(x + (column + 2) * module, this.y + (row + 2) * module, module, module);
    this.document.fill();
    this.y += codeWidth;
    this.type(codeWords + code, { face: regular, size: 9, x });
    this.y += 9 * leading;
  }

  private placed({ x, y, width, blocks }: Placed): void {
    const before = this.y;
    this.y = pointsOf(y);
    for (const block of blocks) this.paragraph(block, { x: pointsOf(x), width: pointsOf(width) }, false);
    this.y = before;
  }

  private get bottom(): number {
    return pointsOf(this.section.page.height - this.section.page.bottom);
  }

  private demand(height: number): void {
    const { page }: { page: Page } = this.section;
    if (this.y + height > this.bottom + 0.01 && this.y > pointsOf(page.top)) this.turn();
  }

  /** Turns to the next page. */
  private turn(): void {
    const { page, numbered, frameAt } = this.section;
    this.number += 1;
    this.document.addPage({ size: [pointsOf(page.width), pointsOf(page.height)], margin: 0 });
    if (frameAt !== undefined) this.frame(page, pointsOf(frameAt));
    if (numbered && this.number > 1) {
      this.y = pointsOf(10);
      this.paragraph(cell(String(this.number), { size: 13, bold: false, align: 'CENTER' }), this.whole, false);
    }
    this.y = pointsOf(page.top);
  }

  private frame({ width, height }: Page, at: number): void {
    for (const [inset, line] of [
      [at, 2],
      [at + 4, 0.75],
    ] as const)
      this.document
        .lineWidth(line)
        .rect(inset, inset, pointsOf(width) - 2 * inset, pointsOf(height) - 2 * inset)
        .stroke();
  }
}
