import { stringify } from 'csv-stringify/sync';
import Negotiator from 'negotiator';
import writeXlsx from 'write-excel-file/node';
import { sheetTypes } from '../api/answer.js';
import { Refusal } from '../refusals.js';

const offered = { json: 'application/json', ...sheetTypes };
export type Format = keyof typeof offered;

/**
 * Format that `Accept` prefers (RFC 9110, 12.5.1), among those that the answer has. Refusal: NOT_ACCEPTABLE where it
 * takes none of them.
 */
export function requestedFormat(accept: string | undefined, hasSheet = false): Format {
  const types = hasSheet ? Object.values(offered) : [offered.json];
  // A charset, or another parameter, makes it no other type.
  const plain = accept?.replace(/;\s*(?!q=)[^;,]*/gi, '') || undefined;
  const preferred = new Negotiator({ headers: { accept: plain } }).mediaType(types);
  const format = (Object.keys(offered) as Format[]).find((each) => offered[each] === preferred);
  if (!format) throw new Refusal('NOT_ACCEPTABLE');
  return format;
}

/**
 * CSV in UTF-8 with a byte order mark, without which Excel garbles Vietnamese. Every cell is quoted: a lone line feed
 * ends no record.
 */
export const csvOf = (table: readonly (readonly string[])[]): string =>
  stringify(
    table.map((row) => row.map(escapeFormulas)),
    { bom: true, record_delimiter: 'windows', quoted: true },
  );

/** XLSX with text cells only: none is a formula, "6/6" is not made a date, and a code keeps its zeros. */
export const xlsxOf = (table: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsx(
    table.map((row, index) =>
      row.map((value) => ({ type: String, value, ...(index === 0 && { fontWeight: 'bold' as const }) })),
    ),
  ).toBuffer();

const decimal = /^-\d+(\.\d+)?$/;

/**
 * Sign of a formula where some spreadsheet begins a cell: first in the text or after a separator or control character,
 * such as a line feed; blanks, invisible characters and quotes may come between. The sign is sought first: the time
 * grows only with the length.
 */
const formulaSign = /[=+@\-＝＋＠－﹦﹢﹫﹣](?<=(?:^|[,;\p{Cc}\p{Zl}\p{Zp}])["\p{Cc}\p{Cf}\p{Z}]*.)/gu;

/** Puts `'` before whatever a spreadsheet would run as a formula. Figures stay as they are. */
const escapeFormulas = (value: string) => (decimal.test(value) ? value : value.replace(formulaSign, "'$&"));
