import Big from 'big.js';
import type { Award } from '../commendations/award.entity.js';
import { vietnameseDate } from '../day.js';
import { beforeBound } from '../journal/bound.rules.js';
import { point, points, type Point, type PointCode, type Sentence } from '../points.js';

/** Awards of one act at most: a decision gives as many. */
export const mostAwards = 2_000;

type Owing = Pick<Award, 'payable' | 'paid' | 'revokedOn'>;

/** Đồng that are left to pay of an award: none once it is revoked. */
export const toPay = ({ payable, paid, revokedOn }: Owing): string =>
  revokedOn !== null || payable === null ? '0' : new Big(payable).minus(paid ?? '0').toFixed();

/** Đồng that are to come back of an award: all that was paid of a revoked one, and what was paid too much. */
export const toRecover = ({ payable, paid, revokedOn }: Owing): string => {
  const more = new Big(paid ?? '0').minus(revokedOn === null ? (payable ?? '0') : '0');
  return more.gt(0) ? more.toFixed() : '0';
};

/** Points against the day of a voucher or ceremony: it lies ahead, or before the grant. */
export const brokenVoucherDay = (pointer: string, day: string, bounds: { today: string; from: string }): Point[] =>
  points(
    day > bounds.today &&
      point(pointer, 'AHEAD', {
        en: `${day} lies ahead.`,
        vi: `Ngày ${vietnameseDate(day)} chưa tới.`,
      }),
    beforeBound(day, { day: bounds.from, of: 'GRANT' }, pointer),
  );

type Named = Pick<Award, 'id' | 'recipientName' | 'grantedOn' | 'payable' | 'paid' | 'revokedOn' | 'presentedOn'>;

/** Points against awards that an act names: one is unknown, named twice, or what `broken` finds against it. */
function brokenEach(
  ids: readonly string[],
  awards: readonly Named[],
  { pointerOf, broken }: { pointerOf: (place: number) => string; broken: (award: Named, pointer: string) => Point[] },
): Point[] {
  const byId = new Map(awards.map((award) => [award.id, award]));
  return ids.flatMap((id, place) => {
    const pointer = pointerOf(place);
    const award = byId.get(id);
    if (!award)
      return [point(pointer, 'UNKNOWN', { en: `There is no award ${id}.`, vi: `Không có khen thưởng ${id}.` })];
    if (ids.indexOf(id) < place)
      return [
        point(pointer, 'NAMED_TWICE', {
          en: `The award ${id} is named twice.`,
          vi: `Khen thưởng ${id} được nêu hai lần.`,
        }),
      ];
    return broken(award, pointer);
  });
}

const found = (pointer: string, code: PointCode, sentence: Sentence) => [point(pointer, code, sentence)];

/** Points against paying awards on a day: one is revoked, has nothing to pay, is paid, or the day is none of it. */
export const brokenPayment = (
  ids: readonly string[],
  awards: readonly Named[],
  { day, today }: { day: string; today: string },
): Point[] =>
  brokenEach(ids, awards, {
    pointerOf: (place) => `/awards/${place}/award`,
    broken: (award, pointer) => {
      if (award.revokedOn !== null) return found(pointer, 'AWARD_REVOKED', 'The award is revoked.');
      if (award.payable === null || award.payable === '0')
        return found(pointer, 'NOTHING_TO_PAY', 'The award has no money: see "amountReason".');
      if (!new Big(toPay(award)).gt(0)) return found(pointer, 'ALREADY_PAID', 'The award is paid.');
      return brokenVoucherDay(pointer, day, { today, from: award.grantedOn });
    },
  });

/** Points against presenting awards on a day, or (null) against saying that they were not. */
export const brokenPresentation = (
  ids: readonly string[],
  awards: readonly Named[],
  { day, today }: { day: string | null; today: string },
): Point[] =>
  brokenEach(ids, awards, {
    pointerOf: (place) => `/awards/${place}`,
    broken: ({ revokedOn, presentedOn, grantedOn }, pointer) => {
      if (day === null)
        return presentedOn === null ? found(pointer, 'NOT_PRESENTED', 'The award is not presented.') : [];
      if (revokedOn !== null) return found(pointer, 'AWARD_REVOKED', 'The award is revoked.');
      if (presentedOn !== null) return found(pointer, 'ALREADY_PRESENTED', 'The award is presented.');
      return brokenVoucherDay(pointer, day, { today, from: grantedOn });
    },
  });

interface Recovered {
  amount?: string;
  voucher?: string;
  objectReturned?: boolean;
}

/** Points against what came back of an award: nothing, more than is to come back, no voucher, the object again. */
export function brokenRecovery(award: Owing & Pick<Award, 'objectReturnedOn'>, given: Recovered): Point[] {
  const { amount, voucher, objectReturned = false } = given;
  const left = toRecover(award);
  return points(
    amount === undefined && !objectReturned && point('', 'NOTHING_CAME_BACK', 'Say what came back.'),
    amount !== undefined &&
      (new Big(amount).lte(0) || new Big(amount).gt(left)) &&
      point('/amount', 'MORE_THAN_PAID', {
        en: `${left} đồng are to come back.`,
        vi: `Số tiền còn phải thu hồi là ${left} đồng.`,
      }),
    amount !== undefined && voucher === undefined && point('/voucher', 'VOUCHER_MISSING', 'Name the voucher.'),
    objectReturned &&
      award.objectReturnedOn !== null &&
      point('/objectReturned', 'ALREADY_RETURNED', 'The object came back before.'),
  );
}
