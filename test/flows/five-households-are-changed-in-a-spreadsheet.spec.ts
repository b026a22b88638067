import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { useApp } from '../app.js';
import { expectFiveChanges } from '../household-export.js';

const test = useApp();

it('a newcomer exports households, changes five, rehearses, imports, and pulls exactly five changes', () =>
  expectFiveChanges(test, 'khu-dan-cu-3', async (file, names) => {
    const { sheets } = await readXlsx(file);
    const edited = sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => names.get(String(cell)) ?? cell)),
    }));
    return Buffer.from(await writeXlsx({ sheets: edited }));
  }));
