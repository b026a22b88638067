import fc from 'fast-check';
import type { OperationId } from '../../src/access/permissions.js';
import { roles, type Role } from '../../src/access/roles.js';
import { isDryRun, readActHeaders } from '../../src/requests/act-headers.rules.js';
import { isDay } from '../../src/day.js';
import { Refusal } from '../../src/refusals.js';

const today = '2024-01-31';
const sheet = '018d5d3a-0000-7000-8000-000000000001';
const before = { 'legal-date': '2023-12-15', 'legal-reference': sheet };
const standIn = { 'on-behalf-of': 'khu-dan-cu-1', 'legal-reference': sheet };

const read = (headers: object, held: readonly Role[] = ['CLERK'], operation: OperationId = 'addUnit') => {
  try {
    return readActHeaders(headers as never, { operation, today, roles: held });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'INVALID' ? `INVALID ${error.points[0]?.pointer}` : error.code;
  }
};

const plain = { on: today, idempotencyKey: undefined, legalReference: undefined, onBehalfOf: undefined };

it.each<[string, object, object]>([
  ['nothing', {}, plain],
  ['today', { 'legal-date': today }, plain],
  ['an earlier day with its document', before, { ...plain, on: '2023-12-15', legalReference: sheet }],
  ['today, resting on a document all the same', { 'legal-reference': sheet }, { ...plain, legalReference: sheet }],
  ['a unit with the signed sheet', standIn, { ...plain, onBehalfOf: 'khu-dan-cu-1', legalReference: sheet }],
  [
    'a unit on an earlier day',
    { ...before, ...standIn },
    { ...plain, on: '2023-12-15', onBehalfOf: 'khu-dan-cu-1', legalReference: sheet },
  ],
  [
    'the 29th of February of a leap year',
    { ...before, 'legal-date': '2020-02-29' },
    { ...plain, on: '2020-02-29', legalReference: sheet },
  ],
  ['a key', { 'idempotency-key': 'a-1' }, { ...plain, idempotencyKey: 'a-1' }],
  ['a key in quotes, which are no part of it', { 'idempotency-key': '"a-1"' }, { ...plain, idempotencyKey: 'a-1' }],
])('a clerk may say %s', (_, headers, expected) => expect(read(headers)).toEqual(expected));

it.each<[string, object, string]>([
  ['tomorrow', { ...before, 'legal-date': '2024-02-01' }, 'LEGAL_DATE_AHEAD'],
  ['an earlier day without its document', { 'legal-date': '2023-12-15' }, 'LEGAL_REFERENCE_MISSING'],
  ['a unit without the signed sheet', { 'on-behalf-of': 'khu-dan-cu-1' }, 'LEGAL_REFERENCE_MISSING'],
  ...['', '15/12/2023', '2023-12', '2023-02-29', '2023-02-30', '2023-13-01', '2023-12-15T00:00:00Z', ' 2023-12-15'].map(
    (day): [string, object, string] => [
      `the day "${day}"`,
      { ...before, 'legal-date': day },
      'INVALID /headers/legal-date',
    ],
  ),
  ...['', 'x', sheet.slice(1), `${sheet}0`].map((id): [string, object, string] => [
    `the document "${id}"`,
    { 'legal-reference': id },
    'INVALID /headers/legal-reference',
  ]),
  ...['', 'Khu', '-a', 'a b', 'a'.repeat(101)].map((code): [string, object, string] => [
    `the unit "${code}"`,
    { ...standIn, 'on-behalf-of': code },
    'INVALID /headers/on-behalf-of',
  ]),
  ...['', 'a b', 'khóa', 'a'.repeat(256)].map((key): [string, object, string] => [
    `the key "${key}"`,
    { 'idempotency-key': key },
    'INVALID /headers/idempotency-key',
  ]),
  ['a header twice', { 'legal-date': ['2023-12-15', '2023-12-16'] }, 'INVALID /headers/legal-date'],
])('a clerk may not say %s', (_, headers, expected) => expect(read(headers)).toBe(expected));

const mayBackdate: readonly Role[] = ['CLERK', 'ACCOUNTANT', 'ADMINISTRATOR'];
const mayStandIn: readonly Role[] = ['CLERK'];

it.each(roles)('%s may go back, and stand in, as the table says', (role) => {
  expect(read(before, [role])).toEqual(
    mayBackdate.includes(role) ? expect.objectContaining({ on: '2023-12-15' }) : 'BACKDATE_FORBIDDEN',
  );
  expect(read(standIn, [role])).toEqual(
    mayStandIn.includes(role) ? expect.objectContaining({ onBehalfOf: 'khu-dan-cu-1' }) : 'STAND_IN_FORBIDDEN',
  );
  expect(read({ 'legal-date': today }, [role])).toEqual(plain);
});

it.each(['signDecision', 'closeMeeting', 'issuePlan', 'revokeAward', 'approveSubmission'] as const)(
  '%s ends on a paper: whoever may do it gives the day of the paper, with its document',
  (operation) => {
    expect(read(before, ['CHAIRPERSON'], operation)).toMatchObject({ on: '2023-12-15' });
    expect(read({ 'legal-date': '2023-12-15' }, ['CHAIRPERSON'], operation)).toBe('LEGAL_REFERENCE_MISSING');
    expect(read(before, ['CHAIRPERSON'], 'closePlan')).toBe('BACKDATE_FORBIDDEN');
  },
);

it('a date without a right, or a right without a document, never passes', () => {
  const day = fc
    .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.subarray([...roles]), fc.boolean(), (on, held, referred) => {
      const passes =
        typeof read({ 'legal-date': on, ...(referred && { 'legal-reference': sheet }) }, held) === 'object';
      expect(passes).toBe(on === today || (on < today && referred && held.some((role) => mayBackdate.includes(role))));
    }),
  );
});

it('knows the days of the calendar and no other text', () => {
  const day = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(day, (each) => expect(isDay(each.toISOString().slice(0, 10))).toBe(true)));
  fc.assert(fc.property(fc.string(), (text) => expect(isDay(text)).toBe(false)));
  expect(
    [
      '2024-02-29',
      '2023-02-29',
      '2000-02-29',
      '1900-02-29',
      '2023-04-31',
      '2023-00-10',
      '2023-10-00',
      '2023-10-32',
    ].filter(isDay),
  ).toEqual(['2024-02-29', '2000-02-29']);
});

it('a rehearsal is asked for in one word', () => {
  expect([isDryRun(undefined), isDryRun('only')]).toEqual([false, true]);
  for (const given of ['', 'true', 'ONLY', ['only', 'only']]) expect(() => isDryRun(given)).toThrow(Refusal);
});
