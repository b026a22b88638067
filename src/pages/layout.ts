import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Language } from '../api/problem.js';
import { Markup, markup, type Piece } from './markup.js';

/** The one style sheet of the pages, without comments and line ends. */
const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s+/g, ' ');

export interface PageContent {
  language: Language;
  title: string;
  /** Kind of page, for its style. */
  of: 'board' | 'text' | 'certificate';
  /** Whether its text is as large as a screen in a meeting room needs it. */
  isWide?: boolean;
  body: Piece;
}

/** A page: no script, one style sheet within it, nothing from other hosts. */
export const page = ({ language, title, of, isWide, body }: PageContent): string =>
  markup`<!doctype html>
<html lang="${language}"${isWide && markup` class="wide"`}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body class="${of}">
${body}
</body>
</html>`.html;

const hashOfStyle = createHash('sha256').update(style).digest('base64');

/** Content-Security-Policy of these pages: their own style sheet, and a form that asks this host. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hashOfStyle}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
