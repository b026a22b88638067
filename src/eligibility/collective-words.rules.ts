import Big from 'big.js';
import type { Demand } from '../catalogue/condition-words.data.js';
import { factWords } from '../catalogue/fact-words.data.js';
import { kindInVietnamese } from '../units/unit-kind.rules.js';
import { either, met, pending, unknown, unmet } from './judgement.rules.js';
import type { Judgement, Member, Nominee } from './nominee.js';
import { disciplineOf, endOf, holdsOn, isRated, ofKind, ratingOf } from './person-words.rules.js';
import { holdingOf } from './title-words.rules.js';

/** Whether so many of all are at least a share. */
const isShare = (count: number, of: number, percent: number): boolean => count * 100 >= of * percent;

const shareOf = (count: number, of: number): string => `${count}/${of}`;

const nobody = unknown({ en: 'No member is recorded.', vi: 'Chưa ghi cá nhân nào thuộc tập thể.' });

/** Members who certainly count, who will when they are granted, and who may. */
interface Counted {
  sure: number;
  coming?: number;
  open: number;
  of: number;
}

/** A share of members. */
function share(
  { sure, coming = 0, open, of }: Counted,
  { percent, over = false }: { percent: number; over?: boolean },
  said: Judgement['why'],
): Judgement {
  const figure = shareOf(sure, of);
  const enough = (count: number) => (over ? count * 100 > of * percent : isShare(count, of, percent));
  if (enough(sure)) return met(said, figure);
  if (enough(sure + coming)) return pending(said, figure);
  return enough(sure + coming + open) ? unknown(said, figure) : unmet(said, figure);
}

export function membersHold(demand: Demand<'MEMBERS_HOLD'>, { members, year, nameOf }: Nominee): Judgement {
  if (members.length === 0) return nobody;
  const { form, percent, over = false } = demand;
  const states = members.map((member) => holdingOf(member, { form, year }));
  const count = (state: (typeof states)[number]) => states.filter((each) => each === state).length;
  const held = count('HELD');
  return share({ sure: held, coming: count('PENDING'), open: count(undefined), of: members.length }, demand, {
    en:
      `${held} of ${members.length} members hold "${form}" of ${year}; ` +
      `${over ? 'more than ' : ''}${percent} % are asked for.`,
    vi:
      `${held}/${members.length} cá nhân được ghi nhận đạt "${nameOf(form)}" năm ${year}; ` +
      `cần ${over ? 'trên' : 'ít nhất'} ${percent}%.`,
  });
}

export function membersRated({ least, percent }: Demand<'MEMBERS_RATED'>, { members, year }: Nominee): Judgement {
  if (members.length === 0) return nobody;
  const ratings = members.map(({ facts }: Member) => ratingOf(facts, year));
  const sure = ratings.filter((value) => value !== undefined && isRated(value, least)).length;
  const open = ratings.filter((value) => value === undefined).length;
  return share(
    { sure, open, of: members.length },
    { percent },
    {
      en: `${sure} of ${members.length} members are rated ${least} or better; of ${open} no rating is recorded.`,
      vi:
        `${sure}/${members.length} cá nhân xếp loại "${factWords.RATING.values[least]}" trở lên; ` +
        `${open} người chưa ghi xếp loại.`,
    },
  );
}

/** No more than a share of the members was disciplined so in the year. */
export function membersDisciplined(
  { least, percent }: Demand<'MEMBERS_DISCIPLINED'>,
  { members, year, on }: Nominee,
): Judgement {
  if (members.length === 0) return nobody;
  const count = members.filter(({ facts }) => disciplineOf(facts, { least, years: 1, year, on })).length;
  return either(
    count * 100 <= members.length * percent,
    {
      en: `${count} of ${members.length} members are recorded as disciplined.`,
      vi: `${count}/${members.length} cá nhân bị kỷ luật từ ${factWords.DISCIPLINE.values[least]} trở lên.`,
    },
    shareOf(count, members.length),
  );
}

/** A leader is rated no better than the collective. */
export function leaderRating(_: Demand<'LEADER_RATING'>, nominee: Nominee): Judgement {
  const { facts, above, year } = nominee;
  const service = ofKind(facts, 'SERVICE').filter((fact) => holdsOn(fact, endOf(nominee)));
  if (service.length === 0)
    return unknown({ en: `No post in ${year} is recorded.`, vi: `Chưa ghi chức vụ năm ${year}.` });
  if (!service.some(({ leads }) => leads))
    return met({ en: 'Not the head of a collective.', vi: 'Không phải người đứng đầu tập thể.' });
  const [own, theirs] = [ratingOf(facts, year), ratingOf(above, year)];
  if (own === undefined || theirs === undefined)
    return unknown({
      en: `The rating of ${year} of the head or of the collective is not recorded.`,
      vi: `Chưa ghi xếp loại năm ${year} của người đứng đầu hoặc của tập thể.`,
    });
  const words: Readonly<Record<string, string>> = factWords.RATING.values;
  return either(isRated(theirs, own), {
    en: `The head is rated ${own}, the collective ${theirs}.`,
    vi: `Người đứng đầu xếp loại "${words[own]}", tập thể xếp loại "${words[theirs]}".`,
  });
}

