import { point, points, type Point, type PointCode } from '../points.js';
import type { Award } from './award.entity.js';

/** Facts that hang on the day of a signed decision. */
export interface Dated {
  today: string;
  /** Year that its number counts in. */
  year: number | null;
  /** Latest day of what its nominations went through before it; null: nothing has a day. */
  lastStep: string | null;
  grants: readonly {
    unitCode: string;
    formCode: string;
    competent: boolean;
    dissolvedOn: string | null;
    reasoned: boolean;
  }[];
  /** Awards that it gave. */
  given: readonly Pick<Award, 'correctedOn' | 'revokedOn'>[];
  /** Awards that it revoked. */
  revoked: readonly Pick<Award, 'grantedOn' | 'correctedOn'>[];
}

/**
 * Points against another day of a signed decision: it lies ahead, in another year than its number, before what led to
 * it, or after what followed; or on that day a form was not the chairperson's to give, or a collective was dissolved.
 */
export function brokenDay(day: string, { today, year, lastStep, grants, given, revoked }: Dated): Point[] {
  const at = (code: PointCode, detail: string) => point('/signedOn', code, detail);
  const earliest = [lastStep, ...revoked.flatMap(({ grantedOn, correctedOn }) => [grantedOn, correctedOn])]
    .filter((each) => each !== null)
    .sort()
    .at(-1);
  const [corrected] = given.flatMap(({ correctedOn }) => correctedOn ?? []).sort();
  const [revokedOn] = given.flatMap((award) => award.revokedOn ?? []).sort();
  return points(
    day > today && at('AHEAD', `${day} lies ahead.`),
    year !== null && Number(day.slice(0, 4)) !== year && at('YEAR_OF_NUMBER', `Its number is of ${year}.`),
    earliest !== undefined && day < earliest && at('TOO_EARLY', `${day} lies before ${earliest}, the last step to it.`),
    corrected !== undefined && day > corrected && at('AFTER_CORRECTION', `An award was corrected on ${corrected}.`),
    revokedOn !== undefined && day > revokedOn && at('AFTER_REVOCATION', `An award was revoked on ${revokedOn}.`),
    grants.flatMap(({ unitCode, formCode, competent, dissolvedOn, reasoned }) =>
      points(
        !competent && at('NOT_COMPETENT', `"${formCode}" was not the chairperson's to give on ${day}.`),
        dissolvedOn !== null && !reasoned && at('DISSOLVED', `"${unitCode}" ended on ${dissolvedOn}, before ${day}.`),
      ),
    ),
  );
}
