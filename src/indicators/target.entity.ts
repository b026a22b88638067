import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { code, count, figureWritten, id, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

@Entity('target')
@ObjectType({
  description: "A target for a unit or a shorter period (mức giao). The commune's own is Indicator.target.",
})
export class Target {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

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

  @Stored(period, 'Period of the target.')
  period: string;

  @Stored(figureWritten, "The target, in the indicator's base unit.")
  value: string;

  @Stored(count(1), 'Number of times the target was set; the journal keeps every value.')
  revision: number;

  @AudienceColumn() audience: Audience;
}
