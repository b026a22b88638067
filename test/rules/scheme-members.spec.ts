import { audienceOfBlocks, blocksBehind, brokenUnits } from '../../src/standings/scheme-members.rules.js';
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

it('a block that shows points of persons, its own or shared, is for superiors alone', () => {
  const share = (of: string, appliesTo: string[]) =>
    criterion(`of-${of}`, '10', {
      appliesTo,
      formula: { kind: 'SHARE', of: 'ALL', block: of, criterion: 'total', percent: '10' },
    });
  const group = criterion('group', '10', { appliesTo: ['far'], children: [share('staff', [])] });
  const blocks = [
    ...['near', 'far', 'farther', 'trait', 'own'].map((code) => block(code, [])),
    block('staff', [], { of: 'INDIVIDUALS' }),
  ];
  const rules = scheme(
    criterion('total', '30', { children: [group, share('far', ['farther']), share('near', ['own'])] }),
    { blocks },
  );
  const audiences = blocks.map((each) => audienceOfBlocks(blocksBehind(rules, each)));
  expect(audiences).toEqual(['PUBLIC', 'SUPERIOR', 'SUPERIOR', 'PUBLIC', 'PUBLIC', 'SUPERIOR']);
});