const notPublished = ({ year }: Nominee) =>
  unknown({ en: `No standings of ${year} are published.`, vi: `Chưa công bố bảng xếp loại năm ${year}.` });

export function rank({ most }: Demand<'RANK'>, nominee: Nominee): Judgement {
  const { standing } = nominee;
  if (!standing) return notPublished(nominee);
  return either(
    standing.rank !== null && standing.rank <= most,
    {
      en: `Rank ${standing.rank ?? 'none'}; at most ${most}.`,
      vi: `Xếp hạng ${standing.rank ?? 'không có'}; cần trong ${most} hạng đầu.`,
    },
    standing.rank === null ? null : String(standing.rank),
  );
}

export function classIn({ of }: Demand<'CLASS'>, nominee: Nominee): Judgement {
  const { standing } = nominee;
  if (!standing) return notPublished(nominee);
  return either(
    standing.class !== null && of.includes(standing.class),
    { en: `Class ${standing.class ?? 'none'}.`, vi: `Xếp loại ${standing.class ?? 'không có'}.` },
    standing.class,
  );
}

export function score({ total, eachGroup = 0 }: Demand<'SCORE'>, nominee: Nominee): Judgement {
  const { standing } = nominee;
  if (!standing || standing.points === null) return notPublished(nominee);
  const short = standing.groups.filter(({ points, maximum }) =>
    new Big(points).times(100).lt(new Big(maximum).times(eachGroup)),
  ).length;
  return either(
    new Big(standing.points).gte(total) && short === 0,
    {
      en: `${standing.points} points of ${total}; ${short} groups below ${eachGroup} %.`,
      vi: `${standing.points} điểm, cần ${total}; ${short} nhóm tiêu chí dưới ${eachGroup}%.`,
    },
    standing.points,
  );
}

/** Share of the counted indicators that are met. */
export function completion({ percent }: Demand<'COMPLETION'>, { completion: found, year }: Nominee): Judgement {
  if (!found || found.of === 0)
    return unknown({
      en: `No indicator of ${year} is counted.`,
      vi: `Chưa có chỉ tiêu nào của năm ${year} được tính.`,
    });
  return either(
    isShare(found.met, found.of, percent),
    {
      en: `${found.met} of ${found.of} indicators are met; ${percent} % are asked for.`,
      vi: `Hoàn thành ${found.met}/${found.of} chỉ tiêu; cần ${percent}%.`,
    },
    shareOf(found.met, found.of),
  );
}

/** An indicator of the year against its target, or no worse than that of the commune. */
export function indicator({ code, against }: Demand<'INDICATOR'>, nominee: Nominee): Judgement {
  const { met: reached = null, notWorse = null, figure = null } = nominee.indicator(code) ?? {};
  const verdict = against === 'TARGET' ? reached : notWorse;
  if (verdict === null)
    return unknown(
      {
        en: `There is no verdict on "${code}" of ${nominee.year} against ${against}.`,
        vi: `Chưa có kết quả đánh giá chỉ tiêu "${code}" năm ${nominee.year}.`,
      },
      figure,
    );
  const [en, vi] =
    against === 'TARGET'
      ? [verdict ? 'met' : 'missed', verdict ? 'đạt mức giao' : 'không đạt mức giao']
      : [
          `${verdict ? 'no' : ''} worse than that of the commune`.trim(),
          verdict ? 'không kém mức chung của xã' : 'kém mức chung của xã',
        ];
  return either(verdict, { en: `"${code}" is ${en}.`, vi: `Chỉ tiêu "${code}" ${vi}.` }, figure);
}

/** Consent of the meeting: PENDING until it is held. */
export function consent({ percent, of }: Demand<'CONSENT'>, { consent: counts }: Nominee): Judgement {
  if (!counts) return pending({ en: 'No meeting has counted yet.', vi: 'Chưa họp xét.' });
  const base = of === 'PRESENT' ? counts.present : counts.summoned;
  return either(
    base > 0 && isShare(counts.inFavour, base, percent),
    {
      en: `${counts.inFavour} of ${base} were for it; ${percent} % are asked for.`,
      vi: `${counts.inFavour}/${base} ý kiến đồng ý; cần từ ${percent}%.`,
    },
    shareOf(counts.inFavour, base),
  );
}

/** Handed in by somebody who may act for a unit of these kinds. */
export function submittedBy({ of }: Demand<'SUBMITTED_BY'>, { submittedBy: kinds }: Nominee): Judgement {
  if (kinds === null) return pending({ en: 'It is not handed in yet.', vi: 'Chưa nộp đề nghị.' });
  if (kinds.length === 0) return unknown({ en: 'Who handed it in is not known.', vi: 'Chưa rõ đơn vị nộp đề nghị.' });
  const words = kinds.map((kind) => kindInVietnamese[kind]).join(', ');
  return either(
    kinds.some((kind) => of.some((each) => each === kind)),
    { en: `Handed in by a ${kinds.join(', ')}.`, vi: `Đề nghị do ${words} nộp.` },
  );
}
