/**
 * Records as JSON texts, written by the database. REST sends the texts as they are; GraphQL reads the records out of
 * them. For `noteDisclosures` the list stands as one record: it has the commune and, in `subjects`, the data subjects
 * of all, so that no text is parsed for them.
 */
export class JsonTexts<T> implements Iterable<T> {
  constructor(
    readonly texts: readonly string[],
    readonly communeId: number,
    readonly subjects: readonly string[] = [],
  ) {}

  *[Symbol.iterator](): Iterator<T> {
    for (const text of this.texts) yield JSON.parse(text) as T;
  }
}
