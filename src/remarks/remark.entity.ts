import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { code, day, id, oneOf, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { prose } from '../api/text-shapes.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { remarkStates, type RemarkState } from './remark.workflow.js';

export const remarkState = oneOf(
  'RemarkState',
  remarkStates,
  'State of a remark. WITHDRAWN: by the superior, before it was answered.',
);

/** A remark (ý kiến cấp trên) of a superior on an approved figure. Superiors see it from its first day on. */
@Entity('remark')
@ObjectType({ description: 'A remark (ý kiến cấp trên): a question of a superior about a result, and its answer.' })
@(DataSubject<Remark>()(['unitId', 'unitKind'], personOf))
export class Remark {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the result.')
  resultId: string;

  @Shown(code, 'Key of the plan of the result.')
  plan: string;

  @Shown(code, 'Code of the indicator of the result.')
  indicatorCode: string;

  @Stored(id, 'Id of the unit of the result.')
  unitId: string;

  @Shown(code, 'Code of the unit of the result.')
  unitCode: string;

  unitKind: UnitKind;

  @Shown(period, 'Period of the result.')
  period: string;

  @Stored(id, 'Id of the superior that asks.')
  superiorId: string;

  @Shown(code, 'Key of the superior that asks.')
  superiorKey: string;

  @Stored(prose(), 'Question, in the words of the superior.', { personal: true })
  text: string;

  @Stored(day, 'Legal date of the question.')
  addedOn: string;

  @Stored(remarkState, 'State of the remark.')
  state: RemarkState;

  @Stored(prose(), 'Answer in words; null: there is none, or the correction says it.', {
    nullable: true,
    personal: true,
  })
  answer: string | null;

  @Stored(id, 'Id of the result by which the figure was corrected; null: it stands.', { nullable: true })
  correctionId: string | null;

  @Stored(day, 'Legal date of the answer.', { nullable: true })
  answeredOn: string | null;

  @AudienceColumn() audience: Audience;
}
