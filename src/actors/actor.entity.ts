import { ObjectType } from '@nestjs/graphql';
import { ApiSchema } from '@nestjs/swagger';
import { Entity } from 'typeorm';
import { code, oneOf, record } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { Appointment } from './appointment.entity.js';

export const actorKind = oneOf(
  'ActorKind',
  ['PERSON', 'SYSTEM', 'PUBLIC', 'OPERATOR'],
  "PERSON or SYSTEM hold keys; PUBLIC has none; OPERATOR works with the owner's connection.",
);

@Entity('actor')
@ApiSchema({ name: 'Actor' })
@ObjectType('Actor', { description: 'An actor (người dùng): a person, named by post, or a system.' })
export class Actor {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(code, 'Key within the commune: "clerk".')
  key: string;

  @Stored(line(200), 'Name or post.', { personal: ({ kind }: Actor) => kind === 'PERSON' })
  name: string;

  @Stored(actorKind, 'Whether the actor is a person or a system.')
  kind: 'PERSON' | 'SYSTEM';

  @Shown(
    record(() => Appointment),
    'Appointments and delegations as of today, past ones too, in the order they begin.',
    {
      list: true,
      optional: true,
    },
  )
  appointments?: Appointment[];
}
