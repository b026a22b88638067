import type { Point } from '../refusals.js';

/** What is wrong with an award given elsewhere: it cannot have been granted tomorrow, nor to who was not there yet. */
export function brokenRecord(
  { grantedOn }: { grantedOn: string },
  { code, validFrom }: { code: string; validFrom: string },
  today: string,
): Point[] {
  if (grantedOn > today) return [{ pointer: '/grantedOn', code: 'AHEAD', detail: `${grantedOn} lies ahead.` }];
  return grantedOn < validFrom
    ? [{ pointer: '/grantedOn', code: 'TOO_EARLY', detail: `"${code}" begins on ${validFrom}.` }]
    : [];
}
