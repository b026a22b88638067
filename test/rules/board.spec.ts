import fc from 'fast-check';
import { kinds } from '../../src/api/kinds.js';
import { barOf, strip } from '../../src/pages/bar.js';
import { kindInWords } from '../../src/pages/board-words.data.js';
import { inDigits, inPercent } from '../../src/pages/digits.js';
import { markup } from '../../src/pages/markup.js';
import { monthInWords, periodInWords } from '../../src/pages/period-words.js';
import { pointsOf, sparkline } from '../../src/pages/sparkline.js';
import { figureInWords, heightOf, targetInWords } from '../../src/pages/target.js';
import type { Indicator } from '../../src/indicators/indicator.entity.js';

describe('digits', () => {
  it.each([
    ['1763.5', 0, '1.763,5', '1,763.5'],
    ['0', 0, '0', '0'],
    ['-0.25', 0, '-0,25', '-0.25'],
    ['1108485000', 6, '1.108,485', '1,108.485'],
    ['5.85', -1, '58,5', '58.5'],
    // More digits than a float has.
    ['12345678901234567890.12', 0, '12.345.678.901.234.567.890,12', '12,345,678,901,234,567,890.12'],
  ])('%s with scale %d is %s, in English %s', (figure, scale, vi, en) => {
    expect([inDigits(figure, 'vi', scale), inDigits(figure, 'en', scale)]).toEqual([vi, en]);
  });

  it('a percentage', () => {
    expect([inPercent('100.06', 'vi'), inPercent('100.06', 'en')]).toEqual(['100,06%', '100.06%']);
  });
});

describe('bar', () => {
  it.each([
    ['0', 0, false],
    ['50', 40, false],
    ['100', 80, false],
    ['125', 100, false],
    ['125.01', 100, true],
    ['137.7', 100, true],
    ['-3', 0, false],
  ])('%s percent ends at %d, the target at 80', (percent, length, isBeyond) => {
    expect(barOf(percent)).toEqual({ length, target: 80, isBeyond });
  });

  it('reaches the target exactly if the percentage does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (hundredths) => {
        const { length, target } = barOf(String(hundredths / 100));
        expect(length >= target).toBe(hundredths >= 10_000);
      }),
    );
  });

  it('parts of a whole lie side by side', () => {
    const parts = [
      { tone: 'good', count: 3 },
      { tone: 'bad', count: 1 },
    ] as const;
    const { html } = strip(parts);
    expect(html).toContain('viewBox="0 0 4 1"');
    expect([...html.matchAll(/class="(\w+)" d="M(\d) 0h([\d.]+)v/g)].map(([, ...each]) => each)).toEqual([
      ['good', '0', '2.92'],
      ['bad', '3', '0.92'],
    ]);
  });
});

describe('small line', () => {
  it('puts figures at their time, between zero and the greatest', () => {
    expect(pointsOf({ figures: [0, null, 5, 10], target: 10 })).toEqual({
      points: [
        [4, 24],
        [65.33, 14],
        [96, 4],
      ],
      target: 4,
    });
  });

  it('goes below zero where the figures do', () => {
    expect(pointsOf({ figures: [-5, 5], target: null }).points).toEqual([
      [4, 24],
      [96, 4],
    ]);
  });

  it('of nothing but zeros lies at the bottom', () => {
    expect(pointsOf({ figures: [0, 0], target: 0 })).toEqual({
      points: [
        [4, 24],
        [96, 24],
      ],
      target: 24,
    });
  });

  it('stays within its frame', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ noNaN: true, min: -1e12, max: 1e12 }))), (figures) => {
        for (const [x, y] of pointsOf({ figures, target: 3 }).points)
          expect([x >= 0 && x <= 100, y >= 0 && y <= 28]).toEqual([true, true]);
      }),
    );
  });

  it.each([[[]], [[null, 3]], [[null, null]]])('is not drawn of %j', (figures) => {
    expect(sparkline({ figures, target: null, label: '' })).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ['2023', 'năm 2023', '2023'],
    ['2023-Q2', 'quý II năm 2023', 'second quarter of 2023'],
    ['2023-H1', '6 tháng đầu năm 2023', 'first half of 2023'],
    ['2023-9M', '9 tháng đầu năm 2023', 'first nine months of 2023'],
    ['2023-06', 'tháng 6 năm 2023', 'June 2023'],
    ['2022-2023', 'năm học 2022–2023', 'school year 2022–2023'],
    ['2021-2025', 'giai đoạn 2021–2025', 'years 2021–2025'],
    ['2022-2023-winter-spring', 'vụ đông xuân 2022–2023', 'winter-spring crop 2022–2023'],
    ['2023-03-26/2023-05-19', 'từ 26/03/2023 đến 19/05/2023', '26 March 2023 to 19 May 2023'],
  ])('%s is %s, in English %s', (period, vi, en) => {
    expect([periodInWords(period, 'vi'), periodInWords(period, 'en')]).toEqual([vi, en]);
  });

  it('a month', () => {
    expect([monthInWords('2023-01', 'vi'), monthInWords('2023-01', 'en')]).toEqual([
      'tháng 1 năm 2023',
      'January 2023',
    ]);
  });

  it('every kind of the journal has words in both languages', () => {
    for (const kind of kinds)
      for (const language of ['vi', 'en'] as const)
        expect(kindInWords(kind, '7', language)).not.toMatch(/undefined|[._]/);
    expect([kindInWords('result.approved', '12', 'vi'), kindInWords('result.approved', '12', 'en')]).toEqual([
      'phê duyệt 12 kết quả',
      '12 results approved',
    ]);
    expect(kindInWords('award.issued', '6', 'vi')).toBe('quyết định 6 khen thưởng');
  });
});

