import { lengths } from '../api/list-lengths.js';
import { pageSize } from '../api/lists.js';
import { limits } from '../limits/limits.js';
import { guideForClients } from './guide-for-clients.js';
import { guideForOffices } from './guide-for-offices.js';
import { guideForTheRoad } from './guide-for-the-road.js';
import { defaultRateLimit } from '../settings.js';

/** A chapter of the guide: id of its heading, title, text as HTML. */
export type Chapter = readonly [id: string, title: string, html: string];

/** Addresses and lists in the text of the guide, the same in each language. */
export interface GuideParts {
  /** Address of the page at `/docs/rights`. */
  rights: string;
  /** Operations whose lists are answered as spreadsheets, as codes. */
  spreadsheets: string;
}

const number = (value: number) => value.toLocaleString('en');

/** The guide of `/docs`: everything a caller has to know before the reference makes sense. */
export const guide = ({ rights, spreadsheets }: GuideParts): readonly Chapter[] => [
  [
    'doors',
    'REST and GraphQL',
    `<p>Every operation has one name and one right, and is offered twice: over REST (reference below,
<a href="/openapi.json">openapi.json</a>) and over GraphQL (<a href="/graphql">GraphiQL</a>,
<a href="/schema.graphql">schema.graphql</a>). A path names a commune (xã, phường) by its key, and a record by its
code or id. Issued plans, awards, published standings (xếp hạng, xếp loại) and the catalogue (award forms, rule sets,
base salaries) are public:
<code>curl /v1/communes/{commune}/plans</code> needs no key. <code>…/standings/{unit}?period=</code> answers the points
of a unit with all that they came of; the board of the commune shows the same to a reader.</p>`,
  ],
  [
    'keys',
    'Keys and scopes (khóa truy cập, phạm vi)',
    `<pre>Authorization: Bearer &lt;key&gt;</pre>
<p>A key belongs to an actor (người dùng). The rights of an actor follow from its appointments (phân
công) as clerk, reporter, verifier, chairperson, superior …: see <a href="${rights}">who may do what</a>. <a
href="#scopes">Scopes</a>, <code>&lt;area&gt;:read</code> and <code>&lt;area&gt;:write</code>, narrow a key: a key that
names none has all but <code>personal:read</code>, a key that names some has these alone. <code>GET /v1/me</code>
answers actor, appointments, scopes and communes of the key. A superior asks about a result of a commune it supervises
(<code>POST …/remarks</code>, ý kiến của cấp trên); question and answer stand in the journal of the commune.</p>
<p>A record that you may not see and a record that does not exist give the same 404. <code>…/actions</code>
lists the acts on a record, each with whether you may do it now and the codes of the refusals in the way.</p>`,
  ],
  [
    'lists',
    'Reading: lists, cursors, ETags',
    `<p>A list is <code>{"items": […], "next": cursor | null}</code>, in one documented order. <code>first</code> is
the size of a page, 1–${pageSize.most}. Send <code>next</code> back as <code>after</code> for the next page;
<code>Link: rel="next"</code> is its whole address. A cursor is opaque: send it unchanged. Filters are exact; a filter
given twice means "or". <code>search</code> ignores case and diacritics, and finds đ by d. A GraphQL list has
<code>nodes</code>, <code>edges</code> and <code>pageInfo</code>.</p>
<p>A record has a <code>version</code>, and answers <code>ETag: "&lt;version&gt;"</code>. With the ETag as
<code>If-None-Match</code> the answer is 304 while the record is unchanged. Exceptions always answer 200: an award
form, a unit that has had another name or place, a report and a period, because their content changes without a new
version.</p>
<p>Figures are exact decimal strings (<code>"171.9"</code>), money is whole đồng. Legal dates are
<code>2023</code>, <code>2023-05</code> or <code>2023-05-26</code>. Periods (kỳ) are <code>2023</code>,
<code>2023-H1</code>, <code>2023-Q2</code>, <code>2023-06</code>, the school year <code>2022-2023</code>, or an
interval of two days, <code>2023-03-26/2023-05-19</code>.</p>`,
  ],
  [
    'spreadsheets',
    'CSV and XLSX',
    `<p>A list as a file for a spreadsheet: ask for it with <code>Accept: text/csv</code>, or with
<code>Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</code> for XLSX. The file has all pages
of the list; filters hold. These lists have one: ${spreadsheets}. <code>/units/{unit}/honours</code> is the whole record
of a unit or person (thành tích) on one sheet.</p>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: text/csv" -o units.csv \\
  /v1/communes/{commune}/units</pre>`,
  ],
  [
    'papers',
    'Papers',
    `<p>Records are printed, not typed again, in the form of NĐ 30/2020/NĐ-CP: as PDF, or as DOCX with
<code>Accept: application/vnd.openxmlformats-officedocument.wordprocessingml.document</code>; number and day of a draft
are blank. Print the draft, have it signed, then record what was signed. Minutes, invitations and ballots of a meeting,
proposals, lists and reports of a round, notices of refusal, letters on misprints (<code>correctionPaper</code>) and
certificates are printed, too. Where a decree prescribes a form, <code>prescribed</code> names it and says whether the
layout was held against it; else set it as your template.</p>
<p>A template of your own is a DOCX with named fields, for any paper: upload it, then
<code>PUT /paper-templates/{kind}</code>. A wrong or missing field is refused by its name, with all that there are.</p>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: application/pdf" -OJ \\
  /v1/communes/{commune}/decisions/{id}/paper</pre>`,
  ],
  [
    'imports',
    'Spreadsheets in',
    `<p>Households, targets, figures, facts and nominees come in from XLSX, CSV, JSON or NDJSON. Get the form, or an
export of the list, fill it in, try it, then send it:</p>
<pre>curl -H "Authorization: Bearer $KEY" -H "Accept: text/csv" -o form.csv \
  "/v1/communes/{commune}/plans/2023/template?unit={unit}&amp;period=2023-Q2"
curl -H "Authorization: Bearer $KEY" -F kind=HOUSEHOLD -F file=@households.xlsx \
  "/v1/communes/{commune}/imports/units?validate=only"</pre>
<p>The answer tells of every row what became of it (<code>CREATED</code>, <code>UPDATED</code>, <code>UNCHANGED</code>,
<code>REJECTED</code>) and which cell is wrong. One wrong row keeps the file back, unless <code>mode=rows</code>. With
<code>Accept: text/csv</code> the answer is the rejected rows, to be mended and sent again. Headings may be in
Vietnamese and in any order; a number that reads two ways ("1.763") is asked back, unless <code>decimal</code> is
<code>comma</code> or <code>point</code>. Targets stand one in a row, or as a table: indicators in rows, units in
columns; the column of sums is passed over.</p>`,
  ],
  [
    'writing',
    'Writing',
    `<pre>PATCH /v1/communes/{commune}/plans/2023/indicators/{indicator}?validate=only
If-Match: "3"
Idempotency-Key: 5b0c…
Content-Type: application/merge-patch+json

{"target": "172.5", "reason": "…"}</pre>
<ul>
<li><b>If-Match</b>: the version on which you decided; in GraphQL <code>expectedVersion</code>. Without it the
answer is 428, with an outdated one 412. A PUT that creates a record sends <code>If-None-Match: *</code>, in GraphQL
version 0.</li>
<li><b>Idempotency-Key</b>: 1–255 visible ASCII characters of your choice. The same act under the same key,
over REST or GraphQL, happens once in at least seven days. A replay gives the same answer, marked
<code>Idempotency-Replayed: true</code>. Another act under the key is 422; while the first is still running, 409. Send
a key with every write: when an answer is lost on the way, send the request again.</li>
<li><b>?validate=only</b>: all checks, and the body that the act would answer, always with 200, marked
<code>Validate: only</code>; nothing is written.</li>
<li><b>Merge patch</b>: an absent member keeps its value, null clears it, a list is replaced whole.</li>
<li>A new record answers 201 with <code>Location</code>.</li>
<li>Bodies are JSON in UTF-8; an empty body is no body. Ids are read in any case, decimals with zeros at the end, a day
where an instant is asked for as its end in Vietnam, line breaks of Windows as LF. Answers have the one form of
each.</li>
</ul>
<p>In GraphQL a request with one of these headers, or <code>POST /graphql?validate=only</code>, holds one
mutation.</p>`,
  ],
  [
    'times',
    'Two times (hai mốc thời gian)',
    `<p>An act has a legal date (<code>on</code>) and the instant of its recording (<code>at</code>).
<code>Legal-Date: 2023-12-15</code> sets the legal date. When left out it is today in Asia/Ho_Chi_Minh; it never lies
ahead. An earlier date needs a right, and <code>Legal-Reference: &lt;document id&gt;</code>: the document (văn bản)
that proves it. <code>On-Behalf-Of: &lt;unit code&gt;</code> is for a clerk who records the paper of a unit (đơn
vị); then <code>Legal-Reference</code> is the signed sheet. The day on which something takes effect is a member of
the input, and may lie ahead.</p>`,
  ],
  [
    'problems',
    'Errors and languages',
    `<p>A refusal answers <code>application/problem+json</code> (RFC 9457) with <code>code</code>, <code>detail</code>
and <code>errors</code>: every mistake with its JSON pointer. GraphQL carries the same under <code>extensions</code>.
Decide by <code>code</code>: codes are stable, and <a href="/v1/refusals">/v1/refusals</a> lists all of them.
Sentences are Vietnamese, or English with <code>Accept-Language: en</code>. The operator finds the request in the log
by its <code>requestId</code>.</p>`,
  ],
  [
    'feed',
    'The feed (nhật ký)',
    `<p><code>GET /v1/communes</code> shows each commune with <code>head {position, hash}</code>, and an ETag: 304
means that nothing has changed for you. Then ask <code>/changes?cursor=</code> for the changes after your cursor, in
the order of commits, while <code>more</code> is true. A change is a record as it is now (<code>UPSERT</code>), or a
record that you no longer see (<code>REMOVED</code>). Apply changes by <code>(type, recordId, version)</code>; to apply
one twice does no harm. A cursor never expires. 410 says why a cursor is not valid any more (your reach has changed, a
backup was restored) and where to start again. <code>/snapshot?at=</code> answers every record as it stood at a
position, as pages or, with <code>Accept: application/x-ndjson</code>, as one stream that is whole when its last line
says <code>"end": true</code>; its <code>cursor</code> is one of the feed, which goes on from there. Of a commune that
you supervise no longer it answers the last day. <code>npx thidua pull --url … --into DIR</code>, with the key in
<code>THIDUA_KEY</code>, does all of this.</p>
<p>Who looks after several communes asks for all at once: <code>GET /v1/results</code>, <code>/v1/progress?plan=</code>,
<code>/v1/completeness?plan=</code>, <code>/v1/standings</code>, <code>/v1/awards</code>, with <code>commune</code>,
<code>indicator=&lt;system&gt;:&lt;value&gt;</code> and <code>since</code> (an instant). With
<code>aggregate=true</code> the progress of a named indicator is one figure of all communes, where they measure it
alike, beside the communes without one. With <code>If-None-Match</code> the answer is 304 while nothing has
changed.</p>
<p><code>/changes/proof?from=&amp;to=</code> gives all leaves of the positions, and the header of each change that is
hidden from you, which shows that it was rightly hidden. Keep a pair (position, hash): from it anybody can prove that
nothing before was altered. <code>npx thidua verify DIR</code> proves it for a pulled directory;
<a href="#bytes">the bytes of the chain</a> are told below.</p>
<p><b>Personal values</b> (actor, reason, names) stand in the chain as commitments: <code>{"#": sha256(salt ‖
JCS(value))}</code>. With the right to them, <code>personal</code> gives salt and value under the JSON pointer. After
an erasure the value is gone, and the chain still verifies. A citizen's number (<code>cccd</code>) is masked but for
its last three digits.</p>`,
  ],
  [
    'webhooks',
    'Webhooks (địa chỉ nhận thông báo)',
    `<p>A webhook pushes the feed: the administrator names an https address (<code>addWebhook</code>) and an owner, with
whose rights it sees. Each position is one <code>POST</code>, in order, signed by
<a href="https://www.standardwebhooks.com">Standard Webhooks</a>: verify it with one of their libraries and the secret,
which is shown once. The body names the records that changed; read them with your key. Answer 2xx within 15 seconds.
A delivery that was not taken comes again for three days, with the same <code>webhook-id</code>: it may come twice.
<code>deliveries</code> tells what became of each, <code>replayWebhook</code> goes on after a pause or from an earlier
position.</p>`,
  ],
  [
    'tokens',
    'Access tokens (đăng nhập chung)',
    `<p>Where the operator has named an OpenID Provider, an access token of it is taken in place of a key:
<code>Authorization: Bearer &lt;token&gt;</code>. The administrator links the <code>subject</code> of a person, or the
<code>client</code> of a system, to an actor (<code>linkIdentity</code>). Rights come from the appointments of the
actor, never from the token; of the scopes count those that the token carries (<code>scope</code>). Key and token of
one person are one actor.</p>`,
  ],
  ...guideForOffices.en,
  ...guideForTheRoad.en,
  [
    'upward',
    'What goes up (trình cấp trên)',
    `<p>A nomination for a form that is not the chairperson's to give is forwarded to a superior, with its dossier. The
superior acts by its own key in the records of the commune: <code>GET …/nominations?state=FORWARDED</code> shows what
waits for it, <code>…/documents/{id}</code> and <code>…/files/{id}</code> the dossier,
<code>POST …/nominations/{id}/receive</code> says that it has been received, and <code>…/outcome</code> what became of
it:</p>
<pre>{"outcome": "GRANTED", "decidedOn": "2024-01-30", "numberText": "135/QĐ-UBND", "issuer": "Chủ tịch UBND huyện …"}
{"outcome": "RETURNED", "decidedOn": "2024-01-30", "reason": "Thiếu biên bản"}</pre>
<p>In the feed these are <code>nomination.forwarded</code>, <code>nomination.received</code> and
<code>outcome.recorded</code>. Where the superior has no system, the clerk says the same with a <code>document</code>.
<code>examples/forward-and-return.http</code> goes the whole way.</p>`,
  ],
  ...guideForClients.en,
  [
    'limits',
    'Limits',
    `<p>${number(defaultRateLimit)} requests a minute for a key, unless the operator has set another quota:
<code>RateLimit</code> says how many are left, and 429 with <code>Retry-After</code> when to go on. A body has at most
${number(limits.body)} bytes (413), a file ${number(limits.file)} bytes, a page ${number(pageSize.most)} items, a list
that you send ${number(lengths.usual)} items where its description says no more, an address ${number(limits.url)}
characters. A GraphQL document has at most ${number(limits.tokens)} tokens, ${number(limits.depth)} levels,
${number(limits.fields)} fields, ${number(limits.aliases)} aliases, ${number(limits.rootFields)} root fields,
${number(limits.directives)} directives, and asks for ${number(limits.cost)} values: the values of a list count as often
as its <code>first</code> says. Beyond, it is 400 <code>QUERY_TOO_COSTLY</code>, which names the limit. A wrong method
is 405 with <code>Allow</code>, an unsupported content type 415, an unknown parameter 400.</p>`,
  ],
];
