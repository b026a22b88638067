import { point, points, type Point } from '../points.js';

/** Points against an award given elsewhere: it was not granted in the future. */
export const brokenRecord = ({ grantedOn }: { grantedOn: string }, today: string): Point[] =>
  points(grantedOn > today && point('/grantedOn', 'AHEAD', `${grantedOn} lies ahead.`));
