import type { FieldValues } from '../templates/template-fields.data.js';
import { bold, centred, columns, italic, left, plain, rule, sizes, space } from './block.rules.js';
import { authorityLines, placeAndDay, type SignerPrinted } from './office.rules.js';
import { codeWords } from './paper.js';
import type { Block, Code, Page, Paper, Paragraph, Placed } from './paper.js';

/** Award as its certificate prints it. */
export interface CertificatePrinted {
  office: string;
  /** Name of the certificate in capitals: "GIẤY KHEN". */
  heading: string;
  /** Line above the heading: "TẶNG". */
  verb: string;
  name: string;
  unit: string | null;
  citation: string;
  decision: string;
  place: string;
  day: string;
  signer: SignerPrinted;
  code: Code;
}

const landscape: Page = { width: 297, height: 210, top: 22, bottom: 18, left: 30, right: 30 };

/** Lines at the left: the decision, and the register that the certificate is entered in by hand. */
const registered = ({ decision }: CertificatePrinted): Block[] =>
  [decision, 'Vào sổ khen thưởng số: …………'].map((line) => left(plain(line), { size: sizes.list }));

/** Type that a citation of a length fits the page in. */
const citationSize = ({ length }: string) => (length < 250 ? 18 : length < 800 ? 14 : 11);

const titleOf = ({ heading, name }: CertificatePrinted) => `${heading} ${name}`;

/** Certificate (giấy khen) for blank paper, A4 across. */
export function certificatePaper(of: CertificatePrinted): Paper {
  const { office, signer } = of;
  const right: Block[] = [
    centred(italic(placeAndDay({ ...of, year: of.day.slice(0, 4) }))),
    ...authorityLines(signer).map((line) => centred(bold(line))),
    space(64),
    centred(bold(signer.name ?? '')),
  ];
  return {
    ...{ title: titleOf(of), author: office, day: of.day, fields: fieldsOf(of) },
    sections: [
      {
        ...{ page: landscape, numbered: false, frameAt: 9 },
        blocks: [
          centred(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { size: 14 }),
          centred(bold('Độc lập - Tự do - Hạnh phúc'), { size: 15 }),
          rule(62),
          centred(bold(`CHỦ TỊCH ${office.toLocaleUpperCase('vi')}`), { size: 16, before: 22 }),
          centred(bold(of.verb), { size: 15, before: 10 }),
          centred(bold(of.heading), { size: 44, before: 6, after: 8 }),
          centred(bold(of.name), { size: 28 }),
          ...(of.unit === null ? [] : [centred(plain(of.unit), { size: 18, before: 4 })]),
          centred(plain(of.citation), { size: citationSize(of.citation), before: 12, after: 16 }),
          columns([46, [...registered(of), space(8), of.code]], [54, right]),
        ],
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

/** The same as text alone, for a bought form: its heading, motto and frame are printed on it already. */
export function overprint(of: CertificatePrinted, { width, height, rightBy, downBy }: FormPrinted): Paper {
  const { name, unit, citation, decision, signer } = of;
  /** Place of blocks, in shares of the form. */
  const at = ([x, y, share]: readonly [x: number, y: number, share: number], blocks: readonly Paragraph[]): Placed => ({
    ...{ is: 'PLACED', x: x * width + rightBy, y: y * height + downBy, width: share * width, blocks },
  });
  const day = placeAndDay({ ...of, year: of.day.slice(0, 4) });
  return {
    ...{ title: titleOf(of), author: of.office, day: of.day, fields: fieldsOf(of) },
    sections: [
      {
        ...{ page: { width, height, top: 0, bottom: 0, left: 0, right: 0 }, numbered: false },
        blocks: [
          at(
            [0.1, 0.43, 0.8],
            [
              centred(bold(name), { size: 26 }),
              ...(unit === null ? [] : [centred(plain(unit), { size: 16, before: 2 })]),
              centred(plain(citation), { size: Math.min(16, citationSize(citation)), before: 6 }),
            ],
          ),
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
              centred(italic(day)),
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
  ...{ thanh_tich: of.citation, quyet_dinh: of.decision, nguoi_ky: of.signer.name ?? '', ma_kiem_tra: of.code.code },
  dia_danh_ngay: placeAndDay({ ...of, year: of.day.slice(0, 4) }),
  quyen_han: authorityLines(of.signer).join('\n'),
});
