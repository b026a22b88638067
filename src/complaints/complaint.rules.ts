import type { Award } from '../commendations/award.entity.js';
import { vietnameseDate } from '../day.js';
import { beforeBound } from '../journal/bound.rules.js';
import { point, points, type Point } from '../points.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';

interface Complaining {
  complainedOn: string;
  complainant: string | undefined;
  complainantKind: UnitKind | undefined;
}

/**
 * Points against a complaint about an award: no decision of the commune gave it, the day lies ahead or before the
 * grant, nobody complains (Law 02/2011/QH13, article 8), or a unit that is neither a person nor a household.
 */
export const brokenComplaint = (
  { decisionId, grantedOn }: Pick<Award, 'decisionId' | 'grantedOn'>,
  { complainedOn, complainant, complainantKind }: Complaining,
  today: string,
): Point[] =>
  points(
    decisionId === null &&
      point('/award', 'GIVEN_ELSEWHERE', {
        en: 'No decision of the commune gave it: who gave it settles the complaint.',
        vi: 'Cơ quan khác đã tặng; cơ quan nào tặng thì cơ quan đó giải quyết khiếu nại.',
      }),
    complainedOn > today &&
      point('/complainedOn', 'AHEAD', {
        en: `${complainedOn} lies ahead.`,
        vi: `Ngày ${vietnameseDate(complainedOn)} chưa tới.`,
      }),
    beforeBound(complainedOn, { day: grantedOn, of: 'GRANT' }, '/complainedOn'),
    complainant === undefined &&
      complainantKind === undefined &&
      point('/complainant', 'COMPLAINANT_MISSING', 'Name who complained, in "complainant" or "complainantUnit".'),
    complainantKind !== undefined &&
      !isPerson(complainantKind) &&
      point(
        '/complainantUnit',
        'NO_COMPLAINANT',
        'Who complained is a person or household; name others in "complainant".',
      ),
  );

/** Point that asks whether a complaint after the last day of the law is meant. */
export const lateComplaint = (complainedOn: string, lastDay: string | null): Point[] =>
  points(
    lastDay !== null &&
      complainedOn > lastDay &&
      point('/complainedOn', 'LATE_COMPLAINT', {
        en:
          `The time for complaints ended on ${lastDay}. If who complained learned of the decision later, or was ` +
          'prevented, send it again with "LATE_COMPLAINT" in "confirm".',
        vi:
          `Thời hiệu khiếu nại đã hết ngày ${vietnameseDate(lastDay)}. Nếu người khiếu nại biết quyết định sau ngày ` +
          'ban hành hoặc có trở ngại, gửi lại kèm "confirm".',
      }),
  );
