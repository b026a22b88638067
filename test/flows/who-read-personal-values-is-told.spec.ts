import { v4 } from 'uuid';
import { as, useApp } from '../app.js';
import { nominated, openedRound } from '../awards.js';
import { isTable, operations } from '../contract/contract.js';
import { done, doors, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { convened, onPaper, seated } from '../meetings.js';
import { rulesToScore } from '../schemes.js';
import { adoptedScheme } from '../score-sheets.js';
import { download, upload } from '../uploads.js';

const test = useApp();
const commune = 'duc-lang';
const parent = 'khu-dan-cu-1';
const people = ['nguoi-a', 'nguoi-b', 'ho-c'];
const personal = { name: 'personal', body: 'true' };
let report: string;
let proof: string;

const [[, rest]] = doors;
/** Cursors behind the sample, by actor. */
const cursors: Record<string, string> = {};
async function endOf(actor: string, cursor?: string): Promise<string> {
  const { body } = await rest(test).changes(actor, commune, cursor);
  return body.more ? endOf(actor, body.cursor) : body.cursor;
}

beforeAll(async () => {
  for (const actor of ['auditor', 'integrator', 'district']) cursors[actor] = await endOf(actor);
  for (const code of people)
    done(
      await rest(test).ask(
        'addUnit',
        'clerk',
        { commune },
        {
          input: {
            code,
            kind: code === 'ho-c' ? 'HOUSEHOLD' : 'INDIVIDUAL',
            name: `Trần ${code}`,
            parent,
            validFrom: '2023-01-01',
          },
        },
      ),
    );
  proof = (await upload(test, 'hamlet-1', [personal, file('a.pdf', pdf())])).body.id;
  const entries = [{ indicatorCode: 'econ.maize.area', reported: '14', note: 'Đất của bà B', evidenceIds: [proof] }];
  report = done(
    await rest(test).ask(
      'draftSubmission',
      'hamlet-1',
      { commune },
      { input: { plan: '2023', unit: 'nguoi-a', period: '2023-06', entries } },
    ),
  ).id;
});

/** Disclosures recorded during a request: who, by which operation, whose, all under the request's id. */
async function noted(
  ask: () => Promise<{ headers: Record<string, string> }>,
  of: readonly string[] = people,
): Promise<string[]> {
  const {
    rows: [{ before }],
  } = await test.admin.query('select array_agg(id) as before from personal_access');
  const { headers } = await ask();
  const { rows } = await test.admin.query(
    'select a.actor, a.operation, u.code, a.request_id from personal_access a join unit u on u.commune_id = a.commune_id and u.id = a.unit_id where u.code = any ($2) and ($1::uuid[] is null or a.id <> all ($1)) order by u.code',
    [before, of],
  );
  expect(rows.map(({ request_id }) => request_id)).toEqual(rows.map(() => headers['x-request-id']));
  return rows.map(({ actor, operation, code }) => `${actor} ${operation} ${code}`);
}
const graphql = (actor: string, query: string) =>
  test
    .http()
    .post('/graphql')
    .set(as(test, actor))
    .send({ query })
    .then((answer) => {
      expect(answer.body.errors).toBeUndefined();
      return answer;
    });
const each = (actor: string, operation: string, codes = people) =>
  [...codes].sort().map((code) => `${actor} ${operation} ${code}`);

describe.each(doors)('%s', (_, open) => {
  const asking =
    (operation: string, actor: string, parameters: object = {}) =>
    () =>
      open(test).ask(operation, actor, { commune, ...parameters });

  it('a person read, a page of people, a report of one: a line each', async () => {
    expect(await noted(asking('unit', 'auditor', { unit: 'nguoi-a' }))).toEqual(['auditor unit nguoi-a']);
    expect(await noted(asking('units', 'clerk', { parent, first: 500 }))).toEqual(each('clerk', 'units'));
    expect(await noted(asking('units', 'clerk', { parent, kind: ['HOUSEHOLD'], first: 500 }))).toEqual([
      'clerk units ho-c',
    ]);
    expect(await noted(asking('submission', 'verifier', { id: report }))).toEqual(['verifier submission nguoi-a']);
    expect(await noted(asking('submissions', 'verifier', { unit: ['nguoi-a'] }))).toEqual([
      'verifier submissions nguoi-a',
    ]);
  });

  it('what an act answers is given, too', async () => {
    const { body } = await asking('unit', 'clerk', { unit: 'nguoi-b' })();
    expect(
      await noted(() =>
        open(test).ask(
          'amendUnit',
          'clerk',
          { commune, unit: 'nguoi-b' },
          { version: body.version, input: { kindText: `lần ${body.version}` } },
        ),
      ),
    ).toEqual(['clerk amendUnit nguoi-b']);
  });

  it('the feed and the history, where values came with them', async () => {
    const kinds = ['unit.added', 'unit.amended', 'submission.drafted', 'file.uploaded'];
    const {
      rows: [{ id }],
    } = await test.admin.query(`select id from unit where code = 'ho-c' and kind = 'HOUSEHOLD'`);
    expect(await noted(asking('changes', 'auditor', { cursor: cursors.auditor, first: 500, kinds }))).toEqual(
      each('auditor', 'changes'),
    );
    expect(await noted(asking('history', 'auditor', { type: 'unit', id }))).toEqual(['auditor history ho-c']);
    expect(await noted(asking('history', 'auditor', { type: 'submission', id: report }))).toEqual([
      'auditor history nguoi-a',
    ]);
    expect(await noted(asking('history', 'auditor', { type: 'file', id: proof }))).toEqual(['auditor history nguoi-a']);
    for (const actor of ['integrator', 'district'])
      expect([actor, await noted(asking('changes', actor, { cursor: cursors[actor], first: 500, kinds }))]).toEqual([
        actor,
        [],
      ]);
  });

  it('an export; but not who asks for this list', async () => {
    expect(await noted(asking('exportPersonal', 'administrator', { unit: 'nguoi-a' }))).toEqual([
      'administrator exportPersonal nguoi-a',
    ]);
    expect(await noted(asking('accesses', 'auditor', { unit: 'nguoi-a' }))).toEqual([]);
  });

  it('who reads of no person is not written down', async () => {
    for (const [operation, parameters] of [
      ['unit', { unit: 'khu-dan-cu-1' }],
      ['units', { kind: ['HAMLET', 'DEPARTMENT'] }],
      ['submissions', { unit: ['khu-dan-cu-1'] }],
      ['plan', { plan: '2023' }],
      ['results', {}],
      ['documents', {}],
    ] as const) {
      expect([operation, await noted(asking(operation, 'auditor', parameters))]).toEqual([operation, []]);
    }
  });

  it('is told to auditor and administrator, the latest first, page by page', async () => {
    const told: Row[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = done(
        await open(test).ask('accesses', 'auditor', { commune, unit: 'nguoi-a', first: 2, after }),
      );
      told.push(...items);
      if (!next) break;
      after = next;
    }
    const { rows } = await test.admin.query(
      `select a.id, u.id as "unitId", a.actor, a.operation, a.request_id as "requestId", a.at from personal_access a join unit u on u.commune_id = a.commune_id and u.id = a.unit_id where u.code = 'nguoi-a' order by a.id desc`,
    );
    expect(told).toEqual(rows.map((row) => ({ ...row, at: row.at.toISOString() })));
    expect(told.length).toBeGreaterThan(4);
    expect(told.at(-1)).toMatchObject({ actor: 'clerk', operation: 'addUnit' });
    expect(
      done(await open(test).ask('accesses', 'administrator', { commune, unit: 'nguoi-a', first: 500 })).items,
    ).toEqual(told);
  });

  it('what cannot be written down is not answered', async () => {
    await test.admin.query('revoke insert on personal_access from thidua_runtime');
    try {
      const answer = await asking('unit', 'auditor', { unit: 'nguoi-a' })();
      expect([answer.status, answer.code, JSON.stringify(answer.body).includes('Trần')]).toEqual([500, 'FAULT', false]);
      expect((await asking('unit', 'auditor', { unit: 'khu-dan-cu-1' })()).code).toBeUndefined();
    } finally {
      await test.admin.query('grant insert on personal_access to thidua_runtime');
    }
    expect((await asking('unit', 'auditor', { unit: 'nguoi-a' })()).body.name).toBe('Trần nguoi-a');
  });
});

describe('a reason that stands in a record of nobody', () => {
  let decision: Row;
  let meeting: Row;

  beforeAll(async () => {
    await seated(test);
    const nomination = await nominated(test, await openedRound(test), 'nguoi-b', 'APPRAISED', 'SUDDEN');
    const refusals = [{ nomination: nomination.id, reason: 'Bà B đã chuyển đi' }];
    const input = { title: 'Về việc khen thưởng', refusals };
    decision = done(await rest(test).ask('draftDecision', 'clerk', { commune }, { input }));
    // The line of the nominee goes; the journal still has it.
    const { id, version } = decision;
    const reason = { reason: 'Lập nhầm' };
    done(await rest(test).ask('cancelDecision', 'chairperson', { commune, id }, { version, input: reason }));
    const convoked = await convened(test, [{ unit: 'khu-dan-cu-1', rule: onPaper }]);
    meeting = done(
      await rest(test).ask(
        'recuse',
        'council-4',
        { commune, id: convoked.id },
        {
          version: convoked.version,
          input: { nomination: convoked.matters[0]!.nominationId, reason: 'Anh em ruột' },
        },
      ),
    );
  });

  it.each(doors)('is of the nominee or the member: feed and history over %s', async (_, open) => {
    const ask =
      (operation: string, parameters: object, actor = 'auditor') =>
      () =>
        open(test).ask(operation, actor, { commune, ...parameters });
    const told = (asking: ReturnType<typeof ask>) => noted(asking, ['nguoi-b', 'can-bo-4']);
    expect(await told(ask('history', { type: 'decision', id: decision.id }))).toEqual(['auditor history nguoi-b']);
    expect(await told(ask('history', { type: 'meeting', id: meeting.id }))).toEqual(['auditor history can-bo-4']);
    expect(await told(ask('changes', { first: 500, kinds: ['decision.drafted', 'meeting.recused'] }))).toEqual([
      'auditor changes can-bo-4',
      'auditor changes nguoi-b',
    ]);
    expect(await told(ask('history', { type: 'meeting', id: meeting.id }, 'integrator'))).toEqual([]);
  });
});

it('a personal file downloaded, by whosever report it proves; another file not', async () => {
  expect(await noted(() => download(test, 'clerk', proof))).toEqual(['clerk downloadFile nguoi-a']);
  const stray = (await upload(test, 'hamlet-1', [personal, file('a.pdf', pdf())])).body.id;
  expect(await noted(() => download(test, 'clerk', stray))).toEqual([]);
});

it('a score sheet of a person, and what proves it', async () => {
  const scheme = 'nguoi-dan';
  const blocks = [{ code: 'dan', name: 'Người dân', of: 'INDIVIDUALS', members: [{ unit: 'nguoi-b' }] }];
  await adoptedScheme(test, scheme, { rules: rulesToScore({ blocks }) });
  const paper = (await upload(test, 'hamlet-1', [personal, file('b.pdf', pdf())])).body.id as string;
  const occurrences = [{ figure: 'vu-viec', text: 'Mất trộm', evidenceIds: [paper] }];
  const at = { commune, plan: '2023', scheme, unit: 'nguoi-b', period: '2023' };
  const { id } = done(await rest(test).ask('selfScore', 'hamlet-1', at, { version: 0, input: { occurrences } }));
  const by = (operation: string) => () =>
    rest(test).ask(operation, 'verifier', { ...at, id, scheme: [scheme], unit: [at.unit], period: [at.period] });
  expect(await noted(by('scoreSheet'))).toEqual(['verifier scoreSheet nguoi-b']);
  expect(await noted(by('scoreSheets'))).toEqual(['verifier scoreSheets nguoi-b']);
  expect(await noted(() => download(test, 'clerk', paper))).toEqual(['clerk downloadFile nguoi-b']);
});

it('a list as a table for a spreadsheet notes whom the list notes', async () => {
  const lists = operations().filter(isTable);
  const noting: string[] = [];
  for (const { operationId } of lists) {
    const parameters = { commune, plan: '2023', unit: people, parent, scheme: 'khu-dan-cu', id: v4(), first: 500 };
    const ask = (accept: string) => () => rest(test).ask(operationId, 'auditor', parameters, { headers: { accept } });
    const told = await noted(ask('application/json'));
    expect([operationId, await noted(ask('text/csv'))]).toEqual([operationId, told]);
    if (told.length > 0) noting.push(operationId);
  }
  expect(noting).toEqual(['nominations', 'submissions', 'units']);
});

it('edges of GraphQL, plain and compiled: once for a request, by the operation it first came by', async () => {
  for (let time = 1; time <= 3; time++) {
    expect(
      await noted(() =>
        graphql(
          'auditor',
          `{ commune(key: "${commune}") { units(parent: "${parent}", first: 500) { nodes { name } } } }`,
        ),
      ),
    ).toEqual(each('auditor', 'units'));
    expect(
      await noted(() =>
        graphql(
          'auditor',
          `{ submission(commune: "${commune}", id: "${report}") { unit { name } entries { evidence { name } } } unit(commune: "${commune}", unit: "nguoi-b") { name submissions { nodes { id } } } }`,
        ),
      ),
    ).toEqual([expect.stringMatching(/^auditor \w+ nguoi-a$/), 'auditor unit nguoi-b']);
    expect(
      await noted(() =>
        graphql(
          'auditor',
          `{ unit(commune: "${commune}", unit: "khu-dan-cu-1") { name submissions { nodes { id } } parent { name } } }`,
        ),
      ),
    ).toEqual([]);
  }
});

it('an award verified by its code without a key is not written down, by either door or as a page; with a key it is', async () => {
  const document = done(
    await rest(test).ask(
      'recordDocument',
      'clerk',
      { commune },
      { input: { type: 'QĐ', year: 2023, issuer: 'UBND tỉnh', title: 'Tặng Bằng khen' } },
    ),
  ).id;
  const codeOf = async (unit: string) =>
    done(
      await rest(test).ask(
        'recordAward',
        'clerk',
        { commune },
        {
          input: {
            unit,
            form: 'bang-khen-tinh',
            formName: 'Bằng khen',
            period: '2022',
            citation: 'Dẫn đầu',
            grantedOn: '2023-02-01',
            issuer: 'UBND tỉnh',
            document,
          },
        },
      ),
    ).verificationCode as string;
  const page = (code: string) => () => test.http().get(`/verify/${code}`);
  const theirs = await codeOf('nguoi-a');
  for (const [, door] of doors) {
    expect(await noted(() => door(test).ask('verifyAward', undefined, { code: theirs }))).toEqual([]);
    expect(await noted(() => door(test).ask('verifyAward', 'clerk', { code: theirs }))).toEqual([
      'clerk verifyAward nguoi-a',
    ]);
  }
  expect((await page(theirs)()).text).toContain('Trần nguoi-a');
  expect(await noted(page(theirs))).toEqual([]);
  for (const code of [await codeOf('khu-dan-cu-1'), 'duc-lang-0000-0000-0000-0000', 'duc-lang-0000-0000-0000-0001'])
    expect(await noted(page(code))).toEqual([]);
});
