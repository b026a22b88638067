import { jest } from '@jest/globals';
import { v4 } from 'uuid';
import { IdempotencyQueries } from '../../src/requests/idempotency.queries.js';
import { verify } from '../../src/exchange/verify.js';
import { as, useApp } from '../app.js';
import { isTable, operations } from '../contract/contract.js';
import { restAlone } from '../contract/rights/expected.js';
import { done, doors, rest, type Answer, type Door, type Row } from '../doors.js';
import { useExchange } from '../exchange.js';
import { file, pdf } from '../files.js';
import { start } from '../program.js';
import { rulesToScore } from '../schemes.js';
import { adoptedScheme } from '../score-sheets.js';
import { download, upload } from '../uploads.js';

const test = useApp();
const auditor = useExchange(test);
const commune = 'duc-lang';
const gone = '(đã xóa)';
const reason = 'Theo yêu cầu của đương sự';

const holding = (bytes: string) => Buffer.concat([pdf(), Buffer.from(bytes)]);

/** The tables that hold a text in any column, as a superuser sees them: as text, as JSON, as bytes. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await test.admin.query(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const found = [];
  for (const { name } of rows) {
    const {
      rows: [{ held }],
    } = await test.admin.query(`select exists (select from ${name} t where to_jsonb(t)::text ilike any ($1)) as held`, [
      [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`],
    ]);
    if (held) found.push(name);
  }
  return found;
}

interface Person {
  unit: string;
  /** Stands in everything that is told of them. */
  word: string;
  id: string;
  version: number;
  report: string;
  files: string[];
  /** Writes under a key: the operation, and how. */
  asked: {
    operation: string;
    actor: string;
    parameters: Record<string, unknown>;
    said: { version?: number; input?: object; headers: Record<string, string> };
  }[];
}

