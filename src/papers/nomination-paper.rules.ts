import type { FieldValues } from '../templates/template-fields.data.js';
import { body, bold, centred, italic, left, plain, rule, sizes, space } from './block.rules.js';
import { byForm, counts, formOf, mostInSentence, rowFields, rowsByForm, toWhom } from './nominees.rules.js';
import type { NomineePrinted } from './nominees.rules.js';
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
import { a4, type Block, type Grid, type Paper, type Section } from './paper.js';
import { blankDay, capital } from './said.rules.js';

/** Nomination as papers print it. */
export interface NominationPrinted extends NomineePrinted {
  /** Summary of the achievements. */
  summary: string;
  /** State in words. */
  state: string;
  /** Votes for it of the base, at its last meeting: "4/5"; null: it was before none. */
  votes: string | null;
  /** Objections while the list hung. */
  objections: number;
}

/** Nominations of a round as an office proposes them. Number and day are blank: they come with the signature. */
export interface RoundPrinted extends Omit<Head, 'numberText' | 'symbol' | 'day'> {
  /** Body behind the type in a symbol: "UBND"; null: none. */
  series: string | null;
  /** Name of the round. */
  round: string;
  /** Offices that the proposal is for. */
  to: readonly string[];
  bases: readonly string[];
  /** Documents of the dossier. */
  dossier: readonly string[];
  signer: SignerPrinted;
  nominations: readonly NominationPrinted[];
}

const kept = ['Như trên', 'Lưu: VT'];

/** Head of a paper of a type, "TTr-UBND"; null: papers of the type have no number. */
const headOf = (type: string | null, { series, ...round }: RoundPrinted): Head => ({
  ...{ ...round, numberText: null, day: null },
  symbol: type === null || series === null ? type : `${type}-${series}`,
});

const paperOf = (
  of: string,
  { round, office }: RoundPrinted,
  { blocks, fields }: { blocks: readonly (readonly Block[])[]; fields: FieldValues },
): Paper => ({
  ...{ title: `${of}: ${round}`, author: office, day: null, fields },
  sections: blocks.map((each): Section => ({ page: a4, numbered: true, blocks: each })),
});

/** Subject: the forms that are asked for, or, of more than two, the round. */
const about = ({ nominations, round }: RoundPrinted) => {
  const forms = byForm(nominations).map(([first]) => formOf(first));
  return forms.length > 2 ? `khen thưởng đợt “${round}”` : `tặng ${forms.join(' và ')}`;
};

/** Addressees: one behind "Kính gửi", several below it. */
export const addressees = (to: readonly string[]): Block[] =>
  to.length === 1
    ? [centred(plain(`Kính gửi: ${to.join('')}.`), { before: 4, after: 8 })]
    : [
        left(plain('Kính gửi:'), { indent: 25, before: 4 }),
        ...to.map((each, place) =>
          left(plain(`- ${each}${place < to.length - 1 ? ';' : '.'}`), { indent: 35, after: 2 }),
        ),
        space(6),
      ];

/** Proposal (tờ trình) with its list. */
export function proposal(round: RoundPrinted): Paper {
  const { office, to, nominations, dossier, signer } = round;
  const of = headOf('TTr', round);
  const asking = `${office} kính đề nghị ${to.join(', ')} xem xét,`;
  const texts = [
    ...toWhom({ verb: `${asking} tặng`, several: `${asking} khen thưởng` }, nominations),
    ...(dossier.length === 0 ? [] : [`Hồ sơ kèm theo gồm: ${dossier.join('; ')}.`]),
    `${office} kính trình ${to.join(', ')} xem xét, quyết định./.`,
  ];
  const bases = basesOf(round.bases);
  const main = [
    ...head(of),
    ...title('Tờ trình', `Về việc đề nghị ${about(round)}`),
    ...addressees(to),
    ...bases.map((base) => body(italic(base))),
    ...texts.map((line, place) => body(plain(line), { withNext: place === texts.length - 1 })),
    ...foot(kept, signer),
  ];
  const annex = [
    centred(bold('DANH SÁCH'), { withNext: true }),
    centred(bold(`Đề nghị ${about(round)}`), { withNext: true }),
    centred(italic(`(Kèm theo Tờ trình số ${numberOf(of)} ${blankDay(round.year)} của ${office})`), { withNext: true }),
    rule(32),
    space(8),
    listOf(round),
  ];
  const fields = {
    ...{ ...headFields(of, `Về việc đề nghị ${about(round)}`), ...footFields(kept, signer) },
    ...{ kinh_gui: to.join('; '), can_cu: bases.join('\n'), noi_dung: texts.join('\n') },
    ...listed(round),
  };
  return paperOf('Tờ trình', round, { blocks: nominations.length > mostInSentence ? [main, annex] : [main], fields });
}

