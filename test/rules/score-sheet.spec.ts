import { brokenRest, scoreAgain, scored, type Step } from '../../src/standings/score-column.rules.js';
import type { ScoreFigureGiven, ScoreOccurrenceGiven, SelfScore } from '../../src/standings/score-sheet.inputs.js';
import { brokenAllowances, brokenExceptions, subjectsOf } from '../../src/standings/score-values.rules.js';
import { scoringInputsOf, type SheetColumns } from '../../src/standings/scoring-inputs.rules.js';
import type { SchemeRules } from '../../src/standings/scheme-rules.js';
import { schemeRead } from '../../src/standings/scheme-shape.rules.js';
import { rulesToScore } from '../schemes.js';

const judged = (code: string, more: object = {}) => ({
  ...{ code, name: code, max: '10', formula: { kind: 'JUDGED', reasonBelowMax: false } },
  ...more,
});

/** Rules to score with lines and figures of every kind. */
const rules: SchemeRules = (() => {
  const { figures, tree } = rulesToScore();
  const more = [
    judged('ly-do', { formula: { kind: 'JUDGED', reasonBelowMax: true } }),
    judged('tu-5', { min: '5' }),
    judged('mo', { isCeiling: false }),
    judged('am', { min: '-2' }),
    judged('khac', { appliesTo: ['vung-cao'] }),
    judged('tron', {
      formula: { kind: 'GIVEN' },
      items: [judged('tron.tru', { max: null, min: '-3' }), judged('tron.phat', { max: '0' }), judged('tron.thuong')],
    }),
  ];
  const read = schemeRead(
    rulesToScore({
      traits: [{ code: 'vung-cao', name: 'Vùng cao' }],
      tree: { ...tree, children: [...tree.children, ...more] },
      figures: [
        ...figures,
        { code: 'chung', name: 'Chung', kind: 'NUMBER', scope: 'COMMUNE' },
        { code: 'ty-le', name: 'Tỷ lệ', kind: 'NUMBER', measure: { unit: 'HOUSEHOLD', factor: '100' } },
      ],
    }),
  );
  if ('broken' in read) throw new Error(JSON.stringify(read.broken));
  return read.rules;
})();

const proof = '019a0000-0000-7000-8000-000000000001';
const known = {
  ...{
    occurrenceId: '019a0000-0000-7000-8000-00000000000a',
    figure: 'vu-viec',
    times: 2,
    on: '2023-05-19',
    text: 'Mất trộm',
  },
  ...{ evidenceIds: [proof], isExempt: false, reason: null },
};
const step = (change: Partial<Step> = {}): Step => ({
  rules,
  revision: 2,
  subjects: subjectsOf(rules, 'khu-dan-cu-1', '2023-12-31'),
  period: '2023',
  span: { from: '2023-01-01', to: '2023-12-31' },
  on: '2023-12-15',
  before: undefined,
  known: [],
  files: new Set([proof]),
  allowed: new Set(),
  ...change,
});
const points = (given: SelfScore, change: Partial<Step> = {}) =>
  scored(step(change), given).broken.map(({ pointer, code }) => `${pointer} ${code}`);
const sentences = (given: SelfScore, change: Partial<Step> = {}) =>
  scored(step(change), given).broken.map(({ detail, vi }) => [detail, vi]);
const line = (code: string, of: string, reason?: string) => ({ points: [{ line: code, points: of, reason }] });
const figure = (given: ScoreFigureGiven) => ({ figures: [given] });
const occurrence = (given: ScoreOccurrenceGiven) => ({ occurrences: [given] });

