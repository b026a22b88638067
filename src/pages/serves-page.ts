import { applyDecorators, Header } from '@nestjs/common';
import { Open } from '../access/open.js';
import { pagePolicy } from './layout.js';

/** Marks a method that answers a page for anybody: HTML, under the policy of our pages unless it names another. */
export const ServesPage = (policy = pagePolicy): MethodDecorator =>
  applyDecorators(
    Open(),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
  );
