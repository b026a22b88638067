import { point, points, type Point } from '../points.js';

/** What is wrong with an award given elsewhere: it cannot have been granted tomorrow, nor to who was not there yet. */
export function brokenRecord(
  { grantedOn }: { grantedOn: string },
  { code, validFrom }: { code: string; validFrom: string },
  today: string,
): Point[] {
  return points(
    grantedOn > today && point('/grantedOn', 'AHEAD', `${grantedOn} lies ahead.`),
    grantedOn < validFrom && point('/grantedOn', 'TOO_EARLY', `"${code}" begins on ${validFrom}.`),
  );
}
