import { Asked, AskedAs, InputBody } from '../api/asked.js';
import { count, day, flag, json, record } from '../api/shapes.js';
import type { DueIn } from '../indicators/plan-settings.view.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import {
  Authority,
  NomineeFactor,
  SalaryRise,
  VoteRule,
  Road,
  AwardForm,
  type AbsenteeRule,
  type AuthorityLevel,
  type Ballot,
  type FormCategory,
  type RoadStep,
  type VoteBase,
} from './award-form.view.js';
import { DossierItem } from './dossier-item.view.js';
import { type NominationType } from './nomination-type.js';
import type { PaperKind } from './paper-kind.js';
import { PrescribedForm } from './prescribed-form.view.js';
import { sourceText } from './sourced.js';
import { Condition } from './condition.view.js';
import type { Term } from './condition-words.data.js';
import { TimeLimit, type LimitedAct } from './time-limit.view.js';
import {
  BaseSalary,
  Rounding,
  RuleSet,
  Several,
  Transition,
  type EarlierRule,
  type RoundingMethod,
  type SeveralRule,
  Preference,
  type PreferredPeople,
} from './rule-set.view.js';

/* Input of `thidua catalogue load`. Each member means the same as in AwardForm. */

/** Source of a row, and whether it was read. */
class Sourced {
  @Asked(sourceText, 'Source in the law.')
  source: string;

  @Asked(flag, 'Whether the source was read.')
  verified: boolean;
}

@InputBody('Authority that decides on a form.')
export class AuthorityGiven extends Sourced {
  @AskedAs(Authority) code: string;
  @AskedAs(Authority) title: string;
  @AskedAs(Authority) here: boolean;
  @AskedAs(Authority, { clearable: true }) level?: AuthorityLevel | null;
}

@InputBody('Factor of the coefficient for some kinds of nominees.')
export class NomineeFactorGiven extends Sourced {
  @AskedAs(NomineeFactor) nominees: UnitKind[];
  @AskedAs(NomineeFactor) factor: string;
}

@InputBody('Early raise of salary that a form may lead to.')
export class SalaryRiseGiven extends Sourced {
  @AskedAs(SalaryRise) months: number;
}

@InputBody('Voting rule of a meeting.')
export class VoteRuleGiven extends Sourced {
  @AskedAs(VoteRule) ballot: Ballot;
  @AskedAs(VoteRule) quorumNumerator: number;
  @AskedAs(VoteRule) quorumDenominator: number;
  @AskedAs(VoteRule) passNumerator: number;
  @AskedAs(VoteRule) passDenominator: number;
  @AskedAs(VoteRule) base: VoteBase;
  @AskedAs(VoteRule) absentee: AbsenteeRule;
  @AskedAs(VoteRule) recusedLeaveBase: boolean;
}

@InputBody('The steps a nomination of one type goes through.')
export class RoadGiven extends Sourced {
  @AskedAs(Road) type: NominationType;
  @AskedAs(Road) steps: RoadStep[];
}

@InputBody('A document a nomination of one type is to have.')
export class DossierItemGiven extends Sourced {
  @AskedAs(DossierItem) type: NominationType;
  @AskedAs(DossierItem) item: string;
  @AskedAs(DossierItem) documentType: string;
  @AskedAs(DossierItem) name: string;
  @AskedAs(DossierItem) required: boolean;
}

@InputBody('A form that a decree prescribes for a paper.')
export class PrescribedFormGiven extends Sourced {
  @AskedAs(PrescribedForm) paper: PaperKind;
  @AskedAs(PrescribedForm, { clearable: true }) number?: string | null;
  @AskedAs(PrescribedForm) layoutRead: boolean;
}

@InputBody('A condition that the law sets for a form.')
export class ConditionGiven extends Sourced {
  @AskedAs(Condition) code: string;
  @AskedAs(Condition, { optional: true }) types?: NominationType[];
  @AskedAs(Condition, { optional: true }) nominees?: UnitKind[];
  @AskedAs(Condition) text: string;
  @AskedAs(Condition, { clearable: true }) cure?: string | null;

  @Asked(json, 'Demand: {"is": "RATING", "least": "GOOD", "years": 1}, {"all": […]}, {"any": […]}, {"not": …}.')
  needs: Term;
}

@InputBody('A time limit of the law.')
export class TimeLimitGiven extends Sourced {
  @AskedAs(TimeLimit) of: LimitedAct;
  @AskedAs(TimeLimit) days: number;
  @AskedAs(TimeLimit) countedIn: DueIn;
}

