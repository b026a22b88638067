import {
  above,
  atLeast,
  between,
  change,
  eachYear,
  number,
  percent,
  persons,
  ratio,
  share,
  type Line,
} from './line.js';

/** Programmes with targets of units, of each unit, of several years. */
export const programmesByUnit: readonly Line[] = [
  {
    printed: 'Mỗi tỉnh, thành phố … có ít nhất 02 đơn vị cấp huyện đạt chuẩn nông thôn mới',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Đơn vị cấp huyện đạt chuẩn NTM',
        measure: number('đơn vị'),
        ...atLeast('2'),
        basis: 'EACH_UNIT',
        shows: '2',
        judged: { '2; 2; 3': 'MET', '1; 9; 9': 'MISSED', '3; 4': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'số tiêu chí bình quân/xã cả nước tăng thêm từ 1-1,2 tiêu chí so với năm 2015',
    plan: { year: 2016 },
    states: [
      {
        name: 'Số tiêu chí NTM bình quân mỗi xã',
        measure: number('tiêu chí/xã'),
        ...change,
        ...between(['1', '1.2']),
        overUnits: 'MEAN',
        judged: { '13.9': 'NO_BASELINE' },
        knowing: {
          baseline: '12.9',
          judged: {
            '13.9': 'MET',
            '13.8': 'MISSED',
            '14.1': 'MET',
            '14.2': 'EXCEEDED',
            '13; 15': 'MET',
            '13; 14': 'MISSED',
          },
        },
      },
    ],
  },
  {
    printed:
      'Phụng Hiệp … 3.111 đơn vị máu, Châu Thành A … 1.656 …, Vị Thủy … 1.637 …, Ngã Bảy với 949 …; 8 huyện … hơn 12.500; Trung ương giao 11.800',
    plan: { year: 2019 },
    states: [
      {
        name: 'Hiến máu tình nguyện',
        measure: number('đơn vị máu'),
        ...atLeast('11800'),
        overTime: 'SUM',
        shows: '11800',
        units: [
          ['Phụng Hiệp', '3111'],
          ['Châu Thành A', '1656'],
          // "gần 60 %" and "hơn 58 %" as printed.
          ['Vị Thủy', '1637', '980', '59.87'],
          ['Ngã Bảy', '949', '552', '58.17'],
        ],
        unitsSum: '7353',
        judged: { '11800': 'MET', '11799': 'MISSED', '11801': 'EXCEEDED', '3111; 1656; 7033': 'MET' },
      },
    ],
  },
  {
    printed:
      'đạt trên 280.000 lượt người hiến máu. Trong đó đạt trên 60% túi máu loại 350-450 ml; chất lượng máu sạch, tốt đạt trên 96%',
    plan: { year: 2020 },
    states: [
      {
        name: 'Lượt người hiến máu',
        measure: number('lượt'),
        ...above('280000'),
        overTime: 'SUM',
        shows: '280000',
        judged: { '280000': 'MISSED', '279999': 'MISSED', '280001': 'MET' },
      },
      {
        name: 'Tỷ lệ túi máu 350-450 ml',
        measure: percent,
        ...share,
        ...above('60'),
        shows: '60',
        judged: { '60': 'MISSED', '59.9': 'MISSED', '60.1': 'MET' },
      },
      {
        name: 'Tỷ lệ máu sạch, tốt',
        measure: percent,
        ...share,
        ...above('96'),
        shows: '96',
        judged: { '96': 'MISSED', '95.9': 'MISSED', '96.1': 'MET' },
      },
    ],
  },
  {
    printed: 'Diện tích sàn bình quân đầu người đến năm 2010 là 12m2/người; đến năm 2020 là 15m2/người',
    plan: { year: 2006, untilYear: 2020 },
    states: [
      {
        name: 'Diện tích sàn bình quân đầu người (đô thị)',
        measure: ratio('m²/người'),
        ...atLeast('15'),
        overUnits: 'RATIO',
        shows: '15',
        milestone: { period: '2010', target: '12', judged: { '12': 'MET', '11.9': 'MISSED', '12.1': 'EXCEEDED' } },
        judged: { '15': 'MET', '14.9': 'MISSED', '15.1': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Số phòng tối thiểu mỗi căn hộ: 4 phòng/căn hộ vào năm 2010 và 3 phòng/căn hộ vào năm 2020',
    plan: { year: 2006, untilYear: 2020 },
    states: [
      {
        name: 'Số phòng tối thiểu mỗi căn hộ',
        measure: number('phòng/căn hộ'),
        ...atLeast('3'),
        shows: '3',
        milestone: { period: '2010', target: '4', judged: { '4': 'MET', '3': 'MISSED', '5': 'EXCEEDED' } },
        question: '3 và 4 có bị đảo?',
        readings: [{ text: 'Đúng như in: năm 2020 là 3 phòng' }, { text: 'Bị đảo: năm 2020 là 4 phòng', target: '4' }],
        judged: { '3': ['MET', 'MISSED'], '2': ['MISSED', 'MISSED'], '4': ['EXCEEDED', 'MET'] },
      },
    ],
  },
  {
    printed: 'Kết nạp đảng viên mới hàng năm từ 8 đến 10',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Kết nạp đảng viên mới',
        measure: persons('đảng viên'),
        ...between(['8', '10']),
        overTime: 'SUM',
        ...eachYear,
        shows: '8',
        judged: { '8 ×6': 'MET', '8 ×5, 7': 'MISSED', '10 ×6': 'MET', '11 ×6': 'EXCEEDED' },
      },
    ],
  },
];
