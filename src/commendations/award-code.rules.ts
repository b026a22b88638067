import { codeText } from '../api/code.js';

/** Crockford's digits: none is taken for another when a certificate is read aloud. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base = digits.length;

/** Digits of a code without the commune's key: 15 of 5 random bits each, and one that checks them. */
const length = 16;
export const randomBytesOfCode = length - 1;

/**
 * The check digit of other digits: Luhn's, modulo 32. It finds every single wrong digit, and every two neighbours
 * changed about but `0` with `Z`.
 */
function checkOf(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const product = digits.indexOf(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / base) + (product % base);
  }, 0);
  return digits.charAt((base - (sum % base)) % base);
}

/**
 * A verification code, as printed on a certificate or decision: `duc-lang-7K3M-…`. `random` are `randomBytesOfCode`
 * bytes.
 */
export function verificationCode(commune: string, random: Uint8Array): string {
  const body = Array.from(random, (byte) => digits.charAt(byte % base)).join('');
  return printed(commune, `${body}${checkOf(body)}`);
}

/** A commune's key, then sixteen signs with dashes anywhere between them. */
const form = new RegExp(`^(${codeText})-+((?:[0-9a-z]-*){16})$`, 'i');

/** Commune key and code as printed, however the reader typed the code; undefined for a text that is no code. */
export function readCode(typed: string): { commune: string; code: string } | undefined {
  if (typed.length > 200) return undefined;
  // Phones and word processors make other dashes and blanks of those printed.
  const plain = typed
    .trim()
    .replace(/\p{Dash}/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?| /g, '-');
  const [, key = '', tail = ''] = form.exec(plain) ?? [];
  const commune = key.toLowerCase();
  const read = tail.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const sound =
    read.length === length &&
    [...read].every((digit) => digits.includes(digit)) &&
    checkOf(read.slice(0, -1)) === read.at(-1);
  return sound ? { commune, code: printed(commune, read) } : undefined;
}

const printed = (commune: string, sixteen: string) => `${commune}-${sixteen.replace(/(.{4})(?=.)/g, '$1-')}`;
