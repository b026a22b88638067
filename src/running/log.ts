import { LogController, type FastifyServerOptions } from 'fastify';
import { isOfPooler, poolerAdvice } from '../database/pooler.js';
import type { Settings } from '../settings.js';

/** Error as the log shows it: its type and place, without values. */
interface LoggedError {
  type: string;
  code?: string;
  message?: string;
  constraint?: string;
  table?: string;
  hint?: string;
  stack: string;
  cause?: LoggedError;
}

/**
 * Logger options: JSON lines to standard error; standard output belongs to the lines of the start. Requests are logged
 * only by request-log.ts, because the lines of Fastify hold addresses with their values.
 */
export function logOptions(level: Settings['logLevel']): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const logController = new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' });
  if (level === 'silent') return { logger: false, logController };
  return {
    logController,
    logger: {
      level,
      stream: process.stderr,
      serializers: { err: loggedError, req: () => undefined, res: () => undefined } as never,
    },
  };
}

/**
 * Error without values. PostgreSQL quotes rows in `message`, `detail` and `where`, TypeORM adds statement and
 * parameters, V8 quotes the text that it cannot parse: these messages are dropped, and quoted parts of all others.
 */
export function loggedError(error: unknown): LoggedError | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : { type: typeof error, stack: '' };
  const { code, constraint, table, severity, driverError, cause } = error as Error & {
    code?: string;
    constraint?: string;
    table?: string;
    severity?: string;
    driverError?: unknown;
  };
  const mayQuote = severity !== undefined || driverError !== undefined || error instanceof SyntaxError;
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!mayQuote && { message: withoutQuoted(error.message) }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(isOfPooler({ code }) && { hint: poolerAdvice }),
    stack: stackFrames(error),
    ...(cause instanceof Error && { cause: loggedError(cause) }),
  };
}

const withoutQuoted = (message: string) => message.replace(/"[^]*"/, '"…"');

/** Lines of the stack that name a place; the lines before them repeat the message. */
function stackFrames({ stack = '', message }: Error): string {
  const places = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return places
    .split('\n')
    .filter((line) => /^ +at .+/.test(line))
    .join('\n');
}
