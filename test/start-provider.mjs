import Provider from 'oidc-provider';

/** An OpenID Provider as a listener of HTTP. Outside of the tests' context: the library knows its own plain objects alone. */
export function listenerOf(issuer, settings) {
  const { keys, alg, client, scopes, audience } = JSON.parse(settings);
  const resource = {
    scope: scopes.join(' '),
    audience,
    accessTokenTTL: 600,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg } },
  };
  return new Provider(issuer, {
    jwks: { keys },
    clients: [{ ...client, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
    scopes,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: true, getResourceServerInfo: () => resource },
    },
  }).callback();
}
