/** Members of a record that an answer needs. Where none is given, all are read. */
export class Projection {
  constructor(readonly members: ReadonlySet<string>) {}
}

/** Whether an answer needs a member. */
export const asksFor = (projection: Projection | undefined, member: string): boolean =>
  projection?.members.has(member) ?? true;

/** Needs no member but those that every statement reads. */
export const keysAlone = new Projection(new Set());
