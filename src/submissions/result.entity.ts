import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/permissions.js';
import { code, count, day, figure, id, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { value } from './entry.entity.js';

/** An approved figure (kết quả): of one indicator, unit and period. What corrects it is another result that names it. */
@Entity('result')
@ObjectType({
  description:
    'An approved figure (kết quả) of one indicator, unit and period. What corrects it is another result that names it.',
})
export class Result {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Column('uuid')
  @Shown(id, 'Id of the indicator.')
  indicatorId: string;

  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Column('uuid')
  @Shown(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Column('text')
  @Shown(period, 'Period it is for.')
  period: string;

  @Column('text')
  @Shown(
    value,
    'The figure: a decimal in the base unit (with `outOf`: the count), a grade in words, a rating (EXCELLENT, GOOD, FAIR, AVERAGE, WEAK), or YES, NO.',
  )
  value: string;

  @Column('numeric', { nullable: true })
  @Shown(figure, 'The total it is counted out of.', { nullable: true })
  outOf: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'The approved report it stands in; null where it was computed.', { nullable: true })
  submissionId: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'The result it took the place of.', { nullable: true })
  supersedesId: string | null;

  @Column('date')
  @Shown(day, 'Legal date from which it is in force.')
  approvedOn: string;

  @Column('date', { nullable: true })
  @Shown(day, 'Legal date from which it is no longer in force.', { nullable: true })
  supersededOn: string | null;

  @AudienceColumn()
  audience: Audience;
}
