import { during } from '../indicators/period.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { vietnameseDate } from '../day.js';
import { isOfType } from '../documents/quality.rules.js';
import { beforeBound } from '../journal/bound.rules.js';
import { point, points, type Point } from '../points.js';
import { kindInVietnamese } from '../units/unit-kind.rules.js';
import type { Unit } from '../units/unit.entity.js';
import { notValid, type TimeMeant } from '../units/unit.rules.js';
import type { Nomination } from './nomination.entity.js';
import type { Ground, Paper } from './nomination-members.view.js';
import type { Nominate, PaperGiven } from './nomination.inputs.js';
import type { Round } from './round.entity.js';

/** Types of nomination, as an office says them. */
export const typeInVietnamese: Readonly<Record<NominationType, string>> = {
  MERIT: 'theo công trạng',
  MOVEMENT: 'theo phong trào',
  SUDDEN: 'đột xuất',
  SERVICE: 'theo quá trình cống hiến',
};

const groundInVietnamese: Readonly<Record<Nomination['restsOn'][number]['type'], string>> = {
  RESULT: 'kết quả',
  SUBMISSION: 'báo cáo',
  DOCUMENT: 'văn bản',
  FILE: 'tệp',
};

/** Positions of names that stand before in the same list. */
export const again = (names: readonly string[]): number[] =>
  names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));

/** Facts a nomination is judged by. */
export interface NominationFacts {
  on: string;
  round: Pick<Round, 'forms' | 'period'>;
  unit: Pick<Unit, 'code' | 'kind' | 'validFrom' | 'validTo'> | undefined;
  /** The form as the round's rule set has it. */
  form: AwardForm | undefined;
  /** The form as it is in force on the legal date. */
  formNow: AwardForm | undefined;
}

/** Time that a nomination is about: the day of a sudden act, else the period of the achievements. */
export const timeOf = (
  { type, deedOn, period }: Pick<Nominate, 'type' | 'period'> & { deedOn?: string | null },
  round: Pick<Round, 'period'>,
): TimeMeant => (type === 'SUDDEN' && deedOn != null ? deedOn : during(period ?? round.period));

/** Point against a form that a round does not consider. */
export const notOfRound = (form: string, { forms }: { forms: readonly string[] }): Point[] =>
  points(
    !forms.includes(form) &&
      point('/form', 'NOT_OF_ROUND', {
        en: `The round does not consider "${form}".`,
        vi: `Đợt xét này không xét hình thức "${form}".`,
      }),
  );

/**
 * Every point against a nomination. The form is not of the round, not for this kind of unit, without a road for the
 * type, or whose it is to give on the legal date (the catalogue has the authority of each date) its road does not lead
 * to. The unit was not valid at the time of the deed or of the achievements: who has left, died or was merged since
 * may be named. A sudden act has no day, another act has one, or the day lies ahead.
 */
export function brokenNomination(
  nominated: Pick<Nominate, 'unit' | 'form' | 'type' | 'deedOn' | 'period'>,
  { on, round, unit, form, formNow }: NominationFacts,
): Point[] {
  const { unit: unitCode, form: formCode, type, deedOn } = nominated;
  const competent = formNow?.authority.here ?? false;
  const road = form?.roads.find((each) => each.type === type);
  const goesUp = formNow !== undefined && !competent && road?.steps.at(-1) === 'FORWARDING';
  const sudden = type === 'SUDDEN';
  return points(
    notOfRound(formCode, round),
    !competent &&
      !goesUp &&
      point(
        '/form',
        'NOT_COMPETENT',
        formNow
          ? {
              en: `On ${on} "${formCode}" is for ${formNow.authority.title} to give.`,
              vi: `Ngày ${vietnameseDate(on)} "${formCode}" thuộc thẩm quyền của ${formNow.authority.title}.`,
            }
          : {
              en: `On ${on} there is no "${formCode}".`,
              vi: `Ngày ${vietnameseDate(on)} không có hình thức "${formCode}".`,
            },
      ),
    form &&
      unit &&
      !form.nominees.includes(unit.kind) &&
      point('/unit', 'NOT_FOR_KIND', {
        en: `"${formCode}" is not for a unit of kind ${unit.kind}.`,
        vi: `Hình thức "${formCode}" không dành cho ${kindInVietnamese[unit.kind]}.`,
      }),
    form &&
      !road &&
      point('/type', 'NO_ROAD', {
        en: `"${formCode}" is not given by type ${type}.`,
        vi: `Hình thức "${formCode}" không xét ${typeInVietnamese[type]}.`,
      }),
    // The chairperson's today, but not by the rules of an older round: nobody could ever decide on it.
    road &&
      competent &&
      road.steps.at(-1) !== 'DECISION' &&
      point('/round', 'HANDED_ON', {
        en: `By the rule set of this round "${formCode}" is handed on; put it forward in another round.`,
        vi: `Theo quy định của đợt này, "${formCode}" phải trình cấp trên; hãy đề nghị trong đợt khác.`,
      }),
    notValid(unit, { unit: unitCode, on: timeOf(nominated, round) }, '/unit'),
    sudden && deedOn === undefined && point('/deedOn', 'DEED_MISSING', 'Say on which day the deed was done.'),
    !sudden && deedOn !== undefined && point('/deedOn', 'DEED_UNASKED', 'Only a sudden act has a day of the deed.'),
    deedOn != null && notAhead(deedOn, on, '/deedOn'),
  );
}

