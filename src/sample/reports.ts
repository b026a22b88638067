import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { UploadsService } from '../documents/uploads.service.js';
import { FindingActsService } from '../submissions/finding-acts.service.js';
import { SubmissionActsService } from '../submissions/submission-acts.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { plan } from './duc-lang-2023.data.js';
import { pageOf } from './evidence.js';
import { mark, reports, type Due, type Report } from './reports-2023.data.js';
import { units } from './units.data.js';

const commune = 'duc-lang';

/** Report of the sample with its record. */
interface FiledReport {
  report: Report;
  record: Submission;
}

/** Loads the reports of these due dates: each act by the caller of its office, on its legal date. */
export async function loadReports(
  app: INestApplicationContext,
  bearer: (key: string) => Caller,
  dues: readonly Due[],
): Promise<void> {
  const acts = app.get(SubmissionActsService);
  const findings = app.get(FindingActsService);
  const clerk = bearer('clerk');
  const verifier = bearer('verifier');
  const chairperson = bearer('chairperson');
  const reporters = new Map([1, 2, 3, 4, 5, 6].map((place) => [`khu-dan-cu-${place}`, bearer(`hamlet-${place}`)]));

  /** Caller of a report: the reporter of a residential area, or the clerk on behalf of an office. */
  const callerOf = async ({ unit }: Report, called: string, on: string): Promise<Caller> => {
    const reporter = reporters.get(unit);
    if (reporter) return reporter.acting({ on });
    const issuer = units.find(({ code }) => code === unit)?.name ?? unit;
    const sheet = {
      type: 'BC',
      year: Number(on.slice(0, 4)),
      issuedOn: on,
      issuer,
      title: `Báo cáo ${called} của ${issuer} ${mark}`,
    };
    const { id } = await app.get(DocumentActsService).recordDocument(clerk.acting({ on }), commune, sheet);
    return clerk.acting({ on, onBehalfOf: unit, legalReference: id });
  };

  const file = async (report: Report, called: string, on: string): Promise<FiledReport> => {
    const { unit, period, turn } = report;
    const caller = await callerOf(report, called, on);
    const proof =
      report.toProve.length > 0
        ? [(await app.get(UploadsService).uploadFile(caller, { commune }, { file: pageOf(`minh-chung-${unit}`) })).id]
        : [];
    const toProve = report.toProve.map((entry) => ({ ...entry, evidenceIds: proof }));
    const written = {
      plan: plan.key,
      unit,
      period,
      narrative: { done: `Báo cáo ${called} ${mark}.`, ...turn.narrative },
      entries: [...report.entries, ...toProve],
    };
    const submit = async () => {
      const { id, version } = await acts.draftSubmission(caller, commune, written);
      return acts.submitSubmission(caller, { commune, id, expectedVersion: version });
    };
    if (turn.until === 'DRAFT') return { report, record: await acts.draftSubmission(caller, commune, written) };
    if (turn.withdrawn !== undefined) {
      const { id, version } = await submit();
      await acts.withdrawSubmission(caller, { commune, id, expectedVersion: version }, { reason: turn.withdrawn });
    }
    let record = await submit();
    for (const each of turn.explained ?? [])
      record = await findings.explainFinding(caller, { commune, id: record.id, expectedVersion: record.version }, each);
    return { report, record };
  };

  const appraise = async (
    { report: { turn }, record: { id, version } }: FiledReport,
    on: string,
  ): Promise<Submission> =>
    turn.returned
      ? acts.returnSubmission(verifier.acting({ on }), { commune, id, expectedVersion: version }, turn.returned)
      : acts.verifySubmission(
          verifier.acting({ on }),
          { commune, id, expectedVersion: version },
          { entries: turn.verified },
        );

  for (const { periods, submitted, verified, approved } of dues) {
    const filed: FiledReport[] = [];
    for (const report of reports)
      if (periods[report.period]) filed.push(await file(report, periods[report.period]!, submitted));
    for (const each of filed)
      if (each.record.state === 'SUBMITTED' && each.report.turn.until !== 'SUBMITTED')
        each.record = await appraise(each, verified);
    for (const each of filed) {
      if (each.record.state !== 'VERIFIED' || each.report.turn.until === 'VERIFIED') continue;
      each.record = await acts.approveSubmission(
        chairperson.acting({ on: approved }),
        { commune, id: each.record.id, expectedVersion: each.record.version },
        { entries: each.report.turn.approved },
      );
      await correct(each);
    }
  }

  /** Corrects an approved report: the correction is submitted, verified and approved in the same way. */
  async function correct({
    report: {
      unit,
      turn: { corrected },
    },
    record,
  }: FiledReport): Promise<void> {
    if (!corrected) return;
    const reporter = reporters.get(unit)!.acting({ on: corrected.submitted });
    const { id, version } = await acts.correctSubmission(
      reporter,
      { commune, id: record.id },
      { reason: corrected.reason },
    );
    const amended = await acts.amendSubmission(
      reporter,
      { commune, id, expectedVersion: version },
      { entries: corrected.entries },
    );
    const submitted = await acts.submitSubmission(reporter, { commune, id, expectedVersion: amended.version });
    const verified = await acts.verifySubmission(
      verifier.acting({ on: corrected.verified }),
      { commune, id, expectedVersion: submitted.version },
      {},
    );
    await acts.approveSubmission(
      chairperson.acting({ on: corrected.approved }),
      { commune, id, expectedVersion: verified.version },
      {},
    );
  }
}
