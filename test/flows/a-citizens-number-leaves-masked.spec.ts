import { v4 } from 'uuid';
import { as, useApp } from '../app.js';
import { done, doors, points, type Answer, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';

const graphql = (query: string) =>
  test
    .http()
    .post('/graphql')
    .set(as(test, 'clerk'))
    .send({ query })
    .then(({ body }) => {
      expect(body.errors).toBeUndefined();
      return body.data;
    });
const given = (system: string, value: string) => ({ system, value, validFrom: null, validTo: null });

describe.each(doors)('%s', (name, open) => {
  const unit = `cong-dan-${name.toLowerCase()}`;
  const number = name === 'REST' ? '042095001678' : '042195002678';
  const masked = [given('cccd', '•••••••••678'), given('vneid', '000.42')];
  const whole = [given('cccd', number), given('vneid', '000.42')];
  const ask = (
    operation: string,
    actor: string,
    parameters: object = {},
    asked: { version?: number; input?: object; headers?: Record<string, string> } = {},
  ) => open(test).ask(operation, actor, { commune, ...parameters }, asked);
  const identifiersOf = async (answer: Promise<Answer>) => done(await answer).identifiers;
  const exported = async () => {
    const { items } = done(await ask('exportPersonal', 'administrator', { unit, first: 500 }));
    return items
      .filter(({ pointer }: Row) => pointer === '/data/identifiers')
      .map(({ value, current }: Row) => [JSON.parse(value), current]);
  };

  it('the act that gives it, asked again under its key, and every read answer it masked', async () => {
    const add = {
      input: {
        code: unit,
        kind: 'INDIVIDUAL',
        name: 'Trần Thị Sáu',
        confirm: ['ALIKE'],
        parent: 'khu-dan-cu-1',
        validFrom: '2023-01-01',
        identifiers: [
          { system: 'cccd', value: number },
          { system: 'vneid', value: '000.42' },
        ],
      },
      headers: { 'idempotency-key': v4() },
    };
    for (const replayed of [undefined, 'true']) {
      const answer = await ask('addUnit', 'clerk', {}, add);
      expect([done(answer).identifiers, answer.headers['idempotency-replayed']]).toEqual([masked, replayed]);
    }
    expect(await identifiersOf(ask('unit', 'clerk', { unit }))).toEqual(masked);
    const { items } = done(await ask('units', 'auditor', { kind: ['INDIVIDUAL'], first: 500 }));
    expect(items.find(({ code }: Row) => code === unit).identifiers).toEqual(masked);
    expect(JSON.stringify(items)).not.toContain(number);
  });

  it('it is found by the whole of it, not by what is told', async () => {
    const found = async (identifier: string, actor = 'clerk') =>
      done(await ask('units', actor, { identifier })).items.map(({ code }: Row) => code);
    expect(await found(`cccd:${number}`)).toEqual([unit]);
    expect(await found('cccd:•••••••••678')).toEqual([]);
    expect(await found(`cccd:${number}`, 'district')).toEqual([]);
  });

  it('an amendment that does not name it keeps it whole; what answers told of it is refused', async () => {
    const { version } = done(await ask('unit', 'clerk', { unit }));
    expect(await identifiersOf(ask('amendUnit', 'clerk', { unit }, { version, input: { kindText: 'ông' } }))).toEqual(
      masked,
    );
    expect(await exported()).toEqual([
      [whole, false],
      [whole, true],
    ]);
    const sentBack = await ask(
      'amendUnit',
      'clerk',
      { unit },
      { version: version + 1, input: { identifiers: masked } },
    );
    expect([sentBack.code, points(sentBack)]).toEqual(['RULE', ['/identifiers/0/value TWELVE_DIGITS']]);
    const added = await ask(
      'addUnit',
      'clerk',
      {},
      {
        input: {
          code: `${unit}-2`,
          kind: 'HOUSEHOLD',
          name: 'Hộ',
          confirm: ['ALIKE'],
          validFrom: '2023-01-01',
          identifiers: [{ system: 'cccd', value: number }],
        },
      },
    );
    expect([added.code, points(added)]).toEqual(['RULE', ['/identifiers/0/system NO_PERSON']]);
    expect((await test.admin.query('select identifiers from unit where code = $1', [unit])).rows).toEqual([
      { identifiers: whole },
    ]);
  });

  it('the journal holds it beside, for whoever reads personal values there: the chain stays to be verified', async () => {
    const { id } = done(await ask('unit', 'clerk', { unit }));
    for (const { data, personal } of done(await ask('history', 'auditor', { type: 'unit', id })).items) {
      expect([data.identifiers, personal['/data/identifiers'].value]).toEqual([{ '#': expect.any(String) }, whole]);
    }
  });

  it('edges tell it masked, plain and compiled', async () => {
    for (let time = 1; time <= 3; time++) {
      const {
        commune: { units },
        again,
      } = await graphql(
        `{ commune(key: "${commune}") { units(identifier: "cccd:${number}") { nodes { identifiers { value } } edges { node { all: identifiers { system value } } } } } again: units(commune: "${commune}", identifier: "cccd:${number}") { nodes { identifiers { value } } } }`,
      );
      expect([units.nodes, units.edges, again.nodes]).toEqual([
        [{ identifiers: masked.map(({ value }) => ({ value })) }],
        [{ node: { all: masked.map(({ system, value }) => ({ system, value })) } }],
        [{ identifiers: masked.map(({ value }) => ({ value })) }],
      ]);
    }
  });
});

it('a list that opens in a spreadsheet', async () => {
  const { text } = await test
    .http()
    .get(`/v1/communes/${commune}/units`)
    .query({ kind: 'INDIVIDUAL' })
    .set({ ...as(test, 'clerk'), accept: 'text/csv' });
  // The end of an id may have twelve digits by chance.
  expect([
    text.includes('•••••••••678'),
    /\d{12}/.test(text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')),
  ]).toEqual([true, false]);
});
