import { atLeast, between, eachYear, flow, growth, meanOfYears, money, percent, tonne, type Line } from './line.js';

/** Growth: rates that are reported as rates, and growth of a figure over its year before. */
export const growthLines: readonly Line[] = [
  {
    printed: 'Tỷ lệ tăng thu cân đối NSĐP thực hiện so năm trước: 10% trở lên',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tăng thu cân đối NSĐP so năm trước',
        measure: percent,
        ...atLeast('10'),
        ...eachYear,
        shows: '10',
        judged: { '10 ×6': 'MET', '10 ×5, 9.9': 'MISSED', '-2, 12 ×5': 'MISSED', '10.1 ×5, 150': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Giá trị Công nghiệp, tiểu thủ công nghiệp tăng 5-7%',
    plan: { year: 2022 },
    states: [
      {
        name: 'Giá trị CN-TTCN',
        measure: money('tỷ đồng', 9),
        ...growth,
        ...between(['5', '7']),
        ...flow,
        question: 'Từ 5 % trở lên là đạt?',
        readings: [
          { text: 'Trong khoảng 5–7 %', beyond: 'MISSED' },
          { text: 'Từ 5 % trở lên', comparator: 'AT_LEAST', upperTarget: null },
        ],
        judged: { '105000000000': ['NO_FIGURE', 'NO_FIGURE'] },
        knowing: {
          baseline: '100000000000',
          judged: {
            '105000000000': ['MET', 'MET'],
            '104000000000': ['MISSED', 'MISSED'],
            '107000000000': ['MET', 'EXCEEDED'],
            '108000000000': ['MISSED', 'EXCEEDED'],
          },
        },
      },
    ],
  },
  {
    printed: 'Sản lượng lương thực có hạt bình quân hàng năm: 1.734 tấn, giảm 0,3 lần so với năm 2015',
    plan: { year: 2016, untilYear: 2020 },
    states: [
      {
        name: 'Sản lượng lương thực có hạt bình quân năm',
        measure: tonne,
        ...atLeast('1734'),
        ...flow,
        ...meanOfYears,
        shows: '1734',
        baseline: '2477',
        printedChange: { basis: 'MULTIPLE', by: '0.7' },
        question: '"giảm 0,3 lần" là còn 0,7 lần?',
        readings: [{ text: 'Còn 0,7 lần: năm 2015 là 2.477 tấn' }, { text: 'Chia cho 1,3: năm 2015 là 2.254 tấn' }],
        judged: {
          '1734 ×5': ['MET', 'MET'],
          '1700, 1734 ×3, 1768': ['MET', 'MET'],
          '1734 ×4, 1733': ['MISSED', 'MISSED'],
          '1734 ×4, 1735': ['EXCEEDED', 'EXCEEDED'],
        },
      },
    ],
  },
  {
    printed:
      'Tốc độ tăng giá trị sản xuất bình quân hàng năm (giá so sánh năm 2010) đạt 16%, trong đó: … tăng 6%; … tăng 18,4%; … tăng 18,2%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tốc độ tăng giá trị sản xuất',
        measure: percent,
        ...atLeast('16'),
        ...meanOfYears,
        shows: '16',
        // Rates of branches weigh in their whole, and do not add up to it.
        parts: [
          ['nông, lâm, thủy sản', '6'],
          ['công nghiệp - xây dựng', '18.4'],
          ['dịch vụ', '18.2'],
        ],
        judged: { '16 ×6': 'MET', '15, 17, 16 ×4': 'MET', '16 ×5, 15.9': 'MISSED', '16 ×5, 16.1': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Tốc độ tăng trưởng kinh tế (GRDP) phấn đấu từ 7,5% trở lên',
    plan: { year: 2023 },
    states: [
      {
        name: 'Tốc độ tăng GRDP',
        measure: percent,
        ...atLeast('7.5'),
        shows: '7.5',
        judged: { '7.5': 'MET', '7.4': 'MISSED', '7.6': 'EXCEEDED', '-1.2': 'MISSED' },
      },
    ],
  },
  {
    printed: 'Thu ngân sách nhà nước trên địa bàn tăng bình quân 10-12 %/năm theo chỉ tiêu Quận giao',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Thu NSNN trên địa bàn',
        measure: money('tỷ đồng', 9),
        ...growth,
        ...between(['10', '12']),
        ...flow,
        ...meanOfYears,
        question: 'Quận giao khác 10–12 % thì theo số nào?',
        readings: [
          { text: 'Theo 10–12 %' },
          { text: 'Theo số Quận giao', comparator: 'AT_LEAST', basis: 'LEVEL', target: null, upperTarget: null },
        ],
        judged: { '1 ×6': ['NO_FIGURE', 'NO_TARGET'] },
        // Six years at 10 percent: 1.771561 times; at 12 percent: 1.973822685184 times.
        knowing: {
          baseline: '1000000000',
          judged: {
            '1100000000, 1200000000, 1300000000, 1400000000, 1500000000, 1771561000': ['MET', 'NO_TARGET'],
            '1500000000 ×5, 1771560999': ['MISSED', 'NO_TARGET'],
            '1500000000 ×5, 1973822685': ['MET', 'NO_TARGET'],
            '1500000000 ×5, 1973822686': ['EXCEEDED', 'NO_TARGET'],
          },
        },
      },
    ],
  },
];
