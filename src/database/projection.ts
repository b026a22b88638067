/** Members of a record that an answer needs. Where none is given, all are read. */
export class Projection {
  constructor(readonly members: ReadonlySet<string>) {}
}

/** Needs no member but those that every statement reads. */
export const keysAlone = new Projection(new Set());
