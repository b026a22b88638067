/** Chapters of the guide about awards: who may have them, and many at once. Id, title, text as HTML, both languages. */
export const guideForOffices = {
  en: [
    [
      'eligibility',
      'Who may be awarded (dữ kiện, điều kiện)',
      `<p>A <b>fact</b> (<code>recordFact</code>, or many by <code>importFacts</code>) says one thing of a person or
unit: service, rating, initiative, discipline, hold, leave, sex, recognition by others. It has its days, and its
document or source. Awards given elsewhere or before are recorded by <code>recordAward</code>, registrations for
emulation by <code>registerEmulation</code>.</p>
<pre>curl -H "Authorization: Bearer $KEY" \\
  "/v1/communes/{commune}/eligibility?form=cstdcs&amp;nominee={unit}&amp;year=2023"</pre>
<p>The answer is a verdict with all its reasons: <code>ELIGIBLE</code>; <code>PENDING</code>, where a title of the same
year is on its way or a day has not come; <code>NEEDS_PROOF</code>; <code>NOT_ELIGIBLE</code>. Each reason has its
<code>state</code>, the figure that was found, the article (<code>source</code>), whether its text was read for this
program (<code>verified</code>), and what would cure it (<code>cure</code>).</p>
<p>The world is open. What speaks against somebody (discipline, hold, revocation) counts as absent until it is
recorded, and the reason says as of which day. What speaks for somebody is to be proved while it is not recorded. No
verdict stops a nomination: it is shown to those who decide.</p>
<p>Conditions are rows of the catalogue (<code>AwardForm.conditions</code>). <code>ruleSet</code> asks the same under
another law, <code>asOf</code> as of another day; <code>/v1/rule-sets</code> lists the laws. <code>candidates</code>
judges everybody whom a form of a round is for, by the law of the round: <code>verdict=NEEDS_PROOF</code> lists whose
papers are missing, as a spreadsheet, too.</p>`,
    ],
    [
      'bulk',
      'Awards by the hundred',
      `<p>From a list of households to one decision, each step one request and one position of the feed:</p>
<ol>
<li><code>importNominations</code>: the list of a hamlet, with <code>round</code>, <code>form</code>,
<code>place</code> (the hamlet) and <code>summary</code> for all. Nominees stand by code, by name under their hamlet,
or by citizen's number for keys with <code>personal:read</code>. Who is nominated already is
<code>UNCHANGED</code>.</li>
<li><code>submitNominations</code>, then <code>appraiseNominations</code> by another person: all that wait, of a form
in the round, but for the ids in <code>except</code>; <code>unit</code> narrows them to one hamlet.</li>
<li><code>recordHeldMeeting</code>: the minutes of a hamlet by their numbers: summoned, present, and the counts for
all (<code>counts</code>) or for single nominations (<code>tallies</code>). Where a council with members meets,
<code>conveneMeeting</code> and <code>recordTallies</code> do the same.</li>
<li><code>draftDecision</code> with all nominations, <code>signDecision</code>: one number, one file, an award for
each.</li>
</ol>
<pre>curl -H "Authorization: Bearer $KEY" -F round={round} -F form=gdvh -F place=khu-dan-cu-1 \\
  -F "summary=Đạt tiêu chuẩn gia đình văn hóa" -F file=@danh-sach.xlsx \\
  "/v1/communes/{commune}/imports/nominations?validate=only"</pre>
<p>A refusal of such a step names every nominee that stands in its way (<code>/nominations/{code}</code>), and nothing
is kept. An indicator whose <code>derivation</code> is <code>AWARDS</code> counts the awards of its
<code>awardForm</code>: nobody reports it.</p>`,
    ],
  ],
  vi: [
    [
      'eligibility',
      'Ai đủ điều kiện khen thưởng',
      `<p>Một <b>dữ kiện</b> (<code>recordFact</code>, hoặc nhiều dữ kiện bằng <code>importFacts</code>) nêu một điều
về cá nhân hoặc đơn vị: quá trình công tác, xếp loại, sáng kiến, kỷ luật, tạm dừng xét, nghỉ thai sản, giới tính, được
công nhận. Dữ kiện có thời gian, và có văn bản hoặc căn cứ. Khen thưởng của nơi khác hoặc của trước đây ghi bằng
<code>recordAward</code>, đăng ký thi đua bằng <code>registerEmulation</code>.</p>
<pre>curl -H "Authorization: Bearer $KEY" \\
  "/v1/communes/{commune}/eligibility?form=cstdcs&amp;nominee={unit}&amp;year=2023"</pre>
<p>Câu trả lời là kết luận kèm mọi lý do: <code>ELIGIBLE</code> (đủ điều kiện); <code>PENDING</code> (danh hiệu cùng năm
đang xét, hoặc chưa đến ngày); <code>NEEDS_PROOF</code> (cần bổ sung minh chứng); <code>NOT_ELIGIBLE</code> (không đủ
điều kiện). Mỗi lý do có <code>state</code>, số liệu tìm được, điều luật (<code>source</code>), văn bản đã được đọc khi
đưa vào chương trình hay chưa (<code>verified</code>), và cách khắc phục (<code>cure</code>).</p>
<p>Điều bất lợi (kỷ luật, tạm dừng xét, thu hồi) coi như không có khi chưa được ghi, và lý do nêu tính đến ngày nào.
Điều có lợi mà chưa được ghi thì phải chứng minh. Kết luận không chặn việc đề nghị: người có thẩm quyền xem và quyết
định.</p>
<p>Điều kiện là các dòng của danh mục (<code>AwardForm.conditions</code>). <code>ruleSet</code> hỏi theo quy định khác,
<code>asOf</code> hỏi theo ngày khác; <code>/v1/rule-sets</code> liệt kê các quy định. <code>candidates</code> xét mọi
đối tượng của một hình thức trong đợt, theo quy định của đợt: <code>verdict=NEEDS_PROOF</code> liệt kê ai còn thiếu
minh chứng, xuất được ra bảng tính.</p>`,
    ],
    [
      'bulk',
      'Khen thưởng hàng trăm hộ',
      `<p>Từ danh sách hộ đến một quyết định, mỗi bước là một yêu cầu và một vị trí của nhật ký:</p>
<ol>
<li><code>importNominations</code>: danh sách của một thôn, kèm <code>round</code>, <code>form</code>,
<code>place</code> (thôn) và <code>summary</code> chung cho cả tệp. Người được đề nghị ghi bằng mã, bằng tên trong thôn,
hoặc bằng số định danh cá nhân nếu khóa có <code>personal:read</code>. Ai đã có đề nghị thì
<code>UNCHANGED</code>.</li>
<li><code>submitNominations</code>, rồi <code>appraiseNominations</code> do người khác làm: mọi đề nghị đang chờ của một
hình thức trong đợt, trừ các mã định danh trong <code>except</code>; <code>unit</code> thu hẹp về một thôn.</li>
<li><code>recordHeldMeeting</code>: biên bản họp thôn bằng các con số: số người được mời, số người dự, và số phiếu
chung (<code>counts</code>) hoặc của từng đề nghị (<code>tallies</code>). Nếu là hội đồng có thành viên thì dùng
<code>conveneMeeting</code> và <code>recordTallies</code>.</li>
<li><code>draftDecision</code> với mọi đề nghị, <code>signDecision</code>: một số, một tệp, mỗi hộ một khen thưởng.</li>
</ol>
<pre>curl -H "Authorization: Bearer $KEY" -F round={round} -F form=gdvh -F place=khu-dan-cu-1 \\
  -F "summary=Đạt tiêu chuẩn gia đình văn hóa" -F file=@danh-sach.xlsx \\
  "/v1/communes/{commune}/imports/nominations?validate=only"</pre>
<p>Bước nào bị từ chối thì câu trả lời nêu mọi người được đề nghị còn vướng (<code>/nominations/{code}</code>), và
không ghi gì. Chỉ tiêu có <code>derivation</code> là <code>AWARDS</code> đếm các khen thưởng của hình thức
<code>awardForm</code>: không ai phải báo cáo.</p>`,
    ],
  ],
} as const;
