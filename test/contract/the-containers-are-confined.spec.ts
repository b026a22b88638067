import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { readSettings } from '../../src/settings.js';

/** One container of `docker-compose.yml`. */
interface Service {
  image?: string;
  build?: string;
  environment?: Record<string, string>;
  user?: string;
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  pids_limit?: number;
  ports?: string[];
  volumes?: string[];
  configs?: { source: string; target: string }[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  entrypoint?: string[];
  command?: string[];
}

interface Compose {
  services: Record<'postgres' | 'migrate' | 'api', Service>;
  configs: Record<string, { content: string }>;
  volumes: Record<string, unknown>;
}

const written = readFileSync('docker-compose.yml', 'utf8');
const { services, configs, volumes } = load(written) as Compose;
const { postgres, migrate, api } = services;

const dockerfile = readFileSync('Dockerfile', 'utf8');
const [build = '', image = ''] = dockerfile.split(/^(?=FROM )/m);
const said = (stage: string, word: string) =>
  [...stage.matchAll(new RegExp(`^${word} (.+)$`, 'gm'))].map(([, rest = '']) => rest);
const ends = JSON.parse(said(image, 'CMD')[0] ?? '') as string[];

/** As Compose fills them in. */
const filled = (environment: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+[^}]*\}/g, 'a1')]),
  );

it('three services, one after the other is well', () => {
  expect(Object.keys(services)).toEqual(['postgres', 'migrate', 'api']);
  expect(migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  expect(api.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  expect(postgres.healthcheck?.test).toContain('--host=127.0.0.1');
  expect(api.healthcheck?.test.join(' ')).toContain('/health/ready');
});

it('the temporary folder of the API has a size', () => expect(api.tmpfs).toEqual(['/tmp:size=512m']));

it('every container has an end of memory and of processes', () =>
  expect(Object.values(services).map(({ mem_limit, pids_limit }) => [mem_limit, pids_limit])).toEqual([
    ['2g', 300],
    ['512m', 100],
    ['1g', 100],
  ]));

it('PostgreSQL 18 keeps its data in a volume and is not reached from outside', () => {
  expect(postgres.image).toBe('postgres:18');
  expect(postgres.volumes).toEqual(['data:/var/lib/postgresql']);
  expect(Object.keys(volumes)).toEqual(['data']);
  expect(postgres.ports).toBeUndefined();
});

it.each(['migrate', 'api'] as const)('%s is not root, writes nothing and gains no right', (name) => {
  const { user, read_only, cap_drop, security_opt } = services[name];
  expect({ user, read_only, cap_drop, security_opt }).toEqual({
    user: 'node',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  });
});

it('the API knows nobody but the runtime role, and listens to this machine alone', () => {
  const { databaseUrl, ownerDatabaseUrl } = readSettings(filled(api.environment));
  expect([databaseUrl, ownerDatabaseUrl]).toEqual(['postgres://thidua_runtime:a1@postgres:5432/thidua', undefined]);
  expect(api.ports).toEqual(['127.0.0.1:3000:3000']);
  expect(readSettings(filled(migrate.environment)).ownerDatabaseUrl).toBe(
    'postgres://thidua_owner:a1@postgres:5432/thidua',
  );
});

it('every variable is a setting, and every password is asked for', () => {
  const settings = readFileSync('src/settings.ts', 'utf8');
  const ours = [migrate, api]
    .flatMap(({ environment }) => Object.keys(environment ?? {}))
    .concat(said(image, 'ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=')[0] ?? '')));
  for (const name of ours.filter((each) => each !== 'NODE_ENV')) expect(settings).toContain(`'${name}'`);
  const names = new Set([...written.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
  expect([...names].sort()).toEqual(['BACKUP_PASSWORD', 'OWNER_PASSWORD', 'POSTGRES_PASSWORD', 'RUNTIME_PASSWORD']);
  for (const name of names) expect(written).toContain(`\${${name}:?set ${name} in .env}`);
});

it('makes the roles that docs/deployment.md makes by hand', () => {
  const statements = (text: string) =>
    [...text.matchAll(/^\s*(create (?:role|database) .+;)$/gm)].map(([, sql = '']) =>
      sql.replace(/\$\{?(\w+)[^']*/g, '$1'),
    );
  const byHand = statements(readFileSync('docs/deployment.md', 'utf8'));
  expect(byHand).toHaveLength(3);
  expect(statements(configs.owner?.content ?? '')).toEqual(byHand);
  expect(postgres.configs).toEqual([{ source: 'owner', target: '/docker-entrypoint-initdb.d/owner.sql' }]);
});

it('the image is Node 24 as an account without rights; what it copies and starts is there', () => {
  expect(said(dockerfile, 'FROM')).toEqual(['node:24-slim AS build', 'node:24-slim']);
  expect(said(image, 'USER')).toEqual(['node']);
  const sources = said(build, 'COPY').flatMap((line) => line.split(' ').slice(0, -1));
  const kept = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  expect(sources.sort()).toEqual(kept.sort());
  expect(sources.filter((path) => !existsSync(path))).toEqual([]);
  expect(ends).toEqual(['node', '--max-semi-space-size=16', 'dist/src/cli.js', 'serve']);
  expect(migrate.entrypoint).toEqual(['node', ends[2]]);
  expect(existsSync(ends[2] ?? '')).toBe(true);
});
