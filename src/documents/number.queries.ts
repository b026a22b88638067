/** A number as printed, of the SQL of each member, as `numberText` of the rules gives it; null without a number. */
export function numberPrinted(of: (member: 'number' | 'numberSuffix' | 'symbol') => string): string {
  const [number, suffix, symbol] = [of('number'), of('numberSuffix'), of('symbol')];
  return `lpad(${number}, greatest(2, length(${number})), '0') || coalesce(${suffix}, '') || coalesce(
    case when ${symbol} ~ '^[-/]' then '' when ${symbol} ~ '^[^-/0-9 ]+/' then '-' else '/' end || ${symbol}, '')`;
}
