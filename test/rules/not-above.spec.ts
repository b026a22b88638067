import { brokenNotAbove, type Comparable } from '../../src/indicators/not-above.rules.js';

const share = { unit: 'PERCENT', factor: '100' } as const;
const indicator = (code: string, notAbove: string | null, measure: Comparable['measure'] = share): Comparable => ({
  code,
  notAbove,
  measure,
});
const plan = [
  indicator('hygienic', null),
  indicator('clean', 'hygienic'),
  indicator('piped', 'clean'),
  indicator('pigs', null, { unit: 'HEAD', factor: null }),
  indicator('per-mille', null, { unit: 'RATIO', factor: '1000' }),
];

it.each<[string, string | null, string[]]>([
  ['clean', 'hygienic', []],
  ['clean', null, []],
  ['new', 'clean', []],
  ['clean', 'no-such', ['UNKNOWN']],
  ['clean', 'clean', ['INCLUDES_ITSELF']],
  // Hygienic → piped → clean → hygienic.
  ['hygienic', 'piped', ['INCLUDES_ITSELF']],
  ['clean', 'pigs', ['OTHER_MEASURE']],
  ['clean', 'per-mille', ['OTHER_MEASURE']],
])('%s is never above %s: %j', (code, notAbove, codes) =>
  expect(brokenNotAbove(indicator(code, notAbove), plan).map((each) => each.code)).toEqual(codes),
);
