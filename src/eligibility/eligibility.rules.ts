import type { ConditionWord, Demand, Term } from '../catalogue/condition-words.data.js';
import { typeInVietnamese } from '../nominations/nomination.rules.js';
import { demandsIn } from '../catalogue/condition.rules.js';
import { kindInVietnamese } from '../units/unit-kind.rules.js';
import {
  classIn,
  completion,
  consent,
  indicator,
  leaderRating,
  membersDisciplined,
  membersHold,
  membersRated,
  rank,
  score,
  submittedBy,
} from './collective-words.rules.js';
import { allOf, anyOf, contraryOf, either } from './judgement.rules.js';
import type { Judgement, JudgementState, Nominee } from './nominee.js';
import { employment, initiative, noDiscipline, noHold, rating, service, tenure } from './person-words.rules.js';
import { deed, movement, recognised, registered, valid } from './participation-words.rules.js';
import { holds, quota, sinceAward } from './title-words.rules.js';

/** Judgement by each word of a condition. */
const judges: { [Word in ConditionWord]: (demand: Demand<Word>, nominee: Nominee) => Judgement } = {
  VALID: valid,
  KIND: ({ of }, { kind }) =>
    either(of.includes(kind), { en: `It is a ${kind}.`, vi: `Là ${kindInVietnamese[kind]}.` }),
  TYPE: ({ of }, { type }) =>
    either(of.includes(type), { en: `Of type ${type}.`, vi: `Đề nghị ${typeInVietnamese[type]}.` }),
  EMPLOYMENT: employment,
  RATING: rating,
  SERVICE: service,
  TENURE: tenure,
  HOLDS: holds,
  SINCE_AWARD: sinceAward,
  INITIATIVE: initiative,
  REGISTERED: registered,
  NO_HOLD: noHold,
  NO_DISCIPLINE: noDiscipline,
  MEMBERS_HOLD: membersHold,
  MEMBERS_RATED: membersRated,
  MEMBERS_DISCIPLINED: membersDisciplined,
  LEADER_RATING: leaderRating,
  RANK: rank,
  CLASS: classIn,
  SCORE: score,
  COMPLETION: completion,
  INDICATOR: indicator,
  CONSENT: consent,
  MOVEMENT: movement,
  DEED: deed,
  SUBMITTED_BY: submittedBy,
  RECOGNISED: recognised,
  QUOTA: quota,
};

/** Judgement of a nominee by a condition. */
export function judge(term: Term, nominee: Nominee): Judgement {
  if ('all' in term) return allOf(term.all.map((each) => judge(each, nominee)));
  if ('any' in term) return anyOf(term.any.map((each) => judge(each, nominee)));
  if ('not' in term) return contraryOf(judge(term.not, nominee));
  return judges[term.is](term as never, nominee);
}

/** Words that a condition uses. */
export const wordsOf = (term: Term): ConditionWord[] => demandsIn(term).map(({ is }) => is);

export const verdicts = ['ELIGIBLE', 'PENDING', 'NEEDS_PROOF', 'NOT_ELIGIBLE'] as const;
export type Verdict = (typeof verdicts)[number];

/** Verdict by the reasons: what is not met decides before what is to be proved, that before what is to come. */
export const verdictOf = (states: readonly JudgementState[]): Verdict => {
  if (states.includes('UNMET')) return 'NOT_ELIGIBLE';
  if (states.includes('UNKNOWN')) return 'NEEDS_PROOF';
  return states.includes('PENDING') ? 'PENDING' : 'ELIGIBLE';
};
