import { useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';
import { hamlets, rulesOfHamlets, schemeOfHamlets } from '../schemes.js';

const commune = 'duc-lang';
const of = { commune, plan: '2023' };
const scheme = 'dan-bo';
const unit = 'khu-dan-cu-3';
const cattle = 'econ.livestock.buffalo-cattle.cattle';

/** A tenth of a point for each head of cattle, and ten points where the commune has reached its standard. */
const tree = {
  code: 'tong',
  name: 'Tổng điểm',
  max: '110',
  formula: { kind: 'SUM' },
  children: [
    {
      code: 'I',
      name: 'Tổng đàn bò',
      max: '100',
      formula: { kind: 'COUNT', quantity: { figure: 'bo', reading: 'VALUE' }, points: '0.1' },
    },
    {
      code: 'II',
      name: 'Xã đạt chuẩn',
      max: '10',
      formula: {
        kind: 'PASS_FAIL',
        when: { kind: 'FIGURE', quantity: { figure: 'chuan' }, is: 'EQUAL', than: 'YES' },
      },
    },
  ],
};
const figures = [
  { code: 'bo', name: 'Tổng đàn bò', kind: 'NUMBER', indicator: cattle, measure: { unit: 'HEAD' } },
  { code: 'chuan', name: 'Xã đạt chuẩn', kind: 'YES_NO', scope: 'COMMUNE' },
];
const classes = [
  { code: 'tot', name: 'Tốt', ways: [{ min: '30' }] },
  { code: 'dat', name: 'Đạt' },
];
const rules = rulesOfHamlets({ tree, figures, classes, quotas: [] });
const reached = [{ figure: 'chuan', value: 'YES' }];

describe.each(doors)('%s', (_, open) => {
  const test = useApp();
  const ask = (operation: string, actor: string | undefined, at: object = {}, asked: object = {}) =>
    open(test).ask(operation, actor, { ...of, ...at }, asked);
  const score = async (input: object = {}) =>
    ask('scoreStandings', 'clerk', {}, { input: { scheme, period: '2023-Q3', ...input } });
  const listed = async (operation: string, actor: string | undefined, at: object): Promise<Row[]> =>
    done(await ask(operation, actor, at)).items;
  const publish = (table: Row, input: object = {}) =>
    ask('publishStandings', 'chairperson', { id: table.id }, { version: table.version, input });
  const rowsOf = (rows: readonly Row[]) => rows.map(({ unitCode, points, rank }) => [unitCode, points, rank]);

  /** Corrects the herd in the approved report of a hamlet. */
  async function correct(heads: string, whole: string) {
    const { items } = done(
      await ask('submissions', 'clerk', { unit: [unit], period: ['2023-Q3'], state: ['APPROVED'] }),
    );
    const asked = { input: { reason: 'Đếm sót' } };
    const made = done(await ask('correctSubmission', 'hamlet-3', { id: items[0].id }, asked));
    const steps: readonly [string, string, object][] = [
      [
        'amendSubmission',
        'hamlet-3',
        {
          entries: [
            { indicatorCode: cattle, reported: heads },
            { indicatorCode: 'econ.livestock.buffalo-cattle', reported: whole },
          ],
        },
      ],
      ['submitSubmission', 'hamlet-3', {}],
      ['verifySubmission', 'verifier', {}],
      ['approveSubmission', 'chairperson', {}],
    ];
    let { version } = made;
    for (const [act, actor, input] of steps) {
      const body = act === 'submitSubmission' ? {} : { input };
      ({ version } = done(await ask(act, actor, { id: made.id }, { version, ...body })));
    }
  }

  it('a drafted scheme is tried on figures: the table it would give, and nothing kept', async () => {
    done(await ask('draftScheme', 'clerk', {}, { input: schemeOfHamlets({ code: scheme, rules }) }));
    expect(await score({ revision: 1, figures: reached })).toMatchObject({ code: 'STATE' });
    const tried = await ask(
      'scoreStandings',
      'clerk',
      { validate: 'only' },
      { input: { scheme, period: '2023-Q3', revision: 1, figures: reached } },
    );
    expect(rowsOf(done(tried).rows).slice(0, 3)).toEqual([
      ['khu-dan-cu-5', '36', 1],
      ['khu-dan-cu-2', '35', 2],
      ['khu-dan-cu-3', '34.4', 3],
    ]);
    expect(await listed('publications', 'clerk', { scheme: [scheme] })).toEqual([]);
    done(await ask('adoptScheme', 'chairperson', { scheme }, { version: 1, input: {} }));
  });

  it('says what is wrong with figures that are recorded with it', async () => {
    const wrong = [
      { figure: 'bo', value: '1' },
      { figure: 'chuan', value: 'maybe' },
      { figure: 'chuan', value: 'YES', of: 'khu-dan-cu' },
      { figure: 'chuan', value: 'NO' },
    ];
    const { code, body } = await score({ figures: wrong });
    expect([code, body.errors.map((each: Row) => [each.pointer, each.code])]).toEqual([
      'RULE',
      [
        ['/figures/0/figure', 'UNKNOWN'],
        ['/figures/1/value', 'NOT_OF_FIGURE'],
        ['/figures/2/of', 'UNKNOWN'],
        ['/figures/3', 'NAMED_TWICE'],
      ],
    ]);
  });

  it('a candidate is seen inside the commune; a unit sees its own row', async () => {
    const table = done(await score({ figures: reached }));
    expect(table).toMatchObject({ state: 'CANDIDATE', number: null, final: true, membersOn: '2023-09-30' });
    const at = { id: table.id };
    const all = await listed('candidateStandings', 'clerk', at);
    expect(all.map(({ unitCode }) => unitCode).sort()).toEqual(hamlets);
    expect(all.every(({ difference }) => difference === null)).toBe(true);
    expect((await listed('candidateStandings', 'hamlet-3', at)).map(({ unitCode }) => unitCode)).toEqual([unit]);
    const asked = { input: { actor: 'clerk', unit, scopes: ['standings:read'] } };
    (test.keys as Record<string, string>).bound = done(await ask('issueKey', 'administrator', {}, asked)).key;
    expect((await listed('candidateStandings', 'bound', at)).map(({ unitCode }) => unitCode)).toEqual([unit]);
    for (const outside of ['district', undefined])
      expect(await ask('publication', outside, at)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await listed('standings', undefined, { scheme: [scheme] })).toEqual([]);
  });

  it('scored again it takes the place of the one before, and keeps the figures recorded with it', async () => {
    const [before] = await listed('publications', 'clerk', { scheme: [scheme] });
    const table = done(await score());
    expect(table).toMatchObject({ figures: [{ figure: 'chuan', value: 'YES' }], inputHash: before?.inputHash });
    expect((await listed('publications', 'clerk', { scheme: [scheme] })).map(({ id }) => id)).toEqual([table.id]);
  });

  it('what changed meanwhile stops its publication', async () => {
    const [table] = await listed('publications', 'clerk', { scheme: [scheme] });
    await correct('247', '297');
    expect(await publish(table as Row)).toMatchObject({ code: 'INPUTS_CHANGED', status: 409 });
    expect(done(await publish(done(await score())))).toMatchObject({ number: 1, replaces: null, state: 'PUBLISHED' });
  });

  it('a published standing opens to all that it came of, for everybody', async () => {
    const standing = done(await ask('standing', undefined, { unit, scheme, period: '2023-Q3' }));
    expect(standing).toMatchObject({ points: '34.7', number: 1, blockName: 'Khối khu dân cư', className: 'Tốt' });
    const [herd] = standing.tree.children;
    expect(herd).toMatchObject({ points: '24.7', inputs: [{ value: '247', from: [{ type: 'Result' }] }] });
    expect(herd.words.vi).toContain('Tổng đàn bò');
    expect(
      await ask('publishStandings', 'clerk', { id: standing.publicationId }, { version: 2, input: {} }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('the correction of one result is the cause of a difference, and its publication is number 2', async () => {
    await correct('198', '248');
    const table = done(await score());
    const rows = await listed('candidateStandings', 'chairperson', { id: table.id });
    const changed = rows.filter(({ difference }) => difference !== null);
    const [own] = changed.filter(({ unitCode }) => unitCode === unit);
    expect(own?.difference).toMatchObject({
      before: { points: '34.7', class: 'tot' },
      after: { points: '29.8', class: 'dat' },
      class: 'LOST',
      lines: [{ line: 'I', causes: [{ kind: 'INPUT', before: { value: '247' }, after: { value: '198' } }] }],
    });
    const [{ causes }] = own?.difference.lines;
    const { items: results } = done(
      await ask('results', 'clerk', { unit: [unit], indicator: [cattle], period: ['2023-Q3'] }),
    );
    const inForce = results.find(({ value }: Row) => value === '198');
    expect(causes[0].after.from).toContainEqual({ type: 'Result', id: inForce.id, version: inForce.version });
    // Others change only where their rank does.
    for (const { unitCode, difference } of changed) if (unitCode !== unit) expect(difference.lines).toEqual([]);

    expect(await publish(table)).toMatchObject({ code: 'RULE', body: { errors: [{ code: 'REASON_REQUIRED' }] } });
    expect(done(await publish(table, { reason: 'Đính chính đàn bò' }))).toMatchObject({ number: 2, replaces: 1 });
    const read = async (number?: number) =>
      done(await ask('standing', undefined, { unit, scheme, period: '2023-Q3', ...(number && { number }) })).points;
    expect([await read(), await read(1), await read(2)]).toEqual(['29.8', '34.7', '29.8']);
    const listOf = await listed('standings', undefined, { scheme: [scheme], unit: [unit] });
    expect(listOf.map(({ number, replaces }) => [number, replaces])).toEqual([[2, 1]]);
  });

  it('the feed of the district has both, and history says why', async () => {
    const { items } = done(
      await open(test).ask('changes', 'district', { commune, first: 500, kinds: ['standings.published'] }),
    );
    const ours = items.filter(({ data }: Row) => data.scheme === scheme);
    expect(ours.map(({ data }: Row) => [data.number, data.replaces])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  it("a tie on a quota's edge is open until somebody decides it", async () => {
    const code = 'bang-nhau';
    const equal = { code: 'tong', name: 'Tổng điểm', max: '100', formula: { kind: 'FULL' } };
    // Blocks and classes have the codes that papers print.
    const block = 'Cụm.I';
    const adopt = async (units: readonly string[], percent: string) => {
      const input = schemeOfHamlets({
        code,
        rules: rulesOfHamlets({
          ...{ tree: equal, figures: [], quotas: [{ class: 'A', percent }] },
          blocks: [{ code: block, name: 'Cụm I', members: units.map((each) => ({ unit: each })) }],
          classes: [
            { code: 'A', name: 'Tốt', ways: [{ min: '30' }] },
            { code: 'B', name: 'Đạt' },
          ],
        }),
        allowedBecause: 'Thử.',
      });
      done(await ask('draftScheme', 'clerk', {}, { input }));
      done(await ask('adoptScheme', 'chairperson', { scheme: code }, { version: 1, input: {} }));
    };
    await adopt(hamlets, '34');
    const table = done(await score({ scheme: code }));
    expect(table.open).toEqual([{ block, class: 'A', places: 2, points: '100', units: hamlets }]);
    expect(await publish(table)).toMatchObject({ code: 'RULE', body: { errors: [{ code: 'TIE_OPEN' }] } });
    // A unit sees its own row alone; ties have those of others.
    for (const actor of ['hamlet-3', 'bound']) {
      const [listedOne] = await listed('publications', actor, { scheme: [code] });
      expect([listedOne, done(await ask('publication', actor, { id: table.id }))]).toMatchObject([
        { open: [] },
        { open: [] },
      ]);
    }

    const decide = (units: string[], version: number = table.version) =>
      ask(
        'decideTie',
        'chairperson',
        { id: table.id },
        { version, input: { block, class: 'A', units, reason: 'Nhiều hộ thoát nghèo hơn' } },
      );
    const { body } = await decide(['khu-dan-cu-1', 'ubnd', 'khu-dan-cu-2']);
    expect(body.errors.map((each: Row) => each.code)).toEqual(['UNKNOWN', 'OTHER_NUMBER_OF_PLACES']);
    const decided = done(await decide(['khu-dan-cu-2', unit, unit]));
    expect(decided).toMatchObject({ open: [], ties: [{ units: ['khu-dan-cu-2', unit] }] });
    expect(await decide(['khu-dan-cu-1', unit], decided.version)).toMatchObject({
      body: { errors: [{ code: 'NO_OPEN_TIE' }] },
    });
    expect(done(await publish(decided))).toMatchObject({ number: 1 });
    const best = await listed('standings', undefined, { scheme: [code], block: [block] });
    expect(best.filter((row) => row.class === 'A').map(({ unitCode }) => unitCode)).toEqual(['khu-dan-cu-2', unit]);
    // The decision stands when the same units tie again, and not where it is among others.
    const again = done(await score({ scheme: code }));
    expect(again).toMatchObject({ ties: [{ units: ['khu-dan-cu-2', unit] }], open: [] });
    expect(await listed('candidateStandings', 'clerk', { id: again.id, block: [block] })).toHaveLength(6);
    await adopt(hamlets.slice(0, 5), '40');
    const units = hamlets.slice(0, 5);
    expect(done(await score({ scheme: code }))).toMatchObject({ ties: [], open: [{ places: 2, units }] });
  });

  it('rows that show points of persons are for superiors alone, those of a collective, too', async () => {
    const code = 'chung-diem';
    const full = { kind: 'FULL' };
    const share = { kind: 'SHARE', of: 'ALL', block: 'can-bo', criterion: 'II', percent: '100' };
    const people = ['cong-chuc-ke-toan', 'cong-chuc-van-hoa'].map((each) => ({ unit: each }));
    const input = schemeOfHamlets({
      code,
      rules: rulesOfHamlets({
        ...{ figures: [], quotas: [] },
        blocks: [
          { code: 'khu', name: 'Khối khu dân cư', members: [{ unit }] },
          { code: 'can-bo', name: 'Cán bộ', of: 'INDIVIDUALS', members: people },
        ],
        tree: {
          ...{ code: 'tong', name: 'Tổng điểm', max: '100', formula: { kind: 'SUM' } },
          children: [
            { code: 'I', name: 'Bình quân cán bộ', max: '100', appliesTo: ['khu'], formula: share },
            { code: 'II', name: 'Cán bộ', max: '100', appliesTo: ['can-bo'], formula: full },
          ],
        },
      }),
      allowedBecause: 'Thử.',
    });
    done(await ask('draftScheme', 'clerk', {}, { input }));
    done(await ask('adoptScheme', 'chairperson', { scheme: code }, { version: 1, input: {} }));
    done(await publish(done(await score({ scheme: code }))));
    const seen = async (actor?: string) => rowsOf(await listed('standings', actor, { scheme: [code] }));
    expect(await seen('district')).toEqual([[unit, '100', 1], ...people.map((each) => [each.unit, '100', 1])]);
    expect(await seen()).toEqual([]);
  });

  it('a candidate is dropped as a whole', async () => {
    const [table] = await listed('publications', 'clerk', { scheme: ['bang-nhau'], state: ['CANDIDATE'] });
    const at = { id: table?.id };
    done(await ask('dropCandidate', 'clerk', at, { version: table?.version, input: { reason: 'Thử xong' } }));
    expect(await ask('publication', 'clerk', at)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
