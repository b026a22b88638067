import {
  brokenDecision,
  dissolvedOn,
  type Decidable,
  type DecisionLine,
} from '../../src/commendations/decision.rules.js';
import { firstDayOf, saidInVietnamese } from '../../src/day.js';
import { numberText } from '../../src/documents/document.rules.js';
import { brokenRecord, sameAward, type Known } from '../../src/commendations/award.rules.js';
import type { UnitKind } from '../../src/units/unit-kind.rules.js';

const byMeeting = ['APPRAISAL', 'MEETING', 'DECISION'] as const;
const sudden = ['APPRAISAL', 'DECISION'] as const;
const nomination = (given: Partial<Decidable> = {}): Decidable => ({
  id: 'a',
  state: 'RECOMMENDED',
  unitCode: 'khu-dan-cu-1',
  formCode: 'giay-khen-xa',
  steps: byMeeting,
  competent: true,
  dissolvedOn: null,
  otherDecision: null,
  ...given,
});
const grant: DecisionLine = { nominationId: 'a', outcome: 'GRANTED', reason: null };
const refusal: DecisionLine = { nominationId: 'a', outcome: 'REFUSED', reason: 'Chưa đủ thành tích' };
const told = (verdicts: readonly DecisionLine[], ...nominations: Decidable[]) =>
  brokenDecision(verdicts, nominations).map(({ pointer, code }) => `${pointer} ${code}`);

it('grants what was recommended, and refuses it with a reason', () => {
  expect(told([grant], nomination())).toEqual([]);
  expect(told([refusal], nomination())).toEqual([]);
});

it('decides against the advice of a meeting only with a reason', () => {
  expect(told([grant], nomination({ state: 'NOT_RECOMMENDED' }))).toEqual(['/grants/0/reason AGAINST_ADVICE']);
  expect(told([{ ...grant, reason: 'Cứu người trong lũ' }], nomination({ state: 'NOT_RECOMMENDED' }))).toEqual([]);
  expect(told([refusal], nomination({ state: 'NOT_RECOMMENDED' }))).toEqual([]);
});

