import { createHmac } from 'node:crypto';
import { startApp, useAppOn, type TestApp } from '../app.js';
import { cloneDatabase, cluster } from '../cluster.js';
import { broken, done, doors, rest, type Row } from '../doors.js';
import { clientId, provider, signed, signingKey, type SigningKey, type TestProvider } from '../provider.js';

const audience = 'urn:thidua';
const scopes = ['plans:read', 'plans:write', 'access:read', 'access:write', 'submissions:read', 'submissions:write'];
const commune = 'duc-lang';

let at: TestProvider;
let keys: SigningKey[];
const tokens = { issuer: '', audience };
const test = useAppOn(
  async () => {
    keys = [await signingKey('first'), await signingKey('second', 'RS256'), await signingKey('third', 'EdDSA')];
    at = await provider(audience, { scopes, keys });
    tokens.issuer = at.issuer;
    return { database: await cloneDatabase('sample'), keys: { ...cluster().keys } };
  },
  { tokens },
);
afterAll(() => at?.close());

const now = () => Math.floor(Date.now() / 1_000);
const claims = (more: Row = {}) => ({
  ...{ iss: at.issuer, aud: audience, sub: 'clerk-at-the-provider', client_id: 'office', scope: scopes.join(' ') },
  ...{ iat: now(), exp: now() + 600, ...more },
});
const link = async (actor: string, name: Row) =>
  done(await rest(test).ask('linkIdentity', 'administrator', { commune }, { input: { actor, ...name } }));
/** Answer to `me` with a token, and what it is challenged to. */
async function me(token: string, of: Pick<TestApp, 'http'> = test) {
  const { status, body, headers } = await of.http().get('/v1/me').set('authorization', `Bearer ${token}`);
  return { status, body, code: body.code, challenge: headers['www-authenticate'] };
}

beforeAll(async () => {
  await link('clerk', { subject: 'clerk-at-the-provider' });
  await link('integrator', { client: clientId });
});

