import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, id, oneOf, period } from '../api/shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { line } from '../api/text-shapes.js';
import { dueIn, type DueIn } from '../indicators/plan-settings.view.js';
import { consultationStates, type ConsultationState } from './consultation.workflow.js';

export const consultationState = oneOf(
  'ConsultationState',
  consultationStates,
  'State of a consultation. OPEN: the list hangs. CLOSED: its nominations go on. CANCELLED: nothing follows from it.',
);

/** A consultation (công khai, lấy ý kiến): public, as the list itself. */
@Entity('consultation')
@ObjectType({
  description: 'A consultation (công khai, lấy ý kiến): where and how long the list of nominees for a form hangs.',
})
export class Consultation {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the round.')
  roundId: string;

  @Stored(code, 'Code of the award form.')
  formCode: string;

  @Stored(line(300), 'Name of the award form, as the rule set has it.')
  formName: string;

  @Stored(period, 'Period of the achievements considered in the round.')
  period: string;

  @Stored(count(1), 'Number of nominees on the list.')
  nominees: number;

  @Stored(line(200), 'Places where the list hangs, or its address on the web.', { list: true, atMost: lengths.usual })
  places: string[];

  @Stored(id, 'Id of the document of the notice (thông báo).', { nullable: true })
  documentId: string | null;

  @Stored(day, 'Day on which the list was hung; it is not counted.')
  firstDay: string;

  @Stored(count(1, 366), 'Number of days that the list hangs.')
  days: number;

  @Stored(dueIn, 'Days that these are counted in, as the law has it for the form.')
  countedIn: DueIn;

  @Stored(day, 'Last day for objections, moved to the next working day where it is none.')
  lastDay: string;

  @Stored(consultationState, 'State of the consultation.')
  state: ConsultationState;

  @Stored(day, 'Legal date on which it was closed or cancelled.', { nullable: true })
  endedOn: string | null;

  @AudienceColumn() audience: Audience;
}
