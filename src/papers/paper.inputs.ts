import { Asked, Parameters } from '../api/asked.js';
import { code, id, oneOf } from '../api/shapes.js';

export const meetingPapers = ['MINUTES', 'INVITATION', 'BALLOT', 'COUNT'] as const;
export type MeetingPaperKind = (typeof meetingPapers)[number];
export const meetingPaperKind = oneOf(
  'MeetingPaperKind',
  meetingPapers,
  'MINUTES: biên bản họp. INVITATION: giấy mời. BALLOT: phiếu biểu quyết. COUNT: biên bản kiểm phiếu.',
);

/** Names the paper of a meeting. */
@Parameters()
export class MeetingPaperAsked {
  @Asked(meetingPaperKind, 'Kind of paper; left out: MINUTES.', { optional: true })
  kind?: MeetingPaperKind;
}

export const nominationPapers = ['PROPOSAL', 'LIST', 'SUMMARY', 'REPORT', 'NOTICE'] as const;
export type NominationPaperKind = (typeof nominationPapers)[number];
export const nominationPaperKind = oneOf(
  'NominationPaperKind',
  nominationPapers,
  'PROPOSAL: tờ trình. LIST: danh sách. SUMMARY: báo cáo tổng hợp. REPORT: báo cáo thành tích of one nominee. ' +
    'NOTICE: thông báo công khai.',
);

/** Names the paper of a round. */
@Parameters()
export class NominationPaperAsked {
  @Asked(nominationPaperKind, 'Kind of paper; left out: PROPOSAL.', { optional: true })
  kind?: NominationPaperKind;

  @Asked(code, 'Only nominations for this award form.', { optional: true })
  form?: string;

  @Asked(code, 'Only nominees of this unit and below.', { optional: true })
  unit?: string;

  @Asked(code, 'Unit that proposes; left out: `unit`, or the commune.', { optional: true })
  by?: string;

  @Asked(id, 'Id of the nomination that a REPORT is of.', { optional: true })
  nomination?: string;
}

export const certificatePrints = ['WHOLE', 'OVERPRINT'] as const;
export type CertificatePrint = (typeof certificatePrints)[number];
export const certificatePrint = oneOf(
  'CertificatePrint',
  certificatePrints,
  'WHOLE: on blank paper. OVERPRINT: the text alone, on a bought form (phôi) of the size that the template says.',
);

/** Names how a certificate is printed. */
@Parameters()
export class CertificateAsked {
  @Asked(certificatePrint, 'On blank paper, or on a bought form; left out: WHOLE.', { optional: true })
  print?: CertificatePrint;
}
