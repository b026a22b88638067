import { grouped } from '../database/batch.js';
import type { BoardContent } from './board-content.js';
import { kindInWords } from './board-words.data.js';
import { inDigits } from './digits.js';
import { markup, type Markup } from './markup.js';
import { dayInWords, monthInWords } from './period-words.js';
import { capital, sayIn } from './say.js';
import { table } from './table.js';

/** Public changes in the month of the board, by day: numbers, no names. */
export function changesCard({ asked: { language }, asOf, changed }: BoardContent): Markup {
  const say = sayIn(language);
  const month = monthInWords(asOf.slice(0, 7), language);
  const days = [...new Set(changed.map(({ on }) => on))];
  const changedOn = grouped(changed, ({ on }) => [on]);
  const of = (day: string) =>
    changedOn(day).map(({ kind, count }) => kindInWords(kind, inDigits(String(count), language), language));
  return markup`<section class="card">
<h2>${say(`Thay đổi trong ${month}`, `Changes in ${month}`)}</h2>
${
  days.length === 0
    ? markup`<p>${say('Trong tháng chưa có thay đổi nào được công khai.', 'Nothing public has changed.')}</p>`
    : table({
        of: 'changes',
        columns: [
          { heading: say('Ngày', 'Day'), of: 'day', isRowHeading: true },
          { heading: say('Nội dung', 'Changes') },
        ],
        rows: days.map((day) => ({ cells: [dayInWords(day, language), `${capital(of(day).join('; '))}.`] })),
      })
}
</section>`;
}
