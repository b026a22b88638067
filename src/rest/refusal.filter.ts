import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { challengeOf, explain, languageOf, type Language, type Problem } from '../api/problem.js';
import { logFaults, recordRefusal } from '../api/request-refusals.js';
import { limits } from '../limits/limits.js';
import { tooLargeBy } from '../limits/too-large.js';
import { retryAfter } from '../refusals.js';

/** REST: every error becomes a problem. GraphQL: errors pass on to `GraphqlExecution`. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<'http' | 'graphql'>() !== 'http') throw error;
    answerProblem(
      error,
      host.switchToHttp().getRequest<FastifyRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    );
  }
}

interface Refused {
  request: FastifyRequest;
  reply: FastifyReply;
  language: Language;
}

/** The problem that an error means, noted with its request; status and headers of the reply are set. */
export function explained(thrown: unknown, { request, reply, language }: Refused): Problem {
  const tooLarge = thrown instanceof HttpException && thrown.getStatus() === 413;
  const error = tooLarge ? tooLargeBy(request.headers, limits.body) : thrown;
  const problem = explain(error, language, request.id);
  recordRefusal(request, problem.code);
  logFaults(request, [error]);
  const challenge = challengeOf(problem, request.headers.authorization);
  if (challenge !== undefined) void reply.header('www-authenticate', challenge);
  const seconds = retryAfter[problem.code];
  if (seconds !== undefined) void reply.header('retry-after', seconds);
  void reply.status(problem.status);
  return problem;
}

export function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = explained(thrown, { request, reply, language: languageOf(request.headers['accept-language']) });
  void reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
