import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newestLine } from '../journal/changes.queries.js';
import type { Head } from '../journal/change.view.js';
import type { DecisionKind } from './decision.entity.js';
import type { DecisionState } from './decision.workflow.js';

/** Decision, for the holder of its paper: no names, and nothing of what a draft says. */
export interface DecisionVerification {
  verificationCode: string;
  communeName: string;
  /** Whether the commune is invented (sample data). */
  invented: boolean;
  kind: DecisionKind;
  state: DecisionState;
  issuer: string;
  numberText: string | null;
  signedOn: string | null;
  /** SHA-256 (hex) of the signed file. */
  sha256: string | null;
  head: Head | null;
}

@Injectable()
export class DecisionVerificationQueries {
  constructor(private readonly database: Database) {}

  /** The decision with a code, as the journal's newest line says: a row that was changed by hand proves nothing. */
  ofCode(communeId: number, code: string): Promise<DecisionVerification | undefined> {
    return this.database.row(
      'decision-verification.ofCode',
      `select l.data ->> 'verificationCode' as "verificationCode", c.name as "communeName", c.invented,
         l.data ->> 'kind' as kind, l.data ->> 'state' as state, l.data ->> 'issuer' as issuer,
         l.data ->> 'numberText' as "numberText", l.data ->> 'signedOn' as "signedOn", l.data ->> 'sha256' as sha256,
         nullif(l.data -> 'head', 'null') as head
       from decision d
       join lateral ${newestLine('decision', { commune: 'd.commune_id', id: 'd.id::text' })} l on true
       join commune c on c.id = d.commune_id
       where d.commune_id = $1 and d.verification_code = $2 and l.data ->> 'verificationCode' = $2`,
      [communeId, code],
    );
  }
}