/** Somebody of whom something is told at every place that takes it, each act under a key of its own. */
async function somebody(door: Door, word: string): Promise<Person> {
  const person: Person = {
    unit: `ca-nhan-${door.name.toLowerCase()}`,
    word,
    id: '',
    version: 0,
    report: '',
    files: [],
    asked: [],
  };
  const act = async (
    operation: string,
    actor: string,
    parameters: Record<string, unknown>,
    given: { version?: number; input?: object; headers?: Record<string, string> } = {},
  ) => {
    const said = { ...given, headers: { ...given.headers, 'idempotency-key': v4() } };
    person.asked.push({ operation, actor, parameters: { commune, ...parameters }, said });
    return done(await door.ask(operation, actor, { commune, ...parameters }, said));
  };
  const uploaded = async (name: string) => {
    const { body } = await upload(test, 'hamlet-1', [{ name: 'personal', body: 'true' }, file(name, holding(word))], {
      'idempotency-key': v4(),
    });
    person.files.push(body.id);
    return body.id as string;
  };
  const identifiers = [{ system: 'bhxh', value: word }];
  await act(
    'addUnit',
    'clerk',
    {},
    {
      input: {
        code: person.unit,
        kind: 'INDIVIDUAL',
        kindText: `con ${word}`,
        name: `Nguyễn ${word} Cũ`,
        parent: 'khu-dan-cu-1',
        validFrom: '2023-01-01',
        identifiers,
      },
    },
  );
  const unit = await act(
    'amendUnit',
    'clerk',
    { unit: person.unit },
    { version: 1, input: { name: `Nguyễn ${word}`, from: '2024-01-31', reason: `Đổi tên ${word}` } },
  );
  Object.assign(person, { id: unit.id, version: unit.version });
  await act(
    'acknowledgePlan',
    'hamlet-1',
    { plan: '2023' },
    { input: { unit: person.unit, form: 'OTHER', heldOn: '2024-01-31', note: `Đã báo ${word}` } },
  );

  const [kept, dropped] = [await uploaded(`${word}.pdf`), await uploaded(`nhap-${word}.pdf`)];
  const entry = { indicatorCode: 'econ.maize.area', reported: '14', note: `Ruộng của ${word}` };
  const prose = { done: `${word} đã gieo`, shortfalls: `${word} ốm`, causes: `${word}`, proposals: `hỗ trợ ${word}` };
  let report = await act(
    'draftSubmission',
    'hamlet-1',
    {},
    {
      input: {
        plan: '2023',
        unit: person.unit,
        period: '2023-06',
        narrative: prose,
        entries: [
          { ...entry, evidenceIds: [dropped] },
          { indicatorCode: 'econ.livestock.deer', nothingToReport: `${word} không nuôi` },
        ],
      },
    },
  );
  person.report = report.id;
  const step = async (operation: string, actor: string, input?: object) =>
    (report = await act(operation, actor, { id: report.id }, { version: report.version, input }));
  await step('amendSubmission', 'hamlet-1', { entries: [{ ...entry, evidenceIds: [kept] }] });
  await step('submitSubmission', 'hamlet-1');
  await step('explainFinding', 'hamlet-1', {
    code: 'FREQUENCY',
    indicatorCode: 'econ.maize.area',
    explanation: `${word} báo cáo theo tháng`,
  });
  await step('returnSubmission', 'verifier', {
    reason: `Hỏi lại ${word}`,
    entries: [{ indicatorCode: 'econ.maize.area', remark: `Đo lại cho ${word}` }],
  });
  await step('submitSubmission', 'hamlet-1');
  await step('verifySubmission', 'verifier', {
    entries: [{ indicatorCode: 'econ.maize.area', verified: '13', verifiedReason: `Đo lại ruộng ${word}` }],
  });
  await step('approveSubmission', 'chairperson', {
    entries: [{ indicatorCode: 'econ.maize.area', approved: '12', approvedReason: `Theo ${word}` }],
  });
  const results = { commune, unit: [person.unit], period: ['2023-06'] };
  const result = done(await door.ask('results', 'district', results)).items[0].id;
  const asked = await act('addRemark', 'district', {}, { input: { result, text: `Vì sao ${word} được 12?` } });
  const answered = { version: asked.version, input: { answer: `${word} đã đo lại` } };
  await act('answerRemark', 'clerk', { id: asked.id }, answered);
  const correction = await act(
    'correctSubmission',
    'hamlet-1',
    { id: report.id },
    { input: { reason: `${word} cộng nhầm` } },
  );
  await act(
    'withdrawSubmission',
    'hamlet-1',
    { id: correction.id },
    { version: correction.version, input: { reason: `${word} rút` } },
  );
  const other = await act(
    'draftSubmission',
    'hamlet-1',
    {},
    { input: { plan: '2023', unit: person.unit, period: '2023-07', entries: [{ ...entry, evidenceIds: [] }] } },
  );
  let sent = other;
  for (const [operation, actor, input] of [
    ['submitSubmission', 'hamlet-1', undefined],
    [
      'returnSubmission',
      'verifier',
      { reason: `Thiếu ${word}`, entries: [{ indicatorCode: 'econ.maize.area', remark: `Bổ sung ${word}` }] },
    ],
  ] as const)
    sent = await act(operation, actor, { id: sent.id }, { version: sent.version, input });
  await scored(person, act, uploaded);
  await putForward(person, act);
  // An award lets the superiors see whose it is.
  person.version += 1;
  return person;
}

/** A score sheet of a person, with words at every place that takes them. */
async function scored(
  { unit, word }: Person,
  act: Parameters<typeof putForward>[1],
  uploaded: (name: string) => Promise<string>,
): Promise<void> {
  const scheme = `cham-${unit}`;
  const members = [{ unit }];
  const rules = rulesToScore({ blocks: [{ code: 'dan', name: 'Người dân', of: 'INDIVIDUALS', members }] });
  await adoptedScheme(test, scheme, { rules });
  const points = (line: string) => [{ line: 'II', points: line, reason: `${word} ${line}` }];
  const figures = (value: string) => [{ figure: 'ho-ngheo', value, reason: `${word} ${value}` }];
  const happened = { figure: 'vu-viec', text: `${word} mất trộm`, isExempt: true, reason: `${word} tự báo` };
  const occurrences = [{ ...happened, evidenceIds: [await uploaded(`cham-${word}.pdf`)] }];
  const path = { plan: '2023', scheme, unit, period: '2023' };
  const input = { points: points('30'), figures: figures('1'), occurrences };
  let sheet = await act('selfScore', 'hamlet-1', path, { version: 0, input });
  const step = async (operation: string, actor: string, given?: object) =>
    (sheet = await act(operation, actor, { id: sheet.id }, { version: sheet.version, input: given }));
  await step('submitScores', 'hamlet-1');
  await step('returnScores', 'verifier', { reason: `Hỏi lại ${word} về điểm` });
  await step('submitScores', 'hamlet-1');
  await step('verifyScore', 'verifier', { points: points('29'), figures: figures('2') });
  await step('concludeScore', 'chairperson', {
    points: points('41'),
    allowances: [{ line: 'II', reason: `Vì ${word}` }],
    exceptions: [{ class: 'xuat-sac', reason: `${word} xứng đáng` }],
  });
}

