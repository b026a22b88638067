/** Members of a ground `g`. */
export const groundMembers = {
  type: `case
    when g.result_id is not null then 'RESULT'
    when g.submission_id is not null then 'SUBMISSION'
    when g.document_id is not null then 'DOCUMENT'
    else 'FILE' end`,
  id: 'coalesce(g.result_id, g.submission_id, g.document_id, g.file_id)',
} as const;

/**
 * Ids of the nominations that rest on each record `r`, directly or through the report of a result; `own`: condition on
 * results `x`.
 */
export const restingOn = {
  unit: () => 'select o.id from nomination o where o.commune_id = $1 and o.unit_id = r.id',
  result: (own: string) => `
    select g.nomination_id from nomination_ground g where g.commune_id = $1 and g.result_id = r.id
    union select g.nomination_id from result x
    join nomination_ground g on g.commune_id = $1 and g.submission_id = x.submission_id
    where x.commune_id = $1 and x.id = r.id${own}`,
  indicator: (own: string) => `
    select g.nomination_id from result x join nomination_ground g on g.commune_id = $1 and g.result_id = x.id
    where x.commune_id = $1 and x.indicator_id = r.id${own}
    union select g.nomination_id from result x
    join nomination_ground g on g.commune_id = $1 and g.submission_id = x.submission_id
    where x.commune_id = $1 and x.indicator_id = r.id${own}`,
} as const;

/** Kinds of parents whose nominations are asked for. */
export type ParentOfNominations = keyof typeof restingOn;
