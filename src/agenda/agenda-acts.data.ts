import type { OperationId } from '../access/permissions.js';
import type { JournaledType } from '../api/kinds.js';
import { word, type Word } from '../word.js';

/** An act of the agenda: the type of the record it is on, and what it is in words. */
export interface AgendaActRow extends Word {
  readonly on: JournaledType;
}

const on = (type: JournaledType, vi: string, en: string): AgendaActRow => ({ on: type, ...word(vi, en) });

/** Acts that the agenda tells of. An act of a source (agenda.service.ts) does not compile without its line here. */
export const agendaActs = {
  issuePlan: on('plan', 'Ban hành kế hoạch', 'Issue the plan'),
  acknowledgePlan: on('plan', 'Phổ biến kế hoạch', 'Make the plan known'),
  registerEmulation: on('plan', 'Đăng ký thi đua', 'Register for emulation'),
  draftSubmission: on('submission', 'Lập báo cáo', 'Draft the report'),
  submitSubmission: on('submission', 'Nộp báo cáo', 'Submit the report'),
  explainFinding: on('submission', 'Giải trình cảnh báo trong báo cáo', 'Explain the findings about the report'),
  verifySubmission: on('submission', 'Thẩm định báo cáo', 'Verify the report'),
  approveSubmission: on('submission', 'Phê duyệt báo cáo', 'Approve the report'),
  correctSubmission: on('submission', 'Báo cáo số chính thức thay số ước', 'Report the final figures'),
  closePeriod: on('period', 'Chốt số liệu', 'Close the period'),
  adoptScheme: on('scheme', 'Áp dụng thang điểm', 'Adopt the scoring scheme'),
  submitScores: on('sheet', 'Nộp phiếu chấm điểm', 'Submit the score sheet'),
  verifyScore: on('sheet', 'Thẩm định phiếu chấm điểm', 'Verify the score sheet'),
  concludeScore: on('sheet', 'Kết luận phiếu chấm điểm', 'Conclude the score sheet'),
  publishStandings: on('standings', 'Công bố bảng xếp loại', 'Publish the standings'),
  nominate: on('round', 'Đề nghị khen thưởng', 'Nominate'),
  submitNomination: on('nomination', 'Nộp đề nghị khen thưởng', 'Submit the nomination'),
  submitNominations: on('round', 'Nộp các đề nghị khen thưởng', 'Submit the nominations'),
  appraiseNomination: on('nomination', 'Thẩm định đề nghị khen thưởng', 'Appraise the nomination'),
  appraiseNominations: on('round', 'Thẩm định các đề nghị khen thưởng', 'Appraise the nominations'),
  openConsultation: on('round', 'Công khai danh sách lấy ý kiến', 'Hang the list for consultation'),
  closeConsultation: on('consultation', 'Kết thúc đợt công khai, lấy ý kiến', 'Close the consultation'),
  answerObjection: on('objection', 'Trả lời phản ánh', 'Answer the objection'),
  forwardNomination: on('nomination', 'Trình cấp trên đề nghị khen thưởng', 'Forward the nomination'),
  receiveNomination: on('nomination', 'Tiếp nhận hồ sơ đề nghị', 'Receive the nomination'),
  recordOutcome: on('nomination', 'Ghi kết quả xét của cấp trên', 'Record the outcome above'),
  conveneMeeting: on('round', 'Triệu tập họp xét khen thưởng', 'Convene a meeting'),
  draftDecision: on('round', 'Soạn quyết định khen thưởng', 'Draft the decision'),
  closeRound: on('round', 'Đóng đợt xét', 'Close the round'),
  recordAttendance: on('meeting', 'Ghi thành phần dự họp', 'Record the attendance'),
  recordOpinion: on('meeting', 'Gửi ý kiến bằng văn bản', 'Hand in a written opinion'),
  recordTallies: on('meeting', 'Ghi kết quả biểu quyết', 'Record the counts'),
  confirmTally: on('meeting', 'Xác nhận kết quả kiểm phiếu', 'Confirm the counts'),
  closeMeeting: on('meeting', 'Kết thúc cuộc họp', 'Close the meeting'),
  signDecision: on('decision', 'Ký quyết định khen thưởng', 'Sign the decision'),
  payAwards: on('decision', 'Chi tiền thưởng theo quyết định', 'Pay the awards of the decision'),
  presentAwards: on('decision', 'Trao tặng theo quyết định', 'Present the awards of the decision'),
  settleComplaint: on('complaint', 'Giải quyết khiếu nại', 'Settle the complaint'),
  answerRemark: on('remark', 'Trả lời ý kiến cấp trên', 'Answer the remark'),
} as const satisfies Partial<Record<OperationId, AgendaActRow>>;

export type AgendaAct = keyof typeof agendaActs;

/** Types of the records that these acts are on. */
export const agendaTypes = [...new Set(Object.values(agendaActs).map((act) => act.on))];
export type AgendaType = (typeof agendaTypes)[number];
