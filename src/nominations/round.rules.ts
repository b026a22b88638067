import { point, points, type Point } from '../points.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import type { Calendar } from './calendar.view.js';
import { again } from './nomination.rules.js';
import type { Round } from './round.entity.js';

/**
 * Points against a round: no forms, a form named twice or not in the rule set, without a road or a rule to vote by,
 * days out of their order.
 */
export function brokenRound(
  { forms, calendar }: Pick<Round, 'forms' | 'calendar'>,
  known: ReadonlyMap<string, Pick<AwardForm, 'roads' | 'voteRule'>>,
): Point[] {
  const { nominateBy, meetBy, decideBy }: Calendar = calendar;
  const days = [nominateBy, meetBy, decideBy].filter((each) => each !== null);
  const backwards = days.some((each, index) => index > 0 && each < (days[index - 1] as string));
  return points(
    forms.length === 0 && point('/forms', 'NO_FORMS', 'Say which award forms are considered.'),
    forms.flatMap((form, index) =>
      points(
        !known.has(form) &&
          point(`/forms/${index}`, 'UNKNOWN', {
            en: `The rule set has no "${form}".`,
            vi: `Quy định của đợt không có hình thức "${form}".`,
          }),
        stuck(known.get(form)) &&
          point(`/forms/${index}`, 'GOES_NOWHERE', {
            en: `By the rule set "${form}" has no road: nobody is nominated for it here.`,
            vi:
              `Theo quy định của đợt, "${form}" không xét ở xã hoặc thiếu quy tắc biểu quyết; ` +
              'chỉ ghi nhận khi đã có.',
          }),
      ),
    ),
    again(forms).map((index) =>
      point(`/forms/${index}`, 'NAMED_TWICE', {
        en: `"${forms[index]}" is named twice.`,
        vi: `Hình thức "${forms[index]}" được nêu hai lần.`,
      }),
    ),
    backwards && point('/calendar', 'OUT_OF_ORDER', 'First nominations, then meetings, then decisions.'),
  );
}

/** Whether a form cannot go on: it has no road, or a meeting has no rule to vote by. */
const stuck = (form: Pick<AwardForm, 'roads' | 'voteRule'> | undefined): boolean =>
  form !== undefined && !form.roads.some(({ steps }) => form.voteRule !== null || !steps.includes('MEETING'));

/** Points against the change of a round that has nominations: their forms stay, and what they go by. */
export function brokenChange(
  before: Pick<Round, 'period' | 'ruleSet'>,
  after: Pick<Round, 'period' | 'ruleSet' | 'forms'>,
  nominated: readonly string[],
): Point[] {
  const has = nominated.length > 0;
  const stays = 'The nominations of the round go by it.';
  return points(
    has && before.period !== after.period && point('/period', 'HAS_NOMINATIONS', stays),
    has && before.ruleSet !== after.ruleSet && point('/ruleSet', 'HAS_NOMINATIONS', stays),
    nominated
      .filter((form) => !after.forms.includes(form))
      .map((form) =>
        point('/forms', 'HAS_NOMINATIONS', {
          en: `The round has nominations for "${form}".`,
          vi: `Đợt đã có đề nghị theo hình thức "${form}"; phải giữ hình thức này.`,
        }),
      ),
  );
}
