import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import Papa from 'papaparse';
import type { Caller } from './access/caller.js';
import { Asked, inputMembersOf } from './api/asked.js';
import { code, day } from './api/shapes.js';
import { line } from './api/text-shapes.js';
import { CommunesQueries } from './communes/communes.queries.js';
import { registry, RegistryService } from './communes/registry.service.js';
import { Database } from './database/database.js';
import { normalize } from './database/text.js';
import { asOperator, communeOf } from './operator.js';
import { Refusal } from './refusals.js';
import { InputPipe } from './requests/input-pipe.js';

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

/** Headings in Vietnamese, each with the option or argument that it stands for. */
const vietnamese: Readonly<Record<string, keyof CommuneLine>> = {
  mã: 'key',
  tên: 'name',
  loại: 'kind',
  'từ ngày': 'from',
  'mã gso': 'gso',
  'cấp trên': 'superior',
  'giám sát từ': 'supervised-from',
};

/** Cells of a line by their columns, empty ones left out, and what is wrong with the line as CSV. */
interface Row {
  number: number;
  cells: Readonly<Record<string, string>>;
  problems: readonly string[];
}

/**
 * Registers the communes of a file with their supervisions, all or none; gives a line for each. A commune that is there
 * as the file has it is unchanged. Errors: a file that is no CSV in UTF-8; every problem of every line.
 */
export function addCommunes(file: string): Promise<string[]> {
  const rows = rowsOf(readText(file));
  return asOperator((app, caller) =>
    app.get(Database).write(caller, registry, async () => {
      const there = new Set((await app.get(RegistryService).everywhere()).map(({ key }) => key));
      const checks: { row: Row; commune: CommuneLine; problems: string[] }[] = [];
      for (const row of rows) {
        const { commune, problems } = await shaped(row);
        const first = checks.find((other) => other.row.cells.key === commune.key);
        if (first) problems.push(`key is that of line ${first.row.number}, too`);
        if (problems.length === 0) problems.push(...(await disagreements(app, caller, { commune, there })));
        checks.push({ row, commune, problems });
      }
      const refused = checks.flatMap(({ row, commune, problems }) =>
        problems.map((problem) => `line ${row.number}  ${commune.key ?? '-'}: ${problem}.`),
      );
      if (refused.length > 0) throw new Error([...refused, 'Nothing was added.'].join('\n'));
      for (const { commune } of checks) if (!there.has(commune.key)) await add(app, caller, commune);
      return checks.map(({ commune: { key } }) => `${key}  ${there.has(key) ? 'unchanged' : 'added'}`);
    }),
  );
}

/** A row as a commune, with the points against its shape. */
async function shaped({ cells, problems }: Row): Promise<{ commune: CommuneLine; problems: string[] }> {
  const asGiven = cells as unknown as CommuneLine;
  if (problems.length > 0) return { commune: asGiven, problems: [...problems] };
  try {
    const commune = (await new InputPipe().transform(cells, { type: 'body', metatype: CommuneLine })) as CommuneLine;
    if (commune.superior === undefined) return { commune, problems: [] };
    commune['supervised-from'] ??= commune.from;
    const dated = commune['supervised-from'] !== undefined;
    return { commune, problems: dated ? [] : ['supervised-from or from: the superior needs a first day'] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const points = error.points.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail.replace(/\.$/, '')}`);
    return { commune: asGiven, problems: points };
  }
}

/** Differences from the registry: a superior that it does not know, other values of a commune that it knows. */
async function disagreements(
  app: INestApplicationContext,
  caller: Caller,
  { commune, there }: { commune: CommuneLine; there: ReadonlySet<string> },
): Promise<string[]> {
  const queries = app.get(CommunesQueries);
  const { key, superior } = commune;
  if (superior !== undefined && !(await queries.superiorByKey(superior)))
    return [`there is no superior "${superior}": thidua superior add`];
  if (!there.has(key)) return [];
  const reach = caller.in(key);
  const known = await queries.commune(reach);
  const supervisions = (await queries.supervisions(reach)).filter(
    (each) => each.communeKey === key && each.superiorKey === superior,
  );
  const supervision = supervisions.find(({ validFrom }) => validFrom === commune['supervised-from']) ?? supervisions[0];
  const registered: Partial<Record<keyof CommuneLine, string | null>> = {
    key,
    name: known?.name,
    kind: known?.kindText,
    from: known?.validFrom,
    gso: known?.identifiers.find(({ system, validTo }) => system === 'gso' && validTo === null)?.value,
    superior: supervision?.superiorKey,
    'supervised-from': supervision?.validFrom,
  };
  return columns
    .filter((column) => commune[column] !== undefined && commune[column] !== registered[column])
    .map((column) => `is there, with ${column} ${JSON.stringify(registered[column] ?? null)}`);
}

async function add(app: INestApplicationContext, caller: Caller, commune: CommuneLine): Promise<void> {
  const { key, superior, 'supervised-from': validFrom } = commune;
  await app.get(RegistryService).addCommune(caller, communeOf(commune));
  if (superior !== undefined && validFrom !== undefined)
    await app.get(RegistryService).supervise(caller, { superior, supervised: key, validFrom });
}

const columns = inputMembersOf(CommuneLine) as (keyof CommuneLine)[];

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code: named, message } = error as { code?: string; message: string };
    const why = named === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not in UTF-8 (Excel: "CSV UTF-8")' : message;
    throw new Error(`${file} cannot be read: ${why}.`);
  }
}

/** Rows of a CSV with "," or ";" below a heading. Errors: an unknown, repeated or missing column. */
function rowsOf(text: string): Row[] {
  const delimiter = /^[^\r\n]*;/.test(text) ? ';' : ',';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const [heading = [], ...lines] = data;
  const names = heading
    .map((cell) => normalize(cell.trim().toLowerCase()))
    .map((cell) => vietnamese[cell] ?? columns.find((name) => name === cell));
  const wrong = [
    ...heading.filter((_, index) => !names[index] || names.indexOf(names[index]) < index).map((cell) => `"${cell}"`),
    ...['key', 'name'].flatMap((name) => (names.some((each) => each === name) ? [] : [`no "${name}"`])),
  ];
  if (wrong.length > 0) {
    const known = Object.entries(vietnamese).map(([word, name]) => `${name} (${word})`);
    throw new Error(`The heading is wrong: ${wrong.join(', ')}. Columns: ${known.join(', ')}.`);
  }
  let number = 1;
  return lines.flatMap((cells, index) => {
    number += breaksIn(data[index]) + 1;
    const filled = cells.map((cell) => cell.trim());
    if (filled.every((cell) => cell === '')) return [];
    const problems = errors.filter(({ row }) => row === index + 1).map(({ message }) => message);
    if (filled.slice(names.length).some(Boolean)) problems.push(`more cells than the heading; quote a "${delimiter}"`);
    const given = names.flatMap((name, at) => (name && filled[at] ? [[name, filled[at]] as const] : []));
    return [{ number, problems, cells: Object.fromEntries(given) }];
  });
}

/** Line breaks inside the cells of a row. */
const breaksIn = (cells: readonly string[] = []) => cells.join('').match(/\r\n?|\n/g)?.length ?? 0;
