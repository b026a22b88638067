import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const rice = { plan: '2023', code: 'econ.rice.area' };

/** Today is 31/01/2024; who is named has left, died, was moved or merged by then. */
describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let paper: string;
  let round: string;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(
      operation,
      actor,
      { commune, ...at },
      { ...given, headers: { 'accept-language': 'en', ...given.headers } },
    );
  const then = (day: string) => ({ 'legal-date': day, 'legal-reference': paper });
  const behalf = (unit: string) => ({ 'on-behalf-of': unit, 'legal-reference': paper });
  const sentence = ({ body }: { body: Row }) => body.errors[0].detail;

  const add = async (code: string, input: object = {}) => {
    const unit = {
      code,
      kind: 'HAMLET',
      name: `Xóm ${code}`,
      parent: 'khu-dan-cu-1',
      validFrom: '2021-07-01',
      ...input,
    };
    done(await ask('addUnit', 'clerk', {}, { input: unit }));
  };
  const end = async (unit: string, lastDay: string) => {
    const { version } = done(await ask('unit', 'clerk', { unit }));
    done(
      await ask(
        'closeUnit',
        'clerk',
        { unit },
        { version, input: { lastDay, reason: 'Thôi' }, headers: then(lastDay) },
      ),
    );
  };
  const nominate = (unit: string, input: object = {}) =>
    ask(
      'nominate',
      'clerk',
      {},
      {
        input: { round, unit, form: 'giay-khen-xa', type: 'MERIT', summary: 'Dẫn đầu', ...input },
      },
    );
  const draft = (unit: string, period: string) =>
    ask(
      'draftSubmission',
      'clerk',
      {},
      {
        input: { plan: '2023', unit, period, entries: [{ indicatorCode: rice.code, reported: '3' }] },
        headers: behalf(unit),
      },
    );
  const act = async (operation: string, actor: string, { id, version }: Row, given: Asked = {}) =>
    done(await ask(operation, actor, { id }, { version, ...given }));

  beforeAll(async () => {
    door = open(apps[name]!);
    const document = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Quyết định' };
    paper = done(await ask('recordDocument', 'clerk', {}, { input: document })).id;
    const opened = { name: 'Tổng kết', period: '2023', forms: ['giay-khen-xa', 'ldtt'] };
    const periods: Row[] = done(await ask('periods', 'clerk', { plan: '2023' })).items;
    for (const { period, version } of periods.filter(({ state }) => state === 'CLOSED').reverse()) {
      const input = { reason: 'Bổ sung' };
      done(await ask('reopenPeriod', 'chairperson', { plan: '2023', period }, { version, input }));
    }
    round = done(await ask('openRound', 'administrator', {}, { input: opened })).id;
  });

  it('a hamlet that ended on 30/06 reports its second quarter in July, and corrects the first', async () => {
    await add('xom-cu');
    const first = await act('submitSubmission', 'clerk', done(await draft('xom-cu', '2023-Q1')), {
      headers: behalf('xom-cu'),
    });
    const verified = await act('verifySubmission', 'verifier', first, { input: {} });
    const approved = await act('approveSubmission', 'chairperson', verified, { input: {} });
    const set = (period: string, value: string, version: number) =>
      ask('setTarget', 'clerk', { ...rice, unit: 'xom-cu', period }, { version, input: { value, reason: 'Giao' } });
    done(await set('2023-Q2', '5', 0));
    await end('xom-cu', '2023-06-30');

    const second = done(await draft('xom-cu', '2023-Q2'));
    const headers = behalf('xom-cu');
    const input = { entries: [{ indicatorCode: rice.code, reported: '4' }] };
    const amended = await act('amendSubmission', 'clerk', second, { input, headers });
    const submitted = await act('submitSubmission', 'clerk', amended, { headers });
    await act('withdrawSubmission', 'clerk', submitted, { input: { reason: 'Sai' }, headers });
    const mended = await ask(
      'correctSubmission',
      'clerk',
      { id: approved.id },
      { input: { reason: 'Đo lại' }, headers },
    );
    expect(done(mended)).toMatchObject({ unitCode: 'xom-cu', period: '2023-Q1', correctsId: approved.id });
    // Its target can still be mended, and it can still be given one for its time.
    expect(done(await set('2023-Q2', '6', 1))).toMatchObject({ value: '6', revision: 2 });
    done(await set('2023-H1', '11', 0));
    const extended = async (period: string) => {
      const periods: Row[] = done(await ask('periods', 'clerk', { plan: '2023' })).items;
      const version = periods.find((each) => each.period === period)?.version ?? 0;
      return ask(
        'extendDeadline',
        'clerk',
        { plan: '2023', period },
        {
          version,
          input: { unit: 'xom-cu', until: '2024-03-01', reason: 'Lũ' },
        },
      );
    };
    for (const answer of [await draft('xom-cu', '2023-Q3'), await set('2023-Q3', '5', 0), await extended('2023-Q3')])
      expect([broken(answer), sentence(answer)]).toEqual([
        ['/unit NOT_VALID'],
        'There is no unit "xom-cu" in 2023-Q3: it is there from 2021-07-01 to 2023-06-30.',
      ]);
    expect(broken(await extended('2023-Q2'))).not.toEqual(['/unit NOT_VALID']);
  });

  it('a hamlet says what it made known before its end', async () => {
    await add('xom-hai');
    await end('xom-hai', '2023-06-30');
    const say = (heldOn: string) =>
      ask(
        'acknowledgePlan',
        'clerk',
        { plan: '2023' },
        {
          input: { unit: 'xom-hai', form: 'MEETING', heldOn },
          headers: behalf('xom-hai'),
        },
      );
    expect(await say('2023-07-01').then(sentence)).toBe(
      'There is no unit "xom-hai" on 2023-07-01: it is there from 2021-07-01 to 2023-06-30.',
    );
    const said = done(await say('2023-06-30'));
    const amend = (heldOn: string) =>
      ask(
        'amendAcknowledgement',
        'clerk',
        { plan: '2023', unit: 'xom-hai' },
        {
          version: said.version,
          input: { heldOn, reason: 'Nhầm ngày' },
          headers: behalf('xom-hai'),
        },
      );
    expect(broken(await amend('2023-07-02'))).toEqual(['/heldOn NOT_VALID']);
    expect(done(await amend('2023-06-29')).heldOn).toBe('2023-06-29');
  });

  it('who has retired is put forward for the year before, and on whose behalf nobody is, is told', async () => {
    await add('ong-an', { kind: 'INDIVIDUAL', name: 'Nguyễn Văn Ân' });
    await end('ong-an', '2024-01-20');
    done(await nominate('ong-an', { form: 'ldtt' }));
    const later = await nominate('ong-an', { period: '2025', form: 'giay-khen-xa' });
    expect([broken(later), sentence(later)]).toEqual([
      ['/unit NOT_VALID'],
      'There is no unit "ong-an" in 2025: it is there from 2021-07-01 to 2024-01-20.',
    ]);
    const input = { plan: '2023', unit: 'ong-an', period: '2023', entries: [] };
    const nobody = await ask('draftSubmission', 'clerk', {}, { input, headers: behalf('khong-co') });
    expect([nobody.code, nobody.body.detail]).toEqual(['ON_BEHALF_UNKNOWN', 'There is no unit khong-co.']);
  });

  it('who died in a rescue is put forward for that day (truy tặng), and not for the next', async () => {
    await add('ong-binh', { kind: 'INDIVIDUAL', name: 'Trần Văn Bình' });
    await end('ong-binh', '2024-01-20');
    const sudden = (deedOn: string) => nominate('ong-binh', { type: 'SUDDEN', deedOn });
    const next = await sudden('2024-01-21');
    expect([broken(next), sentence(next)]).toEqual([
      ['/unit NOT_VALID'],
      'There is no unit "ong-binh" on 2024-01-21: it is there from 2021-07-01 to 2024-01-20.',
    ]);
    const drafted = done(await sudden('2024-01-20'));
    const amend = (deedOn: string) =>
      ask('amendNomination', 'clerk', { id: drafted.id }, { version: drafted.version, input: { deedOn } });
    expect(broken(await amend('2024-01-22'))).toEqual(['/unit NOT_VALID']);
    expect(done(await amend('2024-01-19')).deedOn).toBe('2024-01-19');
  });

  it('who was moved stands in a plan where they stood in its period; rights hold where they stand today', async () => {
    await add('to-chuyen');
    const document = { type: 'KH', year: 2023, issuer: 'Khu dân cư', title: 'Kế hoạch' };
    const child = (unit: string) => `2023-${unit}`;
    const measure = { unit: 'MODEL', displayUnit: 'cây', scale: 0 };
    const counted = { frequency: 'QUARTERLY', reported: 'IN_PERIOD', overTime: 'SUM', overUnits: 'SUM', target: '60' };
    for (const unit of ['khu-dan-cu-1', 'khu-dan-cu-2']) {
      const plan = {
        key: child(unit),
        kind: 'CHILD',
        year: 2023,
        title: 'Kế hoạch',
        parentPlan: '2023',
        unit,
        document,
      };
      const sections = [{ path: '1', title: 'Mục tiêu' }];
      done(await ask('draftPlan', 'clerk', {}, { input: { ...plan, sections } }));
      const indicator = { code: 'cay', name: 'Số cây', sectionPath: '1', sortOrder: 1, rawText: '60 cây', measure };
      const input = { ...indicator, direction: 'UP', comparator: 'AT_LEAST', ...counted };
      done(await ask('addIndicator', 'clerk', { plan: child(unit) }, { input }));
    }
    const { version } = done(await ask('unit', 'clerk', { unit: 'to-chuyen' }));
    const moved = { parent: 'khu-dan-cu-2', reason: 'Chuyển', from: '2023-07-01' };
    done(await ask('moveUnit', 'clerk', { unit: 'to-chuyen' }, { version, input: moved, headers: then('2023-07-01') }));
    const set = (unit: string, period: string) =>
      ask(
        'setTarget',
        'clerk',
        { plan: child(unit), code: 'cay', unit: 'to-chuyen', period },
        {
          version: 0,
          input: { value: '5' },
        },
      );
    done(await set('khu-dan-cu-1', '2023-Q2'));
    done(await set('khu-dan-cu-2', '2023-Q3'));
    expect(await set('khu-dan-cu-1', '2023-Q3').then(broken)).toEqual(['/unit NOT_BELOW']);
    expect(await set('khu-dan-cu-2', '2023-Q2').then(broken)).toEqual(['/unit NOT_BELOW']);
    const report = (actor: string) =>
      ask('draftSubmission', actor, {}, { input: { plan: '2023', unit: 'to-chuyen', period: '2023-Q2', entries: [] } });
    expect((await report('hamlet-1')).code).toBe('FORBIDDEN');
    done(await report('hamlet-2'));
  });

  it('who answers for an indicator does so in what is left of the plan, and in a plan that is over at some time of it', async () => {
    await add('ban-cu', { kind: 'DEPARTMENT' });
    await end('ban-cu', '2023-06-30');
    await add('ban-xua', { kind: 'DEPARTMENT', validFrom: '2021-07-01' });
    await end('ban-xua', '2022-12-31');
    const answer = async (responsibleUnitCode: string) => {
      const { version } = done(await ask('indicator', 'clerk', rice));
      return ask('amendIndicator', 'clerk', rice, { version, input: { responsibleUnitCode, reason: 'Bổ sung' } });
    };
    expect(await answer('ban-xua').then(sentence)).toBe(
      'There is no unit "ban-xua" in 2023: it is there from 2021-07-01 to 2022-12-31.',
    );
    done(await answer('ban-cu'));
  });

  it('an act about today still asks for today', async () => {
    await add('xom-ba');
    await end('xom-ba', '2024-01-20');
    const below = { code: 'xom-bon', kind: 'HAMLET', name: 'Xóm Bốn', parent: 'xom-ba', validFrom: '2024-01-31' };
    const added = await ask('addUnit', 'clerk', {}, { input: below });
    expect([broken(added), sentence(added)]).toEqual([
      ['/parent NOT_VALID'],
      'There is no unit "xom-ba" on 2024-01-31: it is there from 2021-07-01 to 2024-01-20.',
    ]);
    const key = { actor: 'hamlet-1', scopes: ['plans:read'], unit: 'xom-ba' };
    expect(broken(await ask('issueKey', 'administrator', {}, { input: key }))).toEqual(['/unit NOT_VALID']);
  });
});
