/** Chapters of the guide about the way of a nomination: the list that hangs, the way upward, what is due. */
export const guideForTheRoad = {
  en: [
    [
      'consultation',
      'The list hangs (công khai, lấy ý kiến)',
      `<p>Where the road of a form asks for it, nominations wait until their list has hung:</p>
<ol>
<li><code>openConsultation</code> hangs the list of all that wait, of a form in a round, but for the ids in
<code>except</code>; <code>unit</code> narrows it to one hamlet. It says where (<code>places</code>) and since when;
its last day follows from the law (<code>AwardForm.timeLimits</code>), in calendar or working days.</li>
<li>Officials record what people say with <code>raiseObjection</code>: there is no anonymous door. Who objected is
personal, and never public. <code>answerObjection</code> says whether it is upheld, and why.</li>
<li>After the last day, all objections answered, <code>closeConsultation</code> lets the nominations go on. Whose
objection was upheld is withdrawn by <code>withdrawNomination</code>.</li>
</ol>
<p>Everybody may read <code>consultations</code> and <code>listings</code>.</p>`,
    ],
    [
      'upward',
      'To the district or the province, and back',
      `<p><code>forwardNomination</code> sends a nomination up with its proposal (tờ trình) as a document. The superior
reads it with the same key that pulls the feed, nominee, dossier and files included, and answers itself:
<code>receiveNomination</code>, then <code>recordOutcome</code> with <code>GRANTED</code>, <code>REFUSED</code> or
<code>RETURNED</code>. Where it has no system the clerk records both with its papers. A granted award enters the
register as given elsewhere.</p>
<p>The day of receipt decides the law of the conditions. Where a later one may be more favourable,
<code>…/nominations/{id}/eligibility</code> answers both, and a person chooses with a reason.</p>
<p>A title may be given to a share of those who hold another one. <code>…/rounds/{id}/quotas</code> tells the places
that are left; <code>signDecision</code> refuses a grant beyond them (<code>BEYOND_QUOTA</code>).</p>`,
    ],
    [
      'agenda',
      'What is due, in a calendar',
      `<p><code>agenda</code> names what waits for you, with the last day on which it is in time. A telephone or Outlook
keeps it by itself: have a key issued for you with the scope <code>agenda:read</code> alone, and subscribe to</p>
<pre>/v1/communes/{commune}/agenda/calendar?key={key}</pre>
<p>Who has the address sees the calendar and nothing else. It names no person. When it became known to others,
<code>revokeKey</code> ends it.</p>`,
    ],
  ],
  vi: [
    [
      'consultation',
      'Công khai, lấy ý kiến',
      `<p>Hình thức nào có bước công khai thì đề nghị chờ đến khi niêm yết xong:</p>
<ol>
<li><code>openConsultation</code> niêm yết danh sách mọi đề nghị đang chờ về một hình thức trong đợt, trừ các mã định
danh trong <code>except</code>; <code>unit</code> thu hẹp về một thôn. Danh sách ghi nơi niêm yết
(<code>places</code>) và ngày bắt đầu; ngày cuối tính theo quy định (<code>AwardForm.timeLimits</code>), theo ngày
thường hoặc ngày làm việc.</li>
<li>Cán bộ ghi phản ánh của người dân bằng <code>raiseObjection</code>: không có cửa nặc danh. Người phản ánh là dữ
liệu cá nhân, không bao giờ công khai. <code>answerObjection</code> trả lời đúng hay không đúng, kèm lý do.</li>
<li>Sau ngày cuối, khi mọi phản ánh đã được trả lời, <code>closeConsultation</code> cho các đề nghị đi tiếp. Đề nghị
bị phản ánh đúng thì rút bằng <code>withdrawNomination</code>.</li>
</ol>
<p>Ai cũng xem được <code>consultations</code> và <code>listings</code>.</p>`,
    ],
    [
      'upward',
      'Trình cấp trên, và kết quả trả về',
      `<p><code>forwardNomination</code> trình một đề nghị kèm tờ trình. Cấp trên đọc bằng chính khóa dùng để nhận nhật
ký, gồm cả đối tượng, hồ sơ và tệp, rồi tự ghi: <code>receiveNomination</code>, sau đó <code>recordOutcome</code> với
<code>GRANTED</code> (tặng), <code>REFUSED</code> (không tặng) hoặc <code>RETURNED</code> (trả lại). Cấp trên chưa có
hệ thống thì công chức văn phòng ghi thay theo văn bản. Khen thưởng được tặng vào sổ như khen thưởng của nơi khác.</p>
<p>Ngày nhận hồ sơ quyết định điều kiện xét theo quy định nào. Nếu quy định sau có thể có lợi hơn,
<code>…/nominations/{id}/eligibility</code> đánh giá theo cả hai, và người có thẩm quyền chọn, nêu lý do.</p>
<p>Có danh hiệu chỉ tặng theo tỷ lệ của người đạt danh hiệu khác. <code>…/rounds/{id}/quotas</code> cho biết còn bao
nhiêu chỉ tiêu; <code>signDecision</code> từ chối phần vượt (<code>BEYOND_QUOTA</code>).</p>`,
    ],
    [
      'agenda',
      'Việc đến hạn, trên lịch điện thoại',
      `<p><code>agenda</code> nêu việc đang chờ bạn, kèm hạn cuối. Điện thoại hoặc Outlook tự cập nhật được: xin cấp cho
mình một khóa chỉ có phạm vi <code>agenda:read</code>, rồi đăng ký lịch theo địa chỉ</p>
<pre>/v1/communes/{commune}/agenda/calendar?key={key}</pre>
<p>Ai có địa chỉ thì xem được lịch, ngoài ra không xem được gì khác. Lịch không nêu tên người. Nếu địa chỉ bị lộ,
<code>revokeKey</code> chấm dứt ngay.</p>`,
    ],
  ],
} as const;
