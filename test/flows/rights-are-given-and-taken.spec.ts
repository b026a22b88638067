import { jest } from '@jest/globals';
import { Clock } from '../../src/access/clock.js';
import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

const report = (unit: string, period = '2023-07') => ({
  plan: '2023',
  unit,
  period,
  entries: [{ indicatorCode: 'econ.maize.area', reported: '3' }],
});

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let test: TestApp;
  let keys: Record<string, string>;
  beforeAll(() => {
    test = apps[name]!;
    keys = test.keys as Record<string, string>;
    door = open(test);
  });

  /** Makes a key for an actor and lets the door use it under `as`. */
  const keyFor = async (actor: string, as: string, more: object = {}) => {
    const issued = done(
      await door.ask(
        'issueKey',
        'administrator',
        { commune },
        {
          input: {
            actor,
            scopes: ['submissions:read', 'submissions:write', 'results:read', 'access:read', 'feed:read', 'plans:read'],
            ...more,
          },
        },
      ),
    );
    keys[as] = issued.key;
    return issued;
  };

  it('appoints somebody who was not there, with a key that is told once', async () => {
    const appointed = done(
      await door.ask(
        'appoint',
        'administrator',
        { commune },
        {
          input: {
            actor: 'pho-truong',
            name: 'Phó trưởng khu dân cư số 1',
            role: 'REPORTER',
            unit: 'khu-dan-cu-1',
            validFrom: '2023-01-01',
          },
        },
      ),
    );
    expect(appointed).toMatchObject({
      role: 'REPORTER',
      delegatedBy: null,
      acts: null,
      validFrom: '2023-01-01',
      validTo: null,
      version: 1,
    });
    const { key, prefix } = await keyFor('pho-truong', 'deputy');
    expect([key.startsWith(prefix), key.length]).toEqual([true, 47]);
    expect(
      done(await door.ask('draftSubmission', 'deputy', { commune }, { input: report('khu-dan-cu-1') })).state,
    ).toBe('DRAFT');
    const listed = done(await door.ask('keys', 'administrator', { commune, actor: 'pho-truong' })).items;
    expect(listed.map((each: Row) => [each.prefix, each.key ?? null, each.revokedAt, typeof each.lastUsedAt])).toEqual([
      [prefix, null, null, 'string'],
    ]);
    const everything = await test.admin.query(
      `select (select jsonb_agg(to_jsonb(c)) from change c)::text || (select jsonb_agg(to_jsonb(v)) from change_value v)::text || (select jsonb_agg(to_jsonb(k)) from kept_answer k)::text || (select jsonb_agg(to_jsonb(k)) from api_key k)::text as text`,
    );
    expect(everything.rows[0].text ?? '').not.toContain(key);
  });

  it('tells a key once, also under an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': `once-${name}` };
    const input = { actor: 'pho-truong', scopes: ['plans:read'] };
    const first = done(await door.ask('issueKey', 'administrator', { commune }, { input, headers }));
    const again = done(await door.ask('issueKey', 'administrator', { commune }, { input, headers }));
    expect([first.id === again.id, typeof first.key, again.key ?? null]).toEqual([true, 'string', null]);
  });

  it('lists actors with their appointments to administrator, chairperson and auditor alone', async () => {
    const { items } = done(await door.ask('actors', 'auditor', { commune, first: 100 }));
    const clerk = items.find(({ key }: Row) => key === 'clerk');
    expect(clerk.appointments.map(({ role, validTo }: Row) => [role, validTo])).toEqual([['CLERK', null]]);
    expect((await door.ask('actors', 'clerk', { commune })).code).toBe('FORBIDDEN');
    expect(
      done(await door.ask('actors', 'chairperson', { commune, role: ['AUDITOR'] })).items.map(({ key }: Row) => key),
    ).toEqual(['auditor']);
  });

  it('ends an appointment: the next request is refused', async () => {
    const { items } = done(await door.ask('actors', 'administrator', { commune, first: 100 }));
    const [appointment] = items.find(({ key }: Row) => key === 'pho-truong').appointments;
    expect(
      (
        await door.ask(
          'endAppointment',
          'administrator',
          { commune, id: appointment.id },
          { version: 1, input: { reason: 'Thôi', validTo: '2022-12-30' } },
        )
      ).body.errors[0].code,
    ).toBe('TOO_EARLY');
    done(
      await door.ask(
        'endAppointment',
        'administrator',
        { commune, id: appointment.id },
        { version: 1, input: { reason: 'Chuyển công tác', validTo: '2024-01-30' } },
      ),
    );
    expect((await door.ask('submissions', 'deputy', { commune })).code).toBe('NOT_FOUND');
  });

  it('nobody appoints themselves, nor a superior, nor a reporter of nowhere', async () => {
    const ask = (input: object) =>
      door.ask(
        'appoint',
        'administrator',
        { commune },
        { input: { role: 'CLERK', validFrom: '2024-01-01', ...input } },
      );
    expect((await ask({ actor: 'administrator' })).code).toBe('FOUR_EYES');
    expect((await ask({ actor: 'x', name: 'x', role: 'SUPERIOR' })).body.errors.map(({ code }: Row) => code)).toEqual([
      'OPERATORS',
    ]);
    expect((await ask({ actor: 'x', name: 'x', role: 'REPORTER' })).body.errors.map(({ code }: Row) => code)).toEqual([
      'UNIT_MISSING',
    ]);
    expect((await ask({ actor: 'nobody-yet' })).body.errors.map(({ code }: Row) => code)).toEqual(['NAMELESS_ACTOR']);
  });

  it('whoever appoints for one unit appoints nobody elsewhere, and makes no keys', async () => {
    const appoint = (as: string, input: object) =>
      door.ask('appoint', as, { commune }, { input: { validFrom: '2024-01-01', kind: 'PERSON', ...input } });
    done(
      await appoint('administrator', {
        actor: 'quan-tri',
        name: 'Quản trị khu dân cư số 6',
        role: 'ADMINISTRATOR',
        unit: 'khu-dan-cu-6',
      }),
    );
    await keyFor('quan-tri', 'of the unit', { scopes: ['access:write'] });
    done(await appoint('of the unit', { actor: 'x', name: 'x', role: 'REPORTER', unit: 'khu-dan-cu-6' }));
    for (const unit of [undefined, 'khu-dan-cu-1'])
      expect((await appoint('of the unit', { actor: 'y', name: 'y', role: 'CHAIRPERSON', unit })).code).toBe(
        'FORBIDDEN',
      );
    expect(
      (
        await door.ask(
          'issueKey',
          'of the unit',
          { commune },
          { input: { actor: 'chairperson', scopes: ['plans:read'] } },
        )
      ).code,
    ).toBe('FORBIDDEN');
  });

  it('nobody lengthens an appointment of their own', async () => {
    const ended = done(
      await door.ask(
        'appoint',
        'administrator',
        { commune },
        {
          input: {
            actor: 'quan-tri',
            role: 'CHAIRPERSON',
            unit: 'khu-dan-cu-6',
            validFrom: '2023-01-01',
            validTo: '2023-12-31',
          },
        },
      ),
    );
    const until = (as: string, version: number, validTo: string | null) =>
      door.ask('endAppointment', as, { commune, id: ended.id }, { version, input: { reason: 'x', validTo } });
    for (const longer of ['2024-12-31', null]) expect((await until('of the unit', 1, longer)).code).toBe('FOUR_EYES');
    expect(done(await until('of the unit', 1, '2023-12-30')).validTo).toBe('2023-12-30');
    expect(done(await until('administrator', 2, '2023-12-31')).validTo).toBe('2023-12-31');
    expect(done(await until('administrator', 3, null)).validTo).toBeNull();
    expect((await until('administrator', 4, null)).body.errors).toMatchObject([{ code: 'NOTHING_CHANGED' }]);
    done(await until('administrator', 4, '2023-12-31'));
  });

  it('the same appointment is not given twice, and one that was recorded by mistake holds on no day', async () => {
    const input = { actor: 'ke-toan-hai', name: 'Kế toán', role: 'ACCOUNTANT', validFrom: '2024-01-31' };
    const appoint = (given: object = {}) =>
      door.ask('appoint', 'administrator', { commune }, { input: { ...input, ...given } });
    const first = await appoint();
    const both = await Promise.all(
      ['2024-01-31', '2024-02-01'].map((day) => appoint({ role: 'AUDITOR', validFrom: day })),
    );
    expect(both.map(({ code }) => code).sort()).toEqual(['TERM_OVERLAPS', undefined]);
    expect((await appoint({ validFrom: '2024-06-01' })).code).toBe('TERM_OVERLAPS');
    done(await appoint({ unit: 'khu-dan-cu-1' }));
    done(await appoint({ role: 'OBSERVER' }));
    const { id } = done(first);
    const end = (version: number, validTo: string | null) =>
      door.ask('endAppointment', 'administrator', { commune, id }, { version, input: { reason: 'Gõ nhầm', validTo } });
    expect(broken(await end(1, '2024-01-29'))).toEqual(['/validTo TOO_EARLY']);
    expect(done(await end(1, '2024-01-30')).validTo).toBe('2024-01-30');
    done(await appoint());
    expect((await end(2, null)).code).toBe('TERM_OVERLAPS');
  });

  it('a closing is not undone while an appointment that it cut would overlap another', async () => {
    const unit = 'to-ngan-ngay';
    const place = { code: unit, kind: 'DEPARTMENT', name: 'Tổ ngắn ngày', parent: 'ubnd', validFrom: '2024-01-01' };
    done(await door.ask('addUnit', 'clerk', { commune }, { input: place }));
    const appoint = async (validFrom: string) => {
      const input = { actor: 'to-truong', name: 'Tổ trưởng', role: 'REPORTER', unit, validFrom };
      return done(await door.ask('appoint', 'administrator', { commune }, { input }));
    };
    const later = await appoint('2024-06-01');
    const step = (operation: string, version: number, input: object) =>
      door.ask(operation, 'clerk', { commune, unit }, { version, input: { reason: 'Sắp xếp lại', ...input } });
    const { version } = done(await step('closeUnit', 1, { lastDay: '2024-03-01' }));
    await appoint('2024-02-01');
    const refused = await step('correctUnit', version, { validTo: null });
    expect([refused.code, refused.body.details?.id]).toEqual(['TERM_OVERLAPS', later.id]);
  });

  it('a delegation allows what it names, while it lasts and while the delegating office lasts', async () => {
    const ask = (input: object) =>
      door.ask(
        'delegate',
        'chairperson',
        { commune },
        { input: { actor: 'clerk', capacity: 'KT', validFrom: '2024-01-01', validTo: '2024-12-31', ...input } },
      );
    expect((await ask({ acts: ['delegate', 'recordDocument'] })).body.errors.map(({ code }: Row) => code)).toEqual([
      'NOT_TO_DELEGATE',
      'NOT_TO_DELEGATE',
    ]);
    expect((await ask({ actor: 'chairperson', acts: ['approveSubmission'] })).code).toBe('FOUR_EYES');
    const delegated = done(await ask({ acts: ['approveSubmission'] }));
    expect(delegated).toMatchObject({ role: 'CHAIRPERSON', acts: ['approveSubmission'], capacity: 'KT' });
    expect(
      done(await door.ask('me', 'clerk')).appointments.map(({ role, acts, capacity }: Row) => [role, acts, capacity]),
    ).toEqual([
      ['CHAIRPERSON', ['approveSubmission'], 'KT'],
      ['CLERK', null, null],
    ]);

    let made = done(await door.ask('draftSubmission', 'hamlet-2', { commune }, { input: report('khu-dan-cu-2') }));
    const step = async (act: string, actor: string, input?: object) =>
      (made = done(await door.ask(act, actor, { commune, id: made.id }, { version: made.version, input })));
    await step('submitSubmission', 'hamlet-2');
    await step('verifySubmission', 'verifier', {});
    await step('approveSubmission', 'clerk', {});
    expect(made.state).toBe('APPROVED');
    const { version } = done(await door.plan('clerk', commune, '2023'));
    expect(
      (await door.ask('closePlan', 'clerk', { commune, plan: '2023' }, { version, input: { reason: 'x' } })).code,
    ).toBe('FORBIDDEN');

    expect(
      (
        await door.ask(
          'endAppointment',
          'administrator',
          { commune, id: delegated.id },
          { version: 1, input: { reason: 'x' } },
        )
      ).code,
    ).toBe('NOT_FOUND');
    const end = (validTo: string | null) =>
      door.ask(
        'endDelegation',
        'chairperson',
        { commune, id: delegated.id },
        { version: 1, input: { reason: 'Đã về', validTo } },
      );
    expect((await end(null)).body.errors).toMatchObject([{ pointer: '/validTo', code: 'ENDLESS' }]);
    done(await end('2024-01-30'));
    expect(
      (await door.ask('approveSubmission', 'clerk', { commune, id: made.id }, { version: made.version, input: {} }))
        .code,
    ).toBe('FORBIDDEN');

    const again = await ask({ acts: ['closePlan', 'approveSubmission'], capacity: 'TL', validFrom: '2024-01-02' });
    expect([again.code, again.body.detail]).toEqual([
      'TERM_OVERLAPS',
      'Thời gian này chồng lấn với khoảng thời gian đã ghi: approveSubmission từ 01/01/2024 đến 30/01/2024; hãy sửa ngày.',
    ]);
    const twice = ['2024-03-01', '2024-03-02'].map((validFrom) => ask({ acts: ['signDecision'], validFrom }));
    expect((await Promise.all(twice)).map(({ code }) => code).sort()).toEqual(['TERM_OVERLAPS', undefined]);
    // Another paper of the same day may let the deputy do other acts.
    done(await ask({ acts: ['closePlan'] }));
    done(await ask({ acts: ['approveSubmission'], validFrom: '2024-01-31' }));
    test.exceptFromAudit('appointment');
    await test.admin.query(
      `update appointment set valid_to = '2024-01-30' where role = 'CHAIRPERSON' and delegated_by is null`,
    );
    expect(done(await door.ask('me', 'clerk')).appointments.map(({ role }: Row) => role)).toEqual(['CLERK']);
    await test.admin.query(
      `update appointment set valid_to = null where role = 'CHAIRPERSON' and delegated_by is null`,
    );
  });

  it('a key bound to a unit is none outside the time of that unit', async () => {
    const clock = test.app.get(Clock);
    const now = clock.now();
    const code = `mot-ngay-${name.toLowerCase()}`;
    const input = { code, kind: 'BODY', name: code, parent: 'khu-dan-cu-1', validFrom: now.on };
    const unit = done(await door.ask('addUnit', 'clerk', { commune }, { input }));
    done(
      await door.ask('closeUnit', 'clerk', { commune, unit: code }, { version: unit.version, input: { reason: 'x' } }),
    );
    await keyFor('auditor', 'of a day', { unit: code });
    const asked = [];
    for (const on of ['2024-01-30', now.on, '2024-02-01']) {
      const moved = jest.spyOn(clock, 'now').mockReturnValue({ ...now, on });
      for (const as of ['of a day', 'auditor']) asked.push([on, as, (await door.ask('me', as)).status]);
      moved.mockRestore();
    }
    expect(asked).toEqual([
      ['2024-01-30', 'of a day', 401],
      ['2024-01-30', 'auditor', 200],
      ['2024-01-31', 'of a day', 200],
      ['2024-01-31', 'auditor', 200],
      ['2024-02-01', 'of a day', 401],
      ['2024-02-01', 'auditor', 200],
    ]);
  });

  it('a key is bound where its actor has a right', async () => {
    const issue = (unit: string) =>
      door.ask('issueKey', 'administrator', { commune }, { input: { actor: 'hamlet-3', unit } });
    expect((await issue('khu-dan-cu-4')).body.errors).toMatchObject([{ pointer: '/unit', code: 'NO_RIGHT_THERE' }]);
    for (const unit of ['khu-dan-cu-3', 'ubnd']) done(await issue(unit));
    const input = { code: `to-${name.toLowerCase()}`, kind: 'HAMLET', name: 'Tổ', parent: 'khu-dan-cu-3' };
    done(await door.ask('addUnit', 'clerk', { commune }, { input: { ...input, validFrom: '2023-01-01' } }));
    done(await issue(input.code));
  });

  it('a key bound to a unit acts and sees there and below, and its cursor knows', async () => {
    await keyFor('auditor', 'wide');
    await keyFor('auditor', 'narrow', { unit: 'khu-dan-cu-2' });
    done(await door.ask('draftSubmission', 'hamlet-3', { commune }, { input: report('khu-dan-cu-3') }));
    const units = async (as: string, operation: string) => [
      ...new Set(
        done(await door.ask(operation, as, { commune, first: 200 })).items.map(({ unitCode }: Row) => unitCode),
      ),
    ];
    expect(await units('wide', 'submissions')).toEqual(expect.arrayContaining(['khu-dan-cu-2', 'khu-dan-cu-3']));
    expect([await units('narrow', 'submissions'), await units('narrow', 'results')]).toEqual([
      ['khu-dan-cu-2'],
      ['khu-dan-cu-2'],
    ]);
    const seen = async (as: string) =>
      done(await door.changes(as, commune)).items.flatMap(({ data }: Row) => data?.unitCode ?? []);
    const all = async (as: string) => {
      let page = done(await door.changes(as, commune));
      const codes = new Set<string>();
      for (;;) {
        for (const { data } of page.items) if (data?.unitCode) codes.add(data.unitCode);
        if (!page.more) return [...codes].sort();
        page = done(await door.changes(as, commune, page.cursor));
      }
    };
    expect(await seen('narrow')).not.toContain('khu-dan-cu-3');
    const below = await all('narrow');
    expect(below.filter((code) => !/^ho-khu-2-\d+$/.test(code))).toEqual(['khu-dan-cu-2']);
    expect(below.length).toBeGreaterThan(100);
    expect(await all('wide')).toEqual(expect.arrayContaining(['khu-dan-cu-2', 'khu-dan-cu-3']));
    expect(done(await door.ask('me', 'narrow')).keyUnit).toBe('khu-dan-cu-2');
    const place = { commune, plan: '2023', code: 'econ.rice.area' };
    for (const unit of ['khu-dan-cu-2', 'khu-dan-cu-3'])
      done(
        await door.ask(
          'setTarget',
          'clerk',
          { ...place, unit, period: '2023' },
          { version: 0, input: { value: '85.95', reason: 'Giao' } },
        ),
      );
    expect(done(await door.ask('allotment', 'wide', place))).toMatchObject({
      sum: '171.9',
      difference: '0',
      notes: [],
    });
    expect(done(await door.ask('allotment', 'narrow', place))).toMatchObject({
      target: '171.9',
      sum: null,
      difference: null,
      periods: [{ period: '2023', units: 1, sum: null }],
      notes: [],
    });
    // Others it is not shown it does not hear about, not even that they have not.
    const launched = async (as: string) => done(await door.ask('launchState', as, { commune, plan: '2023' }));
    expect((await launched('wide')).units.length).toBeGreaterThan(1);
    expect(await launched('narrow')).toMatchObject({ expected: 1, units: [{ unitCode: 'khu-dan-cu-2' }] });
    const { cursor } = done(await door.changes('wide', commune));
    expect((await door.changes('narrow', commune, cursor)).code).toBe('CURSOR_RESCOPED');
  });

  it('a rotated key works beside the new one for a while; a revoked one ends at once', async () => {
    const issued = await keyFor('auditor', 'old');
    const next = done(
      await door.ask('rotateKey', 'administrator', { commune, id: issued.id }, { version: 1, input: {} }),
    );
    keys.new = next.key;
    expect((await door.ask('me', 'old')).status).toBe(200);
    expect(done(await door.ask('me', 'new')).keyPrefix).toBe(next.prefix);
    expect(
      (
        await door.ask(
          'revokeKey',
          'administrator',
          { commune, id: issued.id },
          { version: 1, input: { reason: 'Lộ' } },
        )
      ).code,
    ).toBe('STALE');
    done(
      await door.ask('revokeKey', 'administrator', { commune, id: issued.id }, { version: 2, input: { reason: 'Lộ' } }),
    );
    expect((await door.ask('me', 'old')).code).toBe('UNAUTHENTICATED');
    expect(
      (await door.ask('rotateKey', 'administrator', { commune, id: issued.id }, { version: 3, input: {} })).code,
    ).toBe('STATE');
    expect(
      (
        await door.ask(
          'issueKey',
          'administrator',
          { commune },
          { input: { actor: 'auditor', scopes: ['no:scope'], expiresAt: '2020-01-01T00:00:00Z' } },
        )
      ).body.errors.map(({ code }: Row) => code),
    ).toEqual(['UNKNOWN', 'TOO_EARLY']);
  });
});
