import { isDay } from '../day.js';
import type { Document } from '../documents/document.entity.js';
import type { Printed } from '../documents/document.rules.js';
import { authorityOf, saysPost, signerOf, type Signing } from '../documents/signer.rules.js';
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

/** Person who signs by issuing, as the head of the commune or of a unit; undefined: somebody else has signed. */
export type Signatory = { name: string; isHead: boolean } | undefined;

/**
 * Document of a plan as its signed paper shows it: a day that is blank, or known by its year, is the day of issue. A
 * paper without a number has no day. A person who signs by issuing is the signer where none is named.
 */
export function printedOf(
  { number, numberSuffix, signer, title, capacity, file }: IssuePlan,
  document: Pick<Document, 'number' | 'numberSuffix' | 'issuedOn' | 'signer' | 'authorityId'>,
  { by, on, self }: { by: Signing; on: string; self: Signatory },
): Printed {
  const issuedOn = document.issuedOn !== null && isDay(document.issuedOn) ? document.issuedOn : on;
  const told = {
    signer: signer ?? document.signer.name ?? self?.name,
    title: title ?? document.signer.title ?? undefined,
    capacity: capacity ?? document.signer.capacity ?? undefined,
  };
  const { signer: name = null, title: post = null, capacity: as = by.capacity } = told;
  const printed = self?.isHead && !saysPost(as) ? signerOf(told, by, self) : { name, title: post, capacity: as };
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
