import { point, points, type Point } from '../points.js';

/** Point against an award form that no rule set has. */
export const unknownForm = (form: string | null, known: { isKnown: boolean }): Point[] =>
  points(
    !known.isKnown &&
      point('/awardForm', 'UNKNOWN', {
        en: `No rule set has an award form "${form}".`,
        vi: `Không có hình thức khen thưởng "${form}".`,
      }),
  );
