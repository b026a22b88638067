import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { AwardFormGiven, CatalogueGiven } from '../../src/catalogue/catalogue.inputs.js';
import { mistakes } from '../../src/catalogue/catalogue.rules.js';

const none = { ruleSets: [], baseSalaries: [] };

it('what comes with the program has no mistake, alone or upon itself', () => {
  const kept = {
    ruleSets: bundled.ruleSets.map((each) => ({ ...each, key: each.code })),
    baseSalaries: bundled.baseSalaries.map((each) => ({ ...each, key: each.validFrom })),
  };
  expect(mistakes(bundled, none)).toEqual([]);
  expect(mistakes(bundled, kept)).toEqual([]);
});

/** Its giấy khen of 2024, spoilt: what is said of it. */
function of(spoil: (form: AwardFormGiven) => void): string[] {
  const given: CatalogueGiven = { ...bundled, ruleSets: [structuredClone(bundled.ruleSets[1]!)] };
  given.ruleSets[0]!.forms = given.ruleSets[0]!.forms.filter(({ code }) => code === 'giay-khen-xa');
  spoil(given.ruleSets[0]!.forms[0]!);
  return mistakes(given, none).map(({ pointer, code }) => `${pointer.replace('/ruleSets/0/forms/0', '')} ${code}`);
}

it.each<[string, (form: AwardFormGiven) => void, string[]]>([
  ['nothing', () => {}, []],
  [
    'no coefficient',
    (form) => {
      form.coefficient = null;
    },
    [],
  ],
  [
    'all of them for it',
    (form) => {
      form.voteRule!.passNumerator = form.voteRule!.passDenominator;
    },
    [],
  ],
  [
    'for nobody',
    (form) => {
      form.nominees = [];
      form.factors = [];
    },
    ['/nominees FOR_NOBODY'],
  ],
  [
    'less than no money',
    (form) => {
      form.coefficient = '-0.3';
    },
    ['/coefficient NEGATIVE_MONEY'],
  ],
  [
    'nothing of the money',
    (form) => {
      form.factors[1]!.factor = '0';
    },
    ['/factors/1/factor NEGATIVE_MONEY'],
  ],
  [
    'less than nothing of it',
    (form) => {
      form.factors[1]!.factor = '-2';
    },
    ['/factors/1/factor NEGATIVE_MONEY'],
  ],
  [
    'half of the money',
    (form) => {
      form.factors[1]!.factor = '0.5';
    },
    [],
  ],
  [
    'a factor for others',
    (form) => {
      form.nominees = ['HOUSEHOLD'];
    },
    ['/factors/0/nominees NOT_ITS_NOMINEES'],
  ],
  [
    'a factor for nobody',
    (form) => {
      form.factors[1]!.nominees = [];
    },
    ['/factors/1/nominees NOT_ITS_NOMINEES'],
  ],
  [
    'a quorum of more than all',
    (form) => {
      form.voteRule!.quorumNumerator = 4;
    },
    ['/voteRule/quorumNumerator MORE_THAN_ALL_OF_THEM'],
  ],
  [
    'votes of more than all',
    (form) => {
      form.voteRule!.passNumerator = 4;
    },
    ['/voteRule/passNumerator MORE_THAN_ALL_OF_THEM'],
  ],
  [
    'a meeting without a vote rule',
    (form) => {
      form.voteRule = null;
    },
    ['/roads/0/steps VOTE_RULE_MISSING', '/roads/1/steps VOTE_RULE_MISSING'],
  ],
  [
    'a consultation of no length',
    (form) => {
      form.roads[0]!.steps = ['APPRAISAL', 'CONSULTATION', 'MEETING', 'DECISION'];
    },
    ['/roads/0/steps CONSULTATION_LIMIT_MISSING'],
  ],
  [
    'a time limit told twice',
    (form) => {
      const limit = { of: 'DECISION', days: 10, countedIn: 'CALENDAR', source: 'Luật', verified: true } as const;
      form.timeLimits = [limit, { ...limit, days: 5 }];
    },
    ['/timeLimits/1 TOLD_TWICE'],
  ],
  [
    'a form of a paper told twice',
    (form) => {
      const mau = { paper: 'REPORT', number: 'Mẫu 05', layoutRead: false, source: 'Luật', verified: true } as const;
      form.prescribed = [mau, { ...mau, number: null }];
    },
    ['/prescribed/1 TOLD_TWICE'],
  ],
  [
    'a meeting on a sudden deed',
    (form) => {
      form.roads[2]!.steps = ['APPRAISAL', 'MEETING', 'DECISION'];
    },
    ['/roads/2/steps NO_MEETING'],
  ],
  [
    'a step twice',
    (form) => {
      form.roads[2]!.steps = ['APPRAISAL', 'APPRAISAL', 'DECISION'];
    },
    ['/roads/2/steps/1 TOLD_TWICE'],
  ],
  [
    'no end',
    (form) => {
      form.roads[2]!.steps = ['APPRAISAL'];
    },
    ['/roads/2/steps ROAD_ENDS'],
  ],
  [
    'handed on by who decides',
    (form) => {
      form.roads[2]!.steps = ['APPRAISAL', 'FORWARDING'];
    },
    ['/roads/2/steps ROAD_ENDS'],
  ],
  [
    'decided by who hands on',
    (form) => {
      form.authority.here = false;
    },
    ['/roads/0/steps ROAD_ENDS', '/roads/1/steps ROAD_ENDS', '/roads/2/steps ROAD_ENDS'],
  ],
  [
    'a type twice',
    (form) => {
      form.roads[1]!.type = 'MERIT';
    },
    [
      '/roads/1 TOLD_TWICE',
      '/dossier/3/type ROAD_MISSING',
      '/dossier/4/type ROAD_MISSING',
      '/dossier/5/type ROAD_MISSING',
    ],
  ],
  [
    'a document twice',
    (form) => {
      form.dossier[1]!.item = 'to-trinh';
    },
    ['/dossier/1 TOLD_TWICE'],
  ],
])('a form: %s', (_, spoil, expected) => expect(of(spoil)).toEqual(expected));

