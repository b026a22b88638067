import { areas, atLeast, household, number, percent, share, type Line } from './line.js';

/** Schools, hamlets and households: counts out of a total, a title, a count against an earlier year. */
export const hamlets: readonly Line[] = [
  {
    printed: '20 doanh nghiệp, tăng 2,5 lần so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Số doanh nghiệp',
        measure: number('doanh nghiệp'),
        ...atLeast('20'),
        shows: '20',
        baseline: '8',
        printedChange: { basis: 'MULTIPLE', by: '2.5' },
        question: 'Năm 2015 có 8 doanh nghiệp?',
        readings: [
          { text: 'Gấp 2,5 lần: năm 2015 có 8 doanh nghiệp' },
          { text: 'Gấp 3,5 lần', basis: 'MULTIPLE', target: '3.5', needsBaseline: true },
        ],
        judged: { '20': ['MET', 'MISSED'], '19': ['MISSED', 'MISSED'], '28': ['EXCEEDED', 'MET'] },
      },
    ],
  },
  {
    printed: 'Số trường đạt chuẩn quốc gia 4/4 trường, tăng 25% so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Trường đạt chuẩn quốc gia',
        measure: number('trường'),
        ...atLeast('4'),
        outOf: '4',
        shows: '4',
        baseline: '3',
        // 25 points of four schools are one school.
        printedChange: { basis: 'CHANGE', by: '1' },
        judged: { '4/4': 'MET', '3/4': 'MISSED', '5/4': 'MORE_THAN_ALL' },
      },
    ],
  },
  {
    printed: 'Số trường đạt chuẩn quốc gia: 3 trường = 100%',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Trường đạt chuẩn quốc gia',
        measure: number('trường'),
        ...atLeast('3'),
        outOf: '3',
        shows: '3',
        judged: { '3/3': 'MET', '2/3': 'MISSED', '4/3': 'MORE_THAN_ALL' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ số xã đạt chuẩn nông thôn mới năm 2025 đạt 50% (8 xã), trong đó: … nâng cao 6,25% (1 xã)',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Xã đạt chuẩn NTM',
        measure: percent,
        ...share,
        ...atLeast('50'),
        overUnits: 'RATIO',
        shows: '50',
        judged: { '8/16': 'MET', '7/16': 'MISSED', '9/16': 'EXCEEDED', '50': 'MET' },
      },
      {
        name: 'xã NTM nâng cao',
        measure: percent,
        ...share,
        ...atLeast('6.25'),
        overUnits: 'RATIO',
        shows: '6.25',
        judged: { '1/16': 'MET', '0/16': 'MISSED', '2/16': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ đường giao thông trên địa bàn (không tính quốc lộ và tỉnh lộ) được cứng hóa đến năm 2025: 80%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ đường giao thông được cứng hóa',
        measure: percent,
        ...share,
        ...atLeast('80'),
        overUnits: 'RATIO',
        shows: '80',
        judged: { '80': 'MET', '79.9': 'MISSED', '80.1': 'EXCEEDED', '120.4/150.5': 'MET' },
      },
    ],
  },
  {
    printed: 'nâng cao chất lượng 10/10 thôn văn hóa',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Thôn văn hóa',
        measure: areas('thôn'),
        ...atLeast('10'),
        outOf: '10',
        shows: '10',
        judged: { '10/10': 'MET', '9/10': 'MISSED', '11/10': 'MORE_THAN_ALL' },
      },
    ],
  },
  {
    printed: '13/14 tổ dân phố đạt tổ dân phố văn hóa',
    states: [
      {
        name: 'Tổ dân phố văn hóa',
        measure: areas('tổ dân phố'),
        ...atLeast(null),
        outOf: '14',
        shows: '13',
        result: '13/14',
        judged: { '13/14': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: '90/93 hộ gia đình xét đạt danh hiệu gia đình văn hóa (chiếm tỷ lệ 97%)',
    plan: { year: 2020 },
    states: [
      {
        name: 'Gia đình văn hóa',
        measure: household,
        ...atLeast(null),
        outOf: '93',
        shows: '90',
        result: '90/93',
        judged: { '90/93': 'NO_TARGET' },
      },
    ],
  },
];
