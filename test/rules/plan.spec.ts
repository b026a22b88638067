import { brokenKey, wordOf } from '../../src/indicators/plan.rules.js';

type Drafted = Parameters<typeof brokenKey>[0];
const yearly: Drafted = { kind: 'YEARLY', key: '2024', year: 2024 };
const movement: Drafted = { kind: 'MOVEMENT', key: '2024-nuoc-sach', year: 2024 };
const child: Drafted = { kind: 'CHILD', key: '2024-khu-dan-cu-1', year: 2024, parentPlan: '2024', unit: 'khu-dan-cu-1' };

it.each<[string, Drafted, boolean, string[]]>([
  ['a year\'s plan under its year', yearly, false, []],
  ['another year\'s key', { ...yearly, key: '2023' }, false, ['/key KEY_FORM']],
  ['a year with a word', { ...yearly, key: '2024-x' }, false, ['/key KEY_FORM']],
  ['a yearly plan of a unit', { ...yearly, unit: 'khu-dan-cu-1' }, false, ['/kind NOT_A_CHILD']],
  ['a yearly plan below another', { ...yearly, parentPlan: '2023' }, false, ['/kind NOT_A_CHILD']],
  ['a movement with its word', movement, false, []],
  ['a movement without a word', { ...movement, key: '2024' }, false, ['/key KEY_FORM']],
  ['a movement with an empty word', { ...movement, key: '2024-' }, false, ['/key KEY_FORM']],
  ['a movement of another year', { ...movement, key: '2023-nuoc-sach' }, false, ['/key KEY_FORM']],
  ['a movement named like a unit', { ...movement, key: '2024-khu-dan-cu-1' }, true, ['/key UNIT_CODE']],
  ['a movement below a plan', { ...movement, parentPlan: '2024' }, false, ['/kind NOT_A_CHILD']],
  ['a unit\'s plan under the plan above', child, true, []],
  ['a child of a movement', { ...child, parentPlan: '2024-nuoc-sach', key: '2024-nuoc-sach-khu-dan-cu-1' }, false, []],
  ['a child without a unit', { ...child, unit: undefined }, true, ['/parentPlan CHILD_OF']],
  ['a child of no plan', { ...child, parentPlan: undefined }, true, ['/parentPlan CHILD_OF']],
  ['a child under another unit\'s key', { ...child, key: '2024-khu-dan-cu-2' }, true, ['/key KEY_FORM']],
])('%s', (_, drafted, wordIsUnit, expected) => {
  expect(brokenKey(drafted, wordIsUnit).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});

it('a movement\'s word stands behind the year', () => expect([wordOf('2024-nuoc-sach'), wordOf('2024')]).toEqual(['nuoc-sach', '']));
