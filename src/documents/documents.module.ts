import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/communes.module.js';
import { DocumentActsService } from './document-acts.service.js';
import { DocumentRemovalsService } from './document-removals.service.js';
import { DocumentTiesService } from './document-ties.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsResolver } from './documents.resolver.js';
import { DocumentsService } from './documents.service.js';
import { NumbersService } from './numbers.service.js';
import { PapersService } from './papers.service.js';
import { FilesController } from './files.controller.js';
import { FilesQueries } from './files.queries.js';
import { FilesService } from './files.service.js';
import { SignedPapersService } from './signed-papers.service.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [CommunesModule],
  controllers: [DocumentsController, FilesController],
  providers: [
    FilesQueries,
    FilesService,
    DocumentsQueries,
    DocumentsService,
    DocumentActsService,
    DocumentRemovalsService,
    DocumentTiesService,
    NumbersService,
    PapersService,
    SignedPapersService,
    UploadsService,
    DocumentsResolver,
  ],
  exports: [
    DocumentTiesService,
    DocumentsService,
    DocumentActsService,
    DocumentRemovalsService,
    NumbersService,
    PapersService,
    SignedPapersService,
    FilesService,
    UploadsService,
  ],
})
export class DocumentsModule {}
