import { as, useApp } from '../app.js';
import { awarded, draftedFor, signedFile } from '../awards.js';
import { done, doors, points, type Row } from '../doors.js';
import { commune } from '../meetings.js';
import { docxText, wordsOf } from '../papers.js';
import { upload } from '../uploads.js';
import { file } from '../files.js';
import { left } from '../../src/papers/block.rules.js';
import { docxOf } from '../../src/papers/docx.js';
import { a4 } from '../../src/papers/paper.js';

const test = useApp();
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe.each(doors)('%s', (name, open) => {
  const door = open(test);
  const letter = (id: string, asked: object, actor: string | undefined = 'clerk') =>
    door.ask('correctionPaper', actor, { commune, id, ...asked });

  it('it says what the decision printed and what is right, before the award is corrected', async () => {
    const { id, unit, version } = await draftedFor(test, '2024-01-31', 'INDIVIDUAL');
    const signer = { signer: 'Nguyễn Đình Chiểu', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' };
    const input = { file: await signedFile(test), number: name === 'REST' ? 61 : 62, ...signer };
    done(await door.ask('signDecision', 'clerk', { commune, id }, { version, input }));
    const [award] = done(await door.ask('awards', 'clerk', { commune, decision: id })).items;
    const right = { recipientName: 'Trần Văn Án', citation: 'Cứu người ở suối' };
    const { title, text } = done(await letter(award.id, right));
    expect(title).toBe(`Công văn đính chính Quyết định số ${award.numberText} ngày 31 tháng 01 năm 2024`);
    const lines = text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `V/v đính chính Quyết định số ${award.numberText} ngày 31 tháng 01 năm 2024`,
        expect.stringMatching(/^Kính gửi: Trần Văn Án, /),
        `1. Tên cá nhân được khen thưởng: đã in “${award.recipientName}”; nay đính chính là “Trần Văn Án”.`,
        '2. Thành tích: đã in “Cứu người”; nay đính chính là “Cứu người ở suối”.',
      ]),
    );
    expect(lines.at(-1)).toBe('CHỦ TỊCH');
    const accesses = done(await door.ask('accesses', 'auditor', { commune, unit }));
    expect(accesses.items.map(({ operation }: Row) => operation)).toContain('correctionPaper');
    expect(points(await letter(award.id, {}))).toEqual([' NOTHING_CHANGED']);
    expect(points(await letter(award.id, { recipientName: award.recipientName }))).toEqual([' NOTHING_CHANGED']);
    expect(points(await letter(award.id, { period: '2025' }))).toEqual(['/period AFTER_GRANT']);
    expect((await letter(award.id, right, 'observer')).code).toBe('FORBIDDEN');

    const { version: before } = done(await door.ask('unit', 'clerk', { commune, unit }));
    const reason = { reason: 'Theo yêu cầu' };
    done(await door.ask('erasePersonal', 'administrator', { commune, unit }, { version: before, input: reason }));
    expect(done(await letter(award.id, right)).text).toContain('đã in “(đã xóa)”');
  });
});

it('an award given elsewhere is corrected by who gave it', async () => {
  const [[, rest]] = doors;
  const door = rest(test);
  const told = { unit: 'khu-dan-cu-2', form: 'thon-van-hoa', formName: 'Thôn văn hóa', citation: 'Đạt', reason: 'Sổ' };
  const given = { ...told, grantedOn: '2022-12-20', issuer: 'Chủ tịch Ủy ban nhân dân huyện Đức Thọ' };
  const { id } = done(await door.ask('recordAward', 'clerk', { commune }, { input: given }));
  const asked = { commune, id, citation: 'Đạt chuẩn' };
  expect(points(await door.ask('correctionPaper', 'clerk', asked))).toEqual([' NO_PAPER']);
});

it('its DOCX is made by the template of the commune', async () => {
  const [[, rest]] = doors;
  const door = rest(test);
  const { award } = await awarded(test);
  const texts = [
    'CÔNG VĂN CỦA XÃ {dia_danh_ngay}',
    '{quyet_dinh}',
    '{#danh_sach}{muc}: {da_in} > {sua_thanh}{/danh_sach}',
  ];
  const blocks = texts.map((text) => left({ text }));
  const bytes = docxOf({ title: '', author: '', day: null, sections: [{ page: a4, numbered: true, blocks }] });
  const { id: template } = (await upload(test, 'clerk', [file('dinh-chinh.docx', bytes)])).body;
  const at = { commune, kind: 'CORRECTION' };
  const missing = docxOf({ title: '', author: '', day: null, sections: [{ page: a4, numbered: true, blocks: [] }] });
  const { id: empty } = (await upload(test, 'clerk', [file('trong.docx', missing)])).body;
  expect(points(await door.ask('setPaperTemplate', 'clerk', at, { version: 0, input: { file: empty } }))).toEqual([
    ...['/file FIELD_MISSING', '/file FIELD_MISSING', '/file FIELD_MISSING'],
  ]);
  done(await door.ask('setPaperTemplate', 'clerk', at, { version: 0, input: { file: template } }));
  const answer = await test
    .http()
    .get(`/v1/communes/${commune}/awards/${award.id}/correction/paper`)
    .query({ citation: 'Dẫn đầu' })
    .set({ ...as(test, 'clerk'), accept: docx })
    .buffer(true)
    .parse((response, end) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => end(null, Buffer.concat(chunks)));
    });
  expect(wordsOf(await docxText(answer.body)).join(' ')).toMatch(
    /^CÔNG VĂN CỦA XÃ Đức Lạng, ngày tháng năm 2024 Quyết định số .* Thành tích: .+ > Dẫn đầu$/,
  );
});
