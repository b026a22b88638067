/** The period before a month, quarter, half-year or year; undefined for any other. */
export function periodBefore(period: string): string | undefined {
  const {
    year,
    part = '',
    number,
  } = /^(?<year>\d{4})(?:-(?<part>[QH]?)(?<number>\d{1,2}))?$/.exec(period)?.groups ?? {};
  if (year === undefined) return undefined;
  if (number === undefined) return String(Number(year) - 1);
  const inYear = { Q: 4, H: 2 }[part] ?? 12;
  const [of, at] = Number(number) === 1 ? [Number(year) - 1, inYear] : [Number(year), Number(number) - 1];
  return `${of}-${part}${part === '' ? String(at).padStart(2, '0') : at}`;
}
