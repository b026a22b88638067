import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { AccessService } from '../../src/access/access.service.js';
import { allWritesAreCovered, doors, everyWrite, make, test } from './every-write.js';
import { everything, type SendWrite } from './writes.js';

/** Takes the power of an actor away after the request was let in, and gives it back in the end. */
async function takenAway(name: string, send: SendWrite, { take, back }: { take: string; back: string }) {
  const write = await make(name);
  const access = test.app.get(AccessService);
  const identify = access.identify.bind(access);
  jest.spyOn(access, 'identify').mockImplementation(async (presented) => {
    const caller = await identify(presented);
    await test.admin.query(take, [caller.id]);
    return caller;
  });
  // The test itself writes appointments.
  const held = async () => ({ ...(await everything(test)), appointment: '' });
  const before = await held();
  const { status, code } = await send(name, write);
  jest.restoreAllMocks();
  const { rows } = await test.admin.query('select id from actor where key = $1', [write.actor]);
  await test.admin.query(back, [rows[0].id]);
  return { status, code, untouched: isDeepStrictEqual(before, await held()) };
}

const key = {
  take: 'update api_key set revoked_at = now() where actor_id = $1',
  back: 'update api_key set revoked_at = null where actor_id = $1',
};
const appointment = {
  take: `update appointment set valid_to = '2024-01-30' where actor_id = $1`,
  back: 'update appointment set valid_to = null where actor_id = $1',
};
const refused = { status: 401, code: 'UNAUTHENTICATED', untouched: true };

describe('a request that has begun writes nothing', () => {
  everyWrite('after the key was revoked', async (name) => {
    for (const send of Object.values(doors)) expect(await takenAway(name, send, key)).toEqual(refused);
  });
  it.each(['recordDocument', 'issuePlan', 'revokeKey'])('after the appointment ended: %s', async (name) => {
    for (const send of Object.values(doors)) expect(await takenAway(name, send, appointment)).toEqual(refused);
  });
});

allWritesAreCovered();
