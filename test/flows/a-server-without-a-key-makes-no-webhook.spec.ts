import { useAppOn } from '../app.js';
import { cloneDatabase, cluster } from '../cluster.js';
import { doors } from '../doors.js';

const test = useAppOn(async () => ({ database: await cloneDatabase('sample'), keys: cluster().keys }), {
  webhooks: { keys: [], anyAddress: false },
});

it.each(doors)('%s: WEBHOOKS_OFF', async (_, open) => {
  const input = { url: 'https://example.vn/hook' };
  const answer = await open(test).ask('addWebhook', 'administrator', { commune: 'duc-lang' }, { input });
  expect([answer.status, answer.code]).toEqual([422, 'WEBHOOKS_OFF']);
});
