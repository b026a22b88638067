import { channel } from 'node:diagnostics_channel';
import type { Client } from 'pg';

/** One statement on its way: what it is called, never what it holds. */
export interface SentStatement {
  name: string;
  result: Promise<unknown>;
}

/** Whoever watches statements listens here; without anybody nothing is told and nothing is paid. */
export const statementChannel = channel('thidua:statement');

/**
 * Waits for an answer no longer than `timeout` milliseconds. A statement is ended by the server (`statement_timeout`)
 * long before; who says nothing at all is gone, and its connection is destroyed, so that no one is lent it again.
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

/** What a statement without a name does: its first word, and the table of a write. */
export function statementName(text: string): string {
  const [, verb = 'statement', table] = /^\s*(\w+)(?:\s+(?:into|from)?\s*"?(\w+)"?)?/i.exec(text) ?? [];
  return /^(insert|update|delete)$/i.test(verb) && table ? `${verb.toUpperCase()} ${table}` : verb.toUpperCase();
}
