import { ObjectType } from '@nestjs/graphql';
import type { Lines } from '../api/answer.js';
import type { JsonTexts } from '../api/json-texts.js';
import { pageSize } from '../api/lists.js';
import { count, record } from '../api/shapes.js';
import { Shown, ShownAs } from '../api/shown.js';
import { text } from '../api/text-shapes.js';
import { Change, Head } from './change.view.js';

/** Page of a snapshot: the records at a position, each by the item that shows it last. */
@ObjectType({
  description: 'A page of the records that you see, as they stood at a position, each by its last item of the feed.',
})
export class Snapshot {
  @Shown(record(() => Change), 'Items by (type, recordId), one for each record.', { list: true, atMost: pageSize.feed })
  items: JsonTexts<Change>;

  @Shown(text(), 'Cursor of the next page; null on the last one.', { nullable: true })
  next: string | null;

  @Shown(count(), 'Position at which the records stand, from 1; 0 before the first change.')
  position: number;

  @ShownAs(Head) hash: string;

  @Shown(text(), 'Cursor of the feed behind this position: the feed goes on from it; opaque.')
  cursor: string;
}

/** Lines of a snapshot: its items as they are, and the last one, by which a reader knows that it has them all. */
export const linesOfSnapshot: Lines<Snapshot> = {
  textsOf: ({ items }) => items.texts,
  end: ({ position, hash, cursor }, count) => ({ end: true, position, hash, count, cursor }),
};
