import { parentPort, workerData } from 'node:worker_threads';
import { brokenLetters, readFile, rowsSent, type ReadingRequest } from './reading.js';
import { packed } from './sheet.rules.js';

/** The thread that reads a file: a large one would hold up every other request. */
const { bytes, type, most } = workerData as ReadingRequest;
try {
  const sheets = await readFile(bytes, { type, most });
  const letters = brokenLetters(sheets);
  if (letters) parentPort?.postMessage({ letters });
  for (const { name, rows } of letters ? [] : sheets) {
    parentPort?.postMessage({ sheet: name });
    for (let start = 0; start < rows.length; start += rowsSent)
      parentPort?.postMessage({ rows: rows.slice(start, start + rowsSent).map(packed) });
  }
  parentPort?.postMessage({ done: true });
} catch (error) {
  parentPort?.postMessage({ fault: (error as { fault?: unknown }).fault ?? { code: 'UNREADABLE' } });
}
