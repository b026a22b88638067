import { ObjectType } from '@nestjs/graphql';
import { line } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

/** Signer of a document; capacity: TM. on behalf of the collective, KT. for the chief, …. */
@ObjectType({ description: 'Signer of a document, and capacity.' })
export class Signer {
  @Shown(line(200), 'Name as printed.', { nullable: true, personal: true })
  name: string | null;

  @Shown(line(200), 'Post: "Chủ tịch".', { nullable: true })
  title: string | null;

  @Shown(line(200), 'Capacity: "TM. Ủy ban nhân dân".', { nullable: true })
  capacity: string | null;
}
