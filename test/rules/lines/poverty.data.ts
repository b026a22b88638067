import {
  atMost,
  below,
  between,
  change,
  eachYear,
  exactly,
  household,
  percent,
  ratio,
  share,
  type Line,
} from './line.js';

/** Poverty, births and population: levels to come down to, falls in points, falls of every year. */
export const poverty: readonly Line[] = [
  {
    printed: 'Tỷ lệ tăng dân số tự nhiên hàng năm: 1,1%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ tăng dân số tự nhiên',
        measure: percent,
        ...atMost('1.1'),
        ...eachYear,
        shows: '1.1',
        question: 'Không quá 1,1 % hay đạt 1,1 %?',
        readings: [{ text: 'Không quá 1,1 %' }, { text: 'Đạt đúng 1,1 %', comparator: 'EQUAL' }],
        judged: { '1.1 ×6': ['MET', 'MET'], '1.1 ×5, 1.2': ['MISSED', 'MISSED'], '1 ×6': ['EXCEEDED', 'MISSED'] },
      },
    ],
  },
  {
    printed: '+  Mức giảm sinh 0,5%',
    plan: { year: 2022 },
    states: [
      {
        name: 'Mức giảm sinh',
        measure: ratio('‰', '1000'),
        ...change,
        ...atMost('-0.5'),
        question: '0,5 % hay 0,5 ‰?',
        readings: [{ text: 'Giảm 0,5 ‰' }, { text: 'Giảm 0,5 % (5 ‰)', target: '-5' }],
        judged: { '14.5': ['NO_FIGURE', 'NO_FIGURE'] },
        knowing: {
          baseline: '15',
          judged: {
            '14.5': ['MET', 'MISSED'],
            '14.6': ['MISSED', 'MISSED'],
            '14.4': ['EXCEEDED', 'MISSED'],
            '10': ['EXCEEDED', 'MET'],
          },
        },
      },
    ],
  },
  {
    printed: 'Tỷ lệ hộ nghèo, cận nghèo đến năm 2020 còn 0,7%, giảm 0,5% so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Tỷ lệ hộ nghèo, cận nghèo',
        measure: percent,
        ...share,
        ...atMost('0.7'),
        shows: '0.7',
        baseline: '1.2',
        printedChange: { basis: 'CHANGE', by: '-0.5' },
        judged: { '0.7': 'MET', '0.8': 'MISSED', '0.6': 'EXCEEDED', '7/1000': 'MET' },
      },
    ],
  },
  {
    printed:
      'Tỷ lệ hộ nghèo còn 1% đến năm 2020 (theo tiêu chí chuẩn hộ nghèo giai đoạn 2011 - 2015), giảm 2,7% so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Tỷ lệ hộ nghèo (chuẩn 2011-2015)',
        measure: percent,
        ...share,
        ...atMost('1'),
        shows: '1',
        baseline: '3.7',
        printedChange: { basis: 'CHANGE', by: '-2.7' },
        judged: { '1': 'MET', '1.1': 'MISSED', '0.9': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng dưới 7% giảm 3,4% so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng',
        measure: percent,
        ...share,
        ...below('7'),
        shows: '7',
        baseline: '10.4',
        printedChange: { basis: 'CHANGE', by: '-3.4' },
        judged: { '7': 'MISSED', '7.1': 'MISSED', '6.9': 'MET' },
      },
    ],
  },
  {
    printed: 'Phấn đấu đến năm 2025 không còn hộ nghèo trên địa bàn phường',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Số hộ nghèo',
        measure: household,
        ...exactly('0', 'DOWN'),
        judged: { '0': 'MET', '1': 'MISSED', '-1': 'NEGATIVE' },
      },
    ],
  },
  {
    printed: 'duy trì tỉ lệ tăng dân số tự nhiên ở mức dưới 1%',
    plan: { year: 2023 },
    states: [
      {
        name: 'Tỷ lệ tăng dân số tự nhiên',
        measure: percent,
        ...below('1'),
        shows: '1',
        judged: { '1': 'MISSED', '1.1': 'MISSED', '0.9': 'MET' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ hộ nghèo giảm từ 0,5% trở lên',
    plan: { year: 2023 },
    states: [
      {
        name: 'Tỷ lệ hộ nghèo',
        measure: percent,
        ...share,
        ...change,
        ...atMost('-0.5'),
        question: 'Mức giảm 0,5 điểm phần trăm?',
        readings: [{ text: 'Giảm từ 0,5 điểm phần trăm' }, { text: 'Giảm từ 0,5 % số hộ nghèo', basis: 'GROWTH' }],
        judged: { '4.5': ['NO_FIGURE', 'NO_FIGURE'] },
        knowing: {
          baseline: '5',
          judged: {
            '4.5': ['MET', 'EXCEEDED'],
            '4.6': ['MISSED', 'EXCEEDED'],
            '4.4': ['EXCEEDED', 'EXCEEDED'],
            '4.975': ['MISSED', 'MET'],
            '4.98': ['MISSED', 'MISSED'],
          },
        },
      },
    ],
  },
  {
    printed: 'tỷ lệ hộ nghèo giảm hàng năm 0,5%-0,8%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ hộ nghèo',
        measure: percent,
        ...share,
        ...change,
        ...between(['-0.8', '-0.5'], 'DOWN'),
        ...eachYear,
        question: 'Giảm 0,9 điểm có phải vượt chỉ tiêu?',
        readings: [{ text: 'Vượt' }, { text: 'Ngoài khoảng', beyond: 'MISSED' }],
        judged: { '5, 4.5, 4, 3.5, 3, 2.5': ['NO_FIGURE', 'NO_FIGURE'] },
        knowing: {
          baseline: '6',
          judged: {
            '5.5, 5, 4.5, 4, 3.5, 3': ['MET', 'MET'],
            '5.5, 5, 4.5, 4.1, 3.6, 3': ['MISSED', 'MISSED'],
            '5.5, 5, 4.5, 4, 3.5, 2.6': ['MET', 'MISSED'],
            '5.1, 4.2, 3.3, 2.4, 1.5, 0.6': ['EXCEEDED', 'MISSED'],
          },
        },
      },
    ],
  },
  {
    printed: 'tỷ lệ hộ nghèo duy trì giảm ở mức dưới 2%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ hộ nghèo',
        measure: percent,
        ...share,
        ...below('2'),
        shows: '2',
        question: 'Giữ dưới 2 % hay tiếp tục giảm từ mức đang dưới 2 %?',
        readings: [
          { text: 'Giữ dưới 2 %' },
          { text: 'Năm sau thấp hơn năm trước', basis: 'CHANGE', target: '0', overYears: 'EACH' },
        ],
        judged: { '2': ['MISSED', 'NO_FIGURE'], '1.9': ['MET', 'NO_FIGURE'], '2.1': ['MISSED', 'NO_FIGURE'] },
        knowing: {
          baseline: '1.9',
          judged: {
            '1.8, 1.7, 1.6, 1.5, 1.4, 1.3': ['MET', 'MET'],
            '1.8, 1.7, 1.7, 1.5, 1.4, 1.3': ['MET', 'MISSED'],
            '1.8, 1.7, 1.6, 1.5, 1.4, 2': ['MISSED', 'MISSED'],
          },
        },
      },
    ],
  },
];
