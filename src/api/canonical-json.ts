import canonicalizeModule from 'canonicalize';

// The package is CommonJS and its types say otherwise.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** JSON in its one canonical form (RFC 8785). */
export function jcs(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no JSON form.');
  return text;
}
