import { isDay } from '../day.js';
import type { Document } from '../documents/document.entity.js';
import type { Printed } from '../documents/document.rules.js';
import { authorityOf, type Signing } from '../documents/signer.rules.js';
import { point, points, type Point } from '../points.js';
import type { IssuePlan } from './plan.inputs.js';

/** Points against a signed paper that the clerk records: number, signer and file are said, if the document has none. */
export const unsaid = (
  { number, signer, file }: IssuePlan,
  document: Pick<Document, 'number' | 'signer' | 'fileIds'>,
): Point[] =>
  points(
    (number ?? document.number) === null &&
      point('/number', 'NUMBER_MISSING', 'Whoever records a signed paper says its number.'),
    (signer ?? document.signer.name) === null &&
      point('/signer', 'SIGNER_MISSING', 'Whoever records a signed paper says who signed it.'),
    file === undefined &&
      document.fileIds.length === 0 &&
      point('/file', 'PAPER_WITHOUT_FILE', 'The signed paper has no file yet.'),
  );

/**
 * Document of a plan as its signed paper shows it: a day that is blank, or known by its year, is the day of issue. A
 * paper without a number has no day.
 */
export function printedOf(
  { number, numberSuffix, signer, title, capacity, file }: IssuePlan,
  document: Pick<Document, 'number' | 'numberSuffix' | 'issuedOn' | 'signer' | 'authorityId'>,
  { by, on }: { by: Signing; on: string },
): Printed {
  const issuedOn = document.issuedOn !== null && isDay(document.issuedOn) ? document.issuedOn : on;
  const printed = {
    name: signer ?? document.signer.name,
    title: title ?? document.signer.title,
    capacity: capacity ?? document.signer.capacity ?? by.capacity,
  };
  return {
    ...(number == null && document.number !== null
      ? { number: document.number, numberSuffix: document.numberSuffix }
      : { number, numberSuffix }),
    ...(number !== null && { issuedOn }),
    signer: printed,
    authorityId: authorityOf(printed.capacity, by.authority ?? document.authorityId),
    file,
  };
}
