import { classInWords } from '../../src/pages/reason-words.js';
import { lineInWords, type Telling } from '../../src/pages/score-words.js';
import type { StandingShown } from '../../src/pages/standings-content.js';
import type { SchemeFigure } from '../../src/standings/scheme-rules.js';
import type { ScoreNode } from '../../src/standings/scored.js';

const node: ScoreNode = {
  ...{ code: 'I', name: 'Vệ sinh', part: 'CRITERION', restsOn: null, max: '40', inputs: [], notes: [], children: [] },
  ...{
    words: { vi: 'Do người chấm', en: 'Judged' },
    figures: '',
    raw: '42.5',
    limited: '40',
    points: '40',
    known: '40',
  },
  ...{ limits: [], missing: [] },
};
const figure: SchemeFigure = {
  ...{ code: 'dan', name: 'Đàn lợn', kind: 'NUMBER', indicator: null, scope: 'OWN', words: [], needsEvidence: false },
  measure: { unit: 'PERCENT', factor: '100' },
};
const knockOut = {
  code: 'K',
  name: 'Có vụ việc',
  restsOn: null,
  criterion: null,
  when: { kind: 'ALL', of: [] },
} as const;

/** Tells of a row that has something of its own. */
const telling = (row: Partial<StandingShown>, language: Telling['language'] = 'vi'): Telling => ({
  row: { unitCode: 'mot', class: 'tot', reasons: [], inputs: [], missing: [], tree: node, ...row } as StandingShown,
  names: {
    owners: new Map([['hai', 'Thôn Hai']]),
    lines: new Map([['I', 'Vệ sinh']]),
    classes: new Map([['tot', 'Tốt']]),
    figures: new Map([['dan', figure]]),
    indicators: new Map(),
    knockOuts: new Map([['K', { ...knockOut, effect: 'CAP_CLASS', class: 'tot' }]]),
    quotas: [
      { class: 'tot', percent: '12.5', count: null, base: 'BLOCK', baseClass: null, raised: null, restsOn: null },
    ],
  },
  language,
});

it.each([
  ['KNOCK_OUT', 'K', 'Điều kiện loại trừ: Có vụ việc; xếp loại cao nhất là Tốt'],
  ['KNOCK_OUT', 'unseen', 'Điều kiện loại trừ: theo thang điểm'],
  ['QUOTA', 'tot', 'Đủ điều kiện Tốt, nhưng vượt tỷ lệ khống chế (12,5%)'],
  ['TIE_DECIDED', 'tot', 'Bằng điểm tại ranh giới tỷ lệ khống chế Tốt: đã quyết định xếp đơn vị này'],
  [
    'TIE_DECIDED',
    'other',
    'Bằng điểm tại ranh giới tỷ lệ khống chế của một mức xếp loại: đã quyết định xếp đơn vị khác',
  ],
  ['EXCEPTION', 'tot', 'Được xếp Tốt ngoài tỷ lệ khống chế'],
  ['IN_NO_CLASS', null, 'Không đủ điều kiện của mức xếp loại nào'],
] as const)('%s of %s', (kind, code, sentence) => {
  expect(classInWords(telling({ reasons: [{ kind, code }] }))).toEqual([sentence]);
});

it('what is missing, by name: a figure is not given, a line not judged, of another unit with its name', () => {
  const missing = [
    { code: 'dan', of: 'mot', why: 'NOT_GIVEN' },
    { code: 'I', of: 'mot', why: 'NOT_GIVEN' },
    { code: 'dan', of: 'hai', why: 'NO_TARGET' },
    { code: 'dan', of: 'unseen', why: 'NO_BASE' },
  ] as const;
  expect(classInWords(telling({ missing }))).toEqual([
    'Còn thiếu: Đàn lợn, chưa có số liệu',
    'Còn thiếu: Vệ sinh, chưa chấm điểm',
    'Còn thiếu: Đàn lợn (Thôn Hai), chưa có mức giao',
    'Còn thiếu: Đàn lợn (đơn vị khác), mẫu số bằng 0, không tính được',
  ]);
});

it.each([
  [{ limit: 'MAX', at: '40', isAllowed: false }, 'Tính được 42,5; điểm tối đa 40'],
  [{ limit: 'MAX', at: '40', isAllowed: true }, 'Tính được 42,5; điểm tối đa 40, được cho phép vượt'],
  [{ limit: 'ONE_OF', at: 'g', isAllowed: false }, 'Tính được 42,5; không tính, vì trong nhóm này chỉ tính một mục'],
  [
    { limit: 'KNOCK_OUT', at: 'K', isAllowed: false },
    'Tính được 42,5; không được điểm do điều kiện loại trừ: Có vụ việc',
  ],
] as const)('a limit %j', (limit, sentence) => {
  expect(lineInWords({ ...node, limits: [limit] }, telling({}))).toEqual(['Do người chấm', sentence]);
});

it('figures with the digits of the language, inputs with their unit, total, target and evidence', () => {
  const given = { kind: 'FIGURE', figure: 'dan', of: 'mot', lines: [], target: null, measure: null, from: [] } as const;
  const occurrence = { kind: 'OCCURRENCE', id: 'x', figure: 'dan', of: null, times: 2, evidence: ['f'] } as const;
  const inputs = [
    { ...given, value: '1234.5', outOf: null, target: '90' },
    { ...given, value: '3', outOf: '4' },
    { ...given, value: '2023-05-26', outOf: null },
    { ...given, value: 'YES', outOf: null },
    { ...given, value: null, outOf: null, lines: [{ value: '1', outOf: '2', weight: '0.5' }] },
    { ...occurrence, isExempt: true },
    { kind: 'POINTS', stage: 'FINAL', unit: 'mot', line: 'I', points: '7.5', isReasoned: true },
    { kind: 'SCORE', unit: 'hai', line: 'I', points: null },
  ] as const;
  const told = (language: Telling['language']) =>
    lineInWords({ ...node, figures: '2 × 1234.5 ÷ 2023-05-26', inputs, notes: ['EXEMPT'] }, telling({}, language));
  expect(told('vi')).toEqual([
    'Do người chấm',
    'Cách tính: 2 × 1.234,5 ÷ 2023-05-26',
    'Đàn lợn: 1.234,5%; mức giao 90%',
    'Đàn lợn: 3/4',
    'Đàn lợn: 26/05/2023',
    'Đàn lợn: có',
    'Đàn lợn: 1/2 × 0,5',
    'Đàn lợn (toàn xã): 2 lần, có minh chứng, không tính cho đơn vị',
    'Điểm kết luận: 7,5',
    'Điểm Vệ sinh (Thôn Hai): chưa đủ dữ liệu',
    'Có việc không tính cho đơn vị',
  ]);
  expect(told('en').slice(1, 3)).toEqual(['In figures: 2 × 1,234.5 ÷ 2023-05-26', 'Đàn lợn: 1,234.5%; target 90%']);
});
