import type { Language, Problem } from '../api/problem.js';
import { page } from './layout.js';
import { markup } from './markup.js';
import { sayIn } from './say.js';

/** A refusal as a page: the sentence, what is wrong with which part of the address, and the number of the request. */
export function refusalPage({ detail, errors, status, requestId }: Problem, language: Language): string {
  const say = sayIn(language);
  const title = say('Không xem được trang này', 'This page cannot be shown');
  const example = markup`<p class="quiet">${say('Ví dụ', 'For example')}:
<code>?period=2023-H1&amp;date=2023-12-31</code></p>`;
  const reasons = errors.map(
    ({ pointer, detail: reason }) => markup`<li><code>${pointer.slice(1)}</code>: ${reason}</li>\n`,
  );
  return page({
    language,
    title,
    of: 'text',
    body: markup`<main><h1>${title}</h1>
${errors.length > 0 ? markup`<ul>${reasons}</ul>${example}` : markup`<p>${detail}</p>`}
<p><a href="/">${say('Về trang đầu', 'Home')}</a></p>
<p class="quiet">${status} · ${requestId}</p></main>`,
  });
}