/** Records of a person who is nominated, was awarded before, and sits where others are judged. */
async function putForward(
  { unit, word }: Person,
  act: (
    operation: string,
    actor: string,
    parameters: Record<string, unknown>,
    given?: { version?: number; input?: object; headers?: Record<string, string> },
  ) => Promise<Row>,
): Promise<void> {
  const paper = { type: 'TTr', year: 2024, issuer: 'UBND xã', title: `Về việc khen thưởng ông ${word}` };
  const signer = { name: 'Nguyễn Thị Ký' };
  const document = (await act('recordDocument', 'clerk', {}, { input: { ...paper, persons: [unit], signer } })).id;
  const other = async (type: string) =>
    (await act('recordDocument', 'clerk', {}, { input: { ...paper, type, title: 'Văn bản kèm theo' } })).id;
  const { id: round } = await act(
    'openRound',
    'administrator',
    {},
    { input: { name: 'Đợt xét', period: '2023', forms: ['ldtt', 'giay-khen-xa'] } },
  );
  const submitted = async (input: Record<string, unknown>) => {
    const drafted = await act('nominate', 'administrator', {}, { input: { round, type: 'MERIT', ...input } });
    const papers = [];
    for (const { item, documentType } of drafted.dossier as Row[])
      papers.push({ item, document: documentType === paper.type ? document : await other(documentType) });
    return act(
      'submitNomination',
      'administrator',
      { id: drafted.id },
      { version: drafted.version, input: { papers } },
    );
  };
  const title = await submitted({ unit, form: 'ldtt', summary: `${word} làm tốt` });
  await act(
    'returnNomination',
    'clerk',
    { id: title.id },
    { version: title.version, input: { reason: `Hỏi thêm ${word}` } },
  );
  const sudden = await submitted({
    unit,
    form: 'giay-khen-xa',
    type: 'SUDDEN',
    deedOn: '2024-01-30',
    summary: `${word} cứu người`,
  });
  await act(
    'appraiseNomination',
    'clerk',
    { id: sudden.id },
    { version: sudden.version, input: { appraisal: `Đã xác minh với ${word}` } },
  );
  await act(
    'draftDecision',
    'clerk',
    {},
    { input: { title: 'Trả lời', refusals: [{ nomination: sudden.id, reason: `${word} chưa đủ` }] } },
  );
  await act(
    'recordAward',
    'clerk',
    {},
    {
      input: {
        unit,
        form: 'bang-khen-tinh',
        formName: 'Bằng khen',
        period: '2022',
        citation: `${word} dẫn đầu`,
        grantedOn: '2024-01-31',
        issuer: 'UBND xã',
        document: await other('QĐ'),
      },
    },
  );
  await act(
    'recordFact',
    'clerk',
    {},
    {
      input: {
        unit,
        kind: 'HOLD',
        value: 'COMPLAINT',
        title: `${word} bị khiếu nại`,
        validFrom: '2024-01-02',
        source: `Đơn về ${word}`,
      },
    },
  );
  await takenOut({ unit, word }, paper, act);
  const area = await submitted({ unit: 'khu-dan-cu-3', form: 'giay-khen-xa', summary: 'Phong trào mạnh' });
  await act('appraiseNomination', 'clerk', { id: area.id }, { version: area.version, input: { appraisal: 'Đủ' } });
  await act(
    'appointMember',
    'administrator',
    {},
    { input: { council: 'khu-dan-cu-5', person: unit, office: 'MEMBER', validFrom: '2024-01-01' } },
  );
  const meeting = await act(
    'conveneMeeting',
    'clerk',
    {},
    { input: { council: 'khu-dan-cu-5', heldOn: '2024-01-31', nominations: [area.id] } },
  );
  await act(
    'recuse',
    'clerk',
    { id: meeting.id },
    {
      version: meeting.version,
      input: { nomination: area.id, reason: `${word} là anh em` },
      headers: { 'on-behalf-of': unit, 'legal-reference': document },
    },
  );
}

