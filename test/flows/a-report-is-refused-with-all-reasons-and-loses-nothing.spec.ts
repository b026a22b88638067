import { AppointmentActsService } from '../../src/actors/appointment-acts.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import type { DraftSubmission } from '../../src/submissions/submission.inputs.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { submissionStates, type SubmissionState } from '../../src/submissions/submission.workflow.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { UnitClosingsService } from '../../src/units/unit-closings.service.js';
import { useApp } from '../app.js';
import { everything } from '../contract/writes.js';
import { doors, rest, type Answer, type Door } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const nobodys = '019a0000-0000-7000-8000-000000000000';
const maize = 'econ.maize.area';

/** Reports and what else is referred to, by a name of ours. */
const ids: Record<string, string> = {};
const acts = [
  'amendSubmission',
  'submitSubmission',
  'explainFinding',
  'verifySubmission',
  'returnSubmission',
  'approveSubmission',
  'withdrawSubmission',
  'correctSubmission',
] as const;
type Act = (typeof acts)[number];
const inputs: Readonly<Record<Act, object | undefined>> = {
  amendSubmission: { narrative: { done: 'Đã gieo trồng' } },
  submitSubmission: undefined,
  explainFinding: { code: 'FREQUENCY', indicatorCode: maize, explanation: 'Theo yêu cầu của huyện' },
  verifySubmission: {},
  returnSubmission: { reason: 'Chưa khớp' },
  approveSubmission: {},
  withdrawSubmission: {},
  correctSubmission: { reason: 'Cộng nhầm' },
};
const doer = (act: Act) =>
  ({ verifySubmission: 'verifier', returnSubmission: 'verifier', approveSubmission: 'chairperson' })[act as string] ??
  'hamlet-1';

const version = async (id: string) =>
  Number((await test.admin.query('select version from submission where id = $1', [id])).rows[0]?.version ?? 1);
const said = ({ status, code, body }: Answer) => [
  status,
  code,
  (body.errors ?? []).map(({ pointer, code: broken }: { pointer: string; code: string }) => `${pointer} ${broken}`),
];
const alike = ({ body: { requestId: _, instance: __, ...told } }: Answer) => told;

/** An act that is refused: what was said; nothing was written. */
async function refused(work: () => Promise<Answer>): Promise<Answer> {
  const before = await everything(test);
  const answer = await work();
  expect(await everything(test)).toEqual(before);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  return answer;
}
const tried = async (
  door: Door,
  act: Act,
  id: string,
  {
    actor = doer(act),
    input = inputs[act],
    headers = {},
  }: { actor?: string; input?: object; headers?: Record<string, string> } = {},
) => {
  const asked = { input, headers, ...(act !== 'correctSubmission' && { version: await version(id) }) };
  return refused(() => door.ask(act, actor, { commune, id }, asked));
};

