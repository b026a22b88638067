import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Operation, paper } from '../api/operation.js';
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
import { paperFile } from './paper-file.js';
import { PrintedPaper } from './printed-paper.view.js';

@ApiTags('papers')
@Controller('v1/communes/:commune')
export class PapersController {
  constructor(
    private readonly decisions: DecisionPapersService,
    private readonly meetings: MeetingPapersService,
    private readonly certificates: CertificatesService,
    private readonly nominations: NominationPapersService,
    private readonly corrections: CorrectionPapersService,
  ) {}

  @Get('decisions/:id/paper')
  @Operation('decisionPaper', paper(PrintedPaper, paperFile))
  decisionPaper(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: DecisionAt) {
    return this.decisions.decisionPaper(caller, at.commune, which.id);
  }

  @Get('rounds/:round/nominations/paper')
  @Operation('nominationPaper', paper(PrintedPaper, paperFile))
  nominationPaper(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: InRound,
    @Query() asked: NominationPaperAsked,
  ) {
    return this.nominations.nominationPaper(caller, at.commune, { ...which, ...asked });
  }

  @Get('meetings/:id/paper')
  @Operation('meetingPaper', paper(PrintedPaper, paperFile))
  meetingPaper(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MeetingAt,
    @Query() asked: MeetingPaperAsked,
  ) {
    return this.meetings.meetingPaper(caller, at.commune, { ...which, ...asked });
  }

  @Get('awards/:id/certificate')
  @Operation('certificate', paper(PrintedPaper, paperFile))
  certificate(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @Query() asked: CertificateAsked,
  ) {
    return this.certificates.certificate(caller, at.commune, { ...which, ...asked });
  }

  @Get('awards/:id/correction/paper')
  @Operation('correctionPaper', paper(PrintedPaper, paperFile))
  correctionPaper(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @Query() asked: CorrectionPaperAsked,
  ) {
    return this.corrections.correctionPaper(caller, at.commune, { ...which, ...asked });
  }
}
