import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { brokenNumber, numberText } from '../documents/document.rules.js';
import { DocumentsService } from '../documents/documents.service.js';
import { authorityOf, brokenSigner, signerOf } from '../documents/signer.rules.js';
import { point } from '../points.js';
import { refuse } from '../refusals.js';
import type { Decision } from './decision.entity.js';
import type { SignDecision } from './decision.inputs.js';
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
    private readonly documents: DocumentsService,
    private readonly documentActs: DocumentActsService,
  ) {}

  /**
   * Part of another write, and its last locks: the number, then the head. Refusals: NUMBER_TAKEN; RULE for the file,
   * and for what `brokenSigner` finds; the clerk, who records a signed paper, says its number.
   */
  async sign(caller: Caller, commune: string, { act, paper, ...decision }: ToSign): Promise<Signed> {
    const reach = caller.in(commune);
    const { issuer, series, symbol, title, place, bases, recipients } = decision;
    const { number, numberSuffix } = paper;
    const by = caller.signsAs(act, commune);
    const authority =
      (await this.documents.idNamed(reach, paper.authority, {
        ...{ quality: 'AUTHORITY', pointer: '/authority', until: caller.on },
      })) ?? (by.appointment === null ? null : await this.queries.documentOfAppointment(reach, by.appointment));
    refuse([
      ...brokenSigner(paper, by, authority),
      ...(by.way === 'RECORD' && number === undefined
        ? [point('/number', 'NUMBER_MISSING', 'Whoever records a signed paper says its number.')]
        : brokenNumber(paper)),
    ]);
    const signer = signerOf(paper, by, caller);
    const year = Number(caller.on.slice(0, 4));
    const { document, file } = await this.documentActs.recordSigned(
      caller,
      {
        ...{ type: symbol.split('-')[0] ?? symbol, number, numberSuffix, symbol, series, year, issuedOn: caller.on },
        ...{ place, issuer, title, bases, recipients, signer },
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
        authorityId: authorityOf(paper, by, authority),
        headPosition: head.position,
        headHash: head.hash,
      },
      numberText: numberText(taken, symbol),
      documentId: document.id,
    };
  }
}
