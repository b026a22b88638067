import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Acts, Edge, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller } from '../api/request.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Entry } from './entry.entity.js';
import { Result } from './result.entity.js';
import { ResultsService } from './results.service.js';
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

@Resolver(() => Submission)
export class SubmissionsResolver {
  constructor(
    private readonly service: SubmissionsService,
    private readonly acts: SubmissionActsService,
    private readonly resultsService: ResultsService,
    private readonly units: UnitsService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('submissions', Connection(Submission))
  async submissions(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() list: ListSubmissions) {
    return connection(await this.service.submissions(caller, at.commune, list));
  }

  @Reads('submission', Submission)
  submission(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: SubmissionAt) {
    return this.service.submission(caller, at.commune, which.id);
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

  @Acts('correctSubmission', Submission)
  correctSubmission(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: SubmissionAt,
    @Input() input: CorrectSubmission,
  ) {
    return this.acts.correctSubmission(caller, { ...at, ...which }, input);
  }

  @Edge(
    'submissionActions',
    'actions',
    [PossibleAct],
    'Possible acts on the record now, and the refusals against each.',
  )
  async actions(@Parent() { communeId, id }: Submission, @CurrentCaller() caller: Caller) {
    return (await this.service.submissionActions(caller, caller.inCommune(communeId).key, id)).items;
  }

  @Edge('unit', 'unit', Unit, 'The unit that reports, as it is today.')
  unit(@Parent() { communeId, unitId }: Submission, @CurrentCaller() caller: Caller) {
    return this.loaders.load('unit', { communeId, id: unitId }, (asked) => this.units.unitsById(caller, asked));
  }

  @Edge('submission', 'corrects', Submission, 'Approved report that this report corrects.')
  corrects(@Parent() { communeId, correctsId }: Submission, @CurrentCaller() caller: Caller) {
    return (
      correctsId &&
      this.loaders.load('submission', { communeId, id: correctsId }, (asked) =>
        this.service.submissionsById(caller, asked),
      )
    );
  }

  @Edge('results', 'results', [Result], 'Results of the report, in force or not.')
  results(@Parent() { communeId, id }: Submission, @CurrentCaller() caller: Caller) {
    return this.loaders.load('submission.results', { communeId, id }, (asked) =>
      this.resultsService.resultsOfSubmissions(caller, asked),
    );
  }

  /** Entries of a report: most of its rows, which few queries select. A query that does not select them reads none. */
  @ResolveField('entries', () => [Entry])
  entries(@Parent() { communeId, id, entries }: Submission, @CurrentCaller() caller: Caller) {
    return (
      (entries as Entry[] | undefined) ??
      this.loaders.load('submission.entries', { communeId, id }, (asked) => this.service.entriesOf(caller, asked))
    );
  }
}
