/** Chapters of the guide for who writes a client or a verifier: id, title, text as HTML, in both languages. */
export const guideForClients = {
  en: [
    [
      'clients',
      'Generated clients and their caches',
      `<p>A member <code>id</code> is the object's own, so a cache may go by <code>__typename</code> and
<code>id</code>;
other records are named by <code>recordId</code>, <code>unitId</code> and the like. A type without <code>id</code>
(<code>Change</code>, <code>PersonalValue</code>, <code>Progress</code>) is a part of the answer around it. A view of
another time (<code>asOf</code>; of results <code>at</code>) shows the same <code>id</code> with other members:
ask for it without the cache (<code>no-cache</code>, <code>network-only</code>).</p>
<p>Lists are Relay's connections; how much a GraphQL document may ask for stands under
<a href="#limits">Limits</a>.</p>`,
    ],
    [
      'bytes',
      'Bytes of the chain, for a verifier of your own',
      `<p><a href="/docs/chain-vector.json">A test vector</a> has positions of both forms, hidden items and an erased
value,
with every hash.</p>
<ul>
<li>In JSON a hash or a leaf is 64 lower-case hex digits; into SHA-256 it goes as its 32 raw bytes. A
<code>salt</code> is the hex of 16 raw bytes.</li>
<li>JCS is RFC 8785: members in the order of their UTF-16 units, no blanks. All numbers are integers, figures are
texts: so any JSON writer with sorted members gives it. Values go in as served, <code>at</code> as that very
text.</li>
<li>Form 2: <code>leaf = sha256(0x02 ‖ sha256(JCS({op, seen})) ‖ sha256(JCS({kind, type, recordId, version, on, at,
actor, reason, data})))</code>. Absent members are left out; <code>seen</code> always has <code>before</code> and
<code>after</code>, null for none. Form 1: <code>leaf = sha256(0x00 ‖ JCS({op, kind, type, id, version, on, at, actor,
reason, data}))</code> with <code>recordId</code> as <code>id</code>.</li>
<li><code>hash(p) = sha256(0x01 ‖ hash(p−1) ‖ uint64be(p) ‖ leaf₁ ‖ … ‖ leafₙ)</code>, the leaves in the order of
<code>item</code>, hidden ones included; <code>hash(0)</code> is 32 zero bytes.</li>
<li>A hidden item is <code>{position, item, form, op, seen, content, leaf}</code>, <code>content</code> being the hash
of what is hidden; of form 1 <code>{position, item, leaf}</code>, which cannot be checked.</li>
<li><code>/changes/proof?from=&amp;to=</code> has pages of its own: while <code>more</code> is true, ask from the
position after the last one. <code>previous</code> is <code>hash(from−1)</code>.</li>
<li><code>personal</code> of an item: each name is a JSON pointer that starts at the item (<code>/data/name</code>,
<code>/actor</code>) and leads to <code>{"#": sha256(salt ‖ JCS(value))}</code>.</li>
<li>An item of a <code>unit</code> tells one term of it, from <code>termFrom</code> to <code>termTo</code>, which may
lie ahead: until then the name and place of the term before stand.</li>
</ul>`,
    ],
  ],
  vi: [
    [
      'clients',
      'Chương trình sinh tự động và bộ nhớ đệm',
      `<p>Thành phần <code>id</code> là mã của chính đối tượng, nên bộ nhớ đệm dùng được <code>__typename</code> cùng
<code>id</code>; bản ghi khác được nêu bằng <code>recordId</code>, <code>unitId</code> v.v. Kiểu không có
<code>id</code> (<code>Change</code>, <code>PersonalValue</code>, <code>Progress</code>) là một phần của câu trả lời
chứa nó. Dữ liệu của thời điểm khác (<code>asOf</code>; của kết quả <code>at</code>) có cùng <code>id</code> nhưng nội
dung khác: hãy hỏi không qua bộ nhớ đệm (<code>no-cache</code>, <code>network-only</code>).</p>
<p>Danh sách là connection của Relay; một câu truy vấn GraphQL được hỏi bao nhiêu: xem <a href="#limits">Giới
hạn</a>.</p>`,
    ],
    [
      'bytes',
      'Các byte của chuỗi, để tự viết chương trình kiểm tra',
      `<p><a href="/docs/chain-vector.json">Bộ dữ liệu mẫu</a> có vị trí của cả hai dạng, mục bị che và một giá trị
đã xóa,
kèm mọi giá trị băm.</p>
<ul>
<li>Trong JSON, giá trị băm hoặc lá là 64 chữ số hex viết thường; khi đưa vào SHA-256 là 32 byte thô.
<code>salt</code> là hex của 16 byte thô.</li>
<li>JCS là RFC 8785: thành phần xếp theo đơn vị UTF-16, không có khoảng trắng. Mọi số đều là số nguyên, số liệu là
chuỗi, nên bộ ghi JSON nào xếp được thành phần cũng cho đúng kết quả. Giá trị đưa vào đúng như đã trả lời, kể cả chuỗi
<code>at</code>.</li>
<li>Dạng 2: <code>leaf = sha256(0x02 ‖ sha256(JCS({op, seen})) ‖ sha256(JCS({kind, type, recordId, version, on, at,
actor, reason, data})))</code>. Thành phần vắng mặt thì bỏ qua; <code>seen</code> luôn có <code>before</code> và
<code>after</code>, null là không có. Dạng 1: <code>leaf = sha256(0x00 ‖ JCS({op, kind, type, id, version, on, at,
actor, reason, data}))</code>, trong đó <code>recordId</code> mang tên <code>id</code>.</li>
<li><code>hash(p) = sha256(0x01 ‖ hash(p−1) ‖ uint64be(p) ‖ leaf₁ ‖ … ‖ leafₙ)</code>, các lá theo thứ tự
<code>item</code>, kể cả mục bị che; <code>hash(0)</code> là 32 byte 0.</li>
<li>Mục bị che là <code>{position, item, form, op, seen, content, leaf}</code>, <code>content</code> là giá trị băm
của phần bị che; dạng 1 là <code>{position, item, leaf}</code>, không kiểm tra được.</li>
<li><code>/changes/proof?from=&amp;to=</code> có trang riêng: khi <code>more</code> là true, hỏi tiếp từ vị trí sau vị
trí cuối. <code>previous</code> là <code>hash(from−1)</code>.</li>
<li><code>personal</code> của một mục: mỗi tên là con trỏ JSON tính từ chính mục ấy (<code>/data/name</code>,
<code>/actor</code>), chỉ tới <code>{"#": sha256(salt ‖ JCS(value))}</code>.</li>
<li>Mục của <code>unit</code> nêu một giai đoạn của đơn vị, từ <code>termFrom</code> đến <code>termTo</code>, có thể ở
phía trước: cho tới lúc ấy, tên và vị trí của giai đoạn trước vẫn đúng.</li>
</ul>`,
    ],
  ],
} as const;
