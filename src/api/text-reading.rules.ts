import { isStreamSafe, nfcUpTo } from '../database/text.js';
import { word, type Word } from '../word.js';
import { lineOf, prints, proseOf, type TextKind } from './characters.js';
import { atMostCharacters, printing, refusedCharacter, tooManyMarks } from './limit-sentences.js';

const forms = { line: lineOf, prose: proseOf } as const;

/** A text as it is stored, or why it is not. */
export type TextRead = { text: string; refused?: undefined } | { refused: Word };

/**
 * Reads a text that no input declares, as `line` and `prose` of `text-shapes.ts` do: at most `max` characters, in one
 * form of each, with something that prints.
 */
export function readText(given: string, { written, max }: { written: TextKind; max: number }): TextRead {
  const text = nfcUpTo(max, given, forms[written]);
  if (text.length > max) return { refused: said(atMostCharacters(max), text.length) };
  if (!isStreamSafe(text)) return { refused: said(tooManyMarks) };
  const refused = refusedCharacter(text, written);
  if (refused) return { refused };
  return prints(text) ? { text } : { refused: said(printing) };
}

const said = ({ message, context: { vi } }: { message: string; context: { vi: string } }, sent?: number): Word =>
  word(vi.replace('{sent}', String(sent)), message.replace('{sent}', String(sent)));
