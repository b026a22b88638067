import { as, type TestApp } from '../app.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';
const input = { url: 'https://example.vn/hook', owner: 'integrator' };

/** For each write of webhooks, a maker of a valid request. */
export function webhookMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const added = async () => {
    const { body } = await test
      .http()
      .post(`/v1/communes/${commune}/webhooks`)
      .set(as(test, 'administrator'))
      .send(input)
      .expect(201);
    return { actor: 'administrator', path: { id: body.id as string }, version: body.version as number };
  };
  return {
    addWebhook: async () => ({ actor: 'administrator', input, other: { ...input, kinds: ['plan.issued'] } }),
    amendWebhook: async () => ({
      ...(await added()),
      input: { kinds: ['plan.issued'] },
      other: { url: 'https://example.vn/other' },
    }),
    replayWebhook: async () => ({ ...(await added()), input: { from: 1 }, other: { from: 2 } }),
    removeWebhook: async () => ({ ...(await added()), input: { reason: 'Thôi dùng' }, other: { reason: 'Thay máy' } }),
  };
}