/** Records about a person that were made by mistake, and taken out: they are in the journal alone. */
async function takenOut(
  { unit, word }: Pick<Person, 'unit' | 'word'>,
  paper: Row,
  act: Parameters<typeof putForward>[1],
): Promise<void> {
  const forms = ['giay-khen-xa'];
  const out = async (operation: string, actor: string, { id, version }: Row) =>
    act(operation, actor, { id }, { version, input: { reason: `${word} ghi nhầm` } });
  const mistaken = { ...paper, title: `Giấy của ông ${word}`, persons: [unit] };
  await out('removeDocument', 'clerk', await act('recordDocument', 'clerk', {}, { input: mistaken }));
  const { id: round } = await act('openRound', 'administrator', {}, { input: { name: 'Đợt', period: '2023', forms } });
  const nominee = { round, unit, form: forms[0], type: 'MERIT', summary: `${word} được đề nghị nhầm` };
  await out('dropNomination', 'administrator', await act('nominate', 'administrator', {}, { input: nominee }));
  const narrative = { done: `${word} báo cáo nhầm kỳ` };
  const report = { plan: '2023', unit, period: '2023-09', narrative, entries: [] };
  await out('dropSubmission', 'hamlet-1', await act('draftSubmission', 'hamlet-1', {}, { input: report }));
  const { id: document } = await act(
    'recordDocument',
    'clerk',
    {},
    { input: { ...paper, type: 'QĐ', title: 'Quyết định khen' } },
  );
  const award = { form: 'bang-khen-tinh', formName: 'Bằng khen', period: '2021', issuer: 'UBND xã' };
  const recorded = { ...award, unit, citation: `${word} ghi trùng`, grantedOn: '2024-01-31', document };
  await out('removeAward', 'clerk', await act('recordAward', 'clerk', {}, { input: recorded }));
}

/** Answers of every read to a reader of personal values, by operation; feed and history from their beginning. */
async function answers(door: Door, { unit, id, report, files }: Person): Promise<Record<string, string>> {
  const reads = operations().filter(
    ({ method, operationId }) =>
      method === 'get' &&
      (door.name === 'REST' || !restAlone.includes(operationId)) &&
      !['downloadFile', 'importTemplate', 'submissionTemplate'].includes(operationId),
  );
  const told: Record<string, string> = {};
  const tables: string[] = [];
  for (const { operationId, parameters, responses } of reads) {
    const actor = operationId === 'exportPersonal' ? 'administrator' : 'auditor';
    const given: Record<string, unknown> = {
      commune,
      key: commune,
      plan: '2023',
      unit,
      code: operationId === 'refusal' ? 'STALE' : 'econ.maize.area',
      id: operationId.startsWith('submission') ? report : id,
      type: 'unit',
    };
    const named = Object.fromEntries(
      parameters
        .filter(({ name, in: place }) => place === 'path' || (name === 'unit' && operationId !== 'targets'))
        .map(({ name }) => [name, given[name]]),
    );
    const pages: Answer[] = [];
    for (
      let at: object | undefined =
        operationId === 'changes'
          ? { first: 200 }
          : parameters.some(({ name }) => name === 'first')
            ? { first: 200 }
            : {};
      at;
    ) {
      const page: Answer = await door.ask(operationId, actor, {
        ...named,
        ...(operationId === 'commune' && { key: commune }),
        ...at,
      });
      pages.push(page);
      const { next, cursor, more } = page.body;
      at =
        operationId === 'changes'
          ? more
            ? { first: 200, cursor }
            : undefined
          : next
            ? { first: 200, after: next }
            : undefined;
    }
    told[operationId] = pages.map(({ body }) => JSON.stringify(body)).join();
    if (isTable({ responses }))
      tables.push(String((await rest(test).ask(operationId, actor, named, { headers: { accept: 'text/csv' } })).text));
  }
  for (const [type, each] of [
    ['submission', report],
    ['file', files[0]],
  ])
    told[`history of a ${type}`] = JSON.stringify(
      (await door.ask('history', 'auditor', { commune, type, id: each })).body,
    );
  for (const each of files) {
    const { status, body } = await download(test, 'auditor', each);
    told[`downloadFile ${files.indexOf(each)}`] = `${status} ${String(body)}`;
  }
  told.tables = tables.join('\n');
  return told;
}
const with_ = (word: string, told: Record<string, string>) =>
  Object.keys(told)
    .filter((name) => told[name]?.toLowerCase().includes(word))
    .sort();

