import { guide } from './guide.js';

const contents = guide.map(([id, title]) => `<a href="#${id}">${title}</a>`).join(' · ');
const chapters = guide.map(([id, title, html]) => `<h2 id="${id}">${title}</h2>\n${html}`).join('\n');

/** How the pages below `/docs` look. */
export const docsStyle = `<style>
  body { font: 16px/1.55 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c; margin: 2rem 0 }
  main { max-width: 56rem; margin: 0 auto; padding: 0 1rem } h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; color: #8a1c1c }
  main code, main pre { background: #f4f4f2; border-radius: 3px; font-size: .88em; padding: .05rem .25rem; overflow-wrap: anywhere } main pre { padding: .6rem .8rem; white-space: pre-wrap } .quiet { color: #666 }
</style>`;

/** The page at `/docs`: the guide, and below it the reference, which a script of ours draws from `/openapi.json`. */
export const docsPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>thidua – API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
${docsStyle}
<main>
<h1>thidua – thi đua, khen thưởng</h1>
<p class="quiet"><a href="/">/</a> · <a href="/graphql">GraphiQL</a> · <a href="/docs/rights">Who may what</a> · ${contents} · <a href="#reference">Reference</a></p>
${chapters}
<h2>Reference</h2>
</main>
<div id="reference"></div>
<script src="/docs/swagger-ui.js"></script>
<script src="/docs/reference.js"></script>
</html>`;
