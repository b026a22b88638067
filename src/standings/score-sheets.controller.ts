import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, IfMatchOrNone, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { SchemeAt } from './scheme.inputs.js';
import { ScoreSheetActsService } from './score-sheet-acts.service.js';
import { ScoreSheet } from './score-sheet.entity.js';
import {
  ConcludeScore,
  DropScores,
  ListScoreSheets,
  ReturnScores,
  ScoresAt,
  ScoreSheetAt,
  SelfScore,
  VerifyScore,
} from './score-sheet.inputs.js';
import { ScoreSheetsService } from './score-sheets.service.js';

@ApiTags('standings')
@Controller('v1/communes/:commune')
export class ScoreSheetsController {
  constructor(
    private readonly service: ScoreSheetsService,
    private readonly acts: ScoreSheetActsService,
  ) {}

  @Get('plans/:plan/score-sheets')
  @Operation('scoreSheets', many(ScoreSheet, { beside: ['unit.name'] }))
  scoreSheets(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListScoreSheets,
    @Needed() members?: Projection,
  ) {
    return this.service.scoreSheets(caller, { ...at, ...of }, list, members);
  }

  @Put('plans/:plan/schemes/:scheme/scores/:unit/:period')
  @Operation('selfScore', put(ScoreSheet))
  selfScore(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: SchemeAt,
    @Param() place: ScoresAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: SelfScore,
  ) {
    return this.acts.selfScore(caller, { ...at, ...of, ...which, ...place, expectedVersion }, input);
  }

  @Get('score-sheets/:id')
  @Operation('scoreSheet', one(ScoreSheet))
  scoreSheet(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ScoreSheetAt,
    @Needed() members?: Projection,
  ) {
    return this.service.scoreSheet(caller, at.commune, which.id, members);
  }

  @Get('score-sheets/:id/actions')
  @Operation('scoreSheetActions', many(PossibleAct, { sheet: false }))
  scoreSheetActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: ScoreSheetAt) {
    return this.service.scoreSheetActions(caller, at.commune, which.id);
  }

  @Post('score-sheets/:id/submit')
  @Operation('submitScores', one(ScoreSheet))
  submitScores(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ScoreSheetAt,
    @IfMatch() expectedVersion: number,
  ) {
    return this.acts.submitScores(caller, { ...at, ...which, expectedVersion });
  }

  @Post('score-sheets/:id/return')
  @Operation('returnScores', one(ScoreSheet))
  returnScores(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ScoreSheetAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReturnScores,
  ) {
    return this.acts.returnScores(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('score-sheets/:id/verify')
  @Operation('verifyScore', one(ScoreSheet))
  verifyScore(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ScoreSheetAt,
    @IfMatch() expectedVersion: number,
    @Body() input: VerifyScore,
  ) {
    return this.acts.verifyScore(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('score-sheets/:id/conclude')
  @Operation('concludeScore', one(ScoreSheet))
  concludeScore(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ScoreSheetAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ConcludeScore,
  ) {
    return this.acts.concludeScore(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('score-sheets/:id/drop')
  @Operation('dropScores', one(ScoreSheet))
  dropScores(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ScoreSheetAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropScores,
  ) {
    return this.acts.dropScores(caller, { ...at, ...which, expectedVersion }, input);
  }
}
