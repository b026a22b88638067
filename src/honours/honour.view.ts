import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { code, count, day, flag, id, legalDate, oneOf, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { line, prose } from '../api/text-shapes.js';
import { formCategory, type FormCategory } from '../catalogue/award-form.view.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { issuerLevels, issuerSectors, type IssuerLevel, type IssuerSector } from './issuer.rules.js';

export const honourKinds = ['AWARD', 'STANDING', 'RATING', 'DUTY'] as const;
export type HonourKind = (typeof honourKinds)[number];
export const honourKind = oneOf(
  'HonourKind',
  honourKinds,
  'Kind of line. AWARD: khen thưởng. STANDING: xếp loại đã công bố. RATING: xếp loại chất lượng. DUTY: công tác.',
);

const issuerLevel = oneOf('IssuerLevel', issuerLevels, 'Level of who decided (cấp ra quyết định).');
const issuerSector = oneOf(
  'IssuerSector',
  issuerSectors,
  'Sector of who decided (loại khen thưởng). PARTY: Đảng. GOVERNMENT: chính quyền. UNION: đoàn thể. OTHER: khác.',
);

/** A line of the whole record of a unit or person: made of an award, a standing or a fact, and stored nowhere. */
@ObjectType({ description: 'A line of the record of a unit or person: an award, a standing, a rating or a duty.' })
@(DataSubject<Honour>()(['unitId', 'unitKind'], personOf))
export class Honour {
  communeId: number;

  @Shown(honourKind, 'Kind of line.')
  kind: HonourKind;

  @Shown(count(0, 9999), 'Year of the grant, of the period scored or rated, or in which the duty began.')
  year: number;

  @Shown(legalDate, 'Day of the grant as far as it is known, of the publication, or first of the duty; null: none.', {
    nullable: true,
  })
  on: string | null;

  @Shown(day, 'Last day of the duty; null: it goes on, or is none.', { nullable: true })
  until: string | null;

  @Shown(period, 'Period of the achievements, or that was scored or rated; null: none is told.', { nullable: true })
  period: string | null;

  @Shown(formCategory, 'Category of the award form; null for one that the catalogue does not have, and other lines.', {
    nullable: true,
  })
  category: FormCategory | null;

  @Shown(code, 'Code of the award form, the class, the rating, or the employment; null: not classed.', {
    nullable: true,
  })
  code: string | null;

  @Shown(line(1000), 'Name of the award form, the class, the rating, or the post, as it was called; null: none.', {
    nullable: true,
  })
  name: string | null;

  @Shown(line(80), 'Number of the decision, as printed.', { nullable: true })
  numberText: string | null;

  @Shown(line(200), 'Office that decided or rated.', { nullable: true })
  issuer: string | null;

  @Shown(issuerLevel, 'Level of the office that gave an award, as its name tells; null: it tells none.', {
    nullable: true,
  })
  level: IssuerLevel | null;

  @Shown(issuerSector, 'Sector of the office that gave an award, as its name tells.', { nullable: true })
  sector: IssuerSector | null;

  @Shown(prose(2000), 'Citation of an award; null for the public and observers.', { nullable: true })
  citation: string | null;

  @Shown(
    count(0, 99),
    'Months by which a raise of salary may come earlier (nâng bậc lương trước thời hạn), as the form of an award in ' +
      'force has them: `AwardForm.salaryRise`; null: none.',
    { nullable: true },
  )
  monthsEarlier: number | null;

  @Shown(flag, 'Whether the source of these months was read; null: there are none.', { nullable: true })
  monthsVerified: boolean | null;

  @Shown(line(1000), 'Name of the block of a standing.', { nullable: true })
  block: string | null;

  @Shown(count(1), 'Rank in the block.', { nullable: true })
  rank: number | null;

  @Shown(day, 'Legal date from which an award is revoked: it counts no more.', { nullable: true })
  revokedOn: string | null;

  @Shown(id, 'Id of the unit that the line is of: the one asked for, or one that it succeeds.')
  unitId: string;

  @Shown(code, 'Code of that unit.')
  unitCode: string;

  unitKind: UnitKind;

  @Shown(id, 'Id of the award.', { nullable: true })
  awardId: string | null;

  @Shown(id, 'Id of the standing.', { nullable: true })
  standingId: string | null;

  @Shown(id, 'Id of the fact that tells the rating or duty.', { nullable: true })
  factId: string | null;
}
