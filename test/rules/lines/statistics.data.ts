import { above, atLeast, atMost, percent, persons, ratio, share, structure, unjudged, type Line } from './line.js';

const grades = [
  'Không hoàn thành nhiệm vụ',
  'Hoàn thành nhiệm vụ',
  'Hoàn thành tốt nhiệm vụ',
  'Hoàn thành xuất sắc nhiệm vụ',
];

/** Statistics, ratios of other factors than a hundred, distributions of grades, shares and their totals. */
export const statistics: readonly Line[] = [
  {
    printed: 'điều tra làm rõ 3.026/3.389 vụ phạm tội về trật tự xã hội, đạt 89,29%',
    plan: { year: 2020 },
    states: [
      {
        name: 'Tỷ lệ điều tra làm rõ',
        measure: percent,
        ...share,
        ...atLeast(null),
        overUnits: 'RATIO',
        shows: '89.29',
        result: '89.29',
        judged: { '3026/3389': 'NO_TARGET', '89.29': 'NO_TARGET', '3390/3389': 'MORE_THAN_ALL' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ tăng tự nhiên dân số % 7,55 8,52 9,55 8,22 7,19 7,42',
    plan: { year: 2018, untilYear: 2023 },
    states: [
      {
        name: 'Tỷ lệ tăng tự nhiên dân số',
        measure: ratio('‰', '1000'),
        ...unjudged(),
        question: 'Đơn vị là ‰?',
        readings: [{ text: 'Phần nghìn' }, { text: 'Phần trăm như in' }],
        judged: { '7.55, 8.52, 9.55, 8.22, 7.19, 7.42': ['NOT_JUDGED', 'NOT_JUDGED'] },
      },
    ],
  },
  {
    printed: 'tỷ số giới tính khi sinh 109,4 bé trai/100 bé gái',
    plan: { year: 2013 },
    states: [
      {
        name: 'Tỷ số giới tính khi sinh',
        measure: ratio('bé trai/100 bé gái', '100'),
        ...atMost(null),
        overUnits: 'RATIO',
        shows: '109.4',
        result: '109.4',
        judged: { '109.4': 'NO_TARGET', '547/500': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'Tỷ số tử vong mẹ (trên 100000 trẻ đẻ ra sống): 46* | 46* | 52',
    plan: { year: 2020 },
    states: [
      {
        name: 'Tỷ số tử vong mẹ',
        measure: ratio('trên 100.000 trẻ đẻ sống', '100000'),
        ...atMost('52'),
        overUnits: 'RATIO',
        shows: '52',
        judged: { '52': 'MET', '53': 'MISSED', '51': 'EXCEEDED', '13/25000': 'MET', '46': 'EXCEEDED' },
      },
    ],
  },
  {
    printed:
      '09 đơn vị Hoàn thành tốt nhiệm vụ ( 03 đơn vị Hoàn thành xuất sắc nhiệm vụ); 03 đơn vị Hoàn thành nhiệm vụ',
    plan: { year: 2020 },
    states: [
      {
        name: 'Xếp loại đơn vị trong cụm',
        measure: { unit: 'GRADE', displayUnit: 'đơn vị', scale: 0, factor: null },
        ...unjudged(),
        direction: 'UP',
        grades,
        question: '9 có gồm 3 đơn vị xuất sắc không (12 hay 15 đơn vị)?',
        readings: [{ text: 'Gồm: cụm có 12 đơn vị' }, { text: 'Không gồm: cụm có 15 đơn vị' }],
        judged: {
          'Hoàn thành xuất sắc nhiệm vụ': ['NOT_JUDGED', 'NOT_JUDGED'],
          'Hoàn thành nhiệm vụ': ['NOT_JUDGED', 'NOT_JUDGED'],
          Khá: 'WORDS',
        },
      },
    ],
  },
  {
    printed: 'Phường 1: 2069/2110 hộ. Đạt 98,06% … Phường Nhị Mỹ: 1243/1268 hộ. Đạt 98,03%',
    plan: { year: 2022 },
    states: [
      {
        name: 'Tỷ lệ hộ được thu gom rác',
        measure: percent,
        ...share,
        ...above('98'),
        overUnits: 'RATIO',
        // The ratio of the sums, 8366/8532 = 98.05 percent; never a mean of percentages.
        result: '2069/2110; 1172/1194; 679/692; 1528/1559; 1675/1709; 1243/1268',
        percent: '100.06',
        judged: {
          '2069/2110; 1172/1194; 679/692; 1528/1559; 1675/1709; 1243/1268': 'MET',
          '98/100; 98/100': 'MISSED',
          '97/100; 989/1000': 'MET',
          '97.9': 'MISSED',
        },
      },
    ],
  },
  {
    printed: 'Số hộ dùng nƣớc hợp vệ sinh tăng từ 3% trở lên (để đạt 84% trở lên)',
    states: [
      {
        name: 'Tỷ lệ hộ dùng nước hợp vệ sinh',
        measure: percent,
        ...share,
        ...atLeast('84'),
        shows: '84',
        baseline: '81',
        printedChange: { basis: 'CHANGE', by: '3' },
        judged: { '84': 'MET', '83.9': 'MISSED', '84.1': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Lƣơng thực bình quân đầu ngƣời 700kg/ năm trở lên',
    states: [
      {
        name: 'Lương thực bình quân đầu người',
        // Tonnes of a person times a thousand.
        measure: ratio('kg/người/năm', '1000'),
        ...atLeast('700'),
        overUnits: 'RATIO',
        shows: '700',
        judged: { '700': 'MET', '699': 'MISSED', '701': 'EXCEEDED', '127000/181000': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'xuất sắc … 15 …, tỷ lệ 21%; … tốt … 55 … 76,3 % ; 02 … 2,7%',
    plan: { year: 2019 },
    states: [
      {
        name: 'Xếp loại đảng viên',
        ...structure,
        direction: 'UP',
        parts: [
          ['HTXSNV', '21'],
          ['HTTNV', '76.3'],
          ['HTNV', '2.7'],
        ],
        partsSum: '100',
        question: 'Đảng viên thứ 73 xếp loại gì?',
        readings: [{ text: 'Chưa xếp loại' }, { text: 'Hoàn thành xuất sắc nhiệm vụ' }],
        judged: { '72/73': ['NOT_JUDGED', 'NOT_JUDGED'] },
      },
      {
        // 15, 55 and 2 are 72 of the 73 members.
        name: 'Số đảng viên được xếp loại',
        measure: persons('đảng viên'),
        ...unjudged('73'),
        parts: [
          ['HTXSNV', '15'],
          ['HTTNV', '55'],
          ['HTNV', '2'],
        ],
        partsSum: '72',
        finding: 'PARTS',
        judged: { '73': 'NOT_JUDGED' },
      },
    ],
  },
  {
    printed: '18 … chiến sĩ thi đua cơ sở, tỉ lệ 31,58%; 34 … Lao động tiên tiến, tỉ lệ 54,6%',
    plan: { year: 2013 },
    states: [
      {
        name: 'Chiến sĩ thi đua cơ sở',
        measure: persons('người'),
        ...atLeast(null),
        overTime: 'SUM',
        reported: '2012-2013',
        shows: '18',
        result: '18',
        judged: { '18': 'NO_TARGET' },
      },
      {
        name: 'Lao động tiên tiến',
        measure: persons('người'),
        ...atLeast(null),
        overTime: 'SUM',
        reported: '2012-2013',
        shows: '34',
        result: '34',
        // 34 of the 57 that the first share implies are 59.65 percent.
        question: '54,6 % tính trên tổng nào?',
        readings: [{ text: 'Trên 57 người: tỉ lệ in sai' }, { text: 'Trên một tổng khác' }],
        judged: { '34': ['NO_TARGET', 'NO_TARGET'] },
      },
    ],
  },
];
