import { groups } from '../database/batch.js';
import { body, bold, centred, italic, plain, rule, sizes, space } from './block.rules.js';
import { basesOf, foot, head, numberLine, title, type Head, type SignerPrinted } from './office.rules.js';
import { a4, type Block, type Code, type Grid, type GridRow, type Paper, type Section } from './paper.js';
import { amountInFigures, amountInWords, blankDay, capital, counted, dayInWords } from './said.rules.js';

/** Kinds of recipient as decisions count them. */
const recipientKinds = ['tập thể', 'hộ gia đình', 'cá nhân'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Award that a decision gives or revokes, as its paper names it. */
export interface AwardPrinted {
  name: string;
  kind: RecipientKind;
  /** Unit of the recipient; null: the commune itself. */
  unit: string | null;
  /** Form as it is named in a sentence: danh hiệu “Lao động tiên tiến”. */
  form: string;
  /** Period in words; null: none. */
  period: string | null;
  /** Whole đồng; null: no money is foreseen. */
  amount: string | null;
  /** Number and day of the decision that gave it, of an award that is revoked. */
  givenBy: string | null;
}

/** Decision of the chairperson as its paper says it. */
export interface DecisionPrinted extends Head {
  kind: 'GRANT' | 'REVOCATION';
  about: string;
  bases: readonly string[];
  recipients: readonly string[];
  signer: SignerPrinted;
  awards: readonly AwardPrinted[];
  code: Code | null;
}

/** Awards that stand in the article itself; more of them stand in a list. */
const mostInArticle = 3;

/** Decision (quyết định) with its annexed list. Award decisions are the chairperson's, not of the body. */
export function decisionPaper(decision: DecisionPrinted): Paper {
  const { office, numberText, day, awards } = decision;
  const listed = awards.length > mostInArticle;
  const main: Section = {
    page: a4,
    numbered: true,
    blocks: [
      ...head(decision),
      ...title('Quyết định', decision.about),
      centred(bold(`CHỦ TỊCH ${office.toLocaleUpperCase('vi')}`), { after: 8, withNext: true }),
      ...basesOf(decision.bases).map((base) => body(italic(base))),
      centred(bold('QUYẾT ĐỊNH:'), { before: 6, after: 6, withNext: true }),
      ...articles(decision, listed),
      ...foot(decision.recipients, decision.signer),
      ...(decision.code === null ? [] : [space(6), decision.code]),
    ],
  };
  return {
    title: numberText === null ? `Quyết định ${decision.about}` : `Quyết định số ${numberText}`,
    author: office,
    day,
    sections: listed ? [main, annex(decision)] : [main],
  };
}

function articles(decision: DecisionPrinted, listed: boolean): Block[] {
  const { kind, awards } = decision;
  const named = [...new Set(awards.map((award) => award.kind))].sort(byKind).join(', ');
  const texts = [
    ...(kind === 'GRANT' ? granting(awards, listed) : revoking(awards, listed)),
    ['Quyết định này có hiệu lực kể từ ngày ký.'],
    [`Các bộ phận, đơn vị có liên quan và các ${named} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`],
  ];
  return texts.flatMap(([first = '', ...rest], place) => [
    body([bold(`Điều ${place + 1}. `), plain(first)], { withNext: rest.length > 0 || place === texts.length - 1 }),
    ...rest.map((line) => body(plain(line))),
  ]);
}

function granting(awards: readonly AwardPrinted[], listed: boolean): string[][] {
  const together = grouped(awards);
  const [only] = together;
  const article = listed
    ? together.length === 1
      ? [`Tặng ${formOf(only)} cho ${counts(awards)} (có danh sách kèm theo).`]
      : [
          `Khen thưởng ${counts(awards)} (có danh sách kèm theo), gồm:`,
          ...together.map((group) => `- ${formOf(group)}: ${counts(group)};`).map(lastWithStop),
        ]
    : together.flatMap((group) =>
        group.length === 1
          ? [`Tặng ${formOf(group)} cho ${nameOf(group[0])}.`]
          : [`Tặng ${formOf(group)} cho:`, ...group.map((award, n) => `${n + 1}. ${nameOf(award)};`).map(lastWithStop)],
      );
  const total = totalOf(awards);
  return [
    article,
    ...(total === null
      ? []
      : [
          [
            `Tiền thưởng kèm theo là ${amountInFigures(total)} đồng (bằng chữ: ${amountInWords(total)}), ` +
              'chi từ quỹ thi đua, khen thưởng theo quy định.',
          ],
        ]),
  ];
}

const revoking = (awards: readonly AwardPrinted[], listed: boolean): string[][] => [
  listed
    ? [`Hủy bỏ việc khen thưởng đối với ${counts(awards)} (có danh sách kèm theo).`]
    : awards.map((award) => `Hủy bỏ việc tặng ${formOf([award])} cho ${nameOf(award)}${by(award)}.`),
  ['Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận theo quy định của pháp luật về thi đua, khen thưởng.'],
];

const by = ({ givenBy }: AwardPrinted) => (givenBy === null ? '' : ` tại ${givenBy}`);
const lastWithStop = (line: string, place: number, lines: readonly string[]) =>
  place === lines.length - 1 ? line.replace(/;$/, '.') : line;
const nameOf = (award?: AwardPrinted) => [award?.name, award?.unit].filter((part) => part != null).join(', ');
const formOf = (group?: readonly AwardPrinted[]) =>
  [group?.[0]?.form, group?.[0]?.period].filter((part) => part != null).join(' ');
const byKind = (one: RecipientKind, other: RecipientKind) =>
  recipientKinds.indexOf(one) - recipientKinds.indexOf(other);

/** Awards of one form and period together, in the order in which they are first named. */
const grouped = (awards: readonly AwardPrinted[]): AwardPrinted[][] => groups(awards, (award) => [formOf([award])]);

/** How many of each kind: "02 tập thể, 880 hộ gia đình và 12 cá nhân". */
function counts(awards: readonly AwardPrinted[]): string {
  const parts = recipientKinds.flatMap((kind) => {
    const number = awards.filter((award) => award.kind === kind).length;
    return number === 0 ? [] : [`${counted(number)} ${kind}`];
  });
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' và ');
}

