export function communeKey(number: number): string;
