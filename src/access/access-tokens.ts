import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Refusal } from '../refusals.js';
import { scopes as known } from './permissions.js';

/** OpenID Provider that is trusted, and the name by which its tokens mean this program. */
export interface TokenSettings {
  issuer?: string;
  audience?: string;
}

/** Claims of a valid access token. `subject` or `client` names the caller; `scopes`: those of this program in it. */
export interface TokenClaims {
  issuer: string;
  subject: string | null;
  /** Client that acts for itself; null for a token of a person, whatever client got it. */
  client: string | null;
  scopes: readonly string[];
  expiresAt: Date;
}

/** Algorithms that are fixed here: none of a token's choosing, and none with a shared secret. */
const algorithms = ['ES256', 'EdDSA', 'Ed25519', 'RS256'];

/** Seconds by which the clocks of provider and program may differ. */
const clockTolerance = 30;

/** Milliseconds: for an answer of the provider, between two look-ups of unknown keys, and for which keys are kept. */
const times = { answer: 5_000, cooldown: 30_000, kept: 600_000 };

/** Access tokens of one OpenID Provider (RFC 9068). Its keys are fetched when needed, kept, and looked up anew. */
export class AccessTokens {
  private keys?: Promise<JWTVerifyGetKey>;

  constructor(private readonly settings: TokenSettings) {}

  get issuer(): string | undefined {
    return this.settings.issuer;
  }

  /**
   * Claims of a token at an instant; undefined for one that is expired, of another issuer or audience, not signed by
   * the provider, or no token at all. Refusal: UNAVAILABLE while the provider's keys cannot be had.
   */
  async verify(token: string, at: Date): Promise<TokenClaims | undefined> {
    const { issuer, audience } = this.settings;
    if (issuer === undefined || audience === undefined || !isToken(token)) return undefined;
    try {
      const options = { issuer, audience, algorithms, clockTolerance, currentDate: at, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, await this.keysOf(issuer), options);
      return claimsOf(payload, issuer);
    } catch (error) {
      if (error instanceof errors.JOSEError && !unreachable.has(error.code)) return undefined;
      throw new Refusal('UNAVAILABLE');
    }
  }

  /** Keys of the provider, by the address that its discovery document tells. A failure is forgotten. */
  private keysOf(issuer: string): Promise<JWTVerifyGetKey> {
    this.keys ??= discover(issuer).catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }
}

/** Whether a credential looks like a signed token: three parts, as no API key has. */
export const isToken = (credential: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(credential);

/** Codes of `jose` that say nothing about the token. */
const unreachable = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(times.answer), redirect: 'error' });
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
    throw new Error(`${address} is not the document of ${issuer}.`);
  return createRemoteJWKSet(new URL(found.jwks_uri), {
    timeoutDuration: times.answer,
    cooldownDuration: times.cooldown,
    cacheMaxAge: times.kept,
  });
}

/** A client speaks for itself where the token has no subject, or the client as its own: a person's client is nobody. */
function claimsOf({ sub, client_id, azp, scope, exp = 0 }: JWTPayload, issuer: string): TokenClaims {
  const client = [client_id, azp].find((each) => typeof each === 'string') ?? null;
  return {
    issuer,
    subject: sub ?? null,
    client: sub === undefined || sub === client ? (client as string | null) : null,
    scopes: typeof scope === 'string' ? known.filter((each) => scope.split(' ').includes(each)) : [],
    expiresAt: new Date(exp * 1_000),
  };
}
