import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Answer, type Asked, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

/** Today is 31/01/2024. */
describe.each(doors)('%s', (name, open) => {
  const door: Door = open(apps[name]!);
  const ask = (operation: string, actor: string, at: object = {}, asked: Asked = {}): Promise<Answer> =>
    door.ask(operation, actor, { commune, ...at }, asked);
  const act = async (...given: Parameters<typeof ask>): Promise<Row> => done(await ask(...given));
  const unit = (code: string, asOf?: string) => act('unit', 'clerk', { unit: code, ...(asOf && { asOf }) });
  const add = (code: string, more: object = {}) =>
    act('addUnit', 'clerk', {}, { input: { code, kind: 'HAMLET', name: code, validFrom: '2023-01-01', ...more } });
  const on = async (operation: string, code: string, input: object): Promise<Answer> => {
    const { version } = await unit(code, '9999-12-31');
    return ask(operation, 'clerk', { unit: code }, { version, input: { reason: 'Ghi nhầm', ...input } });
  };
  const correct = (code: string, input: object) => on('correctUnit', code, input);
  const close = async (code: string, input: object) => done(await on('closeUnit', code, input));
  const since = async (cursor?: string): Promise<Row> => {
    const { body } = await door.changes('clerk', commune, cursor);
    return body.more ? since(body.cursor) : body;
  };
  const appoint = (unitCode: string, more: object = {}) => {
    const input = { actor: 'hamlet-1', role: 'REPORTER', unit: unitCode, validFrom: '2023-01-01', ...more };
    return act('appoint', 'administrator', {}, { input });
  };
  const appointed = async (id: string): Promise<Row> => {
    const { items } = await act('actors', 'administrator', { first: 100 });
    return items.flatMap(({ appointments }: Row) => appointments).find((each: Row) => each.id === id);
  };

  it('a first day is set right on the day it was entered, as often as it must', async () => {
    const { cursor } = await since();
    const { id } = await add('xom-dau', { parent: 'khu-dan-cu-1', name: 'Xóm Đầu' });
    for (const validFrom of ['2024-05-01', '2021-07-01'])
      expect(done(await correct('xom-dau', { validFrom }))).toMatchObject({ validFrom, termFrom: validFrom });
    expect((await unit('xom-dau', '2022-01-01')).name).toBe('Xóm Đầu');
    const lines = (await since(cursor)).items;
    expect(lines.map(({ kind, recordId, data }: Row) => [kind, recordId, data.validFrom])).toEqual([
      ['unit.added', id, '2023-01-01'],
      ['unit.corrected', id, '2024-05-01'],
      ['unit.corrected', id, '2021-07-01'],
    ]);
    // The unit above begins on 01/07/2021.
    const before = await correct('xom-dau', { validFrom: '2021-06-30' });
    expect([broken(before), before.body.errors[0].detail]).toEqual([
      ['/validFrom NOT_VALID'],
      'Đơn vị cấp trên của "xom-dau" không hoạt động suốt thời gian này; hãy sửa đơn vị cấp trên trước, hoặc chuyển đơn vị này.',
    ]);
  });

  it('records that rest on a unit outside its new days are named, and hold it', async () => {
    await add('xom-giu', { parent: 'khu-dan-cu-1' });
    const reporting = { plan: '2023', unit: 'xom-giu', entries: [] };
    const drafts: Row[] = [];
    for (const period of ['2023-07', '2023-08'])
      drafts.push(await act('draftSubmission', 'hamlet-1', {}, { input: { ...reporting, period } }));
    const rice = { plan: '2023', code: 'econ.rice.area', unit: 'xom-giu', period: '2023-Q1' };
    await act('setTarget', 'clerk', rice, { version: 0, input: { value: '5', reason: 'Giao' } });
    const refused = await correct('xom-giu', { validFrom: '2023-08-15' });
    expect([refused.code, refused.body.errors[0].pointer]).toEqual(['STILL_REFERRED_TO', '/validFrom']);
    expect(refused.body.errors[0].detail).toBe(
      'Ngoài thời gian mới của đơn vị còn: mức giao (2023-Q1); báo cáo (2023-07); hãy sửa hoặc gỡ trước.',
    );
    await act('removeTarget', 'clerk', rice, { version: 1, input: { reason: 'Nhầm' } });
    await act('dropSubmission', 'hamlet-1', { id: drafts[0]!.id }, { version: 1, input: { reason: 'Nhầm' } });
    const paper = { type: 'QĐ', year: 2023, issuer: 'UBND xã', title: 'Giải thể' };
    const { id: legalReference } = await act('recordDocument', 'clerk', {}, { input: paper });
    const { version } = await unit('xom-giu', '9999-12-31');
    const ending = { version, input: { lastDay: '2023-07-31', reason: 'Giải thể' } };
    expect(broken(await ask('closeUnit', 'clerk', { unit: 'xom-giu' }, ending))).toEqual(['/lastDay PAST']);
    const headers = { 'legal-date': '2023-07-31', 'legal-reference': legalReference };
    const closing = await ask('closeUnit', 'clerk', { unit: 'xom-giu' }, { ...ending, headers });
    expect([closing.code, closing.body.errors[0]]).toEqual([
      'STILL_REFERRED_TO',
      expect.objectContaining({
        pointer: '/lastDay',
        detail: 'Ngoài thời gian mới của đơn vị còn: báo cáo (2023-08); hãy sửa hoặc gỡ trước.',
      }),
    ]);

    done(await correct('xom-giu', { validFrom: '2023-08-15' }));

    await add('ho-giu', { kind: 'HOUSEHOLD', parent: 'xom-giu', validFrom: '2023-09-01' });
    const both = await correct('xom-giu', { validFrom: '2023-10-01' });
    expect([both.code, broken(both)]).toEqual(['RULE', ['/validFrom UNITS_BELOW', '/validFrom STILL_REFERRED_TO']]);
    expect(both.body.errors[0].detail).toBe('Ngoài thời gian mới còn đơn vị trực thuộc: ho-giu.');
  });

  it('a closing made by mistake is undone: appointments go on, nobody succeeds', async () => {
    await add('xom-lam');
    await add('xom-ke', { validFrom: '2024-02-01' });
    const head = await appoint('xom-lam');
    const deputy = await appoint('xom-lam', { actor: 'hamlet-2', validTo: '2024-06-30' });
    const ended = await appoint('xom-lam', { actor: 'hamlet-3', validTo: '2023-12-31' });
    await close('xom-lam', { successors: ['xom-ke'] });
    const late = await appoint('xom-lam', { actor: 'hamlet-4', validFrom: '2024-01-31' });
    expect(late.validTo).toBe('2024-01-31');

    const { cursor } = await since();
    expect(done(await correct('xom-lam', { validTo: null }))).toMatchObject({ validTo: null, successors: [] });
    expect((await unit('xom-ke', '2024-02-01')).predecessors).toEqual([]);
    expect(
      (await since(cursor)).items
        .map(({ kind, recordId }: Row) => [kind, recordId])
        .slice(2)
        .sort(),
    ).toEqual([head, deputy, late].map(({ id }) => ['appointment.resumed', id]).sort());
    const days = await Promise.all([head, deputy, ended, late].map(({ id }) => appointed(id)));
    expect(days.map(({ validTo }) => validTo)).toEqual([null, '2024-06-30', '2023-12-31', null]);
  });

  it('with another last day appointments follow; who was ended otherwise meanwhile stays so', async () => {
    await add('xom-cuoi');
    const head = await appoint('xom-cuoi');
    const deputy = await appoint('xom-cuoi', { actor: 'hamlet-2' });
    await close('xom-cuoi', { lastDay: '2024-02-29' });
    const input = { validTo: '2024-02-15', reason: 'Nghỉ' };
    const { version } = await appointed(deputy.id);
    await act('endAppointment', 'administrator', { id: deputy.id }, { version, input });
    for (const validTo of ['2024-01-15', '2024-03-31']) {
      done(await correct('xom-cuoi', { validTo }));
      expect((await appointed(head.id)).validTo).toBe(validTo);
    }
    done(await correct('xom-cuoi', { validTo: null }));
    expect([(await appointed(head.id)).validTo, (await appointed(deputy.id)).validTo]).toEqual([null, '2024-02-15']);
    expect(await unit('xom-cuoi', '2024-12-31')).toMatchObject({ validTo: null, termTo: null });
  });

  it('a merger on a wrong day is set right, the successor first', async () => {
    await add('xom-nhap');
    await add('xom-moi', { validFrom: '2024-02-01' });
    await close('xom-nhap', { successors: ['xom-moi'] });
    expect(await correct('xom-nhap', { validTo: '2024-01-15' }).then(broken)).toEqual(['/validTo NOT_VALID']);
    expect(await correct('xom-moi', { validFrom: '2024-02-02' }).then(broken)).toEqual(['/validFrom STILL_SUCCEEDS']);
    done(await correct('xom-moi', { validFrom: '2024-01-16' }));
    expect(done(await correct('xom-nhap', { validTo: '2024-01-15' })).successors).toEqual(['xom-moi']);
  });

  it('a unit that goes on again stands where the unit above stands', async () => {
    for (const code of ['cum-a', 'cum-b', 'to-a']) await add(code, code === 'to-a' ? { parent: 'cum-a' } : {});
    await close('to-a', {});
    done(await on('moveUnit', 'cum-a', { parent: 'cum-b', from: '2024-03-01' }));
    done(await correct('to-a', { validTo: null }));
    const at = async (day: string) => (await unit('to-a', day)).path;
    expect([await at('2024-02-29'), await at('2024-03-01')]).toEqual(['cum-a/to-a', 'cum-b/cum-a/to-a']);
    expect(await correct('cum-a', { validFrom: '2024-03-01' }).then(broken)).toEqual([
      '/validFrom LATER_TERM',
      '/validFrom UNITS_BELOW',
    ]);
  });

  it('a unit to come, an end ahead, and days that are all others', async () => {
    await add('xom-toi', { validFrom: '2024-06-01' });
    const head = await appoint('xom-toi', { validFrom: '2024-06-01' });
    await close('xom-toi', { lastDay: '2024-12-31' });
    expect((await appointed(head.id)).validTo).toBe('2024-12-31');
    expect(done(await correct('xom-toi', { validFrom: '2024-05-01', validTo: null }))).toMatchObject({
      ...{ validFrom: '2024-05-01', validTo: null, termFrom: '2024-05-01', termTo: null },
    });
    expect((await appointed(head.id)).validTo).toBeNull();

    await add('xom-khac', { parent: 'khu-dan-cu-1' });
    await close('xom-khac', {});
    const moved = done(await correct('xom-khac', { validFrom: '2024-03-01', validTo: '2024-04-30' }));
    expect([moved.termFrom, moved.termTo, moved.path]).toEqual([
      '2024-03-01',
      '2024-04-30',
      'ubnd/khu-dan-cu-1/xom-khac',
    ]);
    expect((await ask('unit', 'clerk', { unit: 'xom-khac', asOf: '2024-02-29' })).code).toBe('NOT_FOUND');
    // It is not closed yet: it ends ahead.
    expect(done(await correct('xom-khac', { validTo: null })).validTo).toBeNull();
  });

  it('days that are none are refused', async () => {
    await add('xom-le', { validFrom: '2023-06-01' });
    await add('ho-le', { kind: 'HOUSEHOLD', parent: 'xom-le', validFrom: '2023-06-01' });
    for (const [input, refused] of [
      [{}, [' NOTHING_CHANGED']],
      [{ validFrom: '2023-06-01', validTo: null }, [' NOTHING_CHANGED']],
      [{ validTo: '2024-06-01' }, ['/validTo NOT_ENDED']],
      [{ validFrom: '2024-06-01', validTo: '2024-05-31' }, ['/validTo NOT_ENDED', '/validTo TOO_EARLY']],
    ] as const)
      expect(await correct('xom-le', input).then(broken)).toEqual(refused);
    await close('ho-le', {});
    await close('xom-le', {});
    expect(await correct('ho-le', { validTo: null }).then(broken)).toEqual(['/validTo NOT_VALID']);
    expect(
      (
        await ask(
          'correctUnit',
          'hamlet-1',
          { unit: 'ho-le' },
          { version: 2, input: { reason: 'Nhầm', validTo: null } },
        )
      ).code,
    ).toBe('FORBIDDEN');
  });
});
