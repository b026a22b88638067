import { bold, centred, columns, italic, left, plain, rule, sizes, space } from './block.rules.js';
import { authorityLines, placeAndDay, type SignerPrinted } from './office.rules.js';
import type { Block, Code, Page, Paper } from './paper.js';

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
    ...{ title: titleOf(of), author: office, day: of.day },
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
