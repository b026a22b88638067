import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Looked } from '../documents/looked.js';
import { typeOf } from '../documents/file-type.js';
import { unpackedSize } from '../documents/zip.js';
import { Refusal } from '../refusals.js';
import type { ReadingRequest, BrokenLetters, ReadFault, SheetFileType } from './reading.js';
import { unpacked, type PackedRow, type Sheet, type SheetRow } from './sheet.rules.js';
import { unreadable, wronglyEncoded } from './sheet-refusals.js';
import { sheetLimits } from './sheet-limits.js';

const types: Readonly<Record<string, SheetFileType>> = {
  '.csv': 'csv',
  '.txt': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/**
 * Sheets of a file that are not hidden, read in a thread of its own. Refusals: FILE_EMPTY; FILE_TYPE_REFUSED and the
 * like for a workbook that is none; SHEET_UNREADABLE for a file that gives no rows, has too many, or unpacks to too
 * much; SHEET_LETTERS for a file whose letters are not what was typed; OVERLOADED while others are read.
 */
export async function readSheets(file: Looked & { name: string }): Promise<readonly Sheet[]> {
  if (file.size === 0) throw new Refusal('FILE_EMPTY');
  const type = types[extname(file.name).toLowerCase()] ?? (await workbookType(file));
  if (reading >= sheetLimits.atOnce) throw new Refusal('OVERLOADED');
  reading += 1;
  try {
    return await inThread({ bytes: await file.read(0, file.size), type, most: sheetLimits });
  } finally {
    reading -= 1;
  }
}

/** Files that are being read. */
let reading = 0;

async function workbookType(file: Looked): Promise<'xlsx'> {
  const type = await typeOf(file);
  if (!type.endsWith('.spreadsheetml.sheet')) throw unreadable('NO_TABLE');
  if ((await unpackedSize(file)) > sheetLimits.unpacked) throw unreadable('TOO_LARGE');
  return 'xlsx';
}

type Message =
  | { sheet: string | null }
  | { rows: readonly PackedRow[] }
  | { done: true }
  | { fault: ReadFault }
  | { letters: BrokenLetters };

/** The sheets as the thread reads them. It ends with the answer, or when its time or memory is used up. */
function inThread(asked: ReadingRequest): Promise<readonly Sheet[]> {
  const { memory: maxOldGenerationSizeMb, time } = sheetLimits;
  const worker = new Worker(new URL('./reading-thread.js', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb },
  });
  return new Promise<readonly Sheet[]>((resolve, reject) => {
    const sheets: { name: string | null; rows: SheetRow[] }[] = [];
    const timer = setTimeout(() => reject(unreadable('TOO_LARGE')), time);
    worker.on('message', (message: Message) => {
      if ('sheet' in message) sheets.push({ name: message.sheet, rows: [] });
      else if ('rows' in message) sheets.at(-1)?.rows.push(...message.rows.map(unpacked));
      else if ('letters' in message) reject(wronglyEncoded(message.letters.encoding, message.letters));
      else if ('fault' in message) reject(unreadable(message.fault.code, message.fault.at));
      else resolve(sheets);
    });
    worker.on('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unreadable('TOO_LARGE') : error),
    );
    worker.on('exit', () => (clearTimeout(timer), reject(unreadable('UNREADABLE'))));
  }).finally(() => void worker.terminate());
}
