/**
 * Every refusal the program can give: HTTP status, then what a person reads in Vietnamese and in English.
 * A refusal is a request understood and declined. Codes are stable and never reused; `{name}` is filled from `details`.
 */
export const refusals = {
  INVALID: [
    400,
    'Dữ liệu gửi lên chưa đúng; xem từng mục trong "errors".',
    'What was sent is not in order; see "errors" for each point.',
  ],
  MALFORMED: [400, 'Không đọc được nội dung gửi lên.', 'The request could not be read.'],
  QUERY_REFUSED: [400, 'Câu truy vấn GraphQL không hợp lệ: {message}', 'The GraphQL document is not valid: {message}'],
  ONE_MUTATION: [
    400,
    'Với tiêu đề hay tham số này, yêu cầu GraphQL chỉ chứa một mutation.',
    'With this header or parameter a GraphQL request holds exactly one mutation.',
  ],
  QUERY_TOO_COSTLY: [
    400,
    'Câu truy vấn GraphQL quá nặng: {limit} là {found}, tối đa {most}. Hãy chia nhỏ, hoặc giảm "first".',
    'The GraphQL document asks for too much: {limit} is {found}, at most {most}. Split it, or lower "first".',
  ],
  TOO_DEEP: [400, 'Nội dung gửi lên lồng nhau quá {most} tầng.', 'The body is nested more than {most} levels deep.'],
  CURSOR_INVALID: [
    400,
    'Con trỏ không đúng dạng; hãy bắt đầu lại không kèm con trỏ.',
    'The cursor is not one of ours; start again without it.',
  ],
  NOT_VALIDATABLE: [400, 'Việc này không chạy thử được.', 'This cannot be rehearsed.'],
  FILE_EMPTY: [400, 'Tệp rỗng.', 'The file is empty.'],
  UNAUTHENTICATED: [401, 'Cần khóa truy cập còn hiệu lực.', 'A valid API key is needed.'],
  FORBIDDEN: [403, 'Phân công của bạn không cho phép việc này.', 'Your appointments do not allow this.'],
  SCOPE_MISSING: [403, 'Khóa truy cập thiếu phạm vi {scope}.', 'The API key lacks the scope {scope}.'],
  BACKDATE_FORBIDDEN: [
    403,
    'Phân công của bạn không cho phép ghi lùi ngày.',
    'Your appointments do not allow an earlier legal date.',
  ],
  FOUR_EYES: [
    403,
    'Việc này phải do người khác làm: không ai tự phê duyệt, tự bổ nhiệm hay tự ủy quyền.',
    'Somebody else must do this: nobody approves what they submitted, or appoints themselves.',
  ],
  STAND_IN_FORBIDDEN: [
    403,
    'Phân công của bạn không cho phép làm thay đơn vị.',
    'Your appointments do not allow acting on behalf of a unit.',
  ],
  ON_BEHALF_MISSING: [
    403,
    'Việc này của đơn vị {unit}: hãy ghi On-Behalf-Of và văn bản làm căn cứ.',
    'This is for {unit} to do: say On-Behalf-Of, and the document it rests on.',
  ],
  NOT_FOUND: [404, 'Không tìm thấy, hoặc bạn không được xem.', 'Not found, or not yours to see.'],
  METHOD_NOT_ALLOWED: [405, 'Địa chỉ này không nhận phương thức {method}.', 'This address does not take {method}.'],
  NOT_ACCEPTABLE: [406, 'Không trả lời được ở định dạng được yêu cầu.', 'None of the requested formats can be given.'],
  TIMED_OUT: [408, 'Yêu cầu gửi lên quá chậm.', 'The request came in too slowly.'],
  STATE: [409, 'Trạng thái {state} không cho phép việc này.', 'The state {state} does not allow this.'],
  CODE_TAKEN: [409, 'Mã này đã được dùng.', 'This code is already taken.'],
  ALREADY_ACKNOWLEDGED: [409, 'Đơn vị đã báo phổ biến kế hoạch này rồi.', 'This unit has already said so.'],
  ALREADY_REPORTED: [
    409,
    'Đơn vị đã có báo cáo (hoặc bản đính chính đang làm) cho kế hoạch và kỳ này.',
    'This unit already has a report, or a correction on its way, for this plan and period.',
  ],
  ALREADY_NOMINATED: [
    409,
    'Đã có đề nghị đang xét cho đơn vị, hình thức này trong đợt.',
    'This nominee already has a live nomination for this form in this round.',
  ],
  ALREADY_BEFORE_MEETING: [
    409,
    'Đề nghị đã được đưa ra một cuộc họp; xem từng mục trong "errors".',
    'A nomination is already before a meeting; see "errors" for each.',
  ],
  ALREADY_IN_DECISION: [
    409,
    'Đề nghị đã nằm trong một quyết định; xem từng mục trong "errors".',
    'A nomination already stands in a decision; see "errors" for each.',
  ],
  NUMBER_TAKEN: [
    409,
    'Số này đã được dùng trong sổ văn bản của năm.',
    'This number is already used in the series of the year.',
  ],
  TERM_OVERLAPS: [409, 'Khoảng thời gian chồng lên khoảng đã có.', 'The time span overlaps one already recorded.'],
  STILL_REFERRED_TO: [
    409,
    'Bản ghi được nhắc tới không tồn tại hoặc còn đang được dùng.',
    'A record referred to does not exist, or is still in use.',
  ],
  KEY_IN_FLIGHT: [
    409,
    'Yêu cầu đầu tiên với khóa này còn đang chạy.',
    'The first request with this Idempotency-Key is still running.',
  ],
  BUSY: [
    409,
    'Bản ghi đang được người khác thay đổi; hãy thử lại.',
    'Somebody else is changing this record; try again.',
  ],
  ERASED: [410, 'Nội dung cá nhân này đã được xóa.', 'These personal contents were erased.'],
  CURSOR_AHEAD: [
    410,
    'Con trỏ đi trước nhật ký của máy chủ này; hãy lấy lại từ {startAgainAt}.',
    'The cursor is ahead of this journal; start again at {startAgainAt}.',
  ],
  CURSOR_OTHER_HISTORY: [
    410,
    'Con trỏ thuộc một lịch sử khác (máy chủ đã khôi phục bản sao?); hãy lấy lại từ {startAgainAt}.',
    'The cursor belongs to another history (a restored backup?); start again at {startAgainAt}.',
  ],
  CURSOR_RESCOPED: [
    410,
    'Phạm vi được xem đã thay đổi; hãy lấy lại từ {startAgainAt}.',
    'What you may see has changed; start again at {startAgainAt}.',
  ],
  SUPERVISION_ENDED: [
    410,
    'Việc giám sát xã này đã kết thúc; hiện nay: {successors}.',
    'Your supervision of this commune has ended; now: {successors}.',
  ],
  STALE: [
    412,
    'Bản ghi đã thay đổi; phiên bản hiện nay là {current}.',
    'The record has changed; its current version is {current}.',
  ],
  TOO_LARGE: [413, 'Nội dung gửi lên quá lớn.', 'The body is too large.'],
  URL_TOO_LONG: [414, 'Địa chỉ dài quá {most} ký tự.', 'The address is longer than {most} characters.'],
  UNSUPPORTED_TYPE: [415, 'Không đọc được kiểu nội dung này.', 'This content type is not read here.'],
  FILE_TYPE_REFUSED: [
    415,
    'Chỉ nhận tệp PDF, JPEG, PNG, DOCX hoặc XLSX nguyên vẹn, không có macro, không đặt mật khẩu.',
    'Only whole PDF, JPEG, PNG, DOCX or XLSX files are taken, without macros or a password.',
  ],
  FILE_AMBIGUOUS: [
    415,
    'Tệp mở được như nhiều loại khác nhau; hãy lưu lại từ chương trình đã soạn.',
    'The file can be opened as more than one type; save it anew from the program that made it.',
  ],
  FILE_NAME_MISMATCH: [
    415,
    'Đuôi tên tệp không khớp với nội dung ({mediaType}).',
    'The extension of the name does not fit the content ({mediaType}).',
  ],
  RANGE_UNSATISFIABLE: [416, 'Tệp chỉ có {size} byte.', 'The file has {size} bytes only.'],
  RULE: [
    422,
    'Nội dung trái với quy tắc; xem từng mục trong "errors".',
    'The content breaks a rule; see "errors" for each point.',
  ],
  KEY_REUSED: [
    422,
    'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.',
    'This Idempotency-Key was used for another request.',
  ],
  LEGAL_DATE_AHEAD: [
    422,
    'Legal-Date không được sau hôm nay ({today}).',
    'Legal-Date cannot lie ahead of today ({today}).',
  ],
  LEGAL_REFERENCE_MISSING: [
    422,
    'Ghi lùi ngày hoặc làm thay phải dẫn văn bản: Legal-Reference.',
    'An earlier date, or acting on behalf of a unit, rests on a document: Legal-Reference.',
  ],
  LEGAL_REFERENCE_UNKNOWN: [
    422,
    'Không có văn bản mà Legal-Reference dẫn tới.',
    'There is no such document as Legal-Reference names.',
  ],
  ON_BEHALF_UNKNOWN: [422, 'Không có đơn vị {unit} vào ngày đó.', 'There is no unit {unit} on that day.'],
  IF_MATCH_REQUIRED: [
    428,
    'Cần gửi kèm If-Match với phiên bản đã đọc.',
    'Send If-Match with the version you have read.',
  ],
  TOO_MANY_REQUESTS: [
    429,
    'Đã quá {quota} yêu cầu trong một phút; hãy thử lại sau {seconds} giây.',
    'More than {quota} requests in a minute; try again in {seconds} seconds.',
  ],
  HEAD_TOO_LARGE: [431, 'Phần tiêu đề của yêu cầu quá lớn.', 'The headers of the request are too many or too long.'],
  FAULT: [500, 'Lỗi của hệ thống; hãy báo mã yêu cầu.', 'A fault of ours; please report the request id.'],
  OVERLOADED: [
    503,
    'Hệ thống đang nhận quá nhiều yêu cầu cùng lúc; hãy thử lại sau giây lát.',
    'Too many requests at once; try again in a moment.',
  ],
  UNAVAILABLE: [
    503,
    'Cơ sở dữ liệu chưa sẵn sàng; hãy thử lại sau.',
    'The database is not available; try again later.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

export type RefusalCode = keyof typeof refusals;

/** Seconds after which the same request may be sent again as it was: the header Retry-After. Of TOO_MANY_REQUESTS each answer says its own. */
export const retryAfter: Readonly<Partial<Record<RefusalCode, number>>> = {
  KEY_IN_FLIGHT: 1,
  BUSY: 1,
  OVERLOADED: 1,
  UNAVAILABLE: 2,
};

/**
 * What a point of a refusal says in Vietnamese, by its code; English stands in the rule itself, more exactly.
 * The last ones are the validator's own names for a broken shape.
 */
export const pointsInVietnamese: Readonly<Record<string, string>> = {
  REASON_REQUIRED: 'Thay đổi kế hoạch đã ban hành phải nêu lý do.',
  NO_QUESTION: 'Chỉ tiêu không còn điểm nào cần làm rõ.',
  NO_FIGURE: 'Chỉ tiêu định tính không có số để giao.',
  BEFORE_ISSUE: 'Ngày này trước ngày ban hành kế hoạch.',
  NOTHING_CHANGED: 'Chưa nêu điều cần thay đổi.',
  NOT_VALID: 'Đơn vị này không có hiệu lực vào ngày đó.',
  BELOW_ITSELF: 'Đơn vị không thể nằm dưới chính nó.',
  UNITS_BELOW: 'Còn đơn vị trực thuộc đang hoạt động.',
  LATER_TERM: 'Tên hoặc vị trí của đơn vị còn thay đổi sau ngày đó.',
  PAST: 'Ngày đã qua: phải ghi Legal-Date và văn bản làm căn cứ.',
  NOT_BELOW: 'Kế hoạch con chỉ giao cho đơn vị của mình và các đơn vị trực thuộc.',
  OTHER_YEAR: 'Kế hoạch con cùng năm với kế hoạch trên.',
  AHEAD: 'Ngày này chưa tới.',
  NOT_OF_THE_YEAR: 'Kỳ này không thuộc năm của kế hoạch.',
  NAMELESS: 'Chỉ tiêu phải có tên.',
  UPSIDE_DOWN: 'Cách so sánh ngược với chiều tốt lên của chỉ tiêu.',
  TARGET_IN_WORDS: 'Chỉ tiêu định tính không có mức bằng số; ghi trạng thái hoặc mức xếp loại bằng lời.',
  RANGE: 'Chỉ so sánh "trong khoảng" mới có, và phải có, mức dưới và mức trên theo thứ tự.',
  NEGATIVE: 'Chỉ tỷ lệ mới có thể âm.',
  MORE_THAN_ALL: 'Tổng số phải lớn hơn 0 và không nhỏ hơn mức giao.',
  MEAN_OF_PERCENTAGES: 'Không lấy trung bình các tỷ lệ; dùng tổng giá trị chia tổng mẫu số.',
  SHARES: 'Tỷ lệ tiến độ từ 0 đến 100, trong năm của kế hoạch, mỗi kỳ một lần.',
  UNKNOWN: 'Không có mục được nêu.',
  NEEDS_TARGET: 'Cách hiểu này phụ thuộc số năm trước: phải ghi mức tính ra.',
  TARGET_FIXED: 'Cách hiểu này đã nêu mức; không ghi thêm.',
  RETIRED: 'Chỉ tiêu đã thôi áp dụng.',
  NOT_A_CHILD: 'Chỉ kế hoạch con mới có kế hoạch trên và đơn vị.',
  CHILD_OF: 'Kế hoạch con phải nêu kế hoạch trên và đơn vị.',
  KEY_FORM: 'Mã kế hoạch không đúng dạng.',
  UNIT_CODE: 'Từ này là mã của một đơn vị; hãy chọn từ khác.',
  ABOVE_ITSELF: 'Cơ quan không thể là cấp trên của chính nó.',
  WORDS: 'Chỉ tiêu này báo cáo bằng lời, theo các mức cho phép.',
  FIGURE: 'Chỉ tiêu này báo cáo bằng số thập phân, theo đơn vị gốc.',
  DERIVED: 'Chỉ tiêu này do hệ thống tính, không báo cáo.',
  COMMUNE_ONLY: 'Chỉ tiêu này do đơn vị chủ trì báo cáo cho toàn xã.',
  ONE_OF_TWO: 'Hoặc có số liệu, hoặc không có gì để báo cáo.',
  OUT_OF_MISSING: 'Phải ghi tổng số làm mẫu.',
  OUT_OF_UNASKED: 'Chỉ tiêu này không tính trên tổng số.',
  POSITIVE: 'Tổng số phải lớn hơn 0.',
  EMPTY: 'Báo cáo chưa có số liệu, cũng chưa có lời.',
  EVIDENCE_MISSING: 'Số liệu này phải có minh chứng.',
  WHOLE: 'Chỉ tiêu này báo cáo bằng số nguyên.',
  SHARE: 'Tỷ lệ phải từ 0 đến 100.',
  PERIOD_HAS_NAME: 'Kỳ này đã có tên riêng; hãy dùng tên đó.',
  TWICE: 'Chỉ tiêu được nêu hai lần.',
  DIFFERS: 'Khác với số trước đó: phải nêu lý do.',
  NOT_YOURS: 'Chỉ tiêu này do người khác thẩm định.',
  NOT_BEGUN: 'Kỳ báo cáo chưa bắt đầu.',
  NO_FORMS: 'Phải nêu hình thức được xét trong đợt.',
  NAMED_TWICE: 'Được nêu hai lần.',
  OUT_OF_ORDER: 'Các mốc phải theo thứ tự: đề nghị, họp xét, quyết định.',
  NOT_OF_ROUND: 'Đợt xét này không xét hình thức đó.',
  NOT_COMPETENT: 'Vào ngày đó, hình thức này không thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân xã.',
  NOT_FOR_KIND: 'Hình thức này không dành cho loại đối tượng đó.',
  NO_ROAD: 'Hình thức này không xét theo loại đề nghị đó.',
  HANDED_ON:
    'Theo quy định của đợt này, hình thức đó phải trình cấp trên; hãy đề nghị trong đợt theo quy định hiện hành.',
  DEED_MISSING: 'Đề nghị đột xuất phải ghi ngày lập thành tích.',
  DEED_UNASKED: 'Chỉ đề nghị đột xuất mới ghi ngày lập thành tích.',
  DOSSIER_MISSING: 'Hồ sơ còn thiếu văn bản này.',
  RETURNED_ONCE: 'Đề nghị chỉ được trả lại bổ sung một lần.',
  NOT_TO_DELIBERATE: 'Đề nghị chưa tới bước họp xét, hoặc không qua họp xét.',
  ALREADY_BEFORE_MEETING: 'Đề nghị này đã được đưa ra một cuộc họp.',
  ALREADY_IN_DECISION: 'Đề nghị này đã nằm trong một quyết định.',
  EMPTY_AGENDA: 'Phải nêu các đề nghị được xét.',
  EMPTY_DECISION: 'Phải nêu đề nghị được khen thưởng hoặc không được khen thưởng.',
  NOMINATION_TWICE: 'Đề nghị được nêu hai lần.',
  NOT_DECIDABLE: 'Đề nghị chưa tới bước quyết định.',
  AGAINST_ADVICE: 'Hội đồng không đề nghị khen thưởng: phải nêu lý do vẫn khen thưởng.',
  FILE_ATTACHED: 'Tệp này đã thuộc một văn bản.',
  GIVEN_ELSEWHERE: 'Nơi nào tặng thì nơi đó thu hồi.',
  MISTYPED: 'Không phải mã của hệ thống: có ký tự sai hoặc thiếu.',
  TOO_EARLY: 'Ngày này sớm hơn bước trước đó.',
  NO_PERSON: 'Đơn vị này không phải cá nhân hay hộ gia đình.',
  OPERATORS: 'Hệ thống của cấp trên do người vận hành bổ nhiệm.',
  UNIT_MISSING: 'Người báo cáo phải thuộc một đơn vị.',
  NAMELESS_ACTOR: 'Người này chưa có: phải ghi tên.',
  EMPTY_DELEGATION: 'Phải nêu việc được ủy quyền.',
  NOT_TO_DELEGATE: 'Việc này không ủy quyền được.',
  TOO_MANY_FILES: 'Văn bản đã có đủ số tệp cho phép.',
  FILE_MISSING: 'Phải có đúng một tệp, trong mục "file".',
  FILE_ONCE: 'Chỉ gửi một lần.',
  FILE_NAME:
    'Tên tệp phải gọn: không đường dẫn, không ký tự điều khiển hay < > : " | ? *, không bắt đầu hoặc kết thúc bằng dấu chấm, tối đa 200 ký tự, có đuôi.',
  NO_BODY: 'Cá nhân, hộ gia đình không có thành viên.',
  INDIVIDUAL_ONLY: 'Phải là một cá nhân đang có hiệu lực vào ngày đó.',
  NO_MEMBERS: 'Hội đồng chưa có thành viên vào ngày họp.',
  NOT_A_MEMBER: 'Không phải thành viên vào ngày họp.',
  MEMBER_MISSING: 'Phải ghi đủ từng thành viên.',
  REPLACEMENT: 'Người vắng có người dự thay, và chỉ người đó, mới ghi người dự thay.',
  SEATED: 'Người này đã có chỗ trong cuộc họp.',
  NOT_HELD: 'Chưa tới ngày họp.',
  NO_ATTENDANCE: 'Chưa ghi ai có mặt.',
  NO_QUORUM: 'Chưa đủ số thành viên dự họp, hoặc không còn ai được biểu quyết.',
  RECUSED: 'Thành viên này đã không tham gia xét.',
  NOT_ABSENT: 'Chỉ người vắng mặt mới gửi ý kiến bằng văn bản.',
  OPINION_GIVEN: 'Thành viên này đã gửi ý kiến.',
  OPINIONS_NOT_COUNTED: 'Quy tắc biểu quyết không tính ý kiến bằng văn bản.',
  TALLIED: 'Đề nghị này đã kiểm phiếu.',
  COUNTS: 'Tổng số phiếu phải bằng số người được biểu quyết.',
  TALLY_MISSING: 'Đề nghị này chưa kiểm phiếu.',
  TALLY_UNCONFIRMED: 'Kết quả kiểm phiếu kín chưa được người khác xác nhận.',
  MINUTES_WITHOUT_FILE: 'Biên bản chưa có tệp.',
  only: 'Giá trị duy nhất được nhận là "only".',
  header: 'Tiêu đề này không đọc được.',
  version: 'If-Match phải là ETag của bản ghi, ví dụ "3".',
  isDefined: 'Còn thiếu.',
  isString: 'Phải là chuỗi ký tự.',
  isInt: 'Phải là số nguyên.',
  isBoolean: 'Phải là true hoặc false.',
  isArray: 'Phải là danh sách.',
  isIn: 'Không thuộc các giá trị cho phép.',
  isUuid: 'Phải là mã định danh (UUID).',
  matches: 'Không đúng dạng.',
  maxLength: 'Quá dài.',
  arrayMaxSize: 'Danh sách quá dài.',
  min: 'Nhỏ hơn mức cho phép.',
  max: 'Lớn hơn mức cho phép.',
  whitelistValidation: 'Không nhận mục này.',
  nestedValidation: 'Không đúng cấu trúc.',
  unknownValue: 'Không đúng cấu trúc.',
};

/** One point of a refusal: where (`pointer`, RFC 6901 into the body or the parameters), which rule (`code`), and a sentence. */
export interface Point {
  pointer: string;
  code: string;
  detail: string;
}

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly points: readonly Point[] = [],
  ) {
    super(refusals[code][2]);
  }

  get status(): number {
    return refusals[this.code][0];
  }
}

/** Refuses with every point there is; none, none. With RULE, or with the conflict named where it is all there is. */
export function refuse(points: readonly Point[], conflict?: RefusalCode): void {
  if (points.length === 0) return;
  throw new Refusal(
    conflict !== undefined && points.every(({ code }) => code === conflict) ? conflict : 'RULE',
    {},
    points,
  );
}

/** The refusal of one broken rule. */
export const wrong = (pointer: string, code: string, detail: string): Refusal =>
  new Refusal('RULE', {}, [{ pointer, code, detail }]);
