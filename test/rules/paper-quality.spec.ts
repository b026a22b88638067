import { asPrinted, brokenPeriod, contradicting, notForKind } from '../../src/commendations/award.rules.js';
import { brokenQuality, type Naming } from '../../src/documents/quality.rules.js';

const minutes = { type: 'BB', issuedOn: '2024-01-31', year: 2024 };
const codes = (document: object, naming: object = {}) =>
  brokenQuality({ ...minutes, ...document }, { quality: 'MINUTES', pointer: '/minutes', ...naming } as Naming).map(
    ({ code }) => code,
  );

it.each(['BB', 'bb'])('%s is minutes', (type) => expect(codes({ type })).toEqual([]));
it.each(['TTr', 'QĐ', 'BC', 'BBX', ''])('%j is no minutes', (type) => expect(codes({ type })).toEqual(['OTHER_TYPE']));

it('a paper lies between its days, as far as its own is known', () => {
  const days = { from: '2024-01-31', until: '2024-02-29' };
  const of = (issuedOn: string | null, year = 2024) => codes({ issuedOn, year }, days).join();
  expect(
    ['2024-01-30', '2024-01-31', '2024-02-29', '2024-03-01', '2023', '2024', '2025', '2023-12', '2024-01'].map((each) =>
      of(each),
    ),
  ).toEqual(['PAPER_BEFORE', '', '', 'PAPER_AFTER', 'PAPER_BEFORE', '', 'PAPER_AFTER', 'PAPER_BEFORE', '']);
  expect([of(null), of(null, 2023), of(null, 2025)]).toEqual(['', 'PAPER_BEFORE', 'PAPER_AFTER']);
  expect(codes({ issuedOn: '1985-04-30' }, { from: '1985' })).toEqual([]);
  expect(codes({ issuedOn: '1984-12-31' }, { from: '1985' })).toEqual(['PAPER_BEFORE']);
});

const decree = { number: 7, numberSuffix: null, symbol: 'QĐ-UBND', issuedOn: '2023-02-01', issuer: 'UBND tỉnh' };
const read = (grantedOn: string, numberText: string | null, printed: object = {}) => {
  const paper = { ...decree, ...printed };
  const broken = contradicting({ grantedOn, numberText, issuer: 'Chủ tịch Ủy ban nhân dân tỉnh' }, paper).map(
    ({ pointer }) => pointer,
  );
  return broken.length > 0 ? broken.join() : Object.values(asPrinted({ grantedOn, numberText }, paper)).join(' ');
};

it.each<[string, string | null, object | undefined, string]>([
  ['2023', null, {}, '2023-02-01 07/QĐ-UBND'],
  ['2023-02', '7', {}, '2023-02-01 07/QĐ-UBND'],
  ['2023-02-01', '7/qđ-ubnd', {}, '2023-02-01 7/qđ-ubnd'],
  ['2023-02-01', '07/QĐ-UBND-TĐ', {}, '2023-02-01 07/QĐ-UBND-TĐ'],
  ['2023-02-01', '07a/QĐ-UBND', {}, '/numberText'],
  ['2023-02-01', '70/QĐ-UBND', {}, '/numberText'],
  ['2023-02-01', '07/QĐ-CTN', {}, '/numberText'],
  ['2023-02-02', null, {}, '/grantedOn'],
  ['2022', '8/QĐ-UBND', {}, '/grantedOn,/numberText'],
  ['2022', '8/QĐ-UBND', { issuedOn: null, number: null }, '2022 8/QĐ-UBND'],
  ['2023-02-03', '07/QĐ-CTN', { issuedOn: '2023', symbol: null }, '2023-02-03 07/QĐ-CTN'],
  ['2023', null, { number: 187, numberSuffix: 'b', symbol: null }, '2023-02-01 187b'],
])('an award of %s with %j reads by a paper with %j as %s', (grantedOn, numberText, printed, expected) =>
  expect(read(grantedOn, numberText, printed)).toBe(expected),
);

it('without a paper nothing is read', () =>
  expect([
    contradicting({ grantedOn: '1985', numberText: null, issuer: '' }, null),
    asPrinted({ grantedOn: '1985', numberText: null }, null),
  ]).toEqual([[], { grantedOn: '1985', numberText: null }]));

it('the achievements begin before the grant', () => {
  const broken = (grantedOn: string, period: string | null) => brokenPeriod({ grantedOn, period }).length > 0;
  expect([
    broken('2024-01-31', '2023'),
    broken('2024-01-31', '2024'),
    broken('2024', '2024-H2'),
    broken('2024-01-31', null),
    broken('2024-01-31', '2024-02'),
    broken('1985', '2099'),
    broken('2024-01', '2024-Q2'),
  ]).toEqual([false, false, false, false, true, true, true]);
});

it('a form is for whom the catalogue says; one that it does not have is for all', () => {
  const broken = (unitKind: 'HAMLET' | 'INDIVIDUAL', form?: { nominees: ('HAMLET' | 'INDIVIDUAL')[] }) =>
    notForKind({ formCode: 'ldtt', unitCode: 'thon-1', unitKind }, form).map(({ code }) => code);
  expect([
    broken('HAMLET', { nominees: ['INDIVIDUAL'] }),
    broken('INDIVIDUAL', { nominees: ['INDIVIDUAL'] }),
    broken('HAMLET'),
  ]).toEqual([['NOT_FOR_KIND'], [], []]);
});
