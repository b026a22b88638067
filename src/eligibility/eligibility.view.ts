import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, flag, id, oneOf, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { line, prose } from '../api/text-shapes.js';
import { nominationType, type NominationType } from '../catalogue/nomination-type.js';
import { sourceText } from '../catalogue/sourced.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { verdicts, type Verdict } from './eligibility.rules.js';
import { judgementStates, type JudgementState } from './nominee.js';

export const verdictShape = oneOf(
  'Verdict',
  verdicts,
  'Verdict on a nominee. ELIGIBLE: every condition is met. PENDING: what is missing is under way. NEEDS_PROOF: a ' +
    'favourable fact is not recorded. NOT_ELIGIBLE: a condition is not met.',
);
const judgementState = oneOf(
  'JudgementState',
  judgementStates,
  'Outcome of a condition. UNKNOWN: to be proved. PENDING: under way, and open until then.',
);

@ObjectType({ description: 'A condition as it is judged for a nominee, with its source in the law.' })
export class EligibilityReason {
  @Shown(
    code,
    'Code of the condition in its form; "doi-tuong", "trinh-tu", "tham-quyen": of every form; "chua-co": of titles.',
  )
  code: string;

  @Shown(judgementState, 'Outcome of the condition.')
  state: JudgementState;

  @Shown(prose(500), 'The condition, in words of the law.')
  text: string;

  @Shown(line(200), 'Figure that was counted or found: "8/10 tháng"; null: none, or for `personal:read` alone.', {
    nullable: true,
  })
  figure: string | null;

  @Shown(prose(2000), 'Finding, in Vietnamese.')
  vi: string;

  @Shown(prose(2000), 'Finding, in English.')
  en: string;

  @Shown(prose(500), 'Way to cure it; null: none is known, or none is needed.', { nullable: true })
  cure: string | null;

  @Shown(sourceText, 'Source in the law.')
  source: string;

  @Shown(flag, 'Whether the source was read.')
  verified: boolean;
}

/** Whether somebody may be put forward for a form, and why not. */
@ObjectType({ description: 'Eligibility (điều kiện xét) of a person or unit for an award form, with all reasons.' })
@(DataSubject<Eligibility>()(['unitId', 'unitKind'], personOf))
export class Eligibility {
  communeId: number;

  @Shown(id, 'Id of the nominee.')
  unitId: string;

  @Shown(code, 'Code of the nominee.')
  unitCode: string;

  unitKind: UnitKind;

  @Shown(code, 'Code of the award form.')
  formCode: string;

  @Shown(line(200), 'Name of the award form, as the rule set has it.')
  formName: string;

  @Shown(nominationType, 'Type of nomination.')
  type: NominationType;

  @Shown(count(1900, 2200), 'Year of the achievements.')
  year: number;

  @Shown(code, 'Rule set of the judgement.')
  ruleSet: string;

  @Shown(day, 'Day of the judgement.')
  asOf: string;

  @Shown(verdictShape, 'Verdict on the nominee.')
  verdict: Verdict;

  @Shown(flag, 'Whether the law prefers the nominee among equals (nữ được ưu tiên). Shown alone: no order follows it.')
  preferred: boolean;

  @Shown(record(() => EligibilityReason), 'Reasons: every condition, in the order of the law.', {
    list: true,
    atMost: lengths.usual,
  })
  reasons: EligibilityReason[];
}
