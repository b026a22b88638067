import type { Demand } from '../catalogue/condition-words.data.js';
import { factWords, reaches, type FactKind } from '../catalogue/fact-words.data.js';
import { farthestDay, vietnameseDate } from '../day.js';
import { either, met, nothingAgainst, pending, unknown, unmet } from './judgement.rules.js';
import type { Judgement, KnownFact, Nominee } from './nominee.js';
import { wholeMonths, within, yearOf } from './time.rules.js';

/** Facts of one kind. */
export const ofKind = (facts: readonly KnownFact[], kind: FactKind) => facts.filter((fact) => fact.kind === kind);

/** A value of a kind in the words of an office. */
const said = (kind: FactKind, value: string): string =>
  (factWords[kind].values as Readonly<Record<string, string>> | null)?.[value] ?? value;

/** Whether a fact holds on a day. */
export const holdsOn = ({ validFrom, validTo }: KnownFact, day: string): boolean =>
  (validFrom ?? '') <= day && day <= (validTo ?? farthestDay);

/** The rating of a year; undefined: none is recorded. */
export const ratingOf = (facts: readonly KnownFact[], year: number): string | undefined =>
  ofKind(facts, 'RATING').find(({ period }) => period === String(year))?.value;

export const isRated = (rating: string, least: string): boolean => reaches('RATING', rating, least);

/** The last day of the year, or the day itself while the year runs. */
export const endOf = ({ year, on }: Pick<Nominee, 'year' | 'on'>): string => {
  const { to } = yearOf(year);
  return on < to ? on : to;
};

/** Employed in one of these ways at the end of the year. */
export function employment({ of }: Demand<'EMPLOYMENT'>, nominee: Nominee): Judgement {
  const day = endOf(nominee);
  const service = ofKind(nominee.facts, 'SERVICE').filter((fact) => holdsOn(fact, day));
  if (service.length === 0)
    return unknown({
      en: `No service is recorded on ${day}.`,
      vi: `Chưa ghi quá trình công tác vào ngày ${vietnameseDate(day)}.`,
    });
  const words = service.map(({ value }) => said('SERVICE', value)).join(', ');
  const fits = service.some(({ value }) => of.includes(value as (typeof of)[number]));
  return either(fits, { en: `On ${day}: ${service.map(({ value }) => value).join(', ')}.`, vi: `Là ${words}.` });
}

/** Rated so at least in each of so many years. */
export function rating({ least, years }: Demand<'RATING'>, { facts, year }: Nominee): Judgement {
  const asked = Array.from({ length: years }, (_, place) => year - place);
  const lower = asked.filter((each) => {
    const value = ratingOf(facts, each);
    return value !== undefined && !isRated(value, least);
  });
  const missing = asked.filter((each) => ratingOf(facts, each) === undefined);
  const figure = asked
    .flatMap((each) => {
      const value = ratingOf(facts, each);
      return value === undefined ? [] : `${each}: ${said('RATING', value)}`;
    })
    .reverse()
    .join('; ');
  if (lower.length > 0)
    return unmet(
      {
        en: `Rated below ${least} in ${lower.join(', ')}.`,
        vi: `Năm ${lower.join(', ')} xếp loại thấp hơn "${said('RATING', least)}".`,
      },
      figure,
    );
  if (missing.length > 0)
    return unknown(
      { en: `No rating of ${missing.join(', ')} is recorded.`, vi: `Chưa ghi xếp loại năm ${missing.join(', ')}.` },
      figure || null,
    );
  return met({ en: `Rated ${least} or better.`, vi: `Được xếp loại "${said('RATING', least)}" trở lên.` }, figure);
}

/** Months of service in the year; maternity leave counts (NĐ 152/2025, article 4). */
export function service({ months }: Demand<'SERVICE'>, { facts, year, on }: Nominee): Judgement {
  const span = { from: yearOf(year).from, to: endOf({ year, on }) };
  const serving = ofKind(facts, 'SERVICE').filter(({ value }) => value !== 'RESIDENT');
  const counted = [...serving, ...ofKind(facts, 'LEAVE')];
  if (!serving.some((fact) => within(fact, span).length > 0))
    return unknown({ en: `No service in ${year} is recorded.`, vi: `Chưa ghi quá trình công tác năm ${year}.` });
  const served = wholeMonths(counted.flatMap((fact) => within(fact, span)));
  const why = {
    en: `${served} of ${months} months of service.`,
    vi: `Đã công tác ${served} tháng; cần từ ${months} tháng.`,
  };
  const figure = `${served}/${months} tháng`;
  const toCome = wholeMonths(counted.flatMap((fact) => within(fact, yearOf(year))));
  return served < months && toCome >= months ? pending(why, figure) : either(served >= months, why, figure);
}

