import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { RoundingMethod, SeveralRule } from '../../src/catalogue/rule-set.view.js';
import { amountOf, factorOf, sharesOf, type Sharer } from '../../src/money/amount.rules.js';
import type { UnitKind } from '../../src/units/unit-kind.rules.js';

const inForce = <T extends { validFrom: string; validTo?: string | null }>(rows: readonly T[], day: string): T =>
  rows.find(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? '9999'))!;

const basisOn = (day: string, code: string, kind: UnitKind) => {
  const form = inForce(bundled.ruleSets, day).forms.find((each) => each.code === code)!;
  const baseSalary = String(inForce(bundled.baseSalaries, day).amount);
  return { coefficient: form.coefficient!, factor: factorOf(form, kind), baseSalary };
};

const payable = (day: string, code: string, kind: UnitKind, rounding: RoundingMethod) =>
  Number(amountOf({ ...basisOn(day, code, kind), rounding, unit: 10_000 }).payable);

describe('each form on each base salary, to the đồng', () => {
  it.each<[day: string, form: string, kind: UnitKind, none: number, nearest: number, up: number]>([
    // 1,490,000
    ['2023-06-30', 'giay-khen-xa', 'INDIVIDUAL', 223_500, 220_000, 230_000],
    ['2023-06-30', 'giay-khen-xa', 'HOUSEHOLD', 335_250, 340_000, 340_000],
    ['2023-06-30', 'giay-khen-xa', 'HAMLET', 447_000, 450_000, 450_000],
    ['2023-06-30', 'ldtt', 'INDIVIDUAL', 447_000, 450_000, 450_000],
    ['2023-06-30', 'gdvh', 'HOUSEHOLD', 149_000, 150_000, 150_000],
    // 1,800,000, under Nghị định 91/2017, then 98/2023
    ['2023-12-31', 'giay-khen-xa', 'INDIVIDUAL', 270_000, 270_000, 270_000],
    ['2023-12-31', 'giay-khen-xa', 'ORGANISATION', 540_000, 540_000, 540_000],
    ['2023-12-31', 'ldtt', 'INDIVIDUAL', 540_000, 540_000, 540_000],
    ['2024-01-01', 'giay-khen-xa', 'INDIVIDUAL', 540_000, 540_000, 540_000],
    ['2024-01-01', 'giay-khen-xa', 'HOUSEHOLD', 810_000, 810_000, 810_000],
    ['2024-01-01', 'giay-khen-xa', 'HAMLET', 1_080_000, 1_080_000, 1_080_000],
    ['2023-12-31', 'bang-khen-tinh', 'INDIVIDUAL', 1_800_000, 1_800_000, 1_800_000],
    ['2024-01-01', 'bang-khen-tinh', 'INDIVIDUAL', 2_700_000, 2_700_000, 2_700_000],
    // 2,340,000, under Nghị định 98/2023, then 152/2025
    ['2024-07-01', 'giay-khen-xa', 'INDIVIDUAL', 702_000, 700_000, 710_000],
    ['2026-06-30', 'giay-khen-xa', 'INDIVIDUAL', 702_000, 700_000, 710_000],
    ['2026-06-30', 'giay-khen-xa', 'HOUSEHOLD', 1_053_000, 1_050_000, 1_060_000],
    ['2026-06-30', 'giay-khen-xa', 'DEPARTMENT', 1_404_000, 1_400_000, 1_410_000],
    ['2026-06-30', 'cstdcs', 'INDIVIDUAL', 2_340_000, 2_340_000, 2_340_000],
    ['2026-06-30', 'ttldtt', 'BODY', 1_872_000, 1_870_000, 1_880_000],
    // 2,530,000
    ['2026-07-01', 'giay-khen-xa', 'INDIVIDUAL', 759_000, 760_000, 760_000],
    ['2026-07-01', 'giay-khen-xa', 'HOUSEHOLD', 1_138_500, 1_140_000, 1_140_000],
    ['2026-07-01', 'giay-khen-xa', 'HAMLET', 1_518_000, 1_520_000, 1_520_000],
    ['2026-07-01', 'ttldtt', 'DEPARTMENT', 2_024_000, 2_020_000, 2_030_000],
    ['2026-10-01', 'cstdcs', 'INDIVIDUAL', 2_530_000, 2_530_000, 2_530_000],
    ['2026-10-01', 'thon-van-hoa', 'HAMLET', 3_795_000, 3_800_000, 3_800_000],
    ['2026-10-01', 'ttldxs', 'BODY', 3_795_000, 3_800_000, 3_800_000],
    ['2026-10-01', 'cstd-tinh', 'INDIVIDUAL', 7_590_000, 7_590_000, 7_590_000],
  ])('on %s %s of %s', (day, form, kind, none, nearest, up) => {
    const of = (rounding: RoundingMethod) => payable(day, form, kind, rounding);
    expect([of('NONE'), of('NEAREST'), of('UP')]).toEqual([none, nearest, up]);
  });

  it('rounds once, after the factor, and the half up', () => {
    const odd = { coefficient: '0.15', factor: '1.5', baseSalary: '1490001', unit: 10_000 };
    expect(amountOf({ ...odd, rounding: 'NONE' })).toEqual({ raw: '335250', payable: '335250' });
    const half = { coefficient: '1', factor: '1', baseSalary: '5000', rounding: 'NEAREST', unit: 10_000 } as const;
    expect(amountOf(half)).toEqual({ raw: '5000', payable: '10000' });
    // Twice 0.15 rounded up alone would be 460,000.
    expect(payable('2023-06-30', 'giay-khen-xa', 'HAMLET', 'UP')).toBe(450_000);
  });
});

