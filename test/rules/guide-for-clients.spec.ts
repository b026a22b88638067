import { guideForClients } from '../../src/pages/guide-for-clients.js';

const { en, vi } = guideForClients;
/** Names and formulas of a chapter: the same in both languages. */
const codes = (html: string) =>
  [...html.matchAll(/<code>([^<]*)<\/code>/g)].map(([, code = '']) => code.replace(/\s+/g, ' '));

it('both languages have the chapters, with the same names and formulas', () => {
  expect(vi.map(([id]) => id)).toEqual(en.map(([id]) => id));
  expect(vi.map(([, , html]) => codes(html).sort())).toEqual(en.map(([, , html]) => codes(html).sort()));
});

it('tells all that a verifier needs', () => {
  const bytes = en.find(([id]) => id === 'bytes')?.[2] ?? '';
  for (const fact of ['32 raw bytes', 'chain-vector.json', 'order of', 'served', 'previous', 'integers', 'at the item'])
    expect(bytes).toContain(fact);
});
