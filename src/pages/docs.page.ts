import { spreadsheetLists } from '../api/operation.js';
import { guideInVietnamese } from './guide-in-vietnamese.js';
import { guide } from './guide.js';
import type { PageLanguage } from './page-language.js';
import { scopesTable } from './scopes.page.js';

/** Style of the guide, beside that of the reference, which is light. */
const docsStyle = `<style>
  body { font: 16px/1.55 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c; margin: 2rem 0 }
  .guide { max-width: 56rem; margin: 0 auto; padding: 0 1rem }
  h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; color: #8a1c1c } .quiet { color: #666 }
  .guide code, .guide pre {
    background: #f4f4f2; border-radius: 3px; font-size: .88em; padding: .05rem .25rem; overflow-wrap: anywhere
  }
  .guide pre { padding: .6rem .8rem; white-space: pre-wrap }
  .guide table { border-collapse: collapse }
  .guide th, .guide td { vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd }
  .guide th { text-align: left; white-space: nowrap }
  @media (max-width: 40rem) {
    .guide thead { display: none } .guide tr { border-bottom: 1px solid #ddd; padding: .4rem 0 }
    .guide tr, .guide th, .guide td { display: block } .guide th, .guide td { border: 0; padding: 0 }
  }
  #reference .wrapper { max-width: 58rem; padding: 0 1rem } #reference .info { margin: 1rem 0 }
</style>`;

/** Page at `/docs`: the guide, the scopes, then the reference that a script draws from `/openapi.json`. */
export function docsPage(of: PageLanguage): string {
  const { language, say, at } = of;
  const rights = at('/docs/rights');
  const spreadsheets = spreadsheetLists()
    .map((operation) => `<a href="${at(`/docs/rights#${operation}`)}"><code>${operation}</code></a>`)
    .join(', ');
  const chapters = [
    ...say(guideInVietnamese, guide)({ rights, spreadsheets }),
    ['scopes', say('Phạm vi của khóa', 'Scopes of keys'), scopesTable(of).html],
    ['api', say('Tra cứu (tiếng Anh)', 'Reference'), ''],
  ] as const;
  const other = say('en', 'vi');
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>thidua – API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
${docsStyle}
<section class="guide" aria-label="${say('Hướng dẫn', 'Guide')}">
<h1>thidua – ${say('hướng dẫn dùng API', 'guide to the API')}</h1>
<p class="quiet"><a href="${at('/')}">${say('Trang đầu', 'Home')}</a> · <a href="/graphql">GraphiQL</a> ·
<a href="${rights}">${say('Phân quyền', 'Who may do what')}</a> ·
<a href="/docs?lang=${other}" lang="${other}">${say('English', 'Tiếng Việt')}</a></p>
<p class="quiet">${chapters.map(([id, title]) => `<a href="#${id}">${title}</a>`).join(' · ')}</p>
${chapters.map(([id, title, html]) => `<h2 id="${id}">${title}</h2>\n${html}`).join('\n')}
</section>
<div id="reference" lang="en"></div>
<script src="/docs/swagger-ui.js"></script>
<script src="/docs/reference.js"></script>
</html>`;
}