describe.each(doors)('%s', (name, open) => {
  const word = `kanari${name.toLowerCase()}`;
  const door = open(test);
  let person: Person;
  let before: Record<string, string>;
  let erased: Answer;

  it('control: it is everywhere', async () => {
    person = await somebody(door, word);
    expect(await tablesWith(word)).toEqual([
      'acknowledgement',
      'award',
      'change_value',
      'decision_item',
      'document',
      'entry',
      'fact',
      'file',
      'file_chunk',
      'kept_answer',
      'nomination',
      'recusal',
      'remark',
      'score_sheet',
      'submission',
      'unit',
      'unit_term',
    ]);
    before = await answers(door, person);
    expect(with_(`nguyễn ${word}`, before)).toEqual([
      'awards',
      'awardsOfAll',
      'changes',
      'exportPersonal',
      'history',
      'snapshot',
      'tables',
      'unit',
      'units',
    ]);
    expect(with_(`${word} cứu`, before)).toEqual(['changes', 'exportPersonal', 'nominations', 'tables']);
    expect([with_(`${word} chưa đủ`, before), with_(`${word} là anh em`, before)]).toEqual([
      ['changes', 'decisions', 'tables'],
      door.name === 'REST' ? ['changes', 'meetings', 'tables'] : ['changes', 'tables'],
    ]);
    expect(with_(`ruộng của ${word}`, before)).toEqual([
      'changes',
      'exportPersonal',
      'history of a submission',
      'submission',
      'submissions',
      'tables',
    ]);
    expect(with_(`thưởng ông ${word}`, before)).toEqual(['changes', 'documents', 'exportPersonal', 'tables']);
    expect(with_('thị ký', before)).toEqual(['changes', 'documents', 'snapshot', 'tables']);
    expect(with_(`${word}.pdf`, before)).toEqual(['changes', 'exportPersonal', 'history of a file', 'tables']);
    expect(with_(word, before)).toEqual(expect.arrayContaining(['downloadFile 0', 'downloadFile 1']));
  });

  it('is exported whole: every value with where it stands, in pages', async () => {
    const items: Row[] = [];
    for (let after: string | undefined; ;) {
      const { items: page, next } = done(
        await door.ask('exportPersonal', 'administrator', { commune, unit: person.unit, first: 7, after }),
      );
      items.push(...page);
      if (!next) break;
      after = next;
    }
    const at = (type: string, pointer: string) =>
      items
        .filter((each) => each.type === type && each.pointer === pointer)
        .map(({ value, current, version }) => [value, current, version]);
    expect(at('unit', '/data/name')).toEqual([
      [`Nguyễn ${word} Cũ`, false, 1],
      [`Nguyễn ${word}`, false, 2],
      [`Nguyễn ${word}`, true, 3],
    ]);
    expect(JSON.parse(at('unit', '/data/identifiers').at(-1)?.[0])).toEqual([
      { system: 'bhxh', value: word, validFrom: null, validTo: null },
    ]);
    expect(at('unit', '/reason')).toEqual([[`Đổi tên ${word}`, false, 2]]);
    expect(at('acknowledgement', '/data/note')).toEqual([[`Đã báo ${word}`, true, 1]]);
    // The second is evidence no more.
    expect(at('file', '/data/name')).toEqual([
      [`${word}.pdf`, true, 1],
      [`nhap-${word}.pdf`, true, 1],
      [`cham-${word}.pdf`, true, 1],
    ]);
    expect(
      new Set(items.filter(({ type }) => type === 'sheet').map(({ pointer }) => pointer.replace(/\d+/, 'n'))),
    ).toEqual(
      new Set([
        ...['self', 'verified', 'final'].flatMap((column) =>
          ['points/n/reason', 'figures/n/reason', 'occurrences/n/text', 'occurrences/n/reason'].map(
            (member) => `/data/${column}/${member}`,
          ),
        ),
        ...['/data/allowances/n/reason', '/data/exceptions/n/reason', '/data/returnedReason', '/reason'],
      ]),
    );
    expect(
      new Set(items.filter(({ type }) => type === 'submission').map(({ pointer }) => pointer.replace(/\d+/, 'n'))),
    ).toEqual(
      new Set([
        '/data/narrative',
        '/data/returnedReason',
        '/data/findings/n/explanation',
        '/data/entries/n/note',
        '/data/entries/n/nothingToReport',
        '/data/entries/n/remark',
        '/data/entries/n/verifiedReason',
        '/data/entries/n/approvedReason',
        '/reason',
      ]),
    );
    expect(items.filter(({ type }) => type === 'access').map(({ value }) => value)).toEqual(
      expect.arrayContaining(['auditor unit', 'administrator exportPersonal']),
    );
    expect(items.filter(({ type, pointer }) => type !== 'access' && pointer === '/actor')).toEqual([]);
  });

  it('is refused for the version of yesterday, and for what is no person', async () => {
    const stale = await door.ask(
      'erasePersonal',
      'administrator',
      { commune, unit: person.unit },
      { version: person.version - 1, input: { reason } },
    );
    expect([stale.code, stale.body.details?.current]).toEqual(['STALE', person.version]);
    for (const [operation, said] of [
      ['exportPersonal', {}],
      ['accesses', {}],
      ['erasePersonal', { version: 1, input: { reason } }],
    ] as const) {
      const answer = await door.ask(operation, 'administrator', { commune, unit: 'khu-dan-cu-1' }, said);
      expect([answer.code, answer.body.errors?.[0].code]).toEqual(['RULE', 'NO_PERSON']);
    }
  });

  it('is erased: in no table', async () => {
    erased = await door.ask(
      'erasePersonal',
      'administrator',
      { commune, unit: person.unit },
      { version: person.version, input: { reason } },
    );
    expect(done(erased)).toEqual({
      id: person.id,
      version: person.version + 1,
      unitCode: person.unit,
      values: expect.any(Number),
      submissions: 3,
      sheets: 1,
      remarks: 1,
      acknowledgements: 1,
      nominations: 2,
      awards: 1,
      payments: 0,
      complaints: 0,
      facts: 1,
      listings: 0,
      objections: 0,
      documents: 1,
      files: 3,
    });
    expect(erased.body.values).toBeGreaterThan(30);
    expect(await tablesWith(word)).toEqual([]);
  });

  it('in no answer', async () => {
    const told = await answers(door, person);
    expect(with_(word, told)).toEqual([]);
    // A document is signed by duty, and found by what its title says now.
    expect(with_('thị ký', told)).toEqual(['changes', 'documents', 'snapshot', 'tables']);
    const found = done(await door.ask('documents', 'clerk', { commune, search: `thưởng ông ${word}` }));
    expect(found.items).toEqual([]);
    expect([told['downloadFile 0']?.slice(0, 3), told['downloadFile 0']]).toEqual([
      '410',
      expect.stringContaining('ERASED'),
    ]);
    expect(JSON.parse(told.unit as string)).toMatchObject({
      version: person.version + 1,
      name: gone,
      kindText: gone,
      identifiers: [],
    });
    const { narrative, entries } = JSON.parse(told.submission as string);
    expect(narrative).toEqual({ done: gone, shortfalls: gone, causes: gone, proposals: gone });
    // Figures that were measured and approved stay.
    expect(
      entries.map((each: Row) => [
        each.reported,
        each.verified,
        each.approved,
        each.note,
        each.verifiedReason,
        each.approvedReason,
        each.nothingToReport,
      ]),
    ).toEqual([
      ['14', '13', '12', gone, gone, gone, null],
      [null, null, null, null, null, null, gone],
    ]);
  });

  it('nor in what is answered once more: an act is not done again, and its record comes without the values', async () => {
    for (const { operation, actor, parameters, said } of person.asked) {
      const again = await door.ask(operation, actor, parameters, said);
      expect([operation, again.code, again.headers['idempotency-replayed']]).toEqual([operation, undefined, 'true']);
      expect([operation, JSON.stringify(again.body).toLowerCase().includes(word)]).toEqual([operation, false]);
    }
    const { operation, parameters, said } = person.asked[1]!;
    expect((await door.ask(operation, 'clerk', parameters, said)).body).toMatchObject({ version: 2, name: gone });
    // Another act under the same key is not taken for the first one.
    const input = { type: 'TTr', year: 2024, issuer: 'UBND xã', title: 'Khác' };
    const other = await door.ask('recordDocument', 'clerk', { commune }, { headers: said.headers, input });
    expect([other.code, other.headers['idempotency-replayed']]).toEqual(['KEY_REUSED', undefined]);
    // Nor can what was asked be guessed from its hash; what was asked of others keeps its own.
    const { rows } = await test.admin.query(
      'select bool_or(octet_length(fingerprint) > 0) filter (where answer ->> $1 = $2) as guessable, bool_or(octet_length(fingerprint) = 32) as others from kept_answer',
      ['id', person.id],
    );
    expect(rows[0]).toEqual({ guessable: false, others: true });
  });

  it('is told in the feed: one line without values, and every record in its new version', async () => {
    const lines = async (type: string, id: string) =>
      (await door.ask('history', 'auditor', { commune, type, id })).body.items;
    const [line] = await lines('personal', person.id);
    expect(line).toMatchObject({
      kind: 'personal.erased',
      version: person.version + 1,
      data: erased.body,
      personal: { '/reason': { value: reason } },
    });
    const [added, ...changed] = await lines('unit', person.id);
    expect(Object.keys(added.personal)).toEqual(['/actor']);
    expect(changed.at(-1)).toMatchObject({ kind: 'unit.erased', version: person.version + 1, position: line.position });
    for (const [type, id] of [
      ['submission', person.report],
      ['file', person.files[0]!],
    ] as const)
      expect((await lines(type, id)).at(-1)).toMatchObject({ kind: `${type}.erased`, position: line.position });
  });

  it('and can be erased again, when something new was told', async () => {
    const unit = done(
      await door.ask(
        'amendUnit',
        'clerk',
        { commune, unit: person.unit },
        { version: person.version + 1, input: { name: `Lại ${word}` } },
      ),
    );
    const { body } = await door.ask(
      'erasePersonal',
      'administrator',
      { commune, unit: person.unit },
      { version: unit.version, input: { reason } },
    );
    expect([body.version, await tablesWith(`Lại ${word}`)]).toEqual([unit.version + 1, []]);
  });
});

