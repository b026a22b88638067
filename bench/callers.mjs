/**
 * Callers that take all that the limits allow, each with the quota of its kind in requests a minute. `next(n)` is the
 * nth request; `limits.mjs` sends it when the quota has room for what the requests before it cost.
 */
const at = '/v1/communes/duc-lang';
const members = ['code', 'name', 'target', 'comparator', 'direction', 'parts', 'counted', 'derived'];
const aliased = (n, count) =>
  Array.from({ length: count }, (_, place) => `a${n}x${place}: ${members[(place + n) % members.length]}`).join(' ');
/** A document that no cache has seen, as long as the limits let it be. */
const strange = (n) =>
  `{ d${n}: indicators(commune: "duc-lang", plan: "2023", first: 100) { nodes { ${aliased(n, 28)} } } }`;
const known = `query ($first: Int) { submissions(commune: "duc-lang", first: $first) {
  nodes { id state actions { act allowed reasons } entries { indicatorCode reported approved } unit { name } } } }`;

const get = (path, headers = {}) => ({ path, init: { headers } });
const post = (path, body, headers = {}) => ({
  path,
  init: { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
});

export function callers({ clerk, auditor, 'hamlet-1': reporter }) {
  const bearer = (key) => ({ authorization: `Bearer ${key}` });
  const stranger = { quota: 60 };
  const actor = { quota: 600 };
  return [
    { ...stranger, name: 'no key: documents never seen', next: (n) => post('/graphql', { query: strange(n) }) },
    { ...stranger, name: 'no key: the longest lists', next: (n) => get(`${at}/awards?first=${400 + (n % 100)}`) },
    {
      ...stranger,
      name: 'no key: lists as spreadsheets',
      next: (n) => get(`${at}/plans/2023/indicators?first=${100 + n}`, { accept: 'text/csv' }),
    },
    { ...stranger, name: 'no key: codes that do not exist', next: (n) => get(`/verify/duc-lang-0000-0000-0000-${n}`) },
    {
      ...actor,
      name: 'one key: documents never seen',
      next: (n) => post('/graphql', { query: strange(n) }, bearer(reporter)),
    },
    {
      ...actor,
      name: 'one key: reports with their acts',
      next: (n) => post('/graphql', { query: known, variables: { first: 40 + (n % 20) } }, bearer(reporter)),
    },
    {
      ...actor,
      name: 'one key: lists as spreadsheets',
      next: (n) => get(`${at}/units?first=${300 + (n % 200)}`, { accept: 'text/csv', ...bearer(auditor) }),
    },
    {
      ...actor,
      name: 'one key: the feed from its beginning',
      next: (n) => get(`${at}/changes?first=${400 + (n % 100)}`, bearer(auditor)),
    },
    {
      ...actor,
      name: 'one key: writes',
      next: (n) =>
        post(`${at}/documents`, { type: 'CV', year: 2024, issuer: 'UBND xã', title: `Số ${n}` }, bearer(clerk)),
    },
  ];
}
