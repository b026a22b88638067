import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { isDay } from '../day.js';
import { Document } from '../documents/document.entity.js';
import { brokenNumber } from '../documents/document.rules.js';
import { DocumentsService } from '../documents/documents.service.js';
import { brokenQuality } from '../documents/quality.rules.js';
import { SignedPapersService } from '../documents/signed-papers.service.js';
import { point, points, type Point } from '../points.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsQueries } from './meetings.queries.js';

/** The minutes of a meeting, and their number as printed: with a reason where another is recorded. */
export interface MinutesPrinted {
  minutes: string;
  number?: number;
  numberSuffix?: string;
  reason?: string;
}

/** The minutes that close a meeting: judged, and numbered as their paper is. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly queries: MeetingsQueries,
    private readonly documents: DocumentsService,
    private readonly papers: SignedPapersService,
  ) {}

  /** Gives the minutes the number of their paper, and its day where it is blank. */
  async number(caller: Caller, commune: string, paper: MinutesPrinted): Promise<void> {
    const { minutes, number, numberSuffix, reason } = paper;
    if (number === undefined) return;
    const document = await this.papers.documentForUpdate(caller, caller.reachIn(commune).communeId, minutes);
    const issuedOn = document.issuedOn !== null && isDay(document.issuedOn) ? document.issuedOn : caller.on;
    await this.papers.complete(caller, document, { number, numberSuffix, issuedOn, reason });
  }

  /**
   * Points against the minutes that close a meeting; of one that was held they need no number. Holds them: they close
   * no other meanwhile.
   */
  async broken(
    caller: Caller,
    { key: commune, communeId }: Reach,
    {
      act,
      heldOn,
      paper,
    }: Pick<Meeting, 'heldOn'> & { act: 'closeMeeting' | 'recordHeldMeeting'; paper: MinutesPrinted },
  ): Promise<Point[]> {
    const { minutes: id, number, numberSuffix, reason } = paper;
    await hold(this.database, Document, { communeId, ids: [id] });
    const [document] = await this.documents.documentsById(caller, [{ communeId, id }]);
    const other = await this.queries.closedWith(communeId, id);
    return points(
      !document && point('/minutes', 'UNKNOWN', { en: `There is no document ${id}.`, vi: `Không có văn bản ${id}.` }),
      document && brokenQuality(document, { quality: 'MINUTES', pointer: '/minutes', from: heldOn }),
      other !== undefined &&
        point('/minutes', 'MINUTES_TAKEN', {
          en: `The minutes are of the meeting ${other}.`,
          vi: `Biên bản này là của cuộc họp ${other}.`,
        }),
      document?.fileIds.length === 0 && point('/minutes', 'MINUTES_WITHOUT_FILE', 'The minutes have no file yet.'),
      brokenNumber({ number, numberSuffix }),
      document &&
        isRenumbered(document, { number, numberSuffix }) &&
        reason === undefined &&
        point('/reason', 'DIFFERS', {
          en: `The minutes are recorded under the number ${document.number}: say why it differs.`,
          vi: `Biên bản đã ghi số ${document.number}: phải nêu lý do ghi số khác.`,
        }),
      act === 'closeMeeting' &&
        caller.signsAs(act, commune).way === 'RECORD' &&
        (number ?? document?.number ?? null) === null &&
        point('/number', 'NUMBER_MISSING', {
          en: 'Whoever records signed minutes says their number.',
          vi: 'Ghi lại biên bản đã ký thì phải ghi số của biên bản.',
        }),
    );
  }
}

/** Whether a document gets another number than the one it is recorded under. */
const isRenumbered = (
  document: Pick<Document, 'number' | 'numberSuffix'>,
  { number, numberSuffix = null }: { number?: number; numberSuffix?: string | null },
): boolean =>
  number !== undefined &&
  document.number !== null &&
  (document.number !== number || document.numberSuffix !== numberSuffix);
