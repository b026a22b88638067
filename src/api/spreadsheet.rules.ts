/** Name of a column of a spreadsheet: A, …, Z, AA, …. */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Signs of a formula, and what stands before one where some spreadsheet begins a cell. */
const signs = '[=+@\\-＝＋－＠﹦﹢﹫﹣]';
const begins = '(?<=(?:^|[,;\\p{Cc}\\p{Zl}\\p{Zp}])["\\p{Cc}\\p{Cf}\\p{Z}]*.)';

/**
 * Sign of a formula where some spreadsheet begins a cell: first in the text or after a separator or control character,
 * such as a line feed; blanks, invisible characters and quotes may come between. The sign is sought first: the time
 * grows only with the length.
 */
const formula = new RegExp(`${signs}${begins}`, 'gu');
const escaped = new RegExp(`'(?=${signs})${begins}`, 'gu');

/** Puts `'` before whatever a spreadsheet would run as a formula. */
export const escapeFormulas = (text: string): string => text.replace(formula, "'$&");

/** Takes back what `escapeFormulas` has put into a text. */
export const unescapeFormulas = (text: string): string => text.replace(escaped, '');
