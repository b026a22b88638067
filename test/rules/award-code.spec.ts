import fc from 'fast-check';
import { communeNamed } from '../../src/api/commune-named.js';
import '../../src/commendations/award.inputs.js';
import { randomBytesOfCode, readCode, verificationCode } from '../../src/commendations/award-code.rules.js';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const commune = fc.constantFrom('duc-lang', 'xa-1', 'a', 'xa.mau_2-3');
const code = fc
  .tuple(commune, fc.uint8Array({ minLength: randomBytesOfCode, maxLength: randomBytesOfCode }))
  .map(([key, bytes]) => ({ key, code: verificationCode(key, bytes) }));

it('has the commune, four groups of four, and reads as it was printed', () => {
  expect(verificationCode('duc-lang', new Uint8Array(randomBytesOfCode))).toBe('duc-lang-0000-0000-0000-0000');
  fc.assert(fc.property(code, ({ key, code }) => expect(readCode(code)).toEqual({ commune: key, code })));
});

it('has 75 random bits: every digit comes of every byte alike', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const digit = verificationCode('x', new Uint8Array(randomBytesOfCode).fill(byte))[2]!;
    counts.set(digit, (counts.get(digit) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(Array(32).fill(8));
});

it('is read as people type it', () => {
  fc.assert(
    fc.property(
      code,
      fc.constantFrom('', ' ', '-', ' - ', '–', ' — ', '‑', '−', '－', '\u00a0', '\u2009–\u202f'),
      ({ key, code }, between) => {
        const groups = code.slice(key.length + 1).split('-');
        const typed = `  ${key.toUpperCase().replaceAll('-', between || '-')}${between || '-'}${groups.join(between).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(readCode(typed)).toEqual({ commune: key, code });
      },
    ),
  );
});

const places = fc.nat({ max: 15 });
const at = (key: string, place: number) => key.length + 1 + place + Math.floor(place / 4);
const withDigit = (text: string, place: number, digit: string) => text.slice(0, place) + digit + text.slice(place + 1);

it('finds every wrong digit', () => {
  fc.assert(
    fc.property(code, places, fc.nat({ max: 30 }), ({ key, code }, place, step) => {
      const here = at(key, place);
      const other = digits[(digits.indexOf(code[here]!) + 1 + step) % 32]!;
      expect(readCode(withDigit(code, here, other))).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});

it('finds every two neighbours changed about, but 0 with Z', () => {
  fc.assert(
    fc.property(code, fc.nat({ max: 14 }), ({ key, code }, place) => {
      const [one, other] = [at(key, place), at(key, place + 1)];
      const pair = [code[one]!, code[other]!];
      fc.pre(pair[0] !== pair[1]);
      const changed = withDigit(withDigit(code, one, pair[1]!), other, pair[0]!);
      expect(readCode(changed) === undefined).toBe(pair.sort().join('') !== '0Z');
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  '',
  'duc-lang',
  '7K3M-AAAA-BBBB-CCCC',
  'duc-lang-0000-0000-0000-000',
  'duc-lang-0000-0000-0000-0000-0',
  'duc-lang-0000-0000-0000-000U',
  'đức-0000-0000-0000-0000',
  '-0000-0000-0000-0000',
])('%j is no code', (text) => expect(readCode(text)).toBeUndefined());
it.each(['a-', '- ', 'a ', ' '])('nor is a very long text of %j, and to find that out takes no time', (text) =>
  expect([readCode(text.repeat(50_000)), readCode(`a${text.repeat(50_000)}!`)]).toEqual([undefined, undefined]),
);

it('says which commune an operation is about', () => {
  expect(communeNamed('verifyAward', { code: 'duc-lang-0000-0000-0000-0000' })).toBe('duc-lang');
  expect(communeNamed('verifyAward', { code: 'nonsense', commune: 'duc-lang' })).toBe(null);
  expect(communeNamed('commune', { key: 'duc-lang' })).toBe('duc-lang');
  expect(communeNamed('units', { commune: 'duc-lang', key: 'xa-mau' })).toBe('duc-lang');
  expect(communeNamed('units', { key: 'xa-mau' })).toBe(null);
});