it('the chain still verifies, from its beginning, for whoever pulls it with the right to read personal values', async () => {
  const pulled = await auditor.pull({ key: test.keys.auditor });
  expect(pulled.filter(({ unverified }) => unverified !== undefined)).toEqual([]);
  expect((await verify(auditor.into)).filter(({ unverified }) => unverified !== undefined)).toEqual([]);
  const { rows } = await test.admin.query(`select count(*)::int as lines from change where kind = 'personal.erased'`);
  expect(rows[0].lines).toBe(4);
});

it("the reason of an act goes from all that it changed; that of another's act stays", async () => {
  const add = async (input: object) =>
    done(await rest(test).ask('addUnit', 'clerk', { commune }, { input: { validFrom: '2023-01-01', ...input } }));
  await add({ code: 'xom-a', kind: 'HAMLET', name: 'Xóm A', parent: 'ubnd' });
  const household = await add({ code: 'ho-a', kind: 'HOUSEHOLD', name: 'Hộ ông A', parent: 'xom-a' });
  await add({ code: 'ho-a-con', kind: 'INDIVIDUAL', name: 'Con A', parent: 'ho-a' });
  const move = (unit: string, version: number, parent: string, why: string) =>
    rest(test).ask('moveUnit', 'clerk', { commune, unit }, { version, input: { parent, reason: why } });
  done(await move('xom-a', 1, 'mat-tran-to-quoc', 'Sắp xếp thôn xóm'));
  const { version } = done(await move('ho-a', household.version + 1, 'ubnd', 'Hộ ông A chuyển nhà'));
  expect(await tablesWith('Hộ ông A chuyển nhà')).toEqual(['change_value']);
  done(
    await rest(test).ask('erasePersonal', 'administrator', { commune, unit: 'ho-a' }, { version, input: { reason } }),
  );
  expect([await tablesWith('Hộ ông A'), await tablesWith('Con A'), await tablesWith('Sắp xếp thôn xóm')]).toEqual([
    [],
    ['change_value', 'unit_term'],
    ['change_value'],
  ]);
});

