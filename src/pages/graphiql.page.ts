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
  header { font: 14px/1.5 "Segoe UI", Roboto, "Noto Sans", sans-serif; padding: .4rem .8rem; display: flex; gap: .8rem; align-items: center; border-bottom: 1px solid #ddd; background: #fff; color: #1c1c1c }
  input { width: 24rem; max-width: 50vw } #root { flex: 1; min-height: 0 } #root .graphiql-container { width: 100%; height: 100% }
</style>
<header><label for="key">Khóa truy cập (API key)</label> <input id="key" type="password" autocomplete="off" placeholder="để trống: như công chúng (the public)"> <a href="/docs">/docs</a> <a href="/schema.graphql">/schema.graphql</a> <a href="/">/</a></header>
<div id="root"></div>
<script src="/docs/graphiql.js"></script>
<script src="/docs/graphiql-start.js"></script>
</html>`;

/** A browser that comes to `GET /graphql` gets GraphiQL; whoever does not ask for HTML gets GraphQL. */
export function showGraphiql(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const browses =
      request.method === 'GET' && /^\/graphql(\?|$)/.test(request.url) && request.headers.accept?.includes('text/html');
    if (!browses) return done();
    void reply.type('text/html; charset=utf-8').header('content-security-policy', scriptedPolicy).send(graphiqlPage);
  });
}
