import type { FieldValues } from '../templates/template-fields.data.js';
import { body, bold, centred, italic, plain, rule, sizes, space } from './block.rules.js';
import {
  basesOf,
  foot,
  footFields,
  head,
  headFields,
  numberOf,
  title,
  type Head,
  type SignerPrinted,
} from './office.rules.js';
import {
  counts,
  formOf,
  kindsOf,
  mostInSentence,
  nameOf,
  rowFields,
  rowsByForm,
  toWhom,
  type NomineePrinted,
} from './nominees.rules.js';
import { a4, type Block, type Code, type Grid, type Paper, type Section } from './paper.js';
import { amountInFigures, amountInWords, blankDay, dayInWords } from './said.rules.js';

/** Award that a decision gives or revokes, as its paper names it. */
export interface AwardPrinted extends NomineePrinted {
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

/** Decision (quyết định) with its annexed list. Award decisions are the chairperson's, not of the body. */
export function decisionPaper(decision: DecisionPrinted): Paper {
  const { office, numberText, day, awards } = decision;
  const listed = awards.length > mostInSentence;
  const recipients = recipientsOf(decision, listed);
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
      ...foot(recipients, decision.signer),
      ...(decision.code === null ? [] : [space(6), decision.code]),
    ],
  };
  return {
    title: numberText === null ? `Quyết định ${decision.about}` : `Quyết định số ${numberText}`,
    author: office,
    day,
    sections: listed ? [main, annex(decision)] : [main],
    fields: fieldsOf({ ...decision, recipients }, listed),
  };
}

/** Recipients, with the number that the last article, on who carries the decision out, has here: "Như Điều 4". */
const recipientsOf = (decision: DecisionPrinted, listed: boolean): string[] =>
  decision.recipients.map((name) =>
    name.replace(/(?<=^[-–•\s]*Như Điều )\d+/iu, String(articleTexts(decision, listed).length)),
  );

/** Values of the fields of a template: see `templateFields`. */
function fieldsOf(decision: DecisionPrinted, listed: boolean): FieldValues {
  const { about, bases, recipients, signer, code, awards } = decision;
  const total = totalOf(awards);
  const articles = articleTexts(decision, listed).map((lines, place) => `Điều ${place + 1}. ${lines.join('\n')}`);
  return {
    ...{ ...headFields(decision, about), ...footFields(recipients, signer) },
    ...{ can_cu: basesOf(bases).join('\n'), noi_dung: articles.join('\n') },
    ...{ ma_kiem_tra: code?.code ?? '', so_luong: counts(awards) },
    tong_tien: total === null ? '' : amountInFigures(total),
    tong_tien_bang_chu: total === null ? '' : amountInWords(total),
    danh_sach: rowFields(awards, ({ amount }) => ({ tien_thuong: amount === null ? '' : amountInFigures(amount) })),
  };
}

/** Lines of each article, without its number. */
function articleTexts({ kind, awards }: DecisionPrinted, listed: boolean): string[][] {
  return [
    ...(kind === 'GRANT' ? granting(awards) : revoking(awards, listed)),
    ['Quyết định này có hiệu lực kể từ ngày ký.'],
    [
      `Các bộ phận, đơn vị có liên quan và các ${kindsOf(awards)} có tên tại Điều 1 ` +
        'chịu trách nhiệm thi hành Quyết định này./.',
    ],
  ];
}

function articles(decision: DecisionPrinted, listed: boolean): Block[] {
  const texts = articleTexts(decision, listed);
  return texts.flatMap(([first = '', ...rest], place) => [
    body([bold(`Điều ${place + 1}. `), plain(first)], { withNext: rest.length > 0 || place === texts.length - 1 }),
    ...rest.map((line) => body(plain(line))),
  ]);
}

function granting(awards: readonly AwardPrinted[]): string[][] {
  const total = totalOf(awards);
  return [
    toWhom({ verb: 'Tặng', several: 'Khen thưởng' }, awards),
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
    : awards.map((award) => `Hủy bỏ việc tặng ${formOf(award)} cho ${nameOf(award)}${by(award)}.`),
  ['Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận theo quy định của pháp luật về thi đua, khen thưởng.'],
];

const by = ({ givenBy }: AwardPrinted) => (givenBy === null ? '' : ` tại ${givenBy}`);

/** Sum of the amounts, whole đồng; null where there is no money. */
const totalOf = (awards: readonly AwardPrinted[]): string | null =>
  awards.some(({ amount }) => amount !== null)
    ? String(awards.reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n))
    : null;

/** Annexed list, with pages of its own. */
function annex(decision: DecisionPrinted): Section {
  const { kind, day, year, office: name, numberText, symbol } = decision;
  const number = numberOf({ numberText, symbol });
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
  const total = totalOf(awards);
  const rows = rowsByForm(awards, ({ name, unit, amount }) => [
    name,
    unit ?? '',
    ...(total === null ? [] : [amount === null ? '' : amountInFigures(amount)]),
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
