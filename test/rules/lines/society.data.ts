import { achieve, areas, atLeast, household, number, percent, ratio, share, title, type Line } from './line.js';

/** Society, rural standards, culture: shares, counts out of a total, titles. */
export const society: readonly Line[] = [
  {
    printed: 'tỷ lệ cấp giấy chứng nhận quyền sử dụng đất công đạt 100%; cá nhân đạt 80%',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ cấp GCNQSDĐ đất công',
        measure: percent,
        ...share,
        ...atLeast('100'),
        shows: '100',
        judged: { '100': 'MET', '99.9': 'MISSED', '100.1': 'SHARE' },
      },
      {
        name: 'Tỷ lệ cấp GCNQSDĐ cá nhân',
        measure: percent,
        ...share,
        ...atLeast('80'),
        shows: '80',
        judged: { '80': 'MET', '79.9': 'MISSED', '80.1': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Phấn đấu xây dựng xã đạt chuẩn Nông thôn mới nâng cao',
    plan: { year: 2021, untilYear: 2025 },
    states: [
      {
        name: 'Xã đạt chuẩn NTM nâng cao',
        measure: title,
        ...achieve,
        targetText: 'đạt chuẩn NTM nâng cao',
        question: 'Đạt vào năm nào?',
        readings: [{ text: 'Đến hết nhiệm kỳ' }, { text: 'Năm nào cũng giữ', overYears: 'EACH' }],
        judged: { 'NO ×4, YES': ['MET', 'MISSED'], 'NO ×5': ['MISSED', 'MISSED'], 'YES ×5': ['MET', 'MET'] },
      },
    ],
  },
  {
    printed: 'Số thôn, làng đạt chuẩn nông thôn mới (theo Chỉ thị 12-CT/TU, ngày 13/2/2018 …): 04/09 thôn, làng',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Thôn, làng đạt chuẩn NTM',
        measure: areas('thôn, làng'),
        ...atLeast('4'),
        outOf: '9',
        shows: '4',
        judged: { '4/9': 'MET', '3/9': 'MISSED', '5/9': 'EXCEEDED', '10/9': 'MORE_THAN_ALL' },
      },
    ],
  },
  {
    printed: 'Tỷ lệ hộ dân được sử dụng nước sạch, hợp vệ sinh: 98%',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Tỷ lệ hộ dùng nước sạch / hợp vệ sinh',
        measure: percent,
        ...share,
        ...atLeast('98'),
        shows: '98',
        question: '98 % là nước sạch hay nước hợp vệ sinh?',
        readings: [{ text: 'Nước sạch' }, { text: 'Nước hợp vệ sinh' }],
        judged: { '98': ['MET', 'MET'], '97.9': ['MISSED', 'MISSED'], '98.1': ['EXCEEDED', 'EXCEEDED'] },
      },
    ],
  },
  {
    printed: 'Số hộ sản xuất, kinh doanh cá thể vào năm 2020 có ít nhất 240 hộ (nông nghiệp 74 hộ, …',
    plan: { year: 2016, untilYear: 2020 },
    states: [
      {
        name: 'Hộ sản xuất, kinh doanh cá thể',
        measure: household,
        ...atLeast('240'),
        shows: '240',
        judged: { '240': 'MET', '239': 'MISSED', '241': 'EXCEEDED' },
        // The print breaks off: one part of several.
        parts: [['nông nghiệp', '74']],
        partsSum: '74',
        finding: 'PARTS',
      },
    ],
  },
  {
    printed: 'Mức hưởng thụ văn hoá 45 lần/người/năm',
    plan: { year: 2022 },
    states: [
      {
        name: 'Mức hưởng thụ văn hoá',
        measure: ratio('lần/người/năm'),
        ...atLeast('45'),
        overUnits: 'RATIO',
        shows: '45',
        judged: { '45': 'MET', '44.9': 'MISSED', '45.1': 'EXCEEDED', '320805/7129': 'MET' },
      },
    ],
  },
  {
    printed:
      'Số hộ … vào năm 2020: 250 hộ. trong đó: nông, lâm nghiệp: 50 hộ; tiểu thủ công nghiệp: 30 hộ; dịch vụ: 170 hộ',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Hộ sản xuất, kinh doanh cá thể',
        measure: household,
        ...atLeast('250'),
        shows: '250',
        parts: [
          ['nông, lâm nghiệp', '50'],
          ['tiểu thủ công nghiệp', '30'],
          ['dịch vụ', '170'],
        ],
        partsSum: '250',
        judged: { '250': 'MET', '249': 'MISSED', '251': 'EXCEEDED' },
      },
    ],
  },
  {
    printed:
      'Số trang trại, gia trại trên địa bàn vào năm 2020: 70, trong đó: 15 trang trại, 55 gia trại, tăng 20 trang, gia trại so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Trang trại, gia trại',
        measure: number('trang trại'),
        ...atLeast('70'),
        shows: '70',
        baseline: '50',
        printedChange: { basis: 'CHANGE', by: '20' },
        parts: [
          ['trang trại', '15'],
          ['gia trại', '55'],
        ],
        partsSum: '70',
        judged: { '70': 'MET', '69': 'MISSED', '71': 'EXCEEDED' },
      },
    ],
  },
];
