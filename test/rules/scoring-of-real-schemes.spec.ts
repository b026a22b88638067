import { scoresOf } from '../../src/standings/scoring.rules.js';
import type { SchemeRules } from '../../src/standings/scheme-rules.js';
import type { ScoreNode, ScoringInputs } from '../../src/standings/scored.js';
import { figure, happened, inputs, points } from './schemes/build.js';
import {
  accessToLaw,
  cityDepartments,
  culturalArea,
  culturalFamily,
  dormitory,
  petitions,
} from './schemes/by-class.js';
import {
  allow,
  eventsOfCaiLay,
  landOffice,
  landOfficeGiven,
  minutesOfCaiLay,
  reportOfCaiLay,
} from './schemes/land-office-2022.js';
import { monthOf, official } from './schemes/officials-2026.js';
import { policeGroups, race, relativeLine, selfScored } from './schemes/police-cluster-2025.js';
import { find, tableOf, treeOf } from './schemes/score.js';

const pointsOf = (tree: ScoreNode, ...codes: readonly string[]) => codes.map((code) => find(tree, code).points);

describe('Phòng TN&MT, Tiền Giang 2022', () => {
  it('adds the points of the report and of the minutes, beyond 100', () => {
    const report = treeOf(landOfficeGiven, reportOfCaiLay);
    expect(pointsOf(report, 'TC1', 'TC2', 'TC3', 'TC4', 'TC5', 'total')).toEqual([
      '100.4',
      '2.5',
      '12.5',
      '4',
      '5',
      '124.4',
    ]);
    expect(pointsOf(treeOf(landOfficeGiven, minutesOfCaiLay), 'TC1', 'total')).toEqual(['94.4', '118.4']);
  });

  it.each([
    ['as the minutes have it, by a word for each', '2022-01-31', ['C2.4', 'd2.3', 'C4'], '118.4'],
    ['under the printed limits of C2.4 and d2.3', '2022-01-31', ['C4'], '116.2'],
    ['and with the plan of 09/02, half a point less', '2022-02-09', ['C4'], '115.7'],
    ['and without the half point of C4 that no line gives', '2022-02-09', [], '115.2'],
  ])('comes out of what happened: %s', (_, planIssued, allowed, total) => {
    const of = { ...eventsOfCaiLay(planIssued), allowances: allowed.map(allow) };
    expect(treeOf(landOffice, of).points).toBe(total);
  });
});

describe('Công an xã, phường, Quảng Trị 2025', () => {
  it.each<[string, string, Record<string, [string, string]>, Record<string, string>]>([
    [
      'with targets and without',
      '10',
      { A: ['120', '100'], B: ['150', '0'], C: ['60', '50'], D: ['80', '80'], E: ['100', '0'], F: ['75', '0'] },
      { A: '10', B: '10', C: '10', D: '5', E: '6.67', F: '5' },
    ],
    [
      'three without a target',
      '10',
      { A: ['150', '0'], B: ['100', '0'], C: ['50', '0'] },
      { A: '10', B: '6.67', C: '3.33' },
    ],
    [
      'criterion 28b',
      '5',
      { D: ['12', '1'], G: ['5', '1'], A: ['3', '1'], F: ['1', '1'], E: ['1', '1'], B: ['0', '1'] },
      { D: '5', G: '3.41', A: '2.95', F: '2.5', E: '2.5', B: '0' },
    ],
    [
      'criterion 22',
      '20',
      { E: ['1', '0.05'], G: ['66.67', '5'], A: ['50', '5'], F: ['0', '5'] },
      { E: '20', G: '16.49', A: '14.74', F: '0' },
    ],
    ['criterion 31', '10', { G: ['5', '1'], B: ['2', '1'], A: ['2', '1'] }, { G: '10', B: '6.25', A: '6.25' }],
    ['criterion 32', '15', { G: ['8', '8'] }, { G: '7.5' }],
  ])('scores against the leader: %s', (_, max, of, expected) => {
    const { scores } = scoresOf(relativeLine(max, Object.keys(of)), race(of));
    expect(Object.fromEntries(scores.map(({ unit, tree }) => [unit, tree.points]))).toEqual(expected);
  });

  it('does not compare what is measured otherwise', () => {
    const of = race({ E: ['1', '0.05'], G: ['66.67', '5'], A: ['50', '5'] });
    const measured = of.figures.map((each) => ({
      ...each,
      measure: { unit: each.of === 'E' ? 'RATIO' : 'PERCENT', factor: '100' },
    }));
    const { scores } = scoresOf(relativeLine('20', ['E', 'G', 'A']), { ...of, figures: measured });
    expect(scores.map(({ unit, tree }) => [unit, tree.points, tree.missing.map(({ why }) => why), tree.notes])).toEqual(
      [
        ['A', '17.3', [], ['BLOCK_INCOMPLETE']],
        ['E', null, ['OTHER_MEASURE'], []],
        ['G', '20', [], ['BLOCK_INCOMPLETE']],
      ],
    );
  });

  it('adds the groups and ranks the cluster', () => {
    const rows = tableOf(policeGroups, selfScored).standings.map(({ unit, points: of, rank }) => [rank, unit, of]);
    expect(rows).toEqual([
      [1, 'D', '912.75'],
      [2, 'G', '874.27'],
      [3, 'E', '827.75'],
      [4, 'F', '822.75'],
      [5, 'A', '806.75'],
      [6, 'B', '793.98'],
      [7, 'C', '785.75'],
    ]);
  });
});

