import type { Capacity } from '../access/roles.js';
import { fold } from '../database/text.js';
import { point, points, type Point } from '../points.js';
import { abbreviationOf, brokenCapacity, officeOf, standardCapacity } from './capacity.rules.js';
import type { Signer } from './signer.view.js';

/** Way in which a caller signs: in their own office, by a delegation, or as the clerk who records a signed paper. */
export interface Signing {
  way: 'OFFICE' | 'DELEGATION' | 'RECORD';
  /** Appointment that the way rests on; null: none. */
  appointment: string | null;
  /** Capacity of a delegation. */
  capacity: Capacity | null;
  /** Document that it rests on: the one named, or that of the appointment. */
  authority: string | null;
}

/** Signer as a signed paper shows them; what is left out follows from the caller. */
export interface SignerPrinted {
  signer?: string;
  title?: string;
  capacity?: string;
}

/** Capacities whose signer has a post of their own, which the paper prints. */
const withTitle: readonly unknown[] = ['KT', 'TL', 'TUQ'] satisfies Capacity[];
/** Capacities that rest on a document. */
const withAuthority: readonly unknown[] = ['TUQ', 'Q'] satisfies Capacity[];

/** Whether a signer in this capacity says the own post. */
export const saysPost = (capacity: string | null): boolean => withTitle.includes(abbreviationOf(capacity ?? ''));

/** Document that authorises a signer (undefined: not asked for); where the points of signer and paper stand. */
interface SignerContext {
  authority: string | null | undefined;
  pointer: string;
  at?: string;
}

/**
 * Points against a signer as the paper prints them, whichever act takes it: the capacity is known; who signs for the
 * head says the own post, which is another than the head's; TUQ. and Q. rest on a document.
 */
export function brokenSigner(
  { title, capacity }: Pick<Signer, 'title' | 'capacity'>,
  { pointer, at = pointer, authority }: SignerContext,
): Point[] {
  const short = abbreviationOf(capacity ?? '');
  return points(
    ...brokenCapacity(capacity, pointer),
    withTitle.includes(short) &&
      (title === null || fold(title) === fold(officeOf(capacity ?? ''))) &&
      point(`${pointer}/title`, 'TITLE_MISSING', {
        en: `A signer by ${short}. gives the title of their own post, not of whom they sign for.`,
        vi: `Người ký ${short}. phải ghi chức vụ của chính mình (Phó Chủ tịch), không phải của người được ký thay.`,
      }),
    withAuthority.includes(short) &&
      authority === null &&
      point(`${at}/authority`, 'AUTHORITY_MISSING', {
        en: `A signature by ${short}. rests on a document: name it.`,
        vi: `Ký ${short}. phải nêu văn bản ủy quyền, văn bản giao quyền.`,
      }),
  );
}

/** Points against whoever signs by an act of their own; the clerk says who signed. */
export const brokenSignature = (given: SignerPrinted, by: Signing): Point[] => [
  ...points(
    by.way === 'RECORD' &&
      given.signer === undefined &&
      point('/signer', 'SIGNER_MISSING', 'Whoever records a signed paper says who signed it.'),
  ),
  ...brokenSigner(
    { title: given.title ?? null, capacity: capacityOf(given, by) },
    { pointer: '', authority: by.authority },
  ),
];

const capacityOf = ({ capacity }: SignerPrinted, by: Signing) =>
  standardCapacity(capacity ?? by.capacity ?? 'CHỦ TỊCH');

/** Signer of a paper as printed: the caller, as the head unless something else is said. */
export function signerOf(given: SignerPrinted, by: Signing, { name }: { name: string }): Signer {
  const capacity = capacityOf(given, by);
  return {
    name: given.signer ?? name,
    title: given.title ?? (abbreviationOf(capacity) === 'Q' ? 'Quyền Chủ tịch' : 'Chủ tịch'),
    capacity,
  };
}

/** Document that a capacity rests on; null for a signer in their own office, or for the collective (TM.). */
export const authorityOf = (capacity: string | null, authority: string | null): string | null =>
  [null, 'TM'].includes(abbreviationOf(capacity ?? '')) ? null : authority;

/** Signer of a document: what is left out is blank, the capacity is in its standard spelling. */
export const signerAsPrinted = ({ name = null, title = null, capacity = null }: Partial<Signer>): Signer => ({
  name,
  title,
  capacity: capacity && standardCapacity(capacity),
});

/** Whether a body of a commune issued a paper: its name stands in that of the issuer. */
export const isOwnPaper = (issuer: string, commune: { name: string }): boolean =>
  fold(issuer).includes(fold(commune.name));
