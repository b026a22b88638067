import { as, useApp } from '../app.js';
import { awarded, draftedFor } from '../awards.js';
import { done, doors, points, type Row } from '../doors.js';
import { file } from '../files.js';
import { commune } from '../meetings.js';
import { left } from '../../src/papers/block.rules.js';
import { docxOf } from '../../src/papers/docx.js';
import { a4 } from '../../src/papers/paper.js';
import { docxText } from '../papers.js';
import { upload } from '../uploads.js';

const test = useApp();
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const uploaded = async (...lines: string[]): Promise<string> => {
  const blocks = lines.map((text) => left({ text }));
  const bytes = docxOf({ title: '', author: '', day: null, sections: [{ page: a4, numbered: true, blocks }] });
  return (await upload(test, 'clerk', [file('mau.docx', bytes)])).body.id;
};
const fields = ['so_ky_hieu', 'dia_danh_ngay', 'trich_yeu', 'noi_dung', 'nguoi_ky', 'ma_kiem_tra'].map((n) => `{${n}}`);
const list = '{#danh_sach}{tt}. {ten}: {tien_thuong} đồng{/danh_sach}';
const printed = async (path: string) => {
  const answer = await test
    .http()
    .get(`/v1/communes/${commune}/${path}`)
    .set({ ...as(test, 'clerk'), accept: docx })
    .buffer(true)
    .parse((response, end) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => end(null, Buffer.concat(chunks)));
    });
  return docxText(answer.body);
};

describe.each(doors)('%s', (_, open) => {
  const door = open(test);
  const version = async (kind: string): Promise<number> =>
    done(await door.ask('paperTemplates', 'clerk', { commune })).items.find((each: Row) => each.kind === kind)
      ?.version ?? 0;
  const set = async (kind: string, input: object, actor = 'clerk') =>
    door.ask('setPaperTemplate', actor, { commune, kind }, { version: await version(kind), input });

  it('a template with a field unknown or missing is refused by its name', async () => {
    expect(points(await set('DECISION', { file: await uploaded(...fields, '{ho_ten}') }))).toEqual([
      ...['/file FIELD_UNKNOWN', '/file FIELD_MISSING'],
    ]);
    const missing = await set('DECISION', { file: await uploaded(...fields.slice(1), list) });
    expect(missing.body.errors[0].detail).toContain('{so_ky_hieu}');
    const nobodys = '019a0000-0000-7000-8000-000000000000';
    expect(points(await set('DECISION', { file: nobodys }))).toEqual(['/file UNKNOWN']);
    expect(points(await set('DECISION', { width: 300, height: 210 }))).toEqual(['/width OF_CERTIFICATES']);
    expect(points(await set('CERTIFICATE', { width: 300 }))).toEqual(['/height HALF_A_SIZE']);
    expect((await set('CERTIFICATE', {}, 'chairperson')).code).toBe('FORBIDDEN');
  });

  it('a decision as DOCX is the template with its fields filled in, until the template is taken back', async () => {
    const { id } = await draftedFor(test, '2024-01-31');
    const own = await printed(`decisions/${id}/paper`);
    const mark = `MẪU CỦA XÃ ${door.name}`;
    const template = await uploaded(mark, ...fields, list);
    const before = await version('DECISION');
    expect(done(await set('DECISION', { file: template }))).toMatchObject({ version: before + 1, fileId: template });
    const text = await printed(`decisions/${id}/paper`);
    expect(text).toMatch(new RegExp(`^${mark}`));
    expect(text).toMatch(/Điều 1\. Tặng Giấy khen.*1\. Chi hội \d+: [\d.]+ đồng/s);
    const { items } = await door.changes('auditor', commune).then(done);
    expect(items.filter(({ kind }: Row) => kind === 'template.set').at(-1).data.fileId).toBe(template);
    const stale = { version: before, input: { file: null } };
    expect((await door.ask('setPaperTemplate', 'clerk', { commune, kind: 'DECISION' }, stale)).code).toBe('STALE');
    done(await set('DECISION', { file: null }));
    expect(await printed(`decisions/${id}/paper`)).toBe(own);
  });
});

it('a certificate for a bought form is text alone, of the size that the commune has set', async () => {
  const [[, rest]] = doors;
  const door = rest(test);
  const { award } = await awarded(test);
  const input = { width: 360, height: 270, rightBy: 4, downBy: -2 };
  done(await door.ask('setPaperTemplate', 'clerk', { commune, kind: 'CERTIFICATE' }, { version: 0, input }));
  const { text } = done(await door.ask('certificate', 'clerk', { commune, id: award.id, print: 'OVERPRINT' }));
  expect(text).toContain(`${award.recipientName}\n`);
  expect(text).toContain(`Mã kiểm tra: ${award.verificationCode}`);
  expect(text).not.toMatch(/CỘNG HÒA|GIẤY KHEN/);
  const pdf = await test
    .http()
    .get(`/v1/communes/${commune}/awards/${award.id}/certificate?print=OVERPRINT`)
    .set({ ...as(test, 'clerk'), accept: 'application/pdf' })
    .buffer(true)
    .parse((response, end) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => end(null, Buffer.concat(chunks)));
    });
  // 360 by 270 millimetres in points.
  expect(pdf.body.toString('latin1')).toMatch(/\/MediaBox \[0 0 1020\.47\d* 765\.35\d*\]/);
});
