import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { DocumentActsService } from './document-acts.service.js';
import { DocumentRemovalsService } from './document-removals.service.js';
import { Document } from './document.entity.js';
import {
  AmendDocument,
  DocumentAt,
  FileAt,
  ListDocuments,
  RecordDocument,
  RemoveDocument,
  RemoveFile,
} from './document.inputs.js';
import { File } from './file.entity.js';
import { DocumentsService } from './documents.service.js';

@Resolver(() => Document)
export class DocumentsResolver {
  constructor(
    private readonly service: DocumentsService,
    private readonly acts: DocumentActsService,
    private readonly removals: DocumentRemovalsService,
  ) {}

  @Reads('documents', Connection(Document))
  async documents(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListDocuments,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.documents(caller, at.commune, list, members));
  }

  @Reads('document', Document)
  document(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DocumentAt,
    @Needed() members?: Projection,
  ) {
    return this.service.document(caller, at.commune, which.id, members);
  }

  @Acts('recordDocument', Document)
  recordDocument(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: RecordDocument) {
    return this.acts.recordDocument(caller, at.commune, input);
  }

  @Acts('amendDocument', Document)
  amendDocument(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DocumentAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendDocument,
  ) {
    return this.acts.amendDocument(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removeDocument', Document)
  removeDocument(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: DocumentAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveDocument,
  ) {
    return this.removals.removeDocument(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removeFile', File)
  removeFile(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: FileAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveFile,
  ) {
    return this.removals.removeFile(caller, { ...at, ...which, expectedVersion }, input);
  }
}
