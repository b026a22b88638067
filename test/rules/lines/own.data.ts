import { above, between, meanOfYears, ratio, structure, yields, type Line } from './line.js';

/** Lines of another commune's plan (xã Xuân Ngọc, mục tiêu đến năm 2020): the model and the rules had no say in them. */
export const own: readonly Line[] = [
  {
    printed: 'Năng suất lúa đạt trên 127 tạ/ha/năm',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Năng suất lúa',
        measure: { ...yields, displayUnit: 'tạ/ha/năm' },
        ...above('12.7'),
        overUnits: 'RATIO',
        shows: '127',
        judged: { '12.7': 'MISSED', '12.69': 'MISSED', '12.71': 'MET', '1271/100': 'MET' },
      },
    ],
  },
  {
    printed: 'thu từ sản xuất nông nghiệp 35%; tiểu thủ công nghiệp, dịch vụ 65%',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Cơ cấu thu nhập',
        ...structure,
        parts: [
          ['sản xuất nông nghiệp', '35'],
          ['tiểu thủ công nghiệp, dịch vụ', '65'],
        ],
        partsSum: '100',
        judged: { '100': 'NOT_JUDGED' },
      },
    ],
  },
  {
    printed: 'Tỷ suất sinh hằng năm bình quân giảm còn 0,15 - 0,2%',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Tỷ suất sinh',
        measure: ratio('%', '100'),
        ...between(['0.15', '0.2'], 'DOWN'),
        ...meanOfYears,
        shows: '0.15',
        question: 'Tỷ suất sinh còn 0,15–0,2 % hay mỗi năm giảm bình quân 0,15–0,2 ‰?',
        readings: [
          { text: 'Bình quân năm còn 0,15–0,2 %' },
          { text: 'Mỗi năm giảm bình quân 0,015–0,02 điểm', basis: 'CHANGE', target: '-0.02', upperTarget: '-0.015' },
        ],
        judged: {
          '0.2 ×6': ['MET', 'NO_FIGURE'],
          '0.2 ×5, 0.21': ['MISSED', 'NO_FIGURE'],
          '0.1 ×6': ['EXCEEDED', 'NO_FIGURE'],
        },
        knowing: {
          baseline: '1.5',
          judged: {
            '1.5 ×5, 1.41': ['MISSED', 'MET'],
            '1.5 ×5, 1.42': ['MISSED', 'MISSED'],
            '1.4 ×5, 1.37': ['MISSED', 'EXCEEDED'],
          },
        },
      },
    ],
  },
];
