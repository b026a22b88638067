import { as, useApp, type TestApp } from '../app.js';
import { done, doors, type Asked } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const languages = ['vi', 'en'] as const;

describe.each(doors)('%s', (name, open) => {
  /** The refusal of an operation, in both languages. */
  const refused = (operation: string, actor: string, { headers, ...asked }: Asked = {}, at: object = { commune }) =>
    Promise.all(
      languages.map(async (language) => {
        const given = { ...asked, headers: { ...headers, 'accept-language': language } };
        const { code, body } = await open(apps[name]!).ask(operation, actor, at as Record<string, unknown>, given);
        return `${code} ${body.detail}`;
      }),
    );

  it('whoever may not is told who may', async () => {
    expect(await refused('openRound', 'clerk', { input: { name: 'x', period: '2023', forms: ['ldtt'] } })).toEqual([
      'FORBIDDEN Phân công của bạn không cho phép việc này; việc này dành cho quản trị viên.',
      'FORBIDDEN Your appointments do not allow this; it is for the administrator.',
    ]);
    const at = { commune, plan: '2023' };
    const reason = 'x';
    const earlier = { 'legal-date': '2023-12-15' };
    expect(
      await refused(
        'retireIndicator',
        'hamlet-1',
        { headers: earlier, version: 1, input: { reason } },
        { ...at, code: 'x' },
      ),
    ).toEqual([
      'BACKDATE_FORBIDDEN Phân công của bạn không cho phép ghi lùi ngày việc này; được ghi lùi ngày: công chức văn phòng.',
      'BACKDATE_FORBIDDEN Your appointments do not allow an earlier legal date; for this act it is for the clerk.',
    ]);
    expect(await refused('closePlan', 'chairperson', { headers: earlier, version: 1, input: { reason } }, at)).toEqual([
      'BACKDATE_FORBIDDEN Phân công của bạn không cho phép ghi lùi ngày việc này; được ghi lùi ngày: không vai trò nào.',
      'BACKDATE_FORBIDDEN Your appointments do not allow an earlier legal date; for this act it is for nobody.',
    ]);
  });

  it('whose appointment begins later is told the day', async () => {
    const ask = open(apps[name]!).ask;
    const input = { actor: 'moi-den', name: 'Người mới đến', role: 'AUDITOR', validFrom: '2024-02-15' };
    done(await ask('appoint', 'administrator', { commune }, { input }));
    const { key } = done(await ask('issueKey', 'administrator', { commune }, { input: { actor: 'moi-den' } }));
    (apps[name]!.keys as Record<string, string>)['moi-den'] = key;
    expect(await refused('me', 'moi-den', {}, {})).toEqual([
      'FORBIDDEN Phân công của bạn không cho phép việc này; việc này dành cho mọi người có phân công; ' +
        'phân công người kiểm tra của bạn bắt đầu từ ngày 15/02/2024.',
      'FORBIDDEN Your appointments do not allow this; it is for everybody with an appointment; ' +
        'your appointment as auditor begins on 2024-02-15.',
    ]);
    expect((await refused('units', 'moi-den'))[0]).toMatch(/^FORBIDDEN .* bắt đầu từ ngày 15\/02\/2024\.$/);
    expect((await refused('units', 'moi-den', {}, { commune: 'xa-mau' }))[0]).toMatch(/^NOT_FOUND/);
  });
});

it.each([
  [
    { type: 'BC', issuer: 'A', title: 'B' },
    '/year',
    'Còn thiếu. Phải là số nguyên.',
    'It is missing. It is a whole number.',
  ],
  [
    { type: 'BC', year: '2024', issuer: 'A', title: 'B' },
    '/year',
    'Phải là số nguyên; đã gửi "2024".',
    'It is a whole number; "2024" was sent.',
  ],
  [
    { type: 'BC', year: 2024, issuer: 'A', title: null },
    '/title',
    'Phải là chuỗi ký tự; đã gửi null.',
    'It is a text; null was sent.',
  ],
  [
    { type: 'BC', year: 2024, issuer: 'A', title: 'B', colour: 1 },
    '/colour',
    'Không nhận mục "colour"; hãy bỏ mục này.',
    'There is no "colour" here: leave it out.',
  ],
  [
    { type: 'BC', year: 2024, issuer: 'A', title: 'B', issuedOn: 1 },
    '/issuedOn',
    'Phải có dạng như 2024-01-31, hoặc 2024-01, 2024 khi không rõ ngày; đã gửi 1.',
    'It reads like 2024-01-31, 2024-01 or 2024; 1 was sent.',
  ],
  [
    { type: 'BC', year: 2024, issuer: 'A', title: 'B', bases: 7 },
    '/bases',
    'Phải là danh sách; đã gửi 7.',
    'It is a list; 7 was sent.',
  ],
])('a body %j is refused at %s', async (input, pointer, ...sentences) => {
  for (const [index, language] of languages.entries()) {
    const { body } = await apps
      .REST!.http()
      .post(`/v1/communes/${commune}/documents`)
      .set({ ...as(apps.REST!, 'clerk'), 'accept-language': language })
      .send(input);
    expect([
      body.code,
      ...body.errors.map((each: { pointer: string; detail: string }) => [each.pointer, each.detail]),
    ]).toEqual(['INVALID', [pointer, sentences[index]]]);
  }
});