describe('points', () => {
  it.each<[string, SelfScore, string[]]>([
    ['of a line that people judge', line('II', '40'), []],
    ['given as a whole', line('tron', '10'), []],
    ['of a deduction', line('tron.tru', '-3'), []],
    ['of no line', line('IX', '1'), ['/points/0/line UNKNOWN']],
    ['of a line that is computed', line('I', '60'), ['/points/0/line LINE_COMPUTED']],
    ['of a line for others', line('khac', '1'), ['/points/0/line LINE_OF_OTHERS']],
    ['above the maximum', line('II', '40.5'), ['/points/0/points OUT_OF_RANGE']],
    ['above a maximum that is no ceiling', line('mo', '11'), []],
    ['below the minimum', line('tu-5', '4.9'), ['/points/0/points OUT_OF_RANGE']],
    ['at the minimum', line('tu-5', '5'), []],
    ['below 0, where no minimum is said', line('II', '-1'), ['/points/0/points OUT_OF_RANGE']],
    ['of a bonus, below 0', line('tron.thuong', '-0.5'), ['/points/0/points OUT_OF_RANGE']],
    ['below 0, as the scheme says', line('am', '-2'), []],
    ['of a deduction that has no end', line('tron.phat', '-9'), []],
    ['below the least of a deduction', line('tron.tru', '-3.5'), ['/points/0/points OUT_OF_RANGE']],
    ['below the maximum without its reason', line('ly-do', '9'), ['/points/0/reason REASON_MISSING']],
    ['below the maximum with its reason', line('ly-do', '9', 'Nộp muộn'), []],
    ['at the maximum', line('ly-do', '10'), []],
    [
      'given twice, and all else that is wrong',
      {
        points: [
          { line: 'II', points: '1' },
          { line: 'II', points: '50' },
        ],
      },
      ['/points/1/line NAMED_TWICE', '/points/1/points OUT_OF_RANGE'],
    ],
  ])('%s', (_, given, expected) => expect(points(given)).toEqual(expected));

  it('the maximum is named, in both languages; an allowance lets the line exceed it', () => {
    expect(sentences(line('II', '41'))).toEqual([['"II" gives at most 40 points.', '"II" được tối đa 40 điểm.']]);
    expect(points(line('II', '41'), { allowed: new Set(['II']) })).toEqual([]);
  });
});

describe('figures', () => {
  const lines = [
    { value: '1', outOf: '2' },
    { value: '3', outOf: '4', weight: '2' },
  ];
  it.each<[string, ScoreFigureGiven, string[]]>([
    ['a number', { figure: 'ho-ngheo', value: '4', target: '3' }, []],
    ['a ratio', { figure: 'ty-le', value: '4', outOf: '100' }, []],
    ['a ratio where nothing arose', { figure: 'ty-le', value: '0', outOf: '0' }, []],
    ['several lines', { figure: 'ty-le', lines }, []],
    ['yes or no', { figure: 'co-loa', value: 'YES' }, []],
    ['a day', { figure: 'ngay-hop', value: '2023-02-28' }, []],
    ['a word', { figure: 'muc', value: 'cao' }, []],
    ['none of the scheme', { figure: 'khong', value: '1' }, ['figure UNKNOWN']],
    ['from an indicator', { figure: 'lua', value: '1' }, ['figure FIGURE_ELSEWHERE']],
    ['of the commune', { figure: 'chung', value: '1' }, ['figure FIGURE_ELSEWHERE']],
    ['occurrences as a number', { figure: 'vu-viec', value: '1' }, ['figure FIGURE_KIND']],
    ['neither value nor lines', { figure: 'ho-ngheo' }, ['value ONE_BOUND']],
    ['value and lines', { figure: 'ty-le', value: '1', lines }, ['value ONE_BOUND']],
    ['no decimal', { figure: 'ho-ngheo', value: '01' }, ['value NOT_OF_FIGURE']],
    ['neither yes nor no', { figure: 'co-loa', value: 'MAYBE' }, ['value NOT_OF_FIGURE']],
    ['no day', { figure: 'ngay-hop', value: '2023-02-29' }, ['value NOT_OF_FIGURE']],
    ['no word of it', { figure: 'muc', value: 'vừa' }, ['value NOT_OF_FIGURE']],
    ['a total of a word', { figure: 'muc', value: 'cao', outOf: '1' }, ['figure FIGURE_KIND']],
    ['a target of yes or no', { figure: 'co-loa', value: 'NO', target: '1' }, ['figure FIGURE_KIND']],
    ['lines of a day', { figure: 'ngay-hop', lines }, ['figure FIGURE_KIND']],
    ['a total that does not count', { figure: 'ho-ngheo', value: '4', outOf: '100' }, ['outOf OUT_OF_UNASKED']],
    ['a total of nothing', { figure: 'ty-le', value: '1', outOf: '0' }, ['outOf POSITIVE']],
    ['a total below nothing', { figure: 'ty-le', value: '0', outOf: '-1' }, ['outOf POSITIVE']],
    [
      'a line with a total of nothing',
      { figure: 'ty-le', lines: [{ value: '1', outOf: '0' }] },
      ['lines/0/outOf POSITIVE'],
    ],
    [
      'lines with and without a total',
      { figure: 'ty-le', lines: [{ value: '1', outOf: '2' }, { value: '1' }] },
      ['lines/1/outOf OUT_OF_MISSING'],
    ],
  ])('%s', (_, given, expected) => expect(points(figure(given))).toEqual(expected.map((each) => `/figures/0/${each}`)));

  it('one is given once', () => {
    const twice = { figures: [1, 2].map((value) => ({ figure: 'ho-ngheo', value: String(value) })) };
    expect(points(twice)).toEqual(['/figures/1/figure NAMED_TWICE']);
  });
});

