import type { FastifyInstance } from 'fastify';
import { scriptedPolicy } from './assets.js';

const graphiqlPage = `<!doctype html>
<html lang="vi">
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
</style>
<header>
<h1>GraphiQL</h1>
<label for="key">Khóa truy cập (API key)</label>
<input id="key" type="password" autocomplete="off" placeholder="để trống: chỉ xem dữ liệu công khai">
<a href="/docs">Hướng dẫn</a> <a href="/schema.graphql">schema.graphql</a> <a href="/">Trang đầu</a>
</header>
<main id="root"></main>
<script src="/docs/graphiql.js"></script>
<script src="/docs/graphiql-start.js"></script>
</html>`;

/** Answers `GET /graphql` with GraphiQL where `Accept` names HTML; every other request goes on to GraphQL. */
export function serveGraphiql(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const isPage =
      request.method === 'GET' && /^\/graphql(\?|$)/.test(request.url) && request.headers.accept?.includes('text/html');
    if (!isPage) return done();
    void reply.type('text/html; charset=utf-8').header('content-security-policy', scriptedPolicy).send(graphiqlPage);
  });
}
