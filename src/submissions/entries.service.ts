import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { FilesService } from '../documents/files.service.js';
import type { Confirmation } from '../indicators/indicator-members.view.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import type { PlanSettings } from '../indicators/plan-settings.view.js';
import { Entry, Evidence } from './entry.entity.js';
import { amendEntries, type EntryValues, type FiguresTaken } from './entry.rules.js';
import type { Submission } from './submission.entity.js';
import type { EntryGiven } from './submission.inputs.js';
import { contentHash } from './submission.rules.js';
import { SubmissionsQueries, type ReportedIndicators } from './submissions.queries.js';

/** A report whose entries change. */
export interface Amending {
  unitId: string;
  period: string;
  entries: readonly EntryValues[];
  indicators: ReportedIndicators;
  planSettings: PlanSettings;
  /** Codes by which figures are meant that would be asked back. */
  confirm?: readonly Confirmation[];
}

/** The entries of reports. Part of the write of an act on the report. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly database: Database,
    private readonly queries: SubmissionsQueries,
    private readonly files: FilesService,
  ) {}

  /** The entries of a report after a change, every rule they break, and the points that ask figures back. */
  async amend(
    reach: Reach,
    { unitId, period, entries, indicators, planSettings, confirm }: Amending,
    given: readonly EntryGiven[],
  ): Promise<FiguresTaken> {
    const named = given.flatMap(({ evidenceIds = [] }) => evidenceIds);
    const files = await this.files.filesNamed(reach, named);
    const of = { unitId, period, seasons: daysOfSeasons(planSettings) };
    return amendEntries(entries, given, { indicators, files, of, confirm });
  }

  /** The hash of a report's content, as `contentHash` has it. */
  async hash(reach: Reach, said: Parameters<typeof contentHash>[0] & Pick<Submission, 'contentSalt'>): Promise<string> {
    const files = said.entries.flatMap(({ evidenceIds }) => evidenceIds);
    return contentHash(said, { salt: said.contentSalt, sha256: await this.queries.hashes(reach, files) });
  }

  /** Inserts the first entries of a report. */
  insert(reach: Reach, submissionId: string, entries: readonly EntryValues[]): Promise<void> {
    return this.replace(reach, { id: submissionId, entries: [] }, entries);
  }

  /** Writes the entries that are new or another, with the files that prove them, and deletes those that are gone. */
  async replace(
    { communeId }: Reach,
    { id: submissionId, entries: before }: { id: string; entries: readonly EntryValues[] },
    after: readonly EntryValues[],
  ): Promise<void> {
    const { manager } = this.database;
    const of = (entries: readonly EntryValues[]) => ({
      communeId,
      submissionId,
      indicatorId: In(entries.map(({ indicatorId }) => indicatorId)),
    });
    const stays = new Set(after.map(({ indicatorId }) => indicatorId));
    const gone = before.filter(({ indicatorId }) => !stays.has(indicatorId));
    if (gone.length > 0) await manager.delete(Entry, of(gone));
    const known = new Map(before.map((entry) => [entry.indicatorId, entry]));
    const changed = after.filter((entry) => {
      const old = known.get(entry.indicatorId);
      return !isDeepStrictEqual(old, { ...old, ...entry });
    });
    const rowOf = ({ evidenceIds: _, indicatorCode: __, ...columns }: EntryValues) => ({
      ...columns,
      communeId,
      submissionId,
    });
    const isKnown = ({ indicatorId }: EntryValues) => known.has(indicatorId);
    for (const entry of changed.filter(isKnown)) await manager.update(Entry, of([entry]), rowOf(entry));
    await this.database.insert(Entry, changed.filter((entry) => !isKnown(entry)).map(rowOf));
    const proved = changed.filter(
      (entry) => !isDeepStrictEqual(known.get(entry.indicatorId)?.evidenceIds ?? [], entry.evidenceIds),
    );
    if (proved.length > 0) await manager.delete(Evidence, of(proved));
    await this.database.insert(
      Evidence,
      proved.flatMap(({ indicatorId, evidenceIds }) =>
        evidenceIds.map((fileId) => ({ communeId, submissionId, indicatorId, fileId })),
      ),
    );
  }
}
