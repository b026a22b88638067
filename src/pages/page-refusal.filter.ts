import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { languageOf } from '../api/problem.js';
import type { Request } from '../api/request.js';
import { explained } from '../rest/refusal.filter.js';
import { refusalPage } from './refusal.page.js';
import { pagePolicy } from './layout.js';

/** Pages: every error becomes a page. */
@Catch()
export class PageRefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const [request, reply] = [
      host.switchToHttp().getRequest<Request>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    ];
    const { lang } = request.query as { lang?: unknown };
    const language = lang === 'vi' || lang === 'en' ? lang : languageOf(request.headers['accept-language']);
    const problem = explained(error, { request, reply, language });
    void reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy })
      .send(refusalPage(problem, language));
  }
}
