/** HTML that may stand in a page as it is. */
export class Markup {
  constructor(readonly html: string) {}
}

/** Value in a template: a text is escaped, a list is written one after the other, nothing leaves nothing. */
export type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/** Text as HTML shows it: `&`, `<`, `>` and both quotes become character references. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.html;
  return typeof piece === 'object' ? piece.map(written).join('') : escapeHtml(String(piece));
}

/** Template of HTML. Every value in it is escaped, but for what is `Markup`. */
export const markup = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(parts.reduce((html, part, index) => html + written(pieces[index - 1]) + part));
