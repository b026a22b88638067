import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import { firstOrNotFound } from '../api/found.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { newDocument, signed, type ToRecord } from './document-acts.service.js';
import { DocumentTiesService } from './document-ties.service.js';
import { Document } from './document.entity.js';
import { foldedOf, type Printed } from './document.rules.js';
import { DocumentsService } from './documents.service.js';
import type { File } from './file.entity.js';
import { FilesService } from './files.service.js';
import { NumbersService } from './numbers.service.js';
import { PapersService } from './papers.service.js';
import { signerAsPrinted } from './signer.rules.js';

/** Signed papers, each part of the write of what ends on it. */
@Injectable()
export class SignedPapersService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly numbers: NumbersService,
    private readonly papers: PapersService,
    private readonly ties: DocumentTiesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Records a document together with its signed file, both for the audience it was signed for; without a number it gets
   * the next of its series. Part of another write. Refusals: NUMBER_TAKEN; RULE for a file that is not there, was
   * erased, or is another document's.
   */
  async recordSigned(
    caller: Caller,
    { number, numberSuffix, ...input }: ToRecord,
    { commune, fileId, audience }: { commune: string; fileId: string; audience: Audience },
  ): Promise<{ document: Document; file: File }> {
    const reach = caller.reachIn(commune);
    const { communeId } = reach;
    refuse(await this.papers.broken(caller, commune, { paper: { ...input, number, numberSuffix }, ...ofAct }));
    const file = await this.files.fileToAttach(caller, communeId, fileId);
    const taken = await this.numbers.take(reach, { ...input, number, numberSuffix });
    const document = { ...newDocument(communeId, { ...input, ...taken }), fileIds: [file.id], audience };
    await this.records.add(caller, { commune, entity: Document, kind: 'document.recorded' }, async () => {
      await this.database.manager.insert(Document, document);
      return document;
    });
    return { document, file: await this.files.attach(caller, file, { documentId: document.id, audience }) };
  }

  /** A document about to be completed, held for this write. Refusal: NOT_FOUND. */
  async documentForUpdate(caller: Caller, communeId: number, id: string): Promise<Document> {
    await hold(this.database, Document, { communeId, ids: [id] });
    return firstOrNotFound(await this.documents.documentsById(caller, [{ communeId, id }]));
  }

  /**
   * Gives a document what its signed paper shows: number, day, signer, file, and of its head what is given. Part of the
   * write of what ends on the paper. Refusals: NUMBER_TAKEN; RULE for the file, and for what `brokenPaper` newly finds;
   * STALE.
   */
  async complete(
    caller: Caller,
    before: Document,
    { file: fileId, reason, broken = [], signer: named = before.signer, ...printed }: Printed,
  ): Promise<Document> {
    const { communeId, id, fileIds, audience } = before;
    const {
      number,
      numberSuffix = null,
      issuedOn = before.issuedOn,
      authorityId = before.authorityId,
      ...head
    } = printed;
    const year = printed.issuedOn === undefined ? before.year : Number(printed.issuedOn.slice(0, 4));
    const signer = signerAsPrinted(named);
    const after = { ...before, ...head, numberSuffix, year, issuedOn, signer, authorityId };
    const paper = { ...after, number: number ?? before.number };
    const { key: commune } = caller.reachById(communeId);
    refuse([
      ...broken,
      ...(await this.papers.broken(caller, commune, { paper, before, ...ofAct })),
      ...(await this.papers.brokenUses(caller, before, after)),
    ]);
    const taken =
      number === null
        ? { number, numberSuffix: null }
        : await this.numbers.take(caller.reachById(communeId), { ...after, number });
    const file = fileId === undefined ? undefined : await this.files.fileToAttach(caller, communeId, fileId);
    const set = { ...head, ...taken, year, issuedOn, authorityId, numberRepeats: false, folded: foldedOf(after) };
    const record = { ...before, ...set, signer, fileIds: [...fileIds, ...(file ? [file.id] : [])] };
    const completed = await this.records.change(
      caller,
      {
        ...{ entity: Document, before, kind: 'document.numbered', reason },
        read: async () => ({ ...record, version: before.version + 1 }),
      },
      { ...set, ...signed(signer) },
    );
    if (file) await this.files.attach(caller, file, { documentId: id, audience });
    await this.ties.follow(caller, { before, after: completed, reason });
    return completed;
  }
}

/** An act that ends on a paper, and the places of what the paper shows in its input. */
const ofAct = { ends: true, at: { paper: '', signer: '' } };
