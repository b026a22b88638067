import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusals.js';

/** Refusal of a body with more bytes than it may have; it tells those that the request announced. */
export function tooLargeBy({ 'content-length': length }: IncomingHttpHeaders, most: number): Refusal {
  const sent = Number(length);
  const said = (language: 'vi' | 'en', word: string) => ({
    most: most.toLocaleString(language),
    sent: Number.isFinite(sent) ? ` ${word}${sent.toLocaleString(language)} byte${language === 'en' ? 's' : ''}` : '',
  });
  const details = { most, ...(Number.isFinite(sent) && { sent }) };
  return new Refusal('TOO_LARGE', details, [], { vi: said('vi', 'có '), en: said('en', 'of ') });
}
