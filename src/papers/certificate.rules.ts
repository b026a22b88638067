import type { FieldValues } from '../templates/template-fields.data.js';
import { bold, centred, columns, italic, left, plain, rule, sizes, space } from './block.rules.js';
import { estimatedHeight } from './estimate.rules.js';
import { authorityLines, placeAndDay, type SignerPrinted } from './office.rules.js';
import { codeWords, pointsOf, widthWithin } from './paper.js';
import type { Block, Code, Page, Paper, Paragraph, Placed } from './paper.js';

/** Award as its certificate prints it. */
export interface CertificatePrinted {
  office: string;
  /** Name of the certificate in capitals: "GIẤY KHEN". */
  heading: string;
  /** Line above the heading: "TẶNG". */
  verb: string;
  category: 'TITLE' | 'COMMENDATION';
  name: string;
  unit: string | null;
  /** Period of the achievements in words; null: none. */
  period: string | null;
  citation: string;
  decision: string;
  place: string;
  day: string;
  signer: SignerPrinted;
  code: Code;
}

const landscape: Page = { width: 297, height: 210, top: 17, bottom: 15, left: 30, right: 30 };

/** Lines at the left: the decision, and the register that the certificate is entered in by hand. */
const registered = ({ decision }: CertificatePrinted): Block[] =>
  [decision, 'Vào sổ khen thưởng số: …………'].map((line) => left(plain(line), { size: sizes.list }));

const titleOf = ({ heading, name }: CertificatePrinted) => `${heading} ${name}`;
const dayOf = (of: CertificatePrinted) => placeAndDay({ ...of, year: of.day.slice(0, 4) });

/** Achievements in words; a title names its period beside itself. */
const citationOf = ({ category, period, citation }: CertificatePrinted): string =>
  category === 'TITLE' ? citation : `Đã có thành tích ${period === null ? '' : `${period}: `}${citation}`.trim();

/** Sizes of type of a certificate, and the space between its parts in points: the first that fits the page is taken. */
const looks = [
  { heading: 44, name: 28, unit: 18, citation: 18, space: 12 },
  { heading: 44, name: 26, unit: 18, citation: 16, space: 8 },
  { heading: 40, name: 24, unit: 16, citation: 14, space: 6 },
  { heading: 36, name: 22, unit: 16, citation: 13, space: 4 },
  { heading: 32, name: 20, unit: 14, citation: 11, space: 2 },
  { heading: 28, name: 18, unit: 13, citation: 10, space: 1 },
] as const;
type Look = (typeof looks)[number];

function blocksOf(of: CertificatePrinted, look: Look, spare = 0): Block[] {
  const { signer, category, period } = of;
  const right: Block[] = [
    centred(italic(dayOf(of))),
    ...authorityLines(signer).map((line) => centred(bold(line))),
    space(64),
    centred(bold(signer.name ?? '')),
  ];
  const parts = look.space + spare / 5;
  return [
    centred(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { size: 14 }),
    centred(bold('Độc lập - Tự do - Hạnh phúc'), { size: 15 }),
    rule(62),
    centred(bold(`CHỦ TỊCH ${of.office.toLocaleUpperCase('vi')}`), { size: 16, before: parts }),
    centred(bold(of.verb), { size: 15, before: parts / 2 }),
    centred(bold(of.heading), { size: look.heading, before: parts / 2 }),
    ...(category === 'TITLE' && period !== null ? [centred(bold(period.toLocaleUpperCase('vi')), { size: 18 })] : []),
    centred(bold(of.name), { size: look.name, before: parts }),
    ...(of.unit === null ? [] : [centred(plain(of.unit), { size: look.unit, before: 4 })]),
    centred(plain(citationOf(of)), { size: look.citation, before: parts, after: parts }),
    columns([46, [...registered(of), space(8), of.code]], [54, right]),
  ];
}

/** Certificate (giấy khen) for blank paper, A4 across, on one page. */
export function certificatePaper(of: CertificatePrinted): Paper {
  const room = pointsOf(landscape.height - landscape.top - landscape.bottom);
  const width = pointsOf(widthWithin(landscape));
  const least = looks[looks.length - 1] ?? looks[0];
  const heightOf = (look: Look) => estimatedHeight(blocksOf(of, look), width);
  const look = looks.find((each) => heightOf(each) <= room) ?? least;
  return {
    ...{ title: titleOf(of), author: of.office, day: of.day, fields: fieldsOf(of) },
    sections: [
      {
        ...{ page: landscape, numbered: false, frameAt: 9 },
        blocks: blocksOf(of, look, Math.floor(Math.max(0, room - heightOf(look)) / 2)),
      },
    ],
  };
}

/** Bought form (phôi), and how far all text on it is moved; millimetres. */
export interface FormPrinted {
  width: number;
  height: number;
  rightBy: number;
  downBy: number;
}

export const usualForm: FormPrinted = { width: landscape.width, height: landscape.height, rightBy: 0, downBy: 0 };

/** Sizes of a citation on a bought form. */
const onForm = [16, 14, 13, 12, 11, 10, 9, 8] as const;

/** The same as text alone, for a bought form: its heading, motto and frame are printed on it already. */
export function overprint(of: CertificatePrinted, { width, height, rightBy, downBy }: FormPrinted): Paper {
  const { name, unit, decision, signer } = of;
  /** Place of blocks, in shares of the form. */
  const at = ([x, y, share]: readonly [x: number, y: number, share: number], blocks: readonly Paragraph[]): Placed => ({
    ...{ is: 'PLACED', x: x * width + rightBy, y: y * height + downBy, width: share * width, blocks },
  });
  const recipient = (size: number) => [
    centred(bold(name), { size: size < 12 ? 20 : 26 }),
    ...(unit === null ? [] : [centred(plain(unit), { size: size < 12 ? 14 : 16, before: 2 })]),
    centred(plain(citationOf(of)), { size, before: 4 }),
  ];
  const fits = (size: number) => estimatedHeight(recipient(size), pointsOf(0.8 * width)) <= pointsOf(0.25 * height);
  return {
    ...{ title: titleOf(of), author: of.office, day: of.day, fields: fieldsOf(of) },
    sections: [
      {
        ...{ page: { width, height, top: 0, bottom: 0, left: 0, right: 0 }, numbered: false },
        blocks: [
          at([0.1, 0.41, 0.8], recipient(onForm.find(fits) ?? 8)),
          at(
            [0.1, 0.66, 0.36],
            [
              left(plain(decision), { size: sizes.list }),
              left(plain(codeWords + of.code.code), { size: 9, before: 6 }),
            ],
          ),
          at(
            [0.52, 0.66, 0.4],
            [
              centred(italic(dayOf(of))),
              ...authorityLines(signer).map((line) => centred(bold(line))),
              centred(bold(signer.name ?? ''), { before: 64 }),
            ],
          ),
        ],
      },
    ],
  };
}

/** Values of the fields of a template: see `templateFields`. */
const fieldsOf = (of: CertificatePrinted): FieldValues => ({
  ...{ co_quan: of.office, dong_tren: of.verb, ten_giay: of.heading, ten: of.name, don_vi: of.unit ?? '' },
  ...{ ky: of.period ?? '', thanh_tich: citationOf(of), quyet_dinh: of.decision, dia_danh_ngay: dayOf(of) },
  ...{ quyen_han: authorityLines(of.signer).join('\n'), nguoi_ky: of.signer.name ?? '' },
  ma_kiem_tra: of.code.code,
});
