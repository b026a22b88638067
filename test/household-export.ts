import { expect } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { households } from '../src/sample/households.data.js';
import { as, type TestApp } from './app.js';
import { importFile } from './imports.js';

const commune = '/v1/communes/duc-lang';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The households of an area as their clerk exports them. */
export async function exportHouseholds(test: TestApp, area: string): Promise<Buffer> {
  const { status, body } = await test
    .http()
    .get(`${commune}/units`)
    .query({ parent: area, kind: 'HOUSEHOLD' })
    .set({ ...as(test, 'clerk'), accept: xlsx, 'accept-language': 'vi' })
    .buffer()
    .parse((response, give) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => give(null, Buffer.concat(parts)));
    });
  expect(status).toBe(200);
  return body as Buffer;
}

/** What an import of such a file says: [created, updated, unchanged, rejected]. */
export async function importHouseholds(test: TestApp, content: Buffer, query = ''): Promise<number[]> {
  const { status, body } = await importFile(test, 'clerk', 'units', { content, name: 'ho.xlsx', query });
  expect([status, body.rows?.filter(({ outcome }: { outcome: string }) => outcome === 'REJECTED')]).toEqual([200, []]);
  return [body.created, body.updated, body.unchanged, body.rejected];
}

/** What the clerk pulls behind a cursor: [kind, name, code] of each change; and the next cursor. */
export async function pulledBehind(test: TestApp, from?: string): Promise<{ changes: string[][]; cursor: string }> {
  const changes: string[][] = [];
  let cursor = from;
  for (;;) {
    const { body } = await test.http().get(`${commune}/changes`).query({ first: 500, cursor }).set(as(test, 'clerk'));
    cursor = body.cursor as string;
    for (const { kind, data, personal } of body.items)
      changes.push([kind, personal?.['/data/name']?.value, data?.code]);
    if (!body.more) return { changes, cursor };
  }
}

const cellsOf = async (file: Buffer) => (await readXlsx(file)).sheets.map(({ rows }) => rows);

/**
 * A newcomer's trial: exports the households of an area, changes five in a spreadsheet, rehearses the import, and sees
 * exactly five changes in the pull; what is exported then changes nothing when it is imported.
 */
export async function expectFiveChanges(
  test: TestApp,
  area: string,
  edit: (file: Buffer, names: ReadonlyMap<string, string>) => Promise<Buffer>,
): Promise<void> {
  const all = households.filter(({ parent }) => parent === area);
  const names = new Map([3, 7, 11, 20, 40].map((each) => [all[each]?.name ?? '', `Nguyễn Thị Giả Định ${each}`]));
  const { cursor } = await pulledBehind(test);
  const exported = await exportHouseholds(test, area);
  const edited = await edit(exported, names);
  const rest = all.length - names.size;
  expect(await importHouseholds(test, edited, '?validate=only')).toEqual([0, names.size, rest, 0]);
  expect((await pulledBehind(test, cursor)).changes).toEqual([]);
  expect(await importHouseholds(test, edited)).toEqual([0, names.size, rest, 0]);
  const { changes } = await pulledBehind(test, cursor);
  expect(changes.map(([kind, name]) => [kind, name]).sort()).toEqual(
    [...names.values()].map((name) => ['unit.amended', name]).sort(),
  );
  const again = await exportHouseholds(test, area);
  expect(await importHouseholds(test, again)).toEqual([0, 0, all.length, 0]);
  expect(await cellsOf(await exportHouseholds(test, area))).toEqual(await cellsOf(again));
}
