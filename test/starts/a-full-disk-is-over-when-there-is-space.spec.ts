import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../../src/database/client.js';
import { runningEmbedded } from '../../src/embedded/embedded.js';
import { ask, keysOf, removeData, temporaryDirectory, usePrograms } from '../program.js';
import { until } from '../until.js';

const disk = temporaryDirectory();
const dataDir = join(disk, 'data');
const ballast = join(disk, 'ballast');
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=755', 'tmpfs', disk]).status === 0;
const programs = usePrograms();
afterAll(async () => {
  await removeData(dataDir);
  if (mounted) spawnSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

let url: string;

const send = (language: string) =>
  ask(`${url}/v1/communes/duc-lang/documents`, keysOf(dataDir).clerk, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({ type: 'CV', year: 2024, issuer: 'UBND xã Đức Lạng', title: 'xin chào '.repeat(40) }),
  });
const ready = async () => (await ask(`${url}/health/ready`)).status;

function fill(): void {
  try {
    writeFileSync(ballast, Buffer.alloc(200_000_000));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}

if (!mounted) it('a full disk is not tried here: only root mounts a small one', () => expect(mounted).toBe(false));
const itOnDisk = mounted ? it : () => undefined;

itOnDisk('acts are refused, reads go on, and nothing acknowledged is lost', async () => {
  url = await programs.start({ DATA_DIR: dataDir }).ready();
  const acknowledged: string[] = [];
  const sendUntilRefused = async (language: string) => {
    for (;;) {
      const answer = await send(language);
      if (answer.status !== 201) return answer;
      acknowledged.push(answer.body.id);
    }
  };
  fill();
  for (const [language, sentence] of [
    ['vi', 'Ổ đĩa của cơ sở dữ liệu đã đầy; hãy báo người quản trị.'],
    ['en', 'The disk of the database is full; tell its operator.'],
  ] as const) {
    const { status, headers, body } = await sendUntilRefused(language);
    expect([status, headers.get('retry-after'), body.code, body.errors]).toEqual([
      503,
      '2',
      'UNAVAILABLE',
      [{ pointer: '', code: 'DISK_FULL', detail: sentence }],
    ]);
  }
  expect((await ask(`${url}/v1/communes`, keysOf(dataDir).clerk)).status).toBe(200);
  rmSync(ballast);
  expect((await send('vi')).status).toBe(201);

  // Without space for its WAL the server ends by PANIC, and its recovery fails.
  fill();
  await withClient((await runningEmbedded(dataDir))!.adminUrl, async (admin) => {
    for (;;) await admin.query(`select pg_logical_emit_message(false, '', repeat('x', 4000000))`);
  }).catch(() => undefined);
  await until(async () => (await ready()) === 503);
  rmSync(ballast);
  await until(async () => (await ready()) === 200, 100);
  for (const id of acknowledged)
    expect((await ask(`${url}/v1/communes/duc-lang/documents/${id}`, keysOf(dataDir).clerk)).status).toBe(200);
  expect((await send('vi')).status).toBe(201);
});
