import { body, bold, centred, italic, left, plain, rule, sizes, space } from './block.rules.js';
import { byForm, counts, formOf, mostInSentence, rowsByForm, toWhom, type NomineePrinted } from './nominees.rules.js';
import { basesOf, foot, head, numberOf, title, type Head, type SignerPrinted } from './office.rules.js';
import { a4, type Block, type Grid, type Paper, type Section } from './paper.js';
import { blankDay } from './said.rules.js';

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

/** Symbol of a type of paper: "TTr-UBND". */
const symbolOf = (type: string, { series }: Pick<RoundPrinted, 'series'>) =>
  series === null ? type : `${type}-${series}`;

const headOf = (type: string, round: RoundPrinted) =>
  head({ ...round, numberText: null, day: null, symbol: symbolOf(type, round) });

const paperOf = (of: string, round: RoundPrinted, sections: readonly Section[]): Paper => ({
  ...{ title: `${of}: ${round.round}`, author: round.office, day: null, sections },
});

const sectionOf = (blocks: readonly Block[]): Section => ({ page: a4, numbered: true, blocks });

/** Subject: the forms that are asked for, or, of more than two, the round. */
const about = ({ nominations, round }: RoundPrinted) => {
  const forms = byForm(nominations).map(([first]) => formOf(first));
  return forms.length > 2 ? `khen thưởng (${round})` : `tặng ${forms.join(' và ')}`;
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
  const { office, to, nominations, dossier } = round;
  const asking = `${office} kính đề nghị ${to.join(', ')} xem xét,`;
  const sentences = toWhom({ verb: `${asking} tặng`, several: `${asking} khen thưởng` }, nominations);
  const main = sectionOf([
    ...headOf('TTr', round),
    ...title('Tờ trình', `Về việc đề nghị ${about(round)}`),
    ...addressees(to),
    ...basesOf(round.bases).map((base) => body(italic(base))),
    ...sentences.map((line) => body(plain(line))),
    ...(dossier.length === 0 ? [] : [body(plain(`Hồ sơ kèm theo gồm: ${dossier.join('; ')}.`))]),
    body(plain(`${office} kính trình ${to.join(', ')} xem xét, quyết định./.`), { withNext: true }),
    ...foot(['Như trên', 'Lưu: VT'], round.signer),
  ]);
  const number = numberOf({ numberText: null, symbol: symbolOf('TTr', round) });
  const annex = sectionOf([
    centred(bold('DANH SÁCH'), { withNext: true }),
    centred(bold(`Đề nghị ${about(round)}`), { withNext: true }),
    centred(italic(`(Kèm theo Tờ trình số ${number} ${blankDay(round.year)} của ${office})`), { withNext: true }),
    rule(32),
    space(8),
    listOf(round),
  ]);
  return paperOf('Tờ trình', round, nominations.length > mostInSentence ? [main, annex] : [main]);
}

/** List (danh sách) of the nominees, with what they have achieved. */
export const list = (round: RoundPrinted): Paper =>
  paperOf('Danh sách', round, [
    sectionOf([
      ...headOf('DS', round),
      ...title('Danh sách', `Đề nghị ${about(round)}`),
      listOf(round),
      ...foot([], round.signer),
    ]),
  ]);

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

/** Report (báo cáo tổng hợp): what came of the meetings and of the consultation of the public, nominee by nominee. */
export function summary(round: RoundPrinted): Paper {
  const { nominations } = round;
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
    rows: rowsByForm(nominations, ({ name, unit, votes, objections, state }) => [
      ...[name, unit ?? '', votes ?? '', objections === 0 ? '' : String(objections), state],
    ]),
  };
  const sums = byForm(nominations).map((group) => body(plain(`- ${formOf(group[0])}: ${counts(group)}.`)));
  return paperOf('Báo cáo tổng hợp', round, [
    sectionOf([
      ...headOf('BC', round),
      ...title('Báo cáo', `Tổng hợp kết quả xét đề nghị ${about(round)}`),
      body(plain(`${round.round} có ${counts(nominations)} được đề nghị, gồm:`), { withNext: true }),
      ...sums,
      body(plain('Kết quả xét từng trường hợp như sau:'), { withNext: true }),
      grid,
      ...foot(['Lưu: VT'], round.signer),
    ]),
  ]);
}
