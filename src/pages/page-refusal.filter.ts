import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Request } from '../api/request.js';
import { explained } from '../rest/refusal.filter.js';
import { languageOfPage } from './page-language.js';
import { withRelativeLinks } from './page-links.interceptor.js';
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
    const language = languageOfPage(lang === 'vi' || lang === 'en' ? lang : undefined, request.headers);
    const problem = explained(error, { request, reply, language });
    void reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy })
      .send(withRelativeLinks(refusalPage(problem, language), request.url));
  }
}
