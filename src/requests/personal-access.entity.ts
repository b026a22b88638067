import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { code, id, instant } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { CommuneId, Id, Stored } from '../api/stored.js';

/** A disclosure: personal values of one person or household left with one request. Holds none of the values. */
@Entity('personal_access')
@ObjectType({ description: 'A disclosure: personal values of one person or household left with one request.' })
export class PersonalAccess {
  @CommuneId() communeId: number;
  @Id() id: string;

  @Stored(id, 'Id of the unit that the values belong to.')
  unitId: string;

  /** Null: the operator; in older rows the public, too. */
  @Column('uuid', { nullable: true }) actorId: string | null;

  @Stored(code, 'Key of the reader.')
  actor: string;

  @Stored(text(100), 'Operation that disclosed the values; for a GraphQL edge, the operation it is authorised as.')
  operation: string;

  @Stored(instant, 'Time at which the values were disclosed.')
  at: Date;

  @Stored(text(100), 'Id of the request.')
  requestId: string;
}
