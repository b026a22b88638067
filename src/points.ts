/** Vietnamese sentence of each point of a refusal, by its code. The rule that finds the point has it in English. */
export const pointsInVietnamese = {
  // Plans, indicators, targets
  REASON_REQUIRED: 'Thay đổi những gì đã ban hành hoặc đã ký thì phải nêu lý do.',
  MEASURE_STAYS:
    'Kế hoạch đã ban hành thì đơn vị tính giữ nguyên; hãy thôi áp dụng chỉ tiêu này và thêm chỉ tiêu khác.',
  NO_QUESTION: 'Chỉ tiêu không còn điểm nào cần làm rõ.',
  NO_FIGURE: 'Chỉ tiêu định tính không có số để giao.',
  BEFORE_ISSUE: 'Ngày này trước ngày ban hành kế hoạch.',
  NOT_BELOW: 'Kế hoạch con chỉ áp dụng cho đơn vị của mình và các đơn vị trực thuộc.',
  OTHER_YEAR: 'Kế hoạch con phải cùng năm với kế hoạch cấp trên.',
  NOT_OF_THE_YEAR: 'Kỳ này không thuộc năm của kế hoạch.',
  NAMELESS: 'Chỉ tiêu phải có tên.',
  UPSIDE_DOWN: 'Cách so sánh ngược với chiều tốt lên của chỉ tiêu.',
  TARGET_IN_WORDS: 'Chỉ tiêu định tính không có mức bằng số; ghi trạng thái hoặc mức xếp loại bằng lời.',
  RANGE: 'Chỉ so sánh "trong khoảng" mới có, và phải có, mức dưới và mức trên theo thứ tự.',
  NEGATIVE: 'Chỉ tỷ lệ mới được âm.',
  MORE_THAN_ALL: 'Tổng số phải lớn hơn 0 và không nhỏ hơn số tính trên tổng đó.',
  MEAN_OF_PERCENTAGES: 'Không lấy trung bình các tỷ lệ; dùng tổng giá trị chia tổng mẫu số (RATIO).',
  FACTOR: 'Tỷ số (RATIO) phải ghi hệ số lớn hơn 0; tỷ lệ phần trăm có hệ số 100; đơn vị khác không ghi hệ số.',
  NO_RATIO: 'Chỉ tỷ lệ mới có mức tối đa 100%.',
  NOT_A_CHANGE: 'Chỉ tiêu định tính không có mức tăng, giảm; chỉ tiêu "không kém năm trước" không ghi mức.',
  CHANGE: 'Mức tăng trưởng phải lớn hơn -100%; số lần phải lớn hơn 0.',
  INCLUDES_ITSELF: 'Chỉ tiêu không thể bao trùm chính nó, kể cả qua chỉ tiêu khác.',
  OTHER_MEASURE: 'Chỉ tiêu bao trùm phải cùng đơn vị tính và hệ số.',
  PRINTED_CHANGE: 'Mức tăng, giảm in kèm chỉ đi với một mức bằng số.',
  BEYOND: 'Chỉ so sánh "trong khoảng" mới ghi, và phải ghi, cách đánh giá khi vượt ra ngoài khoảng.',
  DERIVATION: 'Chỉ tiêu do hệ thống tính phải nêu cách tính; chỉ tiêu do đơn vị báo cáo thì không.',
  GRADES: 'Chỉ chỉ tiêu xếp loại mới có danh sách mức; mỗi mức ghi một lần, và có mức được giao.',
  SEASONS: 'Chỉ chỉ tiêu báo cáo theo vụ mới ghi vụ.',
  ONE_YEAR: 'Kế hoạch một năm không tính theo nhiều năm.',
  SHARES: 'Tỷ lệ tiến độ từ 0 đến 100, trong năm của kế hoạch, mỗi kỳ một lần.',
  NEEDS_TARGET: 'Cách hiểu này phụ thuộc số năm trước: phải ghi mức tính ra.',
  TARGET_FIXED: 'Cách hiểu này đã nêu mức; không ghi thêm.',
  RETIRED: 'Chỉ tiêu đã thôi áp dụng.',
  NOT_A_CHILD: 'Chỉ kế hoạch con mới ghi kế hoạch cấp trên và đơn vị.',
  CHILD_OF: 'Kế hoạch con phải ghi kế hoạch cấp trên và đơn vị.',
  KEY_FORM:
    'Mã kế hoạch là năm; của nhiều năm: năm đầu-năm cuối, từ ba năm trở lên; của phong trào: năm-từ; của kế hoạch con: mã kế hoạch cấp trên-mã đơn vị.',
  UNIT_CODE: 'Từ này là mã của một đơn vị; hãy chọn từ khác.',

  // Units
  NOT_VALID: 'Vào ngày hoặc trong kỳ đó, đơn vị này chưa có hoặc không còn hoạt động.',
  BELOW_ITSELF: 'Đơn vị không thể nằm dưới chính nó.',
  UNITS_BELOW: 'Còn đơn vị trực thuộc đang hoạt động; hãy chuyển hoặc kết thúc các đơn vị đó trước.',
  LATER_TERM: 'Sau ngày đó, tên hoặc vị trí của đơn vị còn thay đổi; hãy chọn ngày từ lần thay đổi ấy trở đi.',
  PAST: 'Ngày đã qua: phải ghi Legal-Date và văn bản làm căn cứ.',
  ABOVE_ITSELF: 'Cơ quan không thể là cấp trên của chính nó.',
  NO_PERSON: 'Loại đối tượng này không có dữ liệu cá nhân đó.',
  TWELVE_DIGITS: 'Số định danh cá nhân phải đủ 12 chữ số; muốn giữ số đã lưu thì không gửi "identifiers".',

  // Reports and results
  WORDS: 'Chỉ tiêu này báo cáo bằng lời, theo các mức cho phép.',
  FIGURE:
    'Chỉ tiêu này báo cáo bằng số theo đơn vị gốc, ví dụ "171.9": dấu chấm chỉ để ghi phần lẻ. Không dùng dấu phân cách hàng nghìn, không thêm số 0 sau phần lẻ.',
  DERIVED: 'Chỉ tiêu này do hệ thống tính, không báo cáo.',
  COMMUNE_ONLY: 'Chỉ tiêu này do đơn vị chủ trì báo cáo cho toàn xã.',
  SCOPE: 'Chỉ đơn vị chủ trì chỉ tiêu báo cáo số toàn xã; đơn vị khác ghi OWN, hoặc để trống.',
  ONE_OF_TWO: 'Chỉ ghi một trong hai: số liệu, hoặc vì sao không có gì để báo cáo.',
  OUT_OF_MISSING: 'Phải ghi tổng số làm mẫu số.',
  OUT_OF_UNASKED: 'Không ghi tổng số: chỉ tiêu không tính trên tổng số, hoặc không có số liệu.',
  POSITIVE: 'Tổng số phải lớn hơn 0.',
  EMPTY: 'Báo cáo chưa có số liệu, cũng chưa có phần lời.',
  EVIDENCE_MISSING: 'Số liệu này phải có minh chứng.',
  WHOLE: 'Chỉ tiêu này báo cáo bằng số nguyên.',
  SHARE: 'Tỷ lệ phải từ 0 đến 100.',
  PERIOD_HAS_NAME: 'Kỳ này đã có tên riêng; hãy dùng tên đó.',
  TWICE: 'Chỉ tiêu được nêu hai lần.',
  DIFFERS: 'Khác với số trước đó: phải nêu lý do.',
  NOT_YOURS: 'Chỉ tiêu này do người khác thẩm định.',
  NOT_BEGUN: 'Kỳ báo cáo chưa bắt đầu.',
  NOT_CLOSABLE: 'Chỉ chốt số liệu theo kỳ báo cáo của kế hoạch, hoặc theo quý, 6 tháng, 9 tháng, cả kỳ kế hoạch.',
  NO_DUE_DAY: 'Kế hoạch chưa đặt hạn nộp báo cáo; hãy đặt hạn trước.',
  NOT_LATER: 'Hạn mới phải sau hạn hiện nay.',
  OVER: 'Hạn mới đã qua; hãy chọn từ hôm nay trở đi.',
  NEGATIVE_THRESHOLD: 'Ngưỡng không được âm.',
  LEAP_DAY: 'Năm thường không có ngày 29/02; hãy chọn 28/02 hoặc 01/03.',
  PARTS_ABOVE: 'Tổng các phần lớn hơn số chung; hãy xem lại từng số.',
  STRUCTURE: 'Các tỷ trọng của cơ cấu phải cộng lại bằng 100%.',
  NOT_ABOVE: 'Số này không được cao hơn số của chỉ tiêu bao trùm.',
  NO_FINDING: 'Báo cáo không có cảnh báo này; hãy đọc lại báo cáo.',
  NOT_TO_EXPLAIN: 'Lỗi phải được sửa, không giải trình.',
  THOUSANDS: 'Dấu chấm này là dấu phân cách hàng nghìn? Hãy sửa lại, hoặc xác nhận bằng "confirm".',
  SCALE: 'Số này theo đồng hay theo đơn vị của chỉ tiêu? Hãy ghi theo đồng, hoặc xác nhận bằng "confirm".',

  // Rounds and nominations
  NO_FORMS: 'Phải nêu hình thức được xét trong đợt.',
  GOES_NOWHERE:
    'Theo quy định của đợt này, hình thức đó không có trình tự kết thúc ở xã hoặc thiếu quy tắc biểu quyết; chưa xét được.',
  HAS_NOMINATIONS: 'Đợt xét đã có đề nghị theo nội dung này nên phải giữ nguyên.',
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
  OTHER_TYPE: 'Văn bản này không đúng loại mà hồ sơ yêu cầu, ví dụ biên bản không thay được tờ trình.',
  RETURNED_ONCE: 'Đề nghị chỉ được trả lại bổ sung một lần.',

  // Councils and meetings
  NO_BODY: 'Cá nhân, hộ gia đình không có thành viên; hãy ghi một tập thể.',
  INDIVIDUAL_ONLY: 'Phải là một cá nhân có trong hệ thống vào ngày đó.',
  NO_MEMBERS: 'Hội đồng chưa có thành viên vào ngày họp.',
  NOT_A_MEMBER: 'Không phải thành viên vào ngày họp.',
  MEMBER_MISSING: 'Phải ghi có mặt hay vắng mặt cho từng thành viên.',
  REPLACEMENT: 'Ghi người dự thay khi, và chỉ khi, thành viên có người dự thay.',
  SEATED: 'Người này đã có chỗ trong cuộc họp.',
  NOT_HELD: 'Chưa tới ngày họp.',
  NO_ATTENDANCE: 'Chưa ghi thành viên nào có mặt.',
  NO_QUORUM: 'Chưa đủ số thành viên dự họp, hoặc không còn ai được biểu quyết.',
  RECUSED: 'Thành viên này đã không tham gia xét.',
  NOT_ABSENT: 'Chỉ người vắng mặt mới gửi ý kiến bằng văn bản.',
  OPINION_GIVEN: 'Thành viên này đã gửi ý kiến.',
  OPINIONS_NOT_COUNTED: 'Quy tắc biểu quyết không tính ý kiến bằng văn bản.',
  EMPTY_AGENDA: 'Phải nêu các đề nghị được xét.',
  NOT_TO_DELIBERATE: 'Đề nghị chưa tới bước họp xét, hoặc không qua họp xét.',
  ALREADY_BEFORE_MEETING: 'Đề nghị này đã được đưa ra một cuộc họp.',
  WHICH_MEMBER: 'Bạn vừa là thành viên, vừa được ghi thay người khác: hãy nêu "member" của mình, hoặc On-Behalf-Of.',
  OTHER_MEMBER: 'Việc này là của thành viên khác; ghi thay thì dùng On-Behalf-Of và phiếu đã ký.',
  NOT_DECLARED: 'Thành viên này chưa khai không tham gia xét đề nghị đó.',
  ATTENDED: 'Đã ghi thành viên dự họp nên không đổi được ngày họp.',
  TALLIED: 'Đề nghị này đã kiểm phiếu.',
  COUNTS: 'Tổng số phiếu phải bằng số người được biểu quyết.',
  TALLY_MISSING: 'Đề nghị này chưa kiểm phiếu.',
  TALLY_UNCONFIRMED: 'Kết quả kiểm phiếu kín chưa được người khác xác nhận.',
  MINUTES_WITHOUT_FILE: 'Biên bản chưa có tệp đính kèm.',
  PAPER_WITHOUT_FILE: 'Văn bản đã ký chưa có tệp đính kèm.',

  // Decisions and awards
  EMPTY_DECISION: 'Phải nêu đề nghị được khen thưởng hoặc không được khen thưởng.',
  NOMINATION_TWICE: 'Đề nghị được nêu hai lần.',
  NOT_DECIDABLE: 'Đề nghị chưa tới bước quyết định.',
  ALREADY_IN_DECISION: 'Đề nghị này đã nằm trong một quyết định.',
  AGAINST_ADVICE: 'Hội đồng không đề nghị khen thưởng: phải nêu lý do vẫn khen thưởng.',
  GIVEN_HERE: 'Khen thưởng theo quyết định của xã thì đính chính hoặc hủy bỏ, không sửa hay xóa.',
  GIVEN_ELSEWHERE: 'Cơ quan khác đã tặng; cơ quan nào tặng thì cơ quan đó thu hồi.',
  MISTYPED: 'Không phải mã của hệ thống: có ký tự sai hoặc thiếu; hãy xem lại.',
  TITLE_MISSING: 'Người ký thay, thừa lệnh, thừa ủy quyền (KT., TL., TUQ.) phải ghi chức vụ của mình.',
  SIGNER_MISSING: 'Ghi lại văn bản đã ký thì phải nêu tên người ký.',
  AUTHORITY_MISSING: 'Ký thừa ủy quyền (TUQ.) hoặc quyền (Q.) phải nêu văn bản ủy quyền, văn bản giao quyền.',
  NUMBER_MISSING: 'Phải ghi số của văn bản, như in trên giấy.',

  // Actors, appointments, keys
  OPERATORS: 'Vai trò cấp trên do người vận hành hệ thống cấp.',
  UNIT_MISSING: 'Người báo cáo phải thuộc một đơn vị.',
  SCOPE_ADDED: 'Khóa chỉ được bớt phạm vi; muốn thêm thì cấp khóa mới.',
  NAMELESS_ACTOR: 'Người này chưa có trong hệ thống: phải ghi tên.',
  EMPTY_DELEGATION: 'Phải nêu việc được ủy quyền.',
  NOT_TO_DELEGATE: 'Việc này không ủy quyền được.',

  // Files
  SIGNED_HERE: 'Văn bản đã ký trong hệ thống thì không sửa; hãy đính chính bằng văn bản khác.',
  PERSON_STAYS: 'Người đã nêu trong trích yếu trước đây thì giữ trong danh sách; chỉ được thêm.',
  FILE_ATTACHED: 'Tệp này đã thuộc một văn bản.',
  TOO_MANY_FILES: 'Nhiều tệp hơn mức cho phép.',
  FILE_MISSING: 'Phải có đúng một tệp, trong mục "file".',
  FILE_ONCE: 'Chỉ gửi một lần.',
  FILE_NAME:
    'Tên tệp phải gọn: không đường dẫn, không ký tự điều khiển hay < > : " | ? *, không bắt đầu hoặc kết thúc bằng dấu chấm, tối đa 200 ký tự, có đuôi.',

  // Any record
  UNKNOWN: 'Không có mục được nêu; hãy kiểm tra lại.',
  NAMED_TWICE: 'Được nêu hai lần.',
  NOTHING_CHANGED: 'Chưa nêu điều cần thay đổi.',
  AHEAD: 'Ngày này chưa tới.',
  TOO_EARLY: 'Ngày này quá sớm: trước ngày bắt đầu, trước bước liền trước, hoặc đã qua.',
  BEYOND_HEAD: 'Nhật ký chưa có vị trí này; hãy dùng vị trí không quá "head".',

  // The database
  DISK_FULL: 'Ổ đĩa của cơ sở dữ liệu đã đầy; hãy báo người quản trị.',
  MEMORY_FULL: 'Cơ sở dữ liệu đang thiếu bộ nhớ; hãy thử lại sau.',
  CONNECTIONS_FULL: 'Cơ sở dữ liệu không còn kết nối trống; hãy thử lại sau.',
  MIGRATION_PENDING: 'Cơ sở dữ liệu chưa được nâng cấp cho chương trình này; người vận hành cần chạy thidua migrate.',
  MIGRATION_RUNNING: 'Cơ sở dữ liệu đang được nâng cấp; hãy thử lại sau.',
  MIGRATION_UNKNOWN: 'Cơ sở dữ liệu đã được nâng cấp cho phiên bản khác; người vận hành cần khởi động phiên bản đó.',

  // The shape of a request: headers, then the validator's own names
  only: 'Giá trị duy nhất được nhận là "only".',
  header: 'Header này không đúng dạng.',
  version: 'If-Match phải là ETag của bản ghi, ví dụ "3".',
  isDefined: 'Còn thiếu.',
  isString: 'Phải là chuỗi ký tự.',
  isInt: 'Phải là số nguyên.',
  isBoolean: 'Phải là true hoặc false.',
  isArray: 'Phải là danh sách.',
  isIn: 'Không thuộc các giá trị cho phép.',
  isUuid: 'Phải là mã định danh (UUID).',
  matches: 'Không đúng dạng.',
  calendar: 'Lịch không có ngày hoặc kỳ này.',
  maxLength: 'Quá dài.',
  marks: 'Có hơn 30 dấu liền nhau; hãy gõ lại chỗ đó.',
  arrayMaxSize: 'Danh sách quá dài.',
  min: 'Nhỏ hơn mức cho phép.',
  max: 'Lớn hơn mức cho phép.',
  whitelistValidation: 'Không nhận mục này.',
  isObject: 'Phải là một đối tượng, không phải danh sách.',
  nestedValidation: 'Không đúng cấu trúc.',
  unknownValue: 'Không đúng cấu trúc.',
} as const;

