import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { made, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller, IfMatch } from '../api/request.js';
import { SubmissionActsService } from './submission-acts.service.js';
import { Submission } from './submission.entity.js';
import {
  AmendSubmission,
  ApproveSubmission,
  CorrectSubmission,
  DraftSubmission,
  ListSubmissions,
  ReturnSubmission,
  SubmissionAt,
  VerifySubmission,
  WithdrawSubmission,
} from './submission.inputs.js';
import { SubmissionsService } from './submissions.service.js';

@ApiTags('submissions')
@Controller('v1/communes/:commune/submissions')
export class SubmissionsController {
  constructor(
    private readonly service: SubmissionsService,
    private readonly acts: SubmissionActsService,
  ) {}

  @Get()
  @Operation('submissions', many(Submission))
  submissions(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListSubmissions) {
    return this.service.submissions(actor, at.commune, list);
  }

  @Get(':id')
  @Operation('submission', one(Submission))
  submission(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: SubmissionAt) {
    return this.service.submission(actor, at.commune, which.id);
  }

  @Get(':id/actions')
  @Operation('submissionActions', many(PossibleAct))
  submissionActions(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: SubmissionAt) {
    return this.service.submissionActions(actor, at.commune, which.id);
  }

  @Post()
  @Operation('draftSubmission', made(Submission, ({ id }) => id))
  draftSubmission(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: DraftSubmission) {
    return this.acts.draftSubmission(actor, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendSubmission', one(Submission))
  amendSubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() version: number,
    @Body() input: AmendSubmission,
  ) {
    return this.acts.amendSubmission(actor, at.commune, which.id, version, input);
  }

  @Post(':id/submit')
  @Operation('submitSubmission', one(Submission))
  submitSubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() version: number,
  ) {
    return this.acts.submitSubmission(actor, at.commune, which.id, version);
  }

  @Post(':id/verify')
  @Operation('verifySubmission', one(Submission))
  verifySubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() version: number,
    @Body() input: VerifySubmission,
  ) {
    return this.acts.verifySubmission(actor, at.commune, which.id, version, input);
  }

  @Post(':id/return')
  @Operation('returnSubmission', one(Submission))
  returnSubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() version: number,
    @Body() input: ReturnSubmission,
  ) {
    return this.acts.returnSubmission(actor, at.commune, which.id, version, input);
  }

  @Post(':id/approve')
  @Operation('approveSubmission', one(Submission))
  approveSubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() version: number,
    @Body() input: ApproveSubmission,
  ) {
    return this.acts.approveSubmission(actor, at.commune, which.id, version, input);
  }

  @Post(':id/withdraw')
  @Operation('withdrawSubmission', one(Submission))
  withdrawSubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() version: number,
    @Body() input: WithdrawSubmission,
  ) {
    return this.acts.withdrawSubmission(actor, at.commune, which.id, version, input);
  }

  @Post(':id/correct')
  @Operation('correctSubmission', made(Submission, ({ id }) => `../../${id}`))
  correctSubmission(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @Body() input: CorrectSubmission,
  ) {
    return this.acts.correctSubmission(actor, at.commune, which.id, input);
  }
}
