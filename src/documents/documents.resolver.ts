import { Args, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Document } from './document.entity.js';
import { DocumentAt } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';

@Resolver(() => Document)
export class DocumentsResolver {
  constructor(private readonly service: DocumentsService) {}

  @Reads('document', Document)
  document(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() which: DocumentAt) {
    return this.service.document(actor, at.commune, which.id);
  }
}
