import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, figure, flag, oneOf, record } from '../api/shapes.js';
import { line, prose, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { unitKind } from '../units/unit.entity.js';
import { Condition } from './condition.view.js';
import { DossierItem } from './dossier-item.view.js';
import { nominationType, type NominationType } from './nomination-type.js';
import { PrescribedForm } from './prescribed-form.view.js';
import { source, sourceText, verified } from './sourced.js';
import { TimeLimit } from './time-limit.view.js';

export const formCategories = ['TITLE', 'COMMENDATION'] as const;
export type FormCategory = (typeof formCategories)[number];
export const formCategory = oneOf(
  'FormCategory',
  formCategories,
  'TITLE: danh hiệu thi đua. COMMENDATION: hình thức khen thưởng.',
);

export const roadSteps = ['APPRAISAL', 'CONSULTATION', 'MEETING', 'FORWARDING', 'DECISION'] as const;
export type RoadStep = (typeof roadSteps)[number];
export const roadStep = oneOf(
  'RoadStep',
  roadSteps,
  'APPRAISAL: thẩm định. CONSULTATION: công khai, lấy ý kiến. MEETING: họp xét. FORWARDING: trình cấp trên. ' +
    'DECISION: quyết định.',
);

export const ballots = ['OPEN', 'PAPER'] as const;
export type Ballot = (typeof ballots)[number];
export const ballot = oneOf('Ballot', ballots, 'OPEN: by show of hands. PAPER: secret, on paper.');

export const voteBases = ['ALL_MEMBERS', 'PRESENT'] as const;
export type VoteBase = (typeof voteBases)[number];
export const voteBase = oneOf(
  'VoteBase',
  voteBases,
  'Base of the majority: ALL_MEMBERS of the body, or those PRESENT.',
);

export const absenteeRules = ['WRITTEN_OPINION', 'NOT_COUNTED'] as const;
export type AbsenteeRule = (typeof absenteeRules)[number];
export const absenteeRule = oneOf(
  'AbsenteeRule',
  absenteeRules,
  'WRITTEN_OPINION: who is absent may give an opinion in writing, which counts. NOT_COUNTED: only who is there counts.',
);

export const authorityLevels = ['COMMUNE', 'DISTRICT', 'PROVINCE', 'STATE'] as const;
export type AuthorityLevel = (typeof authorityLevels)[number];
export const authorityLevel = oneOf(
  'AuthorityLevel',
  authorityLevels,
  'Level of an authority. COMMUNE: xã. DISTRICT: huyện. PROVINCE: tỉnh, sở. STATE: trung ương.',
);

@ObjectType({ description: 'Authority (thẩm quyền) that decides on a form.' })
export class Authority {
  @Shown(code, 'Code: "chu-tich-ubnd-xa".')
  code: string;

  @Shown(line(200), 'Title: "Chủ tịch Ủy ban nhân dân xã".')
  title: string;

  @Shown(flag, "Whether the authority is the commune's own chairperson.")
  here: boolean;

  @Shown(authorityLevel, 'Level of the authority: it tells the superior that a nomination is forwarded to.', {
    nullable: true,
  })
  level: AuthorityLevel | null;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

@ObjectType({ description: 'Factor of the coefficient for some kinds of nominees.' })
export class NomineeFactor {
  @Shown(unitKind, 'For units of these kinds.', { list: true, atMost: lengths.usual })
  nominees: UnitKind[];

  @Shown(figure, 'Factor: "1.5".')
  factor: string;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

@ObjectType({ description: 'Early raise of salary (nâng bậc lương trước thời hạn) that a form may lead to.' })
export class SalaryRise {
  @Shown(count(1, 99), 'Months by which the raise may come earlier, at most.')
  months: number;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

@ObjectType({ description: 'Voting rule (quy tắc biểu quyết): quorum and majority as exact fractions.' })
export class VoteRule {
  @Shown(ballot, 'Kind of ballot.')
  ballot: Ballot;

  @Shown(count(0, 1000), 'Quorum, numerator of the share of members who must be there; 0: none required.')
  quorumNumerator: number;

  @Shown(count(1, 1000), 'Quorum, denominator.')
  quorumDenominator: number;

  @Shown(count(1, 1000), 'Numerator of the smallest share of the base that must vote for the nomination.')
  passNumerator: number;

  @Shown(count(1, 1000), 'Denominator of that share.')
  passDenominator: number;

  @Shown(voteBase, 'Base of the majority.')
  base: VoteBase;

  @Shown(absenteeRule, 'Treatment of absent members.')
  absentee: AbsenteeRule;

  @Shown(flag, 'Whether a recused member is not counted in the base.')
  recusedLeaveBase: boolean;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

@ObjectType({ description: 'The steps a nomination of one type goes through (trình tự xét).' })
export class Road {
  @Shown(nominationType, 'Type of nomination.')
  type: NominationType;

  @Shown(roadStep, 'Steps, in their order.', { list: true, atMost: lengths.usual })
  steps: RoadStep[];

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

@ObjectType({
  description: 'A title (danh hiệu thi đua) or form of commendation (hình thức khen thưởng) of a rule set.',
})
export class AwardForm {
  @Shown(text(201), 'Id: rule set and code, "tdkt-2024:ldtt".')
  id: string;

  @Shown(count(1), 'Version of the record: higher by one each time it was loaded with another content.')
  version: number;

  @Shown(code, 'Code, as in addresses: "ldtt". The same in every rule set.')
  code: string;

  @Shown(line(200), 'Name: "Lao động tiên tiến".')
  name: string;

  @Shown(formCategory, 'Category of the form in the law.')
  category: FormCategory;

  @Shown(unitKind, 'For units of these kinds.', { list: true, atMost: lengths.usual })
  nominees: UnitKind[];

  @Shown(code, 'Code of the rule set: "tdkt-2024".')
  ruleSet: string;

  @Shown(day, 'First day of the rule set.')
  validFrom: string;

  @Shown(day, 'Last day of the rule set; null: it goes on.', { nullable: true })
  validTo: string | null;

  @Shown(record(() => Authority), 'Authority that decides.')
  authority: Authority;

  @Shown(figure, 'Money, as a multiple of the base salary (lương cơ sở); null without any.', { nullable: true })
  coefficient: string | null;

  @Shown(record(() => NomineeFactor), 'Factors of the coefficient, by kind of nominee.', {
    list: true,
    atMost: lengths.usual,
  })
  factors: NomineeFactor[];

  @Shown(record(() => SalaryRise), 'Early raise of salary that it may lead to; null: none.', { nullable: true })
  salaryRise: SalaryRise | null;

  @Shown(prose(1000), 'Prerequisites, in words.', { nullable: true })
  prerequisite: string | null;

  @Shown(prose(500), 'Quota, in words.', { nullable: true })
  quota: string | null;

  @Shown(record(() => VoteRule), 'Voting rule of the meeting; null: no meeting votes on it.', { nullable: true })
  voteRule: VoteRule | null;

  @Shown(record(() => Road), 'The road for each type of nomination it can be given by.', {
    list: true,
    atMost: lengths.usual,
  })
  roads: Road[];

  @Shown(record(() => DossierItem), 'The documents a nomination is to have, by type, in order.', {
    list: true,
    atMost: lengths.usual,
  })
  dossier: DossierItem[];

  @Shown(record(() => PrescribedForm), 'Forms (mẫu) that decrees prescribe for its papers, in order.', {
    list: true,
    atMost: lengths.usual,
  })
  prescribed: PrescribedForm[];

  @Shown(record(() => TimeLimit), 'Time limits of its acts: at least, or at most, so many days.', {
    list: true,
    atMost: lengths.usual,
  })
  timeLimits: TimeLimit[];

  @Shown(record(() => Condition), 'Conditions of the law, in order.', { list: true, atMost: lengths.usual })
  conditions: Condition[];

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}