describe('figure and target', () => {
  const indicator = (changed: Partial<Indicator> = {}) =>
    ({
      comparator: 'AT_LEAST',
      basis: 'LEVEL',
      target: '1763',
      upperTarget: null,
      outOf: null,
      targetText: null,
      measure: { unit: 'HEAD', displayUnit: 'con', scale: 0, factor: null },
      ...changed,
    }) as Indicator;
  const percent = { unit: 'PERCENT', displayUnit: '% hộ', scale: 0, factor: '100' } as const;
  const money = { unit: 'VND', displayUnit: 'triệu đồng', scale: 6, factor: null } as const;

  it.each([
    [{}, '1.763 con', '1,763 con'],
    [{ comparator: 'AT_MOST', target: '12.7', measure: percent }, 'không quá 12,7% hộ', 'at most 12.7% hộ'],
    [{ target: '50000000', measure: money }, '50 triệu đồng', '50 triệu đồng'],
    [{ comparator: 'BETWEEN', target: '2', upperTarget: '3' }, 'từ 2 đến 3 con', 'from 2 to 3 con'],
    [{ target: '6', outOf: '6' }, '6/6 con', '6/6 con'],
    [{ basis: 'GROWTH', target: '5.5' }, 'tăng trưởng 5,5%', 'growth of 5.5%'],
    [{ basis: 'MULTIPLE', target: '2' }, 'gấp 2 lần', 'multiplied by 2'],
    [{ basis: 'NOT_WORSE', target: null }, 'không kém năm trước', 'not worse than the year before'],
    [{ comparator: 'GRADE', target: null, targetText: 'vững mạnh' }, 'đạt: vững mạnh', 'reach: vững mạnh'],
    [{ comparator: 'ACHIEVE', target: null }, 'đạt', 'achieved'],
  ] as const)('%j is %s, in English %s', (changed, vi, en) => {
    const given = indicator(changed);
    expect([targetInWords(given, 'vi'), targetInWords(given, 'en')]).toEqual([vi, en]);
  });

  it.each([
    [{ value: '844', outOf: '1120' }, percent, '75,36', 75.357143],
    [{ value: '5', outOf: '6' }, indicator().measure, '5/6', 5],
    [{ value: '1108485000', outOf: null }, money, '1.108,485', 1_108_485_000],
    [{ value: 'GOOD', outOf: null }, percent, 'tốt', null],
    [{ value: 'vững mạnh', outOf: null }, percent, 'vững mạnh', null],
  ] as const)('%j of %j is %s, and %d high', (figure, measure, words, height) => {
    expect([figureInWords(figure, { measure }, 'vi'), heightOf(figure, { measure })]).toEqual([words, height]);
  });
});

it('a template escapes whatever is no markup, in text and in attributes', () => {
  const nasty = `<i>"&'`;
  expect(markup`<a title="${nasty}">${[nasty, markup`<b>${1}</b>`, null, undefined, false]}</a>`.html).toBe(
    '<a title="&#60;i&#62;&#34;&#38;&#39;">&#60;i&#62;&#34;&#38;&#39;<b>1</b></a>',
  );
});
