import { body, plain } from './block.rules.js';
import { addressees } from './nomination-paper.rules.js';
import { foot, footFields, head, headFields, type Head, type SignerPrinted } from './office.rules.js';
import { a4, type Paper } from './paper.js';

/** Misprint of a decision, as it was printed and as it reads rightly. */
export interface Misprint {
  /** Place of the misprint in words: "Tên hộ gia đình". */
  item: string;
  printed: string;
  right: string;
}

export interface CorrectionPrinted extends Omit<Head, 'numberText' | 'day' | 'symbol' | 'subject'> {
  /** Decision: "Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024". */
  decision: string;
  /** Title of the decision. */
  about: string;
  to: readonly string[];
  signer: SignerPrinted;
  misprints: readonly Misprint[];
}

const recipients = ['Như trên', 'Lưu: VT'];

/** Letter (công văn đính chính) on misprints of a decision. Number and day are blank: they come with the signature. */
export function correction({ decision, about, to, signer, misprints, ...office }: CorrectionPrinted): Paper {
  const subject = `đính chính ${decision}`;
  const of: Head = { ...office, numberText: null, day: null, symbol: 'UBND', subject };
  const lines = misprints.map(
    ({ item, printed, right }, place) => `${place + 1}. ${item}: đã in “${printed}”; nay đính chính là “${right}”.`,
  );
  const announced =
    `${decision} của Chủ tịch ${of.office} (${about}) có sai sót khi trình bày. ` + `${of.office} đính chính như sau:`;
  const blocks = [
    ...head(of),
    ...addressees(to),
    body(plain(announced), { withNext: true }),
    ...lines.map((line) => body(plain(line))),
    body(plain('Các nội dung khác của Quyết định không thay đổi. Văn bản này kèm theo Quyết định nêu trên./.'), {
      withNext: true,
    }),
    ...foot(recipients, signer),
  ];
  return {
    ...{ title: `Công văn ${subject}`, author: of.office, day: null },
    sections: [{ page: a4, numbered: true, blocks }],
    fields: {
      ...{ ...headFields(of, subject), ...footFields(recipients, signer) },
      ...{ kinh_gui: to.join('; '), quyet_dinh: decision, noi_dung: [announced, ...lines].join('\n') },
      danh_sach: misprints.map(({ item: muc, printed: da_in, right: sua_thanh }) => ({ muc, da_in, sua_thanh })),
    },
  };
}
