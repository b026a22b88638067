import type { Change, Head } from './chain.js';
import { request, ServerRefusal, type Server } from './client.js';

/** Page of the feed. */
interface Feed {
  items: Change[];
  cursor: string;
  more: boolean;
  head: Head;
}

/** A page of the feed, as long as the server gives: those of version 0.1.0 refuse more than 500 items. */
export async function pageAfter(server: Server, path: string, cursor: string | undefined): Promise<Feed | undefined> {
  const page = (first: number) =>
    request<Feed>(
      server,
      `${path}?first=${first}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
  const { body } = await page(5_000).catch((error: unknown) => {
    if (!(error instanceof ServerRefusal) || error.status !== 400) throw error;
    return page(500);
  });
  return body;
}
