import { erasedText, withoutPersonal } from '../api/shown.js';
import { Award } from '../commendations/award.entity.js';
import { Document } from '../documents/document.entity.js';
import { foldedOf } from '../documents/document.rules.js';
import { File } from '../documents/file.entity.js';
import { Fact } from '../facts/fact.entity.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { Payment } from '../payments/payment.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import type { Referred } from './personal-records.js';

/** Classes of the records with personal values that may be taken out, and what else their answers lose or keep. */
const classes: Readonly<Record<string, { entity: new () => object; besides?: (stored: object) => object }>> = {
  acknowledgement: { entity: Acknowledgement },
  submission: { entity: Submission, besides: () => ({ contentSalt: null }) },
  nomination: { entity: Nomination },
  award: { entity: Award },
  payment: { entity: Payment },
  fact: { entity: Fact },
  // A document is signed by duty: the signer stays.
  document: {
    entity: Document,
    besides: (stored) => {
      const { signer, symbol } = stored as Document;
      return { signer, folded: foldedOf({ title: erasedText, symbol }) };
    },
  },
  file: { entity: File },
};

/** How answers kept under idempotency keys lose the values of records that were taken out, by the id of each. */
export const answersOf = (takenOut: readonly Referred[]): Map<string, (stored: object) => object> =>
  new Map(
    takenOut.flatMap(({ type, id }) => {
      const found = classes[type];
      return found
        ? [
            [
              id,
              (stored: object) => ({ ...withoutPersonal(found.entity, stored), ...found.besides?.(stored) }),
            ] as const,
          ]
        : [];
    }),
  );
