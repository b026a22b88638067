import { as, useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

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
