import { permissions } from '../../src/access/permissions.js';
import { useApp } from '../app.js';

const test = useApp('empty');

/** Rows of the page, by operation. */
async function rows(): Promise<Record<string, string>> {
  const { text } = await test.http().get('/docs/rights');
  return Object.fromEntries(
    [...text.matchAll(/<tr id="(\w+)"><th scope="row"><code>\1<\/code><\/th><td>(.*)<\/td><td>(.*)<\/td><\/tr>/g)].map(
      ([, operation, does, who]) => [operation, `${does} ${who}`],
    ),
  );
}

it('has one sentence for each operation', async () => {
  expect(Object.keys(await rows()).sort()).toEqual(Object.keys(permissions).sort());
});

it.each([
  ['verifyAward', 'Award with this verification code, as recorded. anybody, without a key'],
  ['me', 'The caller: actor, appointments, scopes, communes in reach, key. everybody with a key'],
  ['cancelDecision', 'Cancels a drafted decision, with a reason. the chairperson'],
  [
    'returnNomination',
    'Returns a nomination of another actor for completion, once, with a reason. the clerk and verifier',
  ],
  [
    'confirmTally',
    'Confirms the counts of a secret ballot that another actor recorded. the clerk, verifier and administrator',
  ],
])('of %s: %s', async (operation, sentence) => expect((await rows())[operation]).toBe(sentence));
