import { daysInForce, type Origin, type OwnedSpan } from '../../src/catalogue/span.rules.js';

const span = (key: string, origin: Origin, validFrom: string, validTo: string | null): OwnedSpan => ({
  key,
  origin,
  validFrom,
  validTo,
});
const program = (validTo: string | null) => span('program', 'PROGRAM', '2026-01-01', validTo);
/** Days of the program's span beside those of the operator. */
const beside = (validTo: string | null, ...taken: [from: string, to: string | null][]) => {
  const { validFrom, ...days } = daysInForce([
    ...taken.map(([from, to], at) => span(`operator-${at}`, 'OPERATOR', from, to)).reverse(),
    program(validTo),
  ]).get('program')!;
  return [validFrom, days.validTo];
};

it.each<[string, string | null, [string, string | null][], [string, string | null]]>([
  ['alone', '2026-12-31', [], ['2026-01-01', '2026-12-31']],
  [
    'beside others, to the day',
    '2026-12-31',
    [
      ['2025-01-01', '2025-12-31'],
      ['2027-01-01', null],
    ],
    ['2026-01-01', '2026-12-31'],
  ],
  ['one begins within', null, [['2026-07-01', null]], ['2026-01-01', '2026-06-30']],
  ['one begins on its last day', '2026-12-31', [['2026-12-31', null]], ['2026-01-01', '2026-12-30']],
  ['one ends within', null, [['2025-01-01', '2026-06-30']], ['2026-07-01', null]],
  ['one ends on its first day', null, [['2025-01-01', '2026-01-01']], ['2026-01-02', null]],
  ['one lies within: the first days count', null, [['2026-03-01', '2026-03-31']], ['2026-01-01', '2026-02-28']],
  [
    'one at either end',
    '2026-12-31',
    [
      ['2025-01-01', '2026-02-28'],
      ['2026-11-01', null],
    ],
    ['2026-03-01', '2026-10-31'],
  ],
  [
    'two in a row',
    null,
    [
      ['2026-01-01', '2026-01-31'],
      ['2026-02-01', '2026-02-28'],
    ],
    ['2026-03-01', null],
  ],
  ['one has the same days', '2026-12-31', [['2026-01-01', '2026-12-31']], ['2026-01-01', '2025-12-31']],
  ['one goes on for ever', null, [['2025-06-01', null]], ['2026-01-01', '2025-12-31']],
])('%s', (_, validTo, taken, days) => expect(beside(validTo, ...taken)).toEqual(days));

it("the operator's own days stay as given", () =>
  expect(daysInForce([program(null), span('own', 'OPERATOR', '2026-02-01', null)]).get('own')).toEqual({
    validFrom: '2026-02-01',
    validTo: null,
  }));