/** Point against another nominee of what was handed in. */
export const nomineeStays = ({ state }: Pick<Nomination, 'state'>): Point[] =>
  points(
    state !== 'DRAFT' &&
      point('/unit', 'NOMINEE_STAYS', 'What was handed in keeps its nominee: withdraw it, and nominate the other.'),
  );

/** Point against another form or type of what was forwarded once: it has gone its road. */
export const formStays = (
  before: Pick<Nomination, 'forwardedOn' | 'formCode' | 'type'>,
  after: Pick<Nomination, 'formCode' | 'type'>,
): Point[] =>
  points(
    before.forwardedOn !== null &&
      (before.formCode !== after.formCode || before.type !== after.type) &&
      point('/form', 'FORM_STAYS', 'What was forwarded keeps form and type: withdraw it, and nominate for the other.'),
  );

/** Records it is said to rest on that are named twice, not there, not to be seen, or results no longer in force. */
export const brokenGrounds = (restsOn: readonly Ground[], known: Pick<ReadonlySet<string>, 'has'>): Point[] =>
  points(
    restsOn.flatMap(({ type, id }, index) =>
      points(
        !known.has(id) &&
          point(`/restsOn/${index}`, 'UNKNOWN', {
            en: `There is no ${type} ${id}, or it is not in force.`,
            vi: `Không có ${groundInVietnamese[type]} ${id}, hoặc không còn hiệu lực.`,
          }),
      ),
    ),
    again(restsOn.map(({ id }) => id)).map((index) =>
      point(`/restsOn/${index}`, 'NAMED_TWICE', {
        en: `${restsOn[index]?.id} is named twice.`,
        vi: `Căn cứ ${restsOn[index]?.id} được nêu hai lần.`,
      }),
    ),
  );

/** Documents handed in for no line of the checklist, twice for one, not there, or of another type; `types`: by id. */
export const brokenPapers = (
  given: readonly PaperGiven[],
  checklist: readonly Pick<Paper, 'item' | 'documentType'>[],
  types: ReadonlyMap<string, string>,
): Point[] =>
  points(
    given.flatMap(({ item, document }, index) =>
      points(
        !checklist.some((line) => line.item === item) &&
          point(`/papers/${index}/item`, 'UNKNOWN', {
            en: `The checklist has no "${item}".`,
            vi: `Danh mục hồ sơ không có "${item}".`,
          }),
        document != null &&
          !types.has(document) &&
          point(`/papers/${index}/document`, 'UNKNOWN', {
            en: `There is no document ${document}.`,
            vi: `Không có văn bản ${document}.`,
          }),
        checklist
          .filter((line) => line.item === item && document != null && isOther(types.get(document), line.documentType))
          .map(({ documentType }) =>
            point(`/papers/${index}/document`, 'OTHER_TYPE', {
              en: `"${item}" is a document of type ${documentType}.`,
              vi: `"${item}" phải là văn bản loại ${documentType}; biên bản không thay được tờ trình.`,
            }),
          ),
      ),
    ),
    again(given.map(({ item }) => item)).map((index) =>
      point(`/papers/${index}/item`, 'NAMED_TWICE', {
        en: `"${given[index]?.item}" is named twice.`,
        vi: `"${given[index]?.item}" được nêu hai lần.`,
      }),
    ),
  );

/** Whether a document that is there is of another type. */
const isOther = (type: string | undefined, asked: string): boolean => type !== undefined && !isOfType(type, [asked]);

/** A dossier with what was handed in. */
export const filled = (dossier: readonly Paper[], given: readonly PaperGiven[]): Paper[] =>
  dossier.map((line) => {
    const paper = given.find(({ item }) => item === line.item);
    return paper?.document === undefined ? line : { ...line, documentId: paper.document };
  });

/** Points for the required lines of a dossier that have no document. */
export const missing = (dossier: readonly Paper[]): Point[] =>
  dossier
    .filter(({ required, documentId }) => required && documentId === null)
    .map(({ item, name }) =>
      point(`/papers/${item}`, 'DOSSIER_MISSING', { en: `"${name}" is missing.`, vi: `Hồ sơ còn thiếu "${name}".` }),
    );

/** Points against the day on which a dossier was received: it lies ahead, or before the deed. */
export const brokenReceipt = (
  receivedOn: string,
  { today, deedOn }: { today: string; deedOn: string | null },
): Point[] => [
  ...notAhead(receivedOn, today, '/receivedOn'),
  ...beforeBound(receivedOn, deedOn === null ? null : { day: deedOn, of: 'DEED' }, '/receivedOn'),
];

/** Point against a day of an input that lies ahead of the legal date. */
export const notAhead = (given: string, today: string, pointer: string): Point[] =>
  points(
    given > today &&
      point(pointer, 'AHEAD', {
        en: `${given} lies ahead of ${today}.`,
        vi: `Ngày ${vietnameseDate(given)} chưa tới; hôm nay là ${vietnameseDate(today)}.`,
      }),
  );

/** A nomination is returned once at most. */
export const returnedOnce = ({ timesReturned }: Pick<Nomination, 'timesReturned'>): Point[] =>
  points(timesReturned > 0 && point('', 'RETURNED_ONCE', 'It was returned once already; once is all.'));
