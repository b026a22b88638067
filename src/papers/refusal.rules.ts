import { body, bold, centred, italic, plain, rule, sizes, space } from './block.rules.js';
import { addressees } from './nomination-paper.rules.js';
import { byForm, counts, formOf, kindsOf, mostInSentence, nameOf, rowFields, rowsByForm } from './nominees.rules.js';
import type { NomineePrinted } from './nominees.rules.js';
import { foot, footFields, head, headFields, numberOf, title, type Head, type SignerPrinted } from './office.rules.js';
import { a4, type Block, type Paper } from './paper.js';
import { blankDay } from './said.rules.js';

/** Nominations that were refused, as the commune answers those who made them. Number and day are blank. */
export interface RefusalPrinted extends Omit<Head, 'numberText' | 'day' | 'symbol'> {
  round: string;
  to: readonly string[];
  signer: SignerPrinted;
  nominees: readonly (NomineePrinted & { reason: string })[];
}

const recipients = ['Như trên', 'Lưu: VT'];

/** Notice (thông báo không khen thưởng) to those who put nominees forward, with the reason of each refusal. */
export function refusal({ round, to, signer, nominees, ...office }: RefusalPrinted): Paper {
  const of: Head = { ...office, numberText: null, day: null, symbol: 'TB-UBND' };
  const listed = nominees.length > mostInSentence;
  const forms = byForm(nominees)
    .map(([first]) => formOf(first))
    .join(', ');
  const subject = `Về việc không tặng ${forms}`;
  const told =
    `Chủ tịch ${of.office} đã xem xét các đề nghị khen thưởng đợt “${round}”. ${counts(nominees)} không được tặng ` +
    `${forms}${listed ? ' (có danh sách kèm theo).' : ', cụ thể như sau:'}`;
  const main: Block[] = [
    ...head(of),
    ...title('Thông báo', subject),
    ...addressees(to),
    body(plain(told)),
    ...(listed ? [] : nominees.map((each, place) => body(plain(lineOf(each, place))))),
    body(plain(`${of.office} thông báo để các ${kindsOf(nominees)} và đơn vị đề nghị biết./.`), { withNext: true }),
    ...foot(recipients, signer),
  ];
  const annex: Block[] = [
    centred(bold('DANH SÁCH'), { withNext: true }),
    centred(bold(`Không tặng ${forms}`), { withNext: true }),
    centred(italic(`(Kèm theo Thông báo số ${numberOf(of)} ${blankDay(of.year)} của ${of.office})`), {
      withNext: true,
    }),
    rule(32),
    space(8),
    {
      is: 'GRID',
      size: sizes.list,
      columns: [
        { heading: 'TT', share: 8, align: 'CENTER' },
        { heading: 'Họ và tên, tên tập thể', share: 36, align: 'LEFT' },
        { heading: 'Đơn vị', share: 32, align: 'LEFT' },
        { heading: 'Lý do', share: 50, align: 'LEFT' },
      ],
      rows: rowsByForm(nominees, ({ name, unit, reason }) => [name, unit ?? '', reason]),
    },
  ];
  return {
    ...{ title: `Thông báo không tặng ${forms}`, author: of.office, day: null },
    sections: [main, ...(listed ? [annex] : [])].map((blocks) => ({ page: a4, numbered: true, blocks })),
    fields: {
      ...{ ...headFields(of, subject), ...footFields(recipients, signer) },
      ...{ kinh_gui: to.join('; '), noi_dung: told, so_luong: counts(nominees) },
      danh_sach: rowFields(nominees, ({ reason: ly_do }) => ({ ly_do })),
    },
  };
}

const lineOf = (nominee: RefusalPrinted['nominees'][number], place: number): string =>
  `${place + 1}. ${nameOf(nominee)}: ${formOf(nominee)}. Lý do: ${nominee.reason.replace(/[\s.]+$/u, '')}.`;
