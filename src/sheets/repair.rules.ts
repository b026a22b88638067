import { normalize } from '../database/text.js';

/** A text with its letters put right. */
export interface Repaired {
  value: string;
  /** Whether more was put right than NFC and blanks do: the preview shows it. */
  repaired: boolean;
  /** Whether letters are left that Vietnamese does not have. */
  corrupted: boolean;
}

const tone = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
/** A vowel without a tone, up to two consonants, blanks or stops, and the tone that belongs to the vowel. */
const strayTone = new RegExp(`([aeiouy][\\u0302\\u0306\\u031b]*)([bcdghklmnpqrstvxđ\\s.,;:]{1,2})(${tone})`, 'giu');
/** Marks that stand alone in NFC, and composed letters of other languages: ṃ, ḥ, ṭ. */
const foreign = /\p{M}|[\u1e00-\u1e9f]/u;

/**
 * Text whose tones have slipped, as scanners and converters leave it: `nhiêṃ` → `nhiệm`, `vu ,̣` → `vụ,`. Signs
 * that show nothing fall out.
 */
export function repaired(raw: string): Repaired {
  const shown = raw.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/\u00a0/g, ' ');
  const plain = normalize(shown);
  if (!foreign.test(plain)) return { value: plain, repaired: false, corrupted: false };
  const back = normalize(shown, 'NFD')
    .replace(strayTone, '$1$3$2')
    .replace(/(?<!\s)\s+(?=[,.;:])/g, '');
  const value = normalize(back).trim();
  return { value, repaired: value !== plain, corrupted: foreign.test(value) };
}
