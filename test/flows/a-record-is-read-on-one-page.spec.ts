import { as, useApp } from '../app.js';
import { awarded, revoked, type Awarded } from '../awards.js';
import { done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const test = useApp();
const person = 'cong-chuc-thong-ke';
const area = 'khu-dan-cu-1';

let given: Awarded;
let recorded: Row[];

beforeAll(async () => {
  given = await awarded(test);
  await revoked(test, given.award);
  const reason = 'Hồ sơ cán bộ';
  const awards = [
    {
      ...{ form: 'giay-khen-huyen-uy', formName: 'Giấy khen', grantedOn: '2021', citation: 'Xây dựng Đảng', reason },
      ...{ issuer: 'Ban Thường vụ Huyện ủy Đức Thọ', numberText: '05-QĐ/HU' },
    },
    {
      ...{ form: 'bang-khen-tinh', formName: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', grantedOn: '2022-12-20' },
      ...{ issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh', numberText: '12/QĐ-UBND', citation: 'Thành tích', reason },
    },
  ];
  recorded = [];
  for (const input of awards) {
    const { body } = await test
      .http()
      .post(`/v1/communes/${commune}/awards`)
      .set(as(test, 'clerk'))
      .send({ unit: person, ...input })
      .expect(201);
    recorded.push(body);
  }
});

describe.each(doors)('%s', (_, open) => {
  let door: Door;
  beforeAll(() => void (door = open(test)));
  const record = async (actor: string, unit: string, list: object = {}): Promise<Row[]> =>
    done(await door.ask('honours', actor, { commune, unit, ...list })).items;

  it('a person: awards from elsewhere as the national database asks for them, rating and duty', async () => {
    const lines = await record('clerk', person);
    const ofAwards = lines.filter(({ awardId }) => recorded.some(({ id }) => id === awardId));
    expect(ofAwards).toMatchObject([
      {
        ...{ kind: 'AWARD', year: 2021, on: '2021', category: null, code: 'giay-khen-huyen-uy', name: 'Giấy khen' },
        ...{ numberText: '05-QĐ/HU', level: 'DISTRICT', sector: 'PARTY', monthsEarlier: null, monthsVerified: null },
      },
      {
        ...{ kind: 'AWARD', year: 2022, on: '2022-12-20', category: 'COMMENDATION', code: 'bang-khen-tinh' },
        ...{ numberText: '12/QĐ-UBND', level: 'PROVINCE', sector: 'GOVERNMENT', citation: 'Thành tích' },
        ...{ monthsEarlier: 9, monthsVerified: false, revokedOn: null, unitCode: person, factId: null },
      },
    ]);
    expect(lines.filter(({ factId }) => factId !== null)).toMatchObject([
      { kind: 'DUTY', year: 2019, on: '2019-03-01', until: null, code: 'CIVIL_SERVANT', level: null, sector: null },
      { kind: 'RATING', year: 2023, on: null, period: '2023', code: 'EXCELLENT', awardId: null },
    ]);
  });

  it('a unit: its published class and rank, and an award that is revoked says so', async () => {
    const lines = await record('clerk', area);
    expect(lines.find(({ awardId }) => awardId === given.award.id)).toMatchObject({
      ...{ kind: 'AWARD', revokedOn: '2024-01-31', level: 'COMMUNE', sector: 'GOVERNMENT', monthsEarlier: 6 },
    });
    const standings: Row[] = done(await door.ask('standings', 'clerk', { commune, plan: '2023', unit: [area] })).items;
    standings.sort((a, b) => a.publishedOn.localeCompare(b.publishedOn));
    expect(lines.filter(({ kind }) => kind === 'STANDING')).toEqual(
      standings.map((each) =>
        expect.objectContaining({
          ...{ standingId: each.id, code: each.class, name: each.className, rank: each.rank, block: each.blockName },
          ...{ on: each.publishedOn, period: each.period, year: 2023 },
        }),
      ),
    );
    expect(standings.length).toBeGreaterThan(0);
  });

  it('ratings and duties are for readers of facts, citations for officials and superiors', async () => {
    const kinds = async (actor: string) => [...new Set((await record(actor, person)).map(({ kind }) => kind))].sort();
    for (const actor of ['clerk', 'auditor', 'council-1'])
      expect([actor, await kinds(actor)]).toEqual([actor, ['AWARD', 'DUTY', 'RATING']]);
    for (const actor of ['hamlet-1', 'accountant', 'district', 'observer'])
      expect([actor, await kinds(actor)]).toEqual([actor, ['AWARD']]);
    const citations = async (actor: string) =>
      (await record(actor, area, { kind: ['AWARD'] })).map((each) => each.citation);
    expect((await citations('district')).every((citation) => citation !== null)).toBe(true);
    expect((await citations('observer')).every((citation) => citation === null)).toBe(true);
  });

  it('pages follow one another, of all kinds and of those asked for', async () => {
    for (const list of [{}, { kind: ['AWARD', 'RATING'] }]) {
      const whole = await record('clerk', person, list);
      const paged: Row[] = [];
      for (let after: string | undefined; ;) {
        const page: Row = done(await door.ask('honours', 'clerk', { commune, unit: person, first: 1, after, ...list }));
        paged.push(...page.items);
        if (!page.next) break;
        after = page.next;
      }
      expect(paged).toEqual(whole);
      expect(whole.length).toBeGreaterThan(2);
    }
    expect((await record('clerk', person, { kind: ['DUTY'] })).map(({ kind }) => kind)).toEqual(['DUTY']);
  });

  it('hangs on the unit, with the award of each line', async () => {
    const query = `{ unit(commune: "${commune}", unit: "${person}") {
      honours(kind: AWARD) { nodes { awardId award { numberText } unit { code } } } } }`;
    const { body } = await test.http().post('/graphql').set(as(test, 'clerk')).send({ query });
    expect(body.data.unit.honours.nodes).toEqual(
      (await record('clerk', person, { kind: ['AWARD'] })).map(({ awardId, numberText }) => ({
        ...{ awardId, award: { numberText }, unit: { code: person } },
      })),
    );
  });
});

it('opens in a spreadsheet, with what the caller may see and no more', async () => {
  const sheet = async (actor: string) =>
    (
      await test
        .http()
        .get(`/v1/communes/${commune}/units/${person}/honours`)
        .set({ ...as(test, actor), accept: 'text/csv' })
        .expect(200)
    ).text;
  expect(await sheet('clerk')).toMatch(/12\/QĐ-UBND[\s\S]*EXCELLENT/);
  const seen = await sheet('district');
  expect(seen).toContain('12/QĐ-UBND');
  expect(seen).not.toContain('EXCELLENT');
});
