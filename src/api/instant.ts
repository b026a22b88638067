import { isDay } from '../day.js';

const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is an instant of RFC 3339, with its offset, on a day that the calendar has. */
export const isInstant = (text: string): boolean => isDay(pattern.exec(text)?.[1] ?? '');

/** A day as the instant of its end in Vietnam: `2026-12-31` → `2026-12-31T17:00:00.000Z`. Any other text stays. */
export const endOfDay = (text: string): string => (isDay(text) ? `${text}T17:00:00.000Z` : text);
