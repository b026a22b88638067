import { areasMeant } from '../../src/imports/area-name.rules.js';

const named = (...names: string[]) => names.map((name) => ({ name }));
const meant = (text: string, ...names: string[]) => areasMeant(text, named(...names)).map(({ name }) => name);

it('an abbreviation means the area of its word, else the only one of that number', () => {
  const areas = ['Khu dân cư số 3', 'Khu dân cư số 13', 'Thôn 4', 'Xóm 4', 'Thôn Đông Xá'];
  expect(meant('KDC 3', ...areas)).toEqual(['Khu dân cư số 3']);
  expect(meant('Thôn 3', ...areas)).toEqual(['Khu dân cư số 3']);
  expect(meant('3', ...areas)).toEqual(['Khu dân cư số 3']);
  expect(meant('Xóm 04', ...areas)).toEqual(['Xóm 4']);
  expect(meant('TDP 4', ...areas)).toEqual(['Thôn 4', 'Xóm 4']);
  expect(meant('KDC Đông Xá', ...areas)).toEqual(['Thôn Đông Xá']);
  expect(meant('KDC Đồng Xá', ...areas)).toEqual([]);
  expect(meant('KDC 5', ...areas)).toEqual([]);
});
