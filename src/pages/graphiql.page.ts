import type { FastifyInstance } from 'fastify';
import { scriptedPolicy } from './assets.js';
import { markup } from './markup.js';
import { pageLanguage, type PageLanguage } from './page-language.js';
import { withRelativeLinks } from './page-links.interceptor.js';

const graphiqlPage = (query: string, { language, say, at }: PageLanguage): string =>
  markup`<!doctype html>
<html lang="${language}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL – thidua</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/graphiql.css">
<style>
  html, body { height: 100%; margin: 0; overflow: hidden } body { display: flex; flex-direction: column }
  header {
    font: 14px/1.5 "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1c1c1c; background: #fff;
    display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center;
    padding: .4rem .8rem; border-bottom: 1px solid #ddd
  }
  h1 { font-size: 1rem; margin: 0 }
  header input { flex: 0 1 24rem; min-width: 12rem }
  #root { flex: 1; min-height: 0 } #root .graphiql-container { width: 100%; height: 100% }
  @media (max-width: 40rem) {
    #root .graphiql-sidebar { display: none }
    #root .graphiql-main { padding: 0 } #root .graphiql-sessions { margin: 0; border-radius: 0 }
    #root .graphiql-sessions > div:last-child { flex-direction: column }
    #root .graphiql-horizontal-drag-bar { display: none }
  }
</style>
<header>
<h1>GraphiQL</h1>
<label for="key">${say('Khóa truy cập (API key)', 'API key')}</label>
<input id="key" type="password" autocomplete="off"
  placeholder="${say('để trống: chỉ xem dữ liệu công khai', 'empty: public data only')}">
<a href="${at('/docs')}">${say('Hướng dẫn', 'Guide')}</a> <a href="/schema.graphql">schema.graphql</a>
<a href="${at('/')}">${say('Trang đầu', 'Home')}</a>
</header>
<main id="root" data-query="${query}"></main>
<script src="/docs/graphiql.js"></script>
<script src="/docs/graphiql-start.js"></script>
</html>`.html;

/** A document that anybody may ask, about a commune of this installation where there is one. */
const documentAbout = (commune: string | undefined): string =>
  commune === undefined
    ? `{
  awardForms(first: 5) {
    nodes { code name }
  }
}
`
    : `{
  commune(key: "${commune}") { name }
  plans(commune: "${commune}", first: 1) {
    nodes {
      key
      title
      indicators(first: 5) {
        nodes { code name target }
      }
    }
  }
}
`;

/**
 * Answers `GET /graphql` with GraphiQL where `Accept` names HTML; every other request goes on to GraphQL. `communes`
 * reads the keys of the communes that are there.
 */
export function serveGraphiql(fastify: FastifyInstance, communes: () => Promise<readonly string[]>): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const isPage =
      request.method === 'GET' && /^\/graphql(\?|$)/.test(request.url) && request.headers.accept?.includes('text/html');
    if (!isPage) return done();
    const { lang } = request.query as { lang?: unknown };
    const language = pageLanguage(lang === 'vi' || lang === 'en' ? lang : undefined, request.headers);
    // The page opens without the database, too.
    const known = communes().catch(() => []);
    void known.then(([commune]) =>
      reply
        .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': scriptedPolicy })
        .send(withRelativeLinks(graphiqlPage(documentAbout(commune), language), request.url)),
    );
  });
}
