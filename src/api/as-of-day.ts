import { Asked } from './asked.js';
import { day } from './shapes.js';

/** Warning of views whose records have other members under the same ids. */
export const inCaches = 'Not for a cache by `id`: under the same id another day has other members.';

/** Declares the day for which records are shown that are other ones on other days, under the same ids. */
export const AsOfDay = (description: string): PropertyDecorator =>
  Asked(day, `${description} ${inCaches}`, { optional: true });
