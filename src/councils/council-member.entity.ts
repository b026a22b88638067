import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, day, id, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

export const offices = ['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER'] as const;
export type Office = (typeof offices)[number];
export const office = oneOf(
  'Office',
  offices,
  'What a member is in a body: chủ tịch, phó chủ tịch, thư ký or ủy viên.',
);

/** A member (thành viên) of a body that deliberates, from when to when. */
@Entity('council_member')
@ObjectType({ description: 'A member (thành viên) of a body that deliberates.' })
export class CouncilMember {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('uuid')
  councilId: string;

  @Shown(code, 'Code of the body.')
  councilCode: string;

  @Column('uuid')
  @Shown(id, 'Id of the person (unit).')
  personId: string;

  @Shown(code, 'Code of the person.')
  personCode: string;

  @Column('text')
  @Shown(office, 'Office.')
  office: Office;

  @Column('date')
  @Shown(day, 'First day.')
  validFrom: string;

  @Column('date', { nullable: true })
  @Shown(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the document it rests on.', { nullable: true })
  documentId: string | null;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Shown(code, 'Key of the actor they act as here; null: the clerk writes down what they declare.', { nullable: true })
  actor: string | null;
}
