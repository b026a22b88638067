/**
 * Entity tag as this program sent it: a proxy that compresses an answer makes the tag weak, or adds the coding to it
 * ("3-gzip" of Apache, "3;gzip", "3--gzip" of Jetty). The record is the same.
 */
export const sentTag = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/(?:--?|;)(?:gzip|br|zstd|deflate)"$/, '"');
