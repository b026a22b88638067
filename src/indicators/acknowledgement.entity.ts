import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { DataSubject } from '../api/disclosures.js';
import { code, count, day, id, oneOf } from '../api/shapes.js';
import { prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

export const acknowledgementForms = ['MEETING', 'DOCUMENT', 'LOUDSPEAKER', 'ONLINE', 'OTHER'] as const;
export type AcknowledgementForm = (typeof acknowledgementForms)[number];
export const acknowledgementForm = oneOf(
  'AcknowledgementForm',
  acknowledgementForms,
  'Way a plan was made known: a meeting, the document, the village loudspeaker, online, another.',
);

@Entity('acknowledgement')
@ObjectType({ description: 'A unit states that it has made the plan known (quán triệt, phổ biến).' })
@(DataSubject<Acknowledgement>()(['unitId'], ({ unitId }) => unitId))
export class Acknowledgement {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Stored(acknowledgementForm, 'Way the plan was made known.')
  form: AcknowledgementForm;

  @Stored(day, 'Day on which the unit made the plan known.')
  heldOn: string;

  @Stored(count(), 'People reached; null: not counted.', { nullable: true })
  peopleReached: number | null;

  @Stored(prose(), 'Remark of the unit.', { nullable: true, personal: true })
  note: string | null;
}
