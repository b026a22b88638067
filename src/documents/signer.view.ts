import { ObjectType } from '@nestjs/graphql';
import { text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** Who signed, and in which capacity (TM. on behalf of the collective, KT. for the head, …). */
@ObjectType({ description: 'Who signed a document, and in which capacity.' })
export class Signer {
  @Shown(text(200), 'Name as printed.', { nullable: true, personal: true })
  name: string | null;

  @Shown(text(200), 'Post: "Chủ tịch".', { nullable: true })
  title: string | null;

  @Shown(text(200), 'Capacity: "TM. Ủy ban nhân dân".', { nullable: true })
  capacity: string | null;
}
