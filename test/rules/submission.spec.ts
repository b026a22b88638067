import type { Entry } from '../../src/submissions/entry.entity.js';
import type { Submission } from '../../src/submissions/submission.entity.js';
import type { EntryGiven } from '../../src/submissions/submission.inputs.js';
import { noSettings } from '../../src/indicators/plan.rules.js';
import { brokenValue } from '../../src/indicators/value.rules.js';
import {
  amendEntries,
  type EntryValues,
  brokenEntry,
  mergeEntry,
  type ReportedIndicator,
  type ReportedEntry,
} from '../../src/submissions/entry.rules.js';
import { brokenNames } from '../../src/submissions/entry-names.rules.js';
import { brokenScope, type FigureScope } from '../../src/submissions/scope.rules.js';
import { judge } from '../../src/submissions/judgement.rules.js';
import type { CheckedIndicator } from '../../src/submissions/check-subject.rules.js';
import { brokenPlace, brokenReport, contentHash } from '../../src/submissions/submission.rules.js';

type Unit = ReportedIndicator['measure']['unit'];
const measured = (unit: Unit): Pick<ReportedIndicator, 'measure' | 'endsAt100' | 'grades'> => ({
  measure: { unit, displayUnit: '', scale: 0, factor: unit === 'PERCENT' ? '100' : null },
  endsAt100: false,
  grades: [],
});

describe('a value is of the kind its indicator has', () => {
  it.each<[string, Unit, string, string | null, string[], 'A_SHARE'?]>([
    ['an area', 'HECTARE', '171.9', null, []],
    ['nothing, as a figure', 'HECTARE', '0', null, []],
    ['the longest figure', 'TONNE', '999999999999999999.999999', null, []],
    ['half a pig', 'HEAD', '3.5', null, ['WHOLE']],
    ['half a đồng', 'VND', '231500000.5', null, ['WHOLE']],
    ['a share above all', 'PERCENT', '742', null, ['SHARE'], 'A_SHARE'],
    ['a share below nothing', 'PERCENT', '-1', null, ['SHARE'], 'A_SHARE'],
    ['a growth above 100 percent', 'PERCENT', '137.7', null, []],
    ['one digit too many', 'VND', '1000000000000000000', null, ['FIGURE']],
    ['seven decimals', 'HECTARE', '0.0000001', null, ['FIGURE']],
    ['a figure as it is printed', 'HEAD', '1.763,5', null, ['FIGURE']],
    ['a decimal comma', 'HECTARE', '171,9', null, ['FIGURE']],
    ['a trailing zero', 'HECTARE', '171.90', null, ['FIGURE']],
    ['minus nothing', 'PERCENT', '-0', null, ['FIGURE']],
    ['an exponent', 'HECTARE', '1e3', null, ['FIGURE']],
    ['words for a figure', 'HECTARE', 'nhiều', null, ['FIGURE']],
    ['YES for a figure', 'HECTARE', 'YES', null, ['FIGURE']],
    ['a negative area', 'HECTARE', '-5', null, ['NEGATIVE']],
    ['a negative percentage', 'PERCENT', '-0.5', null, []],
    ['a negative count of a percentage', 'PERCENT', '-1', '20', ['NEGATIVE']],
    ['all of them', 'AREA', '6', '6', []],
    ['more than all', 'AREA', '7', '6', ['MORE_THAN_ALL']],
    ['more than all of a share', 'PERCENT', '7', '6', ['MORE_THAN_ALL'], 'A_SHARE'],
    ['more than its total, of a percentage without end', 'PERCENT', '7', '6', []],
    ['compared as numbers, not as text', 'AREA', '9', '10', []],
    ['a state', 'STATE', 'NO', null, []],
    ['a rating for a state', 'STATE', 'GOOD', null, ['WORDS']],
    ['a figure for a state', 'STATE', '1', null, ['WORDS']],
    ['a rating', 'RATING', 'EXCELLENT', null, []],
    ['a state for a rating', 'RATING', 'YES', null, []],
    ['a rating in other words', 'RATING', 'Tốt', null, ['WORDS']],
    ['a figure for a rating', 'RATING', '9', null, ['WORDS']],
    ['a grade in words', 'GRADE', 'Vững mạnh xuất sắc', null, []],
    ['an empty grade', 'GRADE', '  ', null, ['WORDS']],
    ['a figure for a grade', 'GRADE', '9', null, ['WORDS']],
  ])('%s', (...[, unit, value, outOf, expected, share]) =>
    expect(
      brokenValue({ ...measured(unit), endsAt100: share === 'A_SHARE' }, { value, outOf }, '/value').map(
        ({ code }) => code,
      ),
    ).toEqual(expected),
  );
});

