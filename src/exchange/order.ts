import { isHash, recordOf, VerificationError, type Change, type Head } from './chain.js';
import type { VerifiedPosition } from './positions.js';

/**
 * Checks what one change says of another: versions of a record rise, times do not run back (form 2), and a decision
 * rests on a head that the chain has. Like `chain.ts` it shares no code with the server.
 */
export function orderCheck(): (position: VerifiedPosition) => void {
  const hashes = ['0'.repeat(64)];
  const versions = new Map<string, number>();
  let latest = '';
  return ({ hash, changes }) => {
    for (const change of changes) {
      const record = `${change.type} ${recordOf(change)}`;
      const { version, form, at, position, item } = change;
      const wrong = (why: string) => new VerificationError(`position ${position}, item ${item}: ${why}`);
      if (version <= (versions.get(record) ?? 0))
        throw wrong(`version ${version} of ${record} comes after version ${versions.get(record)}`);
      versions.set(record, version);
      if (form === 2 && !(at >= latest)) throw wrong(`its time ${at} lies before ${latest}`);
      if (at > latest) latest = at;
      const head = headOf(change);
      if (head && (!isHash(head.hash) || head.position >= position || hashes[head.position] !== head.hash))
        throw wrong(`the decision rests on head ${head.position} ${head.hash}, which the chain does not have`);
    }
    hashes.push(hash);
  };
}

/** Head that a signed decision names. */
const headOf = ({ type, data }: Change): Head | undefined =>
  type === 'decision' ? ((data?.head as Head | null | undefined) ?? undefined) : undefined;
