import { vietnameseDate } from '../day.js';
import { recordWords } from '../state-words.data.js';
import type { JournaledType } from '../api/kinds.js';
import { point, points, type Point } from '../points.js';
import type { Document } from './document.entity.js';
import { standardType } from './type.rules.js';

const authorising = ['QĐ', 'NQ', 'TB', 'CV', 'QC', 'GUQ', 'UQ'] as const;

/** Column that keeps a document, the types it takes, and the columns of the days between which it was issued. */
export interface Quality {
  column: string;
  /** Absent: any. */
  types?: readonly string[];
  from?: string;
  until?: string;
}

/**
 * Qualities in which acts name a document (types of NĐ 30/2020, annex III; before it, orders and decrees gave awards,
 * too). The papers of a dossier have the types of the catalogue.
 */
export const qualities = {
  MINUTES: { column: 'meeting.minutes_id', types: ['BB'], from: 'held_on' },
  MEMBERSHIP: { column: 'council_member.document_id', types: ['QĐ', 'NQ', 'TB', 'CV', 'BB'] },
  APPOINTMENT: { column: 'appointment.document_id', types: ['QĐ', 'NQ', 'TB', 'CV', 'BB', 'QC', 'GUQ', 'UQ'] },
  AUTHORITY: { column: 'decision.authority_id', types: authorising, until: 'signed_on' },
  SIGNING: { column: 'document.authority_id', types: authorising },
  GRANT: { column: 'award.document_id', types: ['QĐ', 'NQ', 'L', 'LCT', 'SL'] },
  SCHEME: { column: 'scheme.document_id', types: ['QĐ', 'NQ', 'TB', 'CV', 'HD', 'KH', 'QC', 'BB'] },
  FORWARDING: { column: 'nomination.forwarding_document_id', types: ['TTr'], until: 'forwarded_on' },
  RECEIPT: { column: 'nomination.receipt_document_id' },
  OUTCOME: { column: 'outcome.document_id' },
  NOTICE: { column: 'consultation.document_id', types: ['TB', 'CV'] },
  OBJECTION: { column: 'objection.document_id' },
  OBJECTION_ANSWER: { column: 'objection.answer_document_id' },
  COMPLAINT: { column: 'complaint.document_id' },
  SETTLEMENT: {
    ...{ column: 'complaint.settlement_document_id', types: ['QĐ'] },
    ...{ from: 'accepted_on', until: 'settled_on' },
  },
  FACT: { column: 'fact.document_id' },
  REGISTRATION: { column: 'registration.document_id' },
  FUND: { column: 'fund.document_id', types: ['QĐ', 'NQ', 'TB', 'CV'] },
  ROUNDING: { column: 'commune_rounding.document_id', types: ['QĐ', 'NQ', 'QC', 'TB', 'CV'] },
  CORRECTION: {
    ...{ column: 'award.correction_document_id', types: ['CV', 'QĐ', 'NQ', 'TB'] },
    ...{ from: 'granted_on', until: 'corrected_on' },
  },
} as const satisfies Record<string, Quality>;

/** A document as an act names it: in which quality, where, and between which days it must have been issued. */
export interface Naming {
  quality: keyof typeof qualities;
  pointer: string;
  from?: string;
  until?: string;
}

type Judged = Pick<Document, 'type' | 'issuedOn' | 'year'>;

/** Whether a document is of one of these types, however its own was typed. */
export const isOfType = (type: string, types: readonly string[]): boolean =>
  types.some((each) => standardType(each) === standardType(type));

/** Points against a document in a quality: it is of another type, or was issued, as far as known, outside its days. */
export function brokenQuality(document: Judged, { quality, ...days }: Naming): Point[] {
  const { types }: Quality = qualities[quality];
  return points(
    types &&
      !isOfType(document.type, types) &&
      point(days.pointer, 'OTHER_TYPE', {
        en: `Name a document of type ${types.join(', ')}.`,
        vi: `Hãy nêu văn bản loại ${types.join(', ')}.`,
      }),
    outside(document, days),
  );
}

/** Day of a document, as far as it is known: at least its year. */
export const knownDayOf = ({ issuedOn, year }: Pick<Document, 'issuedOn' | 'year'>): string => issuedOn ?? String(year);

/** Points against a document that was issued, as far as its day is known, outside some days. */
function outside(
  document: Pick<Document, 'issuedOn' | 'year'>,
  { pointer, from, until }: Omit<Naming, 'quality'>,
): Point[] {
  const issued = knownDayOf(document);
  // A day that is known by its year or month alone is compared as far as that.
  const asKnown = (day: string) => day.slice(0, issued.length);
  return points(
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

/** Record that rests on a document in a quality, the types it takes, and the days between which that was issued. */
export interface Resting {
  record: JournaledType;
  id: string;
  types: readonly string[];
  from: string | null;
  until: string | null;
}

/** Points against a changed document: newly of a type, or of a day, that a record resting on it does not take. */
export const brokenUses = (before: Judged, after: Judged, resting: readonly Resting[]): Point[] =>
  resting.flatMap(({ record, id, types, from, until }) => {
    const days = { pointer: '/issuedOn', from: from ?? undefined, until: until ?? undefined };
    const known = outside(before, days).map(({ code }) => code);
    return points(
      !isOfType(after.type, [before.type, ...types]) &&
        point('/type', 'TYPE_STAYS', {
          en: `The ${record} ${id} rests on the document as ${types.join(', ')}.`,
          vi: `${nameOf(record)} ${id} đang dùng văn bản này làm ${types.join(', ')}; không đổi sang loại khác được.`,
        }),
      outside(after, days)
        .filter(({ code }) => !known.includes(code))
        .map(({ code }) =>
          point('/issuedOn', code, {
            en: `The ${record} ${id} rests on the document: its day lies ${betweenEn(from, until)}.`,
            vi: `${nameOf(record)} ${id} đang dùng văn bản này: ngày văn bản phải ${betweenVi(from, until)}.`,
          }),
        ),
    );
  });

const betweenEn = (from: string | null, until: string | null) =>
  [from && `from ${from} on`, until && `until ${until}`].filter(Boolean).join(', ');
const betweenVi = (from: string | null, until: string | null) =>
  [from && `từ ${vietnameseDate(from)} trở đi`, until && `không sau ${vietnameseDate(until)}`]
    .filter(Boolean)
    .join(', ');

/** Word for a record at the beginning of a Vietnamese sentence. */
const nameOf = (type: JournaledType): string => {
  const { vi } = recordWords[type];
  return vi.charAt(0).toUpperCase() + vi.slice(1);
};
