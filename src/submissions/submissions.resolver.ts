import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads, Part, Needs } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Entry } from './entry.entity.js';
import { Result } from './result.entity.js';
import { ResultsService } from './results.service.js';
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
import type { SubmissionRow } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

@Resolver(() => Submission)
export class SubmissionsResolver {
  constructor(
    private readonly service: SubmissionsService,
    private readonly acts: SubmissionActsService,
    private readonly drafts: SubmissionDraftsService,
    private readonly owing: SubmissionOwedService,
    private readonly findings: FindingActsService,
    private readonly resultsService: ResultsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('submissions', Connection(Submission))
  async submissions(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListSubmissions,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.submissions(caller, at.commune, list, members));
  }

  @Reads('submission', Submission)
  submission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.submission(caller, at.commune, which.id, members);
  }

  @Acts('draftSubmission', Submission)
  draftSubmission(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: DraftSubmission) {
    return this.acts.draftSubmission(caller, at.commune, input);
  }

  @Acts('amendSubmission', Submission)
  amendSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendSubmission,
  ) {
    return this.acts.amendSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('submitSubmission', Submission)
  submitSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
  ) {
    return this.acts.submitSubmission(caller, { ...at, ...which, expectedVersion });
  }

  @Acts('explainFinding', Submission)
  explainFinding(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ExplainFinding,
  ) {
    return this.findings.explainFinding(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('verifySubmission', Submission)
  verifySubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: VerifySubmission,
  ) {
    return this.acts.verifySubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('returnSubmission', Submission)
  returnSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReturnSubmission,
  ) {
    return this.acts.returnSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('approveSubmission', Submission)
  approveSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ApproveSubmission,
  ) {
    return this.acts.approveSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('withdrawSubmission', Submission)
  withdrawSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: WithdrawSubmission,
  ) {
    return this.acts.withdrawSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('dropSubmission', Submission)
  dropSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropSubmission,
  ) {
    return this.drafts.dropSubmission(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('correctSubmission', Submission)
  correctSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @Input() input: CorrectSubmission,
  ) {
    return this.acts.correctSubmission(caller, { ...at, ...which }, input);
  }

  @Edge('submission', [String], 'Codes of the indicators its unit owes for the period.')
  @Needs<SubmissionRow>('planId', 'unitId', 'unitCode', 'unitKind', 'period')
  owed({ parents }: Level<Submission>, caller: Caller) {
    return this.owing.owed(caller, parents);
  }

  @Edge('submission', [String], 'Codes of those of them that it leaves out.')
  @Needs<SubmissionRow>('planId', 'unitId', 'unitCode', 'unitKind', 'period')
  leftOut({ parents }: Level<Submission>, caller: Caller) {
    return this.owing.leftOut(caller, parents);
  }

  @ActionsEdge('submissionActions')
  actions({ parents }: Level<Submission>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'The unit that reports, as it is today.')
  @Needs<Submission>('unitId')
  unit(level: Level<Submission>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Edge('submission', Submission, 'Approved report that this report corrects.')
  @Needs<Submission>('correctsId')
  corrects(level: Level<Submission>, caller: Caller) {
    return level.named('correctsId', (asked, members) => this.service.submissionsById(caller, asked, members));
  }

  @Edge('results', [Result], 'Results of the report, in force or not.')
  @Needs()
  results({ parents, members }: Level<Submission>, caller: Caller) {
    return this.resultsService.resultsOfSubmissions(caller, parents, members);
  }

  /** Most of the rows of a report, which few documents select. */
  @Part([Entry], 'Figures, in the order of the plan.')
  @Needs()
  entries({ parents, members }: Level<Submission>, caller: Caller) {
    return this.service.entriesOf(caller, parents, members);
  }
}
