import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { RoundActsService } from './round-acts.service.js';
import { Round } from './round.entity.js';
import { AmendRound, CloseRound, DropRound, ListRounds, OpenRound, ReopenRound, RoundAt } from './round.inputs.js';
import { RoundsService } from './rounds.service.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/rounds')
export class RoundsController {
  constructor(
    private readonly service: RoundsService,
    private readonly acts: RoundActsService,
  ) {}

  @Get()
  @Operation('rounds', many(Round))
  rounds(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListRounds,
    @Needed() members?: Projection,
  ) {
    return this.service.rounds(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('round', one(Round))
  round(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundAt,
    @Needed() members?: Projection,
  ) {
    return this.service.round(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('roundActions', many(PossibleAct, { sheet: false }))
  roundActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: RoundAt) {
    return this.service.roundActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('openRound', created(Round, ({ id }) => id))
  openRound(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: OpenRound) {
    return this.acts.openRound(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendRound', one(Round))
  amendRound(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendRound,
  ) {
    return this.acts.amendRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/drop')
  @Operation('dropRound', one(Round))
  dropRound(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropRound,
  ) {
    return this.acts.dropRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/close')
  @Operation('closeRound', one(Round))
  closeRound(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CloseRound,
  ) {
    return this.acts.closeRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/reopen')
  @Operation('reopenRound', one(Round))
  reopenRound(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReopenRound,
  ) {
    return this.acts.reopenRound(caller, { ...at, ...which, expectedVersion }, input);
  }
}
