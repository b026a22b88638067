import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { Clock } from '../../src/access/clock.js';
import { withClient } from '../../src/database/client.js';
import { addCommune, issueKey, supervise } from '../../src/operator.js';
import { startApp } from '../app.js';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('none');
});
afterAll(() => database.drop());

function thidua(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ exit: number; stdout: string; stderr: string }> {
  const { PATH = '' } = process.env;
  const settings = {
    PATH,
    OWNER_DATABASE_URL: database.ownerUrl,
    RUNTIME_PASSWORD: cluster().runtimePassword,
    TODAY: '2024-01-31',
    ...env,
  };
  return new Promise((done) => {
    execFile(process.execPath, ['dist/src/cli.js', ...args], { env: settings }, (error, stdout, stderr) =>
      done({ exit: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const well = { exit: 0, stdout: '', stderr: '' };
const refused = (sentence: string) => ({ exit: 1, stdout: '', stderr: expect.stringContaining(sentence) });

it('from an empty database to a pull', async () => {
  expect((await thidua(['migrate'])).stdout).toMatch(/Registry\d+\n/);
  expect(await thidua(['commune', 'add', 'duc-lang', 'xã Đức Lạng', '--gso', '18307'])).toEqual(well);
  expect(
    await thidua(['supervise', 'duc-tho', 'duc-lang', '--from', '2021-07-01', '--superior-name', 'huyện Đức Thọ']),
  ).toEqual(well);
  const issued = await thidua([
    'key',
    'issue',
    'district',
    '--superior',
    'duc-tho',
    '--role',
    'SUPERIOR',
    '--name',
    'Hệ thống của huyện',
    '--expires',
    '2099-12-31',
  ]);
  expect(issued).toEqual({ ...well, stdout: expect.stringMatching(/^thd_[\w-]{43}\n$/) });
  const clerk = await thidua([
    'key',
    'issue',
    'clerk',
    '--commune',
    'duc-lang',
    '--role',
    'CLERK',
    '--kind',
    'PERSON',
    '--name',
    'Công chức Văn phòng',
  ]);

  const app = await startApp(database.runtimeUrl, { clock: new Clock('2024-01-31'), poolSize: 2 });
  const into = mkdtempSync(join(tmpdir(), 'thidua-cli-'));
  try {
    const me = async (key: string) =>
      (await supertest(app.getHttpServer()).get('/v1/me').set('authorization', `Bearer ${key.trim()}`)).body;
    expect(await me(issued.stdout)).toMatchObject({
      key: 'district',
      kind: 'SYSTEM',
      communes: [{ key: 'duc-lang', through: 'SUPERVISION' }],
    });
    expect((await me(issued.stdout)).scopes).not.toContain('personal:read');
    expect(await me(clerk.stdout)).toMatchObject({
      key: 'clerk',
      kind: 'PERSON',
      appointments: [{ role: 'CLERK' }],
      communes: [{ key: 'duc-lang', through: 'APPOINTMENT' }],
    });

    const pull = ['pull', '--url', await app.getUrl(), '--into', into];
    expect(await thidua(pull, { THIDUA_KEY: issued.stdout.trim() })).toEqual({
      ...well,
      stdout: 'duc-lang  nothing new, position 0\n',
    });
    expect(await thidua(pull, { THIDUA_KEY: 'thd_other' })).toEqual({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('UNAUTHENTICATED'),
    });
    expect((await thidua(['verify', into])).stdout).toContain('duc-lang  in order: 0 changes, head 0');
  } finally {
    rmSync(into, { recursive: true });
    await app.close();
  }
});

it('audits; a row that the owner changes behind the journal is named, without its values', async () => {
  expect(await thidua(['audit'])).toEqual({
    ...well,
    stdout: expect.stringMatching(/^registry  0 differences: .*commune 1.*\nduc-lang  0 differences: .*actor 1/),
  });
  const actor = `update actor set name = 'canary' || name where key = 'clerk' returning id`;
  const [{ id }] = await withClient(database.ownerUrl, async (client) => {
    await client.query(`set app.reach = '1'; set app.commune = '1'`);
    return (await client.query(actor)).rows;
  });
  const audit = await thidua(['audit']);
  const line = `\nWRONG  duc-lang actor ${id}: name\n`;
  expect(audit).toEqual({ exit: 3, stderr: '', stdout: expect.stringContaining(line) });
  expect(audit.stdout).not.toMatch(/canary|Công chức/);
});

it('says what is wrong in a sentence', async () => {
  expect((await thidua(['--help'])).stdout).toContain('pull --url URL --into DIR');
  expect(await thidua(['dance'])).toEqual({
    exit: 1,
    stdout: '',
    stderr: 'There is no command "dance"; see thidua --help.\n',
  });
  expect(await thidua(['pull', '--url', 'http://127.0.0.1:1'])).toEqual(refused('--key is missing'));
  expect(await thidua(['verify', '--deep'])).toEqual({
    exit: 1,
    stdout: '',
    stderr: "Unknown option '--deep'; see thidua --help.\n",
  });
  expect(await thidua(['migrate'], { OWNER_DATABASE_URL: 'nowhere' })).toEqual(
    refused('OWNER_DATABASE_URL must look like'),
  );
});

describe('the operator', () => {
  const environment = process.env;
  beforeAll(() => {
    process.env = { ...environment, OWNER_DATABASE_URL: database.ownerUrl, TODAY: '2024-01-31' };
  });
  afterAll(() => {
    process.env = environment;
  });

  it('is told what the matter is', async () => {
    await expect(addCommune({ key: 'duc-lang', name: 'xã Đức Lạng' })).rejects.toThrow('CODE_TAKEN');
    await expect(addCommune({ key: 'xa-moi', name: 'xã Mới', predecessors: ['xa-cu'] })).rejects.toThrow(
      'There is no "xa-cu".',
    );
    expect(() => addCommune({ key: 'xa-moi', name: 'xã Mới', from: 'mai' })).toThrow('--from is not valid: "mai".');
    await expect(supervise({ superior: 'so-noi-vu', supervised: 'duc-lang', from: '2021-07-01' })).rejects.toThrow(
      'There is no "so-noi-vu".',
    );
    expect(() => issueKey({ actor: 'clerk', commune: 'duc-lang', role: 'KING' })).toThrow(
      '--role must be one of ADMINISTRATOR',
    );
    process.env.OWNER_DATABASE_URL = 'postgres://nobody:x@127.0.0.1:1/nothing';
    await expect(addCommune({ key: 'xa-moi', name: 'xã Mới' })).rejects.toThrow();
    process.env.OWNER_DATABASE_URL = database.ownerUrl;
  });

  it('leaves no half actor behind, and issues a second key to one that is there', async () => {
    const auditor = { actor: 'auditor', commune: 'duc-lang', role: 'AUDITOR', name: 'Người kiểm tra' };
    await expect(issueKey({ ...auditor, scopes: ['no:scope'] })).rejects.toThrow('There is no scope "no:scope".');
    expect(await issueKey(auditor)).toMatch(/^thd_/);
    expect(await issueKey({ actor: 'auditor', commune: 'duc-lang' })).toMatch(/^thd_/);
    await expect(issueKey({ actor: 'nobody', commune: 'duc-lang' })).rejects.toThrow('NOT_FOUND');
  });

  it('puts a province above the district', async () => {
    await supervise({
      superior: 'ha-tinh',
      supervised: 'duc-tho',
      from: '2021-07-01',
      superiorName: 'tỉnh Hà Tĩnh',
      superiorKind: 'tỉnh',
    });
    await expect(
      issueKey({ actor: 'province', commune: 'registry', role: 'SUPERIOR', superior: 'ha-tinh' }),
    ).resolves.toMatch(/^thd_/);
    await expect(supervise({ superior: 'ha-tinh', supervised: 'duc-tho', from: '2024-01-01' })).rejects.toThrow(
      'already recorded: from 2021-07-01 on.',
    );
  });

  it('is told to migrate first', async () => {
    const empty = await cloneDatabase('none');
    process.env.OWNER_DATABASE_URL = empty.ownerUrl;
    await expect(addCommune({ key: 'duc-lang', name: 'xã Đức Lạng' })).rejects.toThrow('run thidua migrate first');
    await empty.drop();
  });
});

it("a superior's key is listed, rotated and revoked, and a second key appoints nobody twice", async () => {
  const issue = ['key', 'issue', 'so-noi-vu', '--superior', 'so-noi-vu'];
  expect(
    await thidua(['supervise', 'so-noi-vu', 'duc-lang', '--from', '2021-07-01', '--superior-name', 'Sở Nội vụ']),
  ).toEqual(well);
  const keys = [await thidua(issue), await thidua(issue)].map(({ stdout }) => stdout.trim());
  const app = await startApp(database.runtimeUrl, { clock: new Clock('2024-01-31'), poolSize: 2 });
  try {
    const me = async (key = '') =>
      (await supertest(app.getHttpServer()).get('/v1/me').set('authorization', `Bearer ${key}`)).body;
    expect((await me(keys[1])).appointments).toMatchObject([{ role: 'SUPERIOR', superiorKey: 'so-noi-vu' }]);
    const listed = (await thidua(['key', 'list'])).stdout;
    for (const key of keys) {
      expect(listed).toMatch(new RegExp(`\t${key.slice(0, 10)}\tso-noi-vu\tACTIVE\t`));
      expect(listed).not.toContain(key);
    }
    const next = (await thidua(['key', 'rotate', keys[0]!.slice(0, 10), '--overlap-minutes', '0'])).stdout.trim();
    expect([(await me(keys[0])).code, (await me(next)).key]).toEqual(['UNAUTHENTICATED', 'so-noi-vu']);
    expect(await thidua(['key', 'revoke', next.slice(0, 10)])).toEqual(refused('--reason is missing'));
    expect(await thidua(['key', 'revoke', next.slice(0, 10), '--reason', 'Lộ'])).toEqual(well);
    expect((await me(next)).code).toBe('UNAUTHENTICATED');
    expect(await thidua(['key', 'confirm', 'thd_nobody'])).toEqual(refused('There is no key "thd_nobody".'));
  } finally {
    await app.close();
  }
});

it.each<[string[], string]>([
  [['commune', 'add', 'xa-la', 'Xã L\ufffd'], 'NAME: Character 5 is U+FFFD, a letter that was lost on its way'],
  [['commune', 'add', 'xa-la', '\u200b '], 'NAME: It prints nothing'],
  [['commune', 'add', 'xa-la', 'Xã Lạ', '--kind', 'x\u0007ã'], '--kind: Character 2 is U+0007, a control character'],
  [['commune', 'amend', 'duc-lang', 'xã\nĐức Lạng'], 'NAME: Character 3 is U+000A, a line break'],
  [
    ['commune', 'amend', 'duc-lang', 'xã', '--reason', '\uf0b7 a'],
    '--reason: Character 1 is U+F0B7, a sign that only one font has',
  ],
  [['superior', 'add', 'so-noi-vu', 'a'.repeat(201)], 'NAME: At most 200 characters; 201 were sent.'],
  [
    ['supervise', 'so', 'duc-lang', '--from', '2023-01-01', '--superior-name', '\ufffc'],
    '--superior-name: Character 1 is U+FFFC',
  ],
  [['key', 'issue', 'so', '--commune', 'duc-lang', '--name', 'a\tb'], '--name: Character 2 is U+0009, a tab'],
])('thidua %j is refused with character and place', async (args, sentence) =>
  expect(await thidua(args)).toEqual(refused(sentence)),
);

it('names are stored as inputs store them', async () => {
  await thidua(['commune', 'add', 'xa-sach', '\u00a0xã  Sạch\u200b'.normalize('NFD')]);
  const named = `select name from commune where key = 'xa-sach'`;
  const { rows } = await withClient(database.ownerUrl, (client) => client.query(named));
  expect(rows).toEqual([{ name: 'xã  Sạch' }]);
});