/** Codes of a catalogue that is not in order. Only the operator, at the command line, reads them: in English. */
export const pointsForOperators = [
  'TOLD_TWICE',
  'BACKWARDS',
  'OVERLAPS',
  'FOR_NOBODY',
  'NEGATIVE_MONEY',
  'NOT_ITS_NOMINEES',
  'MORE_THAN_ALL_OF_THEM',
  'ROAD_ENDS',
  'ROAD_MISSING',
  'NO_MEETING',
  'VOTE_RULE_MISSING',
] as const;

export type PointCode = keyof typeof pointsInVietnamese;
export type OperatorsPointCode = (typeof pointsForOperators)[number];
export type AnyPointCode = PointCode | OperatorsPointCode;

/**
 * One point of a refusal: where (`pointer`, RFC 6901 into the body or the parameters), which rule (`code`), and a
 * sentence.
 */
export interface Point<Code extends AnyPointCode = PointCode> {
  pointer: string;
  code: Code;
  detail: string;
  /** The sentence in Vietnamese where it names figures; else that of the code. */
  vi?: string;
  /** Ways to read a figure that is asked back, each as it would be taken. */
  readings?: readonly string[];
}

export function point(pointer: string, code: PointCode, detail: string): Point;
export function point(pointer: string, code: OperatorsPointCode, detail: string): Point<OperatorsPointCode>;
export function point(pointer: string, code: AnyPointCode, detail: string): Point<AnyPointCode> {
  return { pointer, code, detail };
}

/** The points that were found: `points(broken && point('/at', 'CODE', 'Sentence.'), …)`. */
export const points = <Code extends AnyPointCode>(
  ...found: readonly (false | null | undefined | Point<Code> | readonly Point<Code>[])[]
): Point<Code>[] => found.flatMap((each) => each || []);

/** One name as a step of a JSON pointer (RFC 6901). */
export const pointerStep = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
