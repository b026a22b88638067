import { vietnameseDate } from '../day.js';
import { stateWords, type Stated } from '../state-words.data.js';
import type { JournaledType } from '../api/kinds.js';
import { point, points, type Point } from '../points.js';
import type { Document } from './document.entity.js';

const authorising = ['QĐ', 'NQ', 'TB', 'CV', 'QC', 'GUQ', 'UQ'] as const;

/**
 * Qualities in which acts name a document: the column that keeps it, and the types it takes (NĐ 30/2020, annex III;
 * before it, orders and decrees gave awards, too). The papers of a dossier have the types of the catalogue.
 */
export const qualities = {
  MINUTES: { column: 'meeting.minutes_id', types: ['BB'] },
  MEMBERSHIP: { column: 'council_member.document_id', types: ['QĐ', 'NQ', 'TB', 'CV', 'BB'] },
  APPOINTMENT: { column: 'appointment.document_id', types: ['QĐ', 'NQ', 'TB', 'CV', 'BB', 'QC', 'GUQ', 'UQ'] },
  AUTHORITY: { column: 'decision.authority_id', types: authorising },
  SIGNING: { column: 'document.authority_id', types: authorising },
  GRANT: { column: 'award.document_id', types: ['QĐ', 'NQ', 'L', 'LCT', 'SL'] },
  SCHEME: { column: 'scheme.document_id', types: ['QĐ', 'NQ', 'TB', 'CV', 'HD', 'KH', 'QC', 'BB'] },
  CORRECTION: { column: 'award.correction_document_id', types: ['CV', 'QĐ', 'NQ', 'TB'] },
} as const satisfies Record<string, { column: string; types: readonly string[] }>;

/** A document as an act names it: in which quality, where, and between which days it must have been issued. */
export interface Naming {
  quality: keyof typeof qualities;
  pointer: string;
  from?: string;
  until?: string;
}

/** Whether a document is of one of these types; the case of an abbreviation does not matter. */
export const isOfType = (type: string, types: readonly string[]): boolean =>
  types.some((each) => each.toLowerCase() === type.toLowerCase());

/** Points against a document in a quality: it is of another type, or was issued, as far as known, outside its days. */
export function brokenQuality(
  { type, issuedOn, year }: Pick<Document, 'type' | 'issuedOn' | 'year'>,
  { quality, pointer, from, until }: Naming,
): Point[] {
  const { types } = qualities[quality];
  const issued = issuedOn ?? String(year);
  // A day that is known by its year or month alone is compared as far as that.
  const asKnown = (day: string) => day.slice(0, issued.length);
  return points(
    !isOfType(type, types) &&
      point(pointer, 'OTHER_TYPE', {
        en: `Name a document of type ${types.join(', ')}.`,
        vi: `Hãy nêu văn bản loại ${types.join(', ')}.`,
      }),
    from !== undefined &&
      issued < asKnown(from) &&
      point(pointer, 'PAPER_BEFORE', {
        en: `The document is of ${issued}, before ${from}.`,
        vi: `Văn bản đề ngày ${vietnameseDate(issued)}, trước ngày ${vietnameseDate(from)}: hãy nêu văn bản khác.`,
      }),
    until !== undefined &&
      issued > asKnown(until) &&
      point(pointer, 'PAPER_AFTER', {
        en: `The document is of ${issued}, after ${until}.`,
        vi: `Văn bản đề ngày ${vietnameseDate(issued)}, sau ngày ${vietnameseDate(until)}: hãy nêu văn bản khác.`,
      }),
  );
}

/** Record that rests on a document in a quality, and the types that it takes. */
export interface Resting {
  record: JournaledType;
  id: string;
  types: readonly string[];
}

/** Points against another type of a document: a record rests on it in a quality that does not take the type. */
export const brokenType = (before: string, type: string, resting: readonly Resting[]): Point[] =>
  resting
    .filter(({ types }) => !isOfType(type, [before, ...types]))
    .map(({ record, id, types }) =>
      point('/type', 'TYPE_STAYS', {
        en: `The ${record} ${id} rests on the document as ${types.join(', ')}.`,
        vi: `${nameOf(record)} ${id} đang dùng văn bản này làm ${types.join(', ')}; không đổi sang loại khác được.`,
      }),
    );

/** Word for a record at the beginning of a Vietnamese sentence. */
const nameOf = (type: JournaledType): string => {
  const { record } = type in stateWords ? stateWords[type as Stated] : { record: 'bản ghi' };
  return record.charAt(0).toUpperCase() + record.slice(1);
};
