import { objectOf, plain, type Part } from './parts.queries.js';

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
