import { point, points, type Point } from '../points.js';
import type { Calendar } from './calendar.view.js';
import { again } from './nomination.rules.js';
import type { Round } from './round.entity.js';

/** Points against a round: no forms, a form named twice or not in the rule set, days out of their order. */
export function brokenRound(
  { forms, calendar }: Pick<Round, 'forms' | 'calendar'>,
  known: ReadonlyMap<string, unknown>,
): Point[] {
  const { nominateBy, meetBy, decideBy }: Calendar = calendar;
  const days = [nominateBy, meetBy, decideBy].filter((each) => each !== null);
  const backwards = days.some((each, index) => index > 0 && each < (days[index - 1] as string));
  return points(
    forms.length === 0 && point('/forms', 'NO_FORMS', 'Say which award forms are considered.'),
    forms.flatMap((form, index) =>
      points(!known.has(form) && point(`/forms/${index}`, 'UNKNOWN', `The rule set has no "${form}".`)),
    ),
    again(forms).map((index) => point(`/forms/${index}`, 'NAMED_TWICE', `"${forms[index]}" is named twice.`)),
    backwards && point('/calendar', 'OUT_OF_ORDER', 'First nominations, then meetings, then decisions.'),
  );
}