describe('occurrences', () => {
  const other = '019a0000-0000-7000-8000-00000000000b';
  it.each<[string, ScoreOccurrenceGiven, string[]]>([
    ['a new one', { figure: 'vu-viec', text: 'Mất trộm', times: 0, evidenceIds: [proof] }, []],
    ['a known one', { occurrenceId: known.occurrenceId, figure: 'vu-viec', text: 'Mất trộm' }, []],
    ['a known one is given whole by its unit', { occurrenceId: known.occurrenceId }, ['figure UNKNOWN']],
    ['of an unknown id', { occurrenceId: other, figure: 'vu-viec', text: 'Mất trộm' }, ['occurrenceId UNKNOWN']],
    ['of no figure', { figure: 'khong', text: 'Mất trộm' }, ['figure UNKNOWN']],
    ['of a figure that is a number', { figure: 'ho-ngheo', text: 'Mất trộm' }, ['figure FIGURE_KIND']],
    ['of a figure from an indicator', { figure: 'lua', text: 'Mất trộm' }, ['figure FIGURE_ELSEWHERE']],
    ['on the last day', { figure: 'vu-viec', text: 'Mất trộm', on: '2023-12-15' }, []],
    ['on the first day', { figure: 'vu-viec', text: 'Mất trộm', on: '2023-01-01' }, []],
    ['before the period', { figure: 'vu-viec', text: 'Mất trộm', on: '2022-12-31' }, ['on NOT_IN_PERIOD']],
    ['after it', { figure: 'vu-viec', text: 'Mất trộm', on: '2024-01-01' }, ['on NOT_IN_PERIOD', 'on AHEAD']],
    ['ahead, within it', { figure: 'vu-viec', text: 'Mất trộm', on: '2023-12-16' }, ['on AHEAD']],
    ['without words', { figure: 'vu-viec' }, ['text isDefined']],
    ['exempt for no reason', { figure: 'vu-viec', text: 'Tự báo', isExempt: true }, ['reason REASON_MISSING']],
    ['exempt with one', { figure: 'vu-viec', text: 'Tự báo', isExempt: true, reason: 'Tự phát hiện' }, []],
    [
      'proved by a file that the caller does not see',
      { figure: 'vu-viec', text: 'Mất trộm', evidenceIds: [proof, other] },
      ['evidenceIds/1 UNKNOWN'],
    ],
  ])('%s', (_, given, expected) =>
    expect(points(occurrence(given), { known: [known] })).toEqual(expected.map((each) => `/occurrences/0/${each}`)),
  );

  it('one is named once', () => {
    const same = { occurrenceId: known.occurrenceId, figure: 'vu-viec', text: 'Mất trộm' };
    expect(points({ occurrences: [same, same] }, { known: [known] })).toEqual([
      '/occurrences/1/occurrenceId NAMED_TWICE',
    ]);
  });
});

