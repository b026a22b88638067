import { oneOf } from '../api/shapes.js';

export const paperKinds = [
  ...(['DECISION', 'CORRECTION', 'CERTIFICATE'] as const),
  ...(['PROPOSAL', 'LIST', 'SUMMARY', 'REPORT', 'NOTICE', 'REFUSAL'] as const),
  ...(['MINUTES', 'INVITATION', 'BALLOT', 'COUNT'] as const),
] as const;
export type PaperKind = (typeof paperKinds)[number];
export const paperKind = oneOf(
  'PaperKind',
  paperKinds,
  'DECISION: quyết định. CORRECTION: công văn đính chính. CERTIFICATE: giấy khen. PROPOSAL: tờ trình. ' +
    'LIST: danh sách. SUMMARY: báo cáo tổng hợp. REPORT: báo cáo thành tích. NOTICE: thông báo công khai. ' +
    'REFUSAL: thông báo không khen thưởng. MINUTES: biên bản họp. INVITATION: giấy mời. ' +
    'BALLOT: phiếu biểu quyết. COUNT: biên bản kiểm phiếu.',
);
