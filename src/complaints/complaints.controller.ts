import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { ComplaintActsService } from './complaint-acts.service.js';
import { Complaint } from './complaint.entity.js';
import { Complain, ComplaintAt, ListComplaints, SettleComplaint, WithdrawComplaint } from './complaint.inputs.js';
import { ComplaintsService } from './complaints.service.js';

@ApiTags('awards')
@Controller('v1/communes/:commune/complaints')
export class ComplaintsController {
  constructor(
    private readonly service: ComplaintsService,
    private readonly acts: ComplaintActsService,
  ) {}

  @Get()
  @Operation('complaints', many(Complaint, { beside: ['unit.name'] }))
  complaints(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListComplaints,
    @Needed() members?: Projection,
  ) {
    return this.service.complaints(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('complaint', one(Complaint))
  complaint(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ComplaintAt,
    @Needed() members?: Projection,
  ) {
    return this.service.complaint(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('complaintActions', many(PossibleAct, { sheet: false }))
  complaintActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: ComplaintAt) {
    return this.service.complaintActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('complain', created(Complaint, ({ id }) => id))
  complain(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: Complain) {
    return this.acts.complain(caller, at.commune, input);
  }

  @Post(':id/settle')
  @Operation('settleComplaint', one(Complaint))
  settleComplaint(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ComplaintAt,
    @IfMatch() expectedVersion: number,
    @Body() input: SettleComplaint,
  ) {
    return this.acts.settleComplaint(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/withdraw')
  @Operation('withdrawComplaint', one(Complaint))
  withdrawComplaint(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: ComplaintAt,
    @IfMatch() expectedVersion: number,
    @Body() input: WithdrawComplaint,
  ) {
    return this.acts.withdrawComplaint(caller, { ...at, ...which, expectedVersion }, input);
  }
}
