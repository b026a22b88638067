import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { Clock } from '../../src/access/clock.js';
import { RegistryService } from '../../src/communes/registry.service.js';
import { Database } from '../../src/database/database.js';
import { withServices } from '../../src/installation.js';
import { sampleDay } from '../../src/sample/sample.js';
import { as, useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const plan = { commune, plan: '2023' };

const get = (path: string, headers: Record<string, string> = {}) => test.http().get(path).set(headers);
const board = async (query = '', headers: Record<string, string> = {}): Promise<string> => {
  const { status, text } = await get(`/communes/${commune}${query}`, headers);
  expect(status).toBe(200);
  return text;
};
const asOwner = (work: (registry: RegistryService) => Promise<unknown>) =>
  withServices(test.database.ownerUrl, new Clock(sampleDay), (app) => work(app.get(RegistryService)));
/** Text of a piece of the page, as a person reads it. */
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim();
/** All items of a list, page after page. */
async function list(operation: string, asked: object, actor?: string): Promise<Row[]> {
  const items: Row[] = [];
  for (let after: string | undefined; ;) {
    const page = done(await rest(test).ask(operation, actor, { ...asked, first: 500, after }));
    items.push(...page.items);
    if (!page.next) return items;
    after = page.next;
  }
}

/** Rows of the tables of indicators, by name: text of each cell, and the length of the bar. */
function rows(
  html: string,
): Map<string, { figure: string; target: string; state: string; bar?: number; line: string }> {
  const tables = [...html.matchAll(/<table class="indicators">(.*?)<\/table>/gs)].map(([, each]) => each ?? '');
  const found = tables
    .flatMap((each) => [...each.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/gs)].map(([, row]) => row ?? ''))
    .map((row) => {
      const [name = '', figure = '', target = '', gauge = '', line = '', state = ''] = row.split(/(?=<t[dh][ >])/);
      const bar = /class="fill"[^>]* width="([\d.]+)"/.exec(gauge)?.[1];
      return [
        read(name),
        { figure: read(figure), target: read(target), state: read(state), bar: bar && Number(bar), line },
      ] as const;
    });
  return new Map(found) as ReturnType<typeof rows>;
}

const words: Readonly<Record<string, string>> = {
  EXCEEDED: 'Vượt mức',
  MET: 'Đạt',
  MISSED: 'Chưa đạt',
  NEEDS_CLARIFICATION: 'Cần làm rõ',
  NO_TARGET: 'Chưa có mức giao',
  NO_FIGURE: 'Chưa có số liệu',
  NOT_JUDGED: 'Không đánh giá',
  IN_PROGRESS: 'Đang thực hiện',
  NOT_DUE: 'Chưa đến kỳ',
};

/** Holds every row of a board against what `progress` answers. */
async function expectAsProgressSays(html: string, view: object): Promise<void> {
  const shown = rows(html);
  const indicators = await list('indicators', plan);
  const progress = await list('progress', { ...plan, ...view });
  expect([shown.size, indicators.length]).toEqual([40, 40]);
  for (const { code, name } of indicators) {
    const { state, percent } = progress.find(({ indicatorCode }) => indicatorCode === code) as Row;
    const { state: word, bar } = shown.get(name)!;
    const length = percent === null ? undefined : Math.round((Math.min(Number(percent), 125) / 125) * 10_000) / 100;
    expect([name, word, bar]).toEqual([name, words[state], length]);
  }
}

it('the sentence, with the number of each state', async () => {
  const text = read(await board());
  const [{ sentence }] = (await list('progress', plan)).filter((row) => row.sentence) as [Row];
  expect(text).toContain('20 /27 chỉ tiêu hoàn thành và hoàn thành vượt mức');
  expect(text).toContain('11 Vượt mức 9 Đạt 4 Chưa đạt 2 Cần làm rõ 1 Chưa có mức giao');
  expect(sentence).toMatch(/^Hoàn thành và hoàn thành vượt mức 20\/27 chỉ tiêu, trong đó 11 chỉ tiêu vượt; 4 chỉ tiêu/);
  expect(text).toContain(sentence);
  expect(text).toContain('Về xây dựng NTM 2/3 Kinh tế 12/16 Văn hóa xã hội; quốc phòng - an ninh 6/8');
});

