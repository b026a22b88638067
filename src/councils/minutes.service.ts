import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { isDay } from '../day.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { brokenNumber } from '../documents/document.rules.js';
import { DocumentsService } from '../documents/documents.service.js';
import { point, points, type Point } from '../points.js';

/** The minutes of a meeting, and their number as printed where it is not recorded yet. */
export interface MinutesPrinted {
  minutes: string;
  number?: number;
  numberSuffix?: string;
}

/** The minutes that close a meeting: judged, and numbered as their paper is. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly documentActs: DocumentActsService,
  ) {}

  /** Gives the minutes the number of their paper, and its day where it is blank. */
  async number(caller: Caller, commune: string, { minutes, number, numberSuffix }: MinutesPrinted): Promise<void> {
    if (number === undefined) return;
    const document = await this.documentActs.documentForUpdate(caller, caller.in(commune).communeId, minutes);
    const issuedOn = document.issuedOn !== null && isDay(document.issuedOn) ? document.issuedOn : caller.on;
    await this.documentActs.complete(caller, document, { number, numberSuffix, issuedOn });
  }

  /** Points against the minutes that close a meeting. */
  async broken(
    caller: Caller,
    commune: string,
    { minutes: id, number, numberSuffix }: MinutesPrinted,
  ): Promise<Point[]> {
    const [document] = await this.documents.documentsById(caller, [{ communeId: caller.in(commune).communeId, id }]);
    return points(
      !document && point('/minutes', 'UNKNOWN', `There is no document ${id}.`),
      document?.fileIds.length === 0 && point('/minutes', 'MINUTES_WITHOUT_FILE', 'The minutes have no file yet.'),
      ...brokenNumber({ number, numberSuffix }),
      caller.signsAs('closeMeeting', commune).way === 'RECORD' &&
        (number ?? document?.number ?? null) === null &&
        point('/number', 'NUMBER_MISSING', 'Whoever records signed minutes says their number.'),
    );
  }
}
