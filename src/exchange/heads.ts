import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isName, type Head } from './chain.js';
import { CommandError, request, type Server } from './client.js';
import { readJson, writeAtomically } from './folder.js';

/** Page of the list of communes, stored with its ETag for the next pull. */
interface HeadsPage {
  etag: string | null;
  next: string | null;
  heads: { key: string; head: Head }[];
}

/** Heads of the communes in reach, by key; unchanged pages answer 304. */
export async function headsOf(server: Server, into: string): Promise<Map<string, Head>> {
  const file = join(into, '.heads.json');
  const before = (await readJson<HeadsPage[]>(file)) ?? [];
  const pages: HeadsPage[] = [];
  for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next ?? null) {
    const known = before[pages.length];
    const { body, etag } = await request<{ items?: HeadsPage['heads']; next: string | null }>(
      server,
      `/v1/communes?first=500${next && `&after=${encodeURIComponent(next)}`}`,
      known?.etag,
    );
    const heads = body ? body.items?.map(({ key, head }) => ({ key, head })) : known?.heads;
    if (!heads?.every(({ key, head }) => isName(key) && head))
      throw new CommandError(2, `${server.url}/v1/communes does not answer as thidua does.`);
    pages.push({ etag: body ? etag : (known?.etag ?? null), next: (body ?? known)?.next ?? null, heads });
  }
  if (JSON.stringify(pages) !== JSON.stringify(before)) await writeAtomically(file, into, JSON.stringify(pages));
  return new Map(pages.flatMap(({ heads }) => heads.map(({ key, head }) => [key, head])));
}

/** Communes with a folder that are out of reach now. Asked, too: the refusal says whether supervision ended. */
export async function outOfReach(into: string, heads: ReadonlyMap<string, Head>): Promise<string[]> {
  const names = (await readdir(into)).filter((name) => isName(name) && !heads.has(name));
  return names.filter((name) => existsSync(join(into, name, 'cursor.json'))).sort();
}
