import { Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Meeting } from '../councils/meeting.entity.js';
import { MeetingsService } from '../councils/meetings.service.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { File } from '../documents/file.entity.js';
import { FilesService } from '../documents/files.service.js';
import { Result } from '../submissions/result.entity.js';
import { ResultsService } from '../submissions/results.service.js';
import { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Nomination } from './nomination.entity.js';
import type { GroundType } from './nomination-members.view.js';
import type { NominationRow } from './nominations.queries.js';

/** Edges to the nominee, to the grounds of a nomination and to the meeting that deliberated on it. */
@Resolver(() => Nomination)
export class NominationGroundsResolver {
  constructor(
    private readonly unitsService: UnitsService,
    private readonly documentsService: DocumentsService,
    private readonly filesService: FilesService,
    private readonly submissionsService: SubmissionsService,
    private readonly resultsService: ResultsService,
    private readonly meetings: MeetingsService,
  ) {}

  @Edge('unit', Unit, 'The nominee, as it is today.')
  @Needs<Nomination>('unitId')
  unit(level: Level<Nomination>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.unitsService.unitsById(caller, asked, members));
  }

  @Edge('results', [Result], 'Approved figures that the nomination rests on.')
  @Needs<Nomination>('restsOn')
  results(level: Level<Nomination>, caller: Caller) {
    return level.lists(grounds('RESULT'), (asked, members) => this.resultsService.resultsById(caller, asked, members));
  }

  @Edge('submission', [Submission], 'Reports that the nomination rests on.')
  @Needs<Nomination>('restsOn')
  submissions(level: Level<Nomination>, caller: Caller) {
    return level.lists(grounds('SUBMISSION'), (asked, members) =>
      this.submissionsService.submissionsById(caller, asked, members),
    );
  }

  @Edge('document', [Document], 'Documents that the nomination rests on, and those of the dossier.')
  @Needs<Nomination>('restsOn', 'dossier')
  documents(level: Level<Nomination>, caller: Caller) {
    return level.lists(
      (nomination) => [...grounds('DOCUMENT')(nomination), ...papers(nomination)],
      (asked, members) => this.documentsService.documentsById(caller, asked, members),
    );
  }

  @Edge('downloadFile', [File], 'Files that the nomination rests on, but for personal files that you may not download.')
  @Needs<Nomination>('restsOn')
  files({ parents }: Level<Nomination>, caller: Caller) {
    return this.filesService.readable(
      caller,
      parents.map((nomination) => ({ communeId: nomination.communeId, ids: grounds('FILE')(nomination) })),
    );
  }

  @Edge('meeting', Meeting, 'Meeting that deliberated on the nomination, with the count.')
  @Needs<NominationRow>('meetingId')
  meeting(level: Level<NominationRow>, caller: Caller) {
    return level.named('meetingId', (asked, members) => this.meetings.meetingsById(caller, asked, members));
  }
}

const grounds =
  (asked: GroundType) =>
  ({ restsOn }: Nomination) =>
    restsOn.flatMap(({ type, id }) => (type === asked ? [id] : []));

const papers = ({ dossier }: Nomination) =>
  dossier.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
