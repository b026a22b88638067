/** A word or a sentence in Vietnamese and in English. */
export interface Word {
  readonly vi: string;
  readonly en: string;
}

export const word = (vi: string, en: string): Word => ({ vi, en });