/** Rule sets without forms, loaded beside one of 2024 that is kept. */
const spans = (...sets: [code: string, validFrom: string, validTo?: string][]) => {
  const ruleSets = sets.map(([code, validFrom, validTo]) => ({
    ...bundled.ruleSets[0]!,
    code,
    validFrom,
    validTo,
    forms: [],
  }));
  return mistakes(
    { ruleSets, baseSalaries: [] },
    { ...none, ruleSets: [{ key: 'b', validFrom: '2024-01-01', validTo: '2024-12-31' }] },
  ).map(({ pointer, code }) => `${pointer} ${code}`);
};

it.each<[string, Parameters<typeof spans>, string[]]>([
  [
    'around it, to the day',
    [
      ['a', '2020-01-01', '2023-12-31'],
      ['c', '2025-01-01'],
    ],
    [],
  ],
  [
    'one day of it',
    [
      ['a', '2020-01-01', '2024-01-01'],
      ['c', '2024-12-31'],
    ],
    ['/ruleSets/0 OVERLAPS', '/ruleSets/1 OVERLAPS'],
  ],
  ['without an end before it', [['a', '2020-01-01']], ['/ruleSets/0 OVERLAPS']],
  ['in its place', [['b', '2020-01-01']], []],
  [
    'in its place, and beside',
    [
      ['b', '2020-01-01'],
      ['c', '2030-01-01'],
    ],
    ['/ruleSets/1 OVERLAPS'],
  ],
  ['one day', [['a', '2023-01-01', '2023-01-01']], []],
  ['backwards', [['a', '2023-01-02', '2023-01-01']], ['/ruleSets/0/validTo BACKWARDS']],
  [
    'twice',
    [
      ['a', '2020-01-01', '2020-12-31'],
      ['a', '2021-01-01', '2021-12-31'],
    ],
    ['/ruleSets/1 TOLD_TWICE'],
  ],
])('rule sets: %s', (_, sets, expected) => expect(spans(...sets)).toEqual(expected));

it('base salaries, too, do not meet, and forms are told once', () => {
  const [first, second] = bundled.baseSalaries;
  const [set] = bundled.ruleSets;
  const given = {
    ruleSets: [{ ...set!, forms: [set!.forms[0]!, set!.forms[0]!] }],
    baseSalaries: [first!, { ...second!, validFrom: '2023-06-30' }],
  };
  expect(mistakes(given, none).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/baseSalaries/1 OVERLAPS',
    '/ruleSets/0/forms/1 TOLD_TWICE',
  ]);
});

it('a condition about a form that there is none of is a mistake', () => {
  const [ruleSet] = bundled.ruleSets;
  const [form] = ruleSet!.forms;
  const conditions = [
    { code: 'a', text: 'Đạt danh hiệu', needs: { is: 'HOLDS', form: 'ldt', times: 1 }, source: 'Luật', verified: true },
  ] as const;
  const given = { ruleSets: [{ ...ruleSet!, forms: [{ ...form!, conditions: [...conditions] }] }], baseSalaries: [] };
  const none = { ruleSets: [], baseSalaries: [] };
  expect(mistakes(given, none).map(({ pointer, detail }) => [pointer, detail])).toEqual([
    ['/ruleSets/0/forms/0/conditions/0/needs', 'There is no form "ldt".'],
  ]);
  expect(mistakes(given, { ...none, forms: ['ldt'] })).toEqual([]);
});