const of = { unitId: 'hamlet', period: '2023-06' };
const area: CheckedIndicator = {
  id: 'rice',
  name: 'Diện tích lúa',
  target: null,
  baseline: null,
  comparator: 'AT_LEAST',
  basis: 'LEVEL',
  frequency: 'MONTHLY',
  reported: 'IN_PERIOD',
  overTime: 'SUM',
  notAbove: null,
  partOfId: null,
  continuesId: null,
  code: 'econ.rice.area',
  ...measured('HECTARE'),
  outOf: null,
  overUnits: 'SUM',
  derived: false,
  retiredOn: null,
  evidenceRequired: false,
  responsibleUnitId: 'office',
};
const figure: ReportedEntry = {
  indicatorCode: 'econ.rice.area',
  scope: 'OWN',
  reported: '5',
  outOf: null,
  nothingToReport: null,
  note: null,
  evidenceIds: [],
};
const share: Partial<ReportedIndicator> = { ...measured('PERCENT'), overUnits: 'RATIO' };
const none: Partial<ReportedEntry> = { reported: null, nothingToReport: 'Không trồng' };

describe('an entry', () => {
  it.each<[string, Partial<ReportedEntry>, Partial<ReportedIndicator>, string[]]>([
    ['in order', {}, {}, []],
    ['with nothing to report', none, {}, []],
    ['of a derived indicator', {}, { derived: true }, ['/indicatorCode DERIVED']],
    ['of an indicator retired before its period', {}, { retiredOn: '2023-01-01' }, ['/indicatorCode RETIRED']],
    ['of an indicator retired on its first day', {}, { retiredOn: '2023-06-01' }, ['/indicatorCode RETIRED']],
    ['of an indicator retired within it', {}, { retiredOn: '2023-06-02' }, []],
    [
      'of the commune alone, from a unit that does not answer for it',
      {},
      { overUnits: 'COMMUNE_ONLY' },
      ['/indicatorCode COMMUNE_ONLY'],
    ],
    [
      'of the commune alone, from the unit that does',
      {},
      { overUnits: 'COMMUNE_ONLY', responsibleUnitId: 'hamlet' },
      [],
    ],
    ['of the commune alone, nobody answering for it', {}, { overUnits: 'COMMUNE_ONLY', responsibleUnitId: null }, []],
    ['with a figure and nothing to report', { nothingToReport: 'Không trồng' }, {}, ['/nothingToReport ONE_OF_TWO']],
    ['of a share without its total', {}, share, ['/outOf OUT_OF_MISSING']],
    [
      'of a share without its total, from the unit that answers for it',
      { scope: 'COMMUNE' },
      { ...share, responsibleUnitId: 'hamlet' },
      [],
    ],
    ['of a share with its total', { outOf: '20' }, share, []],
    ['of a share with nothing to report', none, share, []],
    ['of a count without its total', {}, { ...measured('AREA'), outOf: '6' }, ['/outOf OUT_OF_MISSING']],
    [
      'of a count without its total, from the unit that answers for it',
      {},
      { ...measured('AREA'), outOf: '6', responsibleUnitId: 'hamlet' },
      ['/outOf OUT_OF_MISSING'],
    ],
    ['of an area out of a total', { outOf: '20' }, {}, ['/outOf OUT_OF_UNASKED']],
    ['of a share with a total and nothing to report', { ...none, outOf: '20' }, share, ['/outOf OUT_OF_UNASKED']],
    ['out of nothing', { reported: '0', outOf: '0' }, share, ['/outOf POSITIVE']],
    ['out of less than nothing', { reported: '0', outOf: '-5' }, share, ['/outOf POSITIVE']],
    [
      'with every mistake at once',
      { reported: '-5', outOf: '-6', nothingToReport: 'Không' },
      { derived: true, retiredOn: '2023-01-01', overUnits: 'COMMUNE_ONLY' },
      [
        '/indicatorCode DERIVED',
        '/indicatorCode RETIRED',
        '/indicatorCode COMMUNE_ONLY',
        '/nothingToReport ONE_OF_TWO',
        '/outOf OUT_OF_UNASKED',
        '/outOf POSITIVE',
        '/reported NEGATIVE',
      ],
    ],
  ])('%s', (_, entry, indicator, expected) =>
    expect(
      brokenEntry({ ...figure, ...entry }, { indicator: { ...area, ...indicator }, of }, '/entries/3').map(
        ({ pointer, code }) => `${pointer.replace(/^\/entries\/3/, '')} ${code}`,
      ),
    ).toEqual(expected),
  );
});

