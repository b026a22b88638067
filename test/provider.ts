import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** Modules outside of the context of a test file: see environment.mjs. */
declare const loadedOnce: {
  import(path: string): Promise<{ listenerOf(issuer: string, settings: string): Listener }>;
};
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A key of the provider: its public part is published, its private part signs. */
export interface SigningKey {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const options = { extractable: true, ...(alg === 'EdDSA' && { crv: 'Ed25519' }) };
  const { privateKey } = await generateKeyPair(alg, options);
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' } };
}

/** An OpenID Provider on this machine, by the library `oidc-provider`. */
export interface TestProvider {
  issuer: string;
  /** A token that the provider gives to its client, with scopes, for the resource of the audience. */
  clientToken(scope: string): Promise<string>;
  /** Takes other keys, as a provider that rotates them. */
  rotate(keys: readonly SigningKey[]): void;
  /** How often its keys were fetched. */
  fetched(): number;
  close(): Promise<void>;
}

export const clientId = 'he-thong-huyen';
const clientSecret = 'mat-khau-cua-he-thong-huyen-dai-hon-32-ky-tu';

export async function provider(
  audience: string,
  { scopes, keys }: { scopes: readonly string[]; keys: readonly SigningKey[] },
): Promise<TestProvider> {
  let handle: Listener = () => undefined;
  let fetched = 0;
  const server = createServer((request, response) => {
    if (request.url === '/jwks') fetched++;
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { listenerOf } = await loadedOnce.import(`${process.cwd()}/test/start-provider.mjs`);
  const client = { client_id: clientId, client_secret: clientSecret };
  const rotate = (given: readonly SigningKey[]) => {
    const settings = { keys: given.map(({ jwk }) => jwk), alg: given[0]!.alg, client, scopes, audience };
    handle = listenerOf(issuer, JSON.stringify(settings));
  };
  rotate(keys);
  return {
    issuer,
    rotate,
    fetched: () => fetched,
    clientToken: async (scope) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials', scope, resource: 'urn:thidua' });
      const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
      const answer = await fetch(`${issuer}/token`, { method: 'POST', body, headers: { authorization } });
      const { access_token: token, ...problem } = (await answer.json()) as { access_token?: string };
      if (token === undefined) throw new Error(JSON.stringify(problem));
      return token;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A token as the provider would sign it for a person, or as an attacker would: claims and header as they are given. */
export async function signed(
  key: SigningKey,
  { claims, header = {} }: { claims: Record<string, unknown>; header?: Record<string, unknown> },
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })
    .sign(key.privateKey);
}
