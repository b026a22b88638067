/** Decimal string with at most 18 + 6 digits; no exponent, no `+`, no `-0`, no trailing zeros. */
export const figurePattern = /^(?!-0$)-?(0|[1-9]\d{0,17})(\.\d{0,5}[1-9])?$/;
