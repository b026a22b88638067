/** Why the letters of a file are not what was typed. */
export type BrokenEncoding = 'NOT_UTF8' | 'TCVN3' | 'VNI' | 'MOJIBAKE' | 'LOST_LETTERS';

const marks = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
] as const;

/** Text of a file in UTF-8, or in UTF-16 with its mark, as Excel saves "Unicode Text"; undefined for any other. */
export function decoded(bytes: Uint8Array): string | undefined {
  const [, encoding] = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [null, 'utf-8'];
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Signs that betray each kind in one word of Vietnamese: those of TCVN3 beside letters (`s¸ch`), letters of VNI after
 * vowels (`Hoaøng`, `ñaát`), UTF-8 read as something else (`HÃ¹ng`, `Äá»©c`), question marks inside words (`Nguy?n`).
 */
const signs: readonly (readonly [BrokenEncoding, RegExp])[] = [
  ['MOJIBAKE', /á[º»][\u0080-\u00bf\u0152-\u2122]|Ä[\u2018\u0192\u0090\u0091]|Æ[°¡]|Ã[\u00a1-\u00bf]/],
  ['TCVN3', /\p{L}[¨©ª¬®µ¶·¸¼½¾]|[¨©ª¬®µ¶·¸¹¼½¾]\p{L}/u],
  ['VNI', /[aeiouy][øûïäëåüþ]|ñ[aeiouyöô]|[cdghlmnrtvx]ö[aeiounùøûõï]/i],
  ['LOST_LETTERS', /\p{L}\?+\p{L}/u],
];

/** Words that must betray a kind, and their share of the texts: some strange words refuse no file. */
const betrayed = { words: 2, share: 0.1 };
/** An address of the web, with its parameters. */
const address = /:\/\/|[?&]\w+=/;

/** The kind of broken encoding that the texts of a file betray, and the place of the first; undefined for none. */
export function brokenEncoding(
  texts: readonly string[],
): { encoding: Exclude<BrokenEncoding, 'NOT_UTF8'>; at: number } | undefined {
  const written = texts.filter((text) => /\p{L}/u.test(text)).length;
  for (const [encoding, sign] of signs) {
    const words = new Set<string>();
    const found = texts.flatMap((text, at) => {
      const own = sign.test(text) ? text.split(/[\s,;]+/).filter((word) => sign.test(word) && !address.test(word)) : [];
      own.forEach((word) => words.add(word.toLowerCase()));
      return own.length > 0 ? [at] : [];
    });
    const [at] = found;
    if (at !== undefined && words.size >= betrayed.words && found.length >= betrayed.share * written)
      return { encoding, at } as never;
  }
  return undefined;
}
