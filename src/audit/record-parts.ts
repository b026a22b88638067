import { groundMembers } from '../nominations/grounds.queries.js';
import { listOf, objectOf, plain, type Part } from './parts.queries.js';

export const signer: Part = {
  row: objectOf({ title: plain('r.signer_title'), capacity: plain('r.signer_capacity') }),
  line: (part) => `(${part}) - 'name'`,
};

/** Settings of a plan. Lines written before due days by frequency, or days of registering, say nothing of those. */
export const settings: Part = {
  row: 'r.settings',
  line: (part) => `'{"dueByFrequency": [], "registerBy": null}'::jsonb || (${part})`,
};

/** Scope of an entry. Lines written before entries had one lack it: there the row's own is taken. */
export const scope: Part = {
  row: 'e.scope',
  line: (part) => `coalesce(${part}, (
    select to_jsonb(x.scope) from entry x
    where x.commune_id = $1 and x.submission_id = id::uuid and x.indicator_id = (entry ->> 'indicatorId')::uuid))`,
};

/** Lists of an award form. Lines written before forms had them lack them. */
const listed = (column: string): Part => ({ row: `to_jsonb(r.${column})`, line: (part) => `coalesce(${part}, '[]')` });
export const conditions = listed('conditions');
export const timeLimits = listed('"timeLimits"');
export const prescribed = listed('prescribed');

/** Grounds of a nomination. */
export const restsOn = listOf('nomination_ground g where g.commune_id = r.commune_id and g.nomination_id = r.id', {
  type: plain(groundMembers.type),
  id: plain(groundMembers.id),
});

/** Dossier of a nomination. */
export const dossier = listOf('nomination_paper p where p.commune_id = r.commune_id and p.nomination_id = r.id', {
  item: plain('p.item'),
  name: plain('p.name'),
  documentType: plain('p.document_type'),
  required: plain('p.required'),
  documentId: plain('p.document_id'),
});
