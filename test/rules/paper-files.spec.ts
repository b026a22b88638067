import { decisionPaper } from '../../src/papers/decision-paper.rules.js';
import { docxOf } from '../../src/papers/docx.js';
import type { Paper } from '../../src/papers/paper.js';
import { pdfOf } from '../../src/papers/pdf.js';
import { textOf } from '../../src/papers/plain-text.js';
import { docxText, pdfPages, pdfText, wordsOf } from '../papers.js';

/** Every letter of Vietnamese, and signs that XML and PDF write in their own way. */
const letters = 'ẵặữỡợỷỹỵẴẶỮỠỢĐđ <&>"\'()\\%₫';
const paper = (households: number): Paper =>
  decisionPaper({
    ...{ kind: 'GRANT', office: 'Ủy ban nhân dân xã Đức Lạng', symbol: 'QĐ-UBND', place: 'Đức Lạng', year: '2024' },
    ...{
      numberText: '07/QĐ-UBND',
      day: '2024-01-05',
      about: `Về việc tặng danh hiệu ${letters}`,
      recipients: ['Lưu: VT'],
    },
    bases: [`Căn cứ ${'một văn bản rất dài '.repeat(30)}`, `Căn cứ ${'x'.repeat(300)}`],
    signer: { name: 'Nguyễn Đình Chiểu', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' },
    awards: Array.from({ length: households }, (_, place) => ({
      ...{ name: `Hộ ông Trần Văn ${place + 1}`, kind: 'hộ gia đình' as const, unit: 'Thôn Đông' },
      ...{ form: 'danh hiệu “Gia đình văn hóa”', period: 'năm 2023', amount: null, givenBy: null },
    })),
    code: {
      is: 'CODE',
      code: 'duc-lang-0000-0000-0000-0000',
      content: 'https://a.vn/verify/duc-lang-0000-0000-0000-0000',
    },
  });

/** A word that is longer than a line is broken: words are compared without their ends. */
const joined = (text: string) => wordsOf(text).join('');

it('DOCX and PDF say what the paper says, and nothing else', async () => {
  const made = paper(5);
  const text = joined(textOf(made));
  expect(text).toContain(joined(letters));
  expect(joined(await docxText(docxOf(made)))).toBe(text);
  expect(joined(await pdfText(await pdfOf(made)))).toBe(text);
});

it('the same paper is the same bytes', async () => {
  expect(docxOf(paper(5)).equals(docxOf(paper(5)))).toBe(true);
  expect((await pdfOf(paper(5))).equals(await pdfOf(paper(5)))).toBe(true);
});

it('a list goes over many pages, each with its headings and its number; the first of each part has none', async () => {
  const pages = await pdfPages(await pdfOf(paper(100)));
  const words = pages.map((page) => wordsOf(page).join(' '));
  expect(words[1]).toMatch(/^DANH SÁCH/);
  expect(words[2]).toMatch(/^2 TT Họ và tên/);
  expect(words.at(-1)).toMatch(/^\d TT Họ và tên.*Hộ ông Trần Văn 100 Thôn Đông$/);
});
