import { resolve } from 'node:path';
import { readSettings } from '../../src/settings.js';

const url = 'postgres://thidua_runtime:geheim@db:5432/thidua';
const ownerUrl = 'postgresql://thidua_owner:streng-geheim@db/thidua?sslmode=disable';

const secret = Buffer.alloc(32, 7);

const mistakes = (env: Readonly<Record<string, string>>): string[] => {
  try {
    readSettings(env);
  } catch (error) {
    const [title, ...lines] = (error as Error).message.split('\n');
    expect(title).toBe('The settings are not valid:');
    return lines.map((line) => line.replace(/^- /, ''));
  }
  return [];
};

const unset = {
  databaseUrl: undefined,
  ownerDatabaseUrl: undefined,
  runtimePassword: undefined,
  host: '127.0.0.1',
  port: 3000,
  dataDir: resolve('.local'),
  today: undefined,
  logLevel: 'warn',
  trustProxy: false,
  poolSize: 10,
  preparedStatements: true,
  answerCache: 32,
  rateLimit: 600,
  auditPause: 10_000,
  metrics: 'loopback',
  traces: false,
  publicUrl: undefined,
  tokens: { issuer: undefined, audience: undefined },
  webhooks: { keys: [], anyAddress: false },
  webhookPause: 1_000,
};
const names = [
  'DATABASE_URL',
  'OWNER_DATABASE_URL',
  'RUNTIME_PASSWORD',
  'HOST',
  'PORT',
  'DATA_DIR',
  'TODAY',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'POOL_SIZE',
  'PREPARED_STATEMENTS',
  'ANSWER_CACHE',
  'RATE_LIMIT',
  'AUDIT_PAUSE',
  'METRICS',
  'PUBLIC_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'WEBHOOK_SECRETS_KEY',
  'WEBHOOK_ADDRESSES',
  'WEBHOOK_PAUSE',
];

it('has a default for everything', () => expect(readSettings({})).toEqual(unset));
it.each(['', '  '])('takes %j for not set', (nothing) =>
  expect(readSettings(Object.fromEntries(names.map((name) => [name, nothing])))).toEqual(unset),
);

it('reads what is set', () => {
  const env = {
    ...{
      DATABASE_URL: url,
      OWNER_DATABASE_URL: ownerUrl,
      RUNTIME_PASSWORD: 'geheim',
      HOST: '0.0.0.0',
      PORT: ' 8080 ',
      DATA_DIR: '/srv/thidua',
    },
    ...{
      TODAY: '2024-02-29',
      LOG_LEVEL: 'debug',
      TRUST_PROXY: 'on',
      POOL_SIZE: '25',
      PREPARED_STATEMENTS: 'off',
      ANSWER_CACHE: '0',
      RATE_LIMIT: '60',
      AUDIT_PAUSE: '0',
    },
    ...{ METRICS: 'open', PUBLIC_URL: 'https://thidua.xa.vn/', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' },
    ...{ OIDC_ISSUER: 'https://dang-nhap.gov.vn', OIDC_AUDIENCE: 'thidua' },
    ...{ WEBHOOK_SECRETS_KEY: secret.toString('base64'), WEBHOOK_ADDRESSES: 'any', WEBHOOK_PAUSE: '0' },
  };
  expect(Object.keys(env).sort()).toEqual([...names].sort());
  expect(readSettings(env)).toEqual({
    ...{
      databaseUrl: url,
      ownerDatabaseUrl: ownerUrl,
      runtimePassword: 'geheim',
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/srv/thidua',
    },
    ...{
      today: '2024-02-29',
      logLevel: 'debug',
      trustProxy: true,
      poolSize: 25,
      preparedStatements: false,
      answerCache: 0,
      rateLimit: 60,
      auditPause: 0,
      metrics: 'open',
      publicUrl: 'https://thidua.xa.vn',
      traces: true,
    },
    tokens: { issuer: 'https://dang-nhap.gov.vn', audience: 'thidua' },
    webhooks: { keys: [secret], anyAddress: true },
    webhookPause: 0,
  });
});

it.each([
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_TRACES_EXPORTER: 'none' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'TRUE' }, false],
  [{ OTEL_SERVICE_NAME: 'thidua' }, false],
])('%j asks for traces: %s', (env, traces) => expect(readSettings(env).traces).toBe(traces));