const title: Omit<Sharer, 'id'> = {
  ...{ unitId: 'an', category: 'TITLE', type: 'MERIT', period: '2025', deedOn: null, roundId: 'cuoi-nam' },
  ...{ grantedOn: '2025-12-20', full: '700000', paid: null },
};
const shares = (sharers: Sharer[], rule: SeveralRule = 'HIGHEST_OF_CATEGORY') =>
  Object.fromEntries(
    [...sharesOf(sharers, () => rule)].map(([id, { payable, payingAwardId }]) => [id, [payable, payingAwardId]]),
  );

describe('of several awards for one achievement the highest pays', () => {
  const ldtt = { ...title, id: 'ldtt' };
  const cstdcs = { ...title, id: 'cstdcs', full: '2340000' };
  const form = { ...title, id: 'giay-khen', category: 'COMMENDATION', full: '710000' } as const;
  const alone = { ldtt: ['700000', null] };

  it.each<[string, Sharer[], SeveralRule, object]>([
    [
      'of two titles of a year',
      [ldtt, cstdcs],
      'HIGHEST_OF_CATEGORY',
      { ldtt: ['0', 'cstdcs'], cstdcs: ['2340000', null] },
    ],
    ['a title and a form both', [ldtt, form], 'HIGHEST_OF_CATEGORY', { ...alone, 'giay-khen': ['710000', null] }],
    [
      'of all, where the rule is that',
      [ldtt, form],
      'HIGHEST',
      { ldtt: ['0', 'giay-khen'], 'giay-khen': ['710000', null] },
    ],
    ['each, where the rule is that', [ldtt, cstdcs], 'EACH', { ...alone, cstdcs: ['2340000', null] }],
    [
      'of different years each',
      [ldtt, { ...cstdcs, period: '2024' }],
      'HIGHEST',
      { ...alone, cstdcs: ['2340000', null] },
    ],
    [
      'of different people each',
      [ldtt, { ...cstdcs, unitId: 'binh' }],
      'HIGHEST',
      { ...alone, cstdcs: ['2340000', null] },
    ],
    [
      'of equal ones the first',
      [{ ...ldtt, id: 'b', grantedOn: '2025-12-21' }, ldtt],
      'HIGHEST',
      { ...alone, b: ['0', 'ldtt'] },
    ],
  ])('%s', (_, sharers, rule, expected) => {
    expect(shares(sharers, rule)).toEqual(expected);
    expect(shares([...sharers].reverse(), rule)).toEqual(expected);
  });

  it('what was signed keeps its money, paid or not, when a later award comes: a higher one pays the rest', () => {
    const january = { ...cstdcs, grantedOn: '2026-01-05' };
    for (const december of [ldtt, { ...ldtt, paid: '700000' }])
      expect(shares([january, december])).toEqual({ ...alone, cstdcs: ['1640000', 'ldtt'] });
    expect(shares([{ ...january, full: '300000' }, ldtt])).toEqual({ ...alone, cstdcs: ['0', 'ldtt'] });
    // In force again behind a later one that was paid whole, it pays nothing twice.
    expect(shares([ldtt, { ...january, paid: '2340000' }])).toMatchObject({ ldtt: ['0', 'cstdcs'] });
    const third = { ...title, id: 'khac', grantedOn: '2026-01-05' };
    expect(shares([ldtt, january, third])).toEqual({
      ...{ ...alone, cstdcs: ['1640000', 'ldtt'], khac: ['0', 'cstdcs'] },
    });
  });

  it('what was paid before a higher one stays, and the higher one pays the rest', () => {
    const paid = { ...ldtt, paid: '700000' };
    expect(shares([paid, cstdcs])).toEqual({ ldtt: ['700000', null], cstdcs: ['1640000', 'ldtt'] });
    expect(shares([paid, { ...cstdcs, paid: '1640000' }])).toEqual({
      ldtt: ['700000', null],
      cstdcs: ['1640000', 'ldtt'],
    });
    expect(shares([ldtt, { ...cstdcs, paid: '2340000' }])).toEqual({
      ldtt: ['0', 'cstdcs'],
      cstdcs: ['2340000', null],
    });
  });

  it('two movements of a year are two achievements, two titles of a year by different rounds are one', () => {
    const movement = { ...form, type: 'MOVEMENT' };
    const other = { ...movement, id: 'khac', roundId: 'phong-trao-khac' };
    expect(shares([movement, other])).toEqual({ 'giay-khen': ['710000', null], khac: ['710000', null] });
    expect(shares([ldtt, { ...cstdcs, roundId: 'khac' }])).toMatchObject({ ldtt: ['0', 'cstdcs'] });
  });

  it('so are two deeds', () => {
    const deed = { ...form, type: 'SUDDEN', deedOn: '2025-03-01' };
    expect(shares([deed, { ...deed, id: 'khac', deedOn: '2025-03-02' }])).toMatchObject({ khac: ['710000', null] });
    expect(shares([deed, { ...deed, id: 'khac', full: '1' }])).toMatchObject({ khac: ['0', 'giay-khen'] });
  });

  it('the rule is that of the day on which the last of them was given', () => {
    const days: string[] = [];
    sharesOf([ldtt, { ...cstdcs, grantedOn: '2026-01-05' }], (day) => {
      days.push(day);
      return 'HIGHEST';
    });
    expect(days).toEqual(['2026-01-05']);
  });
});
