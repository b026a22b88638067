import type { OperationMetadata } from '../api/operation.js';
import type { Reply, Request } from '../api/request.js';
import type { Page } from '../database/page.js';
import { csvOf, sheetTypes, tableOf, xlsxOf, type SheetType } from './sheet.js';

/** Items of every page of a list. `readPage` reads the page that the query string names, in the request's snapshot. */
export async function allItems(request: Request, readPage: () => Promise<unknown>): Promise<object[]> {
  const query = request.query as Record<string, unknown>;
  const items: object[] = [];
  query.first = '500';
  delete query.after;
  for (;;) {
    const page = (await readPage()) as Page<object>;
    items.push(...page.items);
    if (page.next === null) return items;
    query.after = page.next;
  }
}

/** A list as a file for a spreadsheet, named after its operation. */
export async function sendSheet(
  sheet: SheetType,
  items: readonly object[],
  { operation, answer, reply }: OperationMetadata & { reply: Reply },
): Promise<string | Buffer> {
  const table = tableOf(answer.type, items);
  const body = sheet === 'csv' ? csvOf(table) : await xlsxOf(table);
  void reply.headers({
    'content-type': sheetTypes[sheet],
    'content-disposition': `attachment; filename="${operation}.${sheet}"`,
  });
  return body;
}
