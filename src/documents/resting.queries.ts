import type { JournaledType } from '../api/kinds.js';
import { qualities, type Quality } from './quality.rules.js';

/** Columns that refer to documents and files, each with the type and the id of the record that its row is of. */
const references: readonly (readonly [type: JournaledType, column: string, id: string])[] = [
  ['nomination', 'nomination_paper.document_id', 'nomination_id'],
  ['nomination', 'nomination_ground.document_id', 'nomination_id'],
  ['nomination', 'nomination_ground.file_id', 'nomination_id'],
  ['nomination', 'nomination.forwarding_document_id', 'id'],
  ['nomination', 'nomination.receipt_document_id', 'id'],
  ['outcome', 'outcome.document_id', 'id'],
  ['submission', 'evidence.file_id', 'submission_id'],
  ['plan', 'plan.document_id', 'id'],
  ['decision', 'decision.document_id', 'id'],
  ['decision', 'decision.authority_id', 'id'],
  ['decision', 'decision.file_id', 'id'],
  ['award', 'award.document_id', 'id'],
  ['award', 'award.correction_document_id', 'id'],
  ['meeting', 'meeting.minutes_id', 'id'],
  ['member', 'council_member.document_id', 'id'],
  ['appointment', 'appointment.document_id', 'id'],
  ['consultation', 'consultation.document_id', 'id'],
  ['objection', 'objection.document_id', 'id'],
  ['objection', 'objection.answer_document_id', 'id'],
  ['complaint', 'complaint.document_id', 'id'],
  ['complaint', 'complaint.settlement_document_id', 'id'],
  ['fact', 'fact.document_id', 'id'],
  ['registration', 'registration.document_id', 'id'],
  ['fund', 'fund.document_id', 'id'],
  ['rounding', 'commune_rounding.document_id', 'id'],
  ['document', 'document.authority_id', 'id'],
  ['scheme', 'scheme.document_id', 'id'],
  ['sheet', 'score_evidence.file_id', 'sheet_id'],
  ['template', 'paper_template.file_id', 'id'],
];

/** Types, and days as text, that a row takes of the document in its column, as SQL; undefined: any. */
const takenBy = (column: string): string | undefined => {
  if (column === 'nomination_paper.document_id')
    return 'array[document_type] as types, null::text as from, null::text as until';
  const quality: Quality | undefined = Object.values(qualities).find((each) => each.column === column);
  if (!quality?.types) return undefined;
  const types = quality.types.map((type) => `'${type}'`).join(', ');
  return `array[${types}], ${quality.from ?? 'null'}::text, ${quality.until ?? 'null'}::text`;
};

/** Records that rest on a document, $2, in a quality. */
export const inQuality = references
  .filter(([, column]) => takenBy(column) !== undefined)
  .map(
    ([type, column, id]) => `select '${type}' as record, ${id} as id, ${takenBy(column)}
       from ${column.split('.')[0]} where commune_id = $1 and ${column} = $2`,
  )
  .join(' union all ');

/** Records that rest on one of some documents or files, two arrays. */
export const resting = (documents: string, files: string) =>
  references
    .map(
      ([type, column, id]) =>
        `select '${type}' as type, ${id} as id from ${column.split('.')[0]}
         where commune_id = $1 and ${column} = any (${column.endsWith('.file_id') ? files : documents})`,
    )
    .join(' union all ');

/** Files of a document, an array. */
export const filesOf = (document: string) =>
  `array(select o.id from file o where o.commune_id = $1 and o.document_id = ${document})`;

/**
 * States and units of what rests on one of some documents or files, two arrays; of records of no unit, HELD; of score
 * sheets, which no other unit sees, DRAFT.
 */
export const seenResting = (documents: string, files: string) => `
  select case x.type when 'nomination' then n.state when 'submission' then s.state when 'sheet' then 'DRAFT'
      else 'HELD' end as state,
    coalesce(n.unit_id, s.unit_id, c.unit_id) as unit_id
  from (${resting(documents, files)}) x
  left join nomination n on x.type = 'nomination' and n.commune_id = $1 and n.id = x.id
  left join submission s on x.type = 'submission' and s.commune_id = $1 and s.id = x.id
  left join score_sheet c on x.type = 'sheet' and c.commune_id = $1 and c.id = x.id`;

/** Lines of dossiers that a document fills. */
export const inDossier = (document: string) =>
  `select 1 from nomination_paper where commune_id = $1 and document_id = ${document}`;
