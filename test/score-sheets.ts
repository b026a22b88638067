import type { TestApp } from './app.js';
import { done, rest, type Row } from './doors.js';
import { rulesToScore, schemeOfHamlets } from './schemes.js';

const of = { commune: 'duc-lang', plan: '2023' };

/** A scheme in force, by its code. */
export async function adoptedScheme(
  test: TestApp,
  code: string,
  { validFrom, ...change }: { validFrom?: string; rules?: object; deadlines?: object; allowedBecause?: string } = {},
): Promise<Row> {
  const { ask } = rest(test);
  const input = schemeOfHamlets({ code, rules: rulesToScore(), ...change });
  const { version } = done(await ask('draftScheme', 'clerk', of, { input }));
  return done(await ask('adoptScheme', 'chairperson', { ...of, scheme: code }, { version, input: { validFrom } }));
}