@InputBody('A title or form of commendation.')
export class AwardFormGiven extends Sourced {
  @AskedAs(AwardForm) code: string;
  @AskedAs(AwardForm) name: string;
  @AskedAs(AwardForm) category: FormCategory;
  @AskedAs(AwardForm) nominees: UnitKind[];

  @Asked(record(() => AuthorityGiven), 'Authority that decides.')
  authority: AuthorityGiven;

  @AskedAs(AwardForm, { clearable: true }) coefficient?: string | null;

  @Asked(record(() => NomineeFactorGiven), 'Factors of the coefficient.', { list: true })
  factors: NomineeFactorGiven[];

  @Asked(record(() => SalaryRiseGiven), 'Early raise of salary; none when left out.', { clearable: true })
  salaryRise?: SalaryRiseGiven | null;

  @AskedAs(AwardForm, { clearable: true }) prerequisite?: string | null;
  @AskedAs(AwardForm, { clearable: true }) quota?: string | null;

  @Asked(record(() => VoteRuleGiven), 'Voting rule of the meeting.', { clearable: true })
  voteRule?: VoteRuleGiven | null;

  @Asked(record(() => RoadGiven), 'Steps from a nomination to its decision, by who decides.', { list: true })
  roads: RoadGiven[];

  @Asked(record(() => DossierItemGiven), 'Documents, in order.', { list: true })
  dossier: DossierItemGiven[];

  @Asked(record(() => PrescribedFormGiven), 'Forms of its papers; none when left out.', { list: true, optional: true })
  prescribed?: PrescribedFormGiven[];

  @Asked(record(() => TimeLimitGiven), 'Time limits of its acts; none when left out.', { list: true, optional: true })
  timeLimits?: TimeLimitGiven[];

  @Asked(record(() => ConditionGiven), 'Conditions, in order; none when left out.', { list: true, optional: true })
  conditions?: ConditionGiven[];
}

@InputBody('Rounding of money.')
export class RoundingGiven extends Sourced {
  @AskedAs(Rounding) method: RoundingMethod;
  @AskedAs(Rounding) unit: number;
}

@InputBody('Money of several awards for one achievement.')
export class SeveralGiven extends Sourced {
  @AskedAs(Several) pays: SeveralRule;
}

@InputBody('Law of dossiers that were received before the first day of a rule set.')
export class TransitionGiven extends Sourced {
  @AskedAs(Transition) earlier: EarlierRule;
}

@InputBody('Preference among nominees that meet the same conditions.')
export class PreferenceGiven extends Sourced {
  @AskedAs(Preference) prefers: PreferredPeople;
}

@InputBody('The rules in force for a time.')
export class RuleSetGiven extends Sourced {
  @AskedAs(RuleSet) code: string;
  @AskedAs(RuleSet) name: string;
  @AskedAs(RuleSet) validFrom: string;

  @Asked(day, 'Last day; none: it goes on.', { clearable: true })
  validTo?: string | null;

  @Asked(record(() => RoundingGiven), 'Rounding of money.')
  rounding: RoundingGiven;

  @Asked(record(() => SeveralGiven), 'Money of several awards for one achievement; none: each pays.', {
    clearable: true,
  })
  several?: SeveralGiven | null;

  @Asked(record(() => TransitionGiven), 'Law of dossiers received before; none: that of the day of receipt.', {
    clearable: true,
  })
  transition?: TransitionGiven | null;

  @Asked(record(() => PreferenceGiven), 'Preference among equals; none: none is told.', { clearable: true })
  preference?: PreferenceGiven | null;

  @Asked(record(() => AwardFormGiven), 'Award forms. A stored form that is not named stays unchanged.', {
    list: true,
  })
  forms: AwardFormGiven[];
}

@InputBody('The base salary (lương cơ sở) for a time.')
export class BaseSalaryGiven extends Sourced {
  @AskedAs(BaseSalary) validFrom: string;

  @Asked(day, 'Last day; none: it goes on.', { clearable: true })
  validTo?: string | null;

  @Asked(count(1), 'Đồng a month.')
  amount: number;
}

@InputBody('The catalogue, or what is new in it.')
export class CatalogueGiven {
  @Asked(record(() => RuleSetGiven), 'Rule sets.', { list: true })
  ruleSets: RuleSetGiven[];

  @Asked(record(() => BaseSalaryGiven), 'Base salaries.', { list: true })
  baseSalaries: BaseSalaryGiven[];
}
