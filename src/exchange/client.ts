/** Error that ends a command. `exit`, as `thidua --help` lists them: 1 usage, 2 refused, 3 wrong, 4 not reached. */
export class CommandError extends Error {
  constructor(
    readonly exit: 1 | 2 | 3 | 4,
    message: string,
  ) {
    super(message);
  }
}

/** Refusal of the server: problem code, status, details. */
export class ServerRefusal extends CommandError {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>>,
    message: string,
  ) {
    super(2, message);
  }
}

/** Server to pull from. */
export interface Server {
  url: string;
  key: string;
  fetch: typeof fetch;
  pause(milliseconds: number): Promise<void>;
}

interface Answer {
  status: number;
  text: string;
  header(name: string): string | null;
}

const maxAttempts = 6;
const timeout = 60_000;
/** Statuses after which the same request may succeed: rate limit, overload, unavailable server or database. */
const retryable = new Set([429, 502, 503, 504]);

/**
 * Sends a GET, and retries with a growing pause while the server is unreachable or busy. `body` is undefined for 304.
 * Errors: `ServerRefusal`, `CommandError`.
 */
export async function request<T>(
  server: Server,
  path: string,
  etag?: string | null,
): Promise<{ body?: T; etag: string | null }> {
  const headers = {
    authorization: `Bearer ${server.key}`,
    accept: 'application/json',
    'accept-language': 'en',
    ...(etag && { 'if-none-match': etag }),
  };
  for (let attempt = 1; ; attempt++) {
    const answer = await send(server, path, headers);
    if (typeof answer !== 'string' && !retryable.has(answer.status)) return read(server, path, answer);
    if (attempt === maxAttempts) {
      const why = typeof answer === 'string' ? answer : `it answers ${answer.status}`;
      throw new CommandError(
        typeof answer !== 'string' && answer.status === 429 ? 2 : 4,
        `${server.url} was not reached in ${maxAttempts} attempts: ${why}.`,
      );
    }
    const wait = typeof answer === 'string' ? null : answer.header('retry-after');
    await server.pause(wait === null ? 500 * 2 ** (attempt - 1) : Math.min(2 * timeout, retryAfter(wait)));
  }
}

/** One attempt: the answer, or the reason why no whole answer came. */
async function send(server: Server, path: string, headers: Record<string, string>): Promise<Answer | string> {
  try {
    const response = await server.fetch(server.url + path, { headers, signal: AbortSignal.timeout(timeout) });
    return { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) };
  } catch (error) {
    const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
    return cause?.code ?? cause?.message ?? message ?? 'no answer';
  }
}

function read<T>(server: Server, path: string, answer: Answer): { body?: T; etag: string | null } {
  const etag = answer.header('etag');
  if (answer.status === 304) return { etag };
  const body = json(answer.text);
  if (answer.status === 200 && body) return { body: body as T, etag };
  if (answer.status < 400 || typeof body?.code !== 'string')
    throw new CommandError(2, `${server.url}${path} answers ${answer.status}, and not as thidua does.`);
  const details =
    typeof body.details === 'object' && body.details !== null ? (body.details as Record<string, unknown>) : {};
  throw new ServerRefusal(
    answer.status,
    body.code,
    details,
    `${body.code}: ${String(body.detail)} (request ${String(body.requestId)})`,
  );
}

function json(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Value of Retry-After, seconds or a date, in milliseconds. */
function retryAfter(text: string): number {
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Math.max(0, milliseconds || 0);
}
