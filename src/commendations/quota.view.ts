import { ObjectType } from '@nestjs/graphql';
import { code, count, figure, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { line } from '../api/text-shapes.js';

export const quotaScopes = ['COMMUNE', 'AGENCY'] as const;
export type QuotaScope = (typeof quotaScopes)[number];
const quotaScope = oneOf(
  'QuotaScope',
  quotaScopes,
  'Holders that a quota is a share of. COMMUNE: all. AGENCY: those of one unit, each unit for itself.',
);

/** Places of a form in a round (tỷ lệ khống chế), counted when it is read. */
@ObjectType({ description: 'Places of an award form in a round, as its quota allows, and how many are taken.' })
export class RoundQuota {
  communeId: number;

  @Shown(code, 'Code of the award form.')
  formCode: string;

  @Shown(line(200), 'Name of the award form, as the rule set of the round has it.')
  formName: string;

  @Shown(quotaScope, 'Holders that the quota is a share of; null: the form has no quota.', { nullable: true })
  each: QuotaScope | null;

  @Shown(code, 'Code of the agency; null: the whole commune.', { nullable: true })
  unitCode: string | null;

  @Shown(figure, 'Share, percent; null: the form has no quota.', { nullable: true })
  percent: string | null;

  @Shown(code, 'Code of the form whose holders are the base; null: those who are rated so.', { nullable: true })
  holding: string | null;

  @Shown(line(20), 'Least rating of those who are the base.', { nullable: true })
  rated: string | null;

  @Shown(count(), 'Number of those who are the base in the year of the round.', { nullable: true })
  base: number | null;

  @Shown(count(), 'Places: the share of the base, rounded down, or the least number that the law leaves.', {
    nullable: true,
  })
  allowed: number | null;

  @Shown(count(), 'Number of awards of the form that are in force for the year of the round.')
  granted: number;

  @Shown(count(), 'Number of nominations of the round that are recommended and not decided yet.')
  recommended: number;

  @Shown(count(), 'Places that are left, before those recommended; null: the form has no quota.', { nullable: true })
  open: number | null;
}
