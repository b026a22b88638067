import { fold } from '../database/text.js';
import { point, points, type Point } from '../points.js';
import type { Document } from './document.entity.js';

/** Text that a search finds a document by. */
export const foldedOf = ({
  title,
  symbol = null,
}: Pick<Document, 'title'> & Partial<Pick<Document, 'symbol'>>): string => fold(`${title} ${symbol ?? ''}`);

/** Points against the change of a document: who `carries` it says whether it takes one, and with a reason. */
export function brokenAmendment(
  { audience, persons: before }: Pick<Document, 'audience' | 'persons'>,
  {
    carrier,
    persons,
    reason,
  }: { carrier: 'decision' | 'meeting' | null; persons?: readonly string[]; reason?: string },
): Point[] {
  const stated = audience !== 'INSIDE' || carrier !== null;
  return points(
    carrier === 'decision' &&
      point('', 'SIGNED_HERE', 'It was signed through the program: another document corrects it.'),
    stated &&
      reason === undefined &&
      point('/reason', 'REASON_REQUIRED', 'A document of what is issued or closed is amended with a reason.'),
    before
      .filter((code) => persons && !persons.includes(code))
      .map((code) => point('/persons', 'PERSON_STAYS', `An earlier title names "${code}".`)),
  );
}