/** Whether somebody is recorded as a woman. */
export const isWoman = ({ facts }: Pick<Nominee, 'facts'>): boolean =>
  ofKind(facts, 'SEX').some(({ value }) => value === 'FEMALE');

/** Years in a leading post, of several together; a third less for women where the row says so. */
export function tenure({ years, womenLess = false }: Demand<'TENURE'>, { facts, on }: Nominee): Judgement {
  const led = ofKind(facts, 'SERVICE').filter(({ leads }) => leads);
  if (led.length === 0)
    return unknown({ en: 'No leading post is recorded.', vi: 'Chưa ghi thời gian giữ chức vụ lãnh đạo.' });
  const months = wholeMonths(led.flatMap((fact) => within(fact, { from: '1900-01-01', to: on })));
  const [sex] = ofKind(facts, 'SEX');
  // A third less of twelve months a year is eight.
  const needed = (woman: boolean) => years * (woman ? 8 : 12);
  const asked = needed(womenLess && sex?.value === 'FEMALE');
  const why = {
    en: `${months} of ${asked} months in a leading post.`,
    vi: `Giữ chức vụ lãnh đạo ${months} tháng; cần từ ${asked} tháng.`,
  };
  const figure = `${months}/${asked} tháng`;
  const open = womenLess && sex === undefined && months < asked && months >= needed(true);
  return open
    ? unknown(
        {
          en: `${why.en} The sex is not recorded.`,
          vi: `${why.vi} Chưa ghi giới tính: nữ được tính ít hơn một phần ba.`,
        },
        figure,
      )
    : either(months >= asked, why, figure);
}

/** So many initiatives recognised, of this scope or a wider one. */
export function initiative({ least, times, years }: Demand<'INITIATIVE'>, nominee: Nominee): Judgement {
  const from = `${nominee.year - years + 1}-01-01`;
  const count = ofKind(nominee.facts, 'INITIATIVE').filter(
    ({ value, validFrom }) =>
      reaches('INITIATIVE', value, least) && (validFrom ?? '') >= from && (validFrom ?? '') <= nominee.on,
  ).length;
  const figure = `${count}/${times}`;
  return count >= times
    ? met(
        {
          en: `${count} of scope ${least} or wider recognised since ${from}.`,
          vi: `Có ${count} sáng kiến, đề tài được công nhận (${said('INITIATIVE', least)} trở lên).`,
        },
        figure,
      )
    : unknown(
        {
          en: `${count} of ${times} of scope ${least} or wider are recorded since ${from}.`,
          vi:
            `Mới ghi ${count}/${times} sáng kiến, đề tài (${said('INITIATIVE', least)} trở lên) ` +
            `từ ngày ${vietnameseDate(from)}.`,
        },
        figure,
      );
}

/** No hold on the day: discipline, inspection, complaint or press report under way. */
export function noHold(_: Demand<'NO_HOLD'>, nominee: Nominee): Judgement {
  const [hold] = ofKind(nominee.facts, 'HOLD').filter((fact) => holdsOn(fact, nominee.on));
  return hold
    ? unmet(
        { en: `On hold: ${hold.value}.`, vi: `Đang tạm dừng xét: ${said('HOLD', hold.value)}.` },
        `${vietnameseDate(hold.validFrom ?? '')} – ${hold.validTo === null ? '…' : vietnameseDate(hold.validTo)}`,
      )
    : nothingAgainst(nominee, { en: 'hold', vi: 'việc tạm dừng xét' });
}

/** A discipline of this grade or a heavier one that touches the years, or is in force on the day; undefined: none. */
export const disciplineOf = (
  facts: readonly KnownFact[],
  { least, years, year, on }: { least: string; years: number } & Pick<Nominee, 'year' | 'on'>,
): KnownFact | undefined =>
  ofKind(facts, 'DISCIPLINE').find(
    (fact) =>
      reaches('DISCIPLINE', fact.value, least) &&
      (fact.validFrom ?? '') <= on &&
      (within(
        { ...fact, validTo: fact.validTo ?? fact.validFrom },
        { from: `${year - years + 1}-01-01`, to: `${year}-12-31` },
      ).length > 0 ||
        (fact.validTo !== null && holdsOn(fact, on))),
  );

export function noDiscipline(demand: Demand<'NO_DISCIPLINE'>, nominee: Nominee): Judgement {
  const found = disciplineOf(nominee.facts, { ...demand, ...nominee });
  return found
    ? unmet(
        { en: `Disciplined: ${found.value}.`, vi: `Đã bị kỷ luật bằng hình thức ${said('DISCIPLINE', found.value)}.` },
        vietnameseDate(found.validFrom ?? ''),
      )
    : nothingAgainst(nominee, {
        en: `discipline from ${demand.least} on`,
        vi: `hình thức kỷ luật nào từ ${said('DISCIPLINE', demand.least)} trở lên`,
      });
}
