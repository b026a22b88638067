import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './api/problem.js';
import { requestContext, type Request } from './api/request.js';
import { AppModule, type AppOptions } from './app.module.js';
import { BackgroundAuditService } from './audit/background-audit.service.js';
import { servedRequest } from './database/served-request.js';
import { CountedCallers } from './limits/counted-callers.js';
import { limits } from './limits/limits.js';
import { shedLoad } from './limits/load-shedding.js';
import { limitRate } from './limits/rate-limit.js';
import { hangUpOf, limitRequests, serverLimits } from './limits/request-limits.js';
import { limitUnsent } from './limits/unsent-answers.js';
import { serveContract } from './rest/contract.js';
import { acceptJson } from './rest/json-body.js';
import { answerProblem } from './rest/refusal.filter.js';
import { acceptForms } from './rest/upload.js';
import { refuseWrongMethods } from './rest/wrong-methods.js';
import { logOptions } from './running/log.js';
import { Metrics } from './running/metrics.js';
import { observeRequest, observeRequests } from './running/request-log.js';
import type { Tracing } from './running/tracing.js';
import { defaultRateLimit, type Settings } from './settings.js';
import { version } from './version.js';
import { BackgroundDeliveriesService } from './webhooks/background-deliveries.service.js';

/** Settings of the application; `tracing` where traces are sent. */
export type AppSettings = AppOptions &
  Pick<Settings, 'logLevel' | 'trustProxy'> &
  Partial<Pick<Settings, 'rateLimit' | 'auditPause' | 'webhookPause'>> & { tracing?: Tracing };

/**
 * Application with limits and hooks, ready to listen; `AppModule` names guard, interceptor, pipe and filter. The tests
 * call this function, too.
 */
export async function createApp({
  logLevel,
  trustProxy,
  rateLimit = defaultRateLimit,
  auditPause = 0,
  webhookPause = 0,
  tracing,
  ...connected
}: AppSettings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...serverLimits,
    trustProxy: trustProxy && isProxy,
    genReqId: () => randomUUID(),
    // An address that cannot be decoded reaches neither the hooks nor the filter.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      observeRequest(request, reply, app.get(Metrics));
      answerProblem(error, request, reply.headers(headersOfAll(request.id)));
    },
    // Requests during the shutdown are answered: see graceful-shutdown.ts.
    return503OnClosing: false,
    ...logOptions(logLevel),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(connected), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  const metrics = app.get(Metrics);
  if (connected.metrics && connected.metrics !== 'off') metrics.start(version);
  tracing?.instrument(fastify);
  observeRequests(fastify, metrics);
  acceptJson(fastify);
  acceptForms(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOfAll(request.id));
    done();
  });
  const callers = new CountedCallers();
  fastify.addHook('preHandler', (request, reply, done) => {
    const language = languageOf((request as Request).headers['accept-language']);
    const hungUp = hangUpOf(reply);
    requestContext.run({ request, language }, () => servedRequest.run({ caller: callers.of(request), hungUp }, done));
  });
  limitRate(fastify, rateLimit, callers);
  shedLoad(fastify, limits.requestsPerConnection * connected.poolSize, callers);
  limitUnsent(fastify);
  limitRequests(fastify);
  refuseWrongMethods(fastify);
  serveContract(app);
  await app.init();
  await fastify.ready();
  app.get(BackgroundAuditService).start(auditPause, fastify.log);
  app.get(BackgroundDeliveriesService).start(webhookPause, fastify.log);
  return app;
}

/** Trusts only the last hop of X-Forwarded-For, the one of the reverse proxy: a caller can forge the others. */
const isProxy = (_: string, hop: number) => hop === 0;

const headersOfAll = (requestId: string) => ({
  'x-request-id': requestId,
  'x-content-type-options': 'nosniff',
  vary: 'Authorization, Accept, Accept-Language',
  'cache-control': 'private, no-cache',
});
