import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Operation, paper } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { DecisionAt } from '../commendations/decision.inputs.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { paperFile } from './paper-file.js';
import { PrintedPaper } from './printed-paper.view.js';

@ApiTags('papers')
@Controller('v1/communes/:commune')
export class PapersController {
  constructor(private readonly decisions: DecisionPapersService) {}

  @Get('decisions/:id/paper')
  @Operation('decisionPaper', paper(PrintedPaper, paperFile))
  decisionPaper(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: DecisionAt) {
    return this.decisions.decisionPaper(caller, at.commune, which.id);
  }
}
