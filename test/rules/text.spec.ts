import { fold, givenNameFirst, likeFolded, looksOf, nameSearch } from '../../src/database/text.js';

it.each([
  ['Nguyễn Đình Chiểu', 'nguyen dinh chieu'],
  ['ĐỨC LẠNG', 'duc lang'],
  ['Nguyễn  Đình   Chiểu'.normalize('NFD'), 'nguyen dinh chieu'],
  ['hoà', fold('hòa')],
  ['ươ ƯƠ ắ', 'uo uo a'],
  ['Ðặng Văn ðo (Icelandic letters)', 'dang van do (icelandic letters)'],
  ['Trần\u200b Văn', 'tran van'],
  ['Ngu\u00adyễn', 'nguyen'],
  ['H’Nia', "h'nia"],
  ['Hʼnia', "h'nia"],
  ['Hôi\u00a0An', 'hoi an'],
  ['Hội An\u202f', 'hoi an'],
  ['\u202eAn\u202c', 'an'],
  ['Bình – Minh', 'binh - minh'],
  ['Тhôn Хuân (Cyrillic capitals)', 'thon xuan (cyrillic capitals)'],
  ['Nguyễn Đình\ufeff', 'nguyen dinh'],
])('%s is found as %s', (text, folded) => expect(fold(text)).toBe(folded));

it('puts the given name first', () => expect(givenNameFirst('  Nguyễn Đình  Chiểu ')).toBe('Chiểu Nguyễn Đình'));

it('searches signs of LIKE as themselves', () => expect(likeFolded('100%_\\')).toBe('%100\\%\\_\\\\%'));

it.each([
  ['Thôn  HÒA', 'thôn hoà'],
  ['Ðặng\u200b', 'đặng'],
  ['H’Nia '.normalize('NFD'), "h'nia"],
  ['hoàng qúy', 'hoàng quý'],
])('%s is ranked by %s', (typed, words) => expect(nameSearch(typed)!.words).toBe(words));

it.each([
  ['Thôn Hoà', 'THÔN  HÒA'],
  ['Thôn Thuý', 'Thôn Thúy'],
  ['Khoẻ', 'Khỏe'],
  ['Ðông', 'Đông'],
  ['H’Nia', "H'Nia"],
  ['Thôn\u00a0Đông', 'Thôn Đông'],
  ['Thôn Đông', 'Thôn Đông'.normalize('NFD')],
  ['Thôn\u200b Đông', 'Thôn Đông'],
  ['Хuân', 'Xuân'],
  ['Tổ 1–2', 'Tổ 1-2'],
  ['\ufeffAn', 'An '],
])('%j and %j look alike', (one, other) => expect(looksOf(one)).toBe(looksOf(other)));
it.each([
  ['Hộ ông Ân', 'Hộ ông Ấn'],
  ['Minh Tiến', 'Minh Tiên'],
  ['Đông', 'Dông'],
  ['Thôn 1', 'Thôn 2'],
  ['Hoa', 'Hòa'],
  ['An', 'An A'],
])('%s and %s do not look alike', (one, other) => expect(looksOf(one)).not.toBe(looksOf(other)));
