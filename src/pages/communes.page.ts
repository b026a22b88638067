import type { Language } from '../api/problem.js';
import type { Commune } from '../communes/commune.entity.js';
import { page } from './layout.js';
import { markup, type Markup, type Piece } from './markup.js';
import type { PageLanguage } from './page-language.js';
import { sayIn } from './say.js';

/** Boards of communes, as links. */
export const boards = (communes: readonly Pick<Commune, 'key' | 'name'>[]): Markup =>
  markup`<ul>${communes.map(
    ({ key, name }) => markup`<li><a href="/communes/${encodeURIComponent(key)}">${name}</a></li>\n`,
  )}</ul>`;

/** The page at `/` of an installation with several communes, or with none. */
export function communesPage(communes: readonly Commune[], language: Language, below: Piece): string {
  const say = sayIn(language);
  const none = markup`<p>${say('Chưa có xã nào. Thêm xã bằng lệnh', 'There is no commune. Add one by')}
<code>thidua commune add</code>.</p>`;
  return page({
    language,
    title: say('Thi đua, khen thưởng', 'Emulation and commendation'),
    of: 'text',
    body: markup`<main><h1>${say('Thi đua, khen thưởng', 'Emulation and commendation')}</h1>
${communes.length === 0 ? none : boards(communes)}</main>
<footer class="quiet">${below}</footer>`,
  });
}

/** Links for whoever builds on the API. `hasSample`: where the keys of the sample are. */
export function apiLinks({ say, at }: PageLanguage, hasSample: boolean): Markup {
  const keys = markup`<p>${say('Khóa truy cập của dữ liệu mẫu ở tệp', 'The API keys of the sample are in the file')}
<code>keys.json</code> ${say('trong thư mục', 'of the folder')} <code>DATA_DIR</code>
(${say('mặc định', 'by default')} <code>.local</code>).</p>`;
  return markup`<p><a href="/verify">${say('Kiểm tra giấy khen', 'Verify a certificate')}</a></p>
<p>API: <a href="${at('/docs')}">${say('hướng dẫn và tra cứu', 'guide and reference')}</a> ·
<a href="${at('/docs/rights')}">${say('phân quyền', 'who may do what')}</a> · <a href="/graphql">GraphQL</a> ·
<a href="/openapi.json">openapi.json</a> · <a href="/schema.graphql">schema.graphql</a> ·
<a href="/v1/refusals">${say('các mã từ chối', 'refusals')}</a></p>
${hasSample && keys}`;
}
