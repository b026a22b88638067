import { above, atLeast, between, flow, money, percentOf, ratio, type Line } from './line.js';

/** Money: revenue, investment, values of a hectare or a head, taxes. */
export const moneyLines: readonly Line[] = [
  {
    printed: 'Giá trị sản xuất nông nghiệp, thủy sản đến năm 2020 đạt trên 272 triệu đồng',
    plan: { year: 2016, untilYear: 2020 },
    states: [
      {
        name: 'Giá trị sản xuất nông nghiệp, thủy sản',
        measure: money('triệu đồng', 6),
        ...above('272000000'),
        ...flow,
        shows: '272',
        question: '272 triệu hay 272 tỷ đồng?',
        readings: [{ text: '272 triệu đồng' }, { text: '272 tỷ đồng', target: '272000000000' }],
        judged: {
          '272000000': ['MISSED', 'MISSED'],
          '271000000': ['MISSED', 'MISSED'],
          '273000000': ['MET', 'MISSED'],
          '272000000001': ['MET', 'MET'],
        },
      },
    ],
  },
  {
    printed: 'Tổng thu ngân sách trên địa bàn đạt 100% chỉ tiêu trở lên',
    plan: { year: 2022 },
    states: [
      {
        name: 'Thu ngân sách so với chỉ tiêu',
        measure: percentOf('chỉ tiêu'),
        ...atLeast('100'),
        overUnits: 'RATIO',
        shows: '100',
        judged: { '100': 'MET', '99.9': 'MISSED', '100.1': 'EXCEEDED', '137700000/100000000': 'EXCEEDED' },
      },
    ],
  },
  {
    printed:
      'Tổng giá trị sản xuất trên địa bàn năm 2020 đạt 1.184 tỷđ, tăng gấp 2 lần so với năm 2015, tốc độ tăng trưởng hàng năm 14,7%',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Tổng giá trị sản xuất',
        measure: money('tỷ đồng', 9),
        ...atLeast('1184000000000'),
        ...flow,
        shows: '1184',
        baseline: '592000000000',
        printedChange: { basis: 'MULTIPLE', by: '2' },
        judged: { '1184000000000': 'MET', '1183000000000': 'MISSED', '1185000000000': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Tổng vốn đầu tư toàn xã hội (5 năm): 1.085tỷđ, gấp 2,2 lần so với giai đoạn 2010- 2015',
    plan: { year: 2016, untilYear: 2020 },
    states: [
      {
        name: 'Tổng vốn đầu tư toàn xã hội 5 năm',
        measure: money('tỷ đồng', 9),
        ...atLeast('1085000000000'),
        ...flow,
        overYears: 'TOTAL',
        shows: '1085',
        baseline: '493000000000',
        printedChange: { basis: 'MULTIPLE', by: '2.2' },
        judged: {
          '217000000000 ×5': 'MET',
          '217000000000 ×4, 216000000000': 'MISSED',
          '217000000000 ×4, 218000000000': 'EXCEEDED',
        },
      },
    ],
  },
  {
    printed:
      'Tổng giá trị sản xuất địa bàn năm 2020 đạt 423,5 tỷ đồng, tăng 3,76 lần so với năm 2015, tốc độ tăng trưởng hàng năm 14,3%',
    plan: { year: 2016, untilYear: 2020 },
    states: [
      {
        name: 'Tổng giá trị sản xuất',
        measure: money('tỷ đồng', 9),
        ...atLeast('423500000000'),
        ...flow,
        shows: '423.5',
        baseline: '112600000000',
        printedChange: { basis: 'MULTIPLE', by: '3.76' },
        // The level is judged, whichever of the two changes is right.
        question: 'Tăng 3,76 lần hay 1,95 lần (14,3 %/năm)?',
        readings: [{ text: 'Gấp 3,76 lần năm 2015' }, { text: 'Gấp 1,95 lần năm 2015' }],
        judged: {
          '423500000000': ['MET', 'MET'],
          '423400000000': ['MISSED', 'MISSED'],
          '423600000000': ['EXCEEDED', 'EXCEEDED'],
        },
      },
    ],
  },
  {
    printed: 'Giá trị thu nhập/ha đạt 125-135 triệu đồng',
    plan: { year: 2023 },
    states: [
      {
        name: 'Giá trị thu nhập trên 1 ha',
        measure: ratio('triệu đồng/ha', '1', 6),
        ...between(['125000000', '135000000']),
        overUnits: 'RATIO',
        shows: '125',
        question: '140 triệu là vượt hay ngoài khoảng?',
        readings: [{ text: 'Vượt' }, { text: 'Ngoài khoảng', beyond: 'MISSED' }],
        judged: {
          '125000000': ['MET', 'MET'],
          '135000000': ['MET', 'MET'],
          '124000000': ['MISSED', 'MISSED'],
          '140000000': ['EXCEEDED', 'MISSED'],
        },
      },
    ],
  },
  {
    printed: 'Tổng vốn đầu tư trên địa bàn đạt 43,5 nghìn tỷ đồng trở lên',
    plan: { year: 2023 },
    states: [
      {
        name: 'Tổng vốn đầu tư',
        measure: money('nghìn tỷ đồng', 12),
        ...atLeast('43500000000000'),
        ...flow,
        shows: '43.5',
        judged: { '43500000000000': 'MET', '43400000000000': 'MISSED', '43600000000000': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'giá trị sản xuất nông nghiệp đạt 230 triệu/ha/năm',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Giá trị sản xuất nông nghiệp trên ha',
        measure: ratio('triệu đồng/ha/năm', '1', 6),
        ...atLeast('230000000'),
        overUnits: 'RATIO',
        shows: '230',
        judged: { '230000000': 'MET', '229000000': 'MISSED', '231000000': 'EXCEEDED', '69000000000/300': 'MET' },
      },
    ],
  },
  {
    printed: 'tổng thu ngân sách phường đạt 8.254,817 triệu đồng bằng 113% so với kế hoạch',
    states: [
      {
        name: 'Tổng thu ngân sách phường',
        measure: money('triệu đồng', 6),
        ...atLeast(null),
        ...flow,
        shows: '8254.817',
        result: '8254817000',
        judged: { '8254817000': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'GDP bình quân đầu người đến năm 2025 đạt khoảng 4.700 - 5.000 USD',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'GDP bình quân đầu người',
        measure: ratio('USD/người'),
        ...between(['4700', '5000']),
        overUnits: 'RATIO',
        shows: '4700',
        judged: { '4700': 'MET', '4699': 'MISSED', '5000': 'MET', '5001': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Thu thuế công thương nghiệp đạt 102% (4,896 tỷ/4,8 tỷ), thuế nhà đất đạt 120% (265 triệu/220 triệu)',
    plan: { year: 2008 },
    states: [
      {
        name: 'Thuế công thương nghiệp',
        measure: money('tỷ', 9),
        ...atLeast('4800000000'),
        ...flow,
        shows: '4.8',
        result: '4896000000',
        percent: '102',
        judged: { '4800000000': 'MET', '4799000000': 'MISSED', '4801000000': 'EXCEEDED' },
      },
      {
        name: 'Thuế nhà đất',
        measure: money('triệu', 6),
        ...atLeast('220000000'),
        ...flow,
        shows: '220',
        result: '265000000',
        percent: '120.45',
        // Without its decimals.
        percentPrinted: '120',
        judged: { '220000000': 'MET', '219000000': 'MISSED', '221000000': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Nâng thu nhập bình quân của một lao động … từ 7 triệu năm 2005 lên 14 triệu vào năm 2010',
    plan: { year: 2006, untilYear: 2010 },
    states: [
      {
        name: 'Thu nhập bình quân một lao động',
        measure: money('triệu đồng', 6),
        ...atLeast('14000000'),
        baseline: '7000000',
        shows: '14',
        judged: { '14000000': 'MET', '13900000': 'MISSED', '14100000': 'EXCEEDED' },
      },
    ],
  },
];
