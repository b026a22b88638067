import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { UploadsService } from '../documents/uploads.service.js';
import { PeriodActsService } from '../periods/period-acts.service.js';
import { FindingActsService } from '../submissions/finding-acts.service.js';
import { SubmissionActsService } from '../submissions/submission-acts.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { plan } from './duc-lang-2023.data.js';
import { pageOf } from './evidence.js';
import { mark, reports, type Closing, type Due, type Report } from './reports-2023.data.js';
import { units } from './units.data.js';

const commune = 'duc-lang';

/** Report of the sample with its record. */
interface FiledReport {
  report: Report;
  record: Submission;
}

/** Loads these reports and the acts on their periods: each act by the caller of its office, on its legal date. */
export async function loadReports(
  app: INestApplicationContext,
  bearer: (key: string) => Caller,
  dues: readonly Due[],
): Promise<void> {
  const acts = app.get(SubmissionActsService);
  const findings = app.get(FindingActsService);
  const periods = app.get(PeriodActsService);
  const periodAt = (period: string, expectedVersion: number) => ({ commune, plan: plan.key, period, expectedVersion });
  const clerk = bearer('clerk');
  const verifier = bearer('verifier');
  const chairperson = bearer('chairperson');
  const reporters = new Map([1, 2, 3, 4, 5, 6].map((index) => [`khu-dan-cu-${index}`, bearer(`hamlet-${index}`)]));

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

  /** Files, appraises and approves reports on the days of a due, or on their own. */
  const settle = async (asked: readonly Report[], due: Due): Promise<FiledReport[]> => {
    const filed: FiledReport[] = [];
    for (const report of asked) filed.push(await file(report, due.periods[report.period]!, due.submitted));
    for (const each of filed)
      if (each.record.state === 'SUBMITTED' && each.report.turn.until !== 'SUBMITTED')
        each.record = await appraise(each, due.verified);
    for (const each of filed)
      if (each.record.state === 'VERIFIED' && each.report.turn.until !== 'VERIFIED')
        each.record = await acts.approveSubmission(
          chairperson.acting({ on: due.approved }),
          { commune, id: each.record.id, expectedVersion: each.record.version },
          { entries: each.report.turn.approved },
        );
    return filed;
  };

  for (const due of dues) {
    const { extended, closed } = due;
    const ofDue = reports.filter(({ period }) => due.periods[period] !== undefined);
    const filed = await settle(
      ofDue.filter(({ turn }) => !turn.days),
      due,
    );
    if (extended) {
      const { on, period, ...extension } = extended;
      await periods.extendDeadline(clerk.acting({ on }), periodAt(period, 0), extension);
    }
    for (const report of ofDue)
      if (report.turn.days) filed.push(...(await settle([report], { ...due, ...report.turn.days })));
    if (closed) await close(closed, filed);
  }

  /** Closes a period, and reopens it for the correction of a report. */
  async function close({ on, period, reason, corrected }: Closing, filed: readonly FiledReport[]): Promise<void> {
    const actingOn = (day: string) => chairperson.acting({ on: day });
    const closed = await periods.closePeriod(actingOn(on), periodAt(period, 0), { reason });
    const why = { reason: corrected.reason };
    const opened = await periods.reopenPeriod(actingOn(corrected.submitted), periodAt(period, closed.version), why);
    const wrong = filed.find(({ report }) => report.unit === corrected.unit && report.period === period)!;
    await correct(wrong.record.id, corrected);
    await periods.closePeriod(actingOn(corrected.approved), periodAt(period, opened.version), { reason });
  }

  /** Corrects an approved report: the correction is submitted, verified and approved in the same way. */
  async function correct(wrong: string, corrected: Closing['corrected']): Promise<void> {
    const { unit, reason, entries } = corrected;
    const reporter = reporters.get(unit)!.acting({ on: corrected.submitted });
    const { id, version } = await acts.correctSubmission(reporter, { commune, id: wrong }, { reason });
    const versionOf = (expectedVersion: number) => ({ commune, id, expectedVersion });
    const amended = await acts.amendSubmission(reporter, versionOf(version), { entries });
    const submitted = await acts.submitSubmission(reporter, versionOf(amended.version));
    const verified = await acts.verifySubmission(
      verifier.acting({ on: corrected.verified }),
      versionOf(submitted.version),
      {},
    );
    await acts.approveSubmission(chairperson.acting({ on: corrected.approved }), versionOf(verified.version), {});
  }
}
