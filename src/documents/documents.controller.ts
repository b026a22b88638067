import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { DocumentActsService } from './document-acts.service.js';
import { DocumentRemovalsService } from './document-removals.service.js';
import { Document } from './document.entity.js';
import { AmendDocument, DocumentAt, ListDocuments, RecordDocument, RemoveDocument } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('documents')
@Controller('v1/communes/:commune/documents')
export class DocumentsController {
  constructor(
    private readonly service: DocumentsService,
    private readonly acts: DocumentActsService,
    private readonly removals: DocumentRemovalsService,
  ) {}

  @Get()
  @Operation('documents', many(Document))
  documents(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListDocuments,
    @Needed() members?: Projection,
  ) {
    return this.service.documents(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('document', one(Document))
  document(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DocumentAt,
    @Needed() members?: Projection,
  ) {
    return this.service.document(caller, at.commune, which.id, members);
  }

  @Post()
  @Operation('recordDocument', created(Document, ({ id }) => id))
  recordDocument(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: RecordDocument) {
    return this.acts.recordDocument(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendDocument', one(Document))
  amendDocument(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DocumentAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendDocument,
  ) {
    return this.acts.amendDocument(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/remove')
  @Operation('removeDocument', one(Document))
  removeDocument(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DocumentAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveDocument,
  ) {
    return this.removals.removeDocument(caller, { ...at, ...which, expectedVersion }, input);
  }
}