it.each(['DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const)(
  'decides nothing that is %s on a road with a meeting',
  (state) => expect(told([grant], nomination({ state }))).toEqual(['/grants/0/nomination NOT_DECIDABLE']),
);

it('decides a sudden act once it is appraised, and not before', () => {
  expect(told([grant], nomination({ state: 'APPRAISED', steps: sudden }))).toEqual([]);
  expect(told([grant], nomination({ state: 'SUBMITTED', steps: sudden }))).toEqual([
    '/grants/0/nomination NOT_DECIDABLE',
  ]);
});

it("grants no form that is not the chairperson's on that day; refusing it is", () => {
  expect(told([grant], nomination({ competent: false }))).toEqual(['/grants/0/nomination NOT_COMPETENT']);
  expect(told([refusal], nomination({ competent: false }))).toEqual([]);
});

it('says of every nomination that stands in another decision', () => {
  const elsewhere = { otherDecision: 'd' };
  const [b, c] = ['b', 'c'].map((nominationId) => ({ ...refusal, nominationId })) as [DecisionLine, DecisionLine];
  expect(
    told([grant, b, c], nomination(elsewhere), nomination({ id: 'b' }), nomination({ id: 'c', ...elsewhere })),
  ).toEqual(['/grants/0/nomination ALREADY_IN_DECISION', '/refusals/1/nomination ALREADY_IN_DECISION']);
  expect(told([grant], nomination({ state: 'GRANTED', ...elsewhere }))).toEqual(['/grants/0/nomination NOT_DECIDABLE']);
});

it('grants something to a collective that was dissolved only with a reason', () => {
  const gone = nomination({ dissolvedOn: '2024-01-30' });
  expect(told([grant], gone)).toEqual(['/grants/0/reason DISSOLVED']);
  expect(told([{ ...grant, reason: 'Thành tích trước khi sáp nhập' }], gone)).toEqual([]);
  expect(told([refusal], gone)).toEqual([]);
});

it.each<[UnitKind, string | null, string | null]>([
  ['HAMLET', null, null],
  ['HAMLET', '2024-01-31', null],
  ['HAMLET', '2024-01-30', '2024-01-30'],
  ['ORGANISATION', '2024-01-30', '2024-01-30'],
  ['INDIVIDUAL', '2024-01-30', null],
  ['HOUSEHOLD', '2024-01-30', null],
])('a %s whose last day is %s is dissolved on 2024-01-31: %s', (unitKind, unitValidTo, expected) =>
  expect(dissolvedOn({ unitKind, unitValidTo }, '2024-01-31')).toBe(expected),
);

it('says all that is wrong, each at its place', () => {
  const b = { ...grant, nominationId: 'b' };
  const gone = { ...refusal, nominationId: 'gone' };
  expect(
    told([grant, b, { ...grant }, gone], nomination({ state: 'DRAFT', competent: false }), nomination({ id: 'b' })),
  ).toEqual([
    '/grants/0/nomination NOT_DECIDABLE',
    '/grants/0/nomination NOT_COMPETENT',
    '/grants/2/nomination NOMINATION_TWICE',
    '/grants/2/nomination NOT_DECIDABLE',
    '/grants/2/nomination NOT_COMPETENT',
    '/refusals/0/nomination UNKNOWN',
  ]);
});

it('says something', () => expect(told([])).toEqual([' EMPTY_DECISION']));

it.each([
  [1, null, '01/QĐ-UBND'],
  [9, null, '09/QĐ-UBND'],
  [10, null, '10/QĐ-UBND'],
  [123, null, '123/QĐ-UBND'],
  [7, 'a', '07a/QĐ-UBND'],
  [187, 'B', '187B/QĐ-UBND'],
])('%i with %j is printed %s', (number, numberSuffix, text) =>
  expect(numberText({ number, numberSuffix }, 'QĐ-UBND')).toBe(text),
);
it.each([
  ['QĐ/TU', '05-QĐ/TU'],
  ['-QĐ/TU', '05-QĐ/TU'],
  ['/QĐ-UBND', '05/QĐ-UBND'],
  ['2025/TT-BNV', '05/2025/TT-BNV'],
  ['QĐ-MTTQ-BTT', '05/QĐ-MTTQ-BTT'],
])('the number 5 before the symbol %s is printed %s', (symbol, text) =>
  expect(numberText({ number: 5, numberSuffix: null }, symbol)).toBe(text),
);

it('an award from elsewhere was granted whenever its paper says, and not tomorrow', () => {
  const codes = (grantedOn: string, corrected: readonly string[]) =>
    brokenRecord({ grantedOn, period: null }, { today: '2024-01-31', corrected }).map(({ code }) => code);
  const on = (grantedOn: string) => codes(grantedOn, []);
  expect(['1985-01-01', '2024-01-31', '2024-02-01'].map(on)).toEqual([[], [], ['AHEAD']]);
  const corrected = (grantedOn: string) => codes(grantedOn, ['2023-12-31', '2023-06-15']);
  expect(['2023', '2023-06', '2023-06-15', '2023-06-16', '2023-07'].map(corrected)).toEqual([
    [],
    [],
    [],
    ['AFTER_CORRECTION'],
    ['AFTER_CORRECTION'],
  ]);
});

describe('an award of 1985, of number 12, for 1965-1975', () => {
  const known: Known = { id: 'a', version: 1, grantedOn: '1985', numberText: '12', period: '1965-1975' };
  const nothing = { grantedOn: '1985', numberText: null, period: null };
  it.each<[string, Partial<Known>, boolean]>([
    ['the year alone', {}, true],
    ['a month of the year', { grantedOn: '1985-04' }, true],
    ['a day of the year', { grantedOn: '1985-04-30' }, true],
    ['another year', { grantedOn: '1986' }, false],
    ['its number', { numberText: '12' }, true],
    ['its number, written otherwise', { numberText: ' 012' }, true],
    ['another number', { numberText: '13' }, false],
    ['another number of the same digits', { numberText: '120' }, false],
    ['its period', { period: '1965-1975' }, true],
    ['another period', { period: '1975-1985' }, false],
    ['its number and another period', { numberText: '12', period: '1975-1985' }, false],
    ['all of it', { numberText: '12', period: '1965-1975' }, true],
  ])('is the same as one of which is known: %s', (_, given, same) =>
    expect(sameAward({ ...nothing, ...given }, [known])).toBe(same ? known : undefined),
  );

  it('two days of a year are two awards, of which nothing else is known', () => {
    const [one, other] = ['1985-04-30', '1985-05-01'].map((grantedOn) => ({ ...known, ...nothing, grantedOn }));
    expect([sameAward(one!, [other!]), sameAward(one!, [one!])]).toEqual([undefined, one]);
  });
});

it.each([
  ['1985', 'năm 1985', '1985-01-01'],
  ['1985-04', 'tháng 04/1985', '1985-04-01'],
  ['1985-04-30', 'ngày 30/04/1985', '1985-04-30'],
])('%s is said %s, and begins on %s', (date, said, first) =>
  expect([saidInVietnamese(date), firstDayOf(date)]).toEqual([said, first]),
);
