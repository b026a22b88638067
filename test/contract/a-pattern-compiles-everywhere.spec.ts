import { openApi } from './contract.js';

/** Patterns of a document, wherever they stand. */
function patternsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'pattern' && typeof member === 'string'
      ? [member]
      : [...(name === 'patternProperties' ? Object.keys(member as object) : []), ...patternsIn(member)],
  );
}

/** What RE2 has not: lookarounds, atomic groups, references back, possessive quantifiers. */
const beyondRe2 = /\(\?(?:[=!>]|<[=!])|\\[1-9k]|[*+?}]\+/;

it('the patterns of OpenAPI compile without lookaround and references back, as RE2, Go and re2j want them', () => {
  const patterns = [...new Set(patternsIn(openApi()))];
  expect(patterns.length).toBeGreaterThan(5);
  for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  expect(patterns.filter((pattern) => beyondRe2.test(pattern))).toEqual([]);
});

it.each(['^(?!-0$)\\d$', '(a)\\1', '(?<=a)b', 'a++', '(?<n>a)\\k<n>'])('control: %s is noticed', (pattern) => {
  expect(patternsIn({ schema: { properties: { a: { pattern } } } }).every((each) => beyondRe2.test(each))).toBe(true);
});
