import { brokenUnits } from '../../src/standings/scheme-members.rules.js';
import { block, criterion, member, scheme } from './schemes/build.js';

const units = new Map([
  ['thon', { kind: 'HAMLET' as const }],
  ['ong-a', { kind: 'INDIVIDUAL' as const }],
]);
const told = (members: Parameters<typeof block>[2]) =>
  brokenUnits(scheme(criterion('total', '10'), { blocks: [block('block', [], members)] }), units).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

it('members are units of the kind of their block, and every one that is not is told', () => {
  expect(told({ members: [member('thon')] })).toEqual([]);
  expect(told({ members: [member('ong-a')] })).toEqual(['/blocks/0/members/0/unit OTHER_BLOCK']);
  expect(told({ of: 'INDIVIDUALS', members: [member('ong-a', { under: 'thon' })] })).toEqual([]);
  expect(told({ members: [member('la', { under: 'cung-la' }), member('thon', { under: 'la' })] })).toEqual([
    '/blocks/0/members/0/unit UNKNOWN',
    '/blocks/0/members/0/under UNKNOWN',
    '/blocks/0/members/1/under UNKNOWN',
  ]);
});