describe('a change of an entry', () => {
  const noted: ReportedEntry = { ...figure, note: 'Đo lại', evidenceIds: ['a'] };
  it.each<[string, ReportedEntry | undefined, Omit<EntryGiven, 'indicatorCode'>, Partial<ReportedEntry> | undefined]>([
    ['begins it', undefined, { reported: '7' }, { ...figure, reported: '7' }],
    ['keeps what is absent', noted, { reported: '7' }, { ...noted, reported: '7' }],
    ['clears with null', noted, { note: null }, { ...noted, note: null }],
    ['gives evidence whole', noted, { evidenceIds: ['b', 'c'] }, { ...noted, evidenceIds: ['b', 'c'] }],
    [
      "puts nothing to report in the figure's place",
      { ...noted, outOf: '9' },
      { nothingToReport: 'Không' },
      { ...noted, reported: null, nothingToReport: 'Không' },
    ],
    [
      'puts a figure in its place',
      { ...noted, reported: null, nothingToReport: 'Không' },
      { reported: '7' },
      { ...noted, reported: '7' },
    ],
    [
      'keeps both where both are given',
      undefined,
      { reported: '7', nothingToReport: 'Không' },
      { ...figure, reported: '7', nothingToReport: 'Không' },
    ],
    ['states its scope', noted, { scope: 'COMMUNE' }, { ...noted, scope: 'COMMUNE' }],
    ['takes it out when it says neither', noted, { reported: null }, undefined],
    ['begins nothing with a note', undefined, { note: 'Đo lại' }, undefined],
  ])('%s', (_, before, given, expected) =>
    expect(mergeEntry(before, { indicatorCode: figure.indicatorCode, ...given }, 'OWN')).toEqual(expected),
  );
});

const entryOf = (indicatorCode: string, change: Partial<Entry> = {}): Entry => ({
  communeId: 1,
  submissionId: 's',
  indicatorId: indicatorCode,
  indicatorCode,
  scope: 'OWN',
  reported: '5',
  outOf: null,
  nothingToReport: null,
  note: null,
  remark: null,
  verified: null,
  verifiedReason: null,
  verifiedOn: null,
  approved: null,
  approvedReason: null,
  evidenceIds: [],
  ...change,
});

it('only the unit that answers for the indicator states whose figure it is', () => {
  const said = (scope: FigureScope, unitId: string, overUnits: ReportedIndicator['overUnits'] = 'SUM') =>
    brokenScope(scope, { indicator: { ...area, overUnits }, unitId }, '').map(({ code }) => code);
  expect([said('COMMUNE', 'office'), said('OWN', 'office'), said('OWN', 'hamlet')]).toEqual([[], [], []]);
  expect([said('COMMUNE', 'hamlet'), said('OWN', 'office', 'COMMUNE_ONLY')]).toEqual([['SCOPE'], ['COMMUNE_ONLY']]);
});

