import { placesOn, quotasOf } from '../../src/catalogue/quota.rules.js';
import { beyondQuota, placesOf, type Granted, type Holder } from '../../src/commendations/quota.rules.js';

const quota = { percent: 15, holding: 'ldtt', each: 'COMMUNE' } as const;
const holder = (number: number, form = 'ldtt', above = 'a', held = true): Holder => ({
  ...{ of: form, unitId: `${form}-${number}`, aboveId: above, aboveCode: above, held },
});
const holders = (count: number, ...more: Parameters<typeof holder> extends [number, ...infer Rest] ? Rest : never) =>
  Array.from({ length: count }, (_, number) => holder(number, ...more));
const grant = (number: number, more: Partial<Granted> = {}): Granted => ({
  ...{ pointer: `/grants/${number}`, unitId: `new-${number}`, unitCode: `nguoi-${number}`, formCode: 'cstdcs' },
  ...{ aboveId: 'a', quotas: [quota], nameOf: (form: string) => `tên ${form}` },
  ...more,
});
const pointers = (grants: readonly Granted[], of: readonly Holder[]) =>
  beyondQuota(grants, of).map(({ pointer, code }) => `${pointer} ${code}`);

it.each([
  [6, 0],
  [7, 1],
  [13, 1],
  [14, 2],
  [0, 0],
])('15 %% of %i are %i places: rounded down', (base, places) => expect(placesOn(quota, base)).toBe(places));

it('a floor holds where there is anybody', () => {
  expect(placesOn({ percent: 20, floor: 1 }, 3)).toBe(1);
  expect(placesOn({ percent: 20, floor: 1 }, 0)).toBe(0);
  expect(placesOn({ percent: 20, floor: 1 }, 12)).toBe(2);
});

it('the quotas of a form are those among its conditions', () => {
  const needs = (term: object) => ({ needs: JSON.stringify(term) }) as never;
  const all = { all: [{ is: 'QUOTA', ...quota }, { is: 'REGISTERED' }] };
  expect(quotasOf({ conditions: [needs(all), needs({ is: 'REGISTERED' })] })).toEqual([{ is: 'QUOTA', ...quota }]);
});

describe('a grant beyond the quota is named', () => {
  it('the last place is taken, the one after it refused', () => {
    expect(pointers([grant(0)], holders(7))).toEqual([]);
    expect(pointers([grant(0), grant(1)], holders(7))).toEqual(['/grants/1/nomination BEYOND_QUOTA']);
    expect(pointers([grant(0)], [...holders(7), holder(1, 'cstdcs')])).toEqual(['/grants/0/nomination BEYOND_QUOTA']);
  });

  it('who is granted the other title by the same decision counts in the base', () => {
    const other = grant(1, { unitId: 'new-ldtt', formCode: 'ldtt', quotas: [] });
    expect(pointers([grant(0)], holders(6))).toHaveLength(1);
    expect(pointers([grant(0), other], holders(6))).toEqual([]);
  });

  it('who has the title for the year already takes no second place', () =>
    expect(pointers([grant(0, { unitId: 'cstdcs-1' })], [...holders(7), holder(1, 'cstdcs')])).toEqual([]));

  it('the base may be those who are rated so, or better', () => {
    const rated = { quotas: [{ percent: 20, rated: 'GOOD', each: 'COMMUNE' } as const] };
    const people = [...holders(3, 'GOOD'), ...holders(2, 'EXCELLENT'), ...holders(9, 'COMPLETED')];
    expect(pointers([grant(0, rated)], people)).toEqual([]);
    expect(pointers([grant(0, rated), grant(1, rated)], people)).toEqual(['/grants/1/nomination BEYOND_QUOTA']);
  });

  it('the sentence names the forms in words', () =>
    expect(beyondQuota([grant(0)], holders(6))[0]?.vi).toContain(
      '"tên cstdcs" có 0 chỉ tiêu, bằng 15% của 6 người đạt "tên ldtt"',
    ));

  it('in each agency its own holders count', () => {
    const each = { quotas: [{ ...quota, each: 'AGENCY' as const }] };
    expect(pointers([grant(0, each)], holders(7, 'ldtt', 'b'))).toHaveLength(1);
    expect(pointers([grant(0, { ...each, aboveId: 'b' })], holders(7, 'ldtt', 'b'))).toEqual([]);
  });
});

it('the places of a form are told for the commune, or for each agency', () => {
  const form = { code: 'cstdcs', name: 'Chiến sĩ thi đua cơ sở' };
  const all = [...holders(14), holder(1, 'cstdcs'), holder(2, 'cstdcs', 'b', false)];
  expect(placesOf(form, [quota], all)).toMatchObject([{ base: 14, allowed: 2, granted: 1, recommended: 1, open: 1 }]);
  expect(placesOf(form, [{ ...quota, each: 'AGENCY' }], all)).toMatchObject([
    { unitCode: 'a', base: 14, allowed: 2, granted: 1, recommended: 0, open: 1 },
    { unitCode: 'b', base: 0, allowed: 0, granted: 0, recommended: 1, open: 0 },
  ]);
  expect(placesOf(form, [], all)).toMatchObject([{ allowed: null, granted: 1, recommended: 1, open: null }]);
});
