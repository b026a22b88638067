import { lineOf, prints, proseOf, refusedIn } from '../../src/api/characters.js';

it.each([
  ['Excel on Windows', 'Dòng một\r\nDòng hai', 'Dòng một\nDòng hai'],
  ['an old Macintosh', 'Dòng một\rDòng hai', 'Dòng một\nDòng hai'],
  ['a line break of Word (Shift+Enter)', 'Dòng một\vDòng hai', 'Dòng một\nDòng hai'],
  ['a page break of Word', 'Trang một\fTrang hai', 'Trang một\nTrang hai'],
  ['a mainframe', 'Dòng một\u0085Dòng hai', 'Dòng một\nDòng hai'],
  ['a web page with a separator of lines', 'Dòng một\u2028Dòng hai', 'Dòng một\nDòng hai'],
  ['a web page with a separator of paragraphs', 'Đoạn một\u2029Đoạn hai', 'Đoạn một\nĐoạn hai'],
  ['a file of Notepad that begins with a byte order mark', '\ufeffBáo cáo', 'Báo cáo'],
  ['a PDF with soft hyphens', 'khen\u00adthưởng', 'khenthưởng'],
  ['Zalo, with marks of direction', '\u2068Ủy ban\u2069 \u202exã\u202c', 'Ủy ban xã'],
  ['a heart of a telephone', 'Cảm ơn ❤\ufe0f', 'Cảm ơn ❤'],
  ['a table, with tabs', 'Lúa\t171,9\r\nLạc\t40', 'Lúa\t171,9\nLạc\t40'],
  ['three kinds of breaks at once', 'a\r\n\r\nb\n\rc', 'a\n\nb\n\nc'],
])('prose from %s', (_, pasted, stored) => expect(proseOf(pasted)).toBe(stored));

it.each([
  ['a cell with its line break', 'Thôn Đông\r\n', 'Thôn Đông'],
  ['a cell with a tab behind', 'Thôn Đông\t', 'Thôn Đông'],
  ['Word, with a blank that never breaks', 'Nguyễn\u00a0Văn\u202fAn', 'Nguyễn Văn An'],
  ['a Japanese keyboard', 'Nguyễn\u3000Văn An', 'Nguyễn Văn An'],
  ['a chat, with a blank of no width', 'Trần\u200bVăn', 'TrầnVăn'],
  ['a form, with blanks at both ends', '  Thôn Đông \u2003', 'Thôn Đông'],
  ['a list of Unicode tags', 'An\u{e0041}\u{e007f}', 'An'],
  ['a Korean filler', 'An\u3164', 'An'],
  ['a joiner of graphemes', 'A\u034fn', 'An'],
  ['a file with a byte order mark at its end', 'Thôn Đông\ufeff', 'Thôn Đông'],
])('a line from %s', (_, pasted, stored) => expect(lineOf(pasted)).toBe(stored));

it.each([
  ['a letter lost in conversion', 'Tr\ufffdn', 'prose', 'U+FFFD', 3],
  ['a bullet of Wingdings', '\uf0b7 Lúa', 'prose', 'U+F0B7', 1],
  ['a sign of a private plane', 'a\u{10fffd}', 'prose', 'U+10FFFD', 2],
  ['the place of a picture', 'Dấu \ufffc', 'prose', 'U+FFFC', 5],
  ['half a character', 'a\ud83d', 'prose', 'U+D83D', 2],
  ['what is no character', 'ab\uffff', 'prose', 'U+FFFF', 3],
  ['a null of a database', 'a\0', 'prose', 'U+0000', 2],
  ['a colour of a terminal', '\x1b[31m', 'prose', 'U+001B', 1],
  ['a sign of windows-1258 read as Latin 1', 'Ð\u0096', 'prose', 'U+0096', 2],
  ['a character behind two that take two places', '💥💥\0', 'prose', 'U+0000', 3],
  ['a line break in a line', 'Thôn\nĐông', 'line', 'U+000A', 5],
  ['a tab in a line', 'Thôn\tĐông', 'line', 'U+0009', 5],
] as const)('%s is refused, with its place', (_, text, written, sign, place) => {
  expect(refusedIn(text, written)).toMatchObject({ sign, place });
});

it('a line break and a tab are of prose', () => expect(refusedIn('a\n\tb', 'prose')).toBeUndefined());

it.each(['', ' ', '\n\t', '\u2800', '\u0301', '\u00a0'])('%j prints nothing', (text) =>
  expect(prints(text)).toBe(false),
);
it.each(['A', '1', '-', '°', 'đ', '一', '💥'])('%s prints', (text) => expect(prints(text)).toBe(true));
