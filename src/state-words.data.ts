import { word } from './word.js';

/** Words for the records: one in Vietnamese, which has no plural; several in English. */
export const recordWords = {
  unit: word('đơn vị', 'units'),
  document: word('văn bản', 'documents'),
  file: word('tệp', 'files'),
  plan: word('kế hoạch', 'plans'),
  period: word('kỳ báo cáo', 'periods'),
  holiday: word('ngày nghỉ', 'holidays'),
  indicator: word('chỉ tiêu', 'indicators'),
  target: word('mức giao', 'targets'),
  acknowledgement: word('xác nhận phổ biến kế hoạch', 'acknowledgements'),
  submission: word('báo cáo', 'reports'),
  result: word('kết quả', 'results'),
  remark: word('ý kiến của cấp trên', 'remarks'),
  scheme: word('thang điểm', 'scoring schemes'),
  sheet: word('phiếu chấm điểm', 'score sheets'),
  standings: word('bảng xếp loại', 'tables of standings'),
  publication: word('bảng xếp loại', 'tables of standings'),
  standing: word('kết quả xếp loại', 'standings'),
  round: word('đợt xét', 'rounds'),
  nomination: word('đề nghị khen thưởng', 'nominations'),
  outcome: word('kết quả của cấp trên', 'outcomes from above'),
  consultation: word('đợt công khai, lấy ý kiến', 'consultations'),
  listing: word('tên trong danh sách công khai', 'nominees on lists'),
  objection: word('phản ánh', 'objections'),
  fact: word('dữ kiện', 'facts'),
  registration: word('đăng ký thi đua', 'registrations'),
  member: word('thành viên hội đồng', 'council members'),
  meeting: word('cuộc họp hội đồng', 'council meetings'),
  decision: word('quyết định', 'decisions'),
  payment: word('khoản chi, thu hồi tiền thưởng', 'payments'),
  complaint: word('khiếu nại', 'complaints'),
  fund: word('quỹ thi đua, khen thưởng', 'funds'),
  rounding: word('cách làm tròn tiền thưởng', 'roundings'),
  template: word('mẫu văn bản', 'templates of papers'),
  award: word('khen thưởng', 'awards'),
  actor: word('người dùng', 'actors'),
  appointment: word('phân công', 'appointments'),
  key: word('khóa truy cập', 'keys'),
  identity: word('tài khoản đăng nhập', 'identities'),
  webhook: word('địa chỉ nhận thông báo', 'webhooks'),
  personal: word('dữ liệu cá nhân', 'personal values'),
  'rule-set': word('quy định theo thời kỳ', 'rule sets'),
  'base-salary': word('mức lương cơ sở', 'base salaries'),
  'award-form': word('hình thức khen thưởng', 'award forms'),
  commune: word('xã', 'communes'),
  superior: word('cấp trên', 'superiors'),
  supervision: word('quan hệ cấp trên', 'supervisions'),
};

/** Type of a record that has a word. */
export type RecordWord = keyof typeof recordWords;

/**
 * Each state of each record with a workflow, as a person says it in Vietnamese behind the record: "đợt xét đã đóng". A
 * record type names its record here, and does not compile while a state of it has no words.
 */
export const stateWords = {
  unit: { VALID: 'đang hoạt động', CLOSED: 'đã kết thúc' },
  document: { RECORDED: 'đã ghi', PUBLISHED: 'đã ban hành hoặc đã ký' },
  file: { RECORDED: 'đã tải lên', PUBLISHED: 'thuộc văn bản đã ban hành hoặc đã ký' },
  actor: { KNOWN: 'đã có' },
  appointment: { APPOINTED: 'không phải là ủy quyền', DELEGATED: 'là ủy quyền' },
  key: {
    ACTIVE: 'đang dùng',
    PENDING: 'đang chờ xác nhận',
    CONFIRMED: 'đã xác nhận',
    EXPIRED: 'đã hết hạn',
    REVOKED: 'đã thu hồi',
  },
  identity: { ACTIVE: 'đang dùng', PENDING: 'đang chờ xác nhận', CONFIRMED: 'đã xác nhận' },
  webhook: { ACTIVE: 'đang gửi', FAILING: 'đang gửi lại', PAUSED: 'đang tạm dừng' },
  plan: { DRAFT: 'chưa ban hành', ISSUED: 'đã ban hành', CLOSED: 'đã kết thúc' },
  period: { OPEN: 'chưa chốt số liệu', CLOSED: 'đã chốt số liệu' },
  submission: {
    DRAFT: 'chưa nộp',
    SUBMITTED: 'đã nộp',
    RETURNED: 'đang bổ sung',
    VERIFIED: 'đã thẩm định',
    APPROVED: 'đã phê duyệt',
    WITHDRAWN: 'đã rút',
    SUPERSEDED: 'đã được thay bằng bản đính chính',
  },
  remark: { OPEN: 'chưa được trả lời', ANSWERED: 'đã được trả lời', WITHDRAWN: 'đã rút' },
  scheme: { DRAFT: 'chưa áp dụng', ADOPTED: 'đã áp dụng' },
  sheet: {
    DRAFT: 'chưa nộp',
    SUBMITTED: 'đã nộp',
    RETURNED: 'đang bổ sung',
    VERIFIED: 'đã thẩm định',
    CONCLUDED: 'đã kết luận',
  },
  publication: { CANDIDATE: 'chưa công bố', PUBLISHED: 'đã công bố' },
  round: { OPEN: 'đang mở', CLOSED: 'đã đóng' },
  nomination: {
    DRAFT: 'chưa nộp',
    SUBMITTED: 'đã nộp',
    RETURNED: 'đang bổ sung',
    APPRAISED: 'đã thẩm định',
    CONSULTED: 'đã công khai, lấy ý kiến',
    RECOMMENDED: 'được hội đồng đồng ý',
    NOT_RECOMMENDED: 'không được hội đồng đồng ý',
    FORWARDED: 'đã trình cấp trên',
    GRANTED: 'đã được khen thưởng',
    REFUSED: 'không được khen thưởng',
    WITHDRAWN: 'đã rút',
  },
  payment: { MADE: 'đã ghi' },
  complaint: { ACCEPTED: 'đã thụ lý', SETTLED: 'đã được giải quyết', WITHDRAWN: 'đã rút' },
  consultation: { OPEN: 'đang công khai', CLOSED: 'đã kết thúc', CANCELLED: 'đã hủy' },
  objection: { RAISED: 'chưa được trả lời', ANSWERED: 'đã được trả lời' },
  fact: { RECORDED: 'đã được ghi' },
  registration: { REGISTERED: 'đang có hiệu lực', ENDED: 'đã rút' },
  member: { APPOINTED: 'đã được cử' },
  meeting: { CONVENED: 'đã triệu tập', CLOSED: 'đã kết thúc', CANCELLED: 'đã hủy' },
  decision: { DRAFT: 'chưa ký', SIGNED: 'đã ký', CANCELLED: 'đã hủy' },
  award: { GRANTED: 'đã được tặng', REVOKED: 'đã bị hủy bỏ' },
} as const satisfies Partial<Record<keyof typeof recordWords, Readonly<Record<string, string>>>>;

type Words = typeof stateWords;

/** Record with a workflow. */
export type RecordWithStates = keyof Words;

/** State of a record. */
export type StateOf<Of extends RecordWithStates> = keyof Words[Of] & string;

/** A state of some record, with the record. */
export type StateIn = { [Of in RecordWithStates]: { of: Of; state: StateOf<Of> } }[RecordWithStates];