it('a scope that an entry keeps stays in order when another unit answers for the indicator', () => {
  const kept: EntryValues = { ...entryOf('econ.rice.area', { scope: 'COMMUNE' }) };
  const indicators = new Map([[area.code, area]]);
  const amended = (before: readonly EntryValues[], scope?: FigureScope) => {
    const given = { indicatorCode: area.code, reported: '7', ...(scope && { scope }) };
    const { entries, points } = amendEntries(before, [given], { indicators, files: new Set(), of });
    return [entries[0]!.scope, ...points.map(({ pointer, code }) => `${pointer} ${code}`)];
  };
  expect([amended([]), amended([kept]), amended([kept], 'COMMUNE'), amended([kept], 'OWN')]).toEqual([
    ['OWN'],
    ['COMMUNE'],
    ['COMMUNE'],
    ['OWN'],
  ]);
  expect(amended([], 'COMMUNE')).toEqual(['COMMUNE', '/entries/0/scope SCOPE']);
});

describe('a judgement', () => {
  const entries = [
    entryOf('rice'),
    entryOf('maize', { reported: null, nothingToReport: 'Không' }),
    entryOf('grade', { reported: 'GOOD' }),
  ];
  const indicators = new Map<string, ReportedIndicator>([
    ['rice', area],
    ['maize', area],
    ['grade', { ...area, ...measured('RATING') }],
  ]);
  type Given = Parameters<typeof judge>[1];
  const verdict = (given: Given, mine = ['rice', 'maize', 'grade']) => {
    const { entries: after, points } = judge(entries, given, {
      from: 'reported',
      to: 'verified',
      judgedCodes: new Set(mine),
      indicators,
    });
    return {
      after: after.map(({ verified, verifiedReason }) => [verified, verifiedReason]),
      points: points.map(({ pointer, code }) => `${pointer} ${code}`),
    };
  };

  it('leaves what it does not name as it stood', () =>
    expect(verdict([])).toEqual({
      after: [
        ['5', null],
        [null, null],
        ['GOOD', null],
      ],
      points: [],
    }));
  it('takes another figure with a reason, also where there was none', () =>
    expect(
      verdict([
        { indicatorCode: 'rice', value: '4', reason: 'Đo' },
        { indicatorCode: 'maize', value: '1', reason: 'Thấy' },
      ]),
    ).toEqual({
      after: [
        ['4', 'Đo'],
        ['1', 'Thấy'],
        ['GOOD', null],
      ],
      points: [],
    }));
  it('takes the same figure without one', () =>
    expect(verdict([{ indicatorCode: 'rice', value: '5' }]).points).toEqual([]));
  it('is for others where it is not mine', () =>
    expect(verdict([], ['rice']).after).toEqual([
      ['5', null],
      [null, null],
      [null, null],
    ]));
  it('leaves what somebody else has verified, unless it names it', () => {
    const known = [entryOf('rice', { verified: '4', verifiedReason: 'Đo', verifiedOn: '2023-07-01' })];
    const again = (given: Given) =>
      judge(known, given, { from: 'reported', to: 'verified', judgedCodes: new Set(['rice']), indicators }).entries[0];
    expect(again([])).toEqual(known[0]);
    expect(again([{ indicatorCode: 'rice', value: '3', reason: 'Đo lại' }])).toMatchObject({
      verified: '3',
      verifiedReason: 'Đo lại',
    });
  });
  it('takes no share whose total was not reported', () => {
    const share = new Map<string, ReportedIndicator>([
      ['maize', { ...area, ...measured('PERCENT'), overUnits: 'RATIO' }],
    ]);
    const found = (scope: FigureScope) =>
      judge([{ ...entries[1]!, scope }], [{ indicatorCode: 'maize', value: '5', reason: 'Thấy' }], {
        from: 'reported',
        to: 'verified',
        judgedCodes: new Set(['maize']),
        indicators: share,
      }).points.map(({ code }) => code);
    expect([found('OWN'), found('COMMUNE')]).toEqual([['OUT_OF_MISSING'], []]);
  });
  it('tells every mistake', () =>
    expect(
      verdict(
        [
          { indicatorCode: 'rice', value: '4' },
          { indicatorCode: 'grade', value: '9', reason: 'Đo' },
          { indicatorCode: 'peanut', value: '9' },
          { indicatorCode: 'rice', value: '3', reason: 'Đo' },
          { indicatorCode: 'maize', value: '3', reason: 'Đo' },
        ],
        ['rice', 'grade'],
      ).points.sort(),
    ).toEqual([
      '/entries/0/verifiedReason DIFFERS',
      '/entries/1/verified WORDS',
      '/entries/2/indicatorCode UNKNOWN',
      '/entries/3/indicatorCode TWICE',
      '/entries/4/indicatorCode NOT_YOURS',
    ]));

  it("of the chairperson rests on the verifier's", () => {
    const verified = [entryOf('rice', { verified: '4' })];
    const decide = (given: Given) =>
      judge(verified, given, {
        from: 'verified',
        to: 'approved',
        judgedCodes: new Set(['rice']),
        indicators,
      });
    expect(decide([]).entries[0]).toMatchObject({ reported: '5', verified: '4', approved: '4' });
    expect(decide([{ indicatorCode: 'rice', value: '5' }]).points).toEqual([
      {
        ...{
          pointer: '/entries/0/approvedReason',
          code: 'DIFFERS',
          detail: '5 is not the figure verified, 4: say why.',
        },
        vi: 'Số 5 khác số đã thẩm định, 4: phải nêu lý do.',
      },
    ]);
  });
});

