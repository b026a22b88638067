import type { Demand } from '../catalogue/condition-words.data.js';
import { daysAfter, farthestDay, vietnameseDate } from '../day.js';
import { either, met, pending, unknown, unmet } from './judgement.rules.js';
import type { Judgement, Nominee } from './nominee.js';
import { holdsOn, ofKind } from './person-words.rules.js';
import { yearOf } from './time.rules.js';

/** Registered for the emulation of the year; where it may still be done, or nobody knows, the way out. */
export function registered(_: Demand<'REGISTERED'>, { registered: is, registerBy, on, year }: Nominee): Judgement {
  if (is) return met({ en: `Registered for ${year}.`, vi: `Đã đăng ký thi đua năm ${year}.` });
  if (registerBy === undefined)
    return unknown({
      en: `No registration for ${year} is known here.`,
      vi: `Chưa có thông tin đăng ký thi đua năm ${year}.`,
    });
  if (registerBy !== null && registerBy < on)
    return unmet({
      en: `Not registered by ${registerBy}.`,
      vi: `Chưa đăng ký thi đua; đã hết hạn ngày ${vietnameseDate(registerBy)}.`,
    });
  if (registerBy === null && on > yearOf(year).to)
    return unknown({
      en: `No registration for ${year} is recorded; the plan says no last day.`,
      vi: `Chưa ghi đăng ký thi đua năm ${year}; kế hoạch không quy định hạn đăng ký.`,
    });
  return pending({ en: 'Not registered yet.', vi: `Chưa đăng ký thi đua năm ${year}; vẫn còn hạn đăng ký.` });
}

/** A part in an emulation movement of the year. */
export function movement(_: Demand<'MOVEMENT'>, { registeredSomehow: is, year }: Nominee): Judgement {
  return is
    ? met({ en: `Registered for ${year}.`, vi: `Đã đăng ký tham gia phong trào thi đua năm ${year}.` })
    : unknown({
        en: `No part in a movement of ${year} is recorded.`,
        vi: `Chưa ghi việc tham gia phong trào thi đua năm ${year}.`,
      });
}

/** Recognised by others within so many years. */
export function recognised({ what, years }: Demand<'RECOGNISED'>, { facts, year, on }: Nominee): Judgement {
  const found = ofKind(facts, 'RECOGNITION').find(
    (fact) =>
      fact.value === what &&
      (fact.validFrom ?? '') <= on &&
      ((fact.validFrom ?? '') >= `${year - years + 1}-01-01` || holdsOn(fact, on)),
  );
  return found
    ? met({ en: `"${what}" is recognised.`, vi: `Đã được công nhận "${what}".` }, vietnameseDate(found.validFrom ?? ''))
    : unknown({ en: `No recognition of "${what}" is recorded.`, vi: `Chưa ghi việc được công nhận "${what}".` });
}

/** The deed was done within so many days of the day it is judged on. */
export function deed({ days }: Demand<'DEED'>, { deedOn, on }: Nominee): Judgement {
  if (deedOn === null) return unknown({ en: 'The day of the deed is not said.', vi: 'Chưa nêu ngày lập thành tích.' });
  const last = daysAfter(deedOn, days);
  return either(
    on <= last,
    {
      en: `Done on ${deedOn}; until ${last}.`,
      vi: `Lập ngày ${vietnameseDate(deedOn)}; xét đến ${vietnameseDate(last)}.`,
    },
    vietnameseDate(deedOn),
  );
}

/** There on the day: a collective that ended is not; of a person who ended since, the office says whether by death. */
export function valid(
  { deceased = false }: Demand<'VALID'>,
  { kind, validFrom, validTo, on, year }: Nominee,
): Judgement {
  if (validFrom > on)
    return unmet({ en: `It begins on ${validFrom}.`, vi: `Đến ngày ${vietnameseDate(validFrom)} mới có.` });
  if (on <= (validTo ?? farthestDay)) return met({ en: `Valid on ${on}.`, vi: 'Đang hoạt động, sinh sống tại xã.' });
  const day = vietnameseDate(validTo ?? '');
  if (kind === 'INDIVIDUAL' && deceased && (validTo ?? '') >= yearOf(year).from)
    return unknown({
      en: `Ended on ${validTo}: who died may be honoured, who moved away may not.`,
      vi: `Đã kết thúc ngày ${day}: nếu đã mất thì được truy tặng, nếu chuyển đi thì không xét.`,
    });
  return kind === 'INDIVIDUAL' || kind === 'HOUSEHOLD'
    ? unmet({ en: `Ended on ${validTo}.`, vi: `Đã kết thúc ngày ${day}.` })
    : unmet({ en: `Dissolved or merged on ${validTo}.`, vi: `Tập thể đã giải thể, sáp nhập từ ngày ${day}.` });
}
