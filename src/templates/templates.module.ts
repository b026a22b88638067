import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { PaperTemplatesController } from './paper-templates.controller.js';
import { PaperTemplatesQueries } from './paper-templates.queries.js';
import { PaperTemplatesResolver } from './paper-templates.resolver.js';
import { PaperTemplatesService } from './paper-templates.service.js';

@Module({
  imports: [DocumentsModule],
  controllers: [PaperTemplatesController],
  providers: [PaperTemplatesQueries, PaperTemplatesService, PaperTemplatesResolver],
  exports: [PaperTemplatesService],
})
export class TemplatesModule {}