it('each indicator: figure, target, bar and state', async () => {
  const html = await board();
  await expectAsProgressSays(html, {});
  const shown = rows(html);
  expect(shown.get('Diện tích cây lúa')).toMatchObject({ figure: '172', target: '171,9 ha', bar: 80.05 });
  expect(shown.get('Tổng đàn trâu, bò')).toMatchObject({ figure: '1.776', target: '1.763 con' });
  expect(shown.get('Tỷ lệ hộ dùng nước sạch')).toMatchObject({ figure: '75,36', target: '75% hộ' });
  expect(shown.get('Tổng thu ngân sách trên địa bàn')).toMatchObject({ figure: '1.108,485', target: '805 triệu đồng' });
  expect(shown.get('Khu dân cư đạt khu dân cư kiểu mẫu')).toMatchObject({ figure: '6/6', target: '6/6 khu dân cư' });
  expect(shown.get('Tỷ lệ hộ nghèo cuối năm')).toMatchObject({ figure: '1,25', state: 'Cần làm rõ', bar: undefined });
});

it('a plan in which nothing counts says so', async () => {
  const text = read((await get('/communes/xa-mau')).text);
  expect(text).toContain('Chưa có chỉ tiêu nào được tính.');
  expect(text).not.toContain('0 /0');
});

it('the year of an indicator as a line, and in words for whoever sees no line', async () => {
  const { line } = rows(await board()).get('Lao động được đào tạo nghề')!;
  expect(/<polyline points="([^"]*)"/.exec(line)?.[1]?.split(' ')).toHaveLength(4);
  expect(/aria-label="([^"]*)"/.exec(line)?.[1]).toMatch(
    /^quý I năm 2023: \d+; 6 tháng đầu năm 2023: \d+; 9 tháng đầu năm 2023: \d+; năm 2023: 23$/,
  );
});

it('how many units have reported, by number alone', async () => {
  const [{ units, unitsComplete, missing }] = (await list('completeness', plan)) as [Row];
  const text = read(await board());
  expect(text).toContain(`${unitsComplete}/${units} đơn vị đã báo cáo đủ Số liệu: ${missing} chưa có.`);
  const owing = (await list('completeness', plan, 'district')).filter((each) => each.unitCode && each.missing > 0);
  expect(owing.length).toBeGreaterThan(0);
  for (const { unitCode } of owing) expect(text).not.toContain(unitCode);
});

it('the awards of the year by form, each leading to the page that verifies it', async () => {
  const html = await board();
  const register = await list('awards', { commune, year: 2023, revoked: false });
  const shown = [...html.matchAll(/<a href="\.\.\/verify\/([^"]*)">([^<]*)<\/a>/g)].map(
    ([, address = '', name = '']) => [read(name), decodeURIComponent(address)] as const,
  );
  // Of a form with hundreds the page names fifty.
  const known = new Map(register.map((each) => [each.verificationCode, each]));
  expect(shown.filter(([name, code]) => known.get(code)?.recipientName !== name)).toEqual([]);
  const perForm = (codes: readonly string[]) =>
    codes.reduce<Record<string, number>>((counts, code) => {
      const { formCode } = known.get(code)!;
      return { ...counts, [formCode]: (counts[formCode] ?? 0) + 1 };
    }, {});
  const named = Object.entries(perForm([...known.keys()])).map(([form, count]) => [form, Math.min(count, 50)]);
  expect(perForm(shown.map(([, code]) => code))).toEqual(Object.fromEntries(named));
  expect(Math.max(...Object.values(perForm([...known.keys()])))).toBeGreaterThan(50);
  expect(read(html)).toContain(`${register.length} khen thưởng trong năm 2023`);
  expect(read((await get(`/verify/${shown[0]![1]}`)).text)).toContain(shown[0]![0]);
});

