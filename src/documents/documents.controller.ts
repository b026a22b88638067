import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Document } from './document.entity.js';
import { DocumentAt } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('documents')
@Controller('v1/communes/:commune/documents')
export class DocumentsController {
  constructor(private readonly service: DocumentsService) {}

  @Get(':id')
  @Operation('document', one(Document))
  document(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: DocumentAt) {
    return this.service.document(actor, at.commune, which.id);
  }
}