const leader = {
  ...official,
  blocks: official.blocks.map((block) => ({
    ...block,
    members: block.members.map((member) => ({ ...member, traits: ['leader'] })),
  })),
};

describe('NĐ 335/2025, xã Nghĩa Lâm', () => {
  it.each<[string, SchemeRules, ScoringInputs, (string | null)[]]>([
    ['1/1', official, monthOf([['1', '1', '1']]), ['70', '100', 'HTXSNV']],
    ['5/5', official, monthOf([['5', '5', '1']]), ['70', '100', 'HTXSNV']],
    ['1/5', official, monthOf([['5', '1', '1']]), ['14', '44', 'KHTNV']],
    ['0/5', official, monthOf([['5', '0', '1']]), ['0', '30', 'KHTNV']],
    ['một lần chậm', official, monthOf([['1', '1', '1']], { delays: 1 }), ['64.17', '94.17', 'HTXSNV']],
    ['một lần làm lại', official, monthOf([['1', '1', '1']], { reworks: 1 }), ['64.17', '94.17', 'HTXSNV']],
    ['lãnh đạo', leader, monthOf([['1', '1', '1']], { leadership: ['80', '90', '100'] }), ['66.5', '96.5', 'HTXSNV']],
    [
      'hệ số K',
      official,
      monthOf([
        ['2', '2', '1.5'],
        ['4', '2', '0.5'],
      ]),
      ['56', '86', 'HTTNV'],
    ],
    [
      'miễn trừ khách quan',
      official,
      monthOf([['1', '1', '1']], { delays: 2, reworks: 2, isExempt: true }),
      ['70', '100', 'HTXSNV'],
    ],
  ])('%s', (_, scheme, of, expected) => {
    const [row] = tableOf(scheme, of).standings;
    expect([...pointsOf(row!.tree, 'II', 'total'), row!.class]).toEqual(expected);
  });

  it('has not enough of a denominator of zero: no points, no full marks, no class', () => {
    const table = tableOf(official, monthOf([['0', '0', '1']]));
    const [row] = table.standings;
    expect([row!.points, row!.tree.known, row!.rank, row!.class, table.isFinal]).toEqual([
      null,
      '30',
      null,
      null,
      false,
    ]);
    expect(row!.missing).toContainEqual({ code: 'tasks', of: 'tam', why: 'NO_BASE' });
  });
});

const given = (unit: string, ...of: readonly string[]) =>
  points(unit, Object.fromEntries(of.map((each, index) => [String(index + 1), each])));
const classOf = (scheme: SchemeRules, of: Partial<ScoringInputs>, unit: string) => {
  const row = tableOf(scheme, inputs(of)).standings.find((each) => each.unit === unit)!;
  return [row.points, row.class];
};

