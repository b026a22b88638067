import { applyDecorators, Header, UseFilters, UseInterceptors } from '@nestjs/common';
import { Open } from '../access/open.js';
import { pagePolicy } from './layout.js';
import { PageRefusalFilter } from './page-refusal.filter.js';
import { PageLinks } from './page-links.interceptor.js';

/** Marks a method that answers a page for anybody: HTML, refusals too, under our policy unless it names another. */
export const ServesPage = (policy = pagePolicy): MethodDecorator =>
  applyDecorators(
    Open(),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
    Header('cache-control', 'no-cache'),
    UseInterceptors(PageLinks),
    UseFilters(PageRefusalFilter),
  );
