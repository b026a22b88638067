import type { Reason } from '../standings/table.js';
import { inDigits, inPercent } from './digits.js';
import { inputInWords, missingInWords, type Telling } from './score-words.js';
import { sayIn } from './say.js';

/** Why a row has its class, or none: reasons, what they came of, and all that is missing; a sentence each. */
export function classInWords(telling: Telling): string[] {
  const { reasons, inputs = [], missing } = telling.row;
  return [
    ...new Set([
      ...reasons.map((reason) => reasonInWords(reason, telling)),
      ...inputs.map((input) => inputInWords(input, telling)),
      ...missing.map((each) => missingInWords(each, telling)),
    ]),
  ];
}

function reasonInWords({ kind, code }: Reason, telling: Telling): string {
  const { row, names, language } = telling;
  const say = sayIn(language);
  const name = names.classes.get(code ?? '') ?? say('của một mức xếp loại', 'a class');
  switch (kind) {
    case 'KNOCK_OUT':
      return knockOutInWords(code ?? '', telling);
    case 'QUOTA': {
      const quota = quotaInWords(code, telling);
      return say(
        `Đủ điều kiện ${name}, nhưng vượt tỷ lệ khống chế${quota}`,
        `Fulfils ${name}, beyond its quota${quota}`,
      );
    }
    case 'TIE_OPEN':
    case 'TIE_DECIDED': {
      const tie = say(
        `Bằng điểm tại ranh giới tỷ lệ khống chế ${name}`,
        `Equal points on the edge of the quota of ${name}`,
      );
      if (kind === 'TIE_OPEN') return `${tie}: ${say('chưa quyết định', 'not decided yet')}`;
      return `${tie}: ${
        row.class === code
          ? say('đã quyết định xếp đơn vị này', 'decided for this unit')
          : say('đã quyết định xếp đơn vị khác', 'decided for another unit')
      }`;
    }
    case 'EXCEPTION':
      return say(`Được xếp ${name} ngoài tỷ lệ khống chế`, `Has ${name} outside the quota`);
    case 'IN_NO_CLASS':
      return say('Không đủ điều kiện của mức xếp loại nào', 'Fulfils the conditions of no class');
    case 'NOT_ENOUGH_KNOWN':
      return say('Chưa đủ dữ liệu để xếp hạng, xếp loại', 'Not enough is known to rank and class it');
  }
}

function knockOutInWords(code: string, { names, language }: Telling): string {
  const say = sayIn(language);
  const { name = say('theo thang điểm', 'of the scheme'), effect, class: best } = names.knockOuts.get(code) ?? {};
  const limit = names.classes.get(best ?? '');
  const then =
    effect === 'NOT_CLASSED'
      ? say('; không xếp hạng, xếp loại', '; neither ranked nor classed')
      : limit
        ? say(`; xếp loại cao nhất là ${limit}`, `; no class above ${limit}`)
        : '';
  return `${say('Điều kiện loại trừ', 'Knock-out')}: ${name}${then}`;
}

/** Size of the quota of a class: ` (20%)`. */
function quotaInWords(code: string | null, { names, language }: Telling): string {
  const { percent = null, count = null } = names.quotas.find((quota) => quota.class === code) ?? {};
  if (percent !== null) return ` (${inPercent(percent, language)})`;
  return count === null ? '' : ` (${inDigits(String(count), language)})`;
}
