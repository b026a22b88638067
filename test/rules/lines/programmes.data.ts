import {
  achieve,
  atLeast,
  between,
  change,
  exactly,
  number,
  percent,
  percentOf,
  share,
  title,
  type Line,
} from './line.js';

/** Programmes of higher levels and movements, as a commune receives them. */
export const programmes: readonly Line[] = [
  {
    printed:
      'Số xã đạt chuẩn nông thôn mới tăng thêm 7 xã trở lên, số xã … nâng cao, kiểu mẫu đạt 13 xã; huyện Thanh Ba đạt chuẩn nông thôn mới',
    plan: { year: 2023 },
    states: [
      {
        name: 'Số xã đạt chuẩn NTM tăng thêm',
        measure: number('xã'),
        ...change,
        ...atLeast('7'),
        shows: '7',
        judged: { '130': 'NO_BASELINE' },
        knowing: { baseline: '123', judged: { '130': 'MET', '129': 'MISSED', '131': 'EXCEEDED' } },
      },
      {
        name: 'Số xã NTM nâng cao, kiểu mẫu',
        measure: number('xã'),
        ...atLeast('13'),
        shows: '13',
        judged: { '13': 'MET', '12': 'MISSED', '14': 'EXCEEDED' },
      },
      {
        name: 'Huyện Thanh Ba đạt chuẩn NTM',
        measure: title,
        ...achieve,
        targetText: 'đạt chuẩn NTM',
        judged: { YES: 'MET', NO: 'MISSED', '1': 'WORDS' },
      },
    ],
  },
  {
    printed:
      'Tỷ lệ điều tra khám phá các vụ án từ 80% trở lên. Trong đó, … rất nghiêm trọng, đặc biệt nghiêm trọng từ 90% trở lên',
    states: [
      {
        name: 'Tỷ lệ điều tra khám phá án',
        measure: percent,
        ...share,
        ...atLeast('80'),
        overUnits: 'RATIO',
        reported: '2021-04-23/2021-06-23',
        shows: '80',
        milestone: {
          period: '2021-04-23/2021-06-23',
          target: '80',
          judged: { '80': 'MET', '79.9': 'MISSED', '80.1': 'EXCEEDED', '4/5': 'MET', '0/0': 'POSITIVE' },
        },
        question: 'Không có án thì tính là đạt?',
        readings: [{ text: 'Không có án thì tính là đạt' }, { text: 'Không có án thì không đánh giá' }],
        judged: {},
      },
      {
        name: 'Tỷ lệ điều tra án rất/đặc biệt nghiêm trọng',
        measure: percent,
        ...share,
        ...atLeast('90'),
        overUnits: 'RATIO',
        reported: '2021-04-23/2021-06-23',
        shows: '90',
        milestone: {
          period: '2021-04-23/2021-06-23',
          target: '90',
          judged: { '90': 'MET', '89.9': 'MISSED', '90.1': 'EXCEEDED' },
        },
        judged: {},
      },
    ],
  },
  {
    printed: 'Tổng vốn đầu tư phát triển toàn xã hội khoảng 33-34% GDP',
    plan: { year: 2020 },
    states: [
      {
        name: 'Vốn đầu tư toàn xã hội so với GDP',
        measure: percentOf('GDP'),
        ...between(['33', '34']),
        shows: '33',
        question: '"Khoảng" cho phép lệch bao nhiêu?',
        readings: [{ text: 'Không lệch' }, { text: 'Lệch 0,5 điểm', target: '32.5', upperTarget: '34.5' }],
        judged: {
          '33': ['MET', 'MET'],
          '32.9': ['MISSED', 'MET'],
          '32.4': ['MISSED', 'MISSED'],
          '34.1': ['EXCEEDED', 'MET'],
          '34.6': ['EXCEEDED', 'EXCEEDED'],
        },
      },
    ],
  },
  {
    printed:
      'ít nhất 80% số xã đạt chuẩn nông thôn mới, trong đó, ít nhất 10% số xã … kiểu mẫu, không còn xã đạt dưới 15 tiêu chí',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Xã đạt chuẩn NTM',
        measure: percent,
        ...share,
        ...atLeast('80'),
        shows: '80',
        judged: { '80': 'MET', '79.9': 'MISSED', '80.1': 'EXCEEDED' },
      },
      {
        name: 'Xã NTM kiểu mẫu',
        measure: percent,
        ...share,
        ...atLeast('10'),
        shows: '10',
        question: '10 % của tất cả số xã hay của số xã đạt chuẩn?',
        readings: [
          { text: 'Của tất cả số xã' },
          { text: 'Của số xã đạt chuẩn: 8 % số xã, nếu đúng 80 % đạt chuẩn', target: '8' },
        ],
        judged: {
          '10': ['MET', 'EXCEEDED'],
          '9.9': ['MISSED', 'EXCEEDED'],
          '8': ['MISSED', 'MET'],
          '7.9': ['MISSED', 'MISSED'],
        },
      },
      {
        name: 'Xã dưới 15 tiêu chí',
        measure: number('xã'),
        ...exactly('0', 'DOWN'),
        judged: { '0': 'MET', '1': 'MISSED' },
      },
    ],
  },
];
