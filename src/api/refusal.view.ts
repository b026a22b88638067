import { ObjectType } from '@nestjs/graphql';
import { count } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

/** One code a problem can carry. */
@ObjectType('Refusal', { description: 'One code a problem can carry, with its status and words.' })
export class RefusalText {
  @Shown(text(60), 'Stable code, never reused.')
  code: string;

  @Shown(count(), 'HTTP status.')
  status: number;

  @Shown(
    count(1),
    'Seconds after which the same request may be retried (Retry-After); null: no retry, or the answer says when.',
    { nullable: true },
  )
  retryAfter: number | null;

  @Shown(text(), "Words in Vietnamese; {name} is filled from the problem's details.")
  vi: string;

  @Shown(text(), 'Words in English.')
  en: string;
}