it('what is copied from a report while it is erased is erased with it', async () => {
  const word = 'kanaridua';
  const door = rest(test);
  done(
    await door.ask(
      'addUnit',
      'clerk',
      { commune },
      { input: { code: 'nguoi-dua', kind: 'INDIVIDUAL', name: 'A', parent: 'khu-dan-cu-1', validFrom: '2023-01-01' } },
    ),
  );
  let { id, version } = done(
    await door.ask(
      'draftSubmission',
      'hamlet-1',
      { commune },
      { input: { plan: '2023', unit: 'nguoi-dua', period: '2023-06', narrative: { done: word } } },
    ),
  );
  for (const [operation, actor] of [
    ['submitSubmission', 'hamlet-1'],
    ['verifySubmission', 'verifier'],
    ['approveSubmission', 'chairperson'],
  ] as const) {
    ({ version } = done(
      await door.ask(
        operation,
        actor,
        { commune, id },
        { version, input: operation === 'submitSubmission' ? undefined : {} },
      ),
    ));
  }
  const queries = test.app.get(IdempotencyQueries);
  const forget = queries.deleteExpired.bind(queries);
  let release = () => {};
  const inside = new Promise<void>((held) => {
    jest.spyOn(queries, 'deleteExpired').mockImplementationOnce(async (...given) => {
      held();
      await new Promise<void>((free) => (release = free));
      return forget(...given);
    });
  });
  const correcting = door.ask(
    'correctSubmission',
    'hamlet-1',
    { commune, id },
    { input: { reason: 'Nhầm' }, headers: { 'idempotency-key': v4() } },
  );
  await inside;
  let over = false;
  const erasing = door
    .ask('erasePersonal', 'administrator', { commune, unit: 'nguoi-dua' }, { version: 1, input: { reason } })
    .finally(() => (over = true));
  const waits = async () =>
    (
      await test.admin.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rowCount;
  while (!over && !(await waits())) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  done(await correcting);
  expect(done(await erasing)).toMatchObject({ submissions: 2 });
  expect(await tablesWith(word)).toEqual([]);
});

it('no log line holds it, at whatever level', async () => {
  const word = 'kanarilog';
  const program = start({ DATABASE_URL: test.database.runtimeUrl, LOG_LEVEL: 'trace', TODAY: '2024-01-31' });
  try {
    const units = `${await program.ready()}/v1/communes/${commune}/units`;
    const send = (path: string, actor: string, body?: object, headers = {}) =>
      fetch(units + path, {
        method: body ? 'POST' : 'GET',
        headers: { ...as(test, actor), ...(body && { 'content-type': 'application/json' }), ...headers },
        body: body && JSON.stringify(body),
      });
    expect(
      (await send('', 'clerk', { code: 'nguoi-ghi', kind: 'INDIVIDUAL', name: word, validFrom: '2024-01-01' })).status,
    ).toBe(201);
    expect(await (await send('/nguoi-ghi', 'auditor')).text()).toContain(word);
    expect(await (await send('/nguoi-ghi/personal', 'administrator')).text()).toContain(word);
    expect((await send('/nguoi-ghi/personal/erase', 'administrator', { reason }, { 'if-match': '"1"' })).status).toBe(
      200,
    );
    expect(await (await send('/nguoi-ghi', 'auditor')).text()).toContain(gone);
  } finally {
    await program.stop();
  }
  expect(program.stderr).toContain('/:unit/personal/erase');
  expect(program.stderr + program.stdout).not.toContain(word);
});
