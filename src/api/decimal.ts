/** Decimal in its canonical form, at most 18 + 6 digits: no exponent, no `+`, no `-0`, no zeros at the end. */
export const figurePattern = /^(0|-?([1-9]\d{0,17}|0\.\d{0,5}[1-9]|[1-9]\d{0,17}\.\d{0,5}[1-9]))$/;

/** Decimal as programs send it: with zeros at the end, too (`1.50`, `11.0`). */
export const decimalPattern = /^-?(0|[1-9]\d{0,17})(\.\d{1,6}0*)?$/;

/** Canonical form of a decimal: `1.50` → `1.5`, `11.0` → `11`. Any other text stays. */
export function canonicalDecimal(text: string): string {
  if (!decimalPattern.test(text)) return text;
  return (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^-0$/, '0');
}
