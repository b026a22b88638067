import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { Paragraph, Span } from './paper.js';

type Document = InstanceType<typeof PDFDocument>;

const { resolve } = createRequire(import.meta.url);
const tinos = '@expo-google-fonts/tinos';
/** Fonts of the metrics of Times New Roman, with all letters of Vietnamese. Licence: SIL OFL 1.1. */
const files = {
  'Tinos-Regular': `${tinos}/400Regular/Tinos_400Regular.ttf`,
  'Tinos-Bold': `${tinos}/700Bold/Tinos_700Bold.ttf`,
  'Tinos-Italic': `${tinos}/400Regular_Italic/Tinos_400Regular_Italic.ttf`,
  'Tinos-BoldItalic': `${tinos}/700Bold_Italic/Tinos_700Bold_Italic.ttf`,
} as const;
/** A face has the name that its font gives it: a document looks it up by that. */
export type Face = keyof typeof files;
export const regular = 'Tinos-Regular';

/** Fonts as a document takes them, read once: that takes longer than most papers. */
export const fonts = (): Record<Face, string> => (opened ??= open());
let opened: Record<Face, string> | undefined;

/** The types of `pdfkit` know nothing of a font that was opened before. */
const open = () =>
  Object.fromEntries(Object.entries(files).map(([face, file]) => [face, openSync(resolve(file)) as unknown])) as Record<
    Face,
    string
  >;

const faceOf = ({ bold, italic }: Span): Face =>
  `Tinos-${`${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}` || 'Regular'}` as Face;

/** Height of a line of type, of its size; and of the rise of its letters above the base line. */
export const leading = 1.15;

/** A piece of a line in one face, with its width in points. */
export interface Piece {
  face: Face;
  text: string;
  width: number;
  /** Whether a blank stands behind it, where the line may end or stretch. */
  blank: boolean;
}

export interface Line {
  pieces: Piece[];
  width: number;
  /** Last of its paragraph, or before a line break: it is not stretched. */
  last: boolean;
}

/** Measures words and breaks paragraphs into lines. Widths are kept: lists repeat their words. */
export class Setter {
  private readonly widths = new Map<string, number>();

  constructor(private readonly document: Document) {}

  /** Lines of a paragraph within a width in points. */
  linesOf({ spans, size, indent }: Pick<Paragraph, 'spans' | 'size' | 'indent'>, width: number): Line[] {
    const lines: Line[] = [];
    let line: Piece[] = [];
    let room = width - indent;
    const end = (last: boolean) => {
      lines.push({ pieces: line, width: widthOf(line), last });
      line = [];
      room = width;
    };
    for (const { face, text, blank, breaks } of piecesOf(spans)) {
      for (const [place, part] of this.fitting(text, { face, size, width }).entries()) {
        const piece = { face, text: part, width: this.width(part, face, size), blank };
        // Pieces without a blank between them are one word, unless it is wider than the line.
        const fits = widthOf(line, this.blank(size)) + piece.width <= room;
        if (line.length > 0 && (place > 0 || (line.at(-1)?.blank && !fits))) end(false);
        line.push(piece);
      }
      if (breaks) end(true);
    }
    end(true);
    return lines.map((each) => ({ ...each, width: widthOf(each.pieces, this.blank(size), true) }));
  }

  /** Width of a blank of the regular face. */
  blank(size: number): number {
    return this.width(' ', regular, size);
  }

  private width(text: string, face: Face, size: number): number {
    const key = `${face} ${text}`;
    const known = this.widths.get(key);
    const unit = known ?? this.document.font(face, 1000).widthOfString(text) / 1000;
    if (known === undefined) this.widths.set(key, unit);
    return unit * size;
  }

  /** A word that is wider than the line, in parts that are not. */
  private fitting(text: string, { face, size, width }: { face: Face; size: number; width: number }): string[] {
    if (this.width(text, face, size) <= width) return [text];
    const parts: string[] = [''];
    for (const sign of text) {
      const longer = `${parts.at(-1) ?? ''}${sign}`;
      if (this.width(longer, face, size) > width) parts.push(sign);
      else parts[parts.length - 1] = longer;
    }
    return parts;
  }
}

/** Width of pieces; with blanks between them, and unless it is the whole line, one behind the last. */
function widthOf(pieces: readonly Piece[], blank = 0, whole = false): number {
  const blanks = pieces.filter((piece, place) => piece.blank && !(whole && place === pieces.length - 1)).length;
  return pieces.reduce((sum, { width }) => sum + width, 0) + blanks * blank;
}

type Raw = Pick<Piece, 'face' | 'text' | 'blank'> & { breaks: boolean };

function piecesOf(spans: readonly Span[]): Raw[] {
  return spans.flatMap((span) =>
    [...span.text.matchAll(/([^ \n]*)([ ]+|\n|$)/g)]
      .filter(([whole]) => whole !== '')
      .map(([, text = '', behind = '']) => ({
        face: faceOf(span),
        text,
        blank: behind.startsWith(' '),
        breaks: behind === '\n',
      })),
  );
}
