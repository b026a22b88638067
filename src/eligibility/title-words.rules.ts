import type { Demand } from '../catalogue/condition-words.data.js';
import { placesOn, saidOfBase } from '../catalogue/quota.rules.js';
import { either, met, nothingAgainst, pending, unknown } from './judgement.rules.js';
import type { Judgement, KnownAward, KnownNomination, Nominee } from './nominee.js';

/** States of a nomination that may still come to an award, and those in which it came to nothing. */
const promising: readonly string[] = ['FORWARDED', 'RECOMMENDED', 'CONSULTED', 'APPRAISED', 'SUBMITTED'];
const failed: readonly string[] = ['REFUSED', 'NOT_RECOMMENDED'];

/** How a member stands to a form of a year: held, put forward, refused; undefined: nothing is recorded. */
export const holdingOf = (
  { awards, nominations }: { awards: readonly KnownAward[]; nominations: readonly KnownNomination[] },
  { form, year }: { form: string; year: number },
): 'HELD' | 'PENDING' | 'REFUSED' | undefined => {
  if (awards.some((award) => award.form === form && award.year === year)) return 'HELD';
  const states = nominations.filter((each) => each.form === form && each.year === year).map(({ state }) => state);
  if (states.some((state) => promising.includes(state))) return 'PENDING';
  return states.some((state) => failed.includes(state)) ? 'REFUSED' : undefined;
};

/**
 * Years in which a title counts: held or to come, by merit alone, not used up for an earlier award. `untold`: held, and
 * its type is not recorded.
 */
function countedYears(
  { form, merit = false, fresh = false }: Demand<'HOLDS'>,
  { awards, nominations, form: asked, year }: Nominee,
  last: number,
): { held: number[]; pending: number[]; untold: number[] } {
  const usedUntil = fresh ? Math.max(0, ...awards.filter((each) => each.form === asked).map((each) => each.year)) : 0;
  const counts = (each: { form: string; year: number }) =>
    each.form === form && each.year <= last && each.year > usedUntil;
  const had = awards.filter(counts);
  const held = had.filter(({ type }) => !merit || type === 'MERIT');
  const to = nominations.filter(
    (each) => counts(each) && each.year === year && promising.includes(each.state) && (!merit || each.type === 'MERIT'),
  );
  const heldYears = [...new Set(held.map((each) => each.year))];
  return {
    held: heldYears,
    pending: [...new Set(to.map((each) => each.year))].filter((each) => !heldYears.includes(each)),
    untold: [...new Set(had.flatMap(({ type, year: one }) => (merit && type === null ? one : [])))].filter(
      (each) => !heldYears.includes(each),
    ),
  };
}

/** So many times a title; one that is not recorded is to be proved. */
export function holds(demand: Demand<'HOLDS'>, nominee: Nominee): Judgement {
  const { form, times, consecutive = false, before = 0 } = demand;
  const last = nominee.year - before;
  const { held, pending: coming, untold } = countedYears(demand, nominee, last);
  const running = (years: readonly number[]) => {
    let count = 0;
    while (years.includes(last - count)) count += 1;
    return count;
  };
  const count = (years: readonly number[]) => (consecutive ? running(years) : years.length);
  const now = count(held);
  const then = count([...held, ...coming]);
  const figure = `${now}/${times}`;
  const years = [...held].sort().join(', ');
  const name = nominee.nameOf(form);
  if (now >= times)
    return met({ en: `Holds "${form}" of ${years}.`, vi: `Đã được tặng "${name}" (năm ${years}).` }, figure);
  if (then < times && count([...held, ...coming, ...untold]) >= times)
    return unknown(
      {
        en: `Of "${form}" of ${untold.join(', ')} the type is not recorded: whether it was by merit is to be proved.`,
        vi: `Chưa ghi loại hình khen thưởng của "${name}" năm ${untold.join(', ')}: cần minh chứng là theo công trạng.`,
      },
      figure,
    );
  return then >= times
    ? pending(
        {
          en: `"${form}" of ${coming.join(', ')} is put forward and not granted yet.`,
          vi: `"${name}" năm ${coming.join(', ')} đang được xét, chưa có quyết định.`,
        },
        figure,
      )
    : unknown(
        {
          en: `"${form}" is recorded ${now} of ${times} times${consecutive ? ' running' : ''} until ${last}.`,
          vi: `Mới ghi nhận ${now} trong ${times} lần "${name}"${consecutive ? ' liên tục' : ''} đến năm ${last}.`,
        },
        figure,
      );
}

/** No award of these forms within so many years. */
export function sinceAward({ forms, years }: Demand<'SINCE_AWARD'>, nominee: Nominee): Judgement {
  const found = nominee.awards
    .filter(({ form, year }) => forms.includes(form) && year <= nominee.year)
    .sort((a, b) => b.year - a.year)[0];
  return found
    ? either(
        nominee.year - found.year >= years,
        {
          en: `"${found.form}" of ${found.year}: ${nominee.year - found.year} of ${years} years.`,
          vi: `Đã được tặng "${nominee.nameOf(found.form)}" năm ${found.year}; cần cách ${years} năm.`,
        },
        `${nominee.year - found.year}/${years}`,
      )
    : nothingAgainst(nominee, { en: 'earlier award of that form', vi: 'lần khen thưởng nào cùng hình thức' });
}

/**
 * No more than a share of those that hold another form, or are rated so; rounded down, but `floor` places at least
 * where there is anybody. Places that are taken are those of others.
 */
export function quota(demand: Demand<'QUOTA'>, nominee: Nominee): Judgement {
  const { percent, rated, each } = demand;
  const { holding: held, coming, taken } = nominee.quota[each](demand);
  const placesOf = (base: number) => placesOn(demand, base);
  const of = saidOfBase(demand, nominee.nameOf);
  const words = (base: number) => ({
    en: `${placesOf(base)} places (${percent} % of ${base} ${of.en}); ${taken} are taken by others.`,
    vi: `Chỉ tiêu ${placesOf(base)} người (${percent}% của ${base} người ${of.vi}); đã có ${taken} người khác.`,
  });
  const figure = `${taken}/${placesOf(held)}`;
  if (taken < placesOf(held)) return met(words(held), figure);
  if (rated && held === 0) return unknown({ ...words(0), en: `${words(0).en} No rating is recorded.` }, figure);
  return coming > 0 || held === 0
    ? pending({ ...words(held + coming), en: `${words(held + coming).en} Not all are granted yet.` }, figure)
    : either(false, words(held), figure);
}