it('a list names each entry once, and only those there are', () => {
  const names = ['rice', 'peanut', 'rice', 'peanut'].map((indicatorCode) => ({ indicatorCode }));
  expect(brokenNames(names, [{ indicatorCode: 'rice' }]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/entries/1/indicatorCode UNKNOWN',
    '/entries/2/indicatorCode TWICE',
    '/entries/3/indicatorCode TWICE',
  ]);
});

const silent = { done: null, shortfalls: null, causes: null, proposals: null };

describe('a report to be submitted', () => {
  const proved = { ...area, evidenceRequired: true };
  const asking = new Map<string, CheckedIndicator>([
    ['rice', area],
    ['grade', proved],
    ['rating', proved],
    ['old', { ...area, retiredOn: '2023-01-01' }],
  ]);
  it.each<[string, Pick<Submission, 'narrative' | 'entries'>, string[]]>([
    ['says nothing', { narrative: silent, entries: [] }, ['/entries EMPTY']],
    ['says nothing, in empty words', { narrative: { ...silent, done: '' }, entries: [] }, ['/entries EMPTY']],
    ['is prose alone', { narrative: { ...silent, causes: 'Hạn hán' }, entries: [] }, []],
    ['is a figure alone', { narrative: silent, entries: [entryOf('rice')] }, []],
    [
      'lacks evidence',
      { narrative: silent, entries: [entryOf('rice'), entryOf('grade'), entryOf('rating')] },
      ['/entries/grade/evidenceIds EVIDENCE_MISSING', '/entries/rating/evidenceIds EVIDENCE_MISSING'],
    ],
    ['has it', { narrative: silent, entries: [entryOf('grade', { evidenceIds: ['a'] })] }, []],
    [
      'is a figure of an indicator retired since',
      { narrative: silent, entries: [entryOf('old')] },
      ['/entries/old/indicatorCode RETIRED'],
    ],
    [
      'is a figure of an indicator that is no more',
      { narrative: silent, entries: [entryOf('gone')] },
      ['/entries/gone UNKNOWN'],
    ],
    [
      'has nothing to prove',
      { narrative: silent, entries: [entryOf('grade', { reported: null, nothingToReport: 'Chưa xếp loại' })] },
      [],
    ],
  ])('%s', (_, report, expected) =>
    expect(
      brokenReport({ ...of, ...report }, asking, '2023-06-01').map(({ pointer, code }) => `${pointer} ${code}`),
    ).toEqual(expected),
  );
});

