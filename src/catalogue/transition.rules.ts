import { point, points, type Point } from '../points.js';
import type { RuleSet } from './rule-set.view.js';
import { holdsOn, isEmpty } from './span.rules.js';

type Law = Pick<RuleSet, 'code' | 'validFrom' | 'validTo' | 'transition'>;

/**
 * Codes of the rule sets whose conditions a dossier that was received on a day may go by: that of the day first, then
 * those begun since, until another day, that take earlier dossiers where they are more favourable.
 */
export const lawsOf = (
  ruleSets: readonly Law[],
  { receivedOn, until }: { receivedOn: string; until: string },
): string[] => {
  const ofDay = ruleSets.filter((each) => holdsOn(each, receivedOn));
  if (ofDay.length === 0) return [];
  const since = ruleSets.filter(
    (each) =>
      receivedOn < each.validFrom &&
      each.validFrom <= until &&
      !isEmpty(each) &&
      each.transition?.earlier === 'MORE_FAVOURABLE',
  );
  return [...ofDay, ...since].map(({ code }) => code);
};

/**
 * Points against a law that a person chooses: the dossier does not go by it, or it is another than that of the day
 * without a reason.
 */
export const brokenLaw = (
  { ruleSet, reason }: { ruleSet?: string; reason?: string },
  laws: readonly string[],
): Point[] => {
  const named = laws.join(', ');
  return points(
    ruleSet !== undefined &&
      !laws.includes(ruleSet) &&
      point('/ruleSet', 'OTHER_LAW', {
        en: `By the day of its receipt the dossier goes by one of ${named}.`,
        vi: `Theo ngày nhận, hồ sơ xét theo một trong các quy định: ${named}.`,
      }),
    ruleSet !== undefined &&
      ruleSet !== laws[0] &&
      reason === undefined &&
      point('/reason', 'LAW_UNREASONED', 'Another law than that of the day of receipt is chosen with a reason.'),
  );
};
