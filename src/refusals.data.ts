/**
 * Every refusal the program can give: HTTP status, then what a person reads in Vietnamese and in English.
 * A refusal is a request understood and declined. Codes are stable and never reused; `{name}` is filled from `details`.
 */
export const refusals = {
  INVALID: [
    400,
    'Dữ liệu gửi lên chưa đúng; xem từng mục trong "errors".',
    'The request is not in order; see "errors" for each point.',
  ],
  MALFORMED: [
    400,
    'Không đọc được yêu cầu; hãy kiểm tra cú pháp, và chữ phải ở bảng mã UTF-8.',
    'The request could not be read; check its syntax, and that its text is UTF-8.',
  ],
  QUERY_REFUSED: [400, 'Câu truy vấn GraphQL không hợp lệ: {message}', 'The GraphQL document is not valid: {message}'],
  ONE_MUTATION: [
    400,
    'Khi kèm header hoặc tham số này, mỗi yêu cầu GraphQL chỉ được có một mutation.',
    'With this header or parameter a GraphQL request holds exactly one mutation.',
  ],
  QUERY_TOO_COSTLY: [
    400,
    'Câu truy vấn GraphQL quá nặng: {limit} là {found}, tối đa {most}. Hãy chia nhỏ, hoặc giảm "first".',
    'The GraphQL document asks for too much: {limit} is {found}, at most {most}. Split it, or lower "first".',
  ],
  TOO_DEEP: [
    400,
    'Nội dung gửi lên lồng nhau quá {most} tầng; hãy giảm bớt số tầng.',
    'The body is nested more than {most} levels deep.',
  ],
  CURSOR_INVALID: [
    400,
    'Con trỏ không đúng dạng; hãy bắt đầu lại mà không gửi con trỏ.',
    'The cursor is not valid; start again without it.',
  ],
  NOT_VALIDATABLE: [
    400,
    'Việc này không chạy thử được; hãy bỏ "validate=only".',
    'This cannot be tried out; leave out "validate=only".',
  ],
  FILE_EMPTY: [400, 'Tệp rỗng; hãy chọn lại tệp.', 'The file is empty; choose another.'],
  UNAUTHENTICATED: [
    401,
    'Cần khóa truy cập hoặc mã đăng nhập còn hiệu lực, gửi trong header Authorization.',
    'A valid API key or access token is needed, in the header Authorization.',
  ],
  KEY_PENDING: [
    401,
    'Khóa hoặc tài khoản của vai trò có quyền quyết định đang chờ xác nhận: một quản trị viên khác phải xác nhận (confirmKey, confirmIdentity); khóa thì người vận hành cũng xác nhận được.',
    'This key or identity of a deciding role waits for its confirmation: another administrator confirms it (confirmKey, confirmIdentity); a key the operator, too.',
  ],
  FORBIDDEN: [
    403,
    'Phân công của bạn không cho phép việc này; việc này dành cho {who}{later}.',
    'Your appointments do not allow this; it is for {who}{later}.',
  ],
  SCOPE_MISSING: [
    403,
    'Khóa truy cập thiếu phạm vi {scope}; hãy đề nghị quản trị viên cấp khóa có phạm vi này.',
    'The API key lacks the scope {scope}; ask the administrator for a key that has it.',
  ],
  BACKDATE_FORBIDDEN: [
    403,
    'Phân công của bạn không cho phép ghi lùi ngày việc này; được ghi lùi ngày: {who}.',
    'Your appointments do not allow an earlier legal date; for this act it is for {who}.',
  ],
  FOUR_EYES: [
    403,
    'Việc này phải do người khác làm: không ai tự phê duyệt, tự bổ nhiệm hay tự ủy quyền.',
    'Somebody else must do this: nobody approves what they submitted, or appoints themselves.',
  ],
  STAND_IN_FORBIDDEN: [
    403,
    'Phân công của bạn không cho phép làm thay đơn vị; việc này dành cho {who}.',
    'Your appointments do not allow acting on behalf of a unit; it is for {who}.',
  ],
  ON_BEHALF_MISSING: [
    403,
    'Việc này do đơn vị {unit} làm; muốn làm thay, hãy ghi On-Behalf-Of và văn bản làm căn cứ.',
    'This is for {unit} to do; to act for it, send On-Behalf-Of and the document it rests on.',
  ],
  NOT_FOUND: [404, 'Không tìm thấy, hoặc bạn không được xem.', 'Not found, or you may not see it.'],
  METHOD_NOT_ALLOWED: [405, 'Địa chỉ này không nhận phương thức {method}.', 'This address does not take {method}.'],
  NOT_ACCEPTABLE: [
    406,
    'Không có định dạng được yêu cầu; hãy xem lại Accept.',
    'None of the formats in Accept can be given.',
  ],
  TIMED_OUT: [408, 'Yêu cầu gửi lên quá chậm; hãy thử lại.', 'The request came in too slowly; try again.'],
  STATE: [
    409,
    'Không làm được việc này vì {record} {state}; hãy tải lại bản ghi để xem còn làm được việc gì.',
    'The {record} is {state}, which does not allow this; read it again to see what can be done.',
  ],
  CODE_TAKEN: [409, 'Mã này đã được dùng; hãy chọn mã khác.', 'This code is already taken; choose another.'],
  ALREADY_ACKNOWLEDGED: [
    409,
    'Đơn vị đã xác nhận phổ biến kế hoạch này rồi.',
    'This unit has already acknowledged the plan.',
  ],
  ALREADY_REPORTED: [
    409,
    'Đơn vị đã có báo cáo (hoặc bản đính chính đang làm) cho kế hoạch và kỳ này.',
    'This unit already has a report, or a correction on its way, for this plan and period.',
  ],
  ON_THEIR_WAY: [
    409,
    'Còn {reports} báo cáo đang chờ thẩm định, bổ sung hoặc phê duyệt; hãy xử lý trước, hoặc chốt kèm lý do.',
    'Reports on their way: {reports}; settle them first, or close the period with a reason.',
  ],
  NOMINATIONS_OPEN: [
    409,
    'Trong đợt còn {drafts} đề nghị chưa nộp hoặc đang bổ sung, {submitted} đề nghị đang xét; hãy xử lý trước, hoặc đóng đợt kèm lý do.',
    'Open in the round: {drafts} nominations that are not handed in, {submitted} on their way; settle them first, or close the round with a reason.',
  ],
  ROUND_CLOSED: [
    409,
    'Đợt "{round}" đã đóng; muốn nộp đề nghị này, hãy đề nghị quản trị viên mở lại đợt (reopenRound).',
    'The round "{round}" is closed; to submit this nomination, ask the administrator to reopen it (reopenRound).',
  ],
  PERIOD_CLOSED: [
    409,
    'Số liệu kỳ {period} đã chốt; muốn sửa, hãy đề nghị Chủ tịch mở lại kỳ này.',
    'The figures of {period} are closed; to change them, ask the chairperson to reopen that period.',
  ],
  ALREADY_NOMINATED: [
    409,
    'Trong đợt này đã có đề nghị đang xét cho đối tượng và hình thức đó{other}; hãy dùng đề nghị ấy.',
    'This nominee already has a live nomination for this form in this round{other}; go on with that one.',
  ],
  ALREADY_RECORDED: [
    409,
    'Khen thưởng này đã có trong sổ; nếu là khen thưởng khác, hãy ghi số, ngày hoặc kỳ để phân biệt.',
    'This award is in the register already; if it is another, tell them apart by number, day or period.',
  ],
  FACT_RECORDED: [
    409,
    'Dữ kiện này đã được ghi; hãy sửa bản ghi ấy, hoặc ghi rõ điều khác nhau.',
    'This fact is recorded already; amend that one, or say what tells them apart.',
  ],
  ALREADY_REGISTERED: [
    409,
    'Đơn vị hoặc người này đã đăng ký thi đua cho năm và danh hiệu đó.',
    'This unit or person has registered for that year and title already.',
  ],
  ALREADY_BEFORE_MEETING: [
    409,
    'Đề nghị đã được đưa ra một cuộc họp; xem từng mục trong "errors".',
    'A nomination is already before a meeting; see "errors" for each.',
  ],
  ALREADY_RECEIVED: [
    409,
    'Cấp trên đã nhận hồ sơ: xã không rút được nữa; hãy đề nghị cấp trên trả lại.',
    'The superior has received the dossier: ask it to return the nomination.',
  ],
  ALREADY_IN_DECISION: [
    409,
    'Đề nghị đã nằm trong một quyết định; xem từng mục trong "errors".',
    'A nomination already stands in a decision; see "errors" for each.',
  ],
  ALREADY_PAID: [
    409,
    'Khen thưởng đã được chi; xem từng mục trong "errors".',
    'An award is paid already; see "errors" for each.',
  ],
  FUND_EXCEEDED: [
    409,
    'Quỹ năm {year} chỉ còn {left} đồng, không đủ để chi {amount} đồng; hãy bổ sung quỹ (setFund) trước.',
    'The fund of {year} has {left} đồng left, not the {amount} đồng to be paid; set the fund first (setFund).',
  ],
  NUMBER_TAKEN: [
    409,
    'Số {number} đã được dùng trong sổ văn bản của năm{holder}; hãy lấy số khác, hoặc sửa văn bản kia.',
    'The number {number} is used in the series of the year already{holder}; take another, or mend the other document.',
  ],
  TERM_OVERLAPS: [
    409,
    'Thời gian này chồng lấn với khoảng thời gian đã ghi{other}; hãy sửa ngày.',
    'The time span overlaps one already recorded{other}.',
  ],
  STILL_REFERRED_TO: [
    409,
    'Bản ghi còn được bản ghi khác dùng đến{other}: hãy gỡ bản ghi kia trước; hoặc bản ghi này nhắc tới bản ghi không có: hãy nêu lại.',
    'Other records still rest on it{other}, or it refers to one that does not exist; take the others out first.',
  ],
  KEY_IN_FLIGHT: [
    409,
    'Yêu cầu đầu tiên với Idempotency-Key này còn đang chạy; hãy thử lại sau giây lát.',
    'The first request with this Idempotency-Key is still running; try again in a moment.',
  ],
  BUSY: [
    409,
    'Bản ghi đang được người khác thay đổi; hãy thử lại.',
    'Somebody else is changing this record; try again.',
  ],
  ERASED: [410, 'Dữ liệu cá nhân này đã được xóa.', 'This personal data was erased.'],
  CURSOR_AHEAD: [
    410,
    'Con trỏ đi trước nhật ký của máy chủ này; hãy lấy lại từ {startAgainAt}.',
    'The cursor is ahead of this journal; start again at {startAgainAt}.',
  ],
  CURSOR_OTHER_HISTORY: [
    410,
    'Con trỏ thuộc một lịch sử khác (máy chủ được khôi phục từ bản sao lưu?); hãy lấy lại từ {startAgainAt}.',
    'The cursor belongs to another history (a restored backup?); start again at {startAgainAt}.',
  ],
  CURSOR_RESCOPED: [
    410,
    'Phạm vi được xem đã thay đổi; hãy lấy lại từ {startAgainAt}.',
    'The records you may see have changed; start again at {startAgainAt}.',
  ],
  SUPERVISION_ENDED: [
    410,
    'Việc giám sát xã này đã kết thúc; nay thuộc: {successors}.',
    'Your supervision of this commune has ended; its superiors now: {successors}.',
  ],
  STALE: [
    412,
    'Bản ghi đã có người sửa (nay là phiên bản {current}); hãy tải lại rồi làm lại.',
    'The record has changed, its version is now {current}; read it again.',
  ],
  TOO_LARGE: [
    413,
    'Nội dung gửi lên{sent} quá mức {most} byte; hãy giảm bớt hoặc chia nhỏ.',
    'The body or file{sent} has more than {most} bytes.',
  ],
  URL_TOO_LONG: [
    414,
    'Địa chỉ dài quá {most} ký tự; hãy bớt bộ lọc hoặc chia nhỏ.',
    'The address is longer than {most} characters.',
  ],
  UNSUPPORTED_TYPE: [
    415,
    'Không nhận kiểu nội dung này (Content-Type); hãy gửi JSON ở bảng mã UTF-8, tệp thì gửi multipart/form-data.',
    'This Content-Type is not taken here; send JSON in UTF-8, and a file as multipart/form-data.',
  ],
  FILE_TYPE_REFUSED: [
    415,
    'Chỉ nhận tệp PDF, JPEG, PNG, DOCX hoặc XLSX nguyên vẹn, không macro, không mật khẩu, tối đa 10 MB: {advice}.',
    'Only whole PDF, JPEG, PNG, DOCX or XLSX files are taken, without macros or a password, of at most 10 MB: {advice}.',
  ],
  FILE_LOCKED: [
    415,
    'Tệp PDF này có mật khẩu hoặc bị hạn chế quyền, người khác sẽ không mở được; hãy mở tệp, in lại ra PDF không đặt mật khẩu rồi gửi tệp mới.',
    'This PDF has a password or restricted rights, so that others could not open it; open it, print it to PDF without a password, and send the new file.',
  ],
  FILE_AMBIGUOUS: [
    415,
    'Tệp mở được như nhiều loại khác nhau; hãy lưu lại từ chương trình đã soạn, hoặc in lại ra PDF.',
    'The file can be opened as more than one type; save it anew from the program that made it, or print it to PDF.',
  ],
  FILE_NAME_MISMATCH: [
    415,
    'Đuôi tên tệp không khớp với nội dung ({mediaType}); hãy đổi đuôi tên thành .{extension}.',
    'The extension of the name does not fit the content ({mediaType}); give the name the extension .{extension}.',
  ],
  RANGE_UNSATISFIABLE: [416, 'Tệp chỉ có {size} byte.', 'The file has {size} bytes only.'],
  SHEET_UNREADABLE: [422, 'Không đọc được bảng: {why}.', 'The table cannot be read: {why}.'],
  SHEET_LETTERS: [422, 'Chữ trong tệp bị hỏng{where}: {why}.', 'The letters of the file are broken{where}: {why}.'],
  ROWS_REJECTED: [
    422,
    'Chưa nhập gì: {rejected} trong {rows} dòng còn lỗi. Sửa các dòng ấy, hoặc gửi mode=rows để nhập những dòng đúng.',
    'Nothing was imported: {rejected} of {rows} rows are wrong. Mend them, or send mode=rows to import the others.',
  ],
  RULE: [
    422,
    'Nội dung trái với quy tắc; xem từng mục trong "errors".',
    'The content breaks a rule; see "errors" for each point.',
  ],
  ASKED_BACK: [
    422,
    'Nội dung này có thể là nhầm; xem từng mục, số liệu thì xem "readings". Hãy sửa lại, hoặc gửi lại kèm "confirm" với mã của mục đó.',
    'This may be meant otherwise; see each point, and "readings" of a figure. Correct it, or send the request again with the code in "confirm".',
  ],
  DOUBTFUL: [
    422,
    'Thang điểm có chỗ có thể là nhầm; xem từng mục trong "errors". Hãy sửa lại, hoặc gửi lại kèm "allowedBecause" nêu lý do giữ nguyên.',
    'The scheme has places that are likely slips; see "errors". Correct them, or send the request again with "allowedBecause", the reason they stay.',
  ],
  INPUTS_CHANGED: [
    409,
    'Số liệu, điểm hoặc thang điểm đã thay đổi sau khi lập bảng; hãy tính lại (scoreStandings), xem rồi công bố.',
    'A figure, points or the scheme have changed since the table was scored: score it again, look at it, publish it.',
  ],
  KEY_REUSED: [
    422,
    'Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.',
    'This Idempotency-Key was used for another request; use a new one.',
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
    'Không có văn bản mà Legal-Reference dẫn tới; hãy ghi mã định danh của văn bản đã lưu.',
    'There is no such document as Legal-Reference names.',
  ],
  ON_BEHALF_UNKNOWN: [
    422,
    'Không có đơn vị {unit}; hãy ghi đúng mã đơn vị trong On-Behalf-Of.',
    'There is no unit {unit}.',
  ],
  IF_MATCH_REQUIRED: [
    428,
    'Cần gửi kèm If-Match với phiên bản đã đọc; đặt mới (PUT) thì gửi If-None-Match: *.',
    'Send If-Match with the version you have read; with PUT, If-None-Match: * for what is not there yet.',
  ],
  TOO_MANY_REQUESTS: [
    429,
    'Đã quá {quota} yêu cầu trong một phút; hãy thử lại sau {seconds} giây.',
    'More than {quota} requests in a minute; try again in {seconds} seconds.',
  ],
  UPLOADS_RUNNING: [
    429,
    'Chỉ được tải lên {most} tệp cùng lúc; hãy đợi các tệp kia tải xong.',
    'Only {most} files are uploaded at once; wait until the others have arrived.',
  ],
  UPLOAD_QUOTA: [
    429,
    'Trong 24 giờ chỉ được tải lên {most} MB; hãy tải tiếp vào ngày mai.',
    'Only {most} MB are uploaded in 24 hours; go on tomorrow.',
  ],
  HEAD_TOO_LARGE: [
    431,
    'Phần header của yêu cầu quá lớn; hãy giảm bớt.',
    'The headers of the request are too many or too long.',
  ],
  FAULT: [
    500,
    'Lỗi của hệ thống; hãy báo người quản trị kèm mã yêu cầu.',
    'A fault of ours; please report the request id.',
  ],
  OVERLOADED: [
    503,
    'Hệ thống đang nhận quá nhiều yêu cầu cùng lúc; hãy thử lại sau giây lát.',
    'Too many requests at once; try again in a moment.',
  ],
  UNAVAILABLE: [
    503,
    'Cơ sở dữ liệu chưa sẵn sàng, hoặc yêu cầu này đọc quá lâu; hãy thử lại sau, hoặc đọc ít hơn mỗi lần.',
    'The database is not available, or this request reads for too long; try again later, or ask for less at once.',
  ],
  IDENTITY_LINKED: [
    409,
    'Tài khoản này đã gắn với một người dùng; hãy gỡ ở đó trước.',
    'This identity is linked to an actor already; unlink it there first.',
  ],
  TOKENS_OFF: [
    422,
    'Máy chủ chưa nối với hệ thống đăng nhập chung; người vận hành cần đặt OIDC_ISSUER và OIDC_AUDIENCE.',
    'The server has no OpenID Provider; its operator sets OIDC_ISSUER and OIDC_AUDIENCE.',
  ],
  WEBHOOKS_OFF: [
    422,
    'Máy chủ chưa có khóa để giữ bí mật của địa chỉ nhận thông báo; người vận hành cần đặt WEBHOOK_SECRETS_KEY.',
    'The server has no key under which secrets of webhooks are kept; its operator sets WEBHOOK_SECRETS_KEY.',
  ],
  STORAGE_LOW: [
    507,
    'Máy chủ sắp hết chỗ lưu tệp; hãy báo người quản trị.',
    'The server has too little space for files; tell its operator.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;
