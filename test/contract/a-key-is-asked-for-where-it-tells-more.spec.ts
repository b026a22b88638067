import { permissions, scopeOf, type OperationId, type Permission } from '../../src/access/permissions.js';
import { useApp } from '../app.js';
import { rest } from '../doors.js';
import { operations } from './contract.js';

const test = useApp();
const commune = 'duc-lang';

/** Path of one record of the sample, for each read that answers everybody alike. */
const places: Record<string, Record<string, string>> = {
  awardForm: { code: 'giay-khen-xa' },
  commune: { commune },
  holidays: { commune },
  refusal: { code: 'STALE' },
};

it('OpenAPI asks for a key where one is needed, offers it where it tells more, and else has none', () => {
  const asked = operations().map(({ operationId, security }) => [operationId, JSON.stringify(security)]);
  const right = operations().map(({ operationId }) => {
    const { who, alike }: Permission = permissions[operationId as OperationId];
    const key = { key: [scopeOf(operationId as OperationId)] };
    return [operationId, JSON.stringify(alike ? [] : who === 'PUBLIC' ? [{}, key] : [key])];
  });
  expect(asked).toEqual(right);
});

const alike = Object.entries<Permission>(permissions).flatMap(([operation, each]) => (each.alike ? [operation] : []));

it.each(alike)('%s answers every key as it answers nobody', async (operation) => {
  const code = async () => (await rest(test).ask('awards', undefined, { commune })).body.items[0].verificationCode;
  const at = operation === 'verifyAward' ? { code: await code() } : (places[operation] ?? {});
  const { ask } = rest(test);
  const answer = await ask(operation, undefined, at);
  expect(answer.status).toBe(200);
  for (const actor of Object.keys(test.keys)) expect((await ask(operation, actor, at)).body).toEqual(answer.body);
});

it('a draft is seen by a key alone', async () => {
  const { ask } = rest(test);
  const input = { key: '2024', kind: 'YEARLY', year: 2024, title: 'Kế hoạch năm 2024' };
  const document = { type: 'KH', year: 2024, issuer: 'Ủy ban nhân dân xã', title: 'Kế hoạch năm 2024' };
  expect((await ask('draftPlan', 'clerk', { commune }, { input: { ...input, document } })).status).toBe(201);
  expect((await ask('plan', 'clerk', { commune, plan: '2024' })).status).toBe(200);
  expect((await ask('plan', undefined, { commune, plan: '2024' })).status).toBe(404);
});
