/** Vietnamese headings of tables, by the name of the member: `name: words`, separated by `|`. English ones are the names. */
export const headingWords = `
absentee: Người vắng mặt | holding: Danh hiệu làm căn cứ | granted: Đã tặng | recommended: Được đề nghị | each: Tính theo | act: Việc | overdue: Quá hạn | roles: Vai trò | since: Từ ngày | count: Số lượng | vi: Nội dung | en: Tiếng Anh | actor: Người thực hiện | actorKey: Mã người dùng | adoptedOn: Ngày ban hành | allowances: Châm chước
allowed: Được chấp nhận | alsoCalled: Tên gọi khác | appliesFrom: Áp dụng từ | appointments: Phân công | appraisal: Ý kiến thẩm định
appraisedOn: Ngày thẩm định | approvedOn: Ngày duyệt | asOf: Tính đến ngày | assessedBy: Cơ quan đánh giá | at: Thời điểm
attendance: Dự họp | authority: Thẩm quyền | awardForm: Hình thức được đếm | ballot: Hình thức biểu quyết | base: Căn cứ tính | baseline: Số liệu gốc
bases: Căn cứ | basis: Cơ sở tính | baseUnit: Đơn vị tính của số liệu | before: Trước đó | beyond: Khi vượt khoảng | block: Mã khối | blockName: Khối, cụm | by: Theo
calendar: Lịch | capacity: Hình thức ký | category: Nhóm | causes: Nguyên nhân | change: Tăng, giảm | citation: Thành tích
clarification: Làm rõ | class: Mã xếp loại | className: Xếp loại | closedOn: Ngày đóng | code: Mã | coefficient: Hệ số mức thưởng
commune: Xã | communeKey: Mã xã | communes: Các xã có số liệu | without: Xã chưa có số liệu | comparator: So sánh | confirmed: Đã xác nhận | contentHash: Mã băm nội dung
continues: Tiếp nối chỉ tiêu | convenedOn: Ngày triệu tập | correctedOn: Ngày đính chính | council: Hội đồng | councilCode: Mã hội đồng
counted: Được tính | coverage: Số đơn vị có số liệu | cumulative: Lũy kế | current: Hiện hành | day: Ngày
daysToDecision: Số ngày đến khi quyết định | deadline: Thời hạn hoàn thành | deadlines: Thời hạn | decideBy: Hạn quyết định
decidedOn: Ngày quyết định | deedOn: Ngày lập thành tích đột xuất | derivation: Cách tính | derived: Hệ thống tính | direction: Chiều tốt lên
displayUnit: Đơn vị tính | documentText: Văn bản | done: Kết quả đạt được | dossier: Hồ sơ | dueByFrequency: Hạn theo kỳ
dueDays: Số ngày nộp | dueIn: Hạn nộp | dueOn: Hạn nộp | duties: Nhiệm vụ | endsAt100: Tối đa 100% | entries: Số liệu
estimate: Ước tính | estimates: Số ước tính | evidenceRequired: Cần minh chứng | exceptions: Ngoại lệ | expectedShare: Tỷ lệ dự kiến
expiresAt: Hết hạn | extensions: Gia hạn | factor: Hệ số | factors: Hệ số | figures: Số liệu | final: Kết luận | findings: Phát hiện
form: Hình thức | formCode: Mã hình thức khen thưởng | formName: Hình thức khen thưởng | forms: Hình thức | frequency: Kỳ báo cáo
from: Từ ngày | frozenBy: Chốt bởi | grades: Các mức | grantedOn: Ngày tặng | grants: Được khen | hash: Mã băm | head: Đầu sổ
heldOn: Ngày họp | here: Thuộc thẩm quyền xã | identifiers: Mã định danh | inPeriod: Trong kỳ | indicator: Chỉ tiêu
indicatorCode: Mã chỉ tiêu | inputHash: Mã băm số liệu | invented: Giả định | issuedOn: Ngày ban hành | issuer: Cơ quan ban hành
key: Mã | kind: Loại | kindText: Tên loại | kinds: Các loại | lastUsedAt: Dùng lần cuối | late: Trễ hạn | leftOut: Chưa báo cáo
matters: Nội dung | measure: Đo lường | meetBy: Hạn họp | members: Thành viên | membersOn: Thành phần tính đến ngày | missing: Còn thiếu
missingCodes: Chỉ tiêu còn thiếu | name: Tên | narrative: Thuyết minh | needsClarification: Cần làm rõ | nominateBy: Hạn đề nghị
nominees: Đối tượng | notAbove: Không vượt quá | notPrinted: Không in | notes: Ghi chú | nothing: Không phát sinh | number: Số
numberSuffix: Chữ sau số | numberText: Số, ký hiệu | occurrences: Vụ việc | on: Ngày | open: Đang mở | openedOn: Ngày mở
operation: Thao tác | outOf: Tổng số | outcomeReason: Lý do kết quả | overTime: Tổng hợp theo thời gian | overUnits: Tổng hợp theo đơn vị
overYears: Tổng hợp theo năm | owed: Phải báo cáo | parent: Đơn vị cấp trên | parentCode: Mã đơn vị cấp trên | parentPlan: Kế hoạch cấp trên
parts: Gồm các chỉ tiêu | passDenominator: Tỷ lệ thông qua (mẫu) | passNumerator: Tỷ lệ thông qua (tử) | path: Đường dẫn
percent: Tỷ lệ % | period: Kỳ | persons: Người liên quan | place: Địa điểm | plan: Kế hoạch | pointer: Vị trí | points: Điểm
position: Vị trí | predecessors: Tiền thân | prefix: Tiền tố | prerequisite: Điều kiện trước | printedChange: Mức tăng, giảm in kèm
printedLabel: Số thứ tự in | proposals: Kiến nghị | publishedOn: Ngày công bố | purposes: Mục đích, yêu cầu | question: Câu hỏi
quorumDenominator: Tỷ lệ dự họp (mẫu) | quorumNumerator: Tỷ lệ dự họp (tử) | quota: Hạn mức | rank: Xếp hạng | rawText: Nguyên văn
readings: Cách hiểu | reason: Lý do | reasons: Lý do | recipientName: Người, tập thể được khen | recipients: Nơi nhận
recusedLeaveBase: Trừ người không tham gia | refersTo: Dẫn chiếu | refusals: Không khen | reopenedOn: Ngày mở lại | replaces: Thay cho số
reported: Đã báo cáo | reportedBy: Đơn vị báo cáo | responsibleUnit: Đơn vị phụ trách | responsibleUnitCode: Mã đơn vị phụ trách
restsOn: Căn cứ | retiredOn: Ngày thôi áp dụng | returned: Bị trả lại | returnedReason: Lý do trả lại | revision: Lần sửa
revokedAt: Thu hồi lúc | revokedGround: Căn cứ thu hồi | revokedOn: Ngày thu hồi | revokedReason: Lý do thu hồi | roads: Quy trình
round: Đợt xét | ruleSet: Bộ quy định | scale: Số lẻ | scheme: Thang điểm | scope: Phạm vi | scopes: Phạm vi quyền
seasons: Mùa vụ | sectionPath: Mục | sections: Các mục | self: Tự chấm | sentence: Diễn giải | series: Sổ số | settings: Thiết lập
sha256: Mã băm SHA-256 | shortfalls: Tồn tại, hạn chế | signedOn: Ngày ký | signer: Người ký | sortOrder: Thứ tự | source: Nguồn
stage: Cột điểm | state: Trạng thái | submittedOn: Ngày nộp | subordinateKey: Mã cấp dưới | successors: Kế tục | summary: Tóm tắt thành tích
superiorKey: Mã cấp trên | supersededOn: Ngày thay thế | symbol: Ký hiệu | target: Mức giao | targetPeriod: Kỳ của mức giao
targetText: Mức giao bằng lời | termFrom: Tên này từ ngày | termTo: Tên này đến ngày | thresholds: Ngưỡng | ties: Bằng điểm | title: Tên gọi
to: Đến ngày | type: Loại | unit: Đơn vị | unitCode: Mã đơn vị | units: Đơn vị | unitsComplete: Số đơn vị đã báo cáo đủ
untilYear: Đến năm | upperTarget: Mức trên | validFrom: Từ ngày | validTo: Đến ngày | value: Giá trị
verificationCode: Mã xác minh | verified: Thẩm định | version: Phiên bản | voteRule: Quy tắc biểu quyết | withoutBaseline: Thiếu số liệu gốc
year: Năm | yearBefore: Năm trước | actorId: ID người dùng | authorityId: ID văn bản ủy quyền | correctionDocumentId: ID văn bản đính chính
correctsId: ID báo cáo được đính chính | councilId: ID hội đồng | decisionId: ID quyết định | decisionIds: ID các quyết định | documentId: ID văn bản | fileId: ID tệp
fileIds: ID các tệp | id: ID | indicatorId: ID chỉ tiêu | issuedById: ID người cấp | minutesId: ID biên bản | nominationId: ID đề nghị
parentId: ID đơn vị cấp trên | planId: ID kế hoạch | publicationId: ID bảng xếp loại | recordId: ID bản ghi | requestId: ID yêu cầu
responsibleUnitId: ID đơn vị phụ trách | resultIds: ID các kết quả | revokingDecisionId: ID quyết định thu hồi | roundId: ID đợt xét
schemeId: ID thang điểm | submissionId: ID báo cáo | subordinateId: ID cấp dưới | superiorId: ID cấp trên | supersedesId: ID kết quả được thay
unitId: ID đơn vị | raw: Tiền thưởng trước làm tròn | payable: Tiền thưởng được chi | amountBasis: Cơ sở tính tiền thưởng
amountReason: Lý do không chi | payingAwardId: ID khen thưởng được chi thay | baseSalary: Lương cơ sở | rounding: Làm tròn
voucher: Số phiếu | amount: Số tiền | receiver: Người nhận | paidOn: Ngày chi | paid: Đã chi | toPay: Còn phải chi
toRecover: Còn phải thu hồi | presentedOn: Ngày trao | objectReturnedOn: Ngày thu hồi hiện vật | awardId: ID khen thưởng
width: Chiều rộng (mm) | height: Chiều cao (mm) | rightBy: Dịch sang phải (mm) | downBy: Dịch xuống (mm)
owner: Người dùng có quyền xem | url: Địa chỉ | milliseconds: Thời gian (ms) | attempt: Lần thử | status: Mã HTTP | outcome: Kết quả | pausedFor: Lý do tạm dừng
failingSince: Lỗi từ lúc | nextAttemptAt: Gửi lại lúc | formerSecretUntil: Khóa bí mật cũ dùng đến | signingSecret: Khóa bí mật
webhookId: ID địa chỉ nhận thông báo | ownerId: ID người dùng có quyền xem | subject: Tài khoản | client: Ứng dụng | linkedById: ID người gắn
rateSource: Căn cứ tỷ lệ trích | method: Cách làm tròn
several: Nhiều khen thưởng cùng thành tích | pays: Mức được hưởng
several: Nhiều khen thưởng cùng thành tích | pays: Mức được hưởng | answer: Trả lời | answerDocumentId: ID văn bản trả lời | answeredOn: Ngày trả lời | consultationId: ID đợt công khai
countedIn: Tính theo ngày | days: Số ngày | endedOn: Ngày kết thúc | firstDay: Ngày niêm yết | lastDay: Ngày cuối | nomineeName: Tên trong danh sách
objector: Người phản ánh | objectorCode: Mã người phản ánh | places: Nơi niêm yết | raisedOn: Ngày phản ánh | text: Nội dung
complainant: Người khiếu nại | complainantCode: Mã người khiếu nại | complainedOn: Ngày khiếu nại | acceptedOn: Ngày thụ lý
settleBy: Hạn giải quyết | outcome: Kết quả giải quyết | conclusion: Kết luận | settledOn: Ngày giải quyết
settlementDocumentId: ID quyết định giải quyết | timeLimits: Thời hạn | prescribed: Mẫu văn bản bắt buộc | upheld: Phản ánh đúng | conditions: Điều kiện
`;
