import type { Language } from '../api/problem.js';

const decimals = (most: number, least = 0) =>
  Object.fromEntries(
    (['vi', 'en'] as const).map((language) => [
      language,
      new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en', {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
      }),
    ]),
  ) as Record<Language, Intl.NumberFormat>;

const exact = decimals(20);

/**
 * A decimal in the digits of a language, `1763.5` → `1.763,5`; in its display unit ÷ 10^scale. Exact: never a float.
 */
export const inDigits = (figure: string, language: Language, scale = 0): string =>
  exact[language].format(`${figure}e${-scale}` as unknown as number);

/** A percentage in the digits of a language: `100.06` → `100,06%`. */
export const inPercent = (percent: string, language: Language): string => `${inDigits(percent, language)}%`;
