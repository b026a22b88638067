import { connect, type AddressInfo, type Socket } from 'node:net';
import { limits } from '../../src/limits/limits.js';
import { UploadLimits } from '../../src/limits/upload-limits.js';
import { as, useApp } from '../app.js';
import { file, pdf } from '../files.js';
import { until } from '../until.js';
import { filesPath, upload } from '../uploads.js';

const test = useApp();
const written = { ...limits };
const sockets: Socket[] = [];
afterEach(() => {
  Object.assign(limits, written);
  for (const socket of sockets.splice(0)) socket.destroy();
});

const sent = async (actor: string) => {
  const { status, body } = await upload(test, actor, [file('a.pdf', pdf())]);
  return [status, body.code];
};

const running = () => test.app.get(UploadLimits)['running'].of('all');

/** An upload that begins and does not end. */
async function begun(actor: string): Promise<void> {
  const before = running();
  const socket = connect((test.app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket.on('error', () => undefined));
  socket.write(
    `POST ${filesPath} HTTP/1.1\r\nhost: x\r\nauthorization: ${as(test, actor).authorization}\r\n` +
      'content-type: multipart/form-data; boundary=x\r\ncontent-length: 1000\r\n\r\n--x\r\n',
  );
  await until(() => running() > before);
}

it('an actor uploads three files at once; another actor is not concerned', async () => {
  for (let time = 0; time < 3; time++) await begun('clerk');
  const { status, headers, body } = await upload(test, 'clerk', [file('a.pdf', pdf())]);
  expect([status, headers['retry-after'], body.details]).toEqual([429, '10', { most: 3 }]);
  expect(await sent('hamlet-1')).toEqual([201, undefined]);
  for (const socket of sockets) socket.destroy();
  await until(() => running() === 0);
  expect(await sent('clerk')).toEqual([201, undefined]);
});

it('all together upload so many', async () => {
  Object.assign(limits, { uploads: { actor: 3, all: 1 } });
  await begun('clerk');
  expect(await sent('hamlet-1')).toEqual([503, 'OVERLOADED']);
});

it('an actor uploads so many bytes in 24 hours', async () => {
  Object.assign(limits, { dailyUpload: 1_000 });
  expect(await sent('hamlet-2')).toEqual([201, undefined]);
  expect(await sent('hamlet-2')).toEqual([429, 'UPLOAD_QUOTA']);
  Object.assign(limits, { dailyUpload: 10_000 });
  expect(await sent('hamlet-2')).toEqual([201, undefined]);
});

it('with little free space no file is taken', async () => {
  Object.assign(limits, { freeSpace: Number.MAX_SAFE_INTEGER });
  expect(await sent('clerk')).toEqual([507, 'STORAGE_LOW']);
});
