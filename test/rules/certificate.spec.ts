import { certificatePaper, overprint, usualForm, type CertificatePrinted } from '../../src/papers/certificate.rules.js';
import { pdfOf } from '../../src/papers/pdf.js';
import { textOf } from '../../src/papers/plain-text.js';
import { pdfPages } from '../papers.js';

const certificate: CertificatePrinted = {
  ...{ office: 'Ủy ban nhân dân xã Đức Lạng', heading: 'GIẤY KHEN', verb: 'TẶNG', category: 'COMMENDATION' },
  ...{ name: 'Nguyễn Văn An', unit: 'Thôn Đông', period: 'năm 2023', citation: 'Cứu người' },
  ...{ decision: 'Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024', place: 'Đức Lạng', day: '2024-01-05' },
  signer: { name: 'Nguyễn Đình Chiểu', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' },
  code: { is: 'CODE', code: 'duc-lang-0000', content: 'https://a.vn/verify/duc-lang-0000' },
};
const words = (count: number) => Array.from({ length: count }, () => 'Thành').join(' ');

it.each([
  ['short', {}],
  ['long', { citation: words(330), name: words(16), unit: words(20) }],
  ['of capitals', { citation: words(120).toUpperCase(), name: words(8).toUpperCase() }],
])('a certificate whose text is %s stands on one page', async (_, more) => {
  for (const paper of [
    certificatePaper({ ...certificate, ...more }),
    overprint({ ...certificate, ...more }, usualForm),
  ])
    expect(await pdfPages(await pdfOf(paper))).toHaveLength(1);
});

it('a title names its period beside itself, a letter of praise beside the achievements', () => {
  const title = textOf(
    certificatePaper({ ...certificate, heading: 'GIA ĐÌNH VĂN HÓA', verb: 'CÔNG NHẬN DANH HIỆU', category: 'TITLE' }),
  );
  expect(title).toContain('GIA ĐÌNH VĂN HÓA\nNĂM 2023\nNguyễn Văn An\nThôn Đông\nCứu người\n');
  expect(textOf(certificatePaper(certificate))).toContain('\nĐã có thành tích năm 2023: Cứu người\n');
});
