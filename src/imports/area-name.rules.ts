import { fold, looksOf } from '../database/text.js';

/** Words before the name of a residential area, and what their letters stand for. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^(?:kdc|khu dan cu)/, 'khu dan cu'],
  [/^(?:tdp|to dan pho)/, 'to dan pho'],
  [/^(?:khu pho|kp)/, 'khu pho'],
  [/^(thon|xom|ban|ap|khu|to)/, ''],
];
/** Signs between such a word and the name. */
const between = /^(?:\.\s*|\s+|(?=\d))(?:so\s+)?/;

interface AreaName {
  /** The word before the name: `khu dan cu`; undefined for a number alone. */
  word?: string;
  /** The name without the word, or the number without zeros before it. */
  own: string;
}

/** Name of a residential area as people write it: `KDC 03`, `Khu dân cư số 3`, `3`. Undefined for any other text. */
export function areaName(text: string): AreaName | undefined {
  const folded = fold(text);
  if (/^\d{1,3}$/.test(folded)) return { own: String(Number(folded)) };
  for (const [pattern, named] of words) {
    const [found] = pattern.exec(folded) ?? [];
    if (found === undefined) continue;
    const [gap] = between.exec(folded.slice(found.length)) ?? [];
    if (gap === undefined) continue;
    const rest = folded.slice(found.length + gap.length);
    // The rest with its diacritics: "Đông Xá" is not "Đồng Xá".
    const own = /^\d+$/.test(rest)
      ? String(Number(rest))
      : looksOf(text).split(' ').slice(-rest.split(' ').length).join(' ');
    return rest === '' ? undefined : { word: named || found, own };
  }
  return undefined;
}

/** Areas that a text may mean: those with its word before the name, where there are some, else those of any word. */
export function areasMeant<Area extends { name: string }>(text: string, areas: readonly Area[]): Area[] {
  const asked = areaName(text);
  if (!asked) return [];
  const alike = areas.flatMap((area) => {
    const name = areaName(area.name);
    return name?.own === asked.own ? [{ area, word: name.word }] : [];
  });
  const same = alike.filter(({ word }) => word === asked.word);
  return (same.length > 0 ? same : alike).map(({ area }) => area);
}
