import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { wrong } from '../refusals.js';
import type { Decision } from './decision.entity.js';
import { numberText } from './decision.rules.js';
import { DecisionsQueries } from './decisions.queries.js';

/** A decision to be signed: by which act, and which file shows it. */
type ToSign = Pick<Decision, 'issuer' | 'series' | 'symbol' | 'title' | 'place' | 'bases' | 'recipients'> & {
  act: OperationId;
  fileId: string;
  signerTitle?: string;
};

/** The columns that a signature sets in a decision. */
export interface Signed {
  columns: Pick<
    Decision,
    | 'year'
    | 'number'
    | 'signerName'
    | 'signerTitle'
    | 'signerCapacity'
    | 'signedOn'
    | 'documentId'
    | 'fileId'
    | 'sha256'
    | 'headPosition'
    | 'headHash'
  >;
  numberText: string;
  documentId: string;
}

/**
 * The paper behind a decision. The program does not sign: it keeps what was signed, under its number, and what the
 * journal's head was.
 */
@Injectable()
export class SignaturesService {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly documents: DocumentActsService,
  ) {}

  /**
   * Part of another write, and its last locks: the number, then the head. Refusals: RULE for the file, and for a
   * signature by order (TL., thừa lệnh) without the post of the signer.
   */
  async sign(caller: Caller, commune: string, { act, fileId, signerTitle, ...paper }: ToSign): Promise<Signed> {
    const reach = caller.in(commune);
    const { issuer, series, symbol, title, place, bases, recipients } = paper;
    const deputy = caller.signsAs(act, commune);
    if (deputy === 'TL' && signerTitle === undefined)
      throw wrong('/title', 'TITLE_MISSING', 'A signer by order (TL.) gives the title of their post.');
    const signer = {
      name: caller.name,
      title: signerTitle ?? (deputy === null ? 'Chủ tịch' : 'Phó Chủ tịch'),
      capacity: deputy === null ? 'CHỦ TỊCH' : `${deputy}. CHỦ TỊCH`,
    };
    const year = Number(caller.on.slice(0, 4));
    const number = await this.queries.nextNumber(reach, { issuer, series, year });
    const type = symbol.split('-')[0] ?? symbol;
    const { document, file } = await this.documents.recordSigned(
      caller,
      { type, number, symbol, series, year, issuedOn: caller.on, place, issuer, title, bases, recipients, signer },
      { commune, fileId, audience: 'SUPERIOR' },
    );
    const head = await this.queries.holdHead(reach);
    return {
      columns: {
        year,
        number,
        signerName: signer.name,
        signerTitle: signer.title,
        signerCapacity: signer.capacity,
        signedOn: caller.on,
        documentId: document.id,
        fileId: file.id,
        sha256: file.sha256,
        headPosition: head.position,
        headHash: head.hash,
      },
      numberText: numberText(number, symbol),
      documentId: document.id,
    };
  }
}
