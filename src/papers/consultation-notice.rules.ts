import { body, bold, centred, italic, plain, rule, sizes, space } from './block.rules.js';
import {
  byForm,
  counts,
  formOf,
  mostInSentence,
  nameOf,
  rowFields,
  rowsByForm,
  type NomineePrinted,
} from './nominees.rules.js';
import { foot, footFields, head, headFields, numberOf, title, type Head, type SignerPrinted } from './office.rules.js';
import { a4, type Block, type Paper } from './paper.js';
import { blankDay, counted, dayInWords } from './said.rules.js';

/** Consultation of the public as its notice prints it. */
export interface NoticePrinted extends Omit<Head, 'numberText' | 'day' | 'symbol'> {
  firstDay: string;
  lastDay: string;
  days: number;
  /** Whether these are working days. */
  areWorkingDays: boolean;
  places: readonly string[];
  signer: SignerPrinted;
  nominees: readonly NomineePrinted[];
}

const symbol = 'TB-UBND';

/** Notice (thông báo công khai) of the nominees on a list that hangs, and of where objections go. */
export function notice(of: NoticePrinted): Paper {
  const { office, nominees, days, areWorkingDays, firstDay, lastDay, places } = of;
  const listed = nominees.length > mostInSentence;
  const forms = byForm(nominees)
    .map(([first]) => formOf(first))
    .join(', ');
  const names = listed ? [] : nominees.map((each, place) => body(plain(`${place + 1}. ${nameOf(each)}`)));
  const time = `${counted(days)} ngày${areWorkingDays ? ' làm việc' : ''}, từ ${dayInWords(firstDay)}`;
  const number = numberOf({ numberText: null, symbol });
  const annex: Block[] = [
    centred(bold('DANH SÁCH'), { withNext: true }),
    centred(bold(`Đề nghị tặng ${forms}`), { withNext: true }),
    centred(italic(`(Kèm theo Thông báo số ${number} ${blankDay(of.year)} của ${office})`), { withNext: true }),
    rule(32),
    space(8),
    {
      is: 'GRID',
      size: sizes.list,
      columns: [
        { heading: 'TT', share: 8, align: 'CENTER' },
        { heading: 'Họ và tên, tên tập thể', share: 46, align: 'LEFT' },
        { heading: 'Đơn vị', share: 46, align: 'LEFT' },
      ],
      rows: rowsByForm(nominees, ({ name, unit }) => [name, unit ?? '']),
    },
  ];
  const subject = `Công khai, lấy ý kiến về đề nghị tặng ${forms}`;
  const announced =
    `${office} thông báo công khai ${counts(nominees)} được đề nghị tặng ${forms}` +
    `${listed ? ' (có danh sách kèm theo)' : ''} để Nhân dân biết và tham gia ý kiến${listed ? '.' : ':'}`;
  const recipients = ['Các thôn, tổ dân phố', 'Lưu: VT'];
  const told = { ...of, numberText: null, day: null, symbol };
  const main: Block[] = [
    ...head(told),
    ...title('Thông báo', subject),
    body(plain(announced)),
    ...names,
    body([bold('1. Thời gian công khai: '), plain(`${time} đến hết ${dayInWords(lastDay)}.`)]),
    body([bold('2. Nơi công khai: '), plain(`${places.join('; ')}.`)]),
    body(
      [
        bold('3. Ý kiến phản ánh '),
        plain(`(nếu có) gửi về ${office} trước khi hết thời gian công khai; ý kiến được trả lời theo quy định./.`),
      ],
      { withNext: true },
    ),
    ...foot(recipients, of.signer),
  ];
  const sections = [main, ...(listed ? [annex] : [])].map((blocks) => ({ page: a4, numbered: true, blocks }));
  const fields = {
    ...{ ...headFields(told, subject), ...footFields(recipients, of.signer), noi_dung: announced },
    ...{ so_luong: counts(nominees), so_ngay: String(days), noi_niem_yet: places.join('; ') },
    ...{ tu_ngay: dayInWords(firstDay), den_ngay: dayInWords(lastDay), danh_sach: rowFields(nominees) },
  };
  return { title: `Thông báo công khai đề nghị tặng ${forms}`, author: office, day: null, sections, fields };
}
