import { createHash } from 'node:crypto';
import { jcs } from '../journal/chain.rules.js';
import type { Point } from '../refusals.js';
import type { Told } from './entry.rules.js';
import type { Submission } from './submission.entity.js';

/** What keeps a report from being submitted: that it says nothing, and every figure that must be proved and is not. */
export function brokenReport({ narrative, entries }: Pick<Submission, 'narrative' | 'entries'>, evidenceRequired: ReadonlySet<string>): Point[] {
  if (entries.length === 0 && Object.values(narrative).every((part) => !part)) return [{ pointer: '/entries', code: 'EMPTY', detail: 'The report holds neither a figure nor prose.' }];
  return entries
    .filter(({ indicatorCode, reported, evidenceIds }) => evidenceRequired.has(indicatorCode) && reported !== null && evidenceIds.length === 0)
    .map(({ indicatorCode }) => ({ pointer: `/entries/${indicatorCode}/evidenceIds`, code: 'EVIDENCE_MISSING', detail: `"${indicatorCode}" needs evidence.` }));
}

/** SHA-256 (hex) of what a report says, in RFC 8785 form. `sha256` tells the hash of each evidence file by its id. */
export function contentHash({ unitCode, plan, period, narrative, entries }: Pick<Submission, 'unitCode' | 'plan' | 'period' | 'narrative'> & { entries: readonly Told[] }, sha256: ReadonlyMap<string, string>): string {
  const said = entries.map(({ indicatorCode, reported, outOf, nothingToReport, note, verified, verifiedReason, evidenceIds }) => ({
    indicatorCode,
    reported,
    outOf,
    nothingToReport,
    note,
    verified,
    verifiedReason,
    evidence: evidenceIds.map((file) => sha256.get(file) ?? null).sort(),
  }));
  return createHash('sha256').update(jcs({ unitCode, plan, period, narrative, entries: said })).digest('hex');
}
