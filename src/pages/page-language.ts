import type { IncomingHttpHeaders } from 'node:http';
import { languageOf, type Language } from '../api/problem.js';
import { sayIn, type Say } from './say.js';

/** Language of a page: that of its address, which its links keep; else that of the browser. */
export interface PageLanguage {
  language: Language;
  say: Say;
  /** Whether its address names the language. */
  isAsked: boolean;
  /** Address of another page. */
  at(path: string): string;
}

export const languageOfPage = (lang: Language | undefined, headers: IncomingHttpHeaders): Language =>
  lang ?? languageOf(headers['accept-language']);

export function pageLanguage(lang: Language | undefined, headers: IncomingHttpHeaders): PageLanguage {
  const language = languageOfPage(lang, headers);
  const at = (path: string) => (lang === undefined ? path : path.replace(/(?=#|$)/, `?lang=${lang}`));
  return { language, say: sayIn(language), isAsked: lang !== undefined, at };
}
