import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, id, instant, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** Personal values of one person or household went out with one request. Not journaled, never changed; holds none of the values. */
@Entity('personal_access')
@ObjectType({ description: 'Personal values of one person or household went out with one request.' })
export class PersonalAccess {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('uuid')
  @Shown(id, 'Id of the unit whose values they are.')
  unitId: string;

  /** Null: nobody known by a key. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  @Shown(code, 'Key of who read them.')
  actor: string;

  @Column('text')
  @Shown(text(100), 'The operation by which, or the one an edge of GraphQL stands for.')
  operation: string;

  @Column('timestamptz')
  @Shown(instant, 'When.')
  at: Date;

  @Column('text')
  @Shown(text(100), 'Id of the request.')
  requestId: string;
}
