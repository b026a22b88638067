import { Asked, AskedAs, Parameters } from '../api/asked.js';
import { code, id, oneOf } from '../api/shapes.js';
import { prose } from '../api/text-shapes.js';
import { Award } from '../commendations/award.entity.js';

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

export const nominationPapers = ['PROPOSAL', 'LIST', 'SUMMARY', 'REPORT', 'NOTICE', 'REFUSAL'] as const;
export type NominationPaperKind = (typeof nominationPapers)[number];
export const nominationPaperKind = oneOf(
  'NominationPaperKind',
  nominationPapers,
  'PROPOSAL: tờ trình. LIST: danh sách. SUMMARY: báo cáo tổng hợp. REPORT: báo cáo thành tích of one nominee. ' +
    'NOTICE: thông báo công khai. REFUSAL: thông báo không khen thưởng, with the reasons.',
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

  @Asked(code, 'Unit that proposes; left out: `unit`, the council that met on all, or the commune.', { optional: true })
  by?: string;

  @Asked(id, 'Id of the nomination that a REPORT is of; of a REFUSAL: only this one.', { optional: true })
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

/** Names a misprint of an award, as it reads rightly. */
@Parameters()
export class CorrectionPaperAsked {
  @AskedAs(Award, { optional: true }) recipientName?: string;
  @AskedAs(Award, { optional: true }) formName?: string;
  @AskedAs(Award, { optional: true }) period?: string;

  @Asked(prose(2000), 'Citation, as it reads rightly.', { optional: true })
  citation?: string;
}
