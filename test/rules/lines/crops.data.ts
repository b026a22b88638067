import { atLeast, eachYear, flow, head, hectare, money, scaled, season, tonne, yields, type Line } from './line.js';

/** Crops and animals: areas, yields, outputs, herds, seasons across New Year. */
export const crops: readonly Line[] = [
  {
    printed: 'lúa là 115/116 ha. Đạt 99,13% so với kế hoạch',
    states: [
      {
        name: 'Diện tích lúa vụ Xuân',
        measure: hectare,
        ...atLeast('116'),
        ...season('SPRING', '2021-spring'),
        shows: '116',
        result: '115',
        percent: '99.14',
        // Cut off, not rounded: 115 ÷ 116 = 99.138 percent.
        percentPrinted: '99.13',
        judged: { '116': 'MET', '115': 'MISSED', '116.1': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Cây ngô: Diện tích gieo trồng là 72 ha. Trong đó 50,3ha; … còn 21,7ha ngô sinh khối',
    states: [
      {
        name: 'Diện tích ngô vụ Xuân',
        measure: hectare,
        ...atLeast(null),
        ...season('SPRING', '2021-spring'),
        shows: '72',
        result: '72',
        parts: [
          ['(ngô lấy hạt, tên không in)', '50.3'],
          ['ngô sinh khối', '21.7'],
        ],
        partsSum: '72',
        question: 'Phần 50,3 ha là ngô lấy hạt?',
        readings: [{ text: 'Ngô lấy hạt' }, { text: 'Loại khác' }],
        judged: { '72': ['NO_TARGET', 'NO_TARGET'] },
      },
    ],
  },
  {
    printed: 'Rau màu: Diện tích 7.2 ha, sản lượng 46.8 tạ/ha',
    states: [
      {
        name: 'Diện tích rau màu',
        measure: hectare,
        ...atLeast(null),
        shows: '7.2',
        result: '7.2',
        judged: { '7.2': 'NO_TARGET' },
      },
      {
        name: 'Năng suất rau màu (in là "sản lượng")',
        measure: yields,
        ...atLeast(null),
        overUnits: 'RATIO',
        shows: '46.8',
        result: '4.68',
        question: '46.8 tạ/ha là năng suất hay sản lượng (tạ)?',
        readings: [{ text: 'Năng suất 46,8 tạ/ha' }, { text: 'Sản lượng 46,8 tạ' }],
        judged: { '4.68': ['NO_TARGET', 'NO_TARGET'], '33.696/7.2': ['NO_TARGET', 'NO_TARGET'] },
      },
    ],
  },
  {
    printed: 'Tổng đàn gia cầm 49.550 con, tăng 850 con so với cùng kỳ',
    states: [
      {
        name: 'Tổng đàn gia cầm',
        measure: head,
        ...atLeast(null),
        shows: '49550',
        result: '49550',
        baseline: '48700',
        change: { basis: 'CHANGE', by: '850' },
        judged: { '49550': 'NO_TARGET', '49550.5': 'WHOLE' },
      },
    ],
  },
  {
    printed: 'Tổng sản lương quy thóc: 1.001,16  tấn giảm 162 tấn so với cùng kỳ năm 2020',
    states: [
      {
        name: 'Tổng sản lượng lương thực quy thóc',
        measure: tonne,
        ...atLeast(null),
        ...flow,
        shows: '1001.16',
        result: '1001.16',
        baseline: '1163.16',
        change: { basis: 'CHANGE', by: '-162' },
        judged: { '1001.16': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'Ước thu từ trồng trọt : 13.503.000.000đ (Mười ba tỷ, năm trăm linh ba triệu đồng)',
    states: [
      {
        name: 'Thu từ trồng trọt',
        measure: money('đồng', 0),
        ...atLeast(null),
        ...flow,
        shows: '13503000000',
        result: '13503000000',
        judged: { '13503000000': 'NO_TARGET' },
      },
    ],
  },
  {
    printed:
      'Tổng diện tích gieo trồng hằng năm: 3.830 ha. (trong đó: … 2.700 ha; … 40 ha; … (Mỳ) 500; … 370 ha; … 100 ha; … 20 ha; Cây ăn quả 100 ha.',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Tổng diện tích gieo trồng',
        measure: hectare,
        ...atLeast('3830'),
        ...eachYear,
        shows: '3830',
        parts: [
          ['ngô lai, rau đậu', '2700'],
          ['lúa nước 2 vụ', '40'],
          ['cây tinh bột (mỳ)', '500'],
          ['mía', '370'],
          ['cà phê', '100'],
          ['ca cao, mắc ca, tiêu', '20'],
          ['cây ăn quả', '100'],
        ],
        partsSum: '3830',
        judged: { '3830 ×5': 'MET', '3830 ×2, 3829, 3900 ×2': 'MISSED', '3831 ×5': 'EXCEEDED', '3831, 3830 ×4': 'MET' },
      },
    ],
  },
  {
    printed: 'Trồng rừng mới:  30 ha/năm',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Trồng rừng mới',
        measure: scaled(hectare, 'ha/năm', 0),
        ...atLeast('30'),
        ...flow,
        ...eachYear,
        shows: '30',
        question: 'Năm vượt có bù cho năm thiếu không?',
        readings: [
          { text: 'Năm nào cũng đủ 30 ha' },
          { text: 'Cả 5 năm 150 ha', target: '150', overYears: 'TOTAL' },
          { text: 'Bình quân 30 ha một năm', overYears: 'MEAN' },
        ],
        judged: {
          '30 ×5': ['MET', 'MET', 'MET'],
          '30 ×4, 29': ['MISSED', 'MISSED', 'MISSED'],
          '29, 31, 30 ×3': ['MISSED', 'MET', 'MET'],
          '29, 32, 30 ×3': ['MISSED', 'EXCEEDED', 'EXCEEDED'],
          '31 ×5': ['EXCEEDED', 'EXCEEDED', 'EXCEEDED'],
        },
      },
    ],
  },
  {
    printed: 'Lúa: diện tích đạt 207 ha, năng suất trung bình năm đạt 140tạ/ha, sản lượng đạt 2.898 tấn',
    plan: { year: 2016, untilYear: 2020 },
    states: [
      {
        name: 'Diện tích lúa',
        measure: hectare,
        ...atLeast('207'),
        shows: '207',
        question: 'Diện tích là diện tích canh tác (không phải gieo trồng)?',
        readings: [{ text: 'Canh tác 207 ha' }, { text: 'Gieo trồng hai vụ 414 ha', target: '414' }],
        judged: { '207': ['MET', 'MISSED'], '206.9': ['MISSED', 'MISSED'], '414.1': ['EXCEEDED', 'EXCEEDED'] },
      },
      {
        name: 'Năng suất lúa cả năm',
        measure: yields,
        ...atLeast('14'),
        overUnits: 'RATIO',
        shows: '140',
        judged: { '2898/207': 'MET', '2897/207': 'MISSED', '14.01': 'EXCEEDED' },
      },
      {
        name: 'Sản lượng lúa',
        measure: tonne,
        ...atLeast('2898'),
        ...flow,
        shows: '2898',
        judged: { '2898': 'MET', '2897.9': 'MISSED', '2898.1': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Sản lượng lúa:2.961 tấn; Sản lượng bắp: 14 tấn',
    plan: { year: 2022 },
    states: [
      {
        name: 'Sản lượng lúa',
        measure: tonne,
        ...atLeast('2961'),
        ...flow,
        shows: '2961',
        judged: { '2961': 'MET', '2960.9': 'MISSED', '2961.1': 'EXCEEDED' },
      },
      {
        name: 'Sản lượng bắp',
        measure: tonne,
        ...atLeast('14'),
        ...flow,
        shows: '14',
        judged: { '14': 'MET', '13.9': 'MISSED', '14.1': 'EXCEEDED' },
      },
    ],
  },
];
