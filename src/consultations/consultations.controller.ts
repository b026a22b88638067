import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { ConsultationActsService } from './consultation-acts.service.js';
import { Consultation } from './consultation.entity.js';
import {
  CancelConsultation,
  CloseConsultation,
  ConsultationAt,
  ListConsultations,
  ListListings,
  OpenConsultation,
} from './consultation.inputs.js';
import { ConsultationsService } from './consultations.service.js';
import { Listing } from './listing.entity.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/consultations')
export class ConsultationsController {
  constructor(
    private readonly service: ConsultationsService,
    private readonly acts: ConsultationActsService,
  ) {}

  @Get()
  @Operation('consultations', many(Consultation))
  consultations(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListConsultations,
    @Needed() members?: Projection,
  ) {
    return this.service.consultations(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('consultation', one(Consultation))
  consultation(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ConsultationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.consultation(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('consultationActions', many(PossibleAct, { sheet: false }))
  consultationActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: ConsultationAt) {
    return this.service.consultationActions(caller, at.commune, which.id);
  }

  @Get(':id/listings')
  @Operation('listings', many(Listing))
  listings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ConsultationAt,
    @Query() list: ListListings,
    @Needed() members?: Projection,
  ) {
    return this.service.listings(caller, { ...at, ...which }, list, members);
  }

  @Post()
  @Operation('openConsultation', created(Consultation, ({ id }) => id))
  openConsultation(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: OpenConsultation) {
    return this.acts.openConsultation(caller, at.commune, input);
  }

  @Post(':id/close')
  @Operation('closeConsultation', one(Consultation))
  closeConsultation(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ConsultationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CloseConsultation,
  ) {
    return this.acts.closeConsultation(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/cancel')
  @Operation('cancelConsultation', one(Consultation))
  cancelConsultation(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ConsultationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CancelConsultation,
  ) {
    return this.acts.cancelConsultation(caller, { ...at, ...which, expectedVersion }, input);
  }
}
