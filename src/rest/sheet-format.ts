import Negotiator from 'negotiator';
import { linesType, paperTypes, sheetTypes, type Answer, type SheetType } from '../api/answer.js';
import { languageOf, type Language } from '../api/problem.js';
import type { Request } from '../api/request.js';
import { localParameter } from '../api/sheet-parameter.js';
import { point } from '../points.js';
import { Refusal } from '../refusals.js';

const offered = { json: 'application/json', ...sheetTypes, ...paperTypes, lines: linesType };
export type Format = keyof typeof offered;

/** Formats that an answer has. */
const formatsOf = ({ sheet, table, paper, lines }: Answer): Format[] => [
  'json',
  ...(sheet || table ? (['csv', 'xlsx'] as const) : []),
  ...(paper ? (['pdf', 'docx'] as const) : []),
  ...(lines ? (['lines'] as const) : []),
];

/** How a table is written; `isLocal`: with decimal comma. */
export interface SheetFormat {
  type: SheetType;
  isLocal: boolean;
  language: Language;
}

/**
 * Format that `Accept` prefers (RFC 9110, 12.5.1), among those that the answer has. Refusal: NOT_ACCEPTABLE where it
 * takes none of them.
 */
export function requestedFormat(accept: string | undefined, answer: Answer): Format {
  const formats = formatsOf(answer);
  const types = formats.map((each) => offered[each]);
  // A charset, or another parameter, makes it no other type.
  const plain = accept?.replace(/;\s*(?!q=)[^;,]*/gi, '') || undefined;
  const preferred = new Negotiator({ headers: { accept: plain } }).mediaType(types);
  const format = formats.find((each) => offered[each] === preferred);
  if (!format) throw new Refusal('NOT_ACCEPTABLE');
  return format;
}

/**
 * Takes the parameter `decimal` from the query of a list that is a table, too: whether CSV is written with decimal
 * comma. Refusal: INVALID for another word, and with another format.
 */
export function takeLocal(request: Request, format: Format): boolean {
  const { name, enum: words } = localParameter;
  const { [name]: asked, ...query } = request.query as Record<string, unknown>;
  request.query = query;
  if (asked === undefined) return false;
  if (format === 'csv' && asked === words[0]) return true;
  throw new Refusal('INVALID', {}, [
    point(`/${name}`, 'isIn', {
      en: `${name} is "${words[0]}", with Accept: ${sheetTypes.csv}.`,
      vi: `${name} chỉ là "${words[0]}", đi với Accept: ${sheetTypes.csv}.`,
    }),
  ]);
}

export const sheetFormat = (request: Request, type: SheetFormat['type'], isLocal: boolean): SheetFormat => ({
  type,
  isLocal,
  language: languageOf(request.headers['accept-language']),
});
