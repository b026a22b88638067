import { point, points, type Point } from '../points.js';
import { listField, templateFields, type TemplateKind } from './template-fields.data.js';
import type { FieldNamed, TemplateFault } from './template-file.js';

/** Points against a file that is to be a template: what it holds, and fields that are unknown or missing, by name. */
export function brokenTemplate(kind: TemplateKind, found: readonly FieldNamed[] | TemplateFault): Point[] {
  if ('fault' in found) return [faulty(found)];
  const { fields, demanded, rows } = templateFields[kind];
  const isKnown = ({ name, list, is }: FieldNamed) =>
    list === null
      ? fields.includes(name) && is === (name === listField ? 'LIST' : 'TEXT')
      : list === listField && is === 'TEXT' && rows.includes(name);
  const unknown = found.filter((field) => !isKnown(field)).map(({ name }) => name);
  const missing = demanded.filter((name) => !found.some((field) => field.list === null && field.name === name));
  return [
    ...[...new Set(unknown)].map((name) =>
      point('/file', 'FIELD_UNKNOWN', {
        en: `{${name}} is no field of this paper there: fields are ${[...fields, ...rows].join(', ')}.`,
        vi: `Văn bản này không có trường {${name}} ở chỗ đó; các trường: ${[...fields, ...rows].join(', ')}.`,
      }),
    ),
    ...missing.map((name) =>
      point('/file', 'FIELD_MISSING', {
        en: `The field {${name}} is missing.`,
        vi: `Mẫu thiếu trường {${name}}.`,
      }),
    ),
  ];
}

function faulty(found: TemplateFault): Point {
  if (found.fault === 'UNREADABLE') return point('/file', 'TEMPLATE_UNREADABLE', 'It is no DOCX that can be read.');
  const { at, fault } = found;
  return fault === 'ACTIVE'
    ? point('/file', 'TEMPLATE_ACTIVE', {
        en: `It holds what a word processor would run or fetch: ${at}.`,
        vi: `Mẫu có nội dung tự chạy hoặc lấy từ nơi khác: ${at}; hãy bỏ đi.`,
      })
    : point('/file', 'FIELD_BROKEN', {
        en: `A field is not closed, or not opened: ${at}.`,
        vi: `Có trường thiếu dấu mở hoặc dấu đóng: ${at}.`,
      });
}

/** Points against the size of a bought form: of certificates alone, width and height together. */
export const brokenForm = (
  kind: TemplateKind,
  { width, height }: { width: number | null; height: number | null },
): Point[] =>
  points(
    kind !== 'CERTIFICATE' &&
      (width !== null || height !== null) &&
      point('/width', 'OF_CERTIFICATES', 'Certificates alone are printed on a bought form.'),
    kind === 'CERTIFICATE' &&
      (width === null) !== (height === null) &&
      point('/height', 'HALF_A_SIZE', 'Say the width and the height of the form.'),
  );
