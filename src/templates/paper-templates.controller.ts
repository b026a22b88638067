import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatchOrNone, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PaperTemplate } from './paper-template.entity.js';
import { ListPaperTemplates, PaperTemplateAt, SetPaperTemplate } from './paper-template.inputs.js';
import { PaperTemplatesService } from './paper-templates.service.js';

@ApiTags('papers')
@Controller('v1/communes/:commune/paper-templates')
export class PaperTemplatesController {
  constructor(private readonly service: PaperTemplatesService) {}

  @Get()
  @Operation('paperTemplates', many(PaperTemplate))
  paperTemplates(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListPaperTemplates,
    @Needed() members?: Projection,
  ) {
    return this.service.paperTemplates(caller, at.commune, list, members);
  }

  @Put(':kind')
  @Operation('setPaperTemplate', put(PaperTemplate))
  setPaperTemplate(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PaperTemplateAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: SetPaperTemplate,
  ) {
    return this.service.setPaperTemplate(caller, { ...at, ...which, expectedVersion }, input);
  }
}
