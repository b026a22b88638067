/** The guide of `/docs`, heading by heading: what a caller has to know before the reference makes sense. */
export const guide: readonly (readonly [id: string, title: string, html: string])[] = [
  [
    'doors',
    'Two doors',
    `<p>Every operation is offered twice, under one name and by one right: over REST (below, <a href="/openapi.json">openapi.json</a>) and over GraphQL (<a href="/graphql">try it</a>, <a href="/schema.graphql">schema.graphql</a>).
  A commune (xã, phường) is named by its key, a record by its code. What is issued is public: <code>curl /v1/communes/duc-lang/plans</code> needs no key.</p>`,
  ],
  [
    'keys',
    'Keys and scopes (khóa truy cập, phạm vi)',
    `<pre>Authorization: Bearer &lt;key&gt;</pre>
<p>A key belongs to an actor (người thao tác); what the actor <a href="/docs/rights">may do</a> follows from its appointments (phân công): clerk, reporter, verifier, chairperson, superior …. A key may be narrowed by scopes,
  <code>&lt;area&gt;:read</code> and <code>&lt;area&gt;:write</code>; the reference shows the scope of each operation. <code>GET /v1/me</code> says who you are, with which appointments and scopes.
  What you may not see and what does not exist answer the same 404. <code>…/actions</code> says what you may do with a record now, and why not.</p>`,
  ],
  [
    'lists',
    'Reading: lists, cursors, ETags',
    `<p>A list is <code>{"items": […], "next": cursor | null}</code>, in one documented order. Ask with <code>first</code> (1–500) and hand <code>next</code> back as <code>after</code>; <code>Link: rel="next"</code> is the same address.
  Filters are exact, given twice they mean "or"; <code>search</code> ignores case and diacritics, and finds đ by d. GraphQL lists have <code>nodes</code>, <code>edges</code> and <code>pageInfo</code>. A cursor is opaque: keep it as it is.</p>
<p>A record carries <code>version</code> and <code>ETag: "&lt;version&gt;"</code>; send it back as <code>If-None-Match</code> and get 304 while nothing changed (a unit that has had another name or place always answers 200: names begin on a day, without a new version). Figures are exact decimal strings (<code>"171.9"</code>), money is whole đồng,
  dates in law are <code>2023</code>, <code>2023-05</code> or <code>2023-05-26</code>, periods (kỳ) <code>2023</code>, <code>2023-H1</code>, <code>2023-Q2</code>, <code>2023-06</code>, <code>2022-2023</code> or two days with a slash.</p>`,
  ],
  [
    'writing',
    'Writing',
    `<pre>PATCH /v1/communes/duc-lang/plans/2023/indicators/econ.rice.area?validate=only
If-Match: "3"
Idempotency-Key: 5b0c…
Content-Type: application/merge-patch+json

{"target": "172.5", "reason": "…"}</pre>
<ul>
<li><b>If-Match</b>: the version you decided on. Without it 428, with an old one 412. In GraphQL it is <code>expectedVersion</code>. A PUT that makes a record sends <code>If-None-Match: *</code>, in GraphQL version 0.</li>
<li><b>Idempotency-Key</b>: 1–255 visible ASCII signs of your choice. The same request under the same key, on either door and for at least seven days, happens once and gets the same answer, marked <code>Idempotency-Replayed: true</code>.
  Another request under it is 422, the first still running 409. Send one with every write: then an answer lost on the way can simply be asked for again.</li>
<li><b>?validate=only</b>: the same answer and checks, marked <code>Validate: only</code>, and nothing is kept.</li>
<li><b>Merge patch</b>: absent keeps, null clears, a list is replaced whole. A new record answers 201 with <code>Location</code>.</li>
</ul>
<p>In GraphQL these headers, and <code>POST /graphql?validate=only</code>, go with one mutation a request.</p>`,
  ],
  [
    'times',
    'Two times (hai mốc thời gian)',
    `<p>An act has the date it holds in law (<code>on</code>) and the instant it was recorded (<code>at</code>). <code>Legal-Date: 2023-12-15</code> gives the first; it is today in Asia/Ho_Chi_Minh when left out, never ahead, and an earlier one needs the right to it and
  <code>Legal-Reference: &lt;document id&gt;</code>, the document (văn bản) it rests on. <code>On-Behalf-Of: &lt;unit code&gt;</code> records what a unit (đơn vị) handed in on paper; the signed sheet is the reference.
  When something takes effect is a field of the input and may lie ahead.</p>`,
  ],
  [
    'problems',
    'Problems and languages',
    `<p>What is declined answers <code>application/problem+json</code> with <code>code</code>, <code>detail</code> and, in <code>errors</code>, every point with its JSON pointer; GraphQL carries the same under <code>extensions</code>. Decide by <code>code</code>: it is stable,
  and <a href="/v1/refusals">/v1/refusals</a> lists them all. The sentences are Vietnamese, with <code>Accept-Language: en</code> English. <code>requestId</code> finds the request in our log.</p>`,
  ],
  [
    'feed',
    'The feed (nhật ký)',
    `<p><code>GET /v1/communes</code> shows each commune with <code>head {position, hash}</code>, and an ETag: a 304 says that nothing happened for you. Then <code>/changes?cursor=</code>: items in the order they were committed, a <code>cursor</code> to keep,
  <code>more</code>. An item is one record as it now stands (<code>UPSERT</code>) or its disappearance from your sight (<code>REMOVED</code>); apply it by <code>(type, id, version)</code>, twice does no harm. A cursor never expires;
  410 says why it cannot go on (your reach changed, a backup was restored) and where to start again. <code>npx thidua pull --url … --key … --into DIR</code> does all of it.</p>
<p><b>The chain's bytes.</b> <code>leaf = sha256(0x00 ‖ JCS({op, kind, type, id, version, on, at, actor, reason, data}))</code>, absent members left out, JCS being RFC 8785; <code>hash(p) = sha256(0x01 ‖ hash(p−1) ‖ uint64be(p) ‖ leaf₁ ‖ … ‖ leafₙ)</code>,
  <code>hash(0)</code> 32 zero bytes. <code>/changes/proof?from=&amp;to=</code> gives the positions with all leaves, also of items you may not see: whoever kept an old (position, hash) can check that nothing before it was altered. <code>npx thidua verify DIR</code> does.</p>
<p><b>Personal values</b> (the actor, the reason, names) stand in the chain as <code>{"#": sha256(salt ‖ JCS(value))}</code>. Of a citizen's number (<code>cccd</code>) records tell the last three digits alone. With the right to them, <code>personal</code> gives salt and value under their JSON pointer, until they are erased; the chain holds all the same.</p>`,
  ],
  [
    'limits',
    'Limits',
    `<p>600 requests a minute for a key unless the operator set another quota: <code>RateLimit</code> says what is left, 429 with <code>Retry-After</code> when to go on. A body of 100 kB (413), 500 items a page, 100 members a list that you send, 2,000 tokens a GraphQL document. A method an address does not take is 405 with <code>Allow</code>, a content type nobody reads 415, a parameter nobody knows 400.</p>`,
  ],
];
