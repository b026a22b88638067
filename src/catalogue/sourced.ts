import { line } from '../api/text-shapes.js';

export const sourceText = line(500);
export const source = 'Source in the law.';
export const verified = 'Whether the source was read; false: from memory or inferred, check before relying on it.';
