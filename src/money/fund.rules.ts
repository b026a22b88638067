import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import type { Fund } from './fund.entity.js';

/** Parts of a fund that are money. */
export type FundMoney = Pick<Fund, 'year' | 'regularSpending' | 'rate' | 'contributions' | 'otherSpending'>;

type Income = Pick<Fund, 'regularSpending' | 'rate' | 'contributions'>;

/** Đồng of a fund: the share of the regular spending, without a part of a đồng, and contributions. */
export const ceilingOf = ({ regularSpending, rate, contributions }: Income): string =>
  new Big(regularSpending).times(rate).div(100).round(0, Big.roundDown).plus(contributions).toFixed();

/** Đồng left of a fund beside other spending and the money of awards; below 0: too little. */
export const leftOf = (fund: Omit<FundMoney, 'year'>, spent: string): string =>
  new Big(ceilingOf(fund)).minus(fund.otherSpending).minus(spent).toFixed();

/** Whether an amount is below 0. */
export const isShort = (amount: string): boolean => new Big(amount).lt(0);

/** Sum of amounts, đồng. */
export const sumOf = (amounts: readonly string[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();

/** Whole đồng as they are read: `1500000` → "1.500.000", in English "1,500,000". */
export const inGroups = (amount: string, language: 'vi' | 'en'): string => BigInt(amount).toLocaleString(language);

/** Points against a share that is none of a whole. */
export const brokenRate = ({ rate }: Pick<Fund, 'rate'>): Point[] =>
  points(
    (new Big(rate).lte(0) || new Big(rate).gt(100)) &&
      point('/rate', 'RATE', 'A share of the regular spending is above 0 and at most 100 %: "1.5".'),
  );

/** Point that asks whether money beyond the fund of a year is meant; none where the fund is not set or suffices. */
export function beyondFund(fund: FundMoney | undefined, spent: string): Point[] {
  const left = fund && leftOf(fund, spent);
  if (left === undefined || !isShort(left)) return [];
  const more = left.slice(1);
  return [
    point('', 'BEYOND_FUND', {
      en:
        `The awards of ${fund?.year} cost ${spent} đồng, ${more} more than the fund has. ` +
        'If that is meant, send it again with "BEYOND_FUND" in "confirm".',
      vi:
        `Tiền thưởng năm ${fund?.year} là ${spent} đồng, vượt quỹ ${more} đồng. ` + 'Nếu đúng, gửi lại kèm "confirm".',
    }),
  ];
}
