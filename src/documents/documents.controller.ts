import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { made, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Document } from './document.entity.js';
import { DocumentAt, ListDocuments, RecordDocument } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('documents')
@Controller('v1/communes/:commune/documents')
export class DocumentsController {
  constructor(private readonly service: DocumentsService) {}

  @Get()
  @Operation('documents', many(Document))
  documents(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListDocuments) {
    return this.service.documents(actor, at.commune, list);
  }

  @Get(':id')
  @Operation('document', one(Document))
  document(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: DocumentAt) {
    return this.service.document(actor, at.commune, which.id);
  }

  @Post()
  @Operation('recordDocument', made(Document, ({ id }) => id))
  recordDocument(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: RecordDocument) {
    return this.service.recordDocument(actor, at.commune, input);
  }
}