describe('by class', () => {
  it.each([
    ['94 points where 95 are asked', 'family', '100', [null, '94']],
    ['94 points where 90 are, and too few agree', 'other', '89', [null, '94']],
    ['94 points where 90 are, and they agree', 'other', '90', ['family', '94']],
  ])('Gia đình văn hóa, Phú Thọ: %s', (_, unit, consent, [expected, total]) => {
    const of = { points: given(unit, '30', '40', '24'), figures: [figure(unit, 'consent', consent)] };
    expect(classOf(culturalFamily, of, unit)).toEqual([total, expected]);
  });

  it.each([
    ['poverty above the commune’s', '5.1', ['20', '20', '20', '20'], [null, '80']],
    ['poverty as the commune’s', '5', ['20', '15', '15', '15'], ['area', '85']],
    ['a standard under its half', '5', ['20', '20', '20', '9'], [null, '89']],
  ])('Khu dân cư văn hóa: %s', (_, poverty, of, [expected, total]) => {
    const figures = [figure('plain', 'poverty', poverty), figure(null, 'poverty-of-commune', '5')];
    expect(classOf(culturalArea, { points: given('plain', ...of), figures }, 'plain')).toEqual([total, expected]);
  });

  it('Khu dân cư văn hóa: 60 points are enough in the mountains', () => {
    const members = culturalArea.blocks[0]!.members.map((each) => ({
      ...each,
      traits: each.unit === 'hill' ? ['mountain'] : [],
    }));
    const scheme = { ...culturalArea, blocks: [{ ...culturalArea.blocks[0]!, members }] };
    const figures = [
      figure('hill', 'poverty', '4'),
      figure('plain', 'poverty', '4'),
      figure(null, 'poverty-of-commune', '5'),
    ];
    const of = { figures, points: ['plain', 'hill'].flatMap((unit) => given(unit, '10', '10', '10', '10')) };
    expect(['plain', 'hill'].map((unit) => classOf(scheme, of, unit))).toEqual([
      ['60', null],
      ['60', 'area'],
    ]);
  });

  it.each([
    ['88, one criterion 9 of 20', ['20', '20', '20', '19', '9'], 0, ['88', 'not-met']],
    ['80, each by half', ['20', '20', '15', '15', '10'], 0, ['80', 'met']],
    ['80, and a leader was disciplined', ['20', '20', '15', '15', '10'], 1, ['80', 'not-met']],
    ['79', ['20', '20', '15', '14', '10'], 0, ['79', 'not-met']],
  ])('Chuẩn tiếp cận pháp luật: %s', (_, of, disciplined, expected) => {
    const occurrences = disciplined ? [happened('a', 'disciplined')] : [];
    expect(classOf(accessToLaw, { points: given('a', ...of), occurrences }, 'a')).toEqual(expected);
  });

  it.each([
    ['92 with one criterion at 84 percent is in none', ['25', '25', '21', '21'], ['92', null]],
    ['85 with 81 percent', ['20.25', '21', '21.75', '22'], ['85', 'HTTNV']],
    ['85 with 79 percent', ['19.75', '21.5', '21.75', '22'], ['85', null]],
    ['90 and each by 80 percent is not below 90', ['20', '20', '25', '25'], ['90', null]],
    ['69', ['10', '20', '20', '19'], ['69', 'KHTNV']],
  ])('Tiếp công dân, Nghệ An: %s', (_, of, expected) => {
    expect(classOf(petitions, { points: given('a', ...of) }, 'a')).toEqual(expected);
  });
});

describe('bonus and shares', () => {
  it.each([
    ['one flag', null, ['city-flag'], '107'],
    ['both flags', null, ['city-flag', 'government-flag'], '122'],
    ['both flags where only one counts', 'flags', ['city-flag', 'government-flag'], '112'],
  ])('TP.HCM, bảng biểu 4: %s', (_, oneOf, flags, total) => {
    const of = inputs({ points: points('a', { total: '97' }), occurrences: flags.map((each) => happened('a', each)) });
    expect(treeOf(cityDepartments(oneOf), of, 'a').points).toBe(total);
  });

  it('Ký túc xá ĐHQG-HCM: percent × 0.6, 0.2, 0.2', () => {
    const of = inputs({ figures: ['1', '2', '3'].map((code) => figure('a', code, '96')) });
    expect(pointsOf(treeOf(dormitory, of, 'a'), '1', '2', '3', 'total')).toEqual(['57.6', '19.2', '19.2', '96']);
  });
});
