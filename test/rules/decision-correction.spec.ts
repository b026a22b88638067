import { brokenDay, type Dated } from '../../src/commendations/decision-correction.rules.js';

const facts: Dated = {
  today: '2024-06-30',
  year: 2024,
  ground: { day: '2024-01-20', of: 'MEETING' },
  grants: [],
  given: [],
  corrected: [],
  revoked: [],
};
const codes = (day: string, more: Partial<Dated> = {}) => brokenDay(day, { ...facts, ...more }).map(({ code }) => code);
const grant = { unitCode: 'to-1', formCode: 'giay-khen-xa', competent: true, dissolvedOn: null, reasoned: false };
const given = [{ revokedOn: '2024-05-02' }, { revokedOn: null }, { revokedOn: '2024-04-01' }];
const corrected = ['2024-05-01', '2024-03-01'];
const revoked = [{ grantedOn: '2024-02-01' }, { grantedOn: '2024-02-10' }];

it.each<[string, Partial<Dated>, string[]]>([
  ['2024-01-20', {}, []],
  ['2024-06-30', { ground: null }, []],
  ['2024-07-01', {}, ['AHEAD']],
  ['2024-01-19', {}, ['TOO_EARLY']],
  ['2023-12-31', {}, ['YEAR_OF_NUMBER', 'TOO_EARLY']],
  ['2025-01-01', {}, ['AHEAD', 'YEAR_OF_NUMBER']],
  ['2024-03-01', { given, corrected }, []],
  ['2024-03-02', { given, corrected }, ['AFTER_CORRECTION']],
  ['2024-04-01', { given, corrected }, ['AFTER_CORRECTION']],
  ['2024-04-02', { given, corrected }, ['AFTER_CORRECTION', 'AFTER_REVOCATION']],
  ['2024-03-31', { corrected: ['2024-03', '2024'] }, []],
  ['2024-04-01', { corrected: ['2024-03', '2024'] }, ['AFTER_CORRECTION']],
  ['2023-12-31', { year: null, ground: null }, []],
  ['2024-02-10', { ground: { day: '2024-02-11', of: 'DEED' }, revoked }, ['TOO_EARLY']],
  ['2024-02-10', { revoked }, []],
  ['2024-02-09', { revoked }, ['TOO_EARLY']],
  ['2024-02-01', { grants: [{ ...grant, competent: false }, grant] }, ['NOT_COMPETENT']],
  ['2024-02-01', { grants: [{ ...grant, dissolvedOn: '2024-01-31' }] }, ['DISSOLVED']],
  ['2024-02-01', { grants: [{ ...grant, dissolvedOn: '2024-01-31', reasoned: true }] }, []],
])('a decision of %s with %j: %j', (day, more, expected) => expect(codes(day, more)).toEqual(expected));
