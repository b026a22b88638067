import { channel } from 'node:diagnostics_channel';
import type { Client } from 'pg';

/** Statement on its way: its name and result, never its text or values. */
export interface SentStatement {
  name: string;
  result: Promise<unknown>;
}

/** Diagnostics channel of sent statements; without a subscriber it costs nothing. */
export const statementChannel = channel('thidua:statement');

/**
 * Waits for an answer for at most `timeout` milliseconds. The server ends a statement long before
 * (`statement_timeout`). A server without any answer is gone: the connection is destroyed, and the pool drops it.
 */
export async function withTimeout<T>(
  client: Pick<Client, 'connection'>,
  name: string,
  timeout: number,
  send: () => Promise<T>,
): Promise<T> {
  const gone = setTimeout(() => client.connection.stream.destroy(), timeout);
  const answered = send();
  if (statementChannel.hasSubscribers) statementChannel.publish({ name, result: answered } satisfies SentStatement);
  return answered.finally(() => clearTimeout(gone));
}

/** Name of an unnamed statement: its first word, and the table of a write. */
export function statementName(text: string): string {
  const [, verb = 'statement', table] = /^\s*(\w+)(?:\s+(?:into|from)?\s*"?(\w+)"?)?/i.exec(text) ?? [];
  return /^(insert|update|delete)$/i.test(verb) && table ? `${verb.toUpperCase()} ${table}` : verb.toUpperCase();
}
