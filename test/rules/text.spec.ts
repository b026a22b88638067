import { fold, givenNameFirst, likeFolded } from '../../src/database/text.js';

it.each([
  ['Nguyễn Đình Chiểu', 'nguyen dinh chieu'],
  ['ĐỨC LẠNG', 'duc lang'],
  ['Nguyễn  Đình   Chiểu'.normalize('NFD'), 'nguyen dinh chieu'],
  ['hoà', fold('hòa')],
  ['ươ ƯƠ ắ', 'uo uo a'],
])('%s is found as %s', (text, folded) => expect(fold(text)).toBe(folded));

it('puts the given name first', () => expect(givenNameFirst('  Nguyễn Đình  Chiểu ')).toBe('Chiểu Nguyễn Đình'));

it('searches signs of LIKE as themselves', () => expect(likeFolded('100%_\\')).toBe('%100\\%\\_\\\\%'));
