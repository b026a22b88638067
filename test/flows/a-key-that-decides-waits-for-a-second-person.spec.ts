import { useApp } from '../app.js';
import { done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const test = useApp();
const scopes = ['access:read', 'access:write', 'plans:read'];

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let keys: Record<string, string>;
  beforeAll(() => {
    door = open(test);
    keys = test.keys as Record<string, string>;
  });

  const appoint = (actor: string, role: string, validFrom = '2024-01-01') =>
    door.ask('appoint', 'administrator', { commune }, { input: { actor, name: actor, role, validFrom } });
  const issue = (by: string, actor: string, more: object = {}) =>
    door.ask('issueKey', by, { commune }, { input: { actor, scopes, ...more } });
  const keyFor = async (by: string, actor: string, as = actor) => {
    const issued = done(await issue(by, actor));
    keys[as] = issued.key;
    return issued;
  };
  const act = (operation: string, by: string, { id, version }: Row, input?: object) =>
    door.ask(operation, by, { commune, id }, { version, input });
  const listed = async (id: string) =>
    done(await door.ask('keys', 'administrator', { commune })).items.find((key: Row) => key.id === id);
  const second = `second-${name.toLowerCase()}`;
  beforeAll(async () => {
    done(await appoint(second, 'ADMINISTRATOR'));
    await keyFor('administrator', second);
  });

  it.each(['chairperson', 'verifier', 'council-1'])(
    '%s: refused until another administrator confirms',
    async (actor) => {
      const issued = await keyFor('administrator', actor, 'new');
      expect([issued.state, issued.confirmed]).toEqual(['PENDING', false]);
      const waiting = await door.ask('me', 'new');
      expect([waiting.status, waiting.code]).toEqual([401, 'KEY_PENDING']);
      expect(waiting.body.detail).toContain('confirmKey');
      expect((await act('confirmKey', 'administrator', issued)).code).toBe('FOUR_EYES');
      expect((await door.ask('me', 'new')).code).toBe('KEY_PENDING');
      const confirmed = done(await act('confirmKey', second, issued));
      expect([confirmed.state, confirmed.confirmed, confirmed.version]).toEqual(['ACTIVE', true, 2]);
      expect(done(await door.ask('me', 'new')).key).toBe(actor);
      expect((await act('confirmKey', second, confirmed)).code).toBe('STATE');
      const lines = done(await door.ask('history', 'auditor', { commune, type: 'key', id: issued.id })).items;
      expect(lines.map(({ kind, data }: Row) => [kind, data.confirmed])).toEqual([
        ['key.issued', false],
        ['key.confirmed', true],
      ]);
    },
  );

  it('works at once for an actor who decides nothing, and waits from the day of a deciding role on', async () => {
    const actor = `riser-${name.toLowerCase()}`;
    done(await appoint(actor, 'CLERK'));
    const issued = await keyFor('administrator', actor);
    expect([issued.state, done(await door.ask('me', actor)).key]).toEqual(['ACTIVE', actor]);
    done(await appoint(actor, 'COUNCIL_MEMBER', '2024-02-01'));
    expect((await door.ask('me', actor)).status).toBe(200);
    done(await appoint(actor, 'VERIFIER'));
    expect((await door.ask('me', actor)).code).toBe('KEY_PENDING');
    expect((await listed(issued.id)).state).toBe('PENDING');
    expect(done(await act('confirmKey', second, issued)).state).toBe('ACTIVE');
    expect((await door.ask('me', actor)).status).toBe(200);
  });

  it('a key is confirmed neither by its actor nor by who replaced it, and a rotation keeps what was confirmed', async () => {
    const own = await keyFor('administrator', second, 'own');
    expect((await act('confirmKey', second, own)).code).toBe('FOUR_EYES');
    const issued = await keyFor('administrator', 'verifier', 'new');
    const replaced = done(await act('rotateKey', second, issued, {}));
    expect([replaced.state, (await act('confirmKey', second, replaced)).code]).toEqual(['PENDING', 'FOUR_EYES']);
    const confirmed = done(await act('confirmKey', 'administrator', replaced));
    const again = done(await act('rotateKey', 'administrator', confirmed, {}));
    expect([again.state, again.confirmed]).toEqual(['ACTIVE', true]);
    keys.again = again.key;
    expect((await door.ask('me', 'again')).status).toBe(200);
    expect(done(await act('revokeKey', 'administrator', await listed(issued.id), { reason: 'Thay' })).state).toBe(
      'REVOKED',
    );
  });

  it('personal:read is given on by who has it alone', async () => {
    const personal = { scopes: [...scopes, 'personal:read'] };
    const refused = await issue(second, 'auditor', personal);
    expect([refused.code, refused.body.details?.scope]).toEqual(['SCOPE_MISSING', 'personal:read']);
    const issued = done(await issue('administrator', 'auditor', personal));
    expect((await act('rotateKey', second, issued, {})).code).toBe('SCOPE_MISSING');
    expect((await act('rotateKey', 'administrator', issued, {})).status).toBe(200);
  });
});

it('the keys of the sample are confirmed', async () => {
  for (const actor of Object.keys(test.keys).filter((each) => /^(chairperson|verifier|council-\d)$/.test(each)))
    expect((await test.http().get('/v1/me').set('authorization', `Bearer ${test.keys[actor]}`)).status).toBe(200);
});
