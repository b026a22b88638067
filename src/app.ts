import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type Connected } from './app.module.js';
import { serveContract } from './api/contract.js';
import { limitRate } from './api/rate-limit.js';
import { languageOf } from './api/refusal.js';
import { answerProblem } from './api/refusal.filter.js';
import { limitRequests, serverLimits } from './api/request-limits.js';
import { speaking, type Request } from './api/request.js';
import { letUploadsThrough } from './api/upload.js';
import { refuseWrongMethods } from './api/wrong-methods.js';
import { usualRateLimit, type Settings } from './settings.js';

export type AppSettings = Connected & Pick<Settings, 'logLevel' | 'trustProxy'> & Partial<Pick<Settings, 'rateLimit'>>;

/** The program with its guard, pipe, filter and limits, ready to listen. The tests start this same function. */
export async function createApp({ logLevel, trustProxy, rateLimit = usualRateLimit, ...connected }: AppSettings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...serverLimits,
    trustProxy,
    genReqId: () => randomUUID(),
    // An address that cannot be decoded never comes as far as the filter.
    frameworkErrors: answerProblem,
    // Standard output belongs to the ready line.
    logger: logLevel === 'silent' ? false : { level: logLevel, stream: process.stderr },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.connected(connected), adapter, { logger: false, abortOnError: false });
  const fastify = adapter.getInstance();
  fastify.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, fastify.getDefaultJsonParser('error', 'error'));
  letUploadsThrough(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', vary: 'Authorization, Accept, Accept-Language', 'cache-control': 'private, no-cache' });
    done();
  });
  fastify.addHook('preHandler', (request, _, done) => {
    speaking.run({ requestId: request.id, language: languageOf((request as Request).headers['accept-language']) }, done);
  });
  limitRate(fastify, rateLimit);
  limitRequests(fastify);
  refuseWrongMethods(fastify);
  serveContract(app);
  await app.init();
  await fastify.ready();
  return app;
}
