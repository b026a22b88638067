import { abbreviationOf, standardCapacity } from '../../src/documents/capacity.rules.js';
import { brokenPaper, type Paper } from '../../src/documents/paper.rules.js';

const judged = { on: '2024-01-31', commune: { name: 'xã Đức Lạng' } };
const at = { paper: '', signer: '/signer' };
const paper: Paper = { issuer: 'Ủy ban nhân dân xã Đức Lạng', year: 2024 };
const broken = (given: Partial<Paper>, before?: Paper) =>
  brokenPaper({ ...paper, ...given }, { ...judged, before }, at).map(({ pointer, code }) => `${pointer} ${code}`);

it.each([
  ['KT. CHỦ TỊCH', 'KT', 'KT. CHỦ TỊCH'],
  ['K/T CHỦ TỊCH', 'KT', 'KT. CHỦ TỊCH'],
  ['k.t. Chủ  tịch', 'KT', 'KT. Chủ tịch'],
  [' KT ', 'KT', 'KT. CHỦ TỊCH'],
  ['(KT.) CHỦ TỊCH', 'KT', 'KT. CHỦ TỊCH'],
  ['KT.CHỦ TỊCH', 'KT', 'KT. CHỦ TỊCH'],
  ['KÝ THAY CHỦ TỊCH', 'KT', 'KT. CHỦ TỊCH'],
  ['Thừa lệnh Chủ tịch', 'TL', 'TL. Chủ tịch'],
  ['T/L: CHỦ TỊCH', 'TL', 'TL. CHỦ TỊCH'],
  ['T.U.Q CHỦ TỊCH', 'TUQ', 'TUQ. CHỦ TỊCH'],
  ['Thừa uỷ quyền Chủ tịch', 'TUQ', 'TUQ. Chủ tịch'],
  ['THỪA ỦY QUYỀN', 'TUQ', 'TUQ. CHỦ TỊCH'],
  ['ỦY QUYỀN CHỦ TỊCH', 'TUQ', 'TUQ. CHỦ TỊCH'],
  ['QUYỀN CHỦ TỊCH', 'Q', 'Q. CHỦ TỊCH'],
  ['q/ chủ tịch', 'Q', 'Q. chủ tịch'],
  ['T.M. UBND', 'TM', 'TM. UBND'],
  ['Thay mặt', 'TM', 'TM. ỦY BAN NHÂN DÂN'],
  ['TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', 'KT', 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH'],
  ['TM. UBND, K/T. CHỦ TỊCH', 'KT', 'TM. UBND, KT. CHỦ TỊCH'],
  ['TM. UBND XÃ QUYỀN CHỦ TỊCH', 'Q', 'TM. UBND XÃ Q. CHỦ TỊCH'],
  ['TM. HỘI BẢO VỆ QUYỀN LỢI', 'TM', 'TM. HỘI BẢO VỆ QUYỀN LỢI'],
  ['CHỦ TỊCH', null, 'CHỦ TỊCH'],
  ['KTV TRƯỞNG', null, 'KTV TRƯỞNG'],
  ['TRƯỞNG BAN T.M', null, 'TRƯỞNG BAN T.M'],
])('capacity "%s"', (capacity, short, standard) => {
  expect([abbreviationOf(capacity), standardCapacity(capacity)]).toEqual([short, standard]);
  expect(standardCapacity(standard)).toBe(standard);
});

it.each<[Partial<Paper>, ...string[]]>([
  [{ symbol: 'QĐ-UBND', number: 480, issuedOn: '2024-01-30' }],
  [{ symbol: '480/QĐ-UBND' }, '/symbol SYMBOL_WITH_NUMBER'],
  [{ symbol: 'Số: 07a / QĐ-UBND' }, '/symbol SYMBOL_WITH_NUMBER'],
  [{ symbol: '05-QĐ/ĐU' }, '/symbol SYMBOL_WITH_NUMBER'],
  [{ symbol: 'QĐ/ĐU' }],
  [{ series: '480/QĐ-UBND' }, '/series SYMBOL_WITH_NUMBER'],
  [{ symbol: '2024/TT-BNV' }],
  [{ symbol: '15/2024/TT-BNV' }, '/symbol SYMBOL_WITH_NUMBER'],
  [{ symbol: '2023/TT-BNV' }, '/symbol SYMBOL_WITH_NUMBER'],
  [{ numberSuffix: 'a' }, '/number NUMBER_MISSING'],
  [{ issuedOn: '2023-12-29' }, '/year YEAR_OF_DAY'],
  [{ issuedOn: '2023' }, '/year YEAR_OF_DAY'],
  [{ issuedOn: '2024' }],
  [{ issuedOn: '2024-02-01' }, '/issuedOn AHEAD'],
  [{ issuedOn: '2024-02' }, '/issuedOn AHEAD'],
  [{ issuedOn: '2099', year: 2099 }, '/issuedOn AHEAD'],
  [{ signer: { capacity: 'P. CHỦ TỊCH' } }, '/signer/capacity CAPACITY_UNKNOWN'],
  [{ signer: { capacity: 'PCT/UBND' } }, '/signer/capacity CAPACITY_UNKNOWN'],
  [{ signer: { capacity: 'GIÁM ĐỐC SỞ' } }],
  [{ signer: { capacity: 'K/T CHỦ TỊCH' } }, '/signer/title TITLE_MISSING'],
  [{ signer: { capacity: 'KT. CHỦ TỊCH', title: 'Chủ  tịch' } }, '/signer/title TITLE_MISSING'],
  [{ signer: { capacity: 'KT. CHỦ TỊCH', title: 'Phó Chủ tịch' } }],
  [{ signer: { capacity: 'Thừa ủy quyền' } }, '/signer/title TITLE_MISSING', '/authority AUTHORITY_MISSING'],
  [{ signer: { capacity: 'Q. CHỦ TỊCH' } }, '/authority AUTHORITY_MISSING'],
  [{ signer: { capacity: 'Q. CHỦ TỊCH' }, authorityId: '1' }],
  [{ signer: { capacity: 'Q. CHỦ TỊCH' }, issuer: 'UBND  XÃ ĐỨC LẠNG' }, '/authority AUTHORITY_MISSING'],
  [{ signer: { capacity: 'Q. CHỦ TỊCH' }, issuer: 'Ủy ban nhân dân tỉnh Hà Tĩnh' }],
])('paper %o', (given, ...points) => {
  expect(broken(given)).toEqual(points);
  // A paper of an older version is still amended in something else.
  expect(broken(given, { ...paper, ...given })).toEqual([]);
});
