import { above, atLeast, eachYear, exactly, number, percent, percentOf, persons, share, type Line } from './line.js';

/** Rural standards and the party: shares of an unnamed total, counts of every year. */
export const standards: readonly Line[] = [
  {
    printed: 'Tuyển chọn, gọi công dân nhập ngũ hàng năm đạt 100% chỉ tiêu',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Giao quân so với chỉ tiêu',
        measure: percentOf('chỉ tiêu'),
        ...exactly('100', 'HOLD'),
        ...eachYear,
        shows: '100',
        judged: { '100 ×6': 'MET', '100 ×5, 99': 'MISSED', '101, 100 ×5': 'MISSED' },
      },
    ],
  },
  {
    printed: 'Bình quân hàng năm kết nạp đảng viên mới: trên 4%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Kết nạp đảng viên mới / tổng số đảng viên',
        measure: percent,
        ...above('4'),
        overYears: 'MEAN',
        overUnits: 'RATIO',
        shows: '4',
        question: '4 % của tổng số đảng viên đầu năm hay cuối năm?',
        readings: [{ text: 'Đảng viên đầu năm' }, { text: 'Đảng viên cuối năm' }],
        judged: { '4 ×6': ['MISSED', 'MISSED'], '3, 4 ×4, 4.9': ['MISSED', 'MISSED'], '3, 4 ×4, 5.1': ['MET', 'MET'] },
      },
    ],
  },
  {
    printed: 'tất cả Chi bộ trực thuộc đều hoàn thành tốt nhiệm vụ và đạt trong sạch vững mạnh',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Chi bộ hoàn thành tốt nhiệm vụ',
        measure: percent,
        ...share,
        ...exactly('100', 'UP'),
        judged: { '100': 'MET', '99': 'MISSED', '101': 'SHARE', '12/12': 'MET' },
      },
      {
        name: 'Chi bộ trong sạch vững mạnh',
        measure: percent,
        ...share,
        ...exactly('100', 'UP'),
        judged: { '100': 'MET', '99': 'MISSED', '101': 'SHARE' },
      },
    ],
  },
  {
    printed: 'kết nạp được 36/35 đảng viên mới, đạt 103% chỉ tiêu giao',
    plan: { year: 2020 },
    states: [
      {
        name: 'Kết nạp đảng viên mới',
        measure: persons('đảng viên'),
        ...atLeast('35'),
        overTime: 'SUM',
        shows: '35',
        result: '36',
        percent: '102.86',
        percentPrinted: '103',
        judged: { '35': 'MET', '34': 'MISSED', '36': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'xã tự đánh giá đạt 12/19 tiêu chí, số chỉ tiêu đạt 44/57',
    plan: { year: 2024 },
    states: [
      {
        name: 'Tiêu chí NTM đạt',
        measure: number('tiêu chí'),
        ...atLeast(null),
        outOf: '19',
        shows: '12',
        result: '12/19',
        judged: { '12/19': 'NO_TARGET', '20/19': 'MORE_THAN_ALL' },
      },
      {
        name: 'Chỉ tiêu NTM đạt',
        measure: number('chỉ tiêu'),
        ...atLeast(null),
        outOf: '57',
        shows: '44',
        result: '44/57',
        judged: { '44/57': 'NO_TARGET' },
      },
    ],
  },
  {
    printed: 'hàng năm ít nhất 60% số đối tượng … được bảo lãnh giúp đỡ cảm hóa giáo dục tiến bộ tại cộng đồng dân cư',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ đối tượng được giáo dục tiến bộ',
        measure: percent,
        ...share,
        ...atLeast('60'),
        ...eachYear,
        overUnits: 'RATIO',
        shows: '60',
        judged: { '60 ×5': 'MET', '60 ×4, 59.9': 'MISSED', '60.1 ×5': 'EXCEEDED', '3/5 ×5': 'MET' },
      },
    ],
  },
  {
    printed: 'Hàng năm kết nạp mới từ 25 đảng viên trở lên',
    plan: { year: 2025, untilYear: 2030 },
    states: [
      {
        name: 'Kết nạp đảng viên',
        measure: persons('đảng viên'),
        ...atLeast('25'),
        overTime: 'SUM',
        ...eachYear,
        shows: '25',
        judged: { '25 ×6': 'MET', '24, 30 ×5': 'MISSED', '26 ×6': 'EXCEEDED' },
      },
    ],
  },
];
