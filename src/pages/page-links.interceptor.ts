import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Request } from '../api/request.js';

/**
 * A page with its links relative to its own address, so that a proxy may serve the program below a path. In a template
 * they are written from the root: no text has an unescaped quote.
 */
export function withRelativeLinks(html: string, address: string): string {
  const depth = address.replace(/[?#].*$/s, '').split('/').length - 2;
  const up = '../'.repeat(depth) || './';
  return html.replace(/\b(href|src|action)="\/(?!\/)/g, `$1="${up}`);
}

export class PageLinks implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<string | undefined>): Observable<string | undefined> {
    const { url } = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(map((html) => html && withRelativeLinks(html, url)));
  }
}
