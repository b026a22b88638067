import type { AwardForm } from '../catalogue/award-form.view.js';
import type { PaperKind } from '../catalogue/paper-kind.js';
import type { PrescribedForm } from '../catalogue/prescribed-form.view.js';
import { groups } from '../database/batch.js';

/** Forms that decrees prescribe for a paper of award forms, each once. */
export const prescribedFor = (paper: PaperKind, forms: Iterable<Pick<AwardForm, 'prescribed'>>): PrescribedForm[] =>
  groups(
    [...forms].flatMap(({ prescribed }) => prescribed.filter((each) => each.paper === paper)),
    ({ number, source }) => [number ?? '', source],
  ).map(([first]) => first);

/** Note in the properties of a file: the forms prescribed for it whose pages its layout was not held against. */
export function noteOf(prescribed: readonly PrescribedForm[]): string | undefined {
  const unread = prescribed.filter(({ layoutRead }) => !layoutRead);
  if (unread.length === 0) return undefined;
  const named = unread.map(({ number, source }) => [number ?? 'Mẫu', source].join(' – '));
  return `${named.join('; ')}: bố cục chưa đối chiếu với mẫu của nghị định.`;
}
