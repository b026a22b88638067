import { erasedText } from '../api/shown.js';
import type { PersonalRecords } from './personal-records.js';

/**
 * A record of others without the reasons it gives about the person: each `reason` beside the id of a nomination or
 * member of theirs.
 */
export function withoutMentions<T>(value: T, held: Pick<PersonalRecords, 'nominations' | 'members'>): T {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutMentions(each, held)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return value;
  const { nominationId = '', memberId = '' } = value as { nominationId?: string; memberId?: string };
  const theirs = held.nominations.includes(nominationId) || held.members.includes(memberId);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      theirs && name === 'reason' && member !== null ? erasedText : withoutMentions(member, held),
    ]),
  ) as T;
}
