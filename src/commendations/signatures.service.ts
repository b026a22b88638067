import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { brokenNumber, numberText } from '../documents/document.rules.js';
import { PapersService } from '../documents/papers.service.js';
import { SignedPapersService } from '../documents/signed-papers.service.js';
import { authorityOf, brokenSignature, signerOf } from '../documents/signer.rules.js';
import { point } from '../points.js';
import { refuse } from '../refusals.js';
import type { Decision } from './decision.entity.js';
import type { SignDecision } from './decision.inputs.js';
import { typeOf } from './decision.rules.js';
import { DecisionsQueries } from './decisions.queries.js';

/** A decision to be signed: by which act, and what its signed paper shows. */
type ToSign = Pick<Decision, 'issuer' | 'series' | 'symbol' | 'title' | 'place' | 'bases' | 'recipients'> & {
  act: OperationId;
  paper: SignDecision;
};

/** The columns that a signature sets in a decision. */
export interface Signed {
  columns: Pick<
    Decision,
    | 'year'
    | 'number'
    | 'numberSuffix'
    | 'signerName'
    | 'signerTitle'
    | 'signerCapacity'
    | 'authorityId'
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
    private readonly papers: PapersService,
    private readonly signedPapers: SignedPapersService,
  ) {}

  /**
   * Part of another write, and its last locks: the number, then the head. Refusals: NUMBER_TAKEN; RULE for the file,
   * and for what `brokenSignature` and `brokenPaper` find; the clerk, who records a signed paper, says its number.
   */
  async sign(caller: Caller, commune: string, { act, paper, ...decision }: ToSign): Promise<Signed> {
    const reach = caller.reachIn(commune);
    const { issuer, series, symbol, title, place, bases, recipients } = decision;
    const { number, numberSuffix } = paper;
    const by = await this.papers.signing(caller, commune, { act, authority: paper.authority });
    refuse([
      ...brokenSignature(paper, by),
      ...(by.way === 'RECORD' && number === undefined
        ? [point('/number', 'NUMBER_MISSING', 'Whoever records a signed paper says its number.')]
        : brokenNumber(paper)),
    ]);
    const signer = signerOf(paper, by, caller);
    const authorityId = authorityOf(signer.capacity, by.authority);
    const year = Number(caller.on.slice(0, 4));
    const { document, file } = await this.signedPapers.recordSigned(
      caller,
      {
        ...{ type: typeOf(symbol), number, numberSuffix, symbol, series, year, issuedOn: caller.on },
        ...{ place, issuer, title, bases, recipients, signer, authorityId },
      },
      { commune, fileId: paper.file, audience: 'SUPERIOR' },
    );
    const head = await this.queries.holdHead(reach);
    const taken = { number: document.number ?? 0, numberSuffix: document.numberSuffix };
    return {
      columns: {
        ...{ year, ...taken, signedOn: caller.on, documentId: document.id, fileId: file.id, sha256: file.sha256 },
        signerName: signer.name,
        signerTitle: signer.title,
        signerCapacity: signer.capacity,
        authorityId,
        headPosition: head.position,
        headHash: head.hash,
      },
      numberText: numberText(taken, symbol),
      documentId: document.id,
    };
  }
}
