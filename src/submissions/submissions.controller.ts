import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { FindingActsService } from './finding-acts.service.js';
import { SubmissionActsService } from './submission-acts.service.js';
import { SubmissionDraftsService } from './submission-drafts.service.js';
import { Submission } from './submission.entity.js';
import {
  AmendSubmission,
  ApproveSubmission,
  CorrectSubmission,
  DraftSubmission,
  DropSubmission,
  ExplainFinding,
  ListSubmissions,
  ReturnSubmission,
  SubmissionAt,
  VerifySubmission,
  WithdrawSubmission,
} from './submission.inputs.js';
import { SubmissionOwedService } from './submission-owed.service.js';
import { SubmissionsService } from './submissions.service.js';

@ApiTags('submissions')
@Controller('v1/communes/:commune/submissions')
export class SubmissionsController {
  constructor(
    private readonly service: SubmissionsService,
    private readonly acts: SubmissionActsService,
    private readonly drafts: SubmissionDraftsService,
    private readonly findings: FindingActsService,
    private readonly owed: SubmissionOwedService,
  ) {}

  @Get()
  @Operation('submissions', many(Submission, { beside: ['unit.name'] }))
  submissions(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListSubmissions,
    @Needed() members?: Projection,
  ) {
    return this.service.submissions(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('submission', one(Submission, { timeDependent: { reads: [], changes: () => true } }))
  submission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @Needed() members?: Projection,
  ) {
    return this.owed.submission(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('submissionActions', many(PossibleAct, { sheet: false }))
  submissionActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: SubmissionAt) {
    return this.service.submissionActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('draftSubmission', created(Submission, ({ id }) => id))
  draftSubmission(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: DraftSubmission) {
    return this.acts.draftSubmission(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendSubmission', one(Submission))
  amendSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendSubmission,
  ) {
    return this.acts.amendSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/submit')
  @Operation('submitSubmission', one(Submission))
  submitSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
  ) {
    return this.acts.submitSubmission(caller, { ...at, ...which, expectedVersion });
  }

  @Post(':id/findings/explain')
  @Operation('explainFinding', one(Submission))
  explainFinding(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ExplainFinding,
  ) {
    return this.findings.explainFinding(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/verify')
  @Operation('verifySubmission', one(Submission))
  verifySubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: VerifySubmission,
  ) {
    return this.acts.verifySubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/return')
  @Operation('returnSubmission', one(Submission))
  returnSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReturnSubmission,
  ) {
    return this.acts.returnSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/approve')
  @Operation('approveSubmission', one(Submission))
  approveSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ApproveSubmission,
  ) {
    return this.acts.approveSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/withdraw')
  @Operation('withdrawSubmission', one(Submission))
  withdrawSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: WithdrawSubmission,
  ) {
    return this.acts.withdrawSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/drop')
  @Operation('dropSubmission', one(Submission))
  dropSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropSubmission,
  ) {
    return this.drafts.dropSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/correct')
  @Operation('correctSubmission', created(Submission, ({ id }) => `../../${id}`))
  correctSubmission(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: SubmissionAt,
    @Body() input: CorrectSubmission,
  ) {
    return this.acts.correctSubmission(caller, { ...at, ...which }, input);
  }
}
