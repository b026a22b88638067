import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import type { JournaledAct } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { FilesService } from '../documents/files.service.js';
import { RecordsService } from '../journal/records.service.js';
import type { Point } from '../points.js';
import { Refusal } from '../refusals.js';
import type { ScoreColumn, ScoreOccurrence } from './score-column.view.js';
import { ScoreEvidence, ScoreSheet } from './score-sheet.entity.js';
import type { ScoreSheetAt, SelfScore } from './score-sheet.inputs.js';
import { scored } from './score-column.rules.js';
import { evidenceOf, notInForce } from './score-sheet.rules.js';
import type { scoreSheetWorkflow } from './score-sheet.workflow.js';
import type { ScoreSheetRow } from './score-sheets.queries.js';
import { ScoreSheetsService, spanOfSheet, type JudgingScheme } from './score-sheets.service.js';

/** The steps of a score sheet's life, and the files that prove it. */
@Injectable()
export class ScoreSheetStepsService {
  constructor(
    private readonly database: Database,
    private readonly sheets: ScoreSheetsService,
    private readonly files: FilesService,
    private readonly records: RecordsService,
  ) {}

  /** One step of a sheet's life, judged by its scheme. The files that prove it are those of its columns then. */
  act(
    caller: Caller,
    step: { act: JournaledAct<typeof scoreSheetWorkflow>; at: AtVersion<ScoreSheetAt>; reason?: string },
    decide: (before: ScoreSheetRow, judged: JudgingScheme) => Partial<ScoreSheet> | Promise<Partial<ScoreSheet>>,
  ): Promise<ScoreSheet> {
    return this.records.act(caller, { type: this.sheets.recordType, ...step }, async (before) => {
      const reach = caller.reachIn(step.at.commune);
      const [judged] = await this.sheets.judgedBy(reach, [{ ...before, span: spanOfSheet(before) }]);
      if (!judged) throw new Refusal('RULE', {}, [notInForce(before.period)]);
      const set = await decide(before, judged);
      await this.prove(reach, { ...before, ...set });
      return set;
    });
  }

  /** A column by what the caller gives, with every rule that it breaks. */
  async column(
    caller: Caller,
    {
      judged,
      input,
      before,
      known = before?.occurrences ?? [],
      allowances = [],
    }: {
      judged: JudgingScheme;
      input: SelfScore;
      before?: ScoreColumn;
      known?: readonly ScoreOccurrence[];
      allowances?: readonly { line: string }[];
    },
  ): Promise<{ column: ScoreColumn; broken: Point[] }> {
    const named = (input.occurrences ?? []).flatMap(({ evidenceIds = [] }) => evidenceIds);
    const files = await this.files.filesNamed(caller.reachById(judged.communeId), named);
    const allowed = new Set(allowances.map(({ line }) => line));
    const { values, broken } = scored({ ...judged, before, on: caller.on, known, files, allowed }, input);
    return { column: { by: caller.id, on: caller.on, ...values }, broken };
  }

  /** Writes which files prove a sheet. */
  async prove(
    { communeId }: Reach,
    { id: sheetId, ...columns }: Pick<ScoreSheet, 'id' | 'self' | 'verified' | 'final'>,
  ): Promise<void> {
    await this.database.manager.delete(ScoreEvidence, { communeId, sheetId });
    await this.database.insert(
      ScoreEvidence,
      evidenceOf(columns).map((fileId) => ({ communeId, sheetId, fileId })),
    );
  }
}
