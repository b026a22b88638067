import { atLeast, atMost, flow, money, percent, scaled, share, structure, unjudged, type Line } from './line.js';

/** Structures of an economy, and values with their shares. */
export const structures: readonly Line[] = [
  {
    printed:
      'Cơ cấu kinh tế: Dịch vụ - Thương mại: 56,9%, tăng 0,1 lần …; … 25,6%, giảm 0,1 lần …; … 17,5%, giảm 0,2 lần so với năm 2015',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Cơ cấu kinh tế',
        ...structure,
        parts: [
          ['dịch vụ - thương mại', '56.9'],
          ['công nghiệp - xây dựng', '25.6'],
          ['nông - lâm nghiệp', '17.5'],
        ],
        partsSum: '100',
        judged: { '100': 'NOT_JUDGED' },
      },
      {
        name: 'dịch vụ - thương mại',
        measure: percent,
        ...share,
        ...atLeast('56.9'),
        shows: '56.9',
        judged: { '56.9': 'MET', '56.8': 'MISSED', '57': 'EXCEEDED' },
      },
      {
        name: 'công nghiệp - xây dựng',
        measure: percent,
        ...share,
        ...atMost('25.6'),
        shows: '25.6',
        judged: { '25.6': 'MET', '25.7': 'MISSED', '25.5': 'EXCEEDED' },
      },
      {
        name: 'nông - lâm nghiệp',
        measure: percent,
        ...share,
        ...atMost('17.5'),
        shows: '17.5',
        judged: { '17.5': 'MET', '17.6': 'MISSED', '17.4': 'EXCEEDED' },
      },
    ],
  },
  {
    printed: 'Dịch vụ - thương mại 70,22%; công nghiệp - xây dựng 21,18%; nông, lâm nghiệp 8,58%',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Cơ cấu kinh tế',
        ...structure,
        parts: [
          ['dịch vụ - thương mại', '70.22'],
          ['công nghiệp - xây dựng', '21.18'],
          ['nông, lâm nghiệp', '8.58'],
        ],
        partsSum: '99.98',
        finding: 'PARTS_ROUNDED',
        question: '0,02 % còn lại thuộc ngành nào?',
        readings: [{ text: 'Do làm tròn' }, { text: 'Thiếu một ngành' }],
        judged: { '100': ['NOT_JUDGED', 'NOT_JUDGED'] },
      },
    ],
  },
  {
    printed: 'DVTM = 59,3%. Công nghiệp - xây dựng = 40,3%. Nông nghiệp - thủy sản = 0,4%',
    plan: { year: 2015, untilYear: 2020 },
    states: [
      {
        name: 'Cơ cấu kinh tế',
        ...structure,
        parts: [
          ['dịch vụ thương mại', '59.3'],
          ['công nghiệp - xây dựng', '40.3'],
          ['nông nghiệp - thủy sản', '0.4'],
        ],
        partsSum: '100',
        judged: { '100': 'NOT_JUDGED' },
      },
    ],
  },
  {
    printed:
      'Thương mại-Dịch vụ chiếm 52%, Công nghiệp-Xây dựng chiếm 43%, Nông nghiệp chiếm 5%.  Trong đó, Giá trị TMDV: 349,2 tỷ đồng, … 271 tỷ đồng, … 28,3 tỷ đồng',
    plan: { year: 2020, untilYear: 2025 },
    states: [
      {
        name: 'Cơ cấu kinh tế (tỷ trọng)',
        ...structure,
        parts: [
          ['thương mại-dịch vụ', '52'],
          ['công nghiệp-xây dựng', '43'],
          ['nông nghiệp', '5'],
        ],
        partsSum: '100',
        judged: { '100': 'NOT_JUDGED' },
      },
      {
        name: 'Giá trị theo ngành',
        measure: money('tỷ đồng', 9),
        ...atLeast(null),
        ...flow,
        parts: [
          ['TMDV', '349200000000'],
          ['CN-XD', '271000000000'],
          ['NN', '28300000000'],
        ],
        partsSum: '648500000000',
        // The values are 53.8, 41.8 and 4.4 percent of their sum, not 52, 43 and 5.
        question: 'Lấy tỷ trọng hay giá trị làm chỉ tiêu?',
        readings: [
          { text: 'Giá trị là chỉ tiêu', target: '648500000000' },
          { text: 'Tỷ trọng là chỉ tiêu', ...unjudged() },
        ],
        judged: {
          '648500000000': ['MET', 'NOT_JUDGED'],
          '648400000000': ['MISSED', 'NOT_JUDGED'],
          '648600000000': ['EXCEEDED', 'NOT_JUDGED'],
        },
      },
    ],
  },
  {
    printed:
      'tổng thu nhập xã hội … đạt 621 tỉ đồng, tốc độ tăng trưởng kinh tế đạt 14%/năm. Trong đó … 50 tỉ đồng, chiếm 8%; … 298 tỉ đồng, chiếm 48%; … 273 tỉ đồng, chiếm 44%',
    plan: { year: 2023 },
    states: [
      {
        name: 'Tổng thu nhập xã hội',
        measure: money('tỉ đồng', 9),
        ...atLeast('621000000000'),
        ...flow,
        shows: '621',
        parts: [
          ['nông nghiệp, chăn nuôi, thủy sản', '50000000000'],
          ['thương mại dịch vụ', '298000000000'],
          ['TTCN và xây dựng', '273000000000'],
        ],
        partsSum: '621000000000',
        judged: { '621000000000': 'MET', '620000000000': 'MISSED', '622000000000': 'EXCEEDED' },
      },
      {
        name: 'Tỷ trọng các ngành',
        ...structure,
        parts: [
          ['NN', '8'],
          ['TMDV', '48'],
          ['TTCN-XD', '44'],
        ],
        partsSum: '100',
        judged: { '100': 'NOT_JUDGED' },
      },
      {
        name: 'Tốc độ tăng trưởng kinh tế',
        measure: scaled(percent, '%/năm', 0),
        ...atLeast('14'),
        shows: '14',
        judged: { '14': 'MET', '13.9': 'MISSED', '14.1': 'EXCEEDED' },
      },
    ],
  },
];
