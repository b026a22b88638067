import { nameOfOther, reprinted } from '../../src/commendations/award.rules.js';
import { maySameIssuer } from '../../src/documents/issuer.rules.js';
import { standardType } from '../../src/documents/type.rules.js';
import { explain } from '../../src/api/problem.js';
import { readsAlike } from '../../src/database/text.js';
import { point } from '../../src/points.js';
import { Refusal } from '../../src/refusals.js';

it.each([
  ['Biên bản', 'BB'],
  ['bien  ban ', 'BB'],
  ['BIÊN BẢN', 'BB'],
  ['bb', 'BB'],
  ['Quyết định', 'QĐ'],
  ['QD', 'QĐ'],
  ['qđ', 'QĐ'],
  ['Tờ trình', 'TTr'],
  ['TTR', 'TTr'],
  ['HD', 'HD'],
  ['hợp đồng', 'HĐ'],
  ['DA', 'DA'],
  ['đa', 'ĐA'],
  ['Thư cảm ơn', 'Thư cảm ơn'],
])('a paper typed as %j is of type %s', (typed, type) => expect(standardType(typed)).toBe(type));

it.each([
  ['UBND tỉnh Hà Tĩnh', 'Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh', true],
  ['UBND X. Đức Lạng', 'Ủy ban nhân dân xã Đức Lạng', true],
  ['Sở Nội vụ', 'Giám đốc Sở Nội vụ', true],
  ['UBND tỉnh Hà Tĩnh', 'UBND tỉnh Nghệ An', false],
  ['Chủ tịch nước', 'Hội đồng Nhà nước', false],
])('%s and %s may be one issuer: %s', (one, other, may) => expect(maySameIssuer(one, other)).toBe(may));

it('a name of another form of the catalogue is refused; a name of no form, and a form of no catalogue, are not', () => {
  const catalogue = [
    { code: 'ldtt', name: 'Lao động tiên tiến' },
    { code: 'cstt', name: 'Chiến sĩ tiên tiến' },
  ];
  const codes = (formCode: string, formName: string) =>
    nameOfOther({ formCode, formName }, catalogue).map(({ pointer, code }) => `${pointer} ${code}`);
  expect(codes('ldtt', 'CHIẾN SĨ tiên tiến')).toEqual(['/formName OTHER_FORM']);
  expect([
    codes('ldtt', 'Lao động tiên tiến'),
    codes('ldtt', 'Danh hiệu LĐTT'),
    codes('own', 'Chiến sĩ tiên tiến'),
  ]).toEqual([[], [], []]);
});

const paper = { number: 7, numberSuffix: null, symbol: 'QĐ-UBND', issuedOn: '2023-02-01', issuer: 'UBND tỉnh' };
it.each<[object, object]>([
  [{}, {}],
  [{ number: 8 }, { numberText: '08/QĐ-UBND' }],
  [{ number: null }, { numberText: null }],
  [{ issuedOn: '2023-03-01' }, { grantedOn: '2023-03-01' }],
  [{ issuedOn: null }, {}],
  [{ issuer: 'UBND huyện' }, { issuer: 'UBND huyện' }],
  [{ issuer: 'Ủy ban nhân dân tỉnh' }, {}],
])('a document that becomes %j makes its award %j', (change, expected) => {
  const award = { grantedOn: '2023-02-01', numberText: '7/qđ-ubnd', issuer: 'Chủ tịch UBND tỉnh' };
  expect(reprinted(award, { before: paper, after: { ...paper, ...change } })).toEqual(expected);
});

it('blanks make no difference', () =>
  expect([
    readsAlike('a  b', ' a b'),
    readsAlike(['a\n'], ['a']),
    readsAlike('ab', 'a b'),
    readsAlike(null, 'null'),
  ]).toEqual([true, true, false, false]));

it('what is said of more than 50 places is said once, with their number', () => {
  const all = (number: number) =>
    new Refusal('RULE', {}, [
      ...Array.from({ length: number }, (_, row) => point(`/entries/${row}`, 'UNKNOWN', 'None such.')),
      point('/unit', 'UNKNOWN', 'No unit.'),
    ]);
  const told = (number: number, language: 'vi' | 'en') =>
    explain(all(number), language, 'r').errors.map(({ pointer, detail }) => `${pointer} ${detail}`);
  expect(told(50, 'en')).toHaveLength(51);
  expect(told(1_300, 'en')).toEqual(['/entries/0 None such. (1,300 alike)', '/unit No unit.']);
  expect(told(1_300, 'vi')[0]).toMatch(/ \(1\.301 dòng như nhau\)$/);
});
