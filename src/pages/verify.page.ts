import type { AwardVerification } from '../commendations/award-verification.view.js';
import { escapeHtml } from './escape-html.js';
import { saidInVietnamese, vietnameseDate } from '../day.js';

/** Outcome of a look-up: the award, no award with this code, or a code with a wrong check digit. */
export type VerificationOutcome = { award: AwardVerification } | 'UNKNOWN' | 'MISTYPED';

type PageText = readonly [title: string, tone: 'good' | 'bad' | 'none', body: string];

const style = `
  body {
    font: 17px/1.5 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c;
    max-width: 32rem; margin: 1rem auto; padding: 0 1rem
  }
  h1 { font-size: 1.25rem; margin: 0 0 1rem; padding: .7rem 1rem; border-radius: .4rem; color: #fff }
  .good { background: #1d6b35 } .bad { background: #a11616 } .none { background: #555 }
  dt { color: #666; font-size: .85rem; margin-top: .7rem } dd { margin: 0 }
  .name { font-size: 1.2rem; font-weight: 600 }
  code { overflow-wrap: anywhere; font-size: .8rem; color: #444 } p { color: #555 }`;

/** Page behind the code on a certificate, made for a phone. No script, nothing from other hosts. */
export function verifyPage(code: string, outcome: VerificationOutcome): string {
  const [title, tone, body] =
    outcome === 'MISTYPED' ? mistyped(code) : outcome === 'UNKNOWN' ? unknown(code) : withInvention(outcome.award);
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}
</style>
<h1 class="${tone}">${escapeHtml(title)}</h1>
${body}
</html>`;
}

const codeHtml = (code: string) => `<code>${escapeHtml(code.length > 200 ? `${code.slice(0, 200)}…` : code)}</code>`;

const mistyped = (code: string): PageText => [
  'Mã không đúng',
  'none',
  `<p>Mã ${codeHtml(code)} thiếu hoặc sai ký tự.</p>
<p>Hãy nhập lại đúng như in trên giấy.</p>`,
];

const unknown = (code: string): PageText => [
  'Không có trong sổ',
  'none',
  `<p>Không có khen thưởng nào mang mã ${codeHtml(code)}.</p>
<p>Hãy so lại với mã in trên giấy. Nếu mã đúng, hãy hỏi cơ quan đã cấp giấy.</p>`,
];

/** Marks an invented award in the heading, because the heading is what people read. */
function withInvention(award: AwardVerification): PageText {
  const [title, tone, body] = awardText(award);
  return award.invented
    ? [`${title} (giả định)`, tone, `<p>Dữ liệu mẫu: khen thưởng này không có thật.</p>\n${body}`]
    : [title, tone, body];
}

const recordedNotice = `<p>Khen thưởng này được ghi lại theo văn bản có từ trước
hoặc của cơ quan khác. Để biết khen thưởng còn hiệu lực hay không,
hãy hỏi cơ quan quyết định.</p>`;

function awardText(award: AwardVerification): PageText {
  const list = `<dl>${rowsOf(award)
    .map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`)
    .join('')}</dl>`;
  if (award.revokedOn) return ['Đã bị hủy bỏ', 'bad', list];
  // Without a signed decision of this commune only the issuer knows whether the award is in force.
  return award.sha256 === null
    ? ['Ghi lại theo văn bản', 'none', `${list}\n${recordedNotice}`]
    : ['Có hiệu lực', 'good', list];
}

const headTerm = 'Nhật ký khi ký: vị trí, mã băm';

function rowsOf(award: AwardVerification): readonly (readonly [term: string, html: string])[] {
  const { numberText, grantedOn, sha256, head } = award;
  return [
    ['Tặng cho', `<span class="name">${escapeHtml(award.recipientName)}</span>`],
    ['Danh hiệu, hình thức khen thưởng', escapeHtml(award.formName)],
    ['Quyết định', escapeHtml(`${numberText ? `số ${numberText} ` : ''}${saidInVietnamese(grantedOn)}`)],
    ['Cơ quan quyết định', escapeHtml(award.issuer)],
    ['Nơi ghi sổ', escapeHtml(award.communeName)],
    ...(award.correctedOn ? ([['Đính chính', escapeHtml(correction(award, award.correctedOn))]] as const) : []),
    ...(award.revokedOn ? ([['Bị hủy bỏ', escapeHtml(revocation(award, award.revokedOn))]] as const) : []),
    ['Mã kiểm tra', `<code>${escapeHtml(award.verificationCode)}</code>`],
    ...(sha256 ? ([['Mã băm SHA-256 của tệp quyết định đã ký', `<code>${sha256}</code>`]] as const) : []),
    ...(head ? ([[headTerm, `<code>${head.position} · ${head.hash}</code>`]] as const) : []),
  ];
}

const correction = ({ correctedNumberText }: AwardVerification, correctedOn: string) =>
  [correctedNumberText && `theo văn bản số ${correctedNumberText}`, `ngày ${vietnameseDate(correctedOn)}`]
    .filter(Boolean)
    .join(', ');

const revocation = ({ revokedNumberText }: AwardVerification, revokedOn: string) =>
  [revokedNumberText && `theo Quyết định số ${revokedNumberText}`, `từ ngày ${vietnameseDate(revokedOn)}`]
    .filter(Boolean)
    .join(', ');
