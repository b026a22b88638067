import type { Capacity } from '../access/roles.js';
import { point, points, type Point } from '../points.js';
import type { Signer } from './signer.view.js';

/** Way in which a caller signs: in their own office, by a delegation, or as the clerk who records a signed paper. */
export interface Signing {
  way: 'OFFICE' | 'DELEGATION' | 'RECORD';
  /** Appointment that the way rests on; null: none. */
  appointment: string | null;
  /** Capacity of a delegation. */
  capacity: Capacity | null;
}

/** Signer as a signed paper shows them; what is left out follows from the caller. */
export interface SignerPrinted {
  signer?: string;
  title?: string;
  capacity?: string;
  authority?: string;
}

const abbreviated = /^(TM|KT|TL|TUQ|Q)(?:\.\s*|\s+|$)(.*)$/isu;

/** Abbreviation of a capacity as printed: TUQ of "TUQ. CHỦ TỊCH"; null: the signer's own office. */
export const abbreviationOf = (capacity: string): Capacity | 'TM' | null =>
  (abbreviated.exec(capacity.trim())?.[1]?.toUpperCase() ?? null) as Capacity | 'TM' | null;

/** Capacity as printed; of an abbreviation alone the office is added: "TUQ" is "TUQ. CHỦ TỊCH". */
function printed(capacity: string): string {
  const [, short = '', office] = abbreviated.exec(capacity.trim()) ?? [];
  if (office !== '') return capacity.trim();
  return `${short.toUpperCase()}. ${short.toUpperCase() === 'TM' ? 'ỦY BAN NHÂN DÂN' : 'CHỦ TỊCH'}`;
}

const capacityOf = ({ capacity }: SignerPrinted, by: Signing) => printed(capacity ?? by.capacity ?? 'CHỦ TỊCH');

/** Capacities whose signer has a post of their own, which the paper prints. */
const withTitle: readonly unknown[] = ['KT', 'TL', 'TUQ'] satisfies Capacity[];
/** Capacities that rest on a document. */
const withAuthority: readonly unknown[] = ['TUQ', 'Q'] satisfies Capacity[];

/**
 * Points against the signer of a paper: the clerk says who signed it; who signs for the head says the own post; TUQ.
 * and Q. rest on a document, given or that of the delegation or appointment (`authority`).
 */
export function brokenSigner(given: SignerPrinted, by: Signing, authority: string | null): Point[] {
  const short = abbreviationOf(capacityOf(given, by));
  return points(
    by.way === 'RECORD' &&
      given.signer === undefined &&
      point('/signer', 'SIGNER_MISSING', 'Whoever records a signed paper says who signed it.'),
    withTitle.includes(short) &&
      given.title === undefined &&
      point('/title', 'TITLE_MISSING', `A signer by ${short}. gives the title of their post.`),
    withAuthority.includes(short) &&
      authority === null &&
      point('/authority', 'AUTHORITY_MISSING', `A signature by ${short}. rests on a document: name it.`),
  );
}

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
export const authorityOf = (given: SignerPrinted, by: Signing, authority: string | null): string | null =>
  [null, 'TM'].includes(abbreviationOf(capacityOf(given, by))) ? null : authority;
