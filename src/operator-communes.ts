import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import Papa from 'papaparse';
import type { Caller, Reach } from './access/caller.js';
import { Asked, inputMembersOf } from './api/asked.js';
import { code, day } from './api/shapes.js';
import { line } from './api/text-shapes.js';
import { CommunesQueries } from './communes/communes.queries.js';
import { registry, RegistryService } from './communes/registry.service.js';
import { Database } from './database/database.js';
import { normalize } from './database/text.js';
import { dateCell } from './sheets/date-cell.rules.js';
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

/** Cells of a line by their columns, empty ones left out; or why the line is none of a CSV. */
interface Row {
  number: number;
  cells: Readonly<Partial<Record<keyof CommuneLine, string>>>;
  broken: string | undefined;
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
      const communes = new Map<string, CommuneLine>();
      const problems: string[] = [];
      for (const { number, cells, broken } of rows) {
        const tell = (problem: string) => problems.push(`line ${number}  ${cells.key ?? '-'}: ${problem}`);
        if (broken !== undefined) {
          tell(broken);
          continue;
        }
        try {
          const commune = (await pipe.transform(cells, { type: 'body', metatype: CommuneLine })) as CommuneLine;
          if (communes.has(commune.key)) tell('The key stands in an earlier line, too.');
          communes.set(commune.key, commune);
          (await differences(app, there.has(commune.key) ? caller.in(commune.key) : undefined, commune)).forEach(tell);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          for (const { pointer, detail } of error.points) tell(`${pointer.slice(1)}: ${detail}`);
        }
      }
      if (problems.length > 0) throw new Error([...problems, 'Nothing was added.'].join('\n'));
      for (const commune of communes.values()) if (!there.has(commune.key)) await add(app, caller, commune);
      return [...communes.keys()].map((key) => `${key}  ${there.has(key) ? 'unchanged' : 'added'}`);
    }),
  );
}

const pipe = new InputPipe();

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
    const longer = filled.slice(names.length).some(Boolean);
    const broken = longer
      ? `More cells than the heading: quote a cell with "${delimiter}".`
      : errors.find(({ row }) => row === index + 1)?.message;
    const given = names.flatMap((name, at) => (name && filled[at] ? [[name, cellOf(name, filled[at])] as const] : []));
    return [{ number, broken, cells: Object.fromEntries(given) }];
  });
}

/** Value of a cell: a day as a spreadsheet writes it, `01/07/2025`, is one. */
function cellOf(name: keyof CommuneLine, cell: string): string {
  const { value, precision } = dateCell(cell);
  return name.endsWith('from') && precision === 'DAY' && value !== null ? value : cell;
}

/** Line breaks inside the cells of a row. */
const breaksIn = (cells: readonly string[] = []) => cells.join('').match(/\r\n?|\n/g)?.length ?? 0;