it('takes a relative DATA_DIR from where it is started', () =>
  expect(readSettings({ DATA_DIR: 'data/../here' }).dataDir).toBe(resolve('here')));

describe('a sentence for each mistake', () => {
  const port = (given: string) => `PORT must be a whole number from 0 to 65535, not "${given}".`;
  const poolSize = (given: string) => `POOL_SIZE must be a whole number from 1 to 1000, not "${given}".`;
  const today = (given: string) => `TODAY must be a date such as 2024-01-31, not "${given}".`;
  const onOff = (name: string, given: string) => `${name} must be one of on, off, not "${given}".`;
  const logLevel = (given: string) =>
    `LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace, not "${given}".`;

  it.each([
    ...['-1', '65536', '80.5', '1e3', '0x50', 'http', '80 81'].map((given) => ['PORT', given, port(given)]),
    ...['0', '1001', '-5', 'many'].map((given) => ['POOL_SIZE', given, poolSize(given)]),
    ...['2023-02-29', '2024-1-31', '31/01/2024', '2024-13-01', '2024-01-31T00:00:00Z', 'today'].map((given) => [
      'TODAY',
      given,
      today(given),
    ]),
    ...['yes', 'true', 'ON', '1'].flatMap((given) =>
      ['TRUST_PROXY', 'PREPARED_STATEMENTS'].map((name) => [name, given, onOff(name, given)]),
    ),
    ...['on', 'public'].map((given) => [
      'METRICS',
      given,
      `METRICS must be one of loopback, open, off, not "${given}".`,
    ]),
    ...['thidua.xa.vn', 'ftp://thidua.xa.vn', 'https://u:p@thidua.xa.vn', 'https://thidua.xa.vn/?a'].map((given) => [
      'PUBLIC_URL',
      given,
      `PUBLIC_URL must be an address such as https://thidua.xa.vn, not "${given}".`,
    ]),
    ...['verbose', 'WARN'].map((given) => ['LOG_LEVEL', given, logLevel(given)]),
  ])('%s=%s', (name, given, sentence) => expect(mistakes({ [name]: given })).toEqual([sentence]));

  const unusable = [
    'mysql://u:geheim@db/thidua',
    'db:5432/thidua',
    'postgres://u:geheim@db',
    'postgres://u:geheim@db/',
    'postgres:///thidua',
    'postgres://u:geh#eim@db/thidua',
    'postgres://u:geheim@db:99999/thidua',
    'geheim',
  ];
  it.each(['DATABASE_URL', 'OWNER_DATABASE_URL'].flatMap((name) => unusable.map((given) => [name, given] as const)))(
    '%s=%s, without repeating it',
    (name, given) =>
      expect(mistakes({ [name]: given })).toEqual([
        `${name} must look like postgres://user:password@host:5432/database; in the password write # as %23 and / as %2F.`,
      ]),
  );
  it.each(['postgres://u@db/thidua', 'postgresql://u:a%23b@db:6432/thidua', 'postgres:///thidua?host=/run/postgresql'])(
    'but %s is in order',
    (given) => expect(mistakes({ DATABASE_URL: given })).toEqual([]),
  );

  it('the owner is not the one who serves', () => {
    expect(mistakes({ DATABASE_URL: url, OWNER_DATABASE_URL: url })).toEqual([
      'DATABASE_URL must connect as the role of the API (thidua_runtime), not as the owner of OWNER_DATABASE_URL.',
    ]);
    expect(mistakes({ DATABASE_URL: url, OWNER_DATABASE_URL: ownerUrl })).toEqual([]);
  });
});

it('tells all mistakes at once', () => {
  const wrong = {
    DATABASE_URL: 'geheim',
    OWNER_DATABASE_URL: 'geheim',
    PORT: 'x',
    TODAY: 'x',
    LOG_LEVEL: 'x',
    TRUST_PROXY: 'x',
    POOL_SIZE: 'x',
    PREPARED_STATEMENTS: 'x',
  };
  expect(mistakes(wrong).map((sentence) => sentence.split(' ')[0])).toEqual([
    'DATABASE_URL',
    'OWNER_DATABASE_URL',
    'PORT',
    'TODAY',
    'LOG_LEVEL',
    'TRUST_PROXY',
    'POOL_SIZE',
    'PREPARED_STATEMENTS',
  ]);
});
