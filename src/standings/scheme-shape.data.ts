import type { TextKind } from '../api/characters.js';
import { codePattern } from '../api/code.js';
import { figurePattern } from '../api/decimal.js';

/**
 * JSON Schemas of a scheme's rules (`SchemeRules`): by these they are read, filled with what is left out, and described
 * in the OpenAPI document. Meaning of the members: `scheme-rules.ts`.
 */
type Schema = Readonly<Record<string, unknown>>;

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/Scheme${name}` });
const code: Schema = { type: 'string', pattern: codePattern.source };
/** Codes of lines: `II.1.a`, too, as papers number them. */
const lineCode: Schema = { type: 'string', pattern: '^[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,98}[\\p{L}\\p{N}])?$' };
/** Text that is cleaned and judged as texts of inputs are: `readText`. */
const text = (maxLength: number, written: TextKind = 'line'): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: '\\S',
  'x-written': written,
});
const decimal: Schema = { type: 'string', pattern: figurePattern.source };
const day: Schema = { type: 'string', format: 'date' };
const flag: Schema = { type: 'boolean' };
const places: Schema = { type: 'integer', minimum: 0, maximum: 6 };
const word = (...words: readonly string[]): Schema => ({ type: 'string', enum: words });
const list = (items: Schema, maxItems = 100): Schema => ({ type: 'array', items, maxItems });

/** A schema with what it means. */
const says = (schema: Schema, description: string): Schema => ({ ...schema, description });
const isLeftOut = (schema: Schema): boolean => 'default' in schema;
const or = (schema: Schema, value: unknown): Schema => ({ ...schema, default: value });
const orNull = (schema: Schema): Schema => or({ ...schema, nullable: true }, null);
const orEmpty = (schema: Schema): Schema => or(schema, []);

/** An object of these members and no other; those without a default are required. */
const object = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !isLeftOut(properties[name] as Schema)),
  additionalProperties: false,
  ...more,
});

/** One of several kinds of object, told apart by their `kind`. */
const kinds = (
  members: Readonly<Record<string, readonly [meaning: string, Readonly<Record<string, Schema>>]>>,
): Schema => ({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: Object.entries(members).map(([kind, [meaning, properties]]) =>
    object({ kind: says(word(...kind.split(' ')), meaning), ...properties }),
  ),
});

const named = {
  code: says(lineCode, 'Code, its own in its list.'),
  name: says(text(1000, 'prose'), 'Name, as printed.'),
};
const restsOn = says(orNull(text(300)), 'Article or section of the paper it rests on.');
const appliesTo = says(orEmpty(list(lineCode)), 'Traits or blocks, of which one is enough. Empty: all members.');
const line = {
  ...named,
  restsOn,
  appliesTo,
  formula: says(ref('Formula'), 'How its points come about.'),
  whenNothing: says(orNull(decimal), 'Points where nothing arose (không phát sinh): a total or a target of 0.'),
  max: says(orNull(decimal), 'Most points.'),
  min: says(orNull(decimal), 'Least points.'),
};
const band = {
  from: says(orNull(decimal), 'Lower end of the band; null: without end.'),
  fromIncluded: says(or(flag, true), 'Whether the band begins with that number itself.'),
  to: says(orNull(decimal), 'Upper end of the band; null: without end.'),
  toIncluded: says(or(flag, false), 'Whether the band ends with that number itself.'),
};
const bands = says(list(object(band)), 'Bands, which do not overlap.');
const points = says(decimal, 'Points that are given.');
const quantity = { quantity: says(ref('Quantity'), 'Number the formula begins with.') };
const side = object({ ...quantity, bands });
const is = says(word('AT_LEAST', 'ABOVE', 'AT_MOST', 'BELOW', 'EQUAL'), 'Comparison of the two.');
const when = says(ref('Condition'), 'Condition that decides.');
const figure = says(lineCode, 'Code of the figure.');
const quantityOfFigure = object({
  figure,
  reading: says(
    or(word('VALUE', 'OF_TARGET', 'INVERSE', 'OVER_TARGET'), 'VALUE'),
    'VALUE; OF_TARGET: value ÷ target × 100; INVERSE: target ÷ value × 100; OVER_TARGET: (value − target) ÷ target × 100.',
  ),
});
const criterion = says(lineCode, 'Code of the criterion.');
const percent = says(decimal, 'Percent, from 0 to 100.');
const percentOfPoints = says(decimal, 'Percent of the points; below 0 in a deduction.');
const conditions = list(ref('Condition'));
const rounding = object({
  leaf: says(orNull(places), 'Decimals of a line without lines below; null: not rounded there.'),
  group: says(orNull(places), 'Decimals of a line with lines below.'),
  total: says(orNull(places), 'Decimals of the total.'),
  step: says(orNull(decimal), 'Multiple that a leaf is rounded to in place of decimals: 0.5 for half points.'),
});
const limits = object({
  bonus: says(orNull(decimal), 'Most points of all bonus items.'),
  deduction: says(orNull(decimal), 'Most points of all deductions, above zero.'),
  net: says(orNull(decimal), 'Most points of bonus less deduction, either way.'),
});

export const schemeShapes = {
  SchemeRules: object({
    blocks: says({ ...list(ref('Block')), minItems: 1 }, 'Blocks (khối, cụm), each ranked by itself.'),
    traits: says(orEmpty(list(object(named))), 'Traits of members that rules tell apart.'),
    figures: says(orEmpty(list(ref('Figure'), 500)), 'Figures of the scheme (số liệu).'),
    tree: says(ref('Criterion'), 'The whole table: its maximum is the total, its children are the criteria.'),
    rounding: says(or(rounding, { leaf: null, group: null, total: null, step: null }), 'Rounding, half up.'),
    knockOuts: says(orEmpty(list(ref('KnockOut'))), 'Knock-outs (điều kiện loại trừ).'),
    classes: says(orEmpty(list(ref('Class'), 20)), 'Classes (xếp loại), the best first.'),
    quotas: says(orEmpty(list(ref('Quota'), 20)), 'Quotas (tỷ lệ khống chế).'),
  }),
  SchemeBlock: object({
    ...named,
    of: says(or(word('COLLECTIVES', 'INDIVIDUALS', 'HOUSEHOLDS'), 'COLLECTIVES'), 'Kind of its members.'),
    members: says(
      list(
        object({
          unit: says(code, 'Code of the unit.'),
          from: says(orNull(day), 'First day in the block; null: from the beginning.'),
          to: says(orNull(day), 'Last day in the block; null: to the end.'),
          traits: says(orEmpty(list(lineCode)), 'Codes of its traits.'),
          under: says(orNull(code), 'Code of the unit above, whose points the member may share.'),
        }),
        2000,
      ),
      'Members of the block.',
    ),
  }),
  SchemeFigure: object({
    ...named,
    kind: says(
      word('NUMBER', 'YES_NO', 'DAY', 'WORD', 'OCCURRENCES'),
      'Kind. OCCURRENCES: recorded one by one, and none recorded is zero; else a figure that is not given is missing.',
    ),
    indicator: says(orNull(code), 'Code of the indicator that gives it; null: it is recorded in score sheets.'),
    measure: says(
      orNull(
        object({
          unit: says(text(40), 'Unit of measure, as of an indicator.'),
          factor: says(orNull(decimal), 'Factor of a ratio.'),
        }),
      ),
      'Unit of measure of a NUMBER.',
    ),
    scope: says(
      or(word('OWN', 'BLOCK', 'COMMUNE'), 'OWN'),
      'Owner of the figure: the member, its block, or the commune.',
    ),
    words: says(orEmpty(list(text(300))), 'Words of a WORD, from the lowest to the highest.'),
    needsEvidence: says(or(flag, false), 'Whether an occurrence without evidence is not counted.'),
  }),
  SchemeCriterion: object({
    ...line,
    max: says(decimal, 'Standard points (điểm chuẩn).'),
    isCeiling: says(or(flag, true), 'Whether its points end at the maximum.'),
    weight: says(or(decimal, '1'), 'Factor of its points in the criterion above.'),
    children: says(orEmpty(list(ref('Criterion'))), 'Criteria below it, of a SUM or MEAN.'),
    items: says(
      orEmpty(
        list(
          object({
            ...line,
            oneOf: says(orNull(text(100)), 'Items that share this word count once: the farthest from zero.'),
          }),
        ),
      ),
      'Bonus and deduction (điểm thưởng, điểm trừ).',
    ),
    limits: says(or(limits, { bonus: null, deduction: null, net: null }), 'Limits of all items together.'),
  }),
  SchemeQuantity: quantityOfFigure,
  SchemeFormula: kinds({
    SUM: ['Criteria below, each times its weight, added.', {}],
    MEAN: ['Criteria below, their weighted mean.', {}],
    GIVEN: ['Given as a whole, not itemised.', {}],
    JUDGED: [
      'Judged by people: self, verified, final.',
      { reasonBelowMax: says(flag, 'Whether points below the maximum want a reason.') },
    ],
    FULL: ['The maximum: only items change it.', {}],
    PROPORTIONAL: [
      'Maximum × quantity ÷ full.',
      {
        ...quantity,
        full: says(decimal, 'Quantity of all points.'),
        from: says(orNull(decimal), 'Quantity below which there are none.'),
        upTo: says(orNull(decimal), 'Quantity that is counted at most; null: `full`.'),
      },
    ],
    STEPS: [
      'The points of the band it lies in.',
      { ...quantity, steps: says(list(object({ ...band, points })), 'Bands with their points.') },
    ],
    INTERPOLATED: [
      'Straight lines between points (nội suy).',
      {
        ...quantity,
        through: says(
          list(object({ at: says(decimal, 'Number of the quantity.'), points })),
          'Points of the line, in their order; before the first and after the last as there.',
        ),
      },
    ],
    INCREMENTS: [
      'Points for every step away from a start.',
      {
        ...quantity,
        direction: says(word('UP', 'DOWN'), 'Side of the start that is counted.'),
        start: says(decimal, 'Number from which steps are counted.'),
        every: says(decimal, 'Width of a step.'),
        atOnce: says(flag, 'Whether one more step counts as soon as the start is passed.'),
        points,
      },
    ],
    PASS_FAIL: ['The maximum, or nothing.', { when }],
    CASES: [
      'The points of the first case that holds.',
      {
        cases: says(list(object({ when, points })), 'Cases in their order.'),
        otherwise: says(decimal, 'Points where none holds.'),
      },
    ],
    COUNT: ['Points for each.', { ...quantity, points }],
    TABLE: [
      'Points by two numbers.',
      {
        rows: says(side, 'Rows of the table.'),
        columns: says(side, 'Columns of the table.'),
        table: says(list(list(decimal)), 'Points by row, then column.'),
      },
    ],
    WORDS: [
      'Points of a word.',
      {
        figure,
        words: says(list(object({ word: says(text(300), 'Word of the figure.'), points })), 'Words with their points.'),
      },
    ],
    RELATIVE: [
      'Against the leader of the block.',
      {
        figure,
        better: says(word('MORE', 'LESS'), 'Side that is better.'),
        atTarget: says(orNull(decimal), 'Percent of the maximum at the target; null: all by the greatest value.'),
      },
    ],
    SPREAD: [
      'From the worst to the best of the block.',
      { figure, better: says(word('MORE', 'LESS'), 'Side that is better.') },
    ],
    PLACED: [
      'By the place in the block, 1, 1, 3.',
      {
        figure,
        better: says(word('MORE', 'LESS'), 'Side that is better.'),
        points: says(list(decimal), 'Points of each place, the first one first.'),
        otherwise: says(decimal, 'Points after the last of these places.'),
      },
    ],
    SHARE: [
      'Percent of the points of a criterion of others, or of its own.',
      {
        of: says(
          word('OWN', 'ABOVE', 'BELOW', 'ALL'),
          'OWN: of the member itself. ABOVE: of the unit above. BELOW: mean of those under the member. ALL: mean of the block.',
        ),
        block: says(orNull(lineCode), 'Code of the block of those others.'),
        criterion,
        percent: percentOfPoints,
        per: says(
          orNull(quantityOfFigure),
          'Quantity by which the share is multiplied, as often as it stands there; null: once.',
        ),
      },
    ],
  }),
  SchemeCondition: kinds({
    'ALL ANY NONE': [
      'All conditions below hold, one does, or none does.',
      { of: says(conditions, 'Conditions that are joined.') },
    ],
    FIGURE: [
      'A figure against a constant or another figure.',
      {
        ...quantity,
        is,
        than: says(orNull(text(300)), 'Constant to compare with.'),
        thanFigure: says(orNull(lineCode), 'Code of the other figure.'),
      },
    ],
    TRAIT: ['The member has a trait.', { trait: says(lineCode, 'Code of the trait.') }],
    POINTS: [
      'Points of a criterion; in classes and knock-outs alone.',
      { criterion, is, than: says(decimal, 'Points to compare with.') },
    ],
  }),
  SchemeKnockOut: object({
    ...named,
    restsOn,
    when,
    effect: says(
      word('CAP_CLASS', 'NOT_CLASSED', 'ZERO'),
      'CAP_CLASS: no better class than `class`. NOT_CLASSED: no class and no rank. ZERO: no points of `criterion`.',
    ),
    class: says(orNull(lineCode), 'Best class still open, of CAP_CLASS.'),
    criterion: says(orNull(lineCode), 'Criterion without points, of ZERO.'),
  }),
  SchemeClass: object({
    ...named,
    restsOn,
    ways: says(
      orEmpty(
        list(
          object({
            appliesTo,
            min: says(orNull(decimal), 'Least total.'),
            below: says(orNull(decimal), 'Total that is too much already.'),
            each: says(
              orNull(object({ percent, of: says(word('FIRST', 'LEAVES'), 'Criteria of the first level, or leaves.') })),
              'Least percent of its maximum that each criterion reaches.',
            ),
            conditions: says(orEmpty(conditions), 'Further conditions, which all hold.'),
          }),
        ),
      ),
      'Ways into it. Empty: it takes all who are left.',
    ),
  }),
  SchemeQuota: object({
    class: says(lineCode, 'Code of the class.'),
    percent: says(orNull(decimal), 'Percent of the base, rounded down.'),
    count: says(orNull({ type: 'integer', minimum: 0, maximum: 100_000 }), 'Number of members instead.'),
    base: says(
      or(word('BLOCK', 'CLASS', 'CLASS_AND_ABOVE'), 'BLOCK'),
      'Members counted: of the block, of `baseClass`, of it and those above.',
    ),
    baseClass: says(orNull(lineCode), 'Class of the base.'),
    raised: says(orNull(object({ percent, when })), 'Another percent, when a condition holds for the block.'),
    restsOn,
  }),
} as const satisfies Readonly<Record<string, Schema>>;
