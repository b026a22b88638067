import { as, useApp } from '../app.js';
import { openApi, operations } from '../contract/contract.js';
import { table } from '../contract/rights/expected.js';
import { makers } from '../contract/writes.js';
import { done, doors, rest, type Asked, type Row } from '../doors.js';

const test = useApp();
const at = { commune: 'duc-lang', plan: '2023' };

/** Hindrances of the clerk, act by act. */
const hindrances = async (code: string) => {
  const { body } = await test
    .http()
    .get(`/v1/communes/${at.commune}/plans/${at.plan}/indicators/${code}/actions`)
    .set(as(test, 'clerk'));
  for (const { allowed, reasons } of body.items as Row[]) expect(allowed).toBe(reasons.length === 0);
  return Object.fromEntries(body.items.map(({ act, reasons }: Row) => [act, reasons]));
};
const edge = async (code: string) => {
  const query = `{ indicator(commune: "${at.commune}", plan: "${at.plan}", code: "${code}") { actions { act reasons } } }`;
  const { body } = await test.http().post('/graphql').set(as(test, 'clerk')).send({ query });
  return Object.fromEntries(body.data.indicator.actions.map(({ act, reasons }: Row) => [act, reasons]));
};
const free = {
  amendIndicator: [],
  clarifyIndicator: [],
  retireIndicator: [],
  setTarget: [],
  removeTarget: [],
  // The plan is issued.
  dropIndicator: ['STATE'],
};

describe.each(doors)('%s', (name, open) => {
  const codes =
    name === 'REST'
      ? ['econ.rice.area', 'soc.poverty-rate', 'org.office-safe']
      : ['econ.peanut.area', 'soc.poverty-rate', 'org.office-cultured'];
  const act = async (operation: string, code: string, input: object) => {
    const { body } = await open(test).ask('indicator', 'clerk', { ...at, code });
    const answer = await open(test).ask(
      operation,
      'clerk',
      { ...at, code, unit: 'khu-dan-cu-6', period: '2023' },
      { version: operation === 'setTarget' ? 0 : body.version, input: { reason: 'Thử', ...input } },
    );
    return [answer.code, answer.body.errors?.[0].code];
  };

  it('without an open question there is nothing to clarify', async () => {
    const [plain] = codes as [string];
    expect(await hindrances(plain)).toEqual({ ...free, clarifyIndicator: ['RULE'] });
    expect(await edge(plain)).toEqual({ ...free, clarifyIndicator: ['RULE'] });
    expect(await act('clarifyIndicator', plain, { reading: 'A' })).toEqual(['RULE', 'NO_QUESTION']);
  });

  it('what is retired is not retired again, nor allotted', async () => {
    const [plain] = codes as [string];
    expect(await act('retireIndicator', plain, {})).toEqual([undefined, undefined]);
    expect(await hindrances(plain)).toEqual({
      ...free,
      clarifyIndicator: ['RULE'],
      retireIndicator: ['RULE'],
      setTarget: ['RULE'],
    });
    expect(await act('retireIndicator', plain, {})).toEqual(['RULE', 'RETIRED']);
    expect(await act('setTarget', plain, { value: '1' })).toEqual(['RULE', 'RETIRED']);
  });

  it('what is only done or not is not allotted', async () => {
    const figureless = codes[2]!;
    expect(await hindrances(figureless)).toEqual({ ...free, clarifyIndicator: ['RULE'], setTarget: ['RULE'] });
    expect(await act('setTarget', figureless, { value: '1' })).toEqual(['RULE', 'NO_FIGURE']);
  });
});

it('a question is answered once', async () => {
  const [, open] = doors[0];
  const code = 'soc.poverty-rate';
  expect((await hindrances(code)).clarifyIndicator).toEqual([]);
  const clarify = (version: number) =>
    open(test).ask(
      'clarifyIndicator',
      'clerk',
      { ...at, code },
      { version, input: { reading: 'C', reason: 'UBND huyện trả lời' } },
    );
  const { body } = await open(test).ask('indicator', 'clerk', { ...at, code });
  expect((await clarify(body.version)).body.needsClarification).toBe(false);
  expect((await hindrances(code)).clarifyIndicator).toEqual(['RULE']);
  expect((await clarify(body.version + 1)).body.errors[0].code).toBe('NO_QUESTION');
});

describe.each(doors)('an amendment of nothing is none: %s', (_, open) => {
  it.each<[string, object]>([
    ['amendPlan', { ...at }],
    ['amendIndicator', { ...at, code: 'econ.livestock.deer' }],
    ['amendUnit', { commune: at.commune, unit: 'khu-dan-cu-5' }],
  ])('%s', async (operation, place) => {
    const read = () => open(test).ask(operation.slice(5).toLowerCase(), 'clerk', { ...place });
    const { body } = await read();
    const answer = await open(test).ask(
      operation,
      'clerk',
      { ...place },
      { version: body.version, input: { reason: 'Không đổi gì' } },
    );
    expect([answer.code, answer.body.errors?.map((point: Row) => point.code)]).toEqual(['RULE', ['NOTHING_CHANGED']]);
    expect((await read()).body).toEqual(body);
  });
});

