/** Measurement of the reads: builds the requests of each side, compares their answers, then drives the sides in turn. */
import { isDeepStrictEqual } from 'node:util';
import { communeKey } from './communes.mjs';
import { asAdmin, progressing, withAdmin } from './district.mjs';
import { floor, newerNode, ours, postgraphile } from './sides.mjs';
import { meter } from './cpu.mjs';
import { works } from './works.mjs';

const first = communeKey(1);

export async function measureReads(district, { load, rounds, seconds, connections, poolSize, only }) {
  const running = [];
  const started = async (starting) => {
    const side = await starting;
    running.push(side);
    return side;
  };
  try {
    const modern = await started(ours(newerNode, district.runtimeUrl, { poolSize }));
    const forgetful = await started(ours(newerNode, district.runtimeUrl, { poolSize, env: { ANSWER_CACHE: '0' } }));
    const twenty = await started(ours(process.execPath, district.runtimeUrl, { poolSize, env: { ANSWER_CACHE: '0' } }));
    const peer = await started(postgraphile(newerNode, district.runtimeUrl, { poolSize }));
    const asked = works(await placesIn(district, modern)).filter(({ name }) => name.includes(only));
    const statements = Object.fromEntries(
      asked.flatMap(({ name, commune = first, everywhere, floorRest, floorGraphql }) => [
        ...(floorRest
          ? [[addressOf(name, 'rest'), { text: floorRest, commune, everywhere: everywhere && !floorGraphql }]]
          : []),
        ...(floorGraphql ? [[addressOf(name, 'graphql'), { text: floorGraphql, commune, everywhere }]] : []),
      ]),
    );
    const bare = await started(
      floor(newerNode, district.runtimeUrl, { poolSize, statements, directory: district.directory }),
    );

    const results = [];
    for (const work of asked) {
      const requests = await requestsOf(work, district, { modern, forgetful, twenty, peer, bare });
      await compare(work, requests);
      const rates = Object.fromEntries(Object.keys(requests).map((side) => [side, []]));
      const costs = structuredClone(rates);
      for (const request of Object.values(requests))
        await load({ ...request, connections, seconds: Math.min(seconds, 2) });
      for (let round = 0; round < rounds; round++) {
        for (const [side, request] of turned(Object.entries(requests), round)) {
          // No bar rests on these.
          if (round >= 3 && side.endsWith('Node 20')) continue;
          const read = meter(district.directory, request.pid);
          const before = read();
          const { rate, seconds: taken, errors } = await load({ ...request, connections, seconds });
          if (errors > 0) throw new Error(`${work.name}: ${side} failed ${errors} times.`);
          const after = read();
          rates[side].push(rate / taken);
          costs[side].push({
            node: (after.node - before.node) / rate,
            postgres: (after.postgres - before.postgres) / rate,
          });
        }
      }
      results.push({ work, rates, costs });
      console.error(
        `${work.name}: ${Object.entries(rates)
          .map(([side, each]) => `${side} ${Math.round(median(each))}/s`)
          .join(', ')}`,
      );
    }
    return results;
  } finally {
    for (const side of running) await side.stop();
  }
}

/** Sides of a round: each round begins with another one, because a side leaves caches and heat to the next. */
const turned = (sides, round) => [...sides.slice(round % sides.length), ...sides.slice(0, round % sides.length)];

const addressOf = (name, door) => `/${door}/${encodeURIComponent(name)}`;

/** Values that the works refer to: a result, a cursor of the feed, the ETag of the communes, an award. */
async function placesIn(district, { url }) {
  const headers = { authorization: `Bearer ${district.keys.district}` };
  const read = (path) => fetch(url + path, { headers });
  const { items } = await (await read(`/v1/communes/${first}/results?first=100`)).json();
  const { cursor } = await (await read(`/v1/communes/${first}/changes?first=500`)).json();
  const awarding = communeKey(2);
  const given = await (await read(`/v1/communes/${awarding}/awards?first=1`)).json();
  const etag = (await read('/v1/communes?first=100')).headers.get('etag');
  const [position, item] = Buffer.from(cursor, 'base64url').toString().split('.').map(Number);
  const { rows: communes } = await withAdmin(asAdmin(district), (client) =>
    client.query('select id, key from commune'),
  );
  const idOf = (commune) => communes.find(({ key }) => key === commune).id;
  return {
    result: items[50].id,
    communeId: idOf(first),
    cursor: { text: cursor, position, item },
    etag,
    award: { id: given.items[0].id, commune: awarding, communeId: idOf(awarding) },
    progress: { commune: progressing, communeId: idOf(progressing), plan: '2022' },
  };
}

