/** Requests that demand more than an honest caller, without a key; `limits.mjs` measures them, the tests see them refused. */
const times = (n, write) => Array.from({ length: n }, (_, i) => write(i)).join(' ');
const json = { 'content-type': 'application/json' };
const post = (path, body, headers = {}) => ({
  path,
  init: {
    method: 'POST',
    headers: { ...json, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  },
});
const document = (name, limit, query, variables) => ({
  name,
  status: 400,
  code: 'QUERY_TOO_COSTLY',
  limit,
  ...post('/graphql', { query, variables }),
});
const refused = (name, status, code, request) => ({ name, status, code, ...request });
const commune = (selection) => `{ commune(key: "duc-lang") { ${selection} } }`;
const nested = (levels, open, close, core) => open.repeat(levels) + core + close.repeat(levels);
const deep = nested(20_000, '[', ']', '');
const units = 'query ($kind: [UnitKind!]) { units(commune: "duc-lang", kind: $kind) { nodes { code } } }';

export const attacks = [
  document(
    'fragments that double',
    'fields',
    `${commune('...f0')} ${times(40, (n) => `fragment f${n} on Commune { key ${n < 39 ? `...f${n + 1} ...f${n + 1}` : ''} }`)}`,
  ),
  document(
    'fragments that quadruple an expensive list',
    'fields',
    `${commune('...f0')} ${times(25, (n) => `fragment f${n} on Commune { plans(first: 500) { nodes { key } } ${n < 24 ? `...f${n + 1} `.repeat(4) : ''} }`)}`,
  ),
  document('depth', 'depth', commune(`units { nodes { ${nested(100, 'parent { ', '} ', 'code')} } }`)),
  document('aliases', 'aliases', commune(times(200, (n) => `a${n}: name`))),
  document(
    'aliases inside fragments',
    'aliases',
    `${commune('...a ...a ...a ...a')} fragment a on Commune { ${times(10, (n) => `a${n}: name`)} }`,
  ),
  document('root fields', 'rootFields', `{ ${times(28, (n) => `c${n}: communes { nodes { key } }`)} }`),
  document('the same object again and again', 'rootFields', `{ ${times(140, () => 'communes { nodes { key } }')} }`),
  document('the same field again and again', 'fields', commune(times(980, () => 'key'))),
  document('10,000 tokens', 'tokens', commune(times(10_000, () => 'key'))),
  document(
    'a name of 90,000 letters and too many more',
    'tokens',
    commune(`${'k'.repeat(90_000)} ${times(1_100, () => 'k')}`),
  ),
  document('directives on many fields', 'directives', commune(times(60, () => 'key @include(if: true)'))),
  document('directives on one field', 'directives', commune(`key ${times(100, () => '@skip(if: false)')}`)),
  document(
    'lists in lists',
    'cost',
    '{ communes(first: 500) { nodes { plans(first: 500) { nodes { indicators(first: 500) { nodes { code } } } } } } }',
  ),
  document(
    'lists in lists by variables',
    'cost',
    'query ($n: Int) { communes(first: $n) { nodes { units(first: $n) { nodes { code } } } } }',
    { n: 500 },
  ),
  document(
    'lists in lists by default values',
    'cost',
    'query ($n: Int = 500) { communes(first: $n) { nodes { units(first: $n) { nodes { code } } } } }',
  ),
  document(
    'lists in lists by fragments',
    'cost',
    '{ communes(first: 500) { ...a } } fragment a on CommuneConnection { nodes { units(first: 500) { ...b } } } fragment b on UnitConnection { edges { node { code } } }',
  ),
  document(
    'one row of the progress of each plan',
    'cost',
    '{ commune(key: "duc-lang") { plans(first: 500) { nodes { progress(period: "2023", first: 1) { nodes { state } } } } } }',
  ),
  document('introspection that comes back', 'cost', '{ __schema { types { fields { type { fields { name } } } } } }'),
  refused(
    'introspection going round',
    400,
    'QUERY_REFUSED',
    post('/graphql', { query: `{ __schema { types { ${nested(4, 'fields { type { ', '} } ', 'name')} } } }` }),
  ),
  refused(
    'introspection of a stranger',
    401,
    'UNAUTHENTICATED',
    post('/graphql', { query: '{ __schema { types { name } } }' }),
  ),
  refused(
    'introspection of a stranger in a fragment',
    401,
    'UNAUTHENTICATED',
    post('/graphql', { query: '{ ...on Query { ...a } } fragment a on Query { __type(name: "Plan") { name } }' }),
  ),
  refused(
    'fragments that spread themselves',
    400,
    'QUERY_REFUSED',
    post('/graphql', {
      query: `${commune('...a')} fragment a on Commune { ...b ...b } fragment b on Commune { ...a ...a }`,
    }),
  ),
  refused(
    'a batch',
    400,
    'QUERY_REFUSED',
    post(
      '/graphql',
      Array.from({ length: 500 }, () => ({ query: commune('key') })),
    ),
  ),
  refused(
    '20,000 wrong values of a variable',
    400,
    'QUERY_REFUSED',
    post('/graphql', { query: units, variables: { kind: Array(20_000).fill('x') } }),
  ),
  refused(
    'variables above the body',
    413,
    'TOO_LARGE',
    post('/graphql', { query: units, variables: { kind: Array(150_000).fill('x') } }),
  ),
  refused(
    'deep JSON in variables',
    400,
    'TOO_DEEP',
    post('/graphql', `{"query":"{ me { key } }","variables":{"x":${deep}}}`),
  ),
  refused('deep JSON', 400, 'TOO_DEEP', post('/v1/communes/duc-lang/units', `{"code":${deep}}`)),
  refused('a big body', 413, 'TOO_LARGE', post('/v1/communes/duc-lang/units', `{"code":"${'x'.repeat(5_000_000)}"}`)),
  refused('a mutation by GET', 405, 'QUERY_REFUSED', {
    path: `/graphql?query=${encodeURIComponent('mutation { issuePlan(commune: "duc-lang", plan: "2023", expectedVersion: 1) { key } }')}`,
    init: { headers: { ...json, 'apollo-require-preflight': 'yes' } },
  }),
  refused(
    'a form from elsewhere',
    415,
    'UNSUPPORTED_TYPE',
    post('/graphql', JSON.stringify({ query: commune('key') }), { 'content-type': 'text/plain' }),
  ),
  refused('a long header', 431, 'HEAD_TOO_LARGE', {
    path: '/v1/communes',
    init: { headers: { 'x-long': 'x'.repeat(20_000) } },
  }),
  refused('many headers', 431, 'HEAD_TOO_LARGE', {
    path: '/v1/communes',
    init: { headers: Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`x-${n}`, 'x'])) },
  }),
  refused('a long address', 414, 'URL_TOO_LONG', {
    path: `/v1/communes?after=${'x'.repeat(5_000)}`,
    init: { headers: {} },
  }),
];

const twenty = (name, field, text) => ({
  name: `${name} in twenty fields`,
  ...post('/graphql', {
    query: `query ($text: String!) { ${times(20, (n) => `a${n}: ${field}`)} }`,
    variables: { text },
  }),
});

/** Texts that cost more than their length, each field of which is refused. */
export const texts = [
  twenty(
    '45,000 marks',
    'indicators(commune: "duc-lang", plan: "2023", search: $text) { nodes { code } }',
    `a${'\u0315\u0300'.repeat(22_500)}`,
  ),
  twenty(
    '90,000 blanks of a verification code',
    'verifyAward(code: $text) { formCode }',
    `duc-lang${' '.repeat(90_000)}`,
  ),
];
