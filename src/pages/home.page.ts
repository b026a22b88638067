import type { Commune } from '../communes/commune.entity.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { Comparator } from '../indicators/indicator-members.view.js';
import type { Plan } from '../indicators/plan.entity.js';
import { escapeHtml } from './escape-html.js';
import { vietnameseDate } from '../day.js';

export interface HomeContent {
  /** Keys of all communes, sorted. */
  keys: readonly string[];
  commune?: Commune;
  plan?: Plan;
  indicators?: readonly Indicator[];
}

const style = `
  body {
    font: 16px/1.5 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c;
    max-width: 60rem; margin: 2rem auto; padding: 0 1rem
  }
  h1 { font-size: 1.4rem; margin: .2rem 0 } h2 { font-size: 1rem; margin: 1.6rem 0 .3rem; color: #8a1c1c }
  table { border-collapse: collapse; width: 100% }
  td { border-top: 1px solid #e3e3e3; padding: .35rem .5rem .35rem 0; vertical-align: top }
  td:nth-child(2) { width: 17rem } td:last-child { width: 6rem }
  small, .quiet { color: #666 } .part td:first-child { padding-left: 1.5rem; color: #555 } .unclear { color: #a85b00 }
  @media (max-width: 40rem) {
    tr { display: block; border-top: 1px solid #e3e3e3; padding: .35rem 0 }
    td { display: block; border: 0; padding: 0 } td:nth-child(2) { width: auto; font-weight: 600 }
    .part td { padding-left: 1.5rem }
  }`;

/** Page at `/`: the plan of a commune with its targets, and links to the API. No script, nothing from other hosts. */
export function homePage({ keys, commune, plan, indicators = [] }: HomeContent): string {
  const communes = keys
    .map((key) =>
      key === commune?.key
        ? `<b>${escapeHtml(key)}</b>`
        : `<a href="/?commune=${encodeURIComponent(key)}">${escapeHtml(key)}</a>`,
    )
    .join(' · ');
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(commune ? `Thi đua – ${commune.name}` : 'Thi đua, khen thưởng')}</title>
<style>${style}
</style>
<p class="quiet">${communes || 'Chưa có xã nào. Thêm xã bằng lệnh <code>thidua commune add</code>.'}</p>
${commune ? `<h1>${escapeHtml(commune.name)}</h1>` : ''}
${plan ? planHtml(plan, indicators) : '<p>Chưa có kế hoạch nào được ban hành.</p>'}
<p class="quiet">API: <a href="/docs">hướng dẫn và tra cứu</a> · <a href="/graphql">GraphQL</a> ·
<a href="/openapi.json">openapi.json</a> · <a href="/schema.graphql">schema.graphql</a> ·
<a href="/v1/refusals">các mã từ chối</a><br>
Khóa truy cập của dữ liệu mẫu ở tệp <code>keys.json</code> trong thư mục <code>DATA_DIR</code>
(mặc định <code>.local</code>).</p>
</html>`;
}

function planHtml(plan: Plan, indicators: readonly Indicator[]): string {
  const parts = new Set(indicators.flatMap((indicator) => indicator.parts));
  const sections = plan.sections
    .map((section) => ({ ...section, rows: indicators.filter(({ sectionPath }) => sectionPath === section.path) }))
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ title, rows }) =>
        `<h2>${escapeHtml(title)}</h2>
<table>${rows.map((row) => rowHtml(row, parts.has(row.code) ? ' class="part"' : '')).join('')}</table>`,
    );
  const deadline = plan.deadline ? `hạn ${vietnameseDate(plan.deadline)}` : 'chưa ghi hạn';
  return `<p>${escapeHtml(plan.title)}<br>
<small>Kế hoạch ${escapeHtml(plan.key)} · ${deadline} · ${indicators.length} chỉ tiêu</small></p>
${sections.join('\n')}`;
}

const rowHtml = (indicator: Indicator, attribute: string) =>
  `<tr${attribute}><td>${escapeHtml(indicator.name)}<br><small>${escapeHtml(indicator.code)}</small></td>` +
  `<td>${escapeHtml(targetInWords(indicator))}</td>` +
  `<td>${indicator.needsClarification ? '<span class="unclear">cần làm rõ</span>' : ''}</td></tr>`;

const comparatorWords: Readonly<Record<Comparator, string>> = {
  AT_LEAST: '',
  ABOVE: 'trên ',
  AT_MOST: 'không quá ',
  BELOW: 'dưới ',
  EQUAL: 'đúng ',
  BETWEEN: 'từ ',
  HOLD: 'giữ vững: ',
  GRADE: 'đạt: ',
  ACHIEVE: 'đạt',
  NONE: '',
};

/** The target as a document prints it: `1.763 con`, `50 triệu đồng/người/năm`, `6/6 khu dân cư`. */
export function targetInWords({ comparator, target, upperTarget, outOf, targetText, measure }: Indicator): string {
  const words = comparatorWords[comparator];
  if (target === null) return `${words}${targetText ?? ''}`.trim();
  const total = outOf === null ? '' : `/${figureInWords(outOf, measure.scale)}`;
  const upper = upperTarget === null ? '' : ` đến ${figureInWords(upperTarget, measure.scale)}`;
  const space = measure.displayUnit.startsWith('%') ? '' : ' ';
  return `${words}${figureInWords(target, measure.scale)}${upper}${total}${space}${measure.displayUnit}`;
}

/** A decimal of the base unit in its display unit (÷ 10^scale), with Vietnamese separators. Exact: never a float. */
function figureInWords(figure: string, scale: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 + scale }).format(
    `${figure}e-${scale}` as unknown as number,
  );
}
