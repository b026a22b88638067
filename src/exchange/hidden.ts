import {
  isHash,
  isSeen,
  leafOfHeader,
  seenBy,
  VerificationError,
  type Change,
  type Header,
  type Link,
  type Sight,
} from './chain.js';

/**
 * Checks a position whose leaves are of form 2: each hidden change gives its leaf and, for a key that is not bound, was
 * rightly hidden. Like `chain.ts` it shares no code with the server.
 */
export function checkHidden({ leaves, hidden = [] }: Link, shown: readonly Change[], sight: Sight | undefined): void {
  if (shown.some(({ form }) => form !== 2)) throw new VerificationError('form 1 does not come after form 2');
  if (!sight) throw new VerificationError('cursor.json does not say what the key sees');
  const unmatched = shown.filter(({ op }) => op === 'REMOVED');
  const headers = new Map(hidden.map((each) => [each.item, each]));
  if (headers.size !== hidden.length || shown.length + headers.size !== leaves.length)
    throw new VerificationError('not every leaf has a shown change or the header of a hidden one');
  const places = new Set(shown.map(({ item }) => item));
  for (const [index, leaf] of leaves.entries()) {
    const item = index + 1;
    if (places.has(item)) continue;
    const header = headers.get(item);
    if (!header || !isHeader(header) || leafOfHeader(header, header.content) !== leaf)
      throw new VerificationError(`the header of hidden item ${item} does not give its leaf`);
    if (sight.bound) continue;
    const { before, after } = seenBy(header.seen, sight.sees);
    const left = before && !after;
    // A key that drops out of the audience is shown a REMOVED in place of the UPSERT.
    const stand = header.op === 'UPSERT' && left ? unmatched.findIndex(({ seen }) => same(seen, header.seen)) : -1;
    if (header.op === 'UPSERT' ? after || (left && stand < 0) : left)
      throw new VerificationError(`item ${item} is hidden, and ${sight.sees} is shown such a change`);
    if (stand >= 0) unmatched.splice(stand, 1);
  }
}

const isHeader = ({ op, seen, content }: Header & { content: unknown }) =>
  ['UPSERT', 'REMOVED'].includes(op) && isSeen(seen) && isHash(content);

const same = (one: Header['seen'] | undefined, other: Header['seen']) =>
  one?.before === other.before && one.after === other.after;