describe('a token of the provider', () => {
  it('is the actor: rights are those of its appointments, scopes those of the token', async () => {
    const token = await signed(keys[0]!, { claims: claims() });
    const { body } = await me(token);
    expect(body).toMatchObject({ key: 'clerk', scopes: [...scopes].sort(), keyPrefix: null });
    expect(Date.parse(body.keyExpiresAt)).toBe(1_000 * Math.floor(Date.parse(body.keyExpiresAt) / 1_000));
    const narrow = await signed(keys[0]!, { claims: claims({ scope: 'plans:read unknown:thing' }) });
    const get = (path: string, authorization: string) =>
      test.http().get(`/v1/communes/${commune}/${path}`).set('authorization', `Bearer ${authorization}`);
    expect((await get('plans', narrow)).status).toBe(200);
    expect((await get('submissions', narrow)).body.code).toBe('SCOPE_MISSING');
    const roles = await signed(keys[0]!, { claims: claims({ roles: ['CHAIRPERSON'], role: 'CHAIRPERSON' }) });
    expect((await get('actors', roles)).body.code).toBe('FORBIDDEN');
  });

  it('of a client is the system it is linked to', async () => {
    const { status, body } = await me(await at.clientToken('access:read'));
    expect([status, body.key, body.scopes]).toEqual([200, 'integrator', ['access:read']]);
  });

  it('of a person is never the client that got it', async () => {
    const token = await signed(keys[0]!, { claims: claims({ sub: 'somebody', client_id: clientId }) });
    expect((await me(token)).code).toBe('UNAUTHENTICATED');
  });

  it.each(['first', 'second', 'third'])('is taken by each algorithm that is fixed: %s', async (kid) => {
    const key = keys.find((each) => each.kid === kid)!;
    expect((await me(await signed(key, { claims: claims() }))).status).toBe(200);
  });

  const stranger = signingKey('first');
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each<[string, () => Promise<string> | string]>([
    ['expired', () => signed(keys[0]!, { claims: claims({ exp: now() - 60 }) })],
    ['not valid yet', () => signed(keys[0]!, { claims: claims({ nbf: now() + 60 }) })],
    ['without an end', () => signed(keys[0]!, { claims: claims({ exp: undefined }) })],
    ['of another audience', () => signed(keys[0]!, { claims: claims({ aud: 'urn:other' }) })],
    ['of another issuer', () => signed(keys[0]!, { claims: claims({ iss: 'https://example.vn' }) })],
    ['of an identity that is not linked', () => signed(keys[0]!, { claims: claims({ sub: 'nobody' }) })],
    ['signed with a swapped key', async () => signed(await stranger, { claims: claims() })],
    ['signed by none', () => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims())}.`],
    [
      'signed with the public key as a shared secret',
      () => {
        const content = `${encoded({ alg: 'HS256', kid: 'second' })}.${encoded(claims())}`;
        const secret = JSON.stringify({ n: keys[1]!.jwk.n, e: keys[1]!.jwk.e });
        return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
      },
    ],
    [
      'with another content',
      async () => {
        const [head, , signature] = (await signed(keys[0]!, { claims: claims() })).split('.');
        return `${head}.${encoded(claims({ sub: 'chairperson' }))}.${signature}`;
      },
    ],
    [
      'with its own key inside',
      async () => signed(await stranger, { claims: claims(), header: { jwk: (await stranger).jwk } }),
    ],
  ])('is 401 when it is %s', async (_, make) => {
    const { status, code, challenge } = await me(await make());
    expect([status, code, challenge]).toEqual([401, 'UNAUTHENTICATED', 'Bearer error="invalid_token"']);
  });

  it('is taken thirty seconds around its times: clocks differ', async () => {
    expect((await me(await signed(keys[0]!, { claims: claims({ exp: now() - 20 }) }))).status).toBe(200);
    expect((await me(await signed(keys[0]!, { claims: claims({ nbf: now() + 20 }) }))).status).toBe(200);
  });
});

describe('keys of the provider', () => {
  it('are fetched once, and again when a token names one that is not known', async () => {
    const app = await startApp(test.database.runtimeUrl, { tokens });
    const ask = async (token: string) =>
      (await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode;
    const before = at.fetched();
    const old = await signed(keys[0]!, { claims: claims() });
    for (let time = 0; time < 5; time++) expect(await ask(old)).toBe(200);
    expect(at.fetched()).toBe(before + 1);
    await app.close();
    // A server that starts after the rotation knows the new key alone.
    const next = await signingKey('next');
    at.rotate([next]);
    const later = await startApp(test.database.runtimeUrl, { tokens });
    const askLater = async (token: string) =>
      (await later.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode;
    expect(await askLater(await signed(next, { claims: claims() }))).toBe(200);
    expect(await askLater(old)).toBe(401);
    await later.close();
    at.rotate(keys);
  });

  it('that cannot be had are no fault of the token: 503', async () => {
    const nowhere = { issuer: 'http://127.0.0.1:1', audience };
    const app = await startApp(test.database.runtimeUrl, { tokens: nowhere });
    const token = await signed(keys[0]!, { claims: claims({ iss: nowhere.issuer }) });
    const answer = await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'UNAVAILABLE']);
    await app.close();
  });
});

describe.each(doors)('%s', (name, open) => {
  const act = (operation: string, actor: string, path: Row, asked: Row) =>
    open(test).ask(operation, actor, { commune, ...path }, asked);

  it('what is unlinked is refused at once, and may be linked to another', async () => {
    const subject = `tam-${name}`;
    const { id, version } = done(
      await act('linkIdentity', 'administrator', {}, { input: { actor: 'clerk', subject } }),
    );
    const token = await signed(keys[0]!, { claims: claims({ sub: subject }) });
    expect((await me(token)).body.key).toBe('clerk');
    const again = await act('linkIdentity', 'administrator', {}, { input: { actor: 'auditor', subject } });
    expect([again.status, again.code]).toEqual([409, 'IDENTITY_LINKED']);
    done(await act('unlinkIdentity', 'administrator', { id }, { version, input: { reason: 'Nghỉ việc' } }));
    expect((await me(token)).code).toBe('UNAUTHENTICATED');
    done(await act('linkIdentity', 'administrator', {}, { input: { actor: 'auditor', subject } }));
    expect((await me(token)).body.key).toBe('auditor');
  });

  it('of a deciding role it waits for a second person', async () => {
    const subject = `chu-tich-${name}`;
    const linked = done(await act('linkIdentity', 'administrator', {}, { input: { actor: 'chairperson', subject } }));
    const token = await signed(keys[0]!, { claims: claims({ sub: subject }) });
    expect([linked.state, (await me(token)).code]).toEqual(['PENDING', 'KEY_PENDING']);
    const at = { version: linked.version };
    expect((await act('confirmIdentity', 'administrator', { id: linked.id }, at)).code).toBe('FOUR_EYES');
    const second = {
      actor: `quan-tri-${name.toLowerCase()}`,
      name: 'Quản trị 2',
      role: 'ADMINISTRATOR',
      validFrom: '2024-01-01',
    };
    done(await act('appoint', 'administrator', {}, { input: second }));
    const issued = await act('issueKey', 'administrator', {}, { input: { actor: second.actor } });
    (test.keys as Record<string, string>)[second.actor] = done(issued).key;
    expect(done(await act('confirmIdentity', second.actor, { id: linked.id }, at)).state).toBe('ACTIVE');
    expect((await me(token)).body.key).toBe('chairperson');
  });

  it('names exactly one of subject and client, and an actor that is there', async () => {
    const asked = { input: { actor: 'nobody-there', subject: 'a', client: 'b' } };
    expect(broken(await act('linkIdentity', 'administrator', {}, asked))).toEqual([
      '/actor UNKNOWN',
      '/subject ONE_NAME',
    ]);
  });

  it('key and token of one person are one for four eyes, and the journal names which was used', async () => {
    const subject = `quan-tri-${name}`;
    const { id } = done(await act('linkIdentity', 'administrator', {}, { input: { actor: 'administrator', subject } }));
    (test.keys as Record<string, string>)[subject] = await signed(keys[0]!, { claims: claims({ sub: subject }) });
    const issued = done(
      await act('issueKey', 'administrator', {}, { input: { actor: 'chairperson', scopes: ['plans:read'] } }),
    );
    const by = await act('confirmKey', subject, { id: issued.id }, { version: issued.version });
    expect(by.code).toBe('FOUR_EYES');
    const unit = { key: 'clerk', name: `Văn phòng ${name}` };
    const actors = done(await rest(test).ask('actors', 'administrator', { commune })).items;
    const { version } = actors.find(({ key }: Row) => key === unit.key);
    done(await act('amendActor', subject, { actor: unit.key }, { version, input: { name: unit.name } }));
    const { rows } = await test.admin.query(
      `select v.value from change c join change_value v using (commune_id, position, item)
       where c.kind = 'actor.amended' and v.pointer = '/actor' order by c.position desc limit 1`,
    );
    expect(rows[0].value).toEqual({ key: 'administrator', keyId: id });
  });
});

it('a server without a provider takes no token, and links none', async () => {
  const app = await startApp(test.database.runtimeUrl, { tokens: {} });
  const token = await signed(keys[0]!, { claims: claims() });
  const headers = { authorization: `Bearer ${token}` };
  expect((await app.inject({ url: '/v1/me', headers })).statusCode).toBe(401);
  const payload = { actor: 'clerk', subject: 'x' };
  const asked = { method: 'POST', url: `/v1/communes/${commune}/identities`, payload } as const;
  const answer = await app.inject({ ...asked, headers: { authorization: `Bearer ${test.keys.administrator}` } });
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'TOKENS_OFF']);
  await app.close();
});
