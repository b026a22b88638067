import { Asked, Body } from '../api/asked.js';
import { code, count, day, figure, flag, oneOf, record, text } from '../api/shapes.js';
import { unitKind, type UnitKind } from '../units/unit.entity.js';
import {
  absenteeRule,
  ballot,
  formCategory,
  nominationType,
  roadStep,
  sourceText,
  voteBase,
  type AbsenteeRule,
  type Ballot,
  type FormCategory,
  type NominationType,
  type RoadStep,
  type VoteBase,
} from './award-form.view.js';

/* What `thidua catalogue load` takes, from a file or as it comes with the program. Each member means what it means in AwardForm. */

const roundingMethods = ['NONE', 'NEAREST', 'UP'] as const;

/** What every row says of itself. */
class Sourced {
  @Asked(sourceText, 'Where it stands in the law.')
  source: string;

  @Asked(flag, 'Whether that was read there.')
  verified: boolean;
}

@Body('Who decides on a form.')
export class AuthorityGiven extends Sourced {
  @Asked(code, 'Code.')
  code: string;

  @Asked(text(200), 'Title.')
  title: string;

  @Asked(flag, "Whether it is the commune's own chairperson.")
  here: boolean;
}

@Body('By how much the coefficient is multiplied for some of the nominees.')
export class NomineeFactorGiven extends Sourced {
  @Asked(unitKind, 'For whom.', { list: true })
  nominees: UnitKind[];

  @Asked(figure, 'Factor.')
  factor: string;
}

@Body('How a meeting votes.')
export class VoteRuleGiven extends Sourced {
  @Asked(ballot, 'How votes are cast.')
  ballot: Ballot;

  @Asked(count(0, 1000), 'Quorum: numerator.')
  quorumNumerator: number;

  @Asked(count(1, 1000), 'Quorum: denominator.')
  quorumDenominator: number;

  @Asked(count(1, 1000), 'For it: numerator.')
  passNumerator: number;

  @Asked(count(1, 1000), 'For it: denominator.')
  passDenominator: number;

  @Asked(voteBase, 'Of whom that share is taken.')
  base: VoteBase;

  @Asked(absenteeRule, 'What becomes of those who are absent.')
  absentee: AbsenteeRule;

  @Asked(flag, 'Whether who is recused leaves the base.')
  recusedLeaveBase: boolean;
}

@Body('The steps a nomination of one type goes through.')
export class RoadGiven extends Sourced {
  @Asked(nominationType, 'Type of nomination.')
  type: NominationType;

  @Asked(roadStep, 'Steps, in their order.', { list: true })
  steps: RoadStep[];
}

@Body('A document a nomination of one type is to have.')
export class DossierItemGiven extends Sourced {
  @Asked(nominationType, 'Type of nomination.')
  type: NominationType;

  @Asked(code, 'Code within form and type.')
  item: string;

  @Asked(text(20), 'Type of the document.')
  documentType: string;

  @Asked(text(300), 'Name.')
  name: string;

  @Asked(flag, 'Whether it must be there.')
  required: boolean;
}

@Body('A title or form of commendation.')
export class AwardFormGiven extends Sourced {
  @Asked(code, 'Code.')
  code: string;

  @Asked(text(200), 'Name.')
  name: string;

  @Asked(formCategory, 'Category.')
  category: FormCategory;

  @Asked(unitKind, 'For whom.', { list: true })
  nominees: UnitKind[];

  @Asked(record(() => AuthorityGiven), 'Who decides.')
  authority: AuthorityGiven;

  @Asked(figure, 'Multiple of the base salary.', { clearable: true })
  coefficient?: string | null;

  @Asked(record(() => NomineeFactorGiven), 'Factors of the coefficient.', { list: true })
  factors: NomineeFactorGiven[];

  @Asked(text(1000), 'What it presupposes.', { clearable: true })
  prerequisite?: string | null;

  @Asked(text(500), 'How many may get it.', { clearable: true })
  quota?: string | null;

  @Asked(record(() => VoteRuleGiven), 'How a meeting votes on it.', { clearable: true })
  voteRule?: VoteRuleGiven | null;

  @Asked(record(() => RoadGiven), 'Roads.', { list: true })
  roads: RoadGiven[];

  @Asked(record(() => DossierItemGiven), 'Documents, in order.', { list: true })
  dossier: DossierItemGiven[];
}

@Body('How money is rounded.')
export class RoundingGiven extends Sourced {
  @Asked(oneOf('RoundingMethod', roundingMethods, 'NONE: not. NEAREST, UP: to whole units.'), 'Method.')
  method: (typeof roundingMethods)[number];

  @Asked(count(1), 'Unit, đồng.')
  unit: number;
}

@Body('The rules in force for a time.')
export class RuleSetGiven extends Sourced {
  @Asked(code, 'Code.')
  code: string;

  @Asked(text(300), 'Name.')
  name: string;

  @Asked(day, 'First day.')
  validFrom: string;

  @Asked(day, 'Last day; none: it goes on.', { clearable: true })
  validTo?: string | null;

  @Asked(record(() => RoundingGiven), 'How money is rounded under it.')
  rounding: RoundingGiven;

  @Asked(record(() => AwardFormGiven), 'Its forms. One that is there already and is not named stays as it is.', {
    list: true,
  })
  forms: AwardFormGiven[];
}

@Body('The base salary (lương cơ sở) for a time.')
export class BaseSalaryGiven extends Sourced {
  @Asked(day, 'First day.')
  validFrom: string;

  @Asked(day, 'Last day; none: it goes on.', { clearable: true })
  validTo?: string | null;

  @Asked(count(1), 'Đồng a month.')
  amount: number;
}

@Body('The catalogue, or what is new in it.')
export class CatalogueGiven {
  @Asked(record(() => RuleSetGiven), 'Rule sets.', { list: true })
  ruleSets: RuleSetGiven[];

  @Asked(record(() => BaseSalaryGiven), 'Base salaries.', { list: true })
  baseSalaries: BaseSalaryGiven[];
}
