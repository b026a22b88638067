import { resolve } from 'node:path';
import { isDay } from './day.js';

/** Settings of the environment, read and checked once, at the start. */
export interface Settings {
  /** Connection of the runtime role; default: the embedded PostgreSQL. */
  databaseUrl?: string;
  /** Connection of the owner, for `migrate` and the operator's commands. */
  ownerDatabaseUrl?: string;
  runtimePassword?: string;
  host: string;
  port: number;
  dataDir: string;
  /** Legal date of the start, `YYYY-MM-DD`; it runs on by the real clock. */
  today?: string;
  logLevel: (typeof logLevels)[number];
  trustProxy: boolean;
  poolSize: number;
  preparedStatements: boolean;
  /** Megabytes of the response cache; 0: no cache. */
  answerCache: number;
  /** Requests a minute for a key, and for all callers of an address without one. */
  rateLimit: number;
  /** Milliseconds between two slices of the audit in the background; 0: no such audit. */
  auditPause: number;
  /** Milliseconds between two looks for what webhooks have to deliver; 0: this server delivers nothing. */
  webhookPause: number;
  /** Provider of access tokens, and the audience by which they mean this program. */
  tokens: { issuer?: string; audience?: string };
  /** Keys under which secrets of webhooks are stored, and whether these may send to local addresses. */
  webhooks: { keys: readonly Buffer[]; anyAddress: boolean };
  /** Callers that /metrics answers: those of this machine, anybody, nobody. */
  metrics: (typeof metricsExposures)[number];
  /** Address at which people outside reach the program, without a slash at its end: it stands in QR codes. */
  publicUrl?: string;
  /** Whether traces are sent, by OpenTelemetry's own variables. */
  traces: boolean;
}

const metricsExposures = ['loopback', 'open', 'off'] as const;

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Requests a minute. A superior that pulls 100 communes once a minute stays far below. */
export const defaultRateLimit = 600;

/** Reads the settings. Throws one error with a sentence for each mistake. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const mistakes: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;

  const number = (name: string, fallback: number, { min, max }: { min: number; max: number }) => {
    const given = text(name);
    if (given === undefined) return fallback;
    const value = Number(given);
    if (/^\d+$/.test(given) && value >= min && value <= max) return value;
    mistakes.push(`${name} must be a whole number from ${min} to ${max}, not "${given}".`);
    return fallback;
  };

  const choice = <T extends string>(name: string, fallback: T, choices: readonly T[]) => {
    const given = text(name);
    const found = given === undefined ? fallback : choices.find((each) => each === given);
    if (found === undefined) mistakes.push(`${name} must be one of ${choices.join(', ')}, not "${given}".`);
    return found ?? fallback;
  };

  const url = (name: string) => {
    const given = text(name);
    if (given === undefined || isDatabaseUrl(given)) return given;
    mistakes.push(
      `${name} must look like postgres://user:password@host:5432/database; ` +
        'in the password write # as %23 and / as %2F.',
    );
    return undefined;
  };

  const address = (name: string) => {
    const given = text(name);
    if (given === undefined || isAddress(given)) return given?.replace(/\/+$/, '');
    mistakes.push(`${name} must be an address such as https://thidua.xa.vn, not "${given}".`);
    return undefined;
  };

  const date = (name: string) => {
    const given = text(name);
    if (given === undefined || isDay(given)) return given;
    mistakes.push(`${name} must be a date such as 2024-01-31, not "${given}".`);
    return undefined;
  };

  const issuer = (name: string) => {
    const given = text(name);
    if (given === undefined || isProvider(given)) return given;
    mistakes.push(`${name} must be an address that begins with https://, or http:// on this machine, not "${given}".`);
    return undefined;
  };

  const keys = (name: string) => {
    const given = text(name)?.split(',') ?? [];
    const found = given.map((each) => Buffer.from(each.trim(), 'base64'));
    if (found.every(({ length }) => length === 32)) return found;
    mistakes.push(`${name} must be 32 bytes in base64, as "openssl rand -base64 32" makes them; several with commas.`);
    return [];
  };

  const settings: Settings = {
    databaseUrl: url('DATABASE_URL'),
    ownerDatabaseUrl: url('OWNER_DATABASE_URL'),
    runtimePassword: text('RUNTIME_PASSWORD'),
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT', 3000, { min: 0, max: 65535 }),
    dataDir: resolve(text('DATA_DIR') ?? '.local'),
    today: date('TODAY'),
    logLevel: choice('LOG_LEVEL', 'warn', logLevels),
    trustProxy: choice('TRUST_PROXY', 'off', ['on', 'off']) === 'on',
    poolSize: number('POOL_SIZE', 10, { min: 1, max: 1000 }),
    preparedStatements: choice('PREPARED_STATEMENTS', 'on', ['on', 'off']) === 'on',
    answerCache: number('ANSWER_CACHE', 32, { min: 0, max: 10_000 }),
    rateLimit: number('RATE_LIMIT', defaultRateLimit, { min: 1, max: 1_000_000 }),
    auditPause: number('AUDIT_PAUSE', 10_000, { min: 0, max: 3_600_000 }),
    tokens: { issuer: issuer('OIDC_ISSUER'), audience: text('OIDC_AUDIENCE') },
    webhookPause: number('WEBHOOK_PAUSE', 1_000, { min: 0, max: 3_600_000 }),
    webhooks: {
      keys: keys('WEBHOOK_SECRETS_KEY'),
      anyAddress: choice('WEBHOOK_ADDRESSES', 'global', ['global', 'any']) === 'any',
    },
    metrics: choice('METRICS', 'loopback', metricsExposures),
    publicUrl: address('PUBLIC_URL'),
    traces: tracesEnabled(text),
  };
  if (settings.databaseUrl && settings.databaseUrl === settings.ownerDatabaseUrl) {
    mistakes.push(
      'DATABASE_URL must connect as the role of the API (thidua_runtime), not as the owner of OWNER_DATABASE_URL.',
    );
  }
  const { issuer: provider, audience } = settings.tokens;
  if ((provider === undefined) !== (audience === undefined))
    mistakes.push('OIDC_ISSUER and OIDC_AUDIENCE go together.');
  if (mistakes.length > 0) throw new Error(`The settings are not valid:\n- ${mistakes.join('\n- ')}`);
  return settings;
}

/** Whether OpenTelemetry's variables name an exporter; unlike its SDK, without any of them no traces are sent. */
function tracesEnabled(text: (name: string) => string | undefined): boolean {
  const exporter =
    text('OTEL_TRACES_EXPORTER') ??
    (text('OTEL_EXPORTER_OTLP_ENDPOINT') || text('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ? 'otlp' : 'none');
  return exporter !== 'none' && text('OTEL_SDK_DISABLED')?.toLowerCase() !== 'true';
}

/** Whether a text is an address of the web, without a query. */
function isAddress(given: string): boolean {
  if (!/^https?:\/\//.test(given) || given.length > 100 || !URL.canParse(given)) return false;
  const { username, password, search, hash } = new URL(given);
  return [username, password, search, hash].every((part) => part === '');
}

/** Whether a text is the address of a provider: by https, unless it is on this machine. */
function isProvider(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, hostname } = new URL(given);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

/** Whether a text is a URL of PostgreSQL with a database, and a host or the directory of a socket. */
function isDatabaseUrl(given: string): boolean {
  if (!/^postgres(ql)?:/.test(given) || !URL.canParse(given)) return false;
  const { hostname, pathname, searchParams } = new URL(given);
  return pathname.length > 1 && (hostname !== '' || searchParams.has('host'));
}
