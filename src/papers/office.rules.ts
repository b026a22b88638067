import { bold, boldItalic, centred, columns, italic, left, plain, rule, sizes, space } from './block.rules.js';
import type { Block } from './paper.js';
import { blank, blankDay, dayInWords } from './said.rules.js';

/** Head of a paper. */
export interface Head {
  /** Office that the paper is of: "Ủy ban nhân dân xã Đức Lạng". */
  office: string;
  /** Office above, of a council or a hamlet: "UBND xã Đức Lạng". */
  above?: string;
  /** Number and symbol as printed; null: the number is not known yet. */
  numberText: string | null;
  /** Symbol behind the blank; null: the paper has no number at all. */
  symbol: string | null;
  place: string;
  /** Day; null: it is not known yet. */
  day: string | null;
  /** Year that stands behind a blank day. */
  year: string;
  /** Subject below the number, of a letter (công văn) without a title. */
  subject?: string;
}

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Designations of an area, behind the name of its body. */
const area = /\s+(?=(?:xã|phường|thị trấn|đặc khu|thôn|xóm|bản|ấp|tổ dân phố|khu dân cư)\s)/iu;

/** Name of a council that is too long for one line, behind "Hội đồng". */
const council = /(?<=^Hội đồng)\s+(?=.{16})/iu;

/** Lines of an office's name in capitals: the body, then the area. */
export const officeLines = (office: string): string[] => {
  const at = office.search(area);
  const [body, ...rest] = at < 0 ? [office] : [office.slice(0, at), office.slice(at).trim()];
  return [...(body?.split(council) ?? []), ...rest].map(upper);
};

/** Letters that a council has in its symbols: "HĐTĐKT"; of another body none. */
export const seriesOf = (body: string): string | null =>
  /^hội đồng\s/iu.test(body)
    ? upper(
        (body.split(area)[0] ?? '')
          .replace(/\s+(?:xã|phường|thị trấn|đặc khu)$/iu, '')
          .split(/[^\p{L}\p{M}]+/u)
          .map(([letter = '']) => letter)
          .join(''),
      )
    : null;

/** Number and symbol: blank where the number is not known yet. */
export const numberOf = ({ numberText, symbol }: Pick<Head, 'numberText' | 'symbol'>): string =>
  numberText ?? `${blank(8)}/${symbol ?? ''}`;

export const placeAndDay = ({ place, day, year }: Pick<Head, 'place' | 'day' | 'year'>): string =>
  `${place}, ${day === null ? blankDay(year) : dayInWords(day)}`;

/** Name of a commune without its designation: "Đức Lạng", the place of its papers. */
export const placeOf = ({ name, kindText }: { name: string; kindText: string }): string =>
  name.toLocaleLowerCase('vi').startsWith(`${kindText.toLocaleLowerCase('vi')} `)
    ? name.slice(kindText.length + 1)
    : name;

/** Head of a paper: office and number at the left; Quốc hiệu, Tiêu ngữ, place and day at the right. */
export function head(of: Head): Block[] {
  const { above, symbol, numberText, subject } = of;
  const numbered = symbol !== null || numberText !== null;
  return [
    columns(
      [
        39,
        [
          ...(above === undefined ? [] : [centred(plain(upper(above)), { size: sizes.head })]),
          ...officeLines(of.office).map((line) => centred(bold(line), { size: sizes.head })),
          rule(24),
          ...(numbered ? [centred(plain(`Số: ${numberOf(of)}`), { size: sizes.motto, before: 4 })] : []),
          ...(subject === undefined ? [] : [centred(plain(`V/v ${subject}`), { size: sizes.list, before: 2 })]),
        ],
      ],
      [
        61,
        [
          centred(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { size: sizes.head }),
          centred(bold('Độc lập - Tự do - Hạnh phúc'), { size: sizes.motto }),
          rule(55),
          centred(italic(placeAndDay(of)), { size: sizes.motto, before: 4 }),
        ],
      ],
    ),
    space(10),
  ];
}

