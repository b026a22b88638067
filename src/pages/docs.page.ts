import { guide } from './guide.js';

const contents = guide.map(([id, title]) => `<a href="#${id}">${title}</a>`).join(' · ');
const chapters = guide.map(([id, title, html]) => `<h2 id="${id}">${title}</h2>\n${html}`).join('\n');

/** Style of the guide, beside that of the reference, which is light. */
const docsStyle = `<style>
  body { font: 16px/1.55 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c; margin: 2rem 0 }
  .guide { max-width: 56rem; margin: 0 auto; padding: 0 1rem }
  h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; color: #8a1c1c } .quiet { color: #666 }
  .guide code, .guide pre {
    background: #f4f4f2; border-radius: 3px; font-size: .88em; padding: .05rem .25rem; overflow-wrap: anywhere
  }
  .guide pre { padding: .6rem .8rem; white-space: pre-wrap }
  #reference .wrapper { max-width: 58rem; padding: 0 1rem } #reference .info { margin: 1rem 0 }
</style>`;

/** Page at `/docs`: the guide, then the reference that a script draws from `/openapi.json`. */
export const docsPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>thidua – API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
${docsStyle}
<section class="guide" aria-label="Guide">
<h1>thidua – thi đua, khen thưởng</h1>
<p class="quiet"><a href="/">Home</a> · <a href="/graphql">GraphiQL</a> ·
<a href="/docs/rights">Who may do what</a></p>
<p class="quiet">${contents} · <a href="#api">Reference</a></p>
${chapters}
<h2 id="api">Reference</h2>
</section>
<div id="reference"></div>
<script src="/docs/swagger-ui.js"></script>
<script src="/docs/reference.js"></script>
</html>`;
