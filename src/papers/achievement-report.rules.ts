import type { FieldValues } from '../templates/template-fields.data.js';
import { body, bold, columns, plain, sizes, space } from './block.rules.js';
import { formOf, type NomineePrinted } from './nominees.rules.js';
import { head, headFields, signature, title, type Head } from './office.rules.js';
import { a4, type Block, type Grid, type Paper } from './paper.js';

/** Earlier award, as a line of the report. */
export interface EarlierAward {
  year: string;
  name: string;
  category: 'TITLE' | 'COMMENDATION';
  /** Number, day and issuer of the decision, as far as they are known. */
  decision: string;
}

/** Nominee with what the record knows of the achievements. */
export interface ReportPrinted extends NomineePrinted, Omit<Head, 'numberText' | 'symbol' | 'day'> {
  /** Whether it is of a sudden deed (đột xuất), of which the report is short. */
  isSudden: boolean;
  summary: string;
  /** Post held last; null: none is recorded, or the reader may not know. */
  post: string | null;
  /** Ratings of years, the oldest first. */
  ratings: readonly { year: string; rating: string; issuer: string }[];
  results: readonly { name: string; period: string; value: string }[];
  awards: readonly EarlierAward[];
}

const dots = '…'.repeat(16);
const told = (name: string, value: string | null) =>
  body(plain(`- ${name}: ${value ?? dots}`), { align: 'LEFT', after: 3 });
const heading = (text: string) => body(bold(text), { before: 6, withNext: true });

/**
 * Report of achievements (báo cáo thành tích), by the annexes of the decrees on emulation: what the record does not
 * know is left to be filled in.
 */
export function achievementReport(of: ReportPrinted): Paper {
  const { name, isSudden, office, summary, awards, kind } = of;
  const ofType = (category: EarlierAward['category']) => awards.filter((each) => each.category === category);
  const type = isSudden ? 'Báo cáo tóm tắt thành tích' : 'Báo cáo thành tích';
  return {
    ...{ title: `${type} ${name}`, author: office, day: null, fields: fieldsOf(of) },
    sections: [
      {
        ...{ page: a4, numbered: true },
        blocks: [
          ...head({ ...of, numberText: null, symbol: null, day: null }),
          ...title(type, `Đề nghị tặng ${formOf(of)}`),
          ...introduction(of),
          heading(`II. ${isSudden ? 'Thành tích đột xuất' : 'Thành tích đạt được'}`),
          body(plain(summary)),
          ...ratings(of),
          ...results(of),
          ...(isSudden
            ? []
            : [
                heading('III. Các hình thức đã được khen thưởng'),
                ...earlier('1. Danh hiệu thi đua', 'Danh hiệu thi đua', ofType('TITLE')),
                ...earlier('2. Hình thức khen thưởng', 'Hình thức khen thưởng', ofType('COMMENDATION')),
              ]),
          space(8),
          columns(
            [50, signature({ capacity: null, title: 'Xác nhận của đơn vị', name: null })],
            [50, signature({ capacity: null, ...signerOf(kind, name) })],
          ),
        ],
      },
    ],
  };
}

/** Values of the fields of a template: see `templateFields`. */
function fieldsOf(of: ReportPrinted): FieldValues {
  const told = headFields({ ...of, numberText: null, symbol: null, day: null }, `Đề nghị tặng ${formOf(of)}`);
  const ofType = (asked: EarlierAward['category'], named: string) =>
    of.awards
      .filter(({ category }) => category === asked)
      .map(({ year: nam, name, decision: quyet_dinh }) => ({ nam, [named]: name, quyet_dinh }));
  return {
    ...told,
    ...{ ten: of.name, don_vi: of.unit ?? '', chuc_vu: of.post ?? '', thanh_tich: of.summary },
    xep_loai: of.ratings.map(({ year: nam, rating: muc, issuer }) => ({ nam, muc, co_quan_danh_gia: issuer })),
    ket_qua: of.results.map(({ name: chi_tieu, period: ky, value: so_lieu }, place) => ({
      ...{ tt: String(place + 1), chi_tieu, ky, so_lieu },
    })),
    ...{ danh_hieu: ofType('TITLE', 'ten_danh_hieu'), khen_thuong: ofType('COMMENDATION', 'ten_hinh_thuc') },
  };
}

const signerOf = (kind: ReportPrinted['kind'], name: string) =>
  kind === 'tập thể' ? { title: 'Thủ trưởng đơn vị', name: null } : { title: 'Người báo cáo', name };

function introduction({ kind, name, unit, office, post }: ReportPrinted): Block[] {
  if (kind === 'tập thể')
    return [
      heading('I. Sơ lược đặc điểm, tình hình'),
      told('Tên đơn vị', name),
      told('Địa chỉ', null),
      told('Tổ chức, số lượng thành viên', null),
      told('Chức năng, nhiệm vụ được giao', null),
    ];
  const isPerson = kind === 'cá nhân';
  return [
    heading(isPerson ? 'I. Sơ lược lý lịch' : 'I. Sơ lược về hộ gia đình'),
    told(isPerson ? 'Họ và tên' : 'Hộ gia đình', name),
    ...(isPerson ? [told('Sinh ngày, tháng, năm', null), told('Chức vụ', post)] : []),
    told(isPerson ? 'Đơn vị công tác, nơi cư trú' : 'Nơi cư trú', unit ?? office),
  ];
}

const ratings = (of: ReportPrinted): Block[] => [
  ...(of.ratings.length === 0 ? [] : [body(plain('Kết quả xếp loại hằng năm:'), { after: 3, withNext: true })]),
  ...of.ratings.map(({ year, rating, issuer }) =>
    body(plain(`- Năm ${year}: ${rating}${issuer === '' ? '' : ` (${issuer})`}.`), { after: 3 }),
  ),
];

const grid = (headings: readonly (readonly [heading: string, share: number])[], rows: Grid['rows']): Grid => ({
  is: 'GRID',
  size: sizes.list,
  columns: headings.map(([heading, share], place) => ({ heading, share, align: place === 0 ? 'CENTER' : 'LEFT' })),
  rows,
});

const results = (of: ReportPrinted): Block[] =>
  of.results.length === 0
    ? []
    : [
        body(plain('Kết quả thực hiện chỉ tiêu:'), { withNext: true }),
        grid(
          [
            ['TT', 8],
            ['Chỉ tiêu', 70],
            ['Kỳ', 25],
            ['Kết quả', 30],
          ],
          of.results.map(({ name, period, value }, place) => [String(place + 1), name, period, value]),
        ),
        space(6),
      ];

const earlier = (text: string, named: string, awards: readonly EarlierAward[]): Block[] => [
  body(plain(`${text}:${awards.length === 0 ? ' chưa ghi nhận.' : ''}`), { withNext: awards.length > 0 }),
  ...(awards.length === 0
    ? []
    : [
        grid(
          [
            ['Năm', 12],
            [named, 50],
            ['Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định', 70],
          ],
          awards.map(({ year, name, decision }) => [year, name, decision]),
        ),
        space(6),
      ]),
];
