import { as, useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

const document = { type: 'KH', year: 2024, issuer: 'Khu dân cư số 1', title: 'Kế hoạch của Khu dân cư số 1' };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let reference: string;
  beforeAll(async () => {
    door = open(apps[name]!);
    reference = done(await door.ask('recordDocument', 'clerk', { commune }, { input: document })).id;
    const hamlet = (code: string, validFrom: string, parent: string) =>
      door
        .ask('addUnit', 'clerk', { commune }, { input: { code, kind: 'HAMLET', name: code, parent, validFrom } })
        .then(done);
    await hamlet('to-1', '2023-12-31', 'khu-dan-cu-1');
    await hamlet('to-2', '2024-01-01', 'khu-dan-cu-1');
    const child = {
      key: '2023-khu-dan-cu-1',
      kind: 'CHILD',
      duties: ['Làm đường'],
      year: 2023,
      title: document.title,
      parentPlan: '2023',
      unit: 'khu-dan-cu-1',
      document,
    };
    const { key, version } = done(await door.ask('draftPlan', 'hamlet-1', { commune }, { input: child }));
    done(await door.ask('issuePlan', 'hamlet-1', { commune, plan: key }, { version }));
  });
  const launch = async (plan: string) => done(await door.ask('launchState', 'chairperson', { commune, plan }));
  const held = (plan: string, heldOn: string, headers: object = {}) =>
    door.ask(
      'acknowledgePlan',
      'clerk',
      { commune, plan },
      {
        input: { unit: 'khu-dan-cu-1', form: 'MEETING', heldOn },
        headers: { 'on-behalf-of': 'khu-dan-cu-1', 'legal-reference': reference, ...headers },
      },
    );

  it("a unit's own plan is for the unit and those below it", async () => {
    expect(await launch('2023-khu-dan-cu-1')).toMatchObject({
      asOf: '2024-01-31',
      expected: 3,
      percent: '0',
      units: ['khu-dan-cu-1', 'to-1', 'to-2'].map((unitCode) => ({ unitCode })),
    });
  });

  it("what opens after a plan's year does not change how far it came", async () => {
    const { asOf, expected, units } = await launch('2023');
    expect([asOf, expected]).toEqual(['2023-12-31', 22]);
    expect(units.map(({ unitCode }: Row) => unitCode)).toContain('to-1');
    expect(units.map(({ unitCode }: Row) => unitCode)).not.toContain('to-2');
  });

  it('nobody made it known before it was issued, nor says so', async () => {
    expect(broken(await held('2023-khu-dan-cu-1', '2024-01-30'))).toEqual(['/heldOn BEFORE_ISSUE']);
    expect(broken(await held('2023', '2022-12-31'))).toEqual(['/heldOn BEFORE_ISSUE']);
    expect(broken(await held('2023-khu-dan-cu-1', '2024-01-31', { 'legal-date': '2024-01-30' }))).toEqual([
      '/heldOn AHEAD',
      '/headers/legal-date BEFORE_ISSUE',
    ]);
    done(await held('2023-khu-dan-cu-1', '2024-01-31'));
    expect(await launch('2023-khu-dan-cu-1')).toMatchObject({ acknowledged: 1, percent: '33.33' });
  });

  it('a day of issue that was mistyped is set right by the document', async () => {
    const plan = '2023-khu-dan-cu-1';
    const { documentId: id } = done(await door.ask('plan', 'clerk', { commune, plan }));
    const amend = async (issuedOn: string) => {
      const { version } = done(await door.ask('document', 'clerk', { commune, id }));
      return door.ask('amendDocument', 'clerk', { commune, id }, { version, input: { issuedOn, reason: 'Gõ nhầm' } });
    };
    const { version } = (await launch(plan)).units.find(({ unitCode }: Row) => unitCode === 'khu-dan-cu-1');
    const known = (heldOn: string, reason = 'Gõ nhầm ngày') =>
      door.ask(
        'amendAcknowledgement',
        'hamlet-1',
        { commune, plan, unit: 'khu-dan-cu-1' },
        {
          version,
          input: { heldOn, reason },
        },
      );
    expect(broken(await known('2024-01-20'))).toEqual(['/heldOn BEFORE_ISSUE']);
    done(await amend('2024-01-20'));
    done(await known('2024-01-20'));
    expect(broken(await amend('2024-01-21'))).toEqual(['/issuedOn BEFORE_ISSUE']);
    done(await amend('2024-01-19'));
  });
});

it('where it can be seen is said', async () => {
  const test = apps.REST!;
  const input = { unit: 'khu-dan-cu-4', form: 'LOUDSPEAKER', heldOn: '2024-01-31' };
  const { status, headers } = await test
    .http()
    .post(`/v1/communes/${commune}/plans/2023/acknowledgements`)
    .set(as(test, 'hamlet-4'))
    .send(input);
  expect([status, headers.location]).toEqual([201, `/v1/communes/${commune}/plans/2023/launch`]);
  const { body } = await test
    .http()
    .get(headers.location as string)
    .set(as(test, 'hamlet-4'));
  expect(body.units).toContainEqual({
    unitCode: 'khu-dan-cu-4',
    acknowledged: true,
    heldOn: '2024-01-31',
    peopleReached: null,
    version: 1,
  });
});
