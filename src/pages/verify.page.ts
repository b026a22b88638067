import type { AwardVerification } from '../commendations/award-verification.view.js';
import type { DecisionVerification } from '../commendations/decision-verification.queries.js';
import { saidInVietnamese, vietnameseDate } from '../day.js';
import { page } from './layout.js';
import { markup, type Markup, type Piece } from './markup.js';
import type { PageLanguage } from './page-language.js';
import { periodInWords } from './period-words.js';
import { capital, type Say } from './say.js';

/** Outcome of a look-up: the award or decision, none with this code, or a code with a wrong check digit. */
export type VerificationOutcome =
  { award: AwardVerification } | { decision: DecisionVerification } | 'UNKNOWN' | 'MISTYPED';

type PageText = readonly [title: string, tone: 'good' | 'bad' | 'none', body: Markup];

/** Page behind the code on a certificate, made for a phone. No script, nothing from other hosts. */
export function verifyPage(code: string, outcome: VerificationOutcome, of: PageLanguage): string {
  const text =
    outcome === 'MISTYPED'
      ? mistyped(code, of)
      : outcome === 'UNKNOWN'
        ? unknown(code, of)
        : 'award' in outcome
          ? withInvention(outcome.award, of)
          : decisionText(outcome.decision, of);
  return pageOf(text, of, pathOf(outcome));
}

const pathOf = (outcome: VerificationOutcome) =>
  typeof outcome === 'string' ? '' : `/${('award' in outcome ? outcome.award : outcome.decision).verificationCode}`;

/** Page without a code: it asks for one. */
export function formPage(of: PageLanguage): string {
  const { say } = of;
  const body = markup`<p>${say(
    'Nhập mã kiểm tra in trên giấy khen, bằng khen hoặc quyết định.',
    'Type the code printed on the certificate or the decision.',
  )}</p>
${form(of)}`;
  return pageOf([say('Kiểm tra giấy khen', 'Check a certificate'), 'none', body], of);
}

/** `path`: of the page in the other language, below `/verify`. */
function pageOf([title, tone, body]: PageText, { language, say, at }: PageLanguage, path = ''): string {
  const other = say('en', 'vi');
  return page({
    language,
    title,
    of: 'certificate',
    body: markup`<main><h1 class="${tone}">${title}</h1>
${body}</main>
<footer class="quiet"><a href="${at('/')}">${say('Trang đầu', 'Home')}</a> ·
<a href="/verify${path}?lang=${other}" lang="${other}">${say('English', 'Tiếng Việt')}</a></footer>`,
  });
}

const form = ({ language, say, isAsked }: PageLanguage) => markup`<form action="/verify">
<label>${say('Mã kiểm tra', 'Verification code')}
<input name="code" required maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
${isAsked && markup`<input type="hidden" name="lang" value="${language}">`}
<button>${say('Kiểm tra', 'Check')}</button></form>`;

const codeHtml = (code: string) => markup`<code>${code.length > 200 ? `${code.slice(0, 200)}…` : code}</code>`;

const mistyped = (code: string, of: PageLanguage): PageText => [
  of.say('Mã không đúng', 'Wrong code'),
  'none',
  of.say(
    markup`<p>Mã ${codeHtml(code)} thiếu hoặc sai ký tự.</p>
<p>Hãy nhập lại đúng như in trên giấy.</p>
${form(of)}`,
    markup`<p>A character of the code ${codeHtml(code)} is missing or wrong.</p>
<p>Type it again, exactly as printed.</p>
${form(of)}`,
  ),
];

const unknown = (code: string, of: PageLanguage): PageText => [
  of.say('Không có trong sổ', 'Not in the register'),
  'none',
  of.say(
    markup`<p>Không có khen thưởng, quyết định nào mang mã ${codeHtml(code)}.</p>
<p>Hãy so lại với mã in trên giấy. Nếu mã đúng, hãy hỏi cơ quan đã cấp giấy.</p>
${form(of)}`,
    markup`<p>No award or decision has the code ${codeHtml(code)}.</p>
<p>Compare it with the printed code. If it is right, ask the body that issued the paper.</p>
${form(of)}`,
  ),
];

/** Marks an invented award in the heading, because the heading is what people read. */
function withInvention(award: AwardVerification, of: PageLanguage): PageText {
  const [title, tone, body] = awardText(award, of);
  if (!award.invented) return [title, tone, body];
  const notice = of.say('Dữ liệu mẫu: khen thưởng này không có thật.', 'Sample data: this award is not real.');
  return [`${title} (${of.say('giả định', 'invented')})`, tone, markup`<p>${notice}</p>\n${body}`];
}

const recordedNotice = (say: Say) =>
  say(
    markup`<p>Khen thưởng này được ghi lại theo văn bản có từ trước
hoặc của cơ quan khác. Để biết khen thưởng còn hiệu lực hay không,
hãy hỏi cơ quan quyết định.</p>`,
    markup`<p>This award was recorded from an earlier document, or from one of another body.
Ask the deciding body whether it is still in force.</p>`,
  );

