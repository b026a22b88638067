import { as, type TestApp } from '../app.js';
import type { Write } from './writes.js';

const path = '/v1/communes/duc-lang/webhooks';
const actor = 'administrator';
const input = { url: 'https://example.vn/hook', owner: 'integrator' };

/**
 * For each write of webhooks, a maker of a valid request. A commune has twenty at most: the oldest make room, which are
 * listed last.
 */
export function webhookMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const headers = as(test, actor);
  const room = async () => {
    const { body } = await test.http().get(path).query({ first: 100 }).set(headers).expect(200);
    for (const { id, version } of body.items.slice(10))
      await test
        .http()
        .post(`${path}/${id}/remove`)
        .set({ ...headers, 'if-match': `"${version}"` })
        .send({ reason: 'Nhường chỗ' })
        .expect(200);
  };
  const added = async () => {
    await room();
    const { body } = await test.http().post(path).set(headers).send(input).expect(201);
    return { actor, path: { id: body.id as string }, version: body.version as number };
  };
  return {
    addWebhook: async () => {
      await room();
      return { actor, input, other: { ...input, kinds: ['plan.issued'] } };
    },
    amendWebhook: async () => ({
      ...(await added()),
      input: { kinds: ['plan.issued'] },
      other: { url: 'https://example.vn/other' },
    }),
    replayWebhook: async () => ({ ...(await added()), input: { from: 1 }, other: { from: 2 } }),
    removeWebhook: async () => ({ ...(await added()), input: { reason: 'Thôi dùng' }, other: { reason: 'Thay máy' } }),
  };
}
