import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { RecordsService } from '../journal/records.service.js';
import { limits } from '../limits/limits.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { DocumentTiesService } from './document-ties.service.js';
import { Document, DocumentPerson } from './document.entity.js';
import type { AmendDocument, DocumentAt, RecordDocument } from './document.inputs.js';
import { brokenAmendment, foldedOf, strangers } from './document.rules.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';
import { FilesService } from './files.service.js';
import { NumbersService } from './numbers.service.js';
import { PapersService } from './papers.service.js';
import { standardType } from './type.rules.js';
import { signerAsPrinted } from './signer.rules.js';
import type { Signer } from './signer.view.js';

/** Documents as they are recorded, published, and get their files. */
@Injectable()
export class DocumentActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DocumentsQueries,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly numbers: NumbersService,
    private readonly papers: PapersService,
    private readonly ties: DocumentTiesService,
    private readonly records: RecordsService,
  ) {}

  /** Records a document without its file. Refusals: FORBIDDEN; NUMBER_TAKEN; RULE for a person that is not there. */
  async recordDocument(caller: Caller, commune: string, input: RecordDocument): Promise<Document> {
    caller.demandFor('recordDocument', commune, wholeCommune);
    return this.recordWith(caller, { commune, pointer: '' }, input);
  }

  /**
   * Amends a document; of what was issued or closed with a reason. Refusals: FORBIDDEN; STALE; RULE when nothing is to
   * change, for a person that is not there or is left out, and for the paper of a decision that was signed here.
   */
  amendDocument(
    caller: Caller,
    at: AtVersion<DocumentAt>,
    { reason, persons, signer: named, authority, ...typed }: AmendDocument,
  ): Promise<Document> {
    const step = { type: this.documents.recordType, act: 'amendDocument', at, reason } as const;
    const given = { ...typed, ...(typed.type !== undefined && { type: standardType(typed.type) }) };
    return this.records.act(caller, step, async (before) => {
      const reach = caller.reachIn(at.commune);
      if (Object.keys(given).length === 0 && !persons && !named && authority === undefined)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      const carrier = await this.queries.carrier(reach, at.id);
      const { number = before.number, numberSuffix = number === null ? null : before.numberSuffix } = given;
      const signer = named ? signerAsPrinted({ ...before.signer, ...named }) : before.signer;
      const authorityId =
        authority === undefined
          ? before.authorityId
          : await this.documents.idNamed(reach, authority ?? undefined, { quality: 'SIGNING', pointer: '/authority' });
      const after = { ...before, ...given, number, numberSuffix, signer, authorityId };
      refuse([
        ...brokenAmendment(before, { carrier, persons, reason }),
        ...(await this.papers.brokenUses(caller, before, after)),
        ...(await this.papers.broken(caller, at.commune, { paper: after, before, at: ofDocument('') })),
      ]);
      if (number !== null) await this.numbers.take(reach, { ...after, id: before.id });
      if (persons) await this.addPersons(reach, before, persons);
      await this.ties.follow(caller, { before, after, reason });
      return {
        ...given,
        numberSuffix,
        authorityId,
        ...(named && signed(signer)),
        folded: foldedOf({ ...before, ...given }),
      };
    });
  }

  /** Adds the persons and households that a title newly names. Refusal: RULE for one that is not there. */
  private async addPersons(reach: Reach, { id, persons: before }: Document, persons: readonly string[]): Promise<void> {
    const added = persons.filter((code) => !before.includes(code));
    const named = await this.queries.personsByCode(reach, added);
    refuse(strangers(added, named, ''));
    const rows = named.map(({ id: unitId }) => ({ communeId: reach.communeId, documentId: id, unitId }));
    await this.database.insert(DocumentPerson, rows);
  }

  /**
   * Records the document that another record rests on, given at `pointer`. Part of that write, whose right the caller
   * has shown. Refusals: NUMBER_TAKEN; RULE for a person that is not there, or a letter without a number.
   */
  recordWith(
    caller: Caller,
    { commune, pointer }: { commune: string; pointer: string },
    { persons = [], authority, ...typed }: RecordDocument,
  ): Promise<Document> {
    const input = { ...typed, type: standardType(typed.type) };
    return this.records.add(caller, { commune, entity: Document, kind: 'document.recorded' }, async (reach) => {
      const named = await this.queries.personsByCode(reach, persons);
      const authorityId = await this.documents.idNamed(reach, authority ?? undefined, {
        ...{ quality: 'SIGNING', pointer: `${pointer}/authority` },
      });
      const paper = newDocument(reach.communeId, { ...input, authorityId });
      refuse([
        ...strangers(persons, named, pointer),
        ...(await this.papers.broken(caller, commune, { paper, at: ofDocument(pointer) })),
      ]);
      if (input.number != null) await this.numbers.take(reach, { ...input, number: input.number });
      const document = { ...paper, persons: named.map(({ code }) => code) };
      await this.database.manager.insert(Document, document);
      const { communeId, id: documentId } = document;
      await this.database.insert(
        DocumentPerson,
        named.map(({ id: unitId }) => ({ communeId, documentId, unitId })),
      );
      return document;
    });
  }

  /**
   * The document a file is about to be attached to. Part of that write. Refusals: FORBIDDEN; IF_MATCH_REQUIRED; RULE
   * for one that is not there, or full, or states something issued or signed while no reason is given; STALE.
   */
  async documentToAttachTo(
    caller: Caller,
    { commune, expectedVersion }: { commune: string; expectedVersion?: number },
    { id, reason }: { id: string; reason?: string },
  ): Promise<Document> {
    caller.demandFor('recordDocument', commune, wholeCommune);
    if (expectedVersion === undefined) throw new Refusal('IF_MATCH_REQUIRED');
    const [document] = await this.documents.documentsById(caller, [
      { communeId: caller.reachIn(commune).communeId, id },
    ]);
    if (!document)
      throw wrong('/document', 'UNKNOWN', { en: 'There is no such document.', vi: 'Không có văn bản này.' });
    if (document.version !== expectedVersion) throw new Refusal('STALE', { current: document.version });
    if (document.audience !== 'INSIDE' && reason === undefined)
      throw wrong('/reason', 'REASON_REQUIRED', {
        en: 'A document of what is issued or signed takes a file with a reason.',
        vi: 'Văn bản của những gì đã ban hành hoặc đã ký chỉ nhận thêm tệp khi có lý do.',
      });
    if (document.fileIds.length >= limits.documentFiles)
      throw wrong('/document', 'TOO_MANY_FILES', {
        en: `A document has at most ${limits.documentFiles} files.`,
        vi: `Một văn bản có nhiều nhất ${limits.documentFiles} tệp.`,
      });
    return document;
  }

  /** Raises the version of a document that has one file more. Part of the write that attaches it. Refusal: STALE. */
  async addFile(
    caller: Caller,
    before: Document,
    { fileId, reason }: { fileId: string; reason?: string },
  ): Promise<void> {
    const record = { ...before, fileIds: [...before.fileIds, fileId], version: before.version + 1 };
    const change = { entity: Document, before, kind: 'document.amended', reason, read: async () => record } as const;
    await this.records.change(caller, change, {});
  }

  /**
   * Lets a document, with its files, be seen by a wider audience, because what it states was issued; never by a
   * narrower one. Part of another write.
   */
  async publish(
    caller: Caller,
    communeId: number,
    { id, audience }: { id: string; audience: Audience },
  ): Promise<void> {
    await hold(this.database, Document, { communeId, ids: [id] });
    const [document] = await this.documents.documentsById(caller, [{ communeId, id }]);
    const before = expected(document, 'A document to be published is not there.');
    await this.records.publish(caller, { entity: Document, before, kind: 'document.published' }, audience);
    await this.files.publish(caller, communeId, { ids: before.fileIds, audience });
  }
}

/** Document to be recorded, with the document that authorises its signer. */
export type ToRecord = Omit<RecordDocument, 'persons' | 'authority'> & { authorityId: string | null };

/** Places of what a paper shows, in the input of a document. */
const ofDocument = (paper: string) => ({ paper, signer: `${paper}/signer` });

/** A new document; a member that is not given is blank. */
export function newDocument(communeId: number, { signer: named = {}, ...input }: ToRecord): Document {
  const signer = signerAsPrinted(named);
  const blank = {
    number: null,
    numberSuffix: null,
    symbol: null,
    series: null,
    issuedOn: null,
    place: null,
    recipients: [],
    bases: [],
    refersTo: [],
    persons: [],
  };
  return {
    ...blank,
    ...input,
    signer,
    ...signed(signer),
    folded: foldedOf(input),
    numberRepeats: false,
    fileIds: [],
    communeId,
    id: v7(),
    audience: 'INSIDE',
    version: 1,
  };
}

/** The columns of a signer. */
export const signed = ({ name, title, capacity }: Signer) => ({
  signerName: name,
  signerTitle: title,
  signerCapacity: capacity,
});