beforeAll(async () => {
  const operator = await test.operator();
  const service = test.app.get(SubmissionActsService);
  const [units, plans, indicators] = [
    test.app.get(UnitActsService),
    test.app.get(PlanActsService),
    test.app.get(IndicatorActsService),
  ];
  const steps = ['submitSubmission', 'verifySubmission', 'approveSubmission'] as const;

  /** A report of khu-dan-cu-1, so many steps on its way. */
  const report = async (name: string, far: number, change: Partial<DraftSubmission> = {}, where = commune) => {
    let { id, version: at } = await service.draftSubmission(operator, where, {
      plan: '2023',
      unit: 'khu-dan-cu-1',
      period: '2023-06',
      entries: [{ indicatorCode: maize, reported: '14' }],
      ...change,
    });
    for (const step of steps.slice(0, far))
      ({ version: at } = await service[step](operator, { commune: where, id, expectedVersion: at }, {}));
    ids[name] = id;
  };

  await units.addUnit(operator, 'xa-mau', {
    code: 'to-rieng',
    kind: 'HAMLET',
    name: 'Thôn của xã Mẫu',
    validFrom: '2021-07-01',
  });
  await units.addUnit(operator, commune, {
    code: 'to-moi',
    kind: 'HAMLET',
    name: 'Thôn mới',
    parent: 'khu-dan-cu-1',
    validFrom: '2023-08-01',
  });
  const closed = await units.addUnit(operator, commune, {
    code: 'to-cu',
    kind: 'HAMLET',
    name: 'Thôn cũ',
    parent: 'khu-dan-cu-1',
    validFrom: '2021-07-01',
  });
  await test.app.get(UnitClosingsService).closeUnit(
    operator.acting({ on: '2023-08-31' }),
    { commune, unit: closed.code, expectedVersion: closed.version },
    {
      reason: 'Sáp nhập',
    },
  );

  const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch phát động phong trào' };
  const movement = (key: string) => ({
    key,
    kind: 'MOVEMENT' as const,
    year: 2024,
    title: 'Phong trào',
    sections: [{ path: '1', title: 'Chỉ tiêu' }],
    document,
  });
  await plans.draftPlan(operator, 'xa-mau', movement('2024-rieng'));
  await plans.draftPlan(operator, commune, movement('2024-nhap'));
  const { version: drafted } = await plans.draftPlan(operator, commune, movement('2024-phong-trao'));
  const plain = {
    sectionPath: '1',
    sortOrder: 1,
    rawText: 'Đạt',
    direction: 'UP' as const,
    comparator: 'ACHIEVE' as const,
    frequency: 'YEARLY' as const,
    reported: 'CUMULATIVE' as const,
    overTime: 'AT_END' as const,
    overUnits: 'COMMUNE_ONLY' as const,
  };
  for (const unit of ['STATE', 'RATING', 'GRADE'] as const) {
    const measure = { unit, displayUnit: 'mức', scale: 0 };
    await indicators.addIndicator(
      operator,
      { commune, plan: '2024-phong-trao' },
      {
        ...plain,
        code: `gov.${unit.toLowerCase()}`,
        name: unit,
        measure,
        targetText: 'Đạt',
        evidenceRequired: unit === 'GRADE',
      },
    );
  }
  await plans.issuePlan(operator, { commune, plan: '2024-phong-trao', expectedVersion: drafted });
  test.exceptFromAudit('file', 'indicator', 'appointment');
  await test.admin.query(`update indicator set retired_on = '2023-06-01' where code = 'econ.livestock.deer'`);
  // The sample's verifier verifies everything; here, what stands below the People's Committee.
  await test.admin.query(
    `update appointment a set unit_id = u.id from unit u where u.commune_id = a.commune_id and u.code = 'ubnd' and a.role = 'VERIFIER'`,
  );
  await test.admin.query(
    `update indicator i set responsible_unit_id = u.id from unit u where u.commune_id = i.commune_id and u.code = 'mat-tran-to-quoc' and i.code = 'econ.livestock.pig'`,
  );

  for (const [name, key] of [
    ['file', commune],
    ['foreignFile', 'xa-mau'],
  ] as const) {
    const { rows } = await test.admin.query(
      `insert into file (commune_id, id, name, media_type, size, sha256, personal, audience, uploaded_by)
       select c.id, gen_random_uuid(), 'a.pdf', 'application/pdf', 1, repeat('1', 64), false, 'INSIDE', a.id
       from commune c left join actor a on a.commune_id = c.id and a.key = 'hamlet-1' where c.key = $1 returning id`,
      [key],
    );
    ids[name] = rows[0].id;
  }

  await report('DRAFT', 0);
  await report('SUBMITTED', 1, {
    period: '2023-05',
    entries: [
      { indicatorCode: maize, reported: '14' },
      { indicatorCode: 'econ.livestock.pig', reported: '3' },
    ],
  });
  await report('VERIFIED', 2, { period: '2023-04' });
  await report('APPROVED', 3, { period: '2023-11' });
  await report('RETURNED', 1, { period: '2023-12' });
  await service.returnSubmission(operator, { commune, id: ids.RETURNED!, expectedVersion: 2 }, { reason: 'Chưa khớp' });
  await report('WITHDRAWN', 0, { period: '2023-H1' });
  await service.withdrawSubmission(operator, { commune, id: ids.WITHDRAWN!, expectedVersion: 1 }, {});
  await report('SUPERSEDED', 3, { period: '2023-9M' });
  const correction = await service.correctSubmission(
    operator,
    { commune, id: ids.SUPERSEDED! },
    { reason: 'Cộng nhầm' },
  );
  for (const [place, step] of steps.entries())
    await service[step](operator, { commune, id: correction.id, expectedVersion: place + 1 }, {});

  await report('empty', 0, { period: '2023-07', entries: [] });
  await report('ahead', 0, {
    plan: '2024-phong-trao',
    period: '2024-06',
    entries: [{ indicatorCode: 'gov.state', reported: 'YES' }],
  });
  await report('words', 0, {
    plan: '2024-phong-trao',
    period: '2024-01',
    entries: [{ indicatorCode: 'gov.grade', reported: 'Vững mạnh' }],
  });
  await report('pigs', 1, { period: '2023-08', entries: [{ indicatorCode: 'econ.livestock.pig', reported: '3' }] });
  await report('foreign', 0, { entries: [] }, 'xa-mau');
  await report('early', 0, { period: '2023-09' });
  await service.submitSubmission(operator.acting({ on: '2024-01-10' }), {
    commune,
    id: ids.early!,
    expectedVersion: 1,
  });
  await service.verifySubmission(
    operator.acting({ on: '2024-01-25' }),
    { commune, id: ids.early!, expectedVersion: 2 },
    {},
  );
  await report('amended', 0, { period: '2023-10' });
  await service.amendSubmission(
    operator,
    { commune, id: ids.amended!, expectedVersion: 1 },
    { narrative: { done: 'Gieo trồng đúng thời vụ' } },
  );
  ids.sheet = (await test.app.get(DocumentActsService).recordDocument(operator, commune, document)).id;

  // One person in two posts.
  const appointments = test.app.get(AppointmentActsService);
  for (const [key, role] of [
    ['hamlet-3', 'CHAIRPERSON'],
    ['clerk', 'CHAIRPERSON'],
    ['clerk', 'VERIFIER'],
  ] as const) {
    await appointments.appoint(operator, commune, {
      actor: key,
      role,
      validFrom: '2021-07-01',
      ...(role === 'VERIFIER' && { unit: 'ubnd' }),
    });
  }
  const ask = rest(test).ask;
  const own = [
    ['hamlet-3', 'khu-dan-cu-3', {}],
    ['clerk', 'khu-dan-cu-4', { 'on-behalf-of': 'khu-dan-cu-4', 'legal-reference': ids.sheet }],
  ] as const;
  for (const [actor, unit, headers] of own) {
    const { body } = await ask(
      'draftSubmission',
      actor,
      { commune },
      { input: { plan: '2023', unit, period: '2023-06', entries: [{ indicatorCode: maize, reported: '9' }] }, headers },
    );
    await ask('submitSubmission', actor, { commune, id: body.id }, { version: 1, headers });
    const { status } = await ask('verifySubmission', 'verifier', { commune, id: body.id }, { version: 2, input: {} });
    expect(status).toBe(200);
    ids[unit] = body.id;
  }
});

