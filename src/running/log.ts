import { LogController, type FastifyServerOptions } from 'fastify';
import type { Settings } from '../settings.js';

/** What is told of an error: its kind and where it happened. */
interface LoggedError {
  type: string;
  code?: string;
  message?: string;
  constraint?: string;
  table?: string;
  stack: string;
  cause?: LoggedError;
}

/**
 * JSON lines to standard error; standard output belongs to the ready line. Of a request nothing is told but what
 * requests.ts says: Fastify's own lines hold addresses, and what stands in them.
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
 * An error without the values it happened with. PostgreSQL quotes rows in `message`, `detail` and `where`, TypeORM adds
 * statement and parameters, V8 what it could not parse: of the first the SQLSTATE stays, of others what stands in no quotes.
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
  const quotes = severity !== undefined || driverError !== undefined || error instanceof SyntaxError;
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!quotes && { message: withoutQuoted(error.message) }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    stack: stackFrames(error),
    ...(cause instanceof Error && { cause: loggedError(cause) }),
  };
}

const withoutQuoted = (message: string) => message.replace(/"[^]*"/, '"…"');

/** The lines of the stack that name a place; those before them repeat the message. */
function stackFrames({ stack = '', message }: Error): string {
  const behind = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return behind
    .split('\n')
    .filter((line) => /^ +at .+/.test(line))
    .join('\n');
}
