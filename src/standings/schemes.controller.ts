import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { SchemeActsService } from './scheme-acts.service.js';
import { Scheme } from './scheme.entity.js';
import {
  AdoptScheme,
  AmendScheme,
  DraftScheme,
  DropScheme,
  ListSchemes,
  RevisionAt,
  SchemeAt,
} from './scheme.inputs.js';
import { SchemesService } from './schemes.service.js';

@ApiTags('standings')
@Controller('v1/communes/:commune/plans/:plan/schemes')
export class SchemesController {
  constructor(
    private readonly service: SchemesService,
    private readonly acts: SchemeActsService,
  ) {}

  @Get()
  @Operation('schemes', many(Scheme))
  schemes(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListSchemes,
    @Needed() members?: Projection,
  ) {
    return this.service.schemes(caller, { ...at, ...of }, list, members);
  }

  @Get(':scheme')
  @Operation('scheme', one(Scheme))
  scheme(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: SchemeAt,
    @Query() revision: RevisionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.scheme(caller, { ...at, ...of, ...which, ...revision }, members);
  }

  @Get(':scheme/actions')
  @Operation('schemeActions', many(PossibleAct, { sheet: false }))
  schemeActions(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: SchemeAt,
  ) {
    return this.service.schemeActions(caller, { ...at, ...of, ...which });
  }

  @Post()
  @Operation('draftScheme', created(Scheme, ({ code }) => code))
  draftScheme(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Body() input: DraftScheme,
  ) {
    return this.acts.draftScheme(caller, { ...at, ...of }, input);
  }

  @Patch(':scheme')
  @Operation('amendScheme', one(Scheme))
  amendScheme(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: SchemeAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendScheme,
  ) {
    return this.acts.amendScheme(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post(':scheme/drop')
  @Operation('dropScheme', one(Scheme))
  dropScheme(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: SchemeAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropScheme,
  ) {
    return this.acts.dropScheme(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post(':scheme/adopt')
  @Operation('adoptScheme', one(Scheme))
  adoptScheme(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: SchemeAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AdoptScheme,
  ) {
    return this.acts.adoptScheme(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }
}
