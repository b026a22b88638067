import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type DocxtemplaterOf from 'docxtemplater';
import type PizZipOf from 'pizzip';
import type { FieldValues } from './template-fields.data.js';
import { zipped } from './zipped.js';

/** Read when a template is: most programs never meet one. */
const load = createRequire(import.meta.url);
type Template = DocxtemplaterOf<PizZipOf>;

/** Field as a template names it, in the list that it stands in. */
export interface FieldNamed {
  name: string;
  list: string | null;
  /** Text, the beginning of a list, or what only raw content needs. */
  is: 'TEXT' | 'LIST' | 'OTHER';
}

/** Reason why a template is refused before its fields are looked at. */
export type TemplateFault = { fault: 'UNREADABLE' } | { fault: 'ACTIVE' | 'BROKEN'; at: string };

/** Unpacked bytes and parts of a template, at most. */
const most = { bytes: 20_000_000, parts: 500 } as const;

/** The fields of a DOCX, in its text, headers and footers; or why it is refused. Nothing of it is run. */
export function fieldsOf(bytes: Uint8Array): FieldNamed[] | TemplateFault {
  const parts = partsOf(bytes);
  if (!parts?.['word/document.xml']) return { fault: 'UNREADABLE' };
  const active = activeIn(parts);
  if (active !== undefined) return { fault: 'ACTIVE', at: active };
  const found: FieldNamed[] = [];
  try {
    opened(parts, (items) => found.push(...named(items, null)));
  } catch (error) {
    const broken = brokenAt(error);
    return broken === undefined ? { fault: 'UNREADABLE' } : { fault: 'BROKEN', at: broken };
  }
  return found;
}

/** A template with its fields filled in. The same template with the same values is the same bytes. */
export function filled(bytes: Uint8Array, values: FieldValues): Buffer {
  const template = opened(unzipSync(bytes));
  template.render(values);
  return zipped(unzipSync(template.getZip().generate({ type: 'uint8array' })));
}

/** Part of a template as the library finds it. */
interface Item {
  type: string;
  value: string;
  module?: string;
  subparsed?: readonly Item[];
}

/** Opens what was unpacked within the bounds: the library would unpack whatever a zip holds. */
function opened(
  parts: Readonly<Record<string, Uint8Array>>,
  onItems: (items: readonly Item[]) => void = () => undefined,
): Template {
  const Docxtemplater = load('docxtemplater') as typeof DocxtemplaterOf;
  const PizZip = load('pizzip') as typeof PizZipOf;
  const reader = {
    name: 'Fields',
    set: ({ inspect }: { inspect?: { postparsed?: readonly Item[] } }) => {
      if (inspect?.postparsed) onItems(inspect.postparsed);
    },
  };
  return new Docxtemplater(new PizZip(zipped(parts)), {
    modules: [reader],
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    syntax: { changeDelimiterPrefix: null },
    // A field is a name, and never an expression.
    parser: (name) => ({ get: (scope: Record<string, unknown>) => (Object.hasOwn(scope, name) ? scope[name] : '') }),
  });
}

const named = (items: readonly Item[], list: string | null): FieldNamed[] =>
  items
    .filter(({ type }) => type === 'placeholder')
    .flatMap(({ value: name, module, subparsed = [] }) => [
      { name, list, is: module === undefined ? 'TEXT' : module === 'loop' ? 'LIST' : 'OTHER' } as const,
      ...named(subparsed, name),
    ]);

/** Place of a fault in the names of fields, as the library tells it. */
function brokenAt(error: unknown): string | undefined {
  const { properties } = error as { properties?: { errors?: readonly { properties?: { xtag?: string } }[] } };
  return properties?.errors?.[0]?.properties?.xtag ?? (properties?.errors ? '{…}' : undefined);
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let [size, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > most.bytes || count > most.parts) throw new Error('The template is too large.');
        return true;
      },
    });
  } catch {
    return undefined;
  }
}

/** Fields of Word that are computed from the paper alone. */
const harmless = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/;

/** Name of what a word processor would run or fetch when it opens a DOCX; undefined: nothing. */
function activeIn(parts: Readonly<Record<string, Uint8Array>>): string | undefined {
  const decoder = new TextDecoder();
  for (const [name, bytes] of Object.entries(parts)) {
    if (/vbaProject|\/(?:embeddings|activeX|customUI)\//i.test(name)) return name;
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const text = decoder.decode(bytes);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return name;
    if (/TargetMode\s*=\s*["']External["']/i.test(text.replace(/<[^>]*\/hyperlink["'][^>]*>/g, ''))) return name;
    const codes = [
      ...[...text.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, code = '']) => code),
      ...[...text.matchAll(/w:instr\s*=\s*["']([^"']*)/g)].map(([, code = '']) => code),
    ];
    const active = codes.find((code) => code.trim() !== '' && !harmless.test(code));
    if (active !== undefined) return active.trim().slice(0, 60);
    if (/<w:altChunk\b/.test(text)) return 'altChunk';
  }
  return undefined;
}