it('an award that was revoked is there on the days before', async () => {
  const revoked = (await list('awards', { commune: 'xa-mau', revoked: true }))[0]!;
  const on = async (date: string) =>
    (await get(`/communes/xa-mau?date=${date}`)).text.includes(revoked.verificationCode);
  const before = new Date(Date.parse(revoked.revokedOn) - 86_400_000).toISOString().slice(0, 10);
  expect([await on(before), await on(revoked.revokedOn)]).toEqual([true, false]);
});

it('the public changes of the month, in words', async () => {
  const lines: Row[] = [];
  for (let page: Row | undefined; page?.more ?? true;) {
    page = done(await rest(test).changes('district', commune, page?.cursor));
    lines.push(...page.items);
  }
  const december = lines.filter(({ seen, on }) => seen.after === 'PUBLIC' && on >= '2023-12-01' && on <= '2023-12-31');
  const awards = december.filter(({ kind }) => kind === 'award.issued');
  expect(awards.length).toBeGreaterThan(1);
  const html = await board('?date=2023-12-31');
  const shown = [...html.matchAll(/<th scope="row" class="day">([^<]*)/g)].map(([, day = '']) => day);
  const days = [...new Set(december.map(({ on }) => on as string))].sort().reverse();
  expect(shown).toEqual(days.map((day) => day.split('-').reverse().join('/')));
  const text = read(html);
  const numbers = [...text.matchAll(/[Qq]uyết định (\d+) khen thưởng/g)].map(([, count]) => Number(count));
  expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(awards.length);
  expect(read(await board('?date=2023-02-15'))).toContain('Trong tháng chưa có thay đổi nào được công khai.');
});

it('what had been approved by a day, in a period', async () => {
  const html = await board('?period=2023-H1&date=2023-08-01');
  expect(read(html)).toContain('6 tháng đầu năm 2023 · số liệu đã phê duyệt đến ngày 01/08/2023');
  await expectAsProgressSays(html, { period: '2023-H1', asOf: '2023-08-01' });
  const [{ units, unitsComplete }] = (await list('completeness', { ...plan, asOf: '2023-12-31' })) as [Row];
  expect(unitsComplete).toBe(0);
  expect(read(await board('?date=2023-12-31'))).toContain(`0/${units} đơn vị đã báo cáo đủ`);
  expect(read(await board('?date=2022-06-01'))).toContain('Chưa có kế hoạch nào được ban hành.');
});

it('in English', async () => {
  for (const html of [await board('?lang=en'), await board('', { 'accept-language': 'en' })]) {
    expect(html).toContain('<html lang="en">');
    expect(read(html)).toContain('20 of 27 indicators reached their target, 11 of them went beyond it; 4 missed: ');
    expect(rows(html).get('Tổng đàn trâu, bò')).toMatchObject({ figure: '1,776', target: '1,763 con' });
    expect(read(html)).not.toMatch(/chưa đạt|đơn vị đã báo cáo/);
  }
  expect(await board('?lang=vi', { 'accept-language': 'en' })).toContain('<html lang="vi">');
});

it.each([
  ['?period=2023-13', 400, 'đã gửi "2023-13".'],
  ['?date=2023-02-30', 400, 'date : Lịch không có ngày này; đã gửi "2023-02-30".'],
  ['?date=2030-01-01', 422, 'date : Ngày 01/01/2030 chưa tới; hôm nay là 31/01/2024.'],
  ['?period=2019', 422, 'period : Không có kế hoạch năm nào có kỳ 2019.'],
  ['?view=round', 400, 'view : Phải là một trong: wide; đã gửi "round".'],
])('%s is refused on a page that says why', async (query, status, sentence) => {
  const answer = await get(`/communes/${commune}${query}`);
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  expect(read(answer.text)).toContain(sentence);
  expect((await get(`/communes/${commune}${query}&lang=en`)).text).toContain('This page cannot be shown');
});

