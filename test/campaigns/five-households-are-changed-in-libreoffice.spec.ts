import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useApp } from '../app.js';
import { expectFiveChanges } from '../household-export.js';

/** LibreOffice opens, changes and saves the file (Debian: `apt-get install --no-install-recommends libreoffice-calc`). */
const test = useApp();
const run = promisify(execFile);
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'thidua-sheet-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const convert = (path: string, to: string) =>
  run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', to, '--outdir', folder, path],
  ]);

it('a newcomer exports households, changes five, rehearses, imports, and pulls exactly five changes', () =>
  expectFiveChanges(test, 'khu-dan-cu-3', async (file, names) => {
    const path = (ending: string) => join(folder, `ho.${ending}`);
    await writeFile(path('xlsx'), file);
    await convert(path('xlsx'), 'fods');
    let sheet = await readFile(path('fods'), 'utf8');
    for (const [before, after] of names)
      sheet = sheet.replace(`<text:p>${before}</text:p>`, `<text:p>${after}</text:p>`);
    await rm(path('xlsx'));
    await writeFile(path('fods'), sheet);
    await convert(path('fods'), 'xlsx');
    return readFile(path('xlsx'));
  }));
