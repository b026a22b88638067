import { termsOver } from '../../src/units/unit-correction.rules.js';
import type { UnitTerm } from '../../src/units/unit.entity.js';

/** A term as `2024-01-01 2024-06-30 path`; `-` for no last day. */
const read = (line: string): UnitTerm => {
  const [validFrom = '', validTo = '', path = ''] = line.split(' ');
  const parentId = path.includes('/') ? path.split('/').at(-2)! : null;
  return { validFrom, validTo: validTo === '-' ? null : validTo, path, parentId } as UnitTerm;
};
const told = ({ validFrom, validTo, path }: UnitTerm) => `${validFrom} ${validTo ?? '-'} ${path}`;
const above = { xa: ['2020-01-01 2022-12-31 xa', '2023-01-01 2024-12-31 tinh/xa', '2025-01-01 - tinh/xa'] };
const over = (terms: string[], [validFrom, validTo]: readonly [string, string | null]) => {
  const found = termsOver(terms.map(read), { validFrom, validTo }, (id) =>
    (above[id as keyof typeof above] ?? []).map(read),
  );
  return found && [found.kept.map(told), found.more.map(told)];
};

it.each<[string, string[], readonly [string, string | null], string[], string[]]>([
  ['is cut', ['2024-01-01 - thon'], ['2024-02-01', '2024-03-31'], ['2024-02-01 2024-03-31 thon'], []],
  ['goes on at the root', ['2024-01-01 2024-06-30 thon'], ['2023-01-01', null], ['2023-01-01 - thon'], []],
  ['goes on elsewhere altogether', ['2024-01-01 2024-06-30 thon'], ['2025-01-01', null], ['2025-01-01 - thon'], []],
  [
    'follows the unit above, which moved before it began',
    ['2023-05-01 - tinh/xa/thon'],
    ['2021-01-01', null],
    ['2023-01-01 - tinh/xa/thon'],
    ['2021-01-01 2022-12-31 xa/thon'],
  ],
  [
    'follows the unit above, which moved after its end',
    ['2021-01-01 2021-06-30 xa/thon'],
    ['2021-01-01', null],
    ['2021-01-01 2022-12-31 xa/thon'],
    ['2023-01-01 - tinh/xa/thon'],
  ],
  [
    'keeps its own changes',
    ['2021-01-01 2021-12-31 xa/thon', '2022-01-01 2022-06-30 thon'],
    ['2020-05-01', '2022-03-31'],
    ['2020-05-01 2021-12-31 xa/thon', '2022-01-01 2022-03-31 thon'],
    [],
  ],
  [
    'stands where the unit above stood, on days that are all others',
    ['2021-01-01 2021-06-30 xa/thon'],
    ['2023-02-01', '2023-03-31'],
    ['2023-02-01 2023-03-31 tinh/xa/thon'],
    [],
  ],
])('over other days a unit %s', (_, terms, days, kept, more) => {
  expect(over(terms, days)).toEqual([kept, more]);
});

it('the unit above is there on all of them', () => {
  expect(over(['2021-01-01 - xa/thon'], ['2019-12-31', null])).toBeUndefined();
});
