import { Args, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Document } from './document.entity.js';
import { DocumentAt, ListDocuments, RecordDocument } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';

@Resolver(() => Document)
export class DocumentsResolver {
  constructor(private readonly service: DocumentsService) {}

  @Reads('documents', Connection(Document))
  async documents(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() list: ListDocuments) {
    return connection(await this.service.documents(actor, at.commune, list));
  }

  @Reads('document', Document)
  document(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() which: DocumentAt) {
    return this.service.document(actor, at.commune, which.id);
  }

  @Acts('recordDocument', Document)
  recordDocument(@Caller() actor: Actor, @Args() at: CommuneAt, @Input() input: RecordDocument) {
    return this.service.recordDocument(actor, at.commune, input);
  }
}
