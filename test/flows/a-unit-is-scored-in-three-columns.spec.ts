import { useApp } from '../app.js';
import { broken, done, doors, rest, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { rulesToScore } from '../schemes.js';
import { adoptedScheme } from '../score-sheets.js';
import { download, upload } from '../uploads.js';

const test = useApp();
const commune = 'duc-lang';
const plan = '2023';

describe.each(doors)('over %s', (name, open) => {
  const scheme = `cham-${name.toLowerCase()}`;
  const { ask } = open(test);
  const place = (n: number, period = '2023') => ({ commune, plan, scheme, unit: `khu-dan-cu-${n}`, period });
  const score = (actor: string, n: number, input: object, version = 0, headers = {}) =>
    ask('selfScore', actor, place(n), { version, input, headers });
  const act = (operation: string, actor: string, { id, version }: Row, input?: object) =>
    ask(operation, actor, { commune, id }, { version, input });
  const ids = async (actor: string | undefined, filter: object = {}) => {
    const { code, body } = await ask('scoreSheets', actor, { commune, plan, scheme: [scheme], ...filter });
    return code ?? body.items.map(({ id }: Row) => id);
  };
  const neat = (points: string, reason?: string) => ({ points: [{ line: 'II', points, reason }] });

  beforeAll(async () => {
    await adoptedScheme(test, scheme, { deadlines: { self: 10, verified: 20, final: 40 } });
  });

  it('scores itself, is returned, scores again, is verified with a difference, and concluded', async () => {
    const proof = (await upload(test, 'hamlet-1', [file('thu-khen.pdf', pdf())])).body.id as string;
    const letter = { figure: 'thu-khen', times: 1, on: '2023-05-19', text: 'Thư khen của huyện', evidenceIds: [proof] };
    const input = { ...neat('38'), figures: [{ figure: 'ho-ngheo', value: '4' }], occurrences: [letter] };
    const drafted = done(await score('hamlet-1', 1, input));
    expect(drafted).toMatchObject({
      ...{ plan, scheme, period: '2023', unitCode: 'khu-dan-cu-1', state: 'DRAFT', version: 1, dueOn: '2024-01-10' },
      ...{ verified: null, final: null, allowances: [], exceptions: [], submittedOn: null, late: null },
    });
    const [known] = drafted.self.occurrences;
    expect(drafted.self).toMatchObject({
      on: '2024-01-31',
      points: [{ line: 'II', points: '38', reason: null }],
      figures: [{ figure: 'ho-ngheo', value: '4', outOf: null, target: null, lines: [], reason: null }],
      occurrences: [{ ...letter, occurrenceId: known.occurrenceId, isExempt: false, reason: null }],
    });

    // Scored again before it is submitted: the column is set whole, the occurrence stays itself.
    const again = { ...input, occurrences: [{ ...letter, occurrenceId: known.occurrenceId, times: 2 }] };
    const rescored = done(await score('hamlet-1', 1, again, drafted.version));
    expect(rescored.self.occurrences).toMatchObject([{ occurrenceId: known.occurrenceId, times: 2 }]);

    let sheet = done(await act('submitScores', 'hamlet-1', rescored));
    expect(sheet).toMatchObject({ state: 'SUBMITTED', submittedOn: '2024-01-31', late: true, dueOn: '2024-01-20' });
    expect((await score('hamlet-1', 1, input, sheet.version)).code).toBe('STATE');

    sheet = done(await act('returnScores', 'verifier', sheet, { reason: 'Thiếu minh chứng lần hai' }));
    expect(sheet).toMatchObject({ state: 'RETURNED', returnedReason: 'Thiếu minh chứng lần hai', dueOn: '2024-01-10' });
    sheet = done(
      await score(
        'hamlet-1',
        1,
        { ...input, occurrences: [{ ...letter, occurrenceId: known.occurrenceId }] },
        sheet.version,
      ),
    );
    sheet = done(await act('submitScores', 'hamlet-1', sheet));
    expect(sheet).toMatchObject({ state: 'SUBMITTED', returnedReason: null, late: true });

    expect(broken(await act('verifyScore', 'verifier', sheet, neat('35')))).toEqual([
      '/points/0/reason REASON_MISSING',
    ]);
    sheet = done(await act('verifyScore', 'verifier', sheet, neat('35', 'Rác chưa thu gom')));
    expect(sheet).toMatchObject({ state: 'VERIFIED', dueOn: '2024-02-09', self: { points: [{ points: '38' }] } });
    expect(sheet.verified).toMatchObject({
      points: [{ line: 'II', points: '35', reason: 'Rác chưa thu gom' }],
      figures: sheet.self.figures,
      occurrences: sheet.self.occurrences,
    });

    const concluding = {
      occurrences: [{ occurrenceId: known.occurrenceId, isExempt: true, reason: 'Đơn vị tự phát hiện' }],
      ...neat('42', 'Theo biên bản họp'),
    };
    expect(broken(await act('concludeScore', 'chairperson', sheet, concluding))).toEqual([
      '/points/0/points OUT_OF_RANGE',
    ]);
    const allowances = [{ line: 'II', reason: 'Ủy ban thống nhất' }];
    const exceptions = [{ class: 'xuat-sac', reason: 'Dẫn đầu ba năm liền' }];
    sheet = done(await act('concludeScore', 'chairperson', sheet, { ...concluding, allowances, exceptions }));
    expect(sheet).toMatchObject({ state: 'CONCLUDED', dueOn: null, allowances, exceptions });
    expect(sheet.final).toMatchObject({
      points: [{ points: '42' }],
      occurrences: [{ occurrenceId: known.occurrenceId, text: letter.text, evidenceIds: [proof], isExempt: true }],
    });
    expect(done(await ask('scoreSheet', 'hamlet-1', { commune, id: sheet.id }))).toEqual(sheet);
    const { items } = done(await ask('history', 'auditor', { commune, type: 'sheet', id: sheet.id }));
    expect(items.map(({ kind }: Row) => kind)).toEqual(
      ['scored', 'scored', 'submitted', 'returned', 'scored', 'submitted', 'verified', 'concluded'].map(
        (word) => `sheet.${word}`,
      ),
    );
    expect(JSON.stringify(items.map(({ data }: Row) => data))).not.toMatch(/Thư khen của huyện|Rác chưa|Ủy ban thống/);

    // Only the chairperson reopens what is concluded; the later columns are gone.
    expect((await act('returnScores', 'verifier', sheet, { reason: 'Nhầm' })).code).toBe('FORBIDDEN');
    expect(done(await act('returnScores', 'chairperson', sheet, { reason: 'Xét lại' }))).toMatchObject({
      ...{ state: 'RETURNED', verified: null, final: null, allowances: [], exceptions: [] },
    });
  });

  it('is scored by its reporter, or by the clerk with its signed sheet, and by nobody else', async () => {
    expect((await score('hamlet-1', 2, neat('30'))).code).toBe('FORBIDDEN');
    expect((await score('verifier', 2, neat('30'))).code).toBe('FORBIDDEN');
    expect((await score('clerk', 2, neat('30'))).code).toBe('ON_BEHALF_MISSING');
    const paper = { type: 'BC', year: 2024, issuer: 'Khu dân cư số 2', title: 'Phiếu tự chấm của Khu dân cư số 2' };
    const { id } = done(await ask('recordDocument', 'clerk', { commune }, { input: paper }));
    const behalf = { 'on-behalf-of': 'khu-dan-cu-2', 'legal-reference': id };
    expect(done(await score('clerk', 2, neat('30'), 0, behalf))).toMatchObject({ unitCode: 'khu-dan-cu-2' });
  });

  it('is seen by officials and its own reporter alone, in every state, with the files that prove it', async () => {
    const proof = (await upload(test, 'hamlet-3', [file('bien-ban.pdf', pdf())])).body.id as string;
    const happened = { figure: 'vu-viec', times: 1, text: 'Mất trộm', evidenceIds: [proof] };
    expect(broken(await score('hamlet-4', 4, { occurrences: [happened] }))).toEqual([
      '/occurrences/0/evidenceIds/0 UNKNOWN',
    ]);
    let sheet = done(await score('hamlet-3', 3, { occurrences: [happened] }));
    const at = { commune, id: sheet.id };
    const seen = async (actor: string | undefined) => [
      (await ids(actor)).includes(sheet.id),
      (await ask('scoreSheet', actor, at)).code ?? 'seen',
      (await download(test, actor, proof)).status,
    ];
    for (const [operation, actor, input] of [
      [],
      ['submitScores', 'hamlet-3'],
      ['verifyScore', 'verifier', {}],
      ['concludeScore', 'chairperson', {}],
    ] as [string?, string?, object?][]) {
      if (operation) sheet = done(await act(operation, actor!, sheet, input));
      for (const actor of ['hamlet-3', 'clerk', 'verifier', 'chairperson', 'auditor'])
        expect([actor, ...(await seen(actor))]).toEqual([actor, true, 'seen', 200]);
      expect(await seen('hamlet-4')).toEqual([false, 'NOT_FOUND', 404]);
    }
    for (const actor of ['district', 'observer', 'integrator'])
      expect([await ids(actor), (await ask('scoreSheet', actor, at)).code]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await ids(undefined)).toBe('UNAUTHENTICATED');
    expect((await ask('submitScores', 'hamlet-4', at, { version: sheet.version })).code).toBe('NOT_FOUND');
    const kinds = ['sheet.scored', 'sheet.concluded'];
    const fed = async (actor: string) => done(await ask('changes', actor, { commune, first: 100, kinds })).items.length;
    expect(await fed('auditor')).toBeGreaterThan(1);
    expect(await fed('district')).toBe(0);
    const own = { unit: ['khu-dan-cu-3'], state: ['CONCLUDED'], period: ['2023'] };
    expect(await ids('clerk', own)).toEqual([sheet.id]);
    expect(await ids('clerk', { ...own, state: ['DRAFT'] })).toEqual([]);
    const remove = await ask('removeFile', 'clerk', { commune, id: proof }, { version: 1, input: { reason: 'Nhầm' } });
    expect(remove.code).toBe('STILL_REFERRED_TO');
  });

  it('whoever scored or submitted it neither verifies nor concludes it', async () => {
    const drafted = done(await score('hamlet-4', 4, neat('40')));
    const sheet = done(await act('submitScores', 'hamlet-4', drafted));
    const actorOf = async (key: string) =>
      (await test.admin.query('select id from actor where commune_id = 1 and key = $1', [key])).rows[0].id as string;
    test.exceptFromAudit('sheet');
    for (const column of ['submitted_by', 'self'] as const) {
      const by = async (key: string) => {
        const value = column === 'self' ? `jsonb_set(self, '{by}', to_jsonb($2::text))` : '$2::uuid';
        await test.admin.query(`update score_sheet set ${column} = ${value} where id = $1`, [
          sheet.id,
          await actorOf(key),
        ]);
      };
      await by('verifier');
      expect((await act('verifyScore', 'verifier', sheet, {})).code).toBe('FOUR_EYES');
      await by('hamlet-4');
    }
    const verified = done(await act('verifyScore', 'verifier', sheet, {}));
    await test.admin.query('update score_sheet set submitted_by = $2 where id = $1', [
      sheet.id,
      await actorOf('chairperson'),
    ]);
    expect((await act('concludeScore', 'chairperson', verified, {})).code).toBe('FOUR_EYES');
  });

  it('is dropped while it is a draft, and its place is free again', async () => {
    const drafted = done(await score('hamlet-5', 5, neat('20')));
    expect((await score('hamlet-5', 5, neat('21'))).code).toBe('STALE');
    const { items } = done(await rest(test).ask('scoreSheetActions', 'hamlet-5', { commune, id: drafted.id }));
    expect(items.filter(({ allowed }: Row) => allowed).map(({ act: name }: Row) => name)).toEqual([
      'selfScore',
      'submitScores',
      'dropScores',
    ]);
    done(await act('dropScores', 'hamlet-5', drafted, { reason: 'Nhầm kỳ' }));
    const empty = done(await score('hamlet-5', 5, {}));
    expect(empty.id).not.toBe(drafted.id);
    expect(broken(await act('submitScores', 'hamlet-5', empty))).toEqual(['/self SHEET_EMPTY']);
  });

  it('goes by the revision that is in force at each step, with all that it has', async () => {
    const code = `doi-${scheme}`;
    const rules = (max: string) => {
      const { tree, ...more } = rulesToScore();
      const [rice, neatness] = tree.children;
      return { ...more, tree: { ...tree, children: [rice, { ...neatness, max }] } };
    };
    const allowedBecause = 'Thang điểm chỉ có 90 điểm';
    await adoptedScheme(test, code);
    const own = (n: number) =>
      ask('selfScore', `hamlet-${n}`, { ...place(n), scheme: code }, { version: 0, input: neat('35') });
    let [sheet, draft] = [done(await own(1)), done(await own(2))];
    sheet = done(await act('submitScores', 'hamlet-1', sheet));
    await adoptedScheme(test, code, { rules: rules('30'), allowedBecause });
    const submitting = async () => {
      const { items } = done(await rest(test).ask('scoreSheetActions', 'hamlet-2', { commune, id: draft.id }));
      return items.find(({ act: name }: Row) => name === 'submitScores');
    };
    expect(await submitting()).toEqual({ act: 'submitScores', allowed: false, reasons: ['RULE'] });
    expect(broken(await act('submitScores', 'hamlet-2', draft))).toEqual(['/points OTHER_REVISION']);
    draft = done(await ask('selfScore', 'hamlet-2', { ...place(2), scheme: code }, { version: 1, input: neat('30') }));
    expect(await submitting()).toMatchObject({ allowed: true });
    done(await act('submitScores', 'hamlet-2', draft));
    expect(broken(await act('verifyScore', 'verifier', sheet, {}))).toEqual(['/points OTHER_REVISION']);
    sheet = done(await act('verifyScore', 'verifier', sheet, neat('30', 'Thang điểm mới')));
    await adoptedScheme(test, code, { rules: rules('20'), allowedBecause });
    expect(broken(await act('concludeScore', 'chairperson', sheet, {}))).toEqual(['/points OTHER_REVISION']);
    const allowances = [{ line: 'II', reason: 'Chấm trước khi đổi thang điểm' }];
    done(await act('concludeScore', 'chairperson', sheet, { allowances }));
  });

  it('is for a period of the plan, a scheme in force by its end, and a unit in a block then', async () => {
    const at = (change: object) => ask('selfScore', 'hamlet-6', { ...place(6), ...change }, { version: 0, input: {} });
    expect((await at({ scheme: 'khong-co' })).code).toBe('NOT_FOUND');
    expect(broken(await at({ period: '2024' }))).toEqual(['/period NOT_OF_THE_YEAR']);
    const body = await ask('selfScore', 'chairperson', { ...place(6), unit: 'ubnd' }, { version: 0, input: {} });
    expect(body.code).toBe('FORBIDDEN');
    await adoptedScheme(test, `muon-${scheme}`, { validFrom: '2023-07-01' });
    expect(broken(await at({ scheme: `muon-${scheme}`, period: '2023-Q2' }))).toEqual(['/scheme NOT_IN_FORCE']);
    expect((await at({ scheme: `muon-${scheme}`, period: '2023-Q3' })).code).toBeUndefined();
    const moved = rulesToScore();
    moved.blocks[0]!.members = moved.blocks[0]!.members.map((member) => ({ ...member, to: '2023-06-30' }));
    await adoptedScheme(test, `het-${scheme}`, { rules: moved });
    expect(broken(await at({ scheme: `het-${scheme}` }))).toEqual(['/unit NOT_IN_BLOCK']);
    expect((await at({ scheme: `het-${scheme}`, period: '2023-Q2' })).code).toBeUndefined();
  });
});
