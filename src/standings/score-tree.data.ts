import { figurePattern } from '../api/decimal.js';

/** JSON Schemas of a score tree and what stands around it in a table, for the OpenAPI document (`scored.ts`, `table.ts`). */
type Schema = Readonly<Record<string, unknown>>;

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/Score${name}` });
const text: Schema = { type: 'string', maxLength: 2000 };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer' };
const decimal: Schema = { type: 'string', pattern: figurePattern.source };
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });
const word = (...words: readonly string[]): Schema => ({ type: 'string', enum: words });
const list = (items: Schema): Schema => ({ type: 'array', items, maxItems: 5000 });
const says = (schema: Schema, description: string): Schema => ({ ...schema, description });
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const kinds = (members: Readonly<Record<string, Readonly<Record<string, Schema>>>>): Schema => ({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: Object.entries(members).map(([kind, properties]) =>
    object({ kind: says(word(kind), 'Kind of the value.'), ...properties }),
  ),
});

const of = { unit: says(text, 'Code of the unit.'), line: says(text, 'Code of the line.') };

export const scoreShapes = {
  ScoreTree: says(ref('Node'), 'The whole table for one unit: its points are the total.'),

  ScoreNode: says(
    object({
      code: says(text, 'Code of the line in its scheme.'),
      name: says(text, 'Name, as printed.'),
      part: says(word('CRITERION', 'ITEM'), 'Criterion, or item (bonus or deduction) of one.'),
      restsOn: says(orNull(text), 'Article or section of the paper it rests on.'),
      max: says(orNull(decimal), 'Maximum points.'),
      inputs: says(list(ref('Input')), 'All that the line took.'),
      words: says(
        object({ vi: says(text, 'Words in Vietnamese.'), en: says(text, 'Words in English.') }),
        'The formula in words.',
      ),
      figures: says(text, 'The formula in figures; empty while one is missing.'),
      raw: says(orNull(decimal), 'Points before the limits.'),
      limited: says(orNull(decimal), 'Points after the limits.'),
      points: says(
        orNull(decimal),
        'Points, rounded where the scheme says; null: not enough is known (chưa đủ dữ liệu).',
      ),
      known: says(decimal, 'Points of what is known.'),
      limits: says(
        list(ref('Limit')),
        'Limits that changed the points, or would have, had nobody allowed to exceed them.',
      ),
      missing: says(list(ref('Missing')), 'Figures and lines that are missing.'),
      notes: says(
        list(word('WITHOUT_EVIDENCE', 'EXEMPT', 'REASON_MISSING', 'BLOCK_INCOMPLETE')),
        'Notes on the inputs of the line.',
      ),
      children: says(list(ref('Node')), 'Criteria and items below.'),
    }),
    'A line of the table for one unit, and all that its points came of.',
  ),

  ScoreInput: says(
    kinds({
      FIGURE: {
        figure: says(text, 'Code of the figure in the scheme.'),
        of: says(orNull(text), 'Code of the unit or block; null: the commune.'),
        value: says(orNull(text), 'Decimal, YES or NO, day, or word; null: the figure has lines.'),
        outOf: says(orNull(decimal), 'Total that the value is counted out of.'),
        lines: says(
          list(
            object({
              value: says(decimal, 'Value of the line.'),
              outOf: says(orNull(decimal), 'Total that the value is counted out of.'),
              weight: says(decimal, 'Factor of the line.'),
            }),
          ),
          'Values of one figure, each with a factor.',
        ),
        target: says(orNull(decimal), 'Target of the figure.'),
        measure: says(
          orNull(
            object({ unit: says(text, 'Unit of measurement.'), factor: says(orNull(text), 'Factor of a ratio.') }),
          ),
          'Measure of the figure; null: as the scheme asks.',
        ),
        from: says(
          list(
            object({
              type: says(text, 'Type of the record.'),
              id: says(text, 'Id of the record.'),
              version: says(count, 'Version of the record.'),
            }),
          ),
          'Records that the figure is made of: results, target, score sheet, each with its version.',
        ),
      },
      OCCURRENCE: {
        id: says(text, 'Id of the occurrence.'),
        figure: says(text, 'Code of the figure in the scheme.'),
        of: says(orNull(text), 'Code of the unit or block; null: the commune.'),
        times: says(count, 'Number of times.'),
        evidence: says(list(text), 'Ids of the files that prove it.'),
        isExempt: says(flag, 'Whether the occurrence does not count; the score sheet says why.'),
      },
      POINTS: {
        stage: says(word('SELF', 'VERIFIED', 'FINAL'), 'Column of the score sheet.'),
        ...of,
        points: says(decimal, 'Points that were given.'),
        isReasoned: says(flag, 'Whether a reason was given; the score sheet has it.'),
      },
      SCORE: { ...of, points: says(orNull(decimal), 'Points of the line; null: not enough is known.') },
      ALLOWANCE: of,
    }),
    'An input of a line: a figure, an occurrence, points that people gave, points of another line, or an allowance.',
  ),

  ScoreLimit: object({
    limit: says(word('MAX', 'MIN', 'BONUS', 'DEDUCTION', 'NET', 'ONE_OF', 'KNOCK_OUT'), 'Kind of the limit.'),
    at: says(text, 'Decimal, or the code of the knock-out or of items that count once.'),
    isAllowed: says(flag, 'Whether a person allowed to exceed it.'),
  }),

  ScoreMissing: object({
    code: says(text, 'Code of the figure or the line.'),
    of: says(orNull(text), 'Code of the unit or block; null: the commune.'),
    why: says(
      word('NOT_GIVEN', 'NO_VALUE_OF_IT', 'NO_TARGET', 'NO_BASE', 'OTHER_MEASURE', 'IN_NO_BAND', 'NOT_SCORED'),
      'Reason that there are no points.',
    ),
  }),

  ScoreReason: object({
    kind: says(
      word('KNOCK_OUT', 'QUOTA', 'TIE_OPEN', 'TIE_DECIDED', 'EXCEPTION', 'IN_NO_CLASS', 'NOT_ENOUGH_KNOWN'),
      'Reason of the class, or of none.',
    ),
    code: says(orNull(text), 'Code of the knock-out or the class; null: there is none.'),
  }),

  ScoreReasons: list(ref('Reason')),
  ScoreInputs: list(ref('Input')),
  ScoreMissings: list(ref('Missing')),

  ScorePosition: object({
    points: says(orNull(decimal), 'Total points.'),
    rank: says(orNull(count), 'Rank in the block.'),
    class: says(orNull(text), 'Code of the class.'),
    reasons: says(ref('Reasons'), 'Reasons of the class.'),
  }),

  ScoreCause: says(
    kinds({
      INPUT: {
        before: says(orNull(ref('Input')), 'The input in the published table; null: none.'),
        after: says(orNull(ref('Input')), 'The input in the candidate; null: none.'),
      },
      RULE: { line: says(text, 'Code of the line.') },
      SCHEME: {
        part: says(word('ROUNDING', 'KNOCK_OUT', 'CLASS', 'QUOTA'), 'Part of the scheme that is another.'),
        code: says(orNull(text), 'Code of the knock-out, or of the class; null: the rounding.'),
      },
    }),
    'Cause of a difference: an input that came, went or is another; the rule of the line; a part of the scheme.',
  ),

  ScoreDifference: says(
    object({
      block: says(text, 'Code of the block.'),
      unit: says(text, 'Code of the unit.'),
      before: says(orNull(ref('Position')), 'Position in the published table; null: none.'),
      after: says(orNull(ref('Position')), 'Position in the candidate; null: none.'),
      class: says(orNull(word('GAINED', 'LOST')), 'A better class or a worse one; null: the same.'),
      lines: says(
        list(
          object({
            line: says(text, 'Code of the line.'),
            name: says(text, 'Name of the line.'),
            before: says(orNull(decimal), 'Points in the published table.'),
            after: says(orNull(decimal), 'Points in the candidate.'),
            causes: says(list(ref('Cause')), 'Causes of the difference.'),
          }),
        ),
        'Lines with other points.',
      ),
      causes: says(list(ref('Cause')), 'Causes of another class, and of another rounding.'),
    }),
    'A row that is another than in the table published last, with the cause of each line.',
  ),
} as const satisfies Readonly<Record<string, Schema>>;
