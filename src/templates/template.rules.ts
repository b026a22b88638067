import type { PaperKind } from '../catalogue/paper-kind.js';
import { point, points, type Point } from '../points.js';
import { templateFields } from './template-fields.data.js';
import type { PaperTemplate } from './paper-template.entity.js';
import type { FieldNamed, TemplateFault } from './template-file.js';

/** Points against a file that is to be a template: what it holds, and fields that are unknown or missing, by name. */
export function brokenTemplate(kind: PaperKind, found: readonly FieldNamed[] | TemplateFault): Point[] {
  if ('fault' in found) return [faulty(found)];
  const { fields, demanded, lists } = templateFields[kind];
  const isList = (name: string) => Object.hasOwn(lists, name);
  const within = (list: string) => (isList(list) ? lists[list] : undefined) ?? [];
  const isKnown = ({ name, list, is }: FieldNamed) =>
    is === 'LIST'
      ? list === null && isList(name)
      : is === 'TEXT' && (list === null ? fields : within(list)).includes(name);
  const unknown = found.filter((field) => !isKnown(field)).map(({ name }) => name);
  const missing = demanded.filter((name) => !found.some((field) => field.list === null && field.name === name));
  const all = [...fields, ...Object.entries(lists).map(([name, rows]) => `${name} (${rows.join(', ')})`)].join(', ');
  return [
    ...[...new Set(unknown)].map((name) =>
      point('/file', 'FIELD_UNKNOWN', {
        en: `{${name}} is no field of this paper there: fields are ${all}.`,
        vi: `Văn bản này không có trường {${name}} ở chỗ đó; các trường: ${all}.`,
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

/** Points against a bought form: of certificates alone, width and height together. */
export const brokenForm = (
  kind: PaperKind,
  { width, height, rightBy, downBy }: Pick<PaperTemplate, 'width' | 'height' | 'rightBy' | 'downBy'>,
): Point[] =>
  points(
    kind !== 'CERTIFICATE' &&
      (width !== null || height !== null || rightBy !== 0 || downBy !== 0) &&
      point('/width', 'OF_CERTIFICATES', 'Certificates alone are printed on a bought form.'),
    kind === 'CERTIFICATE' &&
      (width === null) !== (height === null) &&
      point('/height', 'HALF_A_SIZE', 'Say the width and the height of the form.'),
  );
