import { above, atLeast, flow, head, hectare, number, scaled, season, tonne, yields, type Line } from './line.js';

/** Crops and animals of reports and of several seasons. */
export const harvests: readonly Line[] = [
  {
    printed: 'cây nghệ đỏ:18/15ha, thu về 367 tấn, tăng 20% so với kế hoạch',
    plan: { year: 2022 },
    states: [
      {
        name: 'Diện tích nghệ đỏ',
        measure: hectare,
        ...atLeast('15'),
        shows: '15',
        result: '18',
        percent: '120',
        judged: { '15': 'MET', '14.9': 'MISSED', '18': 'EXCEEDED' },
      },
      {
        name: 'Sản lượng nghệ đỏ',
        measure: tonne,
        ...atLeast(null),
        ...flow,
        shows: '367',
        result: '367',
        judged: { '367': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'vụ Đông xuân: … 355,2/355,2 ha. Trong đó: … 198,2 ha, … 140 ha, … 15 ha, … 2,0 ha; cây lâu năm 229,5 ha',
    plan: { year: 2022 },
    states: [
      {
        name: 'Diện tích gieo trồng vụ Đông xuân',
        measure: hectare,
        ...atLeast('355.2'),
        ...season('WINTER_SPRING', '2021-2022-winter-spring'),
        shows: '355.2',
        result: '355.2',
        percent: '100',
        parts: [
          ['cây lương thực', '198.2'],
          ['cây thực phẩm', '140'],
          ['cây công nghiệp ngắn ngày', '15'],
          ['cây công nghiệp khác', '2'],
        ],
        partsSum: '355.2',
        judged: { '355.2': 'MET', '355.1': 'MISSED', '355.3': 'EXCEEDED' },
      },
      {
        name: 'Cây lâu năm',
        measure: hectare,
        ...atLeast(null),
        shows: '229.5',
        result: '229.5',
        judged: { '229.5': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'Ngô: toàn xã gieo trỉa được 57 ha, đạt 65,5% kế hoạch, năng suất 50 tạ/ha, sản lượng 285 tấn',
    states: [
      {
        name: 'Diện tích ngô vụ đông',
        measure: hectare,
        ...atLeast(null),
        ...season('WINTER', '2021-winter'),
        shows: '57',
        result: '57',
        judged: { '57': 'NO_TARGET' },
        // The plan is not printed; 57 ha are 65.5 percent of 87 ha.
        knowing: { target: '87', judged: { '87': 'MET', '57': 'MISSED', '87.1': 'EXCEEDED' } },
      },
      {
        name: 'Năng suất ngô',
        measure: yields,
        ...atLeast(null),
        overUnits: 'RATIO',
        shows: '50',
        result: '5',
        judged: { '5': 'NO_TARGET', '285/57': 'NO_TARGET' },
      },
      {
        name: 'Sản lượng ngô',
        measure: tonne,
        ...atLeast(null),
        ...flow,
        shows: '285',
        result: '285',
        judged: { '285': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'Tổng diện tích vụ đông năm 2022-2023 là: 213,86ha, trong đó: … 68,86 ha; … 10 ha; … 120ha; … 15ha',
    plan: { year: 2023 },
    states: [
      {
        name: 'Diện tích vụ đông 2022-2023',
        measure: hectare,
        ...atLeast(null),
        ...season('WINTER', '2022-2023-winter'),
        shows: '213.86',
        result: '213.86',
        parts: [
          ['ngô thường', '68.86'],
          ['khoai lang, khoai tây', '10'],
          ['rau màu', '120'],
          ['ớt xuất khẩu', '15'],
        ],
        partsSum: '213.86',
        judged: { '213.86': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'Tổng diện tích gieo trồng đạt 652ha, tăng 15% so với cùng kỳ, đạt 109% KH năm',
    plan: { year: 2018 },
    states: [
      {
        name: 'Tổng diện tích gieo trồng',
        measure: hectare,
        ...atLeast(null),
        ...flow,
        frequency: 'QUARTERLY',
        reported: '2018-9M',
        asked: '2018-9M',
        shows: '652',
        result: '652',
        baseline: '567',
        change: { basis: 'GROWTH', by: '15' },
        judged: { '652': 'NO_TARGET' },
        // 652 ha are 109 percent of 598 ha: a flow that has reached its year's target in nine months keeps it.
        knowing: { target: '598', judged: { '598': 'MET', '597.9': 'IN_PROGRESS', '652': 'EXCEEDED' } },
      },
    ],
  },
  {
    printed: '20.000 cây ăn quả và 25.000 cây xanh … xong trước ngày 29.2.2020',
    plan: { year: 2020 },
    states: [
      {
        name: 'Cây trồng',
        measure: number('cây'),
        ...atLeast('45000'),
        ...flow,
        parts: [
          ['cây ăn quả', '20000'],
          ['cây xanh', '25000'],
        ],
        partsSum: '45000',
        milestone: {
          period: '2020-01-01/2020-02-29',
          target: '45000',
          judged: { '45000': 'MET', '44999': 'MISSED', '45001': 'EXCEEDED' },
        },
        judged: { '45000': 'MET', '44999': 'MISSED', '45001': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'dồn được 4.391,5 ha/4.302,19 (đạt 102,08 %) kế hoạch thành phố giao',
    plan: { year: 2015 },
    states: [
      {
        name: 'Diện tích dồn điền đổi thửa',
        measure: hectare,
        ...atLeast('4302.19'),
        ...flow,
        shows: '4302.19',
        result: '4391.5',
        percent: '102.08',
        judged: { '4302.19': 'MET', '4302.18': 'MISSED', '4302.2': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'ước đạt trên 39 vạn tấn, đạt 99,8% kế hoạch',
    plan: { year: 2017 },
    states: [
      {
        name: 'Tổng sản lượng lương thực',
        measure: scaled(tonne, 'vạn tấn', 4),
        ...atLeast(null),
        ...flow,
        shows: '39',
        result: '390000',
        judged: { '390000': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'lúa nước đạt 73,8 tạ/ha, tăng 2,8 tạ/ha so với cùng kỳ năm ngoái',
    plan: { year: 2024 },
    states: [
      {
        name: 'Năng suất lúa Đông Xuân',
        measure: yields,
        ...atLeast(null),
        ...season('WINTER_SPRING', '2023-2024-winter-spring'),
        overTime: 'AT_END',
        overUnits: 'RATIO',
        shows: '73.8',
        result: '7.38',
        baseline: '7.1',
        change: { basis: 'CHANGE', by: '0.28' },
        judged: { '7.38': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'phát triển đàn lợn hơn 16 nghìn con, … đạt hơn 18 nghìn con, vượt hơn 11%',
    plan: { year: 2022 },
    states: [
      {
        name: 'Tổng đàn lợn',
        measure: scaled(head, 'nghìn con', 3),
        ...above('16000'),
        shows: '16',
        result: '18000',
        // Both figures are rounded: "vượt hơn 11%".
        percent: '112.5',
        judged: { '16000': 'MISSED', '15999': 'MISSED', '16001': 'MET' },
      },
    ],
  },
  {
    printed: 'trồng 321.000 cây phân tán, gấp hơn 2 lần kế hoạch',
    plan: { year: 2020 },
    states: [
      {
        name: 'Cây phân tán',
        measure: number('cây'),
        ...atLeast(null),
        ...flow,
        shows: '321000',
        result: '321000',
        parts: [
          ['cây ăn quả', '290700'],
          ['cây cảnh, lấy gỗ, bóng mát', '30300'],
        ],
        partsSum: '321000',
        judged: { '321000': 'NO_TARGET' },
      },
    ],
  },
];
