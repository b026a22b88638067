import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { code, day, id, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

export const offices = ['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER'] as const;
export type Office = (typeof offices)[number];
export const office = oneOf('Office', offices, 'Office: chủ tịch, phó chủ tịch, thư ký or ủy viên.');

/** A member (thành viên) of a body that deliberates, from when to when. */
@Entity('council_member')
@ObjectType({ description: 'A member (thành viên) of a body that deliberates.' })
export class CouncilMember {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;
  @Column('uuid') councilId: string;

  @Shown(code, 'Code of the body.')
  councilCode: string;

  @Stored(id, 'Id of the person (unit).')
  personId: string;

  @Shown(code, 'Code of the person.')
  personCode: string;

  @Stored(office, 'Office held.')
  office: Office;

  @Stored(day, 'First day.')
  validFrom: string;

  @Stored(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;

  @Stored(id, 'Id of the document that the membership rests on.', { nullable: true })
  documentId: string | null;

  @Column('uuid', { nullable: true }) actorId: string | null;

  @Shown(code, 'Key of the actor they act as here; null: the clerk writes down what they declare.', { nullable: true })
  actor: string | null;

  /** Last day of its own, where it ended with its person or body; infinity: it had none. */
  @Column('date', { nullable: true }) ownLastDay: string | null;
}