describe('what differs from the column before has a reason', () => {
  const before = {
    points: [
      { line: 'II', points: '38', reason: 'Sạch' },
      { line: 'mo', points: '7', reason: null },
    ],
    figures: [
      { figure: 'ho-ngheo', value: '4', outOf: null, target: null, lines: [], reason: null },
      { figure: 'ty-le', value: '4', outOf: '8', target: null, lines: [], reason: null },
    ],
    occurrences: [known],
  };
  const judging = { before, known: before.occurrences };
  it.each<[string, SelfScore, string[]]>([
    ['other points', line('II', '37'), ['/points/0']],
    ['the same points', line('II', '38'), []],
    ['points that were not there', line('tron', '5'), ['/points/0']],
    ['another value', figure({ figure: 'ho-ngheo', value: '5' }), ['/figures/0']],
    ['another total', figure({ figure: 'ty-le', value: '4', outOf: '9' }), ['/figures/0']],
    ['another target', figure({ figure: 'ho-ngheo', value: '4', target: '9' }), ['/figures/0']],
    ['lines in place of a value', figure({ figure: 'ho-ngheo', lines: [{ value: '4' }] }), ['/figures/0']],
    ['the same figure', figure({ figure: 'ho-ngheo', value: '4' }), []],
    ['a figure that was not there', figure({ figure: 'co-loa', value: 'YES' }), ['/figures/0']],
    ['other times', occurrence({ occurrenceId: known.occurrenceId, times: 3 }), ['/occurrences/0']],
    ['taken out', occurrence({ occurrenceId: known.occurrenceId, times: 0 }), ['/occurrences/0']],
    ['another figure', occurrence({ occurrenceId: known.occurrenceId, figure: 'thu-khen' }), ['/occurrences/0']],
    ['other words alone', occurrence({ occurrenceId: known.occurrenceId, text: 'Mất xe' }), []],
    ['added', occurrence({ figure: 'vu-viec', text: 'Đánh nhau' }), ['/occurrences/0']],
  ])('%s', (_, given, expected) => {
    expect(points(given, judging)).toEqual(expected.map((at) => `${at}/reason REASON_MISSING`));
    const reasoned = Object.fromEntries(
      Object.entries(given).map(([name, list]) => [
        name,
        (list as object[]).map((each) => ({ ...each, reason: 'Vì' })),
      ]),
    );
    expect(points(reasoned, judging)).toEqual([]);
  });

  it('exempt now', () => {
    expect(new Set(points(occurrence({ occurrenceId: known.occurrenceId, isExempt: true }), judging))).toEqual(
      new Set(['/occurrences/0/reason REASON_MISSING']),
    );
  });

  it('both values are named, in both languages', () => {
    expect(sentences(line('II', '37'), judging)).toEqual([
      ['"II" was 38 and is 37: say why.', '"II" trước là 38, nay là 37; hãy nêu lý do.'],
    ]);
    expect(sentences(line('tron', '5'), judging)).toEqual([
      ['"tron" was not there and is 5: say why.', '"tron" trước là chưa có, nay là 5; hãy nêu lý do.'],
    ]);
  });

  it('all else stays as it was, and so does the reason of what is given as it was', () => {
    const given = {
      ...line('II', '38'),
      ...occurrence({ occurrenceId: known.occurrenceId, times: 1, reason: 'Trùng' }),
    };
    expect(scored(step(judging), given).values).toEqual({
      ...before,
      occurrences: [{ ...known, times: 1, reason: 'Trùng' }],
    });
    // The unit gives its column whole.
    expect(scored(step({ known: [known] }), given).values).toMatchObject({
      points: [{ line: 'II', points: '38', reason: null }],
      figures: [],
    });
  });
});

