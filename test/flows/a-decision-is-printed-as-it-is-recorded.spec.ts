import { useApp, as } from '../app.js';
import { draftedFor, signedFile } from '../awards.js';
import { done, doors, type Row } from '../doors.js';
import { commune } from '../meetings.js';
import { docxText, pdfText, wordsOf } from '../papers.js';

const test = useApp();
const pdf = 'application/pdf';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const joined = (text: string) => wordsOf(text).join('');
const file = (id: string, accept: string, actor = 'clerk') =>
  test
    .http()
    .get(`/v1/communes/${commune}/decisions/${id}/paper`)
    .set({ ...as(test, actor), accept })
    .buffer(true)
    .parse((response, end) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => end(null, Buffer.concat(chunks)));
    });

describe.each(doors)('%s', (_, open) => {
  const door = open(test);
  const printed = async (id: string, actor = 'clerk') => door.ask('decisionPaper', actor, { commune, id });

  it('a draft is printed with its blanks, a signed decision with its number, day and signer', async () => {
    const draft = await draftedFor(test, '2024-01-31');
    const { text } = done(await printed(draft.id));
    const { verificationCode } = done(await door.ask('decision', 'clerk', { commune, id: draft.id }));
    const page = async () => (await test.http().get(`/verify/${verificationCode}`)).text;
    expect(text.split('\n').at(-1)).toBe(`Mã kiểm tra: ${verificationCode}`);
    expect(await page()).toContain('Chưa ký');
    expect(await page()).not.toContain('Khen đột xuất');
    expect(text).toContain('Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/QĐ-UBND');
    expect(text).toContain('Đức Lạng, ngày');
    expect(text).toMatch(/Điều 1\. Tặng Giấy khen.* năm 2023 cho Chi hội \d+/);
    expect(text).toMatch(/Tiền thưởng kèm theo là [\d.]+ đồng \(bằng chữ: \p{Lu}.* đồng\)/u);
    const money = /Tiền thưởng.*/.exec(text)?.[0];
    // A superior knows nothing of drafts.
    expect((await printed(draft.id, 'district')).code).toBe('NOT_FOUND');
    const signed = done(
      await door.ask(
        'signDecision',
        'clerk',
        { commune, id: draft.id },
        {
          version: draft.version,
          input: {
            ...{ file: await signedFile(test), number: 41, numberSuffix: door.name === 'REST' ? 'a' : 'b' },
            ...{ signer: 'Nguyễn Đình Chiểu', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' },
          },
        },
      ),
    );
    expect(await page()).toMatch(new RegExp(`Đã ký.*số ${signed.numberText} ngày 31/01/2024.*${signed.sha256}`, 's'));
    const paper = done(await printed(draft.id));
    // The money of the signature is that of the draft.
    expect(paper.text).toContain(money);
    expect(paper.title).toBe(`Quyết định số ${signed.numberText}`);
    expect(paper.text.split('\n')).toEqual(
      expect.arrayContaining([
        `Số: ${signed.numberText}`,
        'Đức Lạng, ngày 31 tháng 01 năm 2024',
        'KT. CHỦ TỊCH',
        'PHÓ CHỦ TỊCH',
        'Nguyễn Đình Chiểu',
      ]),
    );
    expect(done(await printed(draft.id, 'district'))).toEqual(paper);
    expect((await printed(draft.id, 'accountant')).status).toBe(200);
    expect((await door.ask('decisionPaper', undefined, { commune, id: draft.id })).code).toBe('UNAUTHENTICATED');
  });

  it('a decision that was cancelled is printed no more', async () => {
    const { id, version } = await draftedFor(test, '2024-01-31');
    done(await door.ask('cancelDecision', 'chairperson', { commune, id }, { version, input: { reason: 'Nhầm' } }));
    const { verificationCode } = done(await door.ask('decision', 'clerk', { commune, id }));
    expect((await test.http().get(`/verify/${verificationCode}`)).text).toContain('Dự thảo đã hủy');
    const { code, body } = await printed(id);
    expect([code, body.errors.map((each: Row) => each.code)]).toEqual(['RULE', ['NO_PAPER']]);
  });
});

it('the files say what the text says; twice the same bytes, under their hash', async () => {
  const { id } = await draftedFor(test, '2024-01-31');
  const { body } = await file(id, 'application/json');
  const text = joined(JSON.parse(body.toString()).text);
  for (const [type, end, read] of [
    [pdf, 'pdf', pdfText],
    [docx, 'docx', docxText],
  ] as const) {
    const [one, other] = [await file(id, type), await file(id, type)];
    expect([one.status, one.headers['content-type']]).toEqual([200, type]);
    expect(decodeURIComponent(one.headers['content-disposition'] ?? '')).toContain(`Quyết định Khen đột xuất.${end}`);
    expect(one.body.equals(other.body)).toBe(true);
    expect(one.headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(joined(await read(one.body))).toBe(text);
    const again = await file(id, type).set('if-none-match', one.headers.etag ?? '');
    expect(again.status).toBe(304);
  }
  expect((await file(id, 'text/csv')).status).toBe(406);
});

it('a paper names persons: that is told, is for keys that may read names, and ends with the name', async () => {
  const [[, rest]] = doors;
  const door = rest(test);
  const { id, unit } = await draftedFor(test, '2024-01-31', 'INDIVIDUAL');
  expect(done(await door.ask('decisionPaper', 'clerk', { commune, id })).text).toMatch(/cho Trần Văn \d+, /);
  const told = done(await door.ask('accesses', 'auditor', { commune, unit }));
  expect(told.items.map(({ operation }: Row) => operation)).toContain('decisionPaper');

  const { key } = done(
    await door.ask('issueKey', 'administrator', { commune }, { input: { actor: 'clerk', scopes: ['decisions:read'] } }),
  );
  const headers = { authorization: `Bearer ${key}` };
  expect((await door.ask('decision', undefined, { commune, id }, { headers })).status).toBe(200);
  expect((await door.ask('decisionPaper', undefined, { commune, id }, { headers })).code).toBe('SCOPE_MISSING');

  const { version } = done(await door.ask('unit', 'clerk', { commune, unit }));
  const input = { reason: 'Theo yêu cầu' };
  done(await door.ask('erasePersonal', 'administrator', { commune, unit }, { version, input }));
  expect(done(await door.ask('decisionPaper', 'clerk', { commune, id })).text).toContain('cho (đã xóa), ');
});
