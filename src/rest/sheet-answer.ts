import { sheetTypes, type SheetType } from '../api/answer.js';
import { pageSize } from '../api/lists.js';
import type { OperationMetadata } from '../api/operation.js';
import type { Reply, Request } from '../api/request.js';
import type { Page } from '../database/page.js';
import { columnsOf } from './sheet-columns.js';
import { csvOf, xlsxOf } from './sheet.js';

/** Items of every page of a list. `readPage` reads the page that the query string names, in the request's snapshot. */
export async function allItems(request: Request, readPage: () => Promise<unknown>): Promise<object[]> {
  const query = request.query as Record<string, unknown>;
  const items: object[] = [];
  delete query.after;
  for (;;) {
    const page = (await readPage()) as Page<object>;
    items.push(...page.items);
    if (page.next === null) return items;
    Object.assign(query, { first: String(pageSize.most), after: page.next });
  }
}

/** A list as a file for a spreadsheet, named after its operation. */
export async function sendSheet(
  sheet: SheetType,
  items: readonly object[],
  { operation, answer, reply }: OperationMetadata & { reply: Reply },
): Promise<string | Buffer> {
  const columns = columnsOf(answer);
  const table = [
    columns.map(({ path }) => path.join('.')),
    ...items.map((item) => columns.map(({ textOf }) => textOf(item))),
  ];
  const body = sheet === 'csv' ? csvOf(table) : await xlsxOf(table);
  void reply.headers({
    'content-type': sheet === 'csv' ? `${sheetTypes.csv}; charset=utf-8` : sheetTypes.xlsx,
    'content-disposition': `attachment; filename="${operation}.${sheet}"`,
  });
  return body;
}
