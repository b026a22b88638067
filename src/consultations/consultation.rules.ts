import type { TimeLimit } from '../catalogue/time-limit.view.js';
import { vietnameseDate } from '../day.js';
import type { DueIn } from '../indicators/plan-settings.view.js';
import { point, points, type Point, type Sentence } from '../points.js';
import type { Consultation } from './consultation.entity.js';
import type { Objection } from './objection.entity.js';

/** The length of a consultation as asked for, else the least that the law has for the form. */
export const lengthOf = (
  limit: Pick<TimeLimit, 'days' | 'countedIn'> | undefined,
  days: number | undefined,
): Pick<Consultation, 'days' | 'countedIn'> => ({
  days: days ?? limit?.days ?? 0,
  countedIn: limit?.countedIn ?? 'CALENDAR',
});

/** Days that a length is counted in, in words. */
const words = {
  CALENDAR: { en: 'days', vi: 'ngày' },
  WORKING: { en: 'working days', vi: 'ngày làm việc' },
} as const satisfies Record<DueIn, Sentence>;

/** Points against a list to be hung: nowhere, for fewer days than the law has, or before the meeting it rests on. */
export const brokenOpening = (
  { places, firstDay, days }: Pick<Consultation, 'places' | 'firstDay' | 'days'>,
  { limit, metOn }: { limit: Pick<TimeLimit, 'days' | 'countedIn' | 'source'> | undefined; metOn: string | null },
): Point[] =>
  points(
    places.length === 0 && point('/places', 'HANGS_NOWHERE', 'Say where the list hangs.'),
    limit &&
      days < limit.days &&
      point('/days', 'TOO_SHORT', {
        en: `The list hangs ${limit.days} ${words[limit.countedIn].en} at least (${limit.source}).`,
        vi: `Phải công khai ít nhất ${limit.days} ${words[limit.countedIn].vi} (${limit.source}).`,
      }),
    days === 0 && point('/days', 'LENGTH_MISSING', 'The law names no length: say how many days the list hangs.'),
    metOn !== null &&
      firstDay < metOn &&
      point('/firstDay', 'TOO_EARLY', {
        en: `${firstDay} lies before ${metOn}, the meeting: say a day from then on.`,
        vi: `Ngày ${vietnameseDate(firstDay)} trước ngày họp xét ${vietnameseDate(metOn)}; hãy ghi từ ngày đó trở đi.`,
      }),
  );

/** An objection as the closing of its consultation looks at it. */
type Judged = Pick<Objection, 'id' | 'state' | 'upheld' | 'nominationId' | 'unitCode'>;

/**
 * Points against a closing: the last day is not over, an objection is not answered, or one was upheld and the
 * nomination still waits (`waiting`: ids), so that it would go on.
 */
export const brokenClosing = (
  { lastDay }: Pick<Consultation, 'lastDay'>,
  { on, objections, waiting }: { on: string; objections: readonly Judged[]; waiting: ReadonlySet<string> },
): Point[] =>
  points(
    on <= lastDay &&
      point('/headers/legal-date', 'STILL_HANGS', {
        en: `The list hangs until ${lastDay}: close the consultation after that day.`,
        vi: `Danh sách được công khai đến hết ngày ${vietnameseDate(lastDay)}; hãy kết thúc sau ngày đó.`,
      }),
    objections.flatMap(({ id, state, upheld, nominationId, unitCode }) =>
      points(
        state === 'RAISED' &&
          point(`/objections/${id}`, 'OBJECTION_OPEN', {
            en: `The objection to ${unitCode} is not answered.`,
            vi: `Phản ánh về "${unitCode}" chưa được trả lời.`,
          }),
        upheld &&
          waiting.has(nominationId) &&
          point(`/objections/${id}`, 'OBJECTION_UPHELD', {
            en: `The objection to ${unitCode} was upheld: withdraw the nomination first.`,
            vi: `Phản ánh về "${unitCode}" là đúng: hãy rút đề nghị này trước.`,
          }),
      ),
    ),
  );
