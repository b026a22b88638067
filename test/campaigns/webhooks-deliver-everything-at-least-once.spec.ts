import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as delay } from 'node:timers/promises';
import { startApp, useAppOn } from '../app.js';
import { cloneDatabase, cluster } from '../cluster.js';
import { done, rest, type Row } from '../doors.js';
import { receiver, status, taken, type Received, type Receiver } from '../receivers.js';
import { until } from '../until.js';

const settings = { webhooks: { keys: [Buffer.alloc(32, 7)], anyAddress: true }, webhookPause: 20 };
const test = useAppOn(async () => ({ database: await cloneDatabase('sample'), keys: cluster().keys }), settings);
const commune = 'duc-lang';
const acts = 60;

/** A receiver that notices two deliveries at once. */
interface Watched {
  name: string;
  to: Receiver;
  id: string;
  atOnce: number;
}

let others: NestFastifyApplication[];
beforeAll(
  async () =>
    void (others = [
      await startApp(test.database.runtimeUrl, settings),
      await startApp(test.database.runtimeUrl, settings),
    ]),
);
afterAll(async () => void (await Promise.all(others.map((app) => app.close()))));

/** Ways of receivers: `every` third delivery, or every other, is not taken as it should be. */
const ways: Readonly<Record<string, (time: number) => Receiver['answer']>> = {
  takes: () => taken,
  fails: (time) => (time % 3 === 0 ? taken : status(500)),
  redirects: (time) => (time % 2 === 0 ? taken : status(302, { location: 'http://127.0.0.1:1/' })),
  breaks: (time) => (time % 2 === 0 ? taken : (response) => void response.destroy()),
  floods: () => (response) => void response.writeHead(200).end(Buffer.alloc(4_000_000)),
  // The status came, the rest never does.
  trickles: () => (response) => void response.writeHead(200).write('x'),
  late: (time) => (response) => void setTimeout(() => response.writeHead(204).end(), (time % 4) * 50),
  // Taken, but the answer is lost: it comes twice.
  twice: (time) => (time % 2 === 0 ? taken : (response) => void response.socket?.destroy()),
};

async function watched(name: string, answers: (time: number) => Receiver['answer']): Promise<Watched> {
  const made: Watched = { name, to: await receiver(), id: '', atOnce: 0 };
  let open = 0;
  made.to.answer = (response, delivery) => {
    made.atOnce = Math.max(made.atOnce, ++open);
    response.on('close', () => open--);
    answers(made.to.received.length)(response, delivery);
  };
  const input = { url: made.to.url, owner: name === 'takes' ? 'integrator' : 'clerk' };
  made.id = done(await rest(test).ask('addWebhook', 'administrator', { commune }, { input })).id;
  return made;
}

/** Deliveries by their id. */
function grouped(received: readonly Received[]): Map<string, Received[]> {
  const by = new Map<string, Received[]>();
  for (const each of received) by.set(each.id, [...(by.get(each.id) ?? []), each]);
  return by;
}

const states = async (): Promise<Row[]> => done(await rest(test).ask('webhooks', 'administrator', { commune })).items;
const changes = async (actor: string): Promise<Row[]> => (await rest(test).changes(actor, commune)).body.items;

it('whatever receivers do, each position comes, in order, one at a time, as the feed has it', async () => {
  const begun = (await changes('clerk')).at(-1)?.position as number;
  const all = [...(await Promise.all(Object.entries(ways).map(([name, way]) => watched(name, way))))];
  const hanging = await watched('hangs', () => () => undefined);
  let writing = true;
  const impatient = (async () => {
    // Nobody waits five minutes for the second attempt.
    for (; writing; await delay(50))
      await test.admin.query(`update webhook_cursor set due_at = now() where attempts > 0`);
  })();
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let act = 0; act < acts / 4; act++) {
      const code = `w-${writer}-${act}`;
      const unit = { code, kind: 'HAMLET', name: `Thôn ${code}`, parent: 'ubnd', validFrom: '2024-01-01' };
      const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: `Kế hoạch ${code}` };
      const [operation, input] = act % 2 ? ['addUnit', unit] : ['recordDocument', document];
      done(await rest(test).ask(operation as string, 'clerk', { commune }, { input: input as object }));
    }
  });
  await Promise.all(writers);
  const head = (await changes('clerk')).at(-1)?.position as number;
  await until(async () => (await states()).every(({ id, position }) => id === hanging.id || position >= head), 200);
  writing = false;
  await impatient;
  for (const { name, to, atOnce } of all) {
    const feed = (await changes(name === 'takes' ? 'integrator' : 'clerk')).filter(({ position }) => position > begun);
    const expected = [...new Set(feed.map(({ position }) => position as number))];
    const told = to.received.map(({ body }) => JSON.parse(body).data.position as number);
    // Its own adding, and that of those added before it, may lie before it begins.
    const first = told[0]!;
    expect([name, [...new Set(told)]]).toEqual([name, expected.filter((position) => position >= first)]);
    expect([name, told]).toEqual([name, [...told].sort((a, b) => a - b)]);
    for (const [id, each] of grouped(to.received))
      expect([name, id, new Set(each.map(({ body }) => body)).size]).toEqual([name, id, 1]);
    expect([name, atOnce]).toEqual([name, 1]);
    if (name !== 'takes' && name !== 'floods' && name !== 'trickles' && name !== 'late')
      expect(told.length).toBeGreaterThan(new Set(told).size);
  }
  // The one that hangs is still at its first position: it has delayed nobody.
  expect(new Set(hanging.to.received.map(({ id }) => id)).size).toBe(1);
  expect(hanging.atOnce).toBe(1);
  await Promise.all([...all, hanging].map(({ to }) => to.close()));
});
