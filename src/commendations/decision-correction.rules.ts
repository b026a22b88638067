import { vietnameseDate } from '../day.js';
import { beforeBound, latest, type Bound } from '../journal/bound.rules.js';
import { point, points, type Point, type PointCode, type Sentence } from '../points.js';
import type { Award } from './award.entity.js';
import { passed } from './award.rules.js';
import type { DecisionKind } from './decision.entity.js';
import type { CorrectDecision } from './decision.inputs.js';

/** Facts that hang on the day of a signed decision. */
export interface Dated {
  today: string;
  /** Year that its number counts in. */
  year: number | null;
  /** Latest day that it follows: of a deed, or of a meeting; null: none. */
  ground: Bound | null;
  grants: readonly {
    unitCode: string;
    formCode: string;
    competent: boolean;
    dissolvedOn: string | null;
    reasoned: boolean;
  }[];
  /** Awards that it gave. */
  given: readonly Pick<Award, 'revokedOn'>[];
  /** Days of their corrections, and of the papers that corrected them. */
  corrected: readonly string[];
  /** Awards that it revoked. */
  revoked: readonly Pick<Award, 'grantedOn'>[];
}

/**
 * Points against another day of a signed decision: it lies ahead, in another year than its number, before the deed or
 * the meeting that led to it, or after what followed; or on that day a form was not the chairperson's to give, or a
 * collective was dissolved.
 */
export function brokenDay(day: string, { today, year, ground, grants, given, corrected, revoked }: Dated): Point[] {
  const at = (code: PointCode, sentence: Sentence) => point('/signedOn', code, sentence);
  const granted = revoked.map(({ grantedOn }): Bound => ({ day: grantedOn, of: 'GRANT' }));
  const correctedOn = passed(day, corrected);
  const [revokedOn] = given.flatMap((award) => award.revokedOn ?? []).sort();
  return points(
    day > today && at('AHEAD', { en: `${day} lies ahead.`, vi: `Ngày ${vietnameseDate(day)} chưa tới.` }),
    year !== null &&
      Number(day.slice(0, 4)) !== year &&
      at('YEAR_OF_NUMBER', {
        en: `Its number is of ${year}.`,
        vi: `Số của quyết định thuộc năm ${year}: ngày ký phải trong năm ấy.`,
      }),
    beforeBound(day, latest([...(ground ? [ground] : []), ...granted]), '/signedOn'),
    correctedOn !== undefined &&
      at('AFTER_CORRECTION', {
        en: `An award was corrected on ${correctedOn}, or by a paper of that day.`,
        vi:
          `Có khen thưởng đã đính chính ngày ${vietnameseDate(correctedOn)}: ngày ký không sau ngày ấy; ` +
          'nếu ngày ấy sai, hãy sửa văn bản đính chính trước.',
      }),
    revokedOn !== undefined &&
      day > revokedOn &&
      at('AFTER_REVOCATION', {
        en: `An award was revoked on ${revokedOn}.`,
        vi: `Có khen thưởng đã hủy bỏ ngày ${vietnameseDate(revokedOn)}: ngày ký không sau ngày ấy.`,
      }),
    grants.flatMap(({ unitCode, formCode, competent, dissolvedOn, reasoned }) =>
      points(
        !competent &&
          at('NOT_COMPETENT', {
            en: `"${formCode}" was not the chairperson's to give on ${day}.`,
            vi: `Ngày ${vietnameseDate(day)} chủ tịch xã không có thẩm quyền tặng "${formCode}".`,
          }),
        dissolvedOn !== null &&
          !reasoned &&
          at('DISSOLVED', {
            en: `"${unitCode}" ended on ${dissolvedOn}, before ${day}.`,
            vi: `"${unitCode}" đã kết thúc ngày ${vietnameseDate(dissolvedOn)}, trước ngày ${vietnameseDate(day)}.`,
          }),
      ),
    ),
  );
}

/** Points against another day of a decision by which an award that was paid has other money. */
export const paidOtherwise = (
  awards: readonly Pick<Award, 'unitCode' | 'paid' | 'raw'>[],
  money: readonly Pick<Award, 'raw'>[],
): Point[] =>
  awards.flatMap(({ unitCode, paid, raw }, place) => {
    const now = money[place]?.raw ?? null;
    return points(
      paid !== null &&
        paid !== '0' &&
        money.length > 0 &&
        now !== raw &&
        point('/signedOn', 'PAID_OTHERWISE', {
          en: `${unitCode} was paid by another amount: take that payment out first.`,
          vi: `"${unitCode}" đã nhận tiền theo mức khác: hãy gỡ khoản chi ấy ra trước.`,
        }),
    );
  });

/** Points against taking lines back: the record does not name the nomination, or none is left. */
export function brokenTakingBack(
  without: readonly string[],
  {
    lines,
    added,
  }: { lines: readonly { nominationId: string }[]; /** Number of lines that come instead. */ added: number },
): Point[] {
  const named = new Set(lines.map(({ nominationId }) => nominationId));
  return points(
    without.flatMap((id, index) =>
      points(
        !named.has(id) &&
          point(`/without/${index}`, 'UNKNOWN', {
            en: `The decision says nothing of the nomination ${id}.`,
            vi: `Quyết định không có đề nghị ${id}.`,
          }),
      ),
    ),
    added === 0 &&
      named.size > 0 &&
      [...named].every((id) => without.includes(id)) &&
      point('/without', 'EMPTY_DECISION', 'Say what is granted or refused.'),
  );
}

/** Points against lists of a correction: a decision that revokes has none, and what is taken back is not added. */
export const brokenLists = (
  kind: DecisionKind,
  { without = [], grants = [], refusals = [] }: Pick<CorrectDecision, 'without' | 'grants' | 'refusals'>,
): Point[] =>
  Object.entries({ grants, refusals }).flatMap(([list, lines]) =>
    points(
      kind === 'REVOCATION' &&
        lines.length > 0 &&
        point(`/${list}`, 'REVOKES_ALONE', 'A decision that revokes grants and refuses nothing.'),
      lines.flatMap(({ nomination }, index) =>
        points(
          without.includes(nomination) &&
            point(`/${list}/${index}/nomination`, 'NAMED_TWICE', {
              en: `${nomination} is named twice.`,
              vi: `Đề nghị ${nomination} được nêu hai lần.`,
            }),
        ),
      ),
    ),
  );
