import type { AwardVerification } from '../commendations/award-verification.view.js';
import { saidInVietnamese, vietnameseDate } from '../day.js';
import { page } from './layout.js';
import { markup, type Markup, type Piece } from './markup.js';
import { periodInWords } from './period-words.js';
import { capital } from './say.js';

/** Outcome of a look-up: the award, no award with this code, or a code with a wrong check digit. */
export type VerificationOutcome = { award: AwardVerification } | 'UNKNOWN' | 'MISTYPED';

type PageText = readonly [title: string, tone: 'good' | 'bad' | 'none', body: Markup];

/** Page behind the code on a certificate, made for a phone. No script, nothing from other hosts. */
export function verifyPage(code: string, outcome: VerificationOutcome): string {
  const [title, tone, body] =
    outcome === 'MISTYPED' ? mistyped(code) : outcome === 'UNKNOWN' ? unknown(code) : withInvention(outcome.award);
  return page({
    language: 'vi',
    title,
    of: 'certificate',
    body: markup`<main><h1 class="${tone}">${title}</h1>
${body}</main>
${home}`,
  });
}

/** Page without a code: it asks for one. */
export const formPage = (): string =>
  page({
    language: 'vi',
    title: 'Kiểm tra giấy khen',
    of: 'certificate',
    body: markup`<main><h1 class="none">Kiểm tra giấy khen</h1>
<p>Nhập mã kiểm tra in trên giấy khen, bằng khen hoặc quyết định.</p>
${form}</main>
${home}`,
  });

const home = markup`<footer class="quiet"><a href="/">Trang đầu</a></footer>`;

const form = markup`<form action="/verify">
<label>Mã kiểm tra
<input name="code" required maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<button>Kiểm tra</button></form>`;

const codeHtml = (code: string) => markup`<code>${code.length > 200 ? `${code.slice(0, 200)}…` : code}</code>`;

const mistyped = (code: string): PageText => [
  'Mã không đúng',
  'none',
  markup`<p>Mã ${codeHtml(code)} thiếu hoặc sai ký tự.</p>
<p>Hãy nhập lại đúng như in trên giấy.</p>
${form}`,
];

const unknown = (code: string): PageText => [
  'Không có trong sổ',
  'none',
  markup`<p>Không có khen thưởng nào mang mã ${codeHtml(code)}.</p>
<p>Hãy so lại với mã in trên giấy. Nếu mã đúng, hãy hỏi cơ quan đã cấp giấy.</p>
${form}`,
];

/** Marks an invented award in the heading, because the heading is what people read. */
function withInvention(award: AwardVerification): PageText {
  const [title, tone, body] = awardText(award);
  return award.invented
    ? [`${title} (giả định)`, tone, markup`<p>Dữ liệu mẫu: khen thưởng này không có thật.</p>\n${body}`]
    : [title, tone, body];
}

const recordedNotice = markup`<p>Khen thưởng này được ghi lại theo văn bản có từ trước
hoặc của cơ quan khác. Để biết khen thưởng còn hiệu lực hay không,
hãy hỏi cơ quan quyết định.</p>`;

function awardText(award: AwardVerification): PageText {
  const list = markup`<dl>${rowsOf(award).map(([term, value]) => markup`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
  if (award.revokedOn) return ['Đã bị hủy bỏ', 'bad', list];
  // Without a signed decision of this commune only the issuer knows whether the award is in force.
  return award.sha256 === null
    ? ['Ghi lại theo văn bản', 'none', markup`${list}\n${recordedNotice}`]
    : ['Có hiệu lực', 'good', list];
}

const headTerm = 'Nhật ký khi ký: vị trí, mã băm';

function rowsOf(award: AwardVerification): readonly (readonly [term: string, value: Piece])[] {
  const { numberText, grantedOn, unitName, period, sha256, head } = award;
  return [
    ['Tặng cho', markup`<span class="name">${award.recipientName}</span>`],
    ...(unitName ? ([['Thuộc', unitName]] as const) : []),
    ['Danh hiệu, hình thức khen thưởng', award.formName],
    ...(period ? ([['Thành tích của', capital(periodInWords(period, 'vi'))]] as const) : []),
    ['Quyết định', `${numberText ? `số ${numberText} ` : ''}${saidInVietnamese(grantedOn)}`],
    ['Cơ quan quyết định', award.issuer],
    ['Nơi ghi sổ', award.communeName],
    ...(award.correctedOn ? ([['Đính chính', correction(award, award.correctedOn)]] as const) : []),
    ...(award.revokedOn ? ([['Bị hủy bỏ', revocation(award, award.revokedOn)]] as const) : []),
    ['Mã kiểm tra', markup`<code>${award.verificationCode}</code>`],
    ...(sha256 ? ([['Mã băm SHA-256 của tệp quyết định đã ký', markup`<code>${sha256}</code>`]] as const) : []),
    ...(head ? ([[headTerm, markup`<code>${head.position} · ${head.hash}</code>`]] as const) : []),
  ];
}

const correction = ({ correctedNumberText }: AwardVerification, correctedOn: string) =>
  [`ngày ${vietnameseDate(correctedOn)}`, correctedNumberText && `theo văn bản số ${correctedNumberText}`]
    .filter(Boolean)
    .join(', ');

const revocation = ({ revokedNumberText }: AwardVerification, revokedOn: string) =>
  [revokedNumberText && `theo Quyết định số ${revokedNumberText}`, `từ ngày ${vietnameseDate(revokedOn)}`]
    .filter(Boolean)
    .join(', ');
