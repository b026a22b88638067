import type { SetFund } from '../money/fund.inputs.js';
import type { Payment } from '../payments/payment.entity.js';
import { culturedFamiliesOfAreas, firstHouseholds } from './households.data.js';
import { mark } from './mark.js';

/** Names awards by their recipients and form. */
interface Given {
  form: string;
  units: readonly string[];
}

/** Awards that are paid by one voucher on a day; who receives the money of a collective. */
interface Paid extends Pick<Payment, 'voucher' | 'paidOn'> {
  of: readonly Given[];
  receivers?: Readonly<Record<string, string>>;
}

/** Money of an award year: funds, payments, ceremonies. */
export interface Money {
  funds: readonly (SetFund & { year: number; on: string })[];
  paid: readonly Paid[];
  presented: readonly { presentedOn: string; of: readonly Given[] }[];
}

const officials = ['cong-chuc-thong-ke', 'cong-chuc-ke-toan', 'cong-chuc-van-hoa', 'tram-truong'];
const flood: Given = { form: 'giay-khen-xa', units: ['ban-chi-huy-quan-su'] };
const titles: Given = { form: 'ldtt', units: officials };
const first: Given = { form: 'giay-khen-xa', units: ['khu-dan-cu-1'] };
const familiesOfAreas = culturedFamiliesOfAreas.map((total, index): Given => ({
  form: 'gdvh',
  units: firstHouseholds(index + 1, total),
}));

/** Money of xã Đức Lạng: one giấy khen is neither paid nor presented yet, nor are the families of one area presented. */
export const moneyOfDucLang: Money = {
  funds: [
    {
      ...{ year: 2023, on: '2023-01-16', regularSpending: '8600000000', rate: '1', otherSpending: '8500000' },
      contributions: '90000000',
      rateSource: `Nghị định 91/2017/NĐ-CP: xã đồng bằng tối đa 1,0 % ${mark}`,
    },
    {
      ...{ year: 2024, on: '2024-01-10', regularSpending: '9800000000', rate: '1', otherSpending: '8000000' },
      ...{ contributions: '60000000', rateSource: `Nghị định 98/2023/NĐ-CP: xã đồng bằng tối đa 1,0 % ${mark}` },
    },
  ],
  paid: [
    {
      ...{ voucher: 'PC 47', paidOn: '2023-11-08', of: [flood] },
      receivers: { 'ban-chi-huy-quan-su': 'Chỉ huy trưởng Ban Chỉ huy quân sự xã' },
    },
    ...familiesOfAreas.map((families, index) => ({
      ...{ voucher: `PC ${51 + index}`, paidOn: '2023-12-26', of: [families] },
    })),
    {
      ...{ voucher: 'PC 58', paidOn: '2023-12-29', of: [titles, first] },
      receivers: { 'khu-dan-cu-1': 'Trưởng khu dân cư số 1' },
    },
  ],
  presented: [
    { presentedOn: '2023-11-08', of: [flood] },
    { presentedOn: '2023-12-26', of: familiesOfAreas.slice(0, 5) },
    { presentedOn: '2023-12-29', of: [titles, first] },
  ],
};

/** Money of the fictitious commune: paid, presented, and after the revocation recovered. */
export const moneyOfXaMau: Money = {
  funds: [
    {
      ...{ year: 2023, on: '2023-01-16', regularSpending: '4000000000', rate: '1' },
      rateSource: `Nghị định 91/2017/NĐ-CP: xã đồng bằng tối đa 1,0 % ${mark}`,
    },
  ],
  paid: [
    { voucher: 'PC 31', paidOn: '2023-12-29', of: [first], receivers: { 'khu-dan-cu-1': 'Trưởng khu dân cư số 1' } },
  ],
  presented: [{ presentedOn: '2023-12-29', of: [first] }],
};
