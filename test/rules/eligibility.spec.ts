import { bundled } from '../../src/catalogue/catalogue.data.js';
import { conditionWords, type Term } from '../../src/catalogue/condition-words.data.js';
import { brokenTerm } from '../../src/catalogue/condition.rules.js';
import { judge, verdictOf, wordsOf } from '../../src/eligibility/eligibility.rules.js';
import type { JudgementState, KnownAward, KnownFact, KnownNomination, Nominee } from '../../src/eligibility/nominee.js';
import { wholeMonths } from '../../src/eligibility/time.rules.js';

const none = { leads: null, period: null, validFrom: null, validTo: null };
const rated = (value: string, year = 2023): KnownFact => ({ ...none, kind: 'RATING', value, period: String(year) });
const served = (validFrom: string, more: Partial<KnownFact> = {}): KnownFact => ({
  ...none,
  ...{ kind: 'SERVICE', value: 'CIVIL_SERVANT', leads: false, validFrom },
  ...more,
});
const fact = (kind: KnownFact['kind'], value: string, validFrom: string | null, validTo: string | null = null) => ({
  ...none,
  ...{ kind, value, validFrom, validTo },
});
const title = (form: string, year: number, type: KnownAward['type'] = 'MERIT'): KnownAward => ({
  ...{ form, year, type, grantedOn: `${year}-12-31` },
});
const onItsWay = (form: string, state = 'RECOMMENDED', type: KnownNomination['type'] = 'MERIT'): KnownNomination => ({
  ...{ form, year: 2023, type, state },
});
const member = (facts: KnownFact[], awards: KnownAward[] = [], nominations: KnownNomination[] = []) => ({
  ...{ facts, awards, nominations },
});
const counted = (holding: number, taken: number, coming = 0) => ({
  COMMUNE: () => ({ holding, taken, coming }),
  AGENCY: () => ({ holding: 0, taken: 0, coming: 0 }),
});
const stands = (met: boolean | null, notWorse: boolean | null) => ({ met, notWorse, figure: '5/6' });
const standing = { rank: 2, class: 'xuat-sac', points: '87.5', groups: [{ points: '40', maximum: '50' }] };

const nobody: Nominee = {
  ...{ form: 'cstdcs', type: 'MERIT', year: 2023, on: '2024-01-31', kind: 'INDIVIDUAL', validFrom: '2020-01-01' },
  ...{
    validTo: null,
    submittedBy: null,
    facts: [],
    awards: [],
    nominations: [],
    registered: false,
    registeredSomehow: false,
    nameOf: (form: string) => form,
  },
  ...{
    registerBy: undefined,
    members: [],
    above: [],
    standing: null,
    completion: null,
    indicator: () => undefined,
    consent: null,
  },
  ...{ deedOn: null, quota: counted(0, 0) },
};