it('a commune that is not there is refused on a page', async () => {
  const { status, text } = await get('/communes/nowhere');
  expect([status, read(text)]).toEqual([404, expect.stringContaining('Không tìm thấy, hoặc bạn không được xem.')]);
});

it('no script, no style but its own, and nothing from elsewhere', async () => {
  for (const path of ['/', `/communes/${commune}`, `/communes/${commune}?date=x`, '/verify/x', '/docs/rights']) {
    const { headers, text } = await get(path);
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '';
    expect(style.length).toBeGreaterThan(1000);
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; ` +
        `base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
    expect(text).not.toMatch(/<script|\bstyle=|https?:|url\(|@import/);
  }
});

it('nothing that only officials read: no citation, no reporter, no figure of a unit', async () => {
  const texts = await Promise.all(
    ['', '?date=2023-12-31', '?period=2023-H1', '?lang=en'].map(async (query) => read(await board(query))),
  );
  const awards = await list('awards', { commune }, 'district');
  const actors = await list('actors', { commune }, 'administrator');
  // The register names who was given an award, officials among them.
  const recipients = awards.map(({ recipientName }) => recipientName);
  const officials = actors.map(({ name }) => name).filter((name) => !recipients.includes(name));
  const secrets = [...awards.map(({ citation }) => citation), ...officials];
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
});

it('a key changes nothing: the page is the public one', async () => {
  expect(await board('', as(test, 'clerk'))).toBe(await board());
});

it('is sent once while nothing changes, and escapes the names it shows', async () => {
  const { etag = '' } = (await get(`/communes/${commune}`)).headers as Record<string, string>;
  const again = (headers = {}) => get(`/communes/${commune}`, { 'if-none-match': etag, ...headers });
  expect([(await again()).status, (await again()).text]).toEqual([304, '']);
  expect((await again({ 'accept-language': 'en' })).status).toBe(200);
  const rename = (name: string) =>
    asOwner(async (registry) =>
      registry.amendCommune(await test.operator(), { key: commune, name, reason: 'Thử nghiệm' }),
    );
  await rename('xã <i>Đức</i> & "Lạng"');
  const changed = await again();
  expect([
    changed.status,
    changed.text.includes('<h1>Xã &#60;i&#62;Đức&#60;/i&#62; &#38; &#34;Lạng&#34;</h1>'),
  ]).toEqual([200, true]);
  await rename('xã Đức Lạng');
  // The same page as before has the same tag.
  expect((await again()).status).toBe(304);
});

it('by as many statements, whatever it shows', async () => {
  const rows = jest.spyOn(test.app.get(Database), 'rows');
  const statementsOf = async (path: string) => {
    rows.mockClear();
    expect((await get(path)).status).toBe(200);
    return rows.mock.calls.map(([name]) => name.replace(/#.*/, '')).sort();
  };
  const large = await statementsOf(`/communes/${commune}?date=2024-01-20`);
  expect(large.length).toBeLessThan(30);
  const small = await statementsOf('/communes/xa-mau?date=2024-01-20');
  expect(large).toEqual(expect.arrayContaining(small));
  expect(large.length - small.length).toBeLessThan(3);
  rows.mockRestore();
});

it('at / where one commune is real; where there are several, their names', async () => {
  expect(read((await get('/')).text)).toContain('20 /27 chỉ tiêu');
  expect(read((await get('/?commune=xa-mau')).text)).toContain('Xã Mẫu');
  await asOwner(async (registry) =>
    registry.addCommune(await test.operator(), { key: 'son-kim', name: 'xã Sơn Kim', kindText: 'xã' }),
  );
  const { text } = await get('/');
  expect([...text.matchAll(/<a href="\.\/communes\/([^"]*)">([^<]*)/g)].map(([, ...each]) => each)).toEqual(
    expect.arrayContaining([
      [commune, 'xã Đức Lạng'],
      ['son-kim', 'xã Sơn Kim'],
    ]),
  );
  expect(read((await get('/communes/son-kim')).text)).toContain('Chưa có kế hoạch nào được ban hành.');
});
