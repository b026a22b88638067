import type { Authority } from '../catalogue/award-form.view.js';
import type { Superior } from '../communes/superior.entity.js';
import { vietnameseDate } from '../day.js';
import { beforeBound, latest, type Bound } from '../journal/bound.rules.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import { notAhead } from '../nominations/nomination.rules.js';
import { point, points, type Point } from '../points.js';
import type { RecordOutcome } from './forwarding.inputs.js';

/** Authority on the legal date, the superiors of the commune then, nearest first, and the one that is named. */
interface Addressing {
  level: Authority['level'];
  above: readonly Pick<Superior, 'key'>[];
  to?: string;
}

/**
 * Key of the superior that a nomination goes to: the one named; else, by the level of the authority, the nearest for
 * the district and the highest for all others. Undefined: there is none, or it must be named.
 */
export function addressee({ level, above, to }: Addressing): string | undefined {
  const keys = above.map(({ key }) => key);
  if (to !== undefined) return keys.find((key) => key === to);
  if (keys.length === 1) return keys[0];
  return level === null ? undefined : keys.at(level === 'DISTRICT' ? 0 : -1);
}

/** Points against forwarding: the form is the chairperson's own by now, or it is not told to whom. */
export const brokenForwarding = (
  { formCode }: Pick<Nomination, 'formCode'>,
  { on, authority, ...addressing }: Omit<Addressing, 'level'> & { on: string; authority: Authority | undefined },
): Point[] => {
  const { to } = addressing;
  return points(
    authority?.here &&
      point('', 'OWN_BY_NOW', {
        en:
          `On ${on} "${formCode}" is the commune's own to give: ` +
          'withdraw it, and nominate in a round of the rules of the day.',
        vi:
          `Ngày ${vietnameseDate(on)} "${formCode}" thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân xã; ` +
          'hãy rút và đề nghị trong đợt theo quy định hiện hành.',
      }),
    addressee({ ...addressing, level: authority?.level ?? null }) === undefined &&
      (to === undefined && addressing.above.length > 0
        ? point('/to', 'WHICH_SUPERIOR', 'The commune has several superiors: name the one in "to".')
        : point('/to', 'NO_SUPERIOR', {
            en: `On ${on} the commune has no superior "${to ?? ''}".`,
            vi: `Ngày ${vietnameseDate(on)} xã không có cấp trên "${to ?? ''}".`,
          })),
  );
};

/** Day of the record of an act of a superior, and its recorder. */
interface Recorded {
  today: string;
  /** Whether a superior acts itself. */
  itself: boolean;
  document?: string;
}

const paperOfClerk = ({ itself, document }: Pick<Recorded, 'itself' | 'document'>): Point[] =>
  points(
    !itself &&
      document === undefined &&
      point('/document', 'PAPER_OF_CLERK', 'Whoever records it for the superior names the document.'),
  );

/** Points against a receipt: it lies ahead, or before the forwarding; the clerk names no document. */
export const brokenReceiptAbove = (
  { forwardedOn }: Pick<Nomination, 'forwardedOn'>,
  { receivedOn, today, ...by }: Recorded & { receivedOn: string },
): Point[] => [
  ...notAhead(receivedOn, today, '/receivedOn'),
  ...beforeBound(receivedOn, forwardedOn === null ? null : { day: forwardedOn, of: 'FORWARDING' }, '/receivedOn'),
  ...paperOfClerk(by),
];

/**
 * Points against an outcome: its day lies ahead, or before the forwarding or the receipt; a grant tells no issuer or no
 * number, a refusal or return no reason; the clerk names no document.
 */
export function brokenOutcome(
  { forwardedOn, receivedOn, receivedBy }: Pick<Nomination, 'forwardedOn' | 'receivedOn' | 'receivedBy'>,
  { outcome, decidedOn, issuer, numberText, reason, document }: RecordOutcome,
  { today, itself }: Pick<Recorded, 'today' | 'itself'>,
): Point[] {
  const bounds: Bound[] = [
    ...(forwardedOn === null ? [] : [{ day: forwardedOn, of: 'FORWARDING' } as const]),
    ...(receivedBy === null || receivedOn === null ? [] : [{ day: receivedOn, of: 'RECEIPT' } as const]),
  ];
  const granted = outcome === 'GRANTED';
  return [
    ...notAhead(decidedOn, today, '/decidedOn'),
    ...beforeBound(decidedOn, latest(bounds), '/decidedOn'),
    ...points(
      granted && issuer === undefined && point('/issuer', 'ISSUER_MISSING', 'Say which office gave the award.'),
      granted &&
        numberText === undefined &&
        document === undefined &&
        point('/numberText', 'GRANT_NUMBER_MISSING', 'Say the number of the decision.'),
      !granted && reason === undefined && point('/reason', 'REASON_OF_OUTCOME', 'Say why it is not granted.'),
    ),
    ...paperOfClerk({ itself, document }),
  ];
}
