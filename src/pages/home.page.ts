import type { Commune } from '../communes/commune.entity.js';
import type { Comparator, Indicator } from '../indicators/indicator.entity.js';
import type { Plan } from '../indicators/plan.entity.js';
import { safe } from './safe.js';

export interface Home {
  keys: readonly string[];
  commune?: Commune;
  plan?: Plan;
  indicators?: readonly Indicator[];
}

/** The page at `/`: what is promised, and where to go on. No script, nothing from elsewhere. */
export function homePage({ keys, commune, plan, indicators = [] }: Home): string {
  const others = keys
    .map((key) =>
      key === commune?.key ? `<b>${safe(key)}</b>` : `<a href="/?commune=${encodeURIComponent(key)}">${safe(key)}</a>`,
    )
    .join(' · ');
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(commune ? `Thi đua – ${commune.name}` : 'Thi đua, khen thưởng')}</title>
<style>
  body { font: 16px/1.5 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.4rem; margin: .2rem 0 } h2 { font-size: 1rem; margin: 1.6rem 0 .3rem; color: #8a1c1c }
  table { border-collapse: collapse; width: 100% } td { border-top: 1px solid #e3e3e3; padding: .35rem .5rem .35rem 0; vertical-align: top }
  td:nth-child(2) { width: 17rem } td:last-child { width: 4rem } .part { padding-left: 1.5rem; color: #555 } small, .quiet { color: #666 } .ask { color: #a85b00 }
</style>
<p class="quiet">${others || 'Chưa có xã nào: <code>thidua commune add</code>'}</p>
${commune ? `<h1>${safe(commune.name)}</h1>` : ''}
${plan ? planned(plan, indicators) : '<p>Chưa có kế hoạch nào được ban hành.</p>'}
<p class="quiet">API: <a href="/docs">hướng dẫn và tra cứu</a> · <a href="/graphql">GraphQL</a> · <a href="/openapi.json">openapi.json</a> · <a href="/schema.graphql">schema.graphql</a> · <a href="/v1/refusals">mã từ chối</a><br>
Khóa truy cập của dữ liệu mẫu: tệp <code>keys.json</code> trong <code>DATA_DIR</code> (mặc định <code>.local/</code>).</p>
</html>`;
}

function planned(plan: Plan, indicators: readonly Indicator[]): string {
  const parts = new Set(indicators.flatMap((indicator) => indicator.parts));
  const sections = plan.sections
    .map((section) => ({ ...section, rows: indicators.filter(({ sectionPath }) => sectionPath === section.path) }))
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ title, rows }) =>
        `<h2>${safe(title)}</h2>\n<table>${rows.map((row) => line(row, parts.has(row.code))).join('')}</table>`,
    );
  return `<p>${safe(plan.title)}<br><small>Kế hoạch ${safe(plan.key)} · hạn ${safe(plan.deadline ? plan.deadline.split('-').reverse().join('/') : 'chưa ghi')} · ${indicators.length} chỉ tiêu</small></p>\n${sections.join('\n')}`;
}

const line = (indicator: Indicator, isPart: boolean) =>
  `<tr><td${isPart ? ' class="part"' : ''}>${safe(indicator.name)}<br><small>${safe(indicator.code)}</small></td><td>${safe(promised(indicator))}</td><td>${indicator.needsClarification ? '<span class="ask" title="Cần làm rõ">cần hỏi</span>' : ''}</td></tr>`;

const signs: Readonly<Record<Comparator, string>> = {
  AT_LEAST: '',
  ABOVE: 'trên ',
  AT_MOST: 'không quá ',
  BELOW: 'dưới ',
  EQUAL: 'đúng ',
  BETWEEN: 'từ ',
  HOLD: 'giữ vững: ',
  GRADE: 'đạt: ',
  ACHIEVE: 'đạt',
};

/** The target as people write it: `1.763 con`, `50 triệu đồng/người/năm`, `6/6 khu dân cư`. */
export function promised({ comparator, target, upperTarget, outOf, targetText, measure }: Indicator): string {
  const sign = signs[comparator];
  if (target === null) return `${sign}${targetText ?? ''}`.trim();
  const total = outOf === null ? '' : `/${shown(outOf, measure.scale)}`;
  const upper = upperTarget === null ? '' : ` đến ${shown(upperTarget, measure.scale)}`;
  const space = measure.displayUnit.startsWith('%') ? '' : ' ';
  return `${sign}${shown(target, measure.scale)}${upper}${total}${space}${measure.displayUnit}`;
}

/** A figure in its display unit, in Vietnamese digits; exact, as it never becomes a floating-point number. */
function shown(figure: string, scale: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 + scale }).format(
    `${figure}e-${scale}` as unknown as number,
  );
}
