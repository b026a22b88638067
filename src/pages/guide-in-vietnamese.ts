import { lengths } from '../api/list-lengths.js';
import { pageSize } from '../api/lists.js';
import { limits } from '../limits/limits.js';
import { defaultRateLimit } from '../settings.js';
import { guideForClients } from './guide-for-clients.js';
import { guideForOffices } from './guide-for-offices.js';
import { guideForTheRoad } from './guide-for-the-road.js';
import type { Chapter, GuideParts } from './guide.js';

const number = (value: number) => value.toLocaleString('vi');

/** The guide of `/docs` in Vietnamese. A test holds its chapters, codes and numbers to those of `guide`. */
export const guideInVietnamese = ({ rights, spreadsheets }: GuideParts): readonly Chapter[] => [
  [
    'doors',
    'REST và GraphQL',
    `<p>Mỗi thao tác có một tên, một quyền, và gọi được bằng hai cách: REST (tra cứu ở cuối trang,
<a href="/openapi.json">openapi.json</a>) và GraphQL (<a href="/graphql">GraphiQL</a>,
<a href="/schema.graphql">schema.graphql</a>). Địa chỉ nêu xã, phường bằng mã, và nêu bản ghi bằng mã hoặc mã định
danh. Kế hoạch đã ban hành, sổ khen thưởng, kết quả xếp hạng, xếp loại đã công bố và danh mục (danh hiệu,
hình thức khen thưởng, quy định theo thời kỳ, lương cơ sở) là công khai:
<code>curl /v1/communes/{commune}/plans</code> không cần khóa. <code>…/standings/{unit}?period=</code> trả về điểm của
một đơn vị cùng mọi thứ làm nên điểm đó; bảng theo dõi của xã trình bày điều này cho người đọc.</p>`,
  ],
  [
    'keys',
    'Khóa truy cập và phạm vi',
    `<pre>Authorization: Bearer &lt;key&gt;</pre>
<p>Khóa truy cập thuộc về một người dùng. Quyền của người dùng có từ các phân công: công chức văn phòng, người báo cáo,
người thẩm định, Chủ tịch, cấp trên …; xem <a href="${rights}">phân quyền</a>. <a href="#scopes">Phạm vi</a>,
<code>&lt;area&gt;:read</code> (đọc) và <code>&lt;area&gt;:write</code> (ghi), thu hẹp quyền của khóa: khóa không nêu
phạm vi nào thì có mọi phạm vi trừ <code>personal:read</code>, khóa có nêu thì chỉ có đúng các phạm vi ấy.
<code>GET /v1/me</code> cho biết người dùng, phân công, phạm vi và các xã của khóa. Cấp trên hỏi về kết quả của xã mình
giám sát bằng <code>POST …/remarks</code> (ý kiến của cấp trên); câu hỏi và trả lời nằm trong nhật ký của xã.</p>
<p>Bản ghi không được xem và bản ghi không có đều trả lời 404 như nhau. <code>…/actions</code> liệt kê các việc trên một
bản ghi: việc nào làm được lúc này, và mã của các lý do chưa làm được.</p>`,
  ],
  [
    'lists',
    'Đọc: danh sách, con trỏ, ETag',
    `<p>Danh sách là <code>{"items": […], "next": cursor | null}</code>, theo một thứ tự nêu trong tra cứu.
<code>first</code> là số mục của một trang, 1–${pageSize.most}. Muốn lấy trang sau, gửi lại <code>next</code> trong
<code>after</code>; <code>Link: rel="next"</code> là địa chỉ đầy đủ của trang ấy. Con trỏ gửi lại nguyên vẹn. Bộ lọc so
khớp chính xác; một bộ lọc nêu hai lần nghĩa là "hoặc". <code>search</code> không phân biệt hoa thường và dấu, gõ d tìm
được đ. Danh sách của GraphQL có <code>nodes</code>, <code>edges</code> và <code>pageInfo</code>.</p>
<p>Bản ghi có phiên bản <code>version</code>, kèm <code>ETag: "&lt;version&gt;"</code>. Gửi ETag ấy trong
<code>If-None-Match</code> thì nhận 304 khi bản ghi chưa đổi. Các nội dung sau luôn được trả về 200: hình thức khen
thưởng, đơn vị từng có tên hoặc vị trí khác, báo cáo và kỳ báo cáo, vì nội dung của chúng đổi mà không có phiên
bản mới.</p>
<p>Số liệu là chuỗi thập phân chính xác (<code>"171.9"</code>), tiền là số đồng nguyên. Ngày pháp lý là
<code>2023</code>, <code>2023-05</code> hoặc <code>2023-05-26</code>. Kỳ là <code>2023</code>, <code>2023-H1</code>,
<code>2023-Q2</code>, <code>2023-06</code>, năm học <code>2022-2023</code>, hoặc khoảng giữa hai ngày,
<code>2023-03-26/2023-05-19</code>.</p>`,
  ],
  [
    'spreadsheets',
    'Xuất CSV, XLSX',
    `<p>Muốn lấy danh sách thành tệp bảng tính, gửi <code>Accept: text/csv</code>, hoặc với XLSX,
<code>Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</code>. Tệp có mọi trang của danh sách;
các bộ lọc vẫn có hiệu lực. Các danh sách xuất được: ${spreadsheets}. <code>/units/{unit}/honours</code> là toàn bộ
thành tích của một đơn vị hoặc cá nhân trên một bảng.</p>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: text/csv" -o units.csv \\
  /v1/communes/{commune}/units</pre>`,
  ],
  [
    'papers',
    'In văn bản',
    `<p>Văn bản được in từ dữ liệu đã ghi, không phải gõ lại, theo thể thức của NĐ 30/2020/NĐ-CP: dạng PDF, hoặc DOCX
với <code>Accept: application/vnd.openxmlformats-officedocument.wordprocessingml.document</code>; dự thảo để trống số
và ngày. In dự thảo, trình ký, rồi ghi lại văn bản đã ký. Biên bản, giấy mời, phiếu của cuộc họp, tờ trình, danh sách,
báo cáo của đợt xét, thông báo không khen thưởng, công văn đính chính (<code>correctionPaper</code>) và giấy khen cũng
in được. Văn bản có mẫu bắt buộc của nghị định thì <code>prescribed</code> nêu số mẫu và cho biết bố cục đã đối chiếu
chưa; chưa đối chiếu thì xã đặt mẫu của mình.</p>
<p>Mẫu riêng là tệp DOCX có các trường, dùng cho mọi loại văn bản: tải tệp lên, rồi gửi
<code>PUT /paper-templates/{kind}</code>. Trường sai hoặc thiếu được nêu đúng tên, kèm các trường dùng được.</p>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: application/pdf" -OJ \\
  /v1/communes/{commune}/decisions/{id}/paper</pre>`,
  ],
  [
    'imports',
    'Nhập từ bảng tính',
    `<p>Hộ gia đình, mức giao, số liệu báo cáo, dữ kiện và danh sách đề nghị nhập được từ XLSX, CSV, JSON hoặc
NDJSON. Tải mẫu, hoặc xuất danh sách hiện có, điền vào, chạy thử, rồi gửi:</p>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: text/csv" -o form.csv \
  "/v1/communes/{commune}/plans/2023/template?unit={unit}&amp;period=2023-Q2"
curl -H "Authorization: Bearer $KEY" -F kind=HOUSEHOLD -F file=@households.xlsx \
  "/v1/communes/{commune}/imports/units?validate=only"</pre>
<p>Câu trả lời cho biết từng dòng đã được làm gì (<code>CREATED</code> thêm mới, <code>UPDATED</code> sửa,
<code>UNCHANGED</code> giữ nguyên, <code>REJECTED</code> không nhận) và ô nào sai. Một dòng sai thì cả tệp chưa được
nhập, trừ khi gửi <code>mode=rows</code>. Với <code>Accept: text/csv</code>, câu trả lời là các dòng bị trả lại kèm lỗi,
để sửa rồi gửi lại. Tiêu đề ghi bằng tiếng Việt, thứ tự nào cũng được; số hiểu được hai cách ("1.763") sẽ được hỏi
lại, trừ khi nêu <code>decimal</code> là <code>comma</code> (dấu phẩy) hoặc <code>point</code> (dấu chấm). Mức giao ghi
mỗi dòng một mức, hoặc thành bảng: chỉ tiêu theo dòng, thôn theo cột; cột tổng được bỏ qua.</p>`,
  ],
  [
    'writing',
    'Ghi',
    `<pre>PATCH /v1/communes/{commune}/plans/2023/indicators/{indicator}?validate=only
If-Match: "3"
Idempotency-Key: 5b0c…
Content-Type: application/merge-patch+json

{"target": "172.5", "reason": "…"}</pre>
<ul>
<li><b>If-Match</b>: phiên bản mà người gọi đã đọc trước khi quyết định; trong GraphQL là <code>expectedVersion</code>.
Thiếu thì trả lời 428, phiên bản cũ thì 412. PUT tạo bản ghi mới thì gửi <code>If-None-Match: *</code>, trong GraphQL
gửi phiên bản 0.</li>
<li><b>Idempotency-Key</b>: 1–255 ký tự ASCII nhìn thấy được, tùy chọn. Cùng một việc với cùng khóa này, qua REST hay
GraphQL, chỉ xảy ra một lần trong ít nhất bảy ngày. Lần gửi lại được trả lời như lần đầu, kèm
<code>Idempotency-Replayed: true</code>. Việc khác với cùng khóa này là 422; việc đầu còn đang chạy là 409. Hãy gửi khóa
này với mọi lần ghi: nếu không nhận được trả lời thì gửi lại yêu cầu.</li>
<li><b>?validate=only</b>: kiểm tra đầy đủ và trả lời nội dung mà việc đó sẽ trả lời, luôn với 200, kèm
<code>Validate: only</code>; không ghi gì.</li>
<li><b>Merge patch</b>: mục không gửi thì giữ nguyên, null thì xóa giá trị, danh sách thì thay toàn bộ.</li>
<li>Tạo bản ghi mới thì nhận 201 kèm <code>Location</code>.</li>
<li>Nội dung gửi lên là JSON ở bảng mã UTF-8; nội dung rỗng coi như không gửi. Mã định danh viết hoa hay thường đều
được, số thập phân có số 0 ở cuối cũng được, ngày ghi ở chỗ cần thời điểm là lúc hết ngày ấy ở Việt Nam, xuống dòng kiểu
Windows được đọc như LF. Câu trả lời chỉ có một cách viết cho mỗi thứ.</li>
</ul>
<p>Trong GraphQL, yêu cầu kèm một trong các header này, hoặc <code>POST /graphql?validate=only</code>, chỉ có một
mutation.</p>`,
  ],
  [
    'times',
    'Hai mốc thời gian',
    `<p>Mỗi việc có ngày pháp lý (<code>on</code>) và thời điểm ghi nhận (<code>at</code>).
<code>Legal-Date: 2023-12-15</code> đặt ngày pháp lý. Không gửi thì là hôm nay theo Asia/Ho_Chi_Minh; không bao giờ sau
hôm nay. Ngày trước hôm nay cần có quyền, và <code>Legal-Reference: &lt;document id&gt;</code>: văn bản làm căn cứ.
<code>On-Behalf-Of: &lt;unit code&gt;</code> dành cho công chức văn phòng ghi giấy tờ của một đơn vị; khi đó
<code>Legal-Reference</code> là phiếu đã ký. Ngày mà một việc bắt đầu có hiệu lực là một mục của nội dung gửi lên, và có
thể sau hôm nay.</p>`,
  ],
  [
    'problems',
    'Từ chối và ngôn ngữ',
    `<p>Yêu cầu bị từ chối được trả lời <code>application/problem+json</code> (RFC 9457) với <code>code</code>,
<code>detail</code> và <code>errors</code>: mọi chỗ sai kèm con trỏ JSON. GraphQL có cùng nội dung trong
<code>extensions</code>. Chương trình nên dựa vào <code>code</code>: các mã không đổi, và
<a href="/v1/refusals">/v1/refusals</a> liệt kê tất cả. Lời giải thích bằng tiếng Việt, hoặc bằng tiếng Anh với
<code>Accept-Language: en</code>. Người vận hành tìm yêu cầu trong nhật ký máy chủ theo <code>requestId</code>.</p>`,
  ],
  [
    'feed',
    'Nhật ký thay đổi',
    `<p><code>GET /v1/communes</code> trả về từng xã với <code>head {position, hash}</code>, và một ETag: 304 nghĩa là
không có gì thay đổi. Có thay đổi thì hỏi <code>/changes?cursor=</code> để lấy các thay đổi sau con trỏ, theo thứ tự
ghi, chừng nào <code>more</code> còn là true. Một thay đổi là bản ghi như hiện nay (<code>UPSERT</code>), hoặc bản ghi
nay không còn được xem (<code>REMOVED</code>). Áp dụng thay đổi theo <code>(type, recordId, version)</code>; áp dụng hai
lần cũng không sao. Con trỏ không hết hạn. 410 nói vì sao con trỏ không còn dùng được (phạm vi được xem đã đổi, máy chủ
được khôi phục từ bản sao lưu) và bắt đầu lại từ đâu. <code>/snapshot?at=</code> trả về mọi bản ghi như tại một vị
trí, theo trang hoặc, với <code>Accept: application/x-ndjson</code>, thành một luồng; luồng đủ khi dòng cuối có
<code>"end": true</code>. <code>cursor</code> trong đó là con trỏ của nhật ký: từ đó hỏi tiếp các thay đổi. Với xã mà
cơ quan thôi giám sát, nó trả lời như vào ngày cuối. <code>npx thidua pull --url … --into DIR</code>, với khóa trong
<code>THIDUA_KEY</code>, làm tất cả việc này.</p>
<p>Cơ quan theo dõi nhiều xã hỏi một lần cho mọi xã: <code>GET /v1/results</code>, <code>/v1/progress?plan=</code>,
<code>/v1/completeness?plan=</code>, <code>/v1/standings</code>, <code>/v1/awards</code>, kèm <code>commune</code>,
<code>indicator=&lt;system&gt;:&lt;value&gt;</code> và <code>since</code> (một thời điểm). Với
<code>aggregate=true</code>, tiến độ của chỉ tiêu được nêu là một số liệu gộp của các xã nếu các xã đo như nhau,
kèm danh sách xã chưa có số liệu. Gửi <code>If-None-Match</code> thì nhận 304 khi chưa có gì thay đổi.</p>
<p><code>/changes/proof?from=&amp;to=</code> trả về mọi lá của các vị trí, và phần đầu của mỗi thay đổi không được
xem, chứng tỏ thay đổi ấy bị ẩn đúng quy định. Hãy giữ một cặp (vị trí, mã băm): từ đó ai cũng chứng minh được rằng
những gì trước đó không bị sửa. <code>npx thidua verify DIR</code> chứng minh điều này cho một thư mục đã lấy về;
<a href="#bytes">các byte của chuỗi</a> nêu ở dưới.</p>
<p><b>Dữ liệu cá nhân</b> (người làm, lý do, tên) nằm trong chuỗi dưới dạng cam kết: <code>{"#": sha256(salt ‖
JCS(value))}</code>. Người có quyền xem được trả lời trong <code>personal</code> muối (salt) và giá trị, theo con trỏ
JSON. Sau khi xóa, giá trị không còn, mà chuỗi vẫn kiểm tra được. Số định danh cá nhân (<code>cccd</code>) được che, trừ
ba chữ số cuối.</p>`,
  ],
  [
    'webhooks',
    'Địa chỉ nhận thông báo (webhook)',
    `<p>Nhật ký thay đổi được gửi tới một địa chỉ https: quản trị viên thêm địa chỉ (<code>addWebhook</code>) và nêu một
người dùng mà thông báo được xem theo quyền của người đó. Mỗi vị trí của nhật ký là một <code>POST</code>, gửi theo thứ
tự, ký theo <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: hãy kiểm tra chữ ký bằng thư viện ở đó và
khóa bí mật, chỉ được cho xem một lần. Nội dung chỉ nêu bản ghi nào thay đổi; hãy đọc bản ghi bằng khóa truy cập của
mình. Hãy trả lời 2xx trong 15 giây. Lần gửi chưa được nhận sẽ được gửi lại trong ba ngày với cùng
<code>webhook-id</code>, nên có thể nhận được hai lần. <code>deliveries</code> cho biết kết quả từng lần gửi;
<code>replayWebhook</code> gửi tiếp sau khi tạm dừng, hoặc gửi lại từ một vị trí.</p>`,
  ],
  [
    'tokens',
    'Đăng nhập chung (OpenID Connect)',
    `<p>Khi máy chủ đã nối với hệ thống đăng nhập chung, có thể gửi mã truy cập của hệ thống đó thay cho khóa:
<code>Authorization: Bearer &lt;token&gt;</code>. Quản trị viên gắn tài khoản của một người (<code>subject</code>), hoặc
<code>client</code> của một hệ thống, với một người dùng (<code>linkIdentity</code>). Quyền lấy từ phân công của người
dùng, không lấy từ mã; phạm vi là những phạm vi ghi trong mã (<code>scope</code>). Khóa và mã của một người là cùng một
người dùng.</p>`,
  ],
  ...guideForOffices.vi,
  ...guideForTheRoad.vi,
  [
    'upward',
    'Trình cấp trên',
    `<p>Đề nghị về hình thức không thuộc thẩm quyền của Chủ tịch xã được trình cấp trên, kèm hồ sơ. Cấp trên dùng khóa
của mình để ghi vào dữ liệu của xã: <code>GET …/nominations?state=FORWARDED</code> cho biết đề nghị đang chờ,
<code>…/documents/{id}</code> và <code>…/files/{id}</code> là hồ sơ, <code>POST …/nominations/{id}/receive</code> ghi
việc nhận hồ sơ, <code>…/outcome</code> ghi kết quả:</p>
<pre>{"outcome": "GRANTED", "decidedOn": "2024-01-30", "numberText": "135/QĐ-UBND", "issuer": "Chủ tịch UBND huyện …"}
{"outcome": "RETURNED", "decidedOn": "2024-01-30", "reason": "Thiếu biên bản"}</pre>
<p>Trong nhật ký, đó là <code>nomination.forwarded</code>, <code>nomination.received</code> và
<code>outcome.recorded</code>. Nếu cấp trên không dùng hệ thống, công chức văn phòng ghi thay, kèm văn bản
(<code>document</code>). <code>examples/forward-and-return.http</code> đi trọn con đường này.</p>`,
  ],
  ...guideForClients.vi,
  [
    'limits',
    'Giới hạn',
    `<p>Mỗi khóa được ${number(defaultRateLimit)} yêu cầu một phút, nếu người vận hành không đặt mức khác:
<code>RateLimit</code> nói còn bao nhiêu, 429 kèm <code>Retry-After</code> nói khi nào gửi tiếp được. Nội dung gửi lên
có nhiều nhất ${number(limits.body)} byte (413), tệp ${number(limits.file)} byte, một trang ${number(pageSize.most)}
mục, danh sách gửi lên ${number(lengths.usual)} mục nếu mô tả của nó không nói nhiều hơn, địa chỉ ${number(limits.url)}
ký tự. Câu truy vấn GraphQL có nhiều nhất ${number(limits.tokens)} token, ${number(limits.depth)} tầng,
${number(limits.fields)} trường, ${number(limits.aliases)} bí danh (alias), ${number(limits.rootFields)} trường gốc,
${number(limits.directives)} directive, và hỏi nhiều nhất ${number(limits.cost)} giá trị: giá trị trong một danh sách
tính theo số mục ở <code>first</code>. Quá mức thì trả lời 400 <code>QUERY_TOO_COSTLY</code>, nêu giới hạn nào. Sai
phương thức là 405 kèm <code>Allow</code>, sai kiểu nội dung là 415, tham số lạ là 400.</p>`,
  ],
];
