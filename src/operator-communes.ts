import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Caller, Reach } from './access/caller.js';
import { Asked } from './api/asked.js';
import { explain } from './api/problem.js';
import { code, day } from './api/shapes.js';
import { line } from './api/text-shapes.js';
import { CommunesQueries } from './communes/communes.queries.js';
import { registry, RegistryService } from './communes/registry.service.js';
import { Database } from './database/database.js';
import { readRows } from './imports/read-rows.js';
import { asOperator, communeOf } from './operator.js';
import { Refusal } from './refusals.js';
import type { SheetColumn } from './sheets/column.js';
import { readSheets } from './sheets/reader.js';
import type { Sheet, SheetRow } from './sheets/sheet.rules.js';
import { cellAt, tableOf, type Table } from './sheets/table.rules.js';

/** A line of a file of communes. The supervision begins on `supervised-from`, else on `from`. */
class CommuneLine {
  @Asked(code, 'Key.') key: string;
  @Asked(line(200), 'Name.') name: string;
  @Asked(line(100), 'Designation; of a new commune "xã".', { optional: true }) kind?: string;
  @Asked(day, 'First day of the commune.', { optional: true }) from?: string;
  @Asked(line(35), 'Code of the statistics office.', { optional: true }) gso?: string;
  @Asked(code, 'Key of the superior.', { optional: true }) superior?: string;
  @Asked(day, 'First day of the supervision.', { optional: true }) 'supervised-from'?: string;
}

type Column = keyof CommuneLine;

const columns: readonly SheetColumn<Column>[] = [
  { member: 'key', headings: ['mã'], required: true },
  { member: 'name', headings: ['tên'], required: true },
  { member: 'kind', headings: ['loại'] },
  { member: 'from', headings: ['từ ngày'], reading: 'DAY' },
  { member: 'gso', headings: ['mã gso'] },
  { member: 'superior', headings: ['cấp trên'] },
  { member: 'supervised-from', headings: ['giám sát từ'], reading: 'DAY' },
];

/**
 * Registers the communes of a file with their supervisions, all or none; gives a line for each. A commune that is there
 * as the file has it is unchanged. Errors: a file without one such table; every problem of every row.
 */
export async function addCommunes(file: string): Promise<string[]> {
  const table = await tableIn(file);
  const rows = await readRows(table, CommuneLine);
  return asOperator((app, caller) =>
    app.get(Database).write(caller, registry, async () => {
      const there = new Set((await app.get(RegistryService).everywhere()).map(({ key }) => key));
      const communes = new Map<string, CommuneLine>();
      const problems = table.skipped.map((number) => `row ${number}: It is no commune: say its key and name.`);
      for (const { source, row } of rows) {
        const tell = (problem: string) => problems.push(`row ${source.number}  ${keyIn(table, source)}: ${problem}`);
        if (source.cells.length > table.headings.length) {
          tell('More cells than the heading: quote a cell that has the sign between cells.');
          continue;
        }
        if (row instanceof Refusal) {
          for (const { pointer, detail } of row.points) tell(`${pointer.slice(1)}: ${detail}`);
          continue;
        }
        if (communes.has(row.key)) tell('The key stands in an earlier row, too.');
        communes.set(row.key, row);
        (await differences(app, there.has(row.key) ? caller.reachIn(row.key) : undefined, row)).forEach(tell);
      }
      if (problems.length > 0) throw new Error([...problems, 'Nothing was added.'].join('\n'));
      for (const commune of communes.values()) if (!there.has(commune.key)) await add(app, caller, commune);
      return [...communes.keys()].map((key) => `${key}  ${there.has(key) ? 'unchanged' : 'added'}`);
    }),
  );
}

/** First day of the supervision. */
const supervisedFrom = (commune: CommuneLine) =>
  commune.superior === undefined ? undefined : (commune['supervised-from'] ?? commune.from);

/** Sentences for what the registry lacks, or has otherwise of a commune that is there. */
async function differences(
  app: INestApplicationContext,
  reach: Reach | undefined,
  commune: CommuneLine,
): Promise<string[]> {
  const queries = app.get(CommunesQueries);
  const { superior } = commune;
  const first = supervisedFrom(commune);
  if (superior !== undefined && !(await queries.superiorByKey(superior)))
    return [`There is no superior "${superior}": thidua superior add.`];
  if (superior !== undefined && first === undefined)
    return ['supervised-from: It is missing, and from, too: the supervision needs a first day.'];
  if (!reach) return [];
  const known = await queries.commune(reach);
  const supervisions = (await queries.supervisions(reach)).filter(
    ({ communeKey, superiorKey }) => communeKey === commune.key && superiorKey === superior,
  );
  const supervision = supervisions.find(({ validFrom }) => validFrom === first) ?? supervisions[0];
  const registered = {
    name: known?.name,
    kind: known?.kindText,
    from: known?.validFrom,
    gso: known?.identifiers.find(({ system, validTo }) => system === 'gso' && validTo === null)?.value,
    superior: supervision?.superiorKey,
    'supervised-from': supervision?.validFrom,
  };
  const asked: CommuneLine = { ...commune, 'supervised-from': first };
  return (Object.keys(registered) as (keyof typeof registered)[])
    .filter((column) => asked[column] !== undefined && asked[column] !== registered[column])
    .map((column) => `It is there, with ${column} ${JSON.stringify(registered[column] ?? null)}.`);
}

async function add(app: INestApplicationContext, caller: Caller, commune: CommuneLine): Promise<void> {
  const { key, superior } = commune;
  const validFrom = supervisedFrom(commune);
  await app.get(RegistryService).addCommune(caller, communeOf(commune));
  if (superior !== undefined && validFrom !== undefined)
    await app.get(RegistryService).supervise(caller, { superior, supervised: key, validFrom });
}

/** The table of a file. Errors: a file that cannot be read, without one such table, or with an unknown column. */
async function tableIn(file: string): Promise<Table<Column>> {
  const [sheet, other] = (await sheetsIn(file)).filter(({ rows }) => rows.length > 0);
  if (other) throw new Error(`${file} has several sheets: keep the one of the communes.`);
  const table = sheet && tableOf(sheet, columns);
  if (table && table.ignored.length === 0) return table;
  const wrong = table ? table.ignored.map((heading) => `"${heading}"`) : ['no "key" or no "name"'];
  const known = columns.map(({ member, headings: [word] }) => `${member} (${word})`);
  throw new Error(`The heading is wrong: ${wrong.join(', ')}. Columns: ${known.join(', ')}.`);
}

async function sheetsIn(file: string): Promise<readonly Sheet[]> {
  try {
    const bytes = await readFile(file);
    const read = (from: number, length: number) => Promise.resolve(bytes.subarray(from, from + length));
    return await readSheets({ name: file, size: bytes.length, read });
  } catch (error) {
    const why = error instanceof Refusal ? explain(error, 'en', '').detail : (error as Error).message;
    throw new Error(`${file}: ${why}`);
  }
}

/** Key of a commune as its row has it. */
const keyIn = ({ columns: found }: Table<Column>, row: SheetRow): string =>
  cellAt(row, found.find(({ column }) => column.member === 'key')?.at ?? 0).text.trim() || '-';