/** Each word, a nominee, and what it comes to. */
const table: readonly [Term, Partial<Nominee>, JudgementState][] = [
  [{ is: 'VALID' }, {}, 'MET'],
  [{ is: 'VALID' }, { validTo: '2023-12-31' }, 'UNMET'],
  [{ is: 'VALID', deceased: true }, { validTo: '2023-12-31' }, 'UNKNOWN'],
  [{ is: 'VALID' }, { validFrom: '2024-02-01' }, 'UNMET'],
  [{ is: 'VALID', deceased: true }, { validTo: '2022-12-31' }, 'UNMET'],
  [{ is: 'VALID', deceased: true }, { kind: 'HAMLET', validTo: '2023-12-31' }, 'UNMET'],
  [{ is: 'KIND', of: ['INDIVIDUAL'] }, {}, 'MET'],
  [{ is: 'KIND', of: ['HAMLET'] }, {}, 'UNMET'],
  [{ is: 'TYPE', of: ['MERIT'] }, {}, 'MET'],
  [{ is: 'TYPE', of: ['SUDDEN'] }, {}, 'UNMET'],
  [{ is: 'EMPLOYMENT', of: ['CIVIL_SERVANT'] }, { facts: [served('2023-12-31')] }, 'MET'],
  [{ is: 'EMPLOYMENT', of: ['CONTRACT'] }, { facts: [served('2023-12-31')] }, 'UNMET'],
  [{ is: 'EMPLOYMENT', of: ['CIVIL_SERVANT'] }, { facts: [served('2024-01-01')] }, 'UNKNOWN'],
  [{ is: 'RATING', least: 'GOOD', years: 1 }, { facts: [rated('GOOD')] }, 'MET'],
  [{ is: 'RATING', least: 'GOOD', years: 1 }, { facts: [rated('COMPLETED')] }, 'UNMET'],
  [{ is: 'RATING', least: 'GOOD', years: 1 }, { facts: [rated('EXCELLENT', 2022)] }, 'UNKNOWN'],
  [{ is: 'RATING', least: 'GOOD', years: 2 }, { facts: [rated('GOOD')] }, 'UNKNOWN'],
  [{ is: 'RATING', least: 'GOOD', years: 2 }, { facts: [rated('GOOD'), rated('EXCELLENT', 2022)] }, 'MET'],
  [{ is: 'SERVICE', months: 10 }, { facts: [served('2023-03-01')] }, 'MET'],
  [{ is: 'SERVICE', months: 10 }, { facts: [served('2023-03-02')] }, 'UNMET'],
  [{ is: 'SERVICE', months: 10 }, {}, 'UNKNOWN'],
  [{ is: 'SERVICE', months: 10 }, { facts: [served('2015-01-01', { validTo: '2018-12-31' })] }, 'UNKNOWN'],
  [{ is: 'SERVICE', months: 10 }, { facts: [served('2020-01-01')], on: '2023-06-30' }, 'PENDING'],
  [
    { is: 'SERVICE', months: 10 },
    {
      facts: [served('2023-01-01', { validTo: '2023-06-30' }), fact('LEAVE', 'MATERNITY', '2023-07-01', '2023-12-31')],
    },
    'MET',
  ],
  [{ is: 'TENURE', years: 6 }, { facts: [served('2018-02-01', { leads: true })] }, 'MET'],
  [{ is: 'TENURE', years: 6 }, { facts: [served('2018-02-02', { leads: true })] }, 'UNMET'],
  [{ is: 'TENURE', years: 6 }, { facts: [served('2018-02-01')] }, 'UNKNOWN'],
  [{ is: 'TENURE', years: 6, womenLess: true }, { facts: [served('2020-02-01', { leads: true })] }, 'UNKNOWN'],
  [
    { is: 'TENURE', years: 6, womenLess: true },
    { facts: [served('2020-02-01', { leads: true }), fact('SEX', 'FEMALE', null)] },
    'MET',
  ],
  [
    { is: 'TENURE', years: 6, womenLess: true },
    { facts: [served('2020-02-01', { leads: true }), fact('SEX', 'MALE', null)] },
    'UNMET',
  ],
  [{ is: 'HOLDS', form: 'ldtt', times: 1 }, { awards: [title('ldtt', 2023)] }, 'MET'],
  [{ is: 'HOLDS', form: 'ldtt', times: 1 }, { nominations: [onItsWay('ldtt')] }, 'PENDING'],
  [{ is: 'HOLDS', form: 'ldtt', times: 1 }, { nominations: [onItsWay('ldtt', 'REFUSED')] }, 'UNKNOWN'],
  [{ is: 'HOLDS', form: 'ldtt', times: 1 }, { awards: [title('ldtt', 2024)] }, 'UNKNOWN'],
  [{ is: 'HOLDS', form: 'ldtt', times: 1, merit: true }, { awards: [title('ldtt', 2023, 'SUDDEN')] }, 'UNKNOWN'],
  [{ is: 'HOLDS', form: 'ldtt', times: 1, merit: true }, { awards: [title('ldtt', 2023, null)] }, 'UNKNOWN'],
  [{ is: 'HOLDS', form: 'ldtt', times: 1 }, { awards: [title('ldtt', 2023, null)] }, 'MET'],
  [
    { is: 'HOLDS', form: 'ldtt', times: 2, consecutive: true },
    { awards: [title('ldtt', 2023), title('ldtt', 2021)] },
    'UNKNOWN',
  ],
  [
    { is: 'HOLDS', form: 'ldtt', times: 2, consecutive: true, before: 1 },
    { awards: [title('ldtt', 2022), title('ldtt', 2021)] },
    'MET',
  ],
  [
    { is: 'HOLDS', form: 'ldtt', times: 2, fresh: true },
    { awards: [title('ldtt', 2023), title('ldtt', 2022), title('cstdcs', 2022)] },
    'UNKNOWN',
  ],
  [{ is: 'SINCE_AWARD', forms: ['cstdcs'], years: 3 }, { awards: [title('cstdcs', 2020)] }, 'MET'],
  [{ is: 'SINCE_AWARD', forms: ['cstdcs'], years: 3 }, { awards: [title('cstdcs', 2021)] }, 'UNMET'],
  [{ is: 'SINCE_AWARD', forms: ['cstdcs'], years: 3 }, {}, 'MET'],
  [
    { is: 'INITIATIVE', least: 'GRASSROOTS', times: 1, years: 1 },
    { facts: [fact('INITIATIVE', 'PROVINCE', '2023-05-01')] },
    'MET',
  ],
  [
    { is: 'INITIATIVE', least: 'PROVINCE', times: 1, years: 1 },
    { facts: [fact('INITIATIVE', 'GRASSROOTS', '2023-05-01')] },
    'UNKNOWN',
  ],
  [
    { is: 'INITIATIVE', least: 'GRASSROOTS', times: 1, years: 1 },
    { facts: [fact('INITIATIVE', 'PROVINCE', '2022-12-31')] },
    'UNKNOWN',
  ],
  [{ is: 'REGISTERED' }, { registered: true }, 'MET'],
  [{ is: 'REGISTERED' }, { registerBy: '2023-03-31' }, 'UNMET'],
  [{ is: 'REGISTERED' }, { registerBy: '2024-01-31' }, 'PENDING'],
  [{ is: 'REGISTERED' }, { registerBy: undefined }, 'UNKNOWN'],
  [{ is: 'REGISTERED' }, { registerBy: null }, 'UNKNOWN'],
  [{ is: 'REGISTERED' }, { registerBy: null, on: '2023-06-30' }, 'PENDING'],
  [{ is: 'NO_HOLD' }, {}, 'MET'],
  [{ is: 'NO_HOLD' }, { facts: [fact('HOLD', 'PRESS', '2024-01-31')] }, 'UNMET'],
  [{ is: 'NO_HOLD' }, { facts: [fact('HOLD', 'PRESS', '2023-01-01', '2024-01-30')] }, 'MET'],
  [
    { is: 'NO_DISCIPLINE', least: 'WARNING', years: 1 },
    { facts: [fact('DISCIPLINE', 'REPRIMAND', '2023-05-01')] },
    'MET',
  ],
  [
    { is: 'NO_DISCIPLINE', least: 'WARNING', years: 1 },
    { facts: [fact('DISCIPLINE', 'DEMOTION', '2023-05-01')] },
    'UNMET',
  ],
  [
    { is: 'NO_DISCIPLINE', least: 'WARNING', years: 1 },
    { facts: [fact('DISCIPLINE', 'WARNING', '2022-12-31')] },
    'MET',
  ],
  [
    { is: 'NO_DISCIPLINE', least: 'WARNING', years: 1 },
    { facts: [fact('DISCIPLINE', 'WARNING', '2022-12-31', '2024-02-01')] },
    'UNMET',
  ],
  [
    { is: 'NO_DISCIPLINE', least: 'REPRIMAND', years: 1 },
    { facts: [fact('DISCIPLINE', 'REPRIMAND', '2022-12-01', '2023-11-30')] },
    'UNMET',
  ],
  [
    { is: 'NO_DISCIPLINE', least: 'REPRIMAND', years: 1 },
    { facts: [fact('DISCIPLINE', 'REPRIMAND', '2022-01-01', '2022-12-31')] },
    'MET',
  ],
  [
    { is: 'MEMBERS_HOLD', form: 'ldtt', percent: 50 },
    { members: [member([], [title('ldtt', 2023)]), member([])] },
    'MET',
  ],
  [{ is: 'MEMBERS_HOLD', form: 'ldtt', percent: 50 }, { members: [member([]), member([])] }, 'UNKNOWN'],
  [
    { is: 'MEMBERS_HOLD', form: 'ldtt', percent: 70 },
    { members: [member([], [title('ldtt', 2023)]), member([], [], [onItsWay('ldtt', 'NOT_RECOMMENDED')])] },
    'UNMET',
  ],
  [
    { is: 'MEMBERS_HOLD', form: 'ldtt', percent: 50 },
    { members: [member([], [], [onItsWay('ldtt')]), member([])] },
    'PENDING',
  ],
  [
    { is: 'MEMBERS_HOLD', form: 'ldtt', percent: 50, over: true },
    { members: [member([], [title('ldtt', 2023)]), member([], [], [onItsWay('ldtt', 'REFUSED')])] },
    'UNMET',
  ],
  [{ is: 'MEMBERS_HOLD', form: 'ldtt', percent: 50 }, {}, 'UNKNOWN'],
  [
    { is: 'MEMBERS_RATED', least: 'COMPLETED', percent: 100 },
    { members: [member([rated('COMPLETED')]), member([rated('GOOD')])] },
    'MET',
  ],
  [
    { is: 'MEMBERS_RATED', least: 'COMPLETED', percent: 100 },
    { members: [member([rated('FAILED')]), member([rated('GOOD')])] },
    'UNMET',
  ],
  [
    { is: 'MEMBERS_RATED', least: 'COMPLETED', percent: 100 },
    { members: [member([]), member([rated('GOOD')])] },
    'UNKNOWN',
  ],
  [{ is: 'MEMBERS_DISCIPLINED', least: 'WARNING', percent: 0 }, { members: [member([])] }, 'MET'],
  [
    { is: 'MEMBERS_DISCIPLINED', least: 'WARNING', percent: 0 },
    { members: [member([fact('DISCIPLINE', 'WARNING', '2023-02-01')]), member([])] },
    'UNMET',
  ],
  [{ is: 'MEMBERS_DISCIPLINED', least: 'WARNING', percent: 0 }, {}, 'UNKNOWN'],
  [{ is: 'LEADER_RATING' }, {}, 'UNKNOWN'],
  [{ is: 'LEADER_RATING' }, { facts: [served('2020-01-01')] }, 'MET'],
  [{ is: 'LEADER_RATING' }, { facts: [served('2015-01-01', { leads: true, validTo: '2019-12-31' })] }, 'UNKNOWN'],
  [
    { is: 'LEADER_RATING' },
    { facts: [served('2020-01-01', { leads: true }), rated('GOOD')], above: [rated('GOOD')] },
    'MET',
  ],
  [
    { is: 'LEADER_RATING' },
    { facts: [served('2020-01-01', { leads: true }), rated('EXCELLENT')], above: [rated('GOOD')] },
    'UNMET',
  ],
  [{ is: 'LEADER_RATING' }, { facts: [served('2020-01-01', { leads: true }), rated('GOOD')] }, 'UNKNOWN'],
  [{ is: 'RANK', most: 2 }, { standing }, 'MET'],
  [{ is: 'RANK', most: 1 }, { standing }, 'UNMET'],
  [{ is: 'RANK', most: 1 }, {}, 'UNKNOWN'],
  [{ is: 'CLASS', of: ['xuat-sac', 'tot'] }, { standing }, 'MET'],
  [{ is: 'CLASS', of: ['tot'] }, { standing }, 'UNMET'],
  [{ is: 'CLASS', of: ['tot'] }, {}, 'UNKNOWN'],
  [{ is: 'SCORE', total: 85, eachGroup: 80 }, { standing }, 'MET'],
  [{ is: 'SCORE', total: 85, eachGroup: 81 }, { standing }, 'UNMET'],
  [{ is: 'SCORE', total: 88 }, { standing }, 'UNMET'],
  [{ is: 'SCORE', total: 85 }, {}, 'UNKNOWN'],
  [{ is: 'COMPLETION', percent: 70 }, { completion: { met: 20, of: 27 } }, 'MET'],
  [{ is: 'COMPLETION', percent: 75 }, { completion: { met: 20, of: 27 } }, 'UNMET'],
  [{ is: 'COMPLETION', percent: 75 }, {}, 'UNKNOWN'],
  [{ is: 'INDICATOR', code: 'a', against: 'TARGET' }, { indicator: () => stands(true, false) }, 'MET'],
  [{ is: 'INDICATOR', code: 'a', against: 'TARGET' }, { indicator: () => stands(false, true) }, 'UNMET'],
  [{ is: 'INDICATOR', code: 'a', against: 'COMMUNE' }, { indicator: () => stands(false, true) }, 'MET'],
  [{ is: 'INDICATOR', code: 'a', against: 'COMMUNE' }, { indicator: () => stands(true, false) }, 'UNMET'],
  [{ is: 'INDICATOR', code: 'a', against: 'COMMUNE' }, { indicator: () => stands(true, null) }, 'UNKNOWN'],
  [{ is: 'INDICATOR', code: 'a', against: 'TARGET' }, {}, 'UNKNOWN'],
  [{ is: 'CONSENT', percent: 60, of: 'PRESENT' }, { consent: { inFavour: 60, present: 100, summoned: 186 } }, 'MET'],
  [{ is: 'CONSENT', percent: 60, of: 'SUMMONED' }, { consent: { inFavour: 60, present: 100, summoned: 186 } }, 'UNMET'],
  [{ is: 'CONSENT', percent: 60, of: 'PRESENT' }, {}, 'PENDING'],
  [{ is: 'MOVEMENT' }, { registeredSomehow: true }, 'MET'],
  [{ is: 'MOVEMENT' }, {}, 'UNKNOWN'],
  [{ is: 'DEED', days: 30 }, { deedOn: '2024-01-01' }, 'MET'],
  [{ is: 'DEED', days: 29 }, { deedOn: '2024-01-01' }, 'UNMET'],
  [{ is: 'DEED', days: 29 }, {}, 'UNKNOWN'],
  [{ is: 'SUBMITTED_BY', of: ['HAMLET'] }, { submittedBy: ['BODY', 'HAMLET'] }, 'MET'],
  [{ is: 'SUBMITTED_BY', of: ['HAMLET'] }, { submittedBy: ['BODY'] }, 'UNMET'],
  [{ is: 'SUBMITTED_BY', of: ['HAMLET'] }, { submittedBy: [] }, 'UNKNOWN'],
  [{ is: 'SUBMITTED_BY', of: ['HAMLET'] }, {}, 'PENDING'],
  [
    { is: 'RECOGNISED', what: 'kdc-kieu-mau', years: 1 },
    { facts: [fact('RECOGNITION', 'kdc-kieu-mau', '2023-06-01')] },
    'MET',
  ],
  [
    { is: 'RECOGNISED', what: 'kdc-kieu-mau', years: 1 },
    { facts: [fact('RECOGNITION', 'khac', '2023-06-01')] },
    'UNKNOWN',
  ],
  [{ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE' }, { quota: counted(20, 2) }, 'MET'],
  [{ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE' }, { quota: counted(20, 3) }, 'UNMET'],
  [{ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE' }, { quota: counted(19, 2) }, 'UNMET'],
  [{ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE' }, { quota: counted(0, 0, 20) }, 'PENDING'],
  [{ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'AGENCY' }, { quota: counted(20, 0) }, 'PENDING'],
  [{ is: 'QUOTA', percent: 20, rated: 'GOOD', each: 'COMMUNE' }, { quota: counted(14, 1) }, 'MET'],
  [{ is: 'QUOTA', percent: 20, rated: 'GOOD', each: 'COMMUNE' }, { quota: counted(14, 2) }, 'UNMET'],
  [{ is: 'QUOTA', percent: 20, rated: 'GOOD', each: 'COMMUNE' }, {}, 'UNKNOWN'],
  [{ is: 'QUOTA', percent: 20, rated: 'GOOD', each: 'COMMUNE', floor: 1 }, { quota: counted(4, 0) }, 'MET'],
  [{ is: 'QUOTA', percent: 20, rated: 'GOOD', each: 'COMMUNE' }, { quota: counted(4, 0) }, 'UNMET'],
  [{ is: 'QUOTA', percent: 15, holding: 'ldtt', each: 'COMMUNE', floor: 1 }, { quota: counted(0, 0) }, 'PENDING'],
  [{ all: [{ is: 'NO_HOLD' }, { is: 'REGISTERED' }] }, {}, 'UNKNOWN'],
  [{ all: [{ is: 'REGISTERED' }, { is: 'TYPE', of: ['SUDDEN'] }] }, {}, 'UNMET'],
  [{ any: [{ is: 'REGISTERED' }, { is: 'NO_HOLD' }] }, {}, 'MET'],
  [{ any: [{ is: 'REGISTERED' }, { is: 'TYPE', of: ['SUDDEN'] }] }, {}, 'UNKNOWN'],
  [{ not: { is: 'NO_HOLD' } }, {}, 'UNMET'],
  [{ not: { is: 'REGISTERED' } }, {}, 'UNKNOWN'],
];

it.each(table)('%j of %j is %s', (term, nominee, state) => {
  expect(brokenTerm(term, '')).toEqual([]);
  const { state: found, why } = judge(term, { ...nobody, ...nominee });
  expect([found, why]).toEqual([state, { en: expect.stringMatching(/\.$/), vi: expect.stringMatching(/\.$/) }]);
});

it('tries every word that there is, each met and not', () => {
  const tried = (states: readonly JudgementState[]) =>
    new Set(table.filter(([, , state]) => states.includes(state)).flatMap(([term]) => wordsOf(term)));
  const words = Object.keys(conditionWords);
  expect([...tried(['MET'])].sort()).toEqual([...words].sort());
  // A favourable fact that is not recorded is to be proved, never held against anybody.
  expect(words.filter((word) => !tried(['UNMET', 'UNKNOWN']).has(word as never))).toEqual([]);
});

it.each<[readonly JudgementState[], string]>([
  [['MET', 'MET'], 'ELIGIBLE'],
  [['MET', 'PENDING'], 'PENDING'],
  [['PENDING', 'UNKNOWN'], 'NEEDS_PROOF'],
  [['UNKNOWN', 'UNMET', 'PENDING'], 'NOT_ELIGIBLE'],
  [[], 'ELIGIBLE'],
])('%j come to %s', (states, verdict) => expect(verdictOf(states)).toBe(verdict));

it.each<[string, [string, string][], number]>([
  ['a year', [['2023-01-01', '2023-12-31']], 12],
  [
    'two that overlap',
    [
      ['2023-01-01', '2023-06-30'],
      ['2023-06-01', '2023-08-31'],
    ],
    8,
  ],
  ['the last of a month to the last of the next', [['2023-01-31', '2023-02-27']], 1],
  [
    'days left over, thirty of them',
    [
      ['2023-01-01', '2023-01-15'],
      ['2023-03-01', '2023-03-15'],
    ],
    1,
  ],
  [
    'a day too few',
    [
      ['2023-01-01', '2023-01-15'],
      ['2023-03-01', '2023-03-14'],
    ],
    0,
  ],
])('%s has so many months', (_, stretches, months) =>
  expect(wholeMonths(stretches.map(([from, to]) => ({ from, to })))).toBe(months),
);

it.each<[unknown, string]>([
  [null, ''],
  [{ is: 'WISHES' }, '/is'],
  [{ is: 'toString' }, '/is'],
  [{ is: 'RATING', least: 'FINE', years: 1 }, '/least'],
  [{ is: 'RATING', least: 'GOOD' }, '/years'],
  [{ is: 'RATING', least: 'GOOD', years: 1.5 }, '/years'],
  [{ is: 'NO_HOLD', years: 1 }, '/years'],
  [{ is: 'QUOTA', percent: 15, each: 'COMMUNE' }, ''],
  [{ is: 'QUOTA', percent: 15, each: 'COMMUNE', holding: 'ldtt', rated: 'GOOD' }, ''],
  [{ all: [] }, '/all'],
  [{ all: [{ is: 'NO_HOLD' }], any: [] }, ''],
  [{ any: [{ not: { is: 'WISHES' } }] }, '/any/0/not/is'],
  [{ not: { not: { not: { not: { not: { is: 'NO_HOLD' } } } } } }, '/not/not/not/not/not'],
])('%j is no condition', (term, pointer) =>
  expect(brokenTerm(term, '').map((each) => [each.pointer, each.code])).toEqual([[pointer, 'CONDITION_SHAPE']]),
);

/** Forms that a commune decides or forwards: somebody is nominated for them here. */
const nominated = bundled.ruleSets.flatMap(({ code, forms }) =>
  forms.filter(({ roads }) => roads.length > 0).map((form) => [code, form] as const),
);

it('every bundled form that a commune decides or forwards has conditions', () => {
  expect(
    nominated.filter(([, { conditions = [] }]) => conditions.length === 0).map(([set, { code }]) => [set, code]),
  ).toEqual([]);
  // Control: titles that are kept as history alone have none.
  expect(bundled.ruleSets[0]?.forms.find(({ code }) => code === 'huy-chuong')?.conditions).toEqual([]);
});

it('by no law, road and kind is anybody eligible of whom nothing is recorded', () => {
  const eligible = nominated.flatMap(([set, form]) =>
    form.roads.flatMap(({ type }) =>
      form.nominees
        .filter((kind) => {
          const conditions = (form.conditions ?? []).filter(
            ({ types = [], nominees = [] }) =>
              (types.length === 0 || types.includes(type)) && (nominees.length === 0 || nominees.includes(kind)),
          );
          const states = conditions.map(({ needs }) => judge(needs, { ...nobody, form: form.code, type, kind }).state);
          return verdictOf(states) === 'ELIGIBLE';
        })
        .map((kind) => [set, form.code, type, kind]),
    ),
  );
  expect(eligible).toEqual([]);
});

it('the same nominee is judged otherwise under each law', () => {
  const nominee = {
    ...nobody,
    facts: [rated('GOOD'), fact('INITIATIVE', 'GRASSROOTS', '2023-05-01'), served('2020-01-01')],
    awards: [title('ldtt', 2023)],
    registerBy: '2023-03-31',
    quota: counted(20, 0),
  };
  const under = (set: string, code: string) => {
    const { conditions = [] } = bundled.ruleSets
      .find((each) => each.code === set)!
      .forms.find((each) => each.code === code)!;
    return conditions
      .map((each) => [each.code, judge(each.needs, { ...nominee, form: code }).state])
      .filter(([, state]) => state !== 'MET');
  };
  // Who did not register in time, under the law of 2003; whose part in the movement is not recorded, since.
  expect(under('tdkt-2003', 'ldtt')).toEqual([['dang-ky', 'UNMET']]);
  expect(under('tdkt-2024', 'ldtt')).toEqual([['phong-trao', 'UNKNOWN']]);
  // Chiến sĩ thi đua cơ sở: the title of the year before 2026, then the best rating.
  expect(['tdkt-2003', 'tdkt-2024', 'tdkt-2025-07'].map((set) => under(set, 'cstdcs'))).toEqual([[], [], []]);
  expect(under('tdkt-2026-10', 'cstdcs')).toEqual([['xep-loai', 'UNMET']]);
});
