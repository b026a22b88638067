import { point, points, type Point } from '../points.js';

/** Points against an award given elsewhere: it was not granted in the future, nor before its recipient existed. */
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