/** Sum of the amounts, whole đồng; null where there is no money. */
const totalOf = (awards: readonly AwardPrinted[]): string | null =>
  awards.some(({ amount }) => amount !== null)
    ? String(awards.reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n))
    : null;

/** Annexed list, with pages of its own. */
function annex(decision: DecisionPrinted): Section {
  const { kind, day, year, office: name, numberText, symbol } = decision;
  const number = numberLine({ numberText, symbol }).replace('Số: ', '');
  return {
    page: a4,
    numbered: true,
    blocks: [
      centred(bold('DANH SÁCH'), { withNext: true }),
      centred(bold(kind === 'GRANT' ? 'Các trường hợp được khen thưởng' : 'Các trường hợp bị hủy bỏ khen thưởng'), {
        withNext: true,
      }),
      centred(
        italic(
          `(Kèm theo Quyết định số ${number} ${day === null ? blankDay(year) : dayInWords(day)} của Chủ tịch ${name})`,
        ),
        { withNext: true },
      ),
      rule(32),
      space(8),
      gridOf(decision),
    ],
  };
}

function gridOf({ awards }: DecisionPrinted): Grid {
  const together = grouped(awards);
  const total = totalOf(awards);
  let place = 0;
  const line = ({ name, unit, amount }: AwardPrinted) => [
    String((place += 1)),
    name,
    unit ?? '',
    ...(total === null ? [] : [amount === null ? '' : amountInFigures(amount)]),
  ];
  const rows = together.flatMap((group, number): GridRow[] => [
    ...(together.length > 1 ? [{ across: `${roman(number + 1)}. ${capital(formOf(group))}` }] : []),
    ...recipientKinds.flatMap((kind): GridRow[] => {
      const ofKind = group.filter((award) => award.kind === kind);
      const heading = ofKind.length > 0 && ofKind.length < group.length ? [{ across: capital(kind) }] : [];
      return [...heading, ...ofKind.map(line)];
    }),
  ]);
  return {
    is: 'GRID',
    size: sizes.list,
    columns: [
      { heading: 'TT', share: 8, align: 'CENTER' },
      { heading: 'Họ và tên, tên tập thể', share: 46, align: 'LEFT' },
      { heading: 'Đơn vị', share: 46, align: 'LEFT' },
      ...(total === null ? [] : [{ heading: 'Tiền thưởng (đồng)', share: 22, align: 'RIGHT' as const }]),
    ],
    rows: [...rows, ...(total === null ? [] : [{ total: ['', 'Tổng cộng', '', amountInFigures(total)] }])],
  };
}

/** Number from 1 to 39 in Roman figures. */
export const roman = (number: number): string =>
  'X'.repeat(Math.floor(number / 10)) +
  (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? '');