it('what is left out of a new occurrence, or of a line of a figure, is once, not exempt, weighed by 1', () => {
  const given = {
    ...occurrence({ figure: 'vu-viec', text: 'Mất trộm' }),
    ...figure({ figure: 'ty-le', lines: [{ value: '1' }] }),
  };
  const { values } = scored(step(), given);
  expect(values.occurrences).toMatchObject([{ times: 1, on: null, isExempt: false, evidenceIds: [] }]);
  expect(values.figures).toMatchObject([{ value: null, lines: [{ value: '1', outOf: null, weight: '1' }] }]);
});

it('what is left out of a known occurrence stays, and a day that is null is taken out', () => {
  const exempt = { ...known, isExempt: true, reason: 'Tự phát hiện' };
  const after = (given: ScoreOccurrenceGiven) =>
    scored(step({ before: { points: [], figures: [], occurrences: [exempt] }, known: [exempt] }), occurrence(given))
      .values;
  expect(after({ occurrenceId: known.occurrenceId }).occurrences).toEqual([exempt]);
  expect(after({ occurrenceId: known.occurrenceId, on: null }).occurrences).toEqual([{ ...exempt, on: null }]);
});

describe('the rest of a column is held against the revision in force now', () => {
  const figures = [{ figure: 'muc', value: 'vừa', outOf: null, target: null, lines: [], reason: null }];
  const rest = {
    points: [
      { line: 'II', points: '50', reason: null },
      { line: 'cu', points: '5', reason: null },
    ],
    ...{ figures, occurrences: [{ ...known, on: '2022-05-19' }] },
  };
  const judging = { before: rest, known: rest.occurrences };

  it('each line, figure and occurrence that it no longer takes is named, with a way out', () => {
    expect(sentences({}, judging)).toEqual([
      [
        'By revision 2 of the scheme, in force now: "II" gives at most 40 points. ' +
          'Give it here anew, or return the sheet (returnScores).',
        'Theo thang điểm đang áp dụng (lần 2): "II" được tối đa 40 điểm. ' +
          'Hãy ghi lại mục này ở đây, hoặc trả lại phiếu (returnScores).',
      ],
      ...[
        ['The scheme has no "cu".', 'Thang điểm không có "cu".'],
        ['"vừa" is no value of "muc".', '"vừa" không phải giá trị của số liệu "muc".'],
        ['on 2022-05-19 is not of 2023', 'ngày 19/05/2022 không thuộc kỳ 2023'],
      ].map(([en, vi]) => [expect.stringContaining(en!), expect.stringContaining(vi!)]),
    ]);
    expect(points({}, judging)).toEqual(
      ['/points', '/points', '/figures', '/occurrences'].map((at) => `${at} OTHER_REVISION`),
    );
  });

  it('but for what is given anew, and for a line that may exceed its maximum', () => {
    const given = {
      ...line('II', '40', 'Thang điểm mới'),
      ...figure({ figure: 'muc', value: 'cao', reason: 'Thang điểm mới' }),
      ...occurrence({ occurrenceId: known.occurrenceId, on: '2023-05-19' }),
    };
    expect(points(given, judging)).toEqual(['/points OTHER_REVISION']);
    expect(points(given, { ...judging, before: { ...rest, points: rest.points.slice(0, 1) } })).toEqual([]);
    const only = { ...judging, before: { ...rest, points: rest.points.slice(0, 1), figures: [], occurrences: [] } };
    expect(points({}, { ...only, allowed: new Set(['II']) })).toEqual([]);
  });

  it('a unit that submits is told to score again', () => {
    const found = brokenRest(step(), { ...rest, figures: [], occurrences: [] }, scoreAgain);
    expect(found.map(({ detail }) => detail.endsWith('Score the sheet again (selfScore).'))).toEqual([true, true]);
  });
});

