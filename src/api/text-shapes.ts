import { IsString, MaxLength, ValidateBy } from 'class-validator';
import { isStreamSafe, nfcUpTo } from '../database/text.js';
import { lineOf, prints, proseOf, refusedIn, type TextKind } from './characters.js';
import { atMostCharacters, printing, tooManyMarks, withoutRefused } from './limit-sentences.js';
import { checked, holding, reading, type Shape, type ShapeShown } from './shape.js';

/** Text of an answer. A text that is asked for is `prose`, a `line` or `compared`. */
export const text = (max = 2000): ShapeShown => ({
  graphql: String,
  column: 'text',
  json: { type: 'string', maxLength: max },
});

const withoutRefusedCharacters = (written: TextKind) => (each: boolean) =>
  ValidateBy(
    { name: 'character', validator: { validate: (value) => typeof value !== 'string' || !refusedIn(value, written) } },
    { each, ...withoutRefused(written) },
  );
const streamSafe = holding('marks', isStreamSafe, tooManyMarks);
const printsSomething = holding('blank', prints, printing);

const asked = (max: number, written: TextKind, form: (text: string) => string): Shape => ({
  ...text(max),
  valid: (each) =>
    checked(
      reading((given) => nfcUpTo(max, given, form)),
      IsString({ each }),
      MaxLength(max, { each, ...atMostCharacters(max) }),
      streamSafe(each),
      withoutRefusedCharacters(written)(each),
    ),
});
const printed = (shape: Shape): Shape => ({
  ...shape,
  clears: true,
  valid: (each) => checked(shape.valid(each), printsSomething(each)),
});

/** Text in paragraphs, of at most `max` characters: line breaks become LF. It prints something. */
export const prose = (max = 2000): Shape => printed(asked(max, 'prose', proseOf));
/** Text that stands in one line: a name, a post, a symbol. Trimmed; it prints something. */
export const line = (max: number): Shape => printed(asked(max, 'line', lineOf));
/** Text that is compared with what there is, and never stored: words that are searched, a cursor, a code. */
export const compared = (max: number): Shape => asked(max, 'line', lineOf);
export const reasonText: Shape = prose();
