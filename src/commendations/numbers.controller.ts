import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch } from '../api/request.js';
import { Document } from '../documents/document.entity.js';
import { DocumentAt } from '../documents/document.inputs.js';
import { FreeNumber } from './decision.inputs.js';
import { NumberActsService } from './number-acts.service.js';

@ApiTags('decisions')
@Controller('v1/communes/:commune/documents')
export class NumbersController {
  constructor(private readonly acts: NumberActsService) {}

  @Post(':id/free-number')
  @Operation('freeNumber', one(Document))
  freeNumber(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DocumentAt,
    @IfMatch() expectedVersion: number,
    @Body() input: FreeNumber,
  ) {
    return this.acts.freeNumber(caller, { ...at, ...which, expectedVersion }, input);
  }
}
