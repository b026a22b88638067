import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { code, day, figure, id, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { figureScope, value } from './entry.entity.js';
import type { FigureScope } from './scope.rules.js';

@Entity('result')
@ObjectType({
  description:
    'An approved figure (kết quả) of one indicator, unit and period. A correction is another result that names it.',
})
export class Result {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;
  planId: string;

  @Shown(code, 'Key of the commune.')
  commune: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(id, 'Id of the indicator.')
  indicatorId: string;

  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Stored(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Stored(period, 'Period of the result.')
  period: string;

  @Stored(figureScope, "Scope of the figure: the commune's, or the unit's own.")
  scope: FigureScope;

  @Stored(
    value,
    'Value: a decimal in the base unit (with `outOf`: the count), a grade in words, YES, NO, ' +
      'or a rating (EXCELLENT, GOOD, FAIR, AVERAGE, WEAK).',
  )
  value: string;

  @Stored(figure, 'The total that the value is counted out of.', { nullable: true })
  outOf: string | null;

  @Stored(id, 'The approved report of the result; null where the result was computed.', { nullable: true })
  submissionId: string | null;

  @Stored(id, 'Result that this result supersedes.', { nullable: true })
  supersedesId: string | null;

  @Stored(day, 'Legal date from which the result is in force.')
  approvedOn: string;

  @Stored(day, 'Legal date from which the result is no longer in force.', { nullable: true })
  supersededOn: string | null;

  @AudienceColumn() audience: Audience;
}
