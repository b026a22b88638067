import { Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { existing } from '../api/found.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
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
    private readonly loaders: Loaders,
  ) {}

  @Edge('unit', 'unit', Unit, 'The nominee, as it is today.')
  unit(@Parent() { communeId, unitId }: Nomination, @CurrentCaller() caller: Caller) {
    return this.loaders.load('unit', { communeId, id: unitId }, (asked) => this.unitsService.unitsById(caller, asked));
  }

  @Edge('results', 'results', [Result], 'Approved figures that the nomination rests on.')
  results(@Parent() nomination: Nomination, @CurrentCaller() caller: Caller) {
    return existing(
      grounds(nomination, 'RESULT').map((at) =>
        this.loaders.load('result', at, (asked) => this.resultsService.resultsById(caller, asked)),
      ),
    );
  }

  @Edge('submission', 'submissions', [Submission], 'Reports that the nomination rests on.')
  submissions(@Parent() nomination: Nomination, @CurrentCaller() caller: Caller) {
    return existing(
      grounds(nomination, 'SUBMISSION').map((at) =>
        this.loaders.load('submission', at, (asked) => this.submissionsService.submissionsById(caller, asked)),
      ),
    );
  }

  @Edge('document', 'documents', [Document], 'Documents that the nomination rests on, and those of the dossier.')
  documents(@Parent() nomination: Nomination, @CurrentCaller() caller: Caller) {
    return existing(
      [...grounds(nomination, 'DOCUMENT'), ...papers(nomination)].map((at) =>
        this.loaders.load('document', at, (asked) => this.documentsService.documentsById(caller, asked)),
      ),
    );
  }

  @Edge(
    'downloadFile',
    'files',
    [File],
    'Files that the nomination rests on, but for personal files that you may not download.',
  )
  files(@Parent() nomination: Nomination, @CurrentCaller() caller: Caller) {
    return this.loaders.load(
      'files',
      { communeId: nomination.communeId, ids: grounds(nomination, 'FILE').map(({ id }) => id) },
      (asked) => this.filesService.readable(caller, asked),
    );
  }

  @Edge('meeting', 'meeting', Meeting, 'Meeting that deliberated on the nomination, with the count.')
  meeting(@Parent() { communeId, meetingId }: NominationRow, @CurrentCaller() caller: Caller) {
    return (
      meetingId &&
      this.loaders.load('meeting', { communeId, id: meetingId }, (asked) => this.meetings.meetingsById(caller, asked))
    );
  }
}

const grounds = ({ communeId, restsOn }: Nomination, asked: GroundType) =>
  restsOn.flatMap(({ type, id }) => (type === asked ? [{ communeId, id }] : []));

const papers = ({ communeId, dossier }: Nomination) =>
  dossier.flatMap(({ documentId }) => (documentId === null ? [] : [{ communeId, id: documentId }]));
