import { atMost, below, between, change, eachYear, meanOfYears, percent, ratio, share, type Line } from './line.js';

/** Poverty and births: falls of every year, mean falls, no worse than the year before. */
export const falls: readonly Line[] = [
  {
    printed: 'giảm tỷ lệ phát triển dân số tự nhiên xuống còn được 1% và tỷ lệ sinh con thứ 3 trở lên xuống dưới 18%',
    plan: { year: 2010, untilYear: 2015 },
    states: [
      {
        name: 'Tỷ lệ phát triển dân số tự nhiên',
        measure: percent,
        ...atMost('1'),
        shows: '1',
        judged: { '1': 'MET', '1.1': 'MISSED', '0.9': 'EXCEEDED' },
      },
      {
        name: 'Tỷ lệ sinh con thứ 3 trở lên',
        measure: percent,
        ...share,
        ...below('18'),
        shows: '18',
        judged: { '18': 'MISSED', '18.1': 'MISSED', '17.9': 'MET' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ hộ nghèo (theo chuẩn nghèo đa chiều) duy trì mức giảm 1 - 1,5%/năm',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ hộ nghèo đa chiều',
        measure: percent,
        ...share,
        ...change,
        ...between(['-1.5', '-1'], 'DOWN'),
        ...eachYear,
        judged: { '8, 7, 6, 5, 4': 'NO_BASELINE' },
        knowing: {
          baseline: '9',
          judged: { '8, 7, 6, 5, 4': 'MET', '8, 7, 6, 5, 4.1': 'MISSED', '7.4, 5.8, 4.2, 2.6, 1': 'EXCEEDED' },
        },
      },
    ],
  },
  {
    printed: 'tỷ lệ nghèo đa chiều giảm còn 0,23%',
    plan: { year: 2025, untilYear: 2030 },
    states: [
      {
        name: 'Tỷ lệ nghèo đa chiều',
        measure: percent,
        ...share,
        ...atMost('0.23'),
        shows: '0.23',
        judged: { '0.23': 'MET', '0.24': 'MISSED', '0.22': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ hộ nghèo giảm 3% trở lên (còn 7%)',
    states: [
      {
        name: 'Tỷ lệ hộ nghèo',
        measure: percent,
        ...share,
        ...atMost('7'),
        shows: '7',
        baseline: '10',
        printedChange: { basis: 'CHANGE', by: '-3' },
        judged: { '7': 'MET', '7.1': 'MISSED', '6.9': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ sinh con thứ 3 trở lên so với năm trước thấp hơn hoặc bằng',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ sinh con thứ 3 trở lên',
        measure: percent,
        ...share,
        ...atMost(null),
        basis: 'NOT_WORSE',
        ...eachYear,
        judged: { '5 ×6': 'NO_BASELINE', '5, 5, 5.1, 5, 5, 5': 'MISSED' },
        knowing: {
          baseline: '5',
          judged: { '5 ×6': 'MET', '5 ×5, 5.1': 'MISSED', '4.9, 4.8, 4.7, 4.6, 4.5, 4.4': 'EXCEEDED' },
        },
      },
    ],
  },
  {
    printed: 'Mức giảm tỷ suất sinh thô bình quân hàng năm: 0,01%o',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ suất sinh thô',
        measure: ratio('‰', '1000'),
        ...change,
        ...atMost('-0.01'),
        ...meanOfYears,
        judged: { '15 ×6': 'NO_BASELINE' },
        // Six years of 0.01 are 0.06 by the end, whatever the years between.
        knowing: {
          baseline: '15',
          judged: { '15 ×5, 14.94': 'MET', '14.9 ×5, 14.95': 'MISSED', '15 ×5, 14.93': 'EXCEEDED' },
        },
      },
    ],
  },
];
