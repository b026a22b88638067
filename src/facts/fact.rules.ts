import { backwards } from '../actors/actor.rules.js';
import { codePattern } from '../api/code.js';
import { farthestDay, vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import { kindInVietnamese, type UnitKind } from '../units/unit-kind.rules.js';
import type { Fact } from './fact.entity.js';
import { factWords, valuesOf, type FactKind } from '../catalogue/fact-words.data.js';

/** Members of a fact that only some kinds have. */
const own = ['title', 'leads', 'period', 'validFrom', 'validTo', 'issuer'] as const;
type Own = (typeof own)[number];

interface FactForm {
  needs: readonly Own[];
  may: readonly Own[];
  /** Kinds of unit that have such facts. */
  of: (kind: UnitKind) => boolean;
}

const individual = (kind: UnitKind) => kind === 'INDIVIDUAL';
const worker = (kind: UnitKind) => kind !== 'HOUSEHOLD';
const anybody = () => true;

/** Members that a fact of each kind needs and may have, and whose facts they are. */
export const factForms: Readonly<Record<FactKind, FactForm>> = {
  SERVICE: { needs: ['validFrom'], may: ['title', 'leads', 'validTo', 'issuer'], of: individual },
  RATING: { needs: ['period'], may: ['title', 'issuer'], of: worker },
  INITIATIVE: { needs: ['title', 'validFrom', 'issuer'], may: [], of: worker },
  DISCIPLINE: { needs: ['validFrom'], may: ['title', 'validTo', 'issuer'], of: individual },
  HOLD: { needs: ['validFrom'], may: ['title', 'validTo', 'issuer'], of: anybody },
  LEAVE: { needs: ['validFrom'], may: ['title', 'validTo'], of: individual },
  SEX: { needs: [], may: [], of: individual },
  RECOGNITION: { needs: ['validFrom', 'issuer'], may: ['title', 'validTo'], of: anybody },
};

/** A fact as it is told: a member that its kind has none of is null. */
export type FactTold = Pick<Fact, Own | 'value' | 'source'> & {
  kind: FactKind;
  unitCode: string;
  unitKind: UnitKind;
  documentId: string | null;
};

/**
 * Every point against a fact as it is to stand: of a kind that such a unit has none of, a value of another kind, a
 * member that is missing or that the kind has none of, days that are ahead or backwards, neither document nor source.
 */
export function brokenFact(told: FactTold, today: string): Point[] {
  const { kind, value, unitKind, unitCode, validFrom, validTo, period } = told;
  const { needs, may, of } = factForms[kind];
  const values = valuesOf(kind);
  const { vi } = factWords[kind];
  return points(
    !of(unitKind) &&
      point('/unit', 'FACT_OF_OTHERS', {
        en: `"${unitCode}", of kind ${unitKind}, has no ${kind}.`,
        vi: `"${unitCode}" là ${kindInVietnamese[unitKind]}, không có dữ kiện "${vi}".`,
      }),
    !(values?.includes(value) ?? codePattern.test(value)) &&
      point('/value', 'FACT_VALUE', {
        en: values ? `A ${kind} is one of: ${values.join(', ')}.` : `"${value}" is no code: "gia-dinh-van-hoa" is one.`,
        vi: values
          ? `Giá trị của "${vi}" là: ${values.join(', ')}.`
          : `"${value}" không phải là mã; ví dụ "gia-dinh-van-hoa".`,
      }),
    own.flatMap((member) =>
      points(
        needs.includes(member) &&
          told[member] === null &&
          point(`/${member}`, 'FACT_LACKS', {
            en: `A ${kind} needs "${member}".`,
            vi: `Dữ kiện "${vi}" phải có "${member}".`,
          }),
        ![...needs, ...may].includes(member) &&
          told[member] !== null &&
          point(`/${member}`, 'FACT_HAS_NO', {
            en: `A ${kind} has no "${member}".`,
            vi: `Dữ kiện "${vi}" không có "${member}".`,
          }),
      ),
    ),
    period !== null &&
      !/^\d{4}$/.test(period) &&
      point('/period', 'FACT_YEAR', {
        en: `A rating is of a year, not of ${period}.`,
        vi: `Xếp loại theo năm, ví dụ 2023; không theo kỳ ${period}.`,
      }),
    ahead('/period', period?.slice(0, 4), today),
    ahead('/validFrom', validFrom, today),
    validFrom !== null && backwards(validFrom, validTo),
    told.documentId === null &&
      told.source === null &&
      point('/source', 'FACT_UNPROVED', 'Name its document, or say what it rests on.'),
  );
}

/** Point against a day or year that has not come. */
const ahead = (pointer: string, day: string | null | undefined, today: string): Point[] =>
  points(
    day != null &&
      day > today.slice(0, day.length) &&
      point(pointer, 'AHEAD', {
        en: `${day} lies ahead of ${today}.`,
        vi: `${vietnameseDate(day)} chưa tới; hôm nay là ${vietnameseDate(today)}.`,
      }),
  );

/** Point against a last day for a kind that has none. */
export const notEndable = (kind: FactKind): Point[] =>
  points(
    !factForms[kind].may.includes('validTo') &&
      point('', 'FACT_HAS_NO', {
        en: `A ${kind} has no last day: amend or remove it.`,
        vi: `Dữ kiện "${factWords[kind].vi}" không có ngày cuối: hãy sửa, hoặc gỡ ra.`,
      }),
  );

/** A fact that stands, as far as it tells whether another says the same. */
export type StandingFact = Pick<
  Fact,
  'id' | 'version' | 'unitId' | 'value' | 'title' | 'period' | 'validFrom' | 'validTo'
> & { kind: FactKind };

/** Fact of the same unit and kind that says the same: the rating of a year, the sex, or a span that overlaps. */
export const sameFact = <Standing extends Omit<StandingFact, 'version' | 'unitId' | 'kind'>>(
  { kind, value, title, period, validFrom, validTo }: Omit<StandingFact, 'id' | 'version' | 'unitId'>,
  others: readonly Standing[],
): Standing | undefined =>
  others.find((other) => {
    if (kind === 'RATING' || kind === 'SEX') return other.period === period;
    const overlaps =
      (other.validFrom ?? '') <= (validTo ?? farthestDay) && (validFrom ?? '') <= (other.validTo ?? farthestDay);
    const alike = other.value === value && (other.title ?? '') === (title ?? '');
    return kind === 'INITIATIVE' ? alike && other.validFrom === validFrom : alike && overlaps;
  });