describe('an act that is said to be allowed is not refused, on any record', () => {
  const commune = 'duc-lang';
  const { schemas } = openApi().components;
  const { ask } = rest(test);
  const doers: Readonly<Record<string, { may: string | readonly string[] }>> = table;

  /** Acts that a reason is enough for, with what names the record. */
  const plain = operations().flatMap(({ operationId, method, parameters, requestBody }) => {
    const { $ref = '' } = requestBody?.content['application/json']?.schema ?? {};
    const { properties = {}, required = [] } = schemas[$ref.split('/').at(-1)!] ?? {};
    if (method === 'get' || required.some((name: string) => name !== 'reason')) return [];
    const names = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    return { act: operationId, names, input: requestBody && ('reason' in properties ? { reason: 'Thử' } : {}) };
  });

  beforeAll(async () => {
    for (const make of Object.values(makers(test))) await make();
    const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch' };
    const plan = '2024-tren';
    const draft = (input: object) =>
      ask('draftPlan', 'clerk', { commune }, { input: { document, year: 2024, ...input } });
    done(await draft({ key: plan, kind: 'MOVEMENT', title: 'Trên', sections: [{ path: '1', title: 'Chỉ tiêu' }] }));
    const child = { key: `${plan}-khu-dan-cu-1`, kind: 'CHILD', title: 'Con', parentPlan: plan, unit: 'khu-dan-cu-1' };
    done(await draft(child));
    const indicator = {
      ...{ sectionPath: '1', sortOrder: 1, rawText: '5 ha', measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 } },
      ...{ direction: 'UP', comparator: 'AT_LEAST', target: '5', frequency: 'YEARLY', reported: 'IN_PERIOD' },
      ...{ overTime: 'SUM', overUnits: 'SUM' },
    };
    for (const more of [{ code: 'a' }, { code: 'b', notAbove: 'a' }]) {
      const input = { ...indicator, name: more.code, ...more };
      done(await ask('addIndicator', 'clerk', { commune, plan }, { input }));
    }
  });

  const lists: Readonly<Record<string, (record: Row) => Record<string, string>>> = {
    unit: ({ code }) => ({ unit: code }),
    plan: ({ key }) => ({ plan: key }),
    indicator: ({ plan, code }) => ({ plan, code }),
    submission: ({ id }) => ({ id }),
    round: ({ id }) => ({ id }),
    nomination: ({ id }) => ({ id }),
    meeting: ({ id }) => ({ id }),
    decision: ({ id }) => ({ id }),
    award: ({ id }) => ({ id }),
  };

  it.each(Object.keys(lists))('%s', async (type) => {
    const plans = type === 'indicator' ? ['2024-tren', '2023'] : [undefined];
    const lies = new Set<string>();
    let asked = 0;
    for (const plan of plans)
      for (const record of done(await ask(`${type}s`, 'clerk', { commune, plan, first: 50 })).items) {
        const at = { commune, ...lists[type]!(record) };
        for (const actor of ['clerk', 'administrator', 'chairperson', 'verifier', 'hamlet-1']) {
          const { items = [] } = (await ask(`${type}Actions`, actor, at)).body;
          for (const { act } of items.filter(({ allowed }: Row) => allowed)) {
            const { names, input } = plain.find((each) => each.act === act) ?? {};
            if (!doers[act]?.may.includes(actor) || names?.some((name) => !(name in at)) !== false) continue;
            const given = { version: record.version, input };
            const { status, code, body } = await tried(act, actor, at, given);
            asked += 1;
            const points: string[] = body.errors?.map((each: Row) => each.code) ?? [];
            const more = points.length > 0 && points.every((each) => asks.includes(each));
            if (status < 400 || more) continue;
            lies.add([act, actor, record.state, code, ...points].join(' '));
          }
        }
      }
    expect([...lies]).toEqual([]);
    expect([type, asked > 0]).toEqual([type, true]);
  });

  /** An amendment says what it changes, and who records what is signed on paper what is printed there. */
  const asks = ['NOTHING_CHANGED', 'NUMBER_MISSING', 'SIGNER_MISSING', 'PAPER_WITHOUT_FILE', 'PAPER_OF_CLERK'];

  /** An act as a rehearsal. */
  function tried(act: string, actor: string, at: Record<string, string>, { version, input }: Asked) {
    return ask(act, actor, { ...at, validate: 'only' }, { version, input });
  }
});
