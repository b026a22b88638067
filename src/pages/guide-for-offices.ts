/**
 * Chapters of the guide about awards: who may have them, many at once, money, complaints. Id, title, text as HTML,
 * both languages.
 */
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
    [
      'money',
      'Money of awards (tiền thưởng, quỹ)',
      `<p>An award has its money from the signing on: coefficient × base salary × factor, by the law of the day of the
decision, rounded once (<code>raw</code>, <code>payable</code>, <code>amountBasis</code>). A later base salary changes
nothing. Of awards for one achievement the highest pays; <code>amountReason</code> and <code>payingAwardId</code> say
why another pays less.</p>
<ol>
<li><code>setFund</code>: what the fund of a year is made of. <code>setRounding</code> where a document of the commune
rounds otherwise than the law.</li>
<li><code>fund</code>: what the awards of the year cost, and whether the fund suffices: signed
(<code>committed</code>), drafted and nominated (<code>forecast</code>), and candidates who are not nominated yet
(<code>sufficesForCandidates</code>).</li>
<li><code>signDecision</code> beyond the fund is asked back (<code>BEYOND_FUND</code>).</li>
<li><code>awards?money=TO_PAY</code>: the list for the treasury. <code>payAwards</code> pays many by one voucher, each
once (<code>ALREADY_PAID</code>), as far as the fund has it (<code>FUND_EXCEEDED</code>). <code>payments?voucher=</code>
is what a voucher paid.</li>
<li><code>presentAwards</code>: the ceremony.</li>
<li>After a revocation <code>toRecover</code> is to come back: <code>recoverAward</code>, in parts, each with its
voucher, and the object.</li>
</ol>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: text/csv" -o to-pay.csv \\
  "/v1/communes/{commune}/awards?money=TO_PAY"</pre>
<p>A payment recorded by mistake is taken out (<code>removePayment</code>), a presentation with
<code>presentedOn</code> null. Payments are for officials; the public sees <code>payable</code> and
<code>paidOn</code>.</p>`,
    ],
    [
      'complaints',
      'Complaints about awards (khiếu nại)',
      `<p>While a list hangs people object (<code>raiseObjection</code>); after the decision they complain.
<code>complain</code> records a complaint that the office accepts. It names who complains: an anonymous one is not
accepted (<code>COMPLAINANT_MISSING</code>). Who it was is personal, and never public. The law gives the days, as rows
of the form (<code>AwardForm.timeLimits</code>): after them a complaint is asked back (<code>LATE_COMPLAINT</code>);
<code>settleBy</code> is the last day of the settlement.</p>
<p><code>settleComplaint</code> names its decision and the outcome: <code>UPHELD</code>, <code>PARTLY_UPHELD</code> or
<code>REJECTED</code>; a second decision is recorded the same way. The award stays as it is until
<code>revokeAward</code> or <code>correctAward</code>. While a complaint is verified, <code>recordFact</code> of kind
<code>HOLD</code> keeps the person from other awards.</p>`,
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
    [
      'money',
      'Tiền thưởng, quỹ thi đua khen thưởng',
      `<p>Khen thưởng có tiền thưởng từ khi ký quyết định: hệ số × lương cơ sở × hệ số đối tượng, theo quy định của ngày
ký, làm tròn một lần (<code>raw</code>, <code>payable</code>, <code>amountBasis</code>). Lương cơ sở đổi sau đó không
làm thay đổi. Nhiều khen thưởng cho một thành tích thì hưởng mức cao nhất; <code>amountReason</code> và
<code>payingAwardId</code> nêu lý do khen thưởng kia được chi ít hơn.</p>
<ol>
<li><code>setFund</code>: các khoản của quỹ một năm. <code>setRounding</code> nếu văn bản của xã làm tròn khác quy định
chung.</li>
<li><code>fund</code>: tiền thưởng của năm là bao nhiêu, quỹ có đủ không: đã ký (<code>committed</code>), đã soạn và
đang đề nghị (<code>forecast</code>), và người đủ điều kiện chưa được đề nghị
(<code>sufficesForCandidates</code>).</li>
<li><code>signDecision</code> vượt quỹ thì được hỏi lại (<code>BEYOND_FUND</code>).</li>
<li><code>awards?money=TO_PAY</code>: danh sách để chi. <code>payAwards</code> chi cho nhiều khen thưởng theo một phiếu
chi, mỗi khen thưởng một lần (<code>ALREADY_PAID</code>), trong phạm vi quỹ (<code>FUND_EXCEEDED</code>).
<code>payments?voucher=</code> là những gì một phiếu đã chi.</li>
<li><code>presentAwards</code>: trao tặng.</li>
<li>Sau khi hủy bỏ, <code>toRecover</code> là số phải thu hồi: <code>recoverAward</code>, thu một hay nhiều lần, mỗi lần
một phiếu thu, và thu hồi hiện vật.</li>
</ol>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: text/csv" -o to-pay.csv \\
  "/v1/communes/{commune}/awards?money=TO_PAY"</pre>
<p>Khoản chi ghi nhầm thì gỡ (<code>removePayment</code>), trao tặng ghi nhầm thì đặt <code>presentedOn</code> là null.
Khoản chi chỉ cán bộ xem; ai cũng xem được <code>payable</code> và <code>paidOn</code>.</p>`,
    ],
    [
      'complaints',
      'Khiếu nại về khen thưởng',
      `<p>Khi danh sách còn niêm yết thì người dân phản ánh (<code>raiseObjection</code>); sau quyết định thì khiếu nại.
<code>complain</code> ghi khiếu nại đã được thụ lý. Phải ghi ai khiếu nại: đơn nặc danh không được thụ lý
(<code>COMPLAINANT_MISSING</code>). Người khiếu nại là dữ liệu cá nhân, không bao giờ công khai. Thời hiệu, thời hạn
theo luật là các dòng của hình thức (<code>AwardForm.timeLimits</code>): quá thời hiệu thì được hỏi lại
(<code>LATE_COMPLAINT</code>); <code>settleBy</code> là hạn giải quyết.</p>
<p><code>settleComplaint</code> nêu quyết định giải quyết và kết quả: <code>UPHELD</code> (đúng),
<code>PARTLY_UPHELD</code> (đúng một phần) hoặc <code>REJECTED</code> (sai); quyết định lần hai ghi như vậy. Khen thưởng
giữ nguyên cho đến khi có <code>revokeAward</code> hoặc <code>correctAward</code>. Trong thời gian xác minh, ghi
<code>recordFact</code> loại <code>HOLD</code> để tạm dừng xét khen thưởng khác.</p>`,
    ],
  ],
} as const;
