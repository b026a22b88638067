import fc from 'fast-check';
import { rangeOf } from '../../src/rest/range.rules.js';
import { brokenName, chunkSize, fits, stretches } from '../../src/documents/file.rules.js';

describe('the name of a file', () => {
  it.each([
    'Báo cáo quý 1 (bản ký).pdf',
    'a.pdf',
    'Ảnh_2023-05-26 🌾.JPG',
    'consul.docx',
    `${'x'.repeat(196)}.pdf`,
    'x..pdf',
    "Kế hoạch 'số 1', 100%.xlsx",
  ])('is kept: %s', (name) => expect(brokenName(name.normalize('NFC'))).toEqual([]));

  it.each([
    '',
    '.',
    '..',
    '.pdf',
    '.htaccess',
    'name',
    'name.',
    'name.pdf ',
    ' name.pdf',
    'name.pdf.',
    '../a.pdf',
    '/etc/a.pdf',
    'C:\\a.pdf',
    'a/b.pdf',
    'a\\b.pdf',
    'a\0.pdf',
    'a\nb.pdf',
    'a\r\nx: y.pdf',
    'a\x7f.pdf',
    'a\u0085.pdf',
    'a\u202efdp.exe.pdf',
    'a\u200b.pdf',
    'a\ufeff.pdf',
    'a\u2028.pdf',
    'a\ud800.pdf',
    'a\ufffd.pdf',
    'a"b.pdf',
    'a<b>.pdf',
    'a|b.pdf',
    'a?.pdf',
    'a*.pdf',
    'a:b.pdf',
    'CON.pdf',
    'nul.pdf',
    'nul .pdf',
    'com1.tar.pdf',
    'LPT9.pdf',
    `${'x'.repeat(197)}.pdf`,
    'a.p f',
  ])('is refused: %j', (name) =>
    expect(brokenName(name).map(({ pointer, code }) => [pointer, code])).toEqual([['/file', 'FILE_NAME']]),
  );

  it('has an extension that fits the content', () => {
    expect([
      fits('a.pdf', 'application/pdf'),
      fits('a.PDF', 'application/pdf'),
      fits('a.jpeg', 'image/jpeg'),
      fits('a.jpg', 'image/jpeg'),
    ]).toEqual([true, true, true, true]);
    expect([fits('a.pdf.exe', 'application/pdf'), fits('a.png', 'image/jpeg'), fits('pdf', 'image/png')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('the rows of a range hold its bytes, each once, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 * chunkSize }),
      fc.integer({ min: 0, max: 3 * chunkSize }),
      (start, more) => {
        const rows = stretches(start, start + more);
        let at = start;
        for (const { ordinal, from, to } of rows) {
          expect(ordinal * chunkSize + from).toBe(at);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(chunkSize);
          at += to - from;
        }
        expect(at).toBe(start + more + 1);
      },
    ),
  );
});

it.each([
  [undefined, 'whole'],
  ['', 'whole'],
  ['bytes=', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
  ['bytes=5-2', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['lines=0-1', 'whole'],
  ['bytes=1e1-', 'whole'],
  [`bytes=${'9'.repeat(40)}-`, 'whole'],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=99-99', { start: 99, end: 99 }],
  ['bytes=100-', 'none'],
  ['bytes=100-200', 'none'],
  ['bytes=-0', 'none'],
])('of 100 bytes %s is %j', (header, range) => expect(rangeOf(header, 100)).toEqual(range));
