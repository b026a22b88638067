import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { code, id, instant, text } from '../api/shapes.js';
import { CommuneId, Id, Stored } from '../api/stored.js';

/** Personal values of one person or household went out with one request. Not journaled, never changed; holds none of the values. */
@Entity('personal_access')
@ObjectType({ description: 'Personal values of one person or household went out with one request.' })
export class PersonalAccess {
  @CommuneId() communeId: number;
  @Id() id: string;

  @Stored(id, 'Id of the unit whose values they are.')
  unitId: string;

  /** Null: nobody known by a key. */
  @Column('uuid', { nullable: true }) actorId: string | null;

  @Stored(code, 'Key of who read them.')
  actor: string;

  @Stored(text(100), 'The operation by which, or the one an edge of GraphQL stands for.')
  operation: string;

  @Stored(instant, 'When.')
  at: Date;

  @Stored(text(100), 'Id of the request.')
  requestId: string;
}
