import type { AwardVerification } from '../commendations/award-verification.view.js';
import type { RevocationGround } from '../commendations/award.entity.js';
import { safe } from './safe.js';

/** What is to be read of a code: the award, that nobody knows it, or that it was mistyped. */
export type Verified = { award: AwardVerification } | 'UNKNOWN' | 'MISTYPED';

const grounds: Readonly<Record<RevocationGround, string>> = {
  FRAUD: 'gian dối trong kê khai thành tích',
  FORGED_DOSSIER: 'hồ sơ giả, sai sự thật',
  UNLAWFUL_DECISION: 'thẩm định, quyết định trái pháp luật',
  VIOLATION: 'có vi phạm trong thời gian đạt thành tích',
};

/** The page behind the code on a certificate, for a phone. No script, nothing from elsewhere. */
export function verifyPage(code: string, verified: Verified): string {
  const [title, tone, body] =
    verified === 'MISTYPED' ? mistyped(code) : verified === 'UNKNOWN' ? unknown(code) : marked(verified.award);
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>
  body { font: 17px/1.5 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c; max-width: 32rem; margin: 1rem auto; padding: 0 1rem }
  h1 { font-size: 1.25rem; margin: 0 0 1rem; padding: .7rem 1rem; border-radius: .4rem; color: #fff } .good { background: #1d6b35 } .bad { background: #a11616 } .none { background: #555 }
  dt { color: #666; font-size: .85rem; margin-top: .7rem } dd { margin: 0 } .name { font-size: 1.2rem; font-weight: 600 } code { word-break: break-all; font-size: .8rem; color: #444 } p { color: #555 }
</style>
<h1 class="${tone}">${safe(title)}</h1>
${body}
</html>`;
}

type PageText = readonly [title: string, tone: 'good' | 'bad' | 'none', body: string];

/** As much of it as a code may have. */
const shortened = (code: string) => safe(code.length > 200 ? `${code.slice(0, 200)}…` : code);
const mistyped = (code: string): PageText => [
  'Mã không đúng',
  'none',
  `<p>Mã <code>${shortened(code)}</code> thiếu hoặc sai ký tự. Hãy nhập đúng như in trên giấy.</p>`,
];
const unknown = (code: string): PageText => [
  'Không có trong sổ',
  'none',
  `<p>Không có khen thưởng nào mang mã <code>${shortened(code)}</code>.</p>`,
];

/** Of invented awards the heading says so first: it is what is read. */
function marked(award: AwardVerification): PageText {
  const [title, tone, body] = told(award);
  return award.invented
    ? [`${title} (giả định)`, tone, `<p>Dữ liệu mẫu: khen thưởng này không có thật.</p>\n${body}`]
    : [title, tone, body];
}

const recorded =
  '<p>Khen thưởng này không do quyết định ký trong sổ này trao, chỉ được ghi lại theo văn bản. Còn hiệu lực hay không, xin hỏi cơ quan quyết định.</p>';

function told(award: AwardVerification): PageText {
  const {
    recipientName,
    formName,
    issuer,
    numberText,
    grantedOn,
    communeName,
    revokedOn,
    revokedGround,
    revokedNumberText,
    sha256,
    head,
    verificationCode,
  } = award;
  const rows = [
    ['Tặng', `<span class="name">${safe(recipientName)}</span>`],
    ['Danh hiệu, hình thức', safe(formName)],
    ['Quyết định', safe([numberText && `số ${numberText}`, `ngày ${printed(grantedOn)}`].filter(Boolean).join(' '))],
    ['Cơ quan quyết định', safe(issuer)],
    ['Nơi ghi sổ', safe(communeName)],
    ...(revokedOn
      ? [
          [
            'Bị hủy bỏ',
            safe(
              [
                revokedNumberText && `theo Quyết định số ${revokedNumberText}`,
                `từ ngày ${printed(revokedOn)}`,
                revokedGround && `vì ${grounds[revokedGround]}`,
              ]
                .filter(Boolean)
                .join(', '),
            ),
          ],
        ]
      : []),
    ['Mã xác minh', `<code>${safe(verificationCode)}</code>`],
    ...(sha256 ? [['SHA-256 của quyết định đã ký', `<code>${sha256}</code>`]] : []),
    ...(head ? [['Nhật ký khi ký', `<code>${head.position} · ${head.hash}</code>`]] : []),
  ];
  const list = `<dl>${rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('')}</dl>`;
  if (revokedOn) return ['Đã bị hủy bỏ', 'bad', list];
  // No signed decision of the commune: whether it is in force only who gave it knows.
  return sha256 === null ? ['Ghi lại theo văn bản', 'none', `${list}${recorded}`] : ['Có hiệu lực', 'good', list];
}

/** As documents write it: ngày 05 tháng 01 năm 2024, here 05/01/2024. */
const printed = (day: string) => day.split('-').reverse().join('/');
