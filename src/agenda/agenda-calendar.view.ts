import { ObjectType } from '@nestjs/graphql';
import { Shown } from '../api/shown.js';
import { text } from '../api/text-shapes.js';

/** The agenda as a calendar. */
@ObjectType({ description: 'The agenda as a calendar (iCalendar, RFC 5545). REST answers its text alone.' })
export class AgendaCalendar {
  communeId: number;

  @Shown(text(2_000_000), 'An event on the due day of each act: the sentence of the agenda, which names no person.')
  text: string;
}
