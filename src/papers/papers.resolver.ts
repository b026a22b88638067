import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { AwardAt } from '../commendations/award.inputs.js';
import { DecisionAt } from '../commendations/decision.inputs.js';
import { MeetingAt } from '../councils/meeting.inputs.js';
import { InRound } from '../nominations/several.inputs.js';
import { CertificatesService } from './certificates.service.js';
import { CorrectionPapersService } from './correction-papers.service.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { MeetingPapersService } from './meeting-papers.service.js';
import { NominationPapersService } from './nomination-papers.service.js';
import { CertificateAsked, CorrectionPaperAsked, MeetingPaperAsked, NominationPaperAsked } from './paper.inputs.js';
import { PrintedPaper } from './printed-paper.view.js';

@Resolver(() => PrintedPaper)
export class PapersResolver {
  constructor(
    private readonly decisions: DecisionPapersService,
    private readonly meetings: MeetingPapersService,
    private readonly certificates: CertificatesService,
    private readonly nominations: NominationPapersService,
    private readonly corrections: CorrectionPapersService,
  ) {}

  @Reads('decisionPaper', PrintedPaper)
  decisionPaper(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: DecisionAt) {
    return this.decisions.decisionPaper(caller, at.commune, which.id);
  }

  @Reads('nominationPaper', PrintedPaper)
  nominationPaper(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: InRound,
    @Args() asked: NominationPaperAsked,
  ) {
    return this.nominations.nominationPaper(caller, at.commune, { ...which, ...asked });
  }

  @Reads('meetingPaper', PrintedPaper)
  meetingPaper(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: MeetingAt,
    @Args() asked: MeetingPaperAsked,
  ) {
    return this.meetings.meetingPaper(caller, at.commune, { ...which, ...asked });
  }

  @Reads('certificate', PrintedPaper)
  certificate(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @Args() asked: CertificateAsked,
  ) {
    return this.certificates.certificate(caller, at.commune, { ...which, ...asked });
  }

  @Reads('correctionPaper', PrintedPaper)
  correctionPaper(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @Args() asked: CorrectionPaperAsked,
  ) {
    return this.corrections.correctionPaper(caller, at.commune, { ...which, ...asked });
  }
}
