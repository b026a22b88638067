import { useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';
import { hamlets, rulesOfHamlets, schemeOfHamlets } from '../schemes.js';

const test = useApp();
const commune = 'duc-lang';
const of = { commune, plan: '2023' };
/** The sample has published no table of this period. */
const period = '2023-9M';
const ask = async (operation: string, actor: string | undefined, at: object, asked: object = {}): Promise<Row> =>
  done(await rest(test).ask(operation, actor, { ...of, ...at }, asked));

const board = async (query: string): Promise<string> => {
  const { status, text } = await test.http().get(`/communes/${commune}?period=${period}${query}`);
  expect(status).toBe(200);
  return text;
};
/** Text of a piece of the page, as a person reads it; what is drawn says its words. */
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<svg[^>]*aria-label="([^"]*)"[^>]*>/g, ' [$1] ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim();
const cards = (html: string) => html.match(/<section class="card" id="standings-.*?<\/section>/gs) ?? [];
/** Units of a card by their line: each with what it opens to. */
const opened = (card: string) =>
  new Map(
    [...card.matchAll(/<summary>(.*?)<\/summary>(.*?)<\/details>/gs)].map(([, line = '', below = '']) => [
      read(line),
      read(below),
    ]),
  );

const cattle = {
  ...{ code: 'bo', name: 'Tổng đàn bò', kind: 'NUMBER', indicator: 'econ.livestock.buffalo-cattle.cattle' },
  measure: { unit: 'HEAD' },
};
const reached = { code: 'chuan', name: 'Khu đạt chuẩn <b>mới</b>', kind: 'YES_NO', scope: 'COMMUNE' };
const classes = [
  { code: 'xuat-sac', name: 'Xuất sắc', ways: [{ min: '60' }] },
  { code: 'tot', name: 'Tốt', ways: [{ min: '20' }] },
];
const rules = (change: object = {}) =>
  rulesOfHamlets({
    blocks: [{ code: 'kdc', name: 'Khối "khu dân cư"', members: hamlets.map((unit) => ({ unit })) }],
    figures: [cattle, reached],
    tree: {
      ...{ code: 'tong', name: 'Tổng điểm', max: '110', formula: { kind: 'SUM' } },
      children: [
        {
          ...{ code: 'I', name: 'Chăn nuôi bò', max: '100', restsOn: 'Điều 5' },
          formula: { kind: 'RELATIVE', figure: 'bo', better: 'MORE', atTarget: null },
        },
        {
          ...{ code: 'II', name: 'Đạt chuẩn', max: '10' },
          formula: {
            ...{ kind: 'PASS_FAIL' },
            when: { kind: 'FIGURE', quantity: { figure: 'chuan' }, is: 'EQUAL', than: 'YES' },
          },
        },
      ],
    },
    rounding: { leaf: 2, total: 1 },
    classes,
    quotas: [{ class: 'xuat-sac', percent: '20' }],
    ...change,
  });

async function adopt(code: string, change: object = {}): Promise<void> {
  const input = schemeOfHamlets({ code, name: `Thang điểm <${code}>`, rules: rules(change), allowedBecause: 'Thử.' });
  const { version } = await ask('draftScheme', 'clerk', {}, { input });
  await ask('adoptScheme', 'chairperson', { scheme: code }, { version, input: {} });
}
const score = (scheme: string, chuan: string, headers = {}) =>
  ask(
    'scoreStandings',
    'clerk',
    {},
    { input: { scheme, period, figures: [{ figure: 'chuan', value: chuan }] }, headers },
  );
const publish = ({ id, version }: Row, input: object = {}, headers = {}) =>
  ask('publishStandings', 'chairperson', { id }, { version, input, headers });

it('a candidate is not there', async () => {
  await adopt('bo');
  const paper = { type: 'BB', year: 2024, issuer: 'UBND xã', title: 'Biên bản chấm điểm' };
  const { id } = await ask('recordDocument', 'clerk', {}, { input: paper });
  const then = { 'legal-date': '2024-01-29', 'legal-reference': id };
  const table = await score('bo', 'YES', then);
  const secret = await board('');
  expect(cards(secret)).toEqual([]);
  expect(read(secret)).not.toContain('Chăn nuôi bò');
  expect(secret).toContain(`<li><a href="../communes/${commune}?period=2023">năm 2023</a></li>`);
  await publish(table, {}, then);
});

it('a published one has its number, day, ranks, names, points and classes', async () => {
  const [card = '', ...others] = cards(await board(''));
  expect(others).toEqual([]);
  expect(card).not.toMatch(/<b>mới|<bo>/);
  expect(read(card)).toContain(
    'Xếp hạng – Khối "khu dân cư", 9 tháng đầu năm 2023 Thang điểm <bo>. Bảng công bố số 1, ngày 29/01/2024.',
  );
  const published = (await ask('standings', undefined, { scheme: ['bo'], period: [period] })).items as Row[];
  const lines = [...opened(card).keys()];
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe('Hạng 1 Khu dân cư số 5 110 điểm Xuất sắc [110 trên 110 điểm]');
  expect(lines.map((line) => /^Hạng (\d) /.exec(line)?.[1])).toEqual(published.map(({ rank }) => String(rank)));
});

it('a unit opens to why it is not the leader: criteria, formula, figures, whose inputs, quota', async () => {
  const [card = ''] = cards(await board(''));
  const [, third = ''] = [...opened(card)].find(([line]) => line.includes('Khu dân cư số 3')) ?? [];
  expect(third).toMatch(/^Đủ điều kiện Xuất sắc, nhưng vượt tỷ lệ khống chế \(20%\)/);
  expect(third).toContain('Chăn nuôi bò (Điều 5)');
  expect(third).toContain('100 điểm, tính theo Tổng đàn bò so với mức cao nhất của khối');
  expect(third).toContain('Khu dân cư số 5, dẫn đầu: 100');
  expect(third).toContain('Cách tính: 100 × 244 ÷ 260');
  expect(third).toContain('Tổng đàn bò: 244 con');
  expect(third).toContain('Tổng đàn bò (Khu dân cư số 5): 260 con');
  expect(third).toContain('Khu đạt chuẩn <b>mới</b> (toàn xã): có');
  expect(third).not.toMatch(/khu-dan-cu|kdc|xuat-sac|INPUT|FIGURE|[{}]/);
});

it('the leader of the block stands in the summary, and leads to the table', async () => {
  const html = await board('');
  const [summary = ''] = /<div class="summary">.*?<div class="sections">/s.exec(html) ?? [];
  expect(read(summary)).toContain('Khối "khu dân cư" Khu dân cư số 5 dẫn đầu (110 điểm)');
  expect(summary).toContain('href="#standings-1"');
});

it('in English', async () => {
  const [card = ''] = cards(await board('&lang=en'));
  expect(read(card)).toContain('Table number 1, published on 29 January 2024.');
  expect([...opened(card).values()][2]).toContain('100 points, by Tổng đàn bò against the greatest of the block');
});

it('a later table takes its place; on an earlier day stands what stood then', async () => {
  await publish(await score('bo', 'NO'), { reason: 'Xã chưa đạt chuẩn' });
  const shown = async (query = '') =>
    cards(await board(query))
      .map(read)
      .join();
  expect(await shown()).toContain('Bảng công bố số 2, thay bảng số 1, ngày 31/01/2024.');
  expect(await shown()).toContain('Khu dân cư số 5 100 điểm');
  expect(await shown('&date=2024-01-30')).toContain('Bảng công bố số 1, ngày 29/01/2024.');
  expect(await shown('&date=2024-01-28')).toBe('');
});

it('a block of individuals is not there, that of collectives in the same table is', async () => {
  const { code } = await ask(
    'addUnit',
    'clerk',
    {},
    {
      input: { code: 'ong-an', kind: 'INDIVIDUAL', name: 'Nguyễn Văn Ân', validFrom: '2023-01-01' },
    },
  );
  await adopt('hai-khoi', {
    blocks: [
      { code: 'kdc', name: 'Khối hai khu', members: hamlets.slice(0, 2).map((unit) => ({ unit })) },
      { code: 'cb', name: 'Khối cán bộ', of: 'INDIVIDUALS', members: [{ unit: code }] },
    ],
    figures: [reached],
    tree: { code: 'tong', name: 'Tổng điểm', max: '100', formula: { kind: 'FULL' } },
    classes: [],
    quotas: [],
  });
  await publish(await score('hai-khoi', 'YES'));
  const html = await board('');
  expect((await ask('standings', 'district', { scheme: ['hai-khoi'] })).items).toHaveLength(3);
  expect(html).not.toMatch(/Khối cán bộ|Nguyễn Văn Ân/);
  expect([...opened(cards(html)[1] ?? '').keys()]).toEqual([
    'Hạng 1 Khu dân cư số 1 (đồng hạng) 100 điểm [100 trên 100 điểm]',
    'Hạng 1 Khu dân cư số 2 (đồng hạng) 100 điểm [100 trên 100 điểm]',
  ]);
});