function awardText(award: AwardVerification, of: PageLanguage): PageText {
  const { say } = of;
  const list = markup`<dl>${rowsOf(award, of).map(([term, value]) => markup`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
  if (award.revokedOn) return [say('Đã bị hủy bỏ', 'Revoked'), 'bad', list];
  // Without a signed decision of this commune only the issuer knows whether the award is in force.
  return award.sha256 === null
    ? [say('Ghi lại theo văn bản', 'Recorded from a document'), 'none', markup`${list}\n${recordedNotice(say)}`]
    : [say('Có hiệu lực', 'In force'), 'good', list];
}

/** Text on a decision, and nothing of its content: of a draft, that it is not signed. */
function decisionText(decision: DecisionVerification, { say }: PageLanguage): PageText {
  const { state, numberText, signedOn, issuer, communeName, verificationCode, sha256, head, invented } = decision;
  const invention = invented ? ` (${say('giả định', 'invented')})` : '';
  const rows: readonly Row[] = [
    ...(signedOn === null
      ? []
      : [
          [
            say('Quyết định', 'Decision'),
            say(`số ${numberText} ${saidInVietnamese(signedOn)}`, `no. ${numberText} of ${signedOn}`),
          ] as const,
        ]),
    [say('Cơ quan quyết định', 'Deciding body'), issuer],
    [say('Nơi ghi sổ', 'Registered in'), communeName],
    [say('Mã kiểm tra', 'Verification code'), markup`<code>${verificationCode}</code>`],
    ...signatureRows({ sha256, head }, say),
  ];
  const list = markup`<dl>${rows.map(([term, value]) => markup`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
  if (state === 'SIGNED') return [`${say('Đã ký', 'Signed')}${invention}`, 'good', list];
  return state === 'CANCELLED'
    ? [`${say('Dự thảo đã hủy', 'Cancelled draft')}${invention}`, 'bad', list]
    : [`${say('Chưa ký', 'Not signed')}${invention}`, 'none', list];
}

type Row = readonly [term: string, value: Piece];

/** Hash of the signed file, and the journal that it follows. */
const signatureRows = ({ sha256, head }: Pick<AwardVerification, 'sha256' | 'head'>, say: Say): readonly Row[] => [
  ...(sha256 === null
    ? []
    : [
        [
          say('Mã băm SHA-256 của tệp quyết định đã ký', 'SHA-256 of the file of the signed decision'),
          markup`<code>${sha256}</code>`,
        ] as const,
      ]),
  ...(head === null
    ? []
    : [
        [
          say('Nhật ký khi ký: vị trí, mã băm', 'Journal at the signature: position, hash'),
          markup`<code>${head.position} · ${head.hash}</code>`,
        ] as const,
      ]),
];

function rowsOf(award: AwardVerification, { language, say }: PageLanguage): readonly Row[] {
  const { numberText, grantedOn, unitName, period } = award;
  const row = (isThere: unknown, term: string, value: () => Piece): readonly Row[] =>
    isThere ? [[term, value()]] : [];
  return [
    [say('Tặng cho', 'Awarded to'), markup`<span class="name">${award.recipientName}</span>`],
    ...row(unitName, say('Thuộc', 'Member of'), () => unitName ?? ''),
    [say('Danh hiệu, hình thức khen thưởng', 'Title or form of award'), award.formName],
    ...row(period, say('Thành tích của', 'Achievements of'), () => capital(periodInWords(period ?? '', language))),
    [
      say('Quyết định', 'Decision'),
      say(
        `${numberText ? `số ${numberText} ` : ''}${saidInVietnamese(grantedOn)}`,
        `${numberText ? `no. ${numberText} ` : ''}of ${grantedOn}`,
      ),
    ],
    [say('Cơ quan quyết định', 'Deciding body'), award.issuer],
    [say('Nơi ghi sổ', 'Registered in'), award.communeName],
    ...row(award.correctedOn, say('Đính chính', 'Corrected'), () => correction(award, say)),
    ...row(award.revokedOn, say('Bị hủy bỏ', 'Revoked'), () => revocation(award, say)),
    [say('Mã kiểm tra', 'Verification code'), markup`<code>${award.verificationCode}</code>`],
    ...signatureRows(award, say),
  ];
}

const correction = ({ correctedOn, correctedNumberText: number }: AwardVerification, say: Say) =>
  say(
    [`ngày ${vietnameseDate(correctedOn ?? '')}`, number && `theo văn bản số ${number}`],
    [`on ${correctedOn}`, number && `by document no. ${number}`],
  )
    .filter(Boolean)
    .join(', ');

const revocation = ({ revokedOn, revokedNumberText: number }: AwardVerification, say: Say) =>
  say(
    [number && `theo Quyết định số ${number}`, `từ ngày ${vietnameseDate(revokedOn ?? '')}`],
    [number && `by decision no. ${number}`, `from ${revokedOn}`],
  )
    .filter(Boolean)
    .join(', ');
