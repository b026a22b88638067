import { Injectable } from '@nestjs/common';
import { pageOf, type Page } from '../database/page.js';
import { refusals } from '../refusals.data.js';
import { retryAfter, type RefusalCode } from '../refusals.js';
import { found } from './found.js';
import type { RefusalText } from './refusal.view.js';

const texts: readonly RefusalText[] = Object.entries(refusals)
  .map(([code, [status, vi, en]]) => ({ code, status, retryAfter: retryAfter[code as RefusalCode] ?? null, vi, en }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

@Injectable()
export class RefusalsService {
  /** Every refusal, by code, on one page. */
  refusals(): Page<RefusalText> {
    return pageOf(texts, { first: texts.length }, ({ code }) => [code]);
  }

  refusal(code: string): RefusalText {
    return found(texts.find((each) => each.code === code));
  }
}