describe.each(doors)('%s', (_, open) => {
  let door: Door;
  beforeAll(() => void (door = open(test)));
  const draft = (change: Partial<DraftSubmission>, actor = 'hamlet-1', headers = {}) =>
    refused(() =>
      door.ask(
        'draftSubmission',
        actor,
        { commune },
        { input: { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-10', ...change }, headers },
      ),
    );

  const figures: [string, object[], string[]][] = [
    ['words for a figure', [{ indicatorCode: maize, reported: 'nhiều' }], ['/entries/0/reported FIGURE']],
    [
      'a figure as it is printed',
      [{ indicatorCode: 'econ.livestock.buffalo-cattle', reported: '1.763,5' }],
      ['/entries/0/reported FIGURE'],
    ],
    ['YES for a figure', [{ indicatorCode: maize, reported: 'YES' }], ['/entries/0/reported FIGURE']],
    ['a negative area', [{ indicatorCode: maize, reported: '-5' }], ['/entries/0/reported NEGATIVE']],
    [
      'a count above its total',
      [{ indicatorCode: 'ntm.model-residential-areas', reported: '7', outOf: '6' }],
      ['/entries/0/reported MORE_THAN_ALL'],
    ],
    [
      'a percentage without its total',
      [{ indicatorCode: 'econ.households-clean-water', reported: '75' }],
      ['/entries/0/outOf OUT_OF_MISSING'],
    ],
    [
      'a total nobody asks for',
      [{ indicatorCode: maize, reported: '5', outOf: '6' }],
      ['/entries/0/outOf OUT_OF_UNASKED'],
    ],
    [
      'several at once',
      [
        { indicatorCode: maize, reported: 'nhiều' },
        { indicatorCode: 'econ.peanut.area', reported: '-5' },
        { indicatorCode: 'econ.households-clean-water', reported: '75', nothingToReport: 'Không' },
      ],
      [
        '/entries/0/reported FIGURE',
        '/entries/1/reported NEGATIVE',
        '/entries/2/nothingToReport ONE_OF_TWO',
        '/entries/2/outOf OUT_OF_MISSING',
      ],
    ],
    ['an unknown indicator', [{ indicatorCode: 'econ.gold', reported: '5' }], ['/entries/0/indicatorCode UNKNOWN']],
    [
      'an indicator of another plan',
      [{ indicatorCode: 'gov.state', reported: 'YES' }],
      ['/entries/0/indicatorCode UNKNOWN'],
    ],
    [
      'one named twice',
      [
        { indicatorCode: maize, reported: '5' },
        { indicatorCode: maize, reported: '6' },
      ],
      ['/entries/1/indicatorCode TWICE'],
    ],
    [
      'a derived indicator',
      [{ indicatorCode: 'gov.plan-dissemination', reported: '50' }],
      ['/entries/0/indicatorCode DERIVED'],
    ],
    [
      'a retired indicator',
      [{ indicatorCode: 'econ.livestock.deer', reported: '5' }],
      ['/entries/0/indicatorCode RETIRED'],
    ],
    [
      'what another unit reports for the commune',
      [{ indicatorCode: 'econ.income-per-capita', reported: '50000000' }],
      ['/entries/0/indicatorCode COMMUNE_ONLY'],
    ],
    [
      'a figure and nothing to report',
      [{ indicatorCode: maize, reported: '5', nothingToReport: 'Không trồng' }],
      ['/entries/0/nothingToReport ONE_OF_TWO'],
    ],
    [
      'a file that is nowhere',
      [{ indicatorCode: maize, reported: '5', evidenceIds: [nobodys] }],
      ['/entries/0/evidenceIds/0 UNKNOWN'],
    ],
  ];

  it.each(figures)('%s, drafted and amended', async (_case, entries, points) => {
    expect(said(await draft({ entries } as Partial<DraftSubmission>))).toEqual([422, 'RULE', points]);
    expect(said(await tried(door, 'amendSubmission', ids.DRAFT!, { input: { entries } }))).toEqual([
      422,
      'RULE',
      points,
    ]);
  });

  it.each([
    ['gov.state', 'GOOD'],
    ['gov.state', '1'],
    ['gov.rating', '9'],
    ['gov.rating', 'Tốt'],
    ['gov.grade', '9'],
  ])('%s reported as %s', async (indicatorCode, reported) =>
    expect(
      said(await tried(door, 'amendSubmission', ids.words!, { input: { entries: [{ indicatorCode, reported }] } })),
    ).toEqual([422, 'RULE', ['/entries/0/reported WORDS']]),
  );

  it('a file of another commune is one that is nowhere', async () => {
    const of = async (file: string) =>
      alike(
        await tried(door, 'amendSubmission', ids.DRAFT!, {
          input: { entries: [{ indicatorCode: maize, evidenceIds: [ids.file, file] }] },
        }),
      );
    const told = await of(ids.foreignFile!);
    expect(told).toMatchObject({ code: 'RULE', errors: [{ pointer: '/entries/0/evidenceIds/1', code: 'UNKNOWN' }] });
    expect(JSON.parse(JSON.stringify(told).replaceAll(ids.foreignFile!, nobodys))).toEqual(await of(nobodys));
  });

  it('a change of nothing', async () => {
    for (const input of [{}, { entries: [] }])
      expect(said(await tried(door, 'amendSubmission', ids.DRAFT!, { input }))).toEqual([
        422,
        'RULE',
        [' NOTHING_CHANGED'],
      ]);
  });

  it.each<[string, Partial<DraftSubmission>, unknown[]]>([
    ['a plan in draft', { plan: '2024-nhap', period: '2024-01' }, [409, 'STATE', []]],
    ['a plan that is not there', { plan: '2023-khong-co' }, [404, 'NOT_FOUND', []]],
    ['a unit that is not there', { unit: 'khu-dan-cu-99' }, [422, 'RULE', ['/unit NOT_VALID']]],
    ['a unit that was closed before', { unit: 'to-cu' }, [422, 'RULE', ['/unit NOT_VALID']]],
    ['a unit that began after the period', { unit: 'to-moi', period: '2023-06' }, [422, 'RULE', ['/unit NOT_VALID']]],
    ['a period of another year', { period: '2022-06' }, [422, 'RULE', ['/period NOT_OF_THE_YEAR']]],
    ['a period reported already', { period: '2023-06' }, [409, 'ALREADY_REPORTED', []]],
    ['another hamlet', { unit: 'khu-dan-cu-2' }, [403, 'FORBIDDEN', [' FOR_UNITS']]],
  ])('a draft for %s', async (_case, change, expected) => expect(said(await draft(change))).toEqual(expected));

  it.each(['2023-13', '2023-02-30/2023-03-05', 'tháng 6'])('a draft for "%s", which is no period', async (period) =>
    expect((await draft({ period })).status).toBe(400),
  );

  it('a plan and a unit of another commune are such as are not there', async () => {
    const told = async (change: Partial<DraftSubmission>) => JSON.stringify(alike(await draft(change)));
    expect(await told({ plan: '2024-rieng' })).toBe(await told({ plan: '2024-khac' }));
    expect((await told({ unit: 'to-rieng' })).replaceAll('to-rieng', 'to-khac')).toBe(await told({ unit: 'to-khac' }));
    expect(
      said(
        await refused(() =>
          door.ask(
            'draftSubmission',
            'hamlet-1',
            { commune: 'xa-mau' },
            { input: { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-10' } },
          ),
        ),
      ),
    ).toEqual([404, 'NOT_FOUND', []]);
  });

  it('a report of another commune is one that is not there', async () => {
    for (const act of acts) {
      const [foreign, unknown] = [await tried(door, act, ids.foreign!), await tried(door, act, nobodys)];
      expect([act, foreign.status, alike(foreign)]).toEqual([act, 404, alike(unknown)]);
    }
    const read = async (id: string) => alike(await refused(() => door.ask('submission', 'clerk', { commune, id })));
    expect(await read(ids.foreign!)).toEqual(await read(nobodys));
  });

  const may: Readonly<Record<SubmissionState, readonly Act[]>> = {
    DRAFT: ['amendSubmission', 'submitSubmission', 'explainFinding', 'withdrawSubmission'],
    SUBMITTED: ['explainFinding', 'verifySubmission', 'returnSubmission', 'withdrawSubmission'],
    RETURNED: ['amendSubmission', 'submitSubmission', 'explainFinding', 'withdrawSubmission'],
    VERIFIED: ['explainFinding', 'returnSubmission', 'approveSubmission'],
    APPROVED: ['correctSubmission'],
    WITHDRAWN: [],
    SUPERSEDED: [],
  };
  it.each(submissionStates)('%s: what may not be done now', async (state) => {
    for (const act of acts.filter((each) => !may[state].includes(each))) {
      const answer = await tried(door, act, ids[state]!);
      expect([act, ...said(answer), answer.body.details]).toEqual([
        act,
        409,
        'STATE',
        [],
        { state, current: await version(ids[state]!) },
      ]);
    }
  });

  it('every act of every state, once the plan is closed', async () => {
    await test.admin.query(`update plan set state = 'CLOSED' where key = '2023'`);
    try {
      expect(said(await draft({}))).toEqual([409, 'STATE', []]);
      for (const state of submissionStates) {
        for (const act of may[state].filter((each) => each !== 'correctSubmission')) {
          const answer = await tried(door, act, ids[state]!);
          expect([state, act, ...said(answer), answer.body.details]).toEqual([
            state,
            act,
            409,
            'STATE',
            [],
            { state: 'CLOSED', current: await version(ids[state]!) },
          ]);
        }
      }
      // A figure approved by mistake can still be corrected.
      const { body } = await door.ask(
        'correctSubmission',
        'hamlet-1',
        { commune, id: ids.APPROVED! },
        { input: { reason: 'Cộng nhầm' } },
      );
      expect(body).toMatchObject({ state: 'DRAFT', correctsId: ids.APPROVED });
      expect(
        (await door.ask('withdrawSubmission', 'hamlet-1', { commune, id: body.id }, { version: 1, input: {} })).body
          .state,
      ).toBe('WITHDRAWN');
    } finally {
      await test.admin.query(`update plan set state = 'ISSUED' where key = '2023'`);
    }
  });

  it.each<[string, string, string[]]>([
    ['a report that says nothing', 'empty', ['/entries EMPTY']],
    ['a period that has not begun', 'ahead', ['/period NOT_BEGUN']],
    ['a figure without its evidence', 'words', ['/entries/gov.grade/evidenceIds EVIDENCE_MISSING']],
  ])('submitted: %s', async (_case, report, points) =>
    expect(said(await tried(door, 'submitSubmission', ids[report]!))).toEqual([422, 'RULE', points]),
  );

  it.each<[Act, string, 'verified' | 'approved', string]>([
    ['verifySubmission', 'SUBMITTED', 'verified', '14'],
    ['approveSubmission', 'VERIFIED', 'approved', '14'],
  ])('%s with figures that do not hold', async (act, state, member, before) => {
    const entries = [
      { indicatorCode: maize, [member]: '13' },
      { indicatorCode: 'econ.gold', [member]: before },
      { indicatorCode: maize, [member]: before },
    ];
    const answer = await tried(door, act, ids[state]!, { input: { entries } });
    expect([answer.code, said(answer)[2].sort()]).toEqual([
      'RULE',
      [`/entries/0/${member}Reason DIFFERS`, '/entries/1/indicatorCode UNKNOWN', '/entries/2/indicatorCode TWICE'],
    ]);
    const words = await tried(door, act, ids[state]!, {
      input: { entries: [{ indicatorCode: maize, [member]: 'nhiều', [`${member}Reason`]: 'Đo' }] },
    });
    expect(said(words)).toEqual([422, 'RULE', [`/entries/0/${member} FIGURE`]]);
  });

  it('verified: what another answers for', async () => {
    expect(
      said(
        await tried(door, 'verifySubmission', ids.SUBMITTED!, {
          input: { entries: [{ indicatorCode: 'econ.livestock.pig', verified: '3' }] },
        }),
      ),
    ).toEqual([422, 'RULE', ['/entries/0/indicatorCode NOT_YOURS']]);
    for (const act of ['verifySubmission', 'returnSubmission'] as const)
      expect(said(await tried(door, act, ids.pigs!))).toEqual([403, 'FORBIDDEN', []]);
  });

  it('returned: a remark on no entry, and no reason', async () => {
    expect(
      said(
        await tried(door, 'returnSubmission', ids.SUBMITTED!, {
          input: { reason: 'Sai', entries: [{ indicatorCode: 'econ.gold', remark: 'Đo' }] },
        }),
      ),
    ).toEqual([422, 'RULE', ['/entries/0/indicatorCode UNKNOWN']]);
    expect(said(await tried(door, 'returnSubmission', ids.SUBMITTED!, { input: { reason: ' ' } }))).toEqual([
      400,
      'INVALID',
      ['/reason blank'],
    ]);
  });

  it('nobody approves what they submitted, themselves or for a unit; what another submitted they may', async () => {
    for (const [actor, report] of [
      ['hamlet-3', 'khu-dan-cu-3'],
      ['clerk', 'khu-dan-cu-4'],
    ] as const) {
      expect(said(await tried(door, 'approveSubmission', ids[report]!, { actor }))).toEqual([403, 'FOUR_EYES', []]);
      const possible = async (id: string) =>
        (
          await test
            .http()
            .get(`/v1/communes/${commune}/submissions/${id}/actions`)
            .set({ authorization: `Bearer ${test.keys[actor]}` })
        ).body.items.find(({ act }: { act: string }) => act === 'approveSubmission');
      expect(await possible(ids[report]!)).toEqual({
        act: 'approveSubmission',
        allowed: false,
        reasons: ['FOUR_EYES'],
      });
      expect(await possible(ids.VERIFIED!)).toEqual({ act: 'approveSubmission', allowed: true, reasons: [] });
    }
  });

  it("a hamlet on another's report, and the clerk in nobody's name", async () => {
    for (const state of ['DRAFT', 'RETURNED', 'APPROVED'] as const) {
      for (const act of may[state]) {
        // What is not submitted is not shown to another unit.
        expect([act, said(await tried(door, act, ids[state]!, { actor: 'hamlet-2' }))]).toEqual([
          act,
          state === 'APPROVED' ? [403, 'FORBIDDEN', [' FOR_UNITS']] : [404, 'NOT_FOUND', []],
        ]);
        expect([act, said(await tried(door, act, ids[state]!, { actor: 'clerk' }))]).toEqual([
          act,
          [403, 'ON_BEHALF_MISSING', []],
        ]);
        const other = { 'on-behalf-of': 'khu-dan-cu-2', 'legal-reference': ids.sheet! };
        expect([act, said(await tried(door, act, ids[state]!, { actor: 'clerk', headers: other }))]).toEqual([
          act,
          [403, 'ON_BEHALF_MISSING', []],
        ]);
      }
    }
  });

  it('an approval of a day before the period of the report', async () => {
    const headers = { 'legal-date': '2023-08-31', 'legal-reference': ids.sheet! };
    expect(said(await tried(door, 'approveSubmission', ids.early!, { actor: 'clerk', headers }))).toEqual([
      422,
      'RULE',
      ['/headers/legal-date TOO_EARLY'],
    ]);
  });

  it('a version that is no longer', async () => {
    for (const act of acts.filter((each) => each !== 'correctSubmission')) {
      const state = submissionStates.find((each) => may[each].includes(act))!;
      const current = await version(ids[state]!);
      const { status, code, body } = await refused(() =>
        door.ask(act, doer(act), { commune, id: ids[state] }, { version: current + 1, input: inputs[act] }),
      );
      expect([act, status, code, body.details]).toEqual([act, 412, 'STALE', { current }]);
    }
  });
});
