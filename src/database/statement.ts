import { channel } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import type { Client, PoolClient } from 'pg';

/** Statement to be sent; `timeout` in milliseconds, where it is not the usual one. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
  timeout?: number;
}

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
  { name, timeout }: { name: string; timeout: number },
  send: () => Promise<T>,
): Promise<T> {
  const gone = setTimeout(() => client.connection.stream.destroy(), timeout);
  gather(client);
  const answered = send();
  if (statementChannel.hasSubscribers) statementChannel.publish({ name, result: answered } satisfies SentStatement);
  return answered.finally(() => clearTimeout(gone));
}

/** Statements that are sent until the next tick go to the server in one packet. */
function gather({ connection: { stream } }: Pick<Client, 'connection'>): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Code of the message CancelRequest of PostgreSQL's protocol. */
const cancelRequest = 80_877_102;

/**
 * Cancels the statement that a connection runs, by a connection of its own. Resolves when the server has closed that
 * one, so that the next statement is not hit, or after a second.
 */
export function cancelStatement(client: PoolClient): Promise<void> {
  // The two numbers are not in the types of pg.
  const { host, port, processID, secretKey } = client as PoolClient & { processID: number; secretKey: number };
  const message = Buffer.alloc(16);
  [message.length, cancelRequest, processID, secretKey].forEach((value, index) =>
    message.writeInt32BE(value, 4 * index),
  );
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  return new Promise((resolve) => {
    socket
      .setTimeout(1_000, () => socket.destroy())
      .on('error', () => undefined)
      .once('close', () => resolve())
      .resume()
      .end(message);
  });
}

/** Name of an unnamed statement: its first word, and the table of a write. */
export function statementName(text: string): string {
  const [, verb = 'statement', table] = /^\s*(\w+)(?:\s+(?:into|from)?\s*"?(\w+)"?)?/i.exec(text) ?? [];
  return /^(insert|update|delete)$/i.test(verb) && table ? `${verb.toUpperCase()} ${table}` : verb.toUpperCase();
}