describe('the word of who concludes', () => {
  const codes = (found: readonly { pointer: string; code: string }[]) =>
    found.map(({ pointer, code }) => `${pointer} ${code}`);
  const allowance = (code: string) => ({ line: code, reason: 'Thống nhất' });
  const exception = (of: string) => ({ class: of, reason: 'Dẫn đầu' });

  it('an allowance is for a line of the unit with a maximum, once', () => {
    expect(codes(brokenAllowances(step(), [allowance('II'), allowance('II.thuong')]))).toEqual([]);
    expect(codes(brokenAllowances(step(), ['IX', 'khac', 'tron.tru', 'II', 'II'].map(allowance)))).toEqual([
      '/allowances/4/line NAMED_TWICE',
      '/allowances/0/line UNKNOWN',
      '/allowances/1/line LINE_OF_OTHERS',
      '/allowances/2/line NO_MAXIMUM',
    ]);
  });

  it('an exception is for a class with a quota, once', () => {
    expect(codes(brokenExceptions(step(), [exception('xuat-sac')]))).toEqual([]);
    expect(codes(brokenExceptions(step(), ['khong', 'tien-tien', 'xuat-sac', 'xuat-sac'].map(exception)))).toEqual([
      '/exceptions/3/class NAMED_TWICE',
      '/exceptions/0/class UNKNOWN',
      '/exceptions/1/class NO_QUOTA',
    ]);
  });
});

describe('a table is made of', () => {
  const column = (of: string, reason: string | null = null) => ({
    ...{ by: null, on: '2024-01-31', points: [{ line: 'II', points: of, reason }] },
    figures: [{ figure: 'ho-ngheo', value: of, outOf: null, target: '3', lines: [], reason }],
    occurrences: [known],
  });
  const sheet: SheetColumns = {
    ...{
      id: 'a',
      version: 7,
      unitCode: 'khu-dan-cu-1',
      self: column('38'),
      verified: column('37', 'Rác'),
      final: null,
    },
    allowances: [{ line: 'II', reason: 'Thống nhất' }],
    exceptions: [{ class: 'xuat-sac', reason: 'Dẫn đầu' }],
  };

  it('one column, with the points of all, and no texts', () => {
    const inputs = scoringInputsOf([sheet], 'VERIFIED');
    expect(inputs).toEqual({
      points: [
        {
          ...{ unit: 'khu-dan-cu-1', line: 'II', final: null },
          self: { points: '38', isReasoned: false },
          verified: { points: '37', isReasoned: true },
        },
      ],
      figures: [
        {
          ...{
            figure: 'ho-ngheo',
            of: 'khu-dan-cu-1',
            value: '37',
            outOf: null,
            target: '3',
            lines: [],
            measure: null,
          },
          from: [{ type: 'ScoreSheet', id: 'a', version: 7 }],
        },
      ],
      occurrences: [
        {
          ...{ id: known.occurrenceId, figure: 'vu-viec', of: 'khu-dan-cu-1', times: 2, isExempt: false },
          evidence: [proof],
        },
      ],
      allowances: [],
      exceptions: [],
    });
  });

  it('nothing of a unit whose column is not there, and of what was concluded the allowances, too', () => {
    const none = { points: [], figures: [], occurrences: [], allowances: [], exceptions: [] };
    expect(scoringInputsOf([sheet], 'FINAL')).toEqual(none);
    expect(scoringInputsOf([{ ...sheet, final: column('36', 'Vì') }], 'FINAL')).toMatchObject({
      points: [{ final: { points: '36', isReasoned: true } }],
      allowances: [{ unit: 'khu-dan-cu-1', line: 'II' }],
      exceptions: [{ unit: 'khu-dan-cu-1', class: 'xuat-sac' }],
    });
  });
});