/** Fields of a list with achievements. */
const listed = ({ nominations }: RoundPrinted) => ({
  so_luong: counts(nominations),
  danh_sach: rowFields(nominations, ({ summary: thanh_tich }) => ({ thanh_tich })),
});

/** List (danh sách) of the nominees, with what they have achieved. */
export function list(round: RoundPrinted): Paper {
  const of = headOf(null, round);
  const { nominations, signer } = round;
  const blocks = [
    ...head(of),
    ...title('Danh sách', `Đề nghị ${about(round)}`),
    listOf(round),
    body(plain(`Danh sách này có ${counts(nominations)}./.`), { before: 6, withNext: true }),
    ...foot([], signer),
  ];
  const told = { ...headFields(of, `Đề nghị ${about(round)}`), ...footFields([], signer) };
  return paperOf('Danh sách', round, { blocks: [blocks], fields: { ...told, ...listed(round) } });
}

const listOf = ({ nominations }: RoundPrinted): Grid => ({
  is: 'GRID',
  size: sizes.list,
  columns: [
    { heading: 'TT', share: 8, align: 'CENTER' },
    { heading: 'Họ và tên, tên tập thể', share: 36, align: 'LEFT' },
    { heading: 'Đơn vị', share: 32, align: 'LEFT' },
    { heading: 'Tóm tắt thành tích', share: 50, align: 'LEFT' },
  ],
  rows: rowsByForm(nominations, ({ name, unit, summary }) => [name, unit ?? '', summary]),
});

/** Figures of a nomination in the summary: votes, objections, state. */
const cameOf = ({ votes, objections, state }: NominationPrinted) =>
  [votes ?? '', objections === 0 ? '' : String(objections), capital(state)] as const;

/** Report (báo cáo tổng hợp): what came of the meetings and of the consultation of the public, nominee by nominee. */
export function summary(round: RoundPrinted): Paper {
  const { nominations, signer, to } = round;
  const of = headOf('BC', round);
  const grid: Grid = {
    is: 'GRID',
    size: sizes.list,
    columns: [
      { heading: 'TT', share: 8, align: 'CENTER' },
      { heading: 'Họ và tên, tên tập thể', share: 36, align: 'LEFT' },
      { heading: 'Đơn vị', share: 32, align: 'LEFT' },
      { heading: 'Biểu quyết đồng ý', share: 15, align: 'CENTER' },
      { heading: 'Ý kiến phản ánh', share: 14, align: 'CENTER' },
      { heading: 'Kết quả đến nay', share: 26, align: 'LEFT' },
    ],
    rows: rowsByForm(nominations, (each) => [each.name, each.unit ?? '', ...cameOf(each)]),
  };
  const sums = byForm(nominations).map((group) => `- ${capital(formOf(group[0]))}: ${counts(group)}.`);
  const texts = [`${round.round} có ${counts(nominations)} được đề nghị, gồm:`, ...sums];
  const blocks = [
    ...head(of),
    ...title('Báo cáo', `Tổng hợp kết quả xét đề nghị ${about(round)}`),
    ...texts.map((line, place) => body(plain(line), { withNext: place === 0 })),
    body(plain('Kết quả xét từng trường hợp như sau:'), { withNext: true }),
    grid,
    body(plain(`Trên đây là báo cáo tổng hợp kết quả xét đề nghị ${about(round)}./.`), { before: 6, withNext: true }),
    ...foot([...to, 'Lưu: VT'], signer),
  ];
  const subject = `Tổng hợp kết quả xét đề nghị ${about(round)}`;
  const rows = rowFields(nominations, (each) => {
    const [dong_y, phan_anh, ket_qua] = cameOf(each);
    return { dong_y, phan_anh, ket_qua };
  });
  const fields = {
    ...{ ...headFields(of, subject), ...footFields([...to, 'Lưu: VT'], signer) },
    ...{ noi_dung: texts.join('\n'), so_luong: counts(nominations), danh_sach: rows },
  };
  return paperOf('Báo cáo tổng hợp', round, { blocks: [blocks], fields });
}