/** Requests of one work for every side that can answer it. */
async function requestsOf(work, { keys }, { modern, forgetful, twenty, peer, bare }) {
  const { commune = first } = work;
  const headers = {
    authorization: `Bearer ${work.key === 'chair' ? keys.chair[commune] : keys.district}`,
    ...(work.ifNoneMatch && { 'if-none-match': work.ifNoneMatch }),
  };
  const graphql = (side, path, query, more) => ({
    pid: side.pid,
    url: side.url + path,
    method: 'POST',
    headers: { ...headers, ...more, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: work.variables }),
  });
  const floorRest = { pid: bare.pid, url: bare.url + addressOf(work.name, 'rest'), method: 'GET', headers };
  if (work.ifNoneMatch)
    floorRest.headers = { ...headers, 'if-none-match': (await fetch(floorRest.url, floorRest)).headers.get('etag') };
  const rest = (side) => ({ pid: side.pid, url: side.url + work.rest, method: 'GET', headers });
  return {
    ...(work.rest && {
      'floor REST': floorRest,
      REST: rest(modern),
      'REST, nothing remembered': rest(forgetful),
      'REST, Node 20': rest(twenty),
    }),
    ...(work.graphql && {
      'floor GraphQL': { pid: bare.pid, url: bare.url + addressOf(work.name, 'graphql'), method: 'GET', headers },
      GraphQL: graphql(modern, '/graphql', work.graphql),
      'GraphQL, nothing remembered': graphql(forgetful, '/graphql', work.graphql),
      'GraphQL, Node 20': graphql(twenty, '/graphql', work.graphql),
    }),
    ...(work.postgraphile && {
      PostGraphile: graphql(peer, '/graphql', work.postgraphile, work.everywhere ? {} : { 'x-commune': commune }),
    }),
  };
}

/** Compares the answers of the sides; throws when they differ. */
async function compare(work, requests) {
  const answers = {};
  for (const [side, request] of Object.entries(requests)) {
    // Three times: a GraphQL document is compiled at its second use.
    for (let time = 0; time < 3; time++) answers[side] = await answerOf(work, side, request);
  }
  for (const door of ['REST', 'GraphQL']) {
    const sides = Object.keys(answers).filter(
      (side) => side.includes(door) || (door === 'GraphQL' && side === 'PostGraphile'),
    );
    for (const side of sides) {
      if (!isDeepStrictEqual(answers[side], answers[sides[0]])) {
        throw new Error(
          `${work.name}: ${side} and ${sides[0]} answer differently.\n${JSON.stringify(answers[side]).slice(0, 1500)}\n${JSON.stringify(answers[sides[0]]).slice(0, 1500)}`,
        );
      }
    }
  }
}

async function answerOf(work, side, request) {
  const response = await fetch(request.url, request);
  if (response.status !== (work.status ?? 200))
    throw new Error(`${work.name}: ${side} answered ${response.status} ${(await response.text()).slice(0, 800)}`);
  if (work.status) return response.status;
  const answer = await response.json();
  if (answer.errors) throw new Error(`${work.name}: ${side} answered ${JSON.stringify(answer.errors).slice(0, 800)}`);
  // Only the order of members may differ.
  const read = side.startsWith('floor')
    ? work.readFloor(answer)
    : side === 'PostGraphile'
      ? work.readPostgraphile(answer.data)
      : side.startsWith('GraphQL')
        ? work.readGraphql(answer.data)
        : work.readRest(answer);
  if (Array.isArray(read) ? read.length === 0 : !read) throw new Error(`${work.name}: ${side} answered nothing.`);
  return canonical(read);
}

/** Normal form of an answer: numbers as text, absent members as null, members sorted. */
function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value === null ? null : String(value).replace(/\.0+$/, '');
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .filter((name) => value[name] != null)
      .map((name) => [name, canonical(value[name])]),
  );
}

export const median = (values) => quantile(values, 0.5);

export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  return sorted[below] + ((sorted[below + 1] ?? sorted[below]) - sorted[below]) * (place - below);
}