/** Title of a paper: its type in capitals, then what it is about, with a line below. */
export const title = (type: string, about: string | null): Block[] => [
  centred(bold(upper(type)), { withNext: true }),
  ...(about === null ? [] : [centred(bold(about), { withNext: true })]),
  rule(32),
  space(8),
];

/** Signer as a paper prints them; a name that is not known yet is blank. */
export interface SignerPrinted {
  name: string | null;
  title: string | null;
  capacity: string | null;
}

/** The chairperson, and the committee by its chairperson, on a paper that nobody has signed yet. */
export const chairperson: SignerPrinted = { capacity: 'CHỦ TỊCH', title: null, name: null };
export const committee: SignerPrinted = { capacity: 'TM. ỦY BAN NHÂN DÂN', title: 'Chủ tịch', name: null };

/**
 * Lines above a signature: "KT. CHỦ TỊCH", then the own post. A chairperson has one line, "CHỦ TỊCH", and so has an
 * acting one, "Q. CHỦ TỊCH".
 */
export function authorityLines({ capacity, title: post }: Pick<SignerPrinted, 'title' | 'capacity'>): string[] {
  const first = upper(capacity ?? post ?? '');
  const saysPost = /^(?:KT|TL|TUQ|TM)\./u.test(first);
  // "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" has a line for each.
  const lines = first.split(/\s+(?=(?:KT|TL|TUQ|Q)\.)/u);
  return saysPost && post !== null ? [...lines, upper(post)] : lines;
}

/** Signature: the authority, the space for hand and seal, the name. */
export const signature = (signer: SignerPrinted, note?: string): Block[] => [
  ...authorityLines(signer).map((line) => centred(bold(line))),
  ...(note === undefined ? [] : [centred(italic(note), { size: sizes.list })]),
  space(62),
  centred(bold(signer.name ?? '')),
];

/** A line of a list, with its sign at the end. */
const ended = (text: string, sign: string): string => `${text.replace(/[\s;,.]+$/u, '')}${sign}`;

/** Lines of nơi nhận, each with its dash; the archive comes last. */
export const recipientLines = (names: readonly string[]): string[] =>
  names.map((name, place) => `- ${ended(name.replace(/^[-–•]\s*/u, ''), place < names.length - 1 ? ';' : '.')}`);

/** Values of the fields of a head: see `templateFields`. */
export const headFields = (of: Head, about: string) => ({
  ...{ co_quan: of.office, co_quan_cap_tren: of.above ?? '', so_ky_hieu: of.symbol === null ? '' : numberOf(of) },
  ...{ dia_danh_ngay: placeAndDay(of), trich_yeu: about },
});

/** Values of the fields of a foot. */
export const footFields = (names: readonly string[], signer: SignerPrinted) => ({
  ...{ noi_nhan: recipientLines(names).join('\n'), quyen_han: authorityLines(signer).join('\n') },
  nguoi_ky: signer.name ?? '',
});

const recipients = (names: readonly string[]): Block[] => [
  left(boldItalic('Nơi nhận:'), { size: sizes.list }),
  ...recipientLines(names).map((line) => left(plain(line), { size: sizes.small })),
];

/** Foot of a paper: recipients at the left, signature at the right. */
export const foot = (names: readonly string[], signer: SignerPrinted, note?: string): Block[] => [
  space(8),
  columns([46, names.length === 0 ? [] : recipients(names)], [54, signature(signer, note)]),
];

/** Legal bases in italics: each begins with "Căn cứ", unless it says how it begins, and ends as NĐ 30/2020 asks. */
export const basesOf = (bases: readonly string[]): string[] =>
  bases.map((base, place) => {
    const begun = /^(?:căn cứ|xét|theo|thực hiện|được)\s/iu.test(base) ? base : `Căn cứ ${base}`;
    return ended(begun, place < bases.length - 1 ? ';' : '.');
  });
