/**
 * Each record with a workflow, and each of its states, as a person says them in Vietnamese: "đợt xét đã đóng". A record
 * type names its record here, and does not compile while a state of it has no words.
 */
export const stateWords = {
  unit: { record: 'đơn vị', states: { VALID: 'đang hoạt động', CLOSED: 'đã kết thúc' } },
  document: { record: 'văn bản', states: { RECORDED: 'đã ghi', PUBLISHED: 'đã ban hành hoặc đã ký' } },
  file: { record: 'tệp', states: { RECORDED: 'đã tải lên', PUBLISHED: 'thuộc văn bản đã ban hành hoặc đã ký' } },
  actor: { record: 'người dùng', states: { KNOWN: 'đã có' } },
  appointment: { record: 'phân công', states: { APPOINTED: 'là phân công', DELEGATED: 'là ủy quyền' } },
  key: {
    record: 'khóa truy cập',
    states: {
      ACTIVE: 'đang dùng',
      PENDING: 'đang chờ xác nhận',
      CONFIRMED: 'đã xác nhận',
      EXPIRED: 'đã hết hạn',
      REVOKED: 'đã thu hồi',
    },
  },
  plan: { record: 'kế hoạch', states: { DRAFT: 'chưa ban hành', ISSUED: 'đã ban hành', CLOSED: 'đã kết thúc' } },
  period: { record: 'kỳ báo cáo', states: { OPEN: 'chưa chốt', CLOSED: 'đã chốt' } },
  submission: {
    record: 'báo cáo',
    states: {
      DRAFT: 'chưa nộp',
      SUBMITTED: 'đã nộp',
      RETURNED: 'đang bổ sung',
      VERIFIED: 'đã thẩm định',
      APPROVED: 'đã phê duyệt',
      WITHDRAWN: 'đã rút',
      SUPERSEDED: 'đã được thay bằng bản đính chính',
    },
  },
  scheme: { record: 'thang điểm', states: { DRAFT: 'chưa áp dụng', ADOPTED: 'đã áp dụng' } },
  sheet: {
    record: 'phiếu chấm điểm',
    states: {
      DRAFT: 'chưa nộp',
      SUBMITTED: 'đã nộp',
      RETURNED: 'đang bổ sung',
      VERIFIED: 'đã thẩm định',
      CONCLUDED: 'đã kết luận',
    },
  },
  publication: { record: 'bảng xếp loại', states: { CANDIDATE: 'chưa công bố', PUBLISHED: 'đã công bố' } },
  round: { record: 'đợt xét', states: { OPEN: 'đang mở', CLOSED: 'đã đóng' } },
  nomination: {
    record: 'đề nghị',
    states: {
      DRAFT: 'chưa nộp',
      SUBMITTED: 'đã nộp',
      RETURNED: 'đang bổ sung',
      APPRAISED: 'đã thẩm định',
      RECOMMENDED: 'được hội đồng đồng ý',
      NOT_RECOMMENDED: 'không được hội đồng đồng ý',
      GRANTED: 'đã được khen thưởng',
      REFUSED: 'không được khen thưởng',
      WITHDRAWN: 'đã rút',
    },
  },
  member: { record: 'thành viên', states: { APPOINTED: 'đã được cử' } },
  meeting: { record: 'cuộc họp', states: { CONVENED: 'đã triệu tập', CLOSED: 'đã kết thúc', CANCELLED: 'đã hủy' } },
  decision: { record: 'quyết định', states: { DRAFT: 'chưa ký', SIGNED: 'đã ký', CANCELLED: 'đã hủy' } },
  award: { record: 'khen thưởng', states: { GRANTED: 'đã tặng', REVOKED: 'đã hủy bỏ' } },
} as const satisfies Record<string, { record: string; states: Readonly<Record<string, string>> }>;

type Words = typeof stateWords;

/** Record with a workflow. */
export type Stated = keyof Words;

/** State of a record. */
export type StateOf<Of extends Stated> = keyof Words[Of]['states'] & string;

/** A state of some record, with the record. */
export type StateIn = { [Of in Stated]: { of: Of; state: StateOf<Of> } }[Stated];
