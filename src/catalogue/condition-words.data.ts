import type { UnitKind } from '../units/unit-kind.rules.js';
import { factWords } from './fact-words.data.js';

/** Parameter of a condition. */
export type Parameter =
  | { takes: 'count' | 'percent' | 'flag' | 'code' | 'codes' | 'form' | 'forms'; optional?: true }
  | { takes: 'word' | 'words'; words: readonly string[]; optional?: true };

const count = { takes: 'count' } as const;
const percent = { takes: 'percent' } as const;
const flag = { takes: 'flag' } as const;
const code = { takes: 'code' } as const;
const codes = { takes: 'codes' } as const;
const form = { takes: 'form' } as const;
const forms = { takes: 'forms' } as const;
const word = <const W extends readonly string[]>(...words: W) => ({ takes: 'word', words }) as const;
const words = <const W extends readonly string[]>(...each: W) => ({ takes: 'words', words: each }) as const;
const maybe = <const P extends Parameter>(parameter: P) => ({ ...parameter, optional: true }) as const;

/** Values of a kind of fact. */
type Values<K extends 'SERVICE' | 'RATING' | 'DISCIPLINE' | 'INITIATIVE'> = keyof (typeof factWords)[K]['values'];
const valuesIn = <K extends 'SERVICE' | 'RATING' | 'DISCIPLINE' | 'INITIATIVE'>(kind: K) =>
  Object.keys(factWords[kind].values) as readonly string[] as readonly Values<K>[];
const employment = { takes: 'words', words: valuesIn('SERVICE') } as const;
const rating = { takes: 'word', words: valuesIn('RATING') } as const;
const grade = { takes: 'word', words: valuesIn('DISCIPLINE') } as const;
const scope = { takes: 'word', words: valuesIn('INITIATIVE') } as const;

/**
 * Words that conditions of the law are written in (`needs` of a condition), each with its parameters. Beside them stand
 * `{"all": […]}`, `{"any": […]}` and `{"not": …}`. The meaning of each is its function in eligibility/.
 */
export const conditionWords = {
  /** There on the day; `deceased`: a person who died since may be honoured. */
  VALID: { deceased: maybe(flag) },
  KIND: {
    of: {
      takes: 'words',
      words: ['BODY', 'DEPARTMENT', 'ORGANISATION', 'HAMLET', 'HOUSEHOLD', 'INDIVIDUAL'] as readonly UnitKind[],
    },
  },
  TYPE: { of: words('MERIT', 'MOVEMENT', 'SUDDEN', 'SERVICE') },
  /** Employed in one of these ways at the end of the year. */
  EMPLOYMENT: { of: employment },
  /** Rated so at least in each of so many years, this one the last. */
  RATING: { least: rating, years: count },
  /** Months of service in the year; maternity leave counts. */
  SERVICE: { months: count },
  /** Years in a leading post; `womenLess`: a third less for women. */
  TENURE: { years: count, womenLess: maybe(flag) },
  /**
   * So many times a title: in years running (`consecutive`), until so many years before this one (`before`), by merit
   * alone (`merit`), not counted for an earlier award of the form asked for (`fresh`).
   */
  HOLDS: {
    form,
    times: count,
    consecutive: maybe(flag),
    before: maybe(count),
    merit: maybe(flag),
    fresh: maybe(flag),
  },
  /** No award of these forms within so many years. */
  SINCE_AWARD: { forms, years: count },
  /** So many initiatives recognised, of this scope or a wider one, within so many years. */
  INITIATIVE: { least: scope, times: count, years: count },
  REGISTERED: {},
  NO_HOLD: {},
  /** No discipline of this grade or a heavier one within so many years, nor in force. */
  NO_DISCIPLINE: { least: grade, years: count },
  /** Share of the members of a collective that hold a form (`over`: more than it), are rated, or were disciplined so. */
  MEMBERS_HOLD: { form, percent, over: maybe(flag) },
  MEMBERS_RATED: { least: rating, percent },
  MEMBERS_DISCIPLINED: { least: grade, percent },
  /** A leader is rated no better than the collective. */
  LEADER_RATING: {},
  /** Place in the published table of the block. */
  RANK: { most: count },
  CLASS: { of: codes },
  /** Points of the published table: in all, and in each group of its maximum. */
  SCORE: { total: count, eachGroup: maybe(percent) },
  /** Share of the indicators that are met, or exceeded: of those with a target of the unit, else of the commune's. */
  COMPLETION: { percent },
  /** An indicator of the unit, or of the commune by the commune itself, met; or no worse than that of the commune. */
  INDICATOR: { code, against: word('TARGET', 'COMMUNE') },
  /** Consent of the meeting, of those who were there or of those summoned. */
  CONSENT: { percent, of: word('PRESENT', 'SUMMONED') },
  /** A part in an emulation movement: registered, or the plan of one's own. */
  MOVEMENT: {},
  /** The deed was done within so many days. */
  DEED: { days: count },
  /** Handed in by somebody of a unit of these kinds: by a reporter of it, or for the commune. */
  SUBMITTED_BY: {
    of: { takes: 'words', words: ['BODY', 'DEPARTMENT', 'ORGANISATION', 'HAMLET'] as readonly UnitKind[] },
  },
  /** Recognised by others within so many years: standards, a model. */
  RECOGNISED: { what: code, years: count },
  /**
   * No more than this share of those that hold a form (`holding`), or are rated so (`rated`), in the commune or in each
   * agency; rounded down, but so many places at least (`floor`) where there is anybody.
   */
  QUOTA: {
    percent,
    holding: maybe(form),
    rated: maybe(rating),
    each: word('COMMUNE', 'AGENCY'),
    floor: maybe(count),
  },
} as const satisfies Record<string, Readonly<Record<string, Parameter>>>;

/** Parameters of which a word takes one, and no other beside it. */
export const oneOfParameters: Readonly<Partial<Record<ConditionWord, readonly string[]>>> = {
  QUOTA: ['holding', 'rated'],
};

export type ConditionWord = keyof typeof conditionWords;

type ValueOf<P> = P extends { takes: 'count' | 'percent' }
  ? number
  : P extends { takes: 'flag' }
    ? boolean
    : P extends { takes: 'word'; words: readonly (infer W)[] }
      ? W
      : P extends { takes: 'words'; words: readonly (infer W)[] }
        ? readonly W[]
        : P extends { takes: 'codes' | 'forms' }
          ? readonly string[]
          : string;

type Table = typeof conditionWords;
type Of<W extends ConditionWord> = {
  [Name in keyof Table[W] as Table[W][Name] extends { optional: true } ? never : Name]: ValueOf<Table[W][Name]>;
} & {
  [Name in keyof Table[W] as Table[W][Name] extends { optional: true } ? Name : never]?: ValueOf<Table[W][Name]>;
};

/** Demand of one word of a condition. */
export type Demand<W extends ConditionWord = ConditionWord> = { [Each in W]: { is: Each } & Of<Each> }[W];

/** A condition as the law has it. */
export type Term = Demand | { all: readonly Term[] } | { any: readonly Term[] } | { not: Term };