it('is not submitted before its period begins', () =>
  expect(
    brokenReport({ ...of, narrative: { ...silent, done: 'x' }, entries: [] }, new Map(), '2023-05-31').map(
      ({ code }) => code,
    ),
  ).toEqual(['NOT_BEGUN']));
it.each([
  ['2023', []],
  ['2023-01-01/2023-12-31', ['PERIOD_HAS_NAME']],
  ['2023-04-01/2023-06-30', ['PERIOD_HAS_NAME']],
  ['2023-04-02/2023-06-30', []],
  ['1990-01-01/2023-01-01', ['NOT_OF_THE_YEAR']],
  ['2022-2023', []],
  ['2022', ['NOT_OF_THE_YEAR']],
])('a report for %s', (period, expected) =>
  expect(
    brokenPlace(
      { year: 2023, untilYear: null, settings: noSettings, unitPath: '' },
      { code: 'a', path: 'a' },
      period,
    ).map(({ code }) => code),
  ).toEqual(expected),
);

describe('the hash of what a report says', () => {
  type Saying = Parameters<typeof contentHash>[0];
  const entry = entryOf('rice', {
    outOf: '9',
    note: 'Đo',
    verified: '4',
    verifiedReason: 'Đo lại',
    evidenceIds: ['a', 'b'],
  });
  const report: Saying = {
    unitCode: 'khu-dan-cu-1',
    plan: '2023',
    period: '2023-06',
    narrative: { done: 'x', shortfalls: 'y', causes: 'z', proposals: 'w' },
    entries: [entry],
  };
  const files = new Map([
    ['a', '00'],
    ['b', '11'],
  ]);
  const salt = Buffer.from('salt');
  const hash = contentHash(report, { sha256: files, salt });
  const withEntry = (change: Partial<Entry>): Saying => ({ ...report, entries: [{ ...entry, ...change }] });

  it('is a SHA-256', () => expect(hash).toMatch(/^[0-9a-f]{64}$/));

  it.each<[string, Saying]>([
    ['the unit', { ...report, unitCode: 'khu-dan-cu-2' }],
    ['the plan', { ...report, plan: '2024' }],
    ['the period', { ...report, period: '2023-07' }],
    ...(['done', 'shortfalls', 'causes', 'proposals'] as const).map((part): [string, Saying] => [
      part,
      { ...report, narrative: { ...report.narrative, [part]: null } },
    ]),
    ['another entry', { ...report, entries: [entry, entryOf('maize')] }],
    ...Object.entries({
      indicatorCode: 'maize',
      reported: '6',
      outOf: '8',
      nothingToReport: 'Không',
      note: null,
      verified: '3',
      verifiedReason: null,
      evidenceIds: ['a'],
    }).map(([member, value]): [string, Saying] => [member, withEntry({ [member]: value })]),
  ])('changes with %s', (_, changed) => expect(contentHash(changed, { sha256: files, salt })).not.toBe(hash));

  it('is another under another salt', () =>
    expect(contentHash(report, { sha256: files, salt: Buffer.from('other') })).not.toBe(hash));

  it('changes with what a file of evidence holds', () =>
    expect(contentHash(report, { sha256: new Map([...files, ['b', '22']]), salt })).not.toBe(hash));

  it.each<[string, Partial<Entry>]>([
    ['what was approved', { approved: '3', approvedReason: 'Theo nghị quyết' }],
    ["the verifier's remark", { remark: 'Đo lại' }],
    ['the order of evidence', { evidenceIds: ['b', 'a'] }],
    ['the scope, which reports from before scopes lack', { scope: 'COMMUNE' }],
  ])('does not change with %s', (_, change) =>
    expect(contentHash(withEntry(change), { sha256: files, salt })).toBe(hash),
  );
});
