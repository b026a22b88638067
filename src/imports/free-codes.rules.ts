import { fold } from '../database/text.js';

/** Code that a name gives: `Nguyễn Văn Hùng` gives `nguyen-van-hung`. */
export const codeOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '') || 'don-vi';

/** Gives a code that nothing has yet: the one of the name, or that with a number behind it. */
export function freeCodes(taken: Set<string>): (name: string) => string {
  const last = new Map<string, number>();
  return (name) => {
    const base = codeOf(name);
    for (let number = last.get(base) ?? 1; ; number += 1) {
      const code = number === 1 ? base : `${base}-${number}`;
      if (taken.has(code)) continue;
      last.set(base, number + 1);
      taken.add(code);
      return code;
    }
  };
}
