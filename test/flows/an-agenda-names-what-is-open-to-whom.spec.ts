import { useApp, type TestApp } from '../app.js';
import { forwarded, nominated, openedRound } from '../awards.js';
import { consultationMakers } from '../contract/consultation-writes.js';
import { moneyMakers } from '../contract/money-writes.js';
import { remarkMakers } from '../contract/remark-writes.js';
import { done, doors, type Door, type Row } from '../doors.js';
import type { Round } from '../../src/nominations/round.entity.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const plan = '2024-mua-xuan';

// Today is 31 January 2024.
describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let round: Round;
  const test = () => apps[name]!;
  beforeAll(async () => {
    door = open(test());
    round = await openedRound(test());
  });
  const ask = async (...[operation, actor, parameters, asked]: Parameters<Door['ask']>): Promise<Row> =>
    done(await door.ask(operation, actor, { commune, ...parameters }, asked));
  const entries = async (actor: string, filter: object = {}): Promise<Row[]> =>
    (await ask('agenda', actor, { first: 500, ...filter })).items;
  /** Entries of an act, without what every entry has. */
  const of = async (actor: string, act: string, filter: object = {}) =>
    (await entries(actor, filter))
      .filter((entry) => entry.act === act)
      .map(({ id: _, act: __, roles: ___, ...entry }) => entry);

  it('a verified report is approved by who may, and a returned one submitted by its unit', async () => {
    const [report] = await of('verifier', 'verifySubmission');
    expect(report).toEqual({
      ...{ type: 'submission', recordId: report!.recordId, plan: '2023', period: '2023-Q4' },
      ...{ unitCode: 'khu-dan-cu-5', formCode: null, count: 1, since: '2024-01-05', dueOn: null, overdue: false },
      reasons: [],
      vi: 'Thẩm định báo cáo: kế hoạch 2023, kỳ 2023-Q4, đơn vị khu-dan-cu-5',
      en: 'Verify the report: plan 2023, period 2023-Q4, unit khu-dan-cu-5',
    });
    expect(await of('chairperson', 'verifySubmission')).toEqual([]);
    expect((await of('chairperson', 'approveSubmission')).map(({ unitCode }) => unitCode)).toEqual(['khu-dan-cu-4']);
    const at = { id: report!.recordId };
    const { version } = await ask('submission', 'verifier', at);
    await ask('returnSubmission', 'verifier', at, { version, input: { reason: 'Thiếu minh chứng' } });
    expect(await of('verifier', 'verifySubmission')).toEqual([]);
    expect(await of('hamlet-5', 'submitSubmission')).toMatchObject([
      { recordId: report!.recordId, dueOn: '2024-01-12', overdue: true, since: '2024-01-31' },
    ]);
    expect(await of('hamlet-4', 'submitSubmission')).toEqual([]);
    expect(await of('clerk', 'submitSubmission')).toEqual([]);
  });

  it('a report that is owed is drafted by its own unit, by the due day', async () => {
    const input = {
      ...{ key: plan, kind: 'MOVEMENT', year: 2024, title: 'Mùa xuân', sections: [{ path: '1', title: 'Trồng cây' }] },
      document: { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch phát động phong trào' },
    };
    const { version } = await ask('draftPlan', 'clerk', {}, { input });
    await ask('addIndicator', 'clerk', { plan }, { input: trees });
    const set = await ask('setPlanSettings', 'clerk', { plan }, { version, input: { dueDays: 2, dueIn: 'WORKING' } });
    expect(await of('chairperson', 'issuePlan')).toMatchObject([{ plan, count: 1 }]);
    expect(await of('hamlet-1', 'draftSubmission', { type: ['submission'] })).toEqual([]);
    await ask('issuePlan', 'chairperson', { plan }, { version: set.version });
    expect(await of('hamlet-1', 'draftSubmission')).toMatchObject([
      { plan, period: '2024-01', unitCode: 'khu-dan-cu-1', recordId: null, since: '2024-01-01', dueOn: '2024-02-02' },
    ]);
    expect(await of('hamlet-2', 'draftSubmission')).toEqual([]);
    expect(await of('hamlet-1', 'draftSubmission', { dueBy: '2024-02-01' })).toEqual([]);
    const report = await ask(
      'draftSubmission',
      'hamlet-1',
      {},
      {
        input: { plan, period: '2024-01', unit: 'khu-dan-cu-1', narrative: { done: 'Đã trồng' } },
      },
    );
    expect(await of('hamlet-1', 'draftSubmission')).toEqual([]);
    expect(await of('hamlet-1', 'submitSubmission', { dueBy: '2024-02-02' })).toMatchObject([
      { recordId: report.id, dueOn: '2024-02-02', overdue: false },
    ]);
  });

  it('a plan is made known, and registered for, by each unit', async () => {
    const known = async () => (await of('hamlet-1', 'acknowledgePlan')).map((entry) => entry.plan);
    expect(await known()).toEqual(expect.arrayContaining(['2023', plan]));
    await ask(
      'acknowledgePlan',
      'hamlet-1',
      { plan },
      { input: { unit: 'khu-dan-cu-1', form: 'MEETING', heldOn: '2024-01-31' } },
    );
    expect(await known()).toEqual(['2023']);
    const registering = () => of('hamlet-2', 'registerEmulation');
    expect(await registering()).toEqual([]);
    const { version } = await ask('plan', 'clerk', { plan: '2023', key: '2023' });
    const input = { registerBy: '2024-02-15', reason: 'Đăng ký bổ sung' };
    await ask('setPlanSettings', 'clerk', { plan: '2023' }, { version, input });
    expect(await registering()).toEqual([]);
    const [{ id, version: registered }] = (await ask('registrations', 'hamlet-2', { unit: 'khu-dan-cu-2' })).items;
    await ask('endRegistration', 'hamlet-2', { id }, { version: registered, input: { reason: 'Đăng ký lại' } });
    expect(await registering()).toMatchObject([{ plan: '2023', unitCode: 'khu-dan-cu-2', dueOn: '2024-02-15' }]);
    await ask('registerEmulation', 'hamlet-2', {}, { input: { unit: 'khu-dan-cu-2', period: '2023' } });
    expect(await registering()).toEqual([]);
  });

  it('nominations for a form in a round are one entry, for each act that they wait for', async () => {
    const { version } = await ask('round', 'administrator', { id: round.id });
    const calendar = { nominateBy: '2024-02-10', meetBy: '2024-02-20', decideBy: '2024-02-28' };
    await ask('amendRound', 'administrator', { id: round.id }, { version, input: { calendar } });
    expect(await of('hamlet-1', 'nominate')).toMatchObject([{ recordId: round.id, dueOn: '2024-02-10' }]);
    const one = await nominated(test(), round, 'khu-dan-cu-1', 'DRAFT');
    expect(await of('hamlet-1', 'submitNomination')).toMatchObject([
      { type: 'nomination', recordId: one.id, unitCode: 'khu-dan-cu-1', dueOn: '2024-02-10', count: 1 },
    ]);
    expect(await of('hamlet-2', 'submitNomination')).toEqual([]);
    await nominated(test(), round, 'khu-dan-cu-2', 'SUBMITTED');
    expect((await of('verifier', 'appraiseNomination')).map(({ unitCode }) => unitCode)).toEqual(['khu-dan-cu-2']);
    await nominated(test(), round, 'khu-dan-cu-3', 'SUBMITTED');
    expect(await of('verifier', 'appraiseNomination')).toEqual([]);
    expect(await of('verifier', 'appraiseNominations')).toMatchObject([
      { type: 'round', recordId: round.id, formCode: 'giay-khen-xa', unitCode: null, count: 2, dueOn: '2024-02-20' },
    ]);
    await nominated(test(), round, 'khu-dan-cu-4', 'APPRAISED');
    expect(await of('clerk', 'conveneMeeting')).toMatchObject([{ recordId: round.id, count: 1, dueOn: '2024-02-20' }]);
    expect(await of('verifier', 'conveneMeeting')).toEqual([]);
  });

  it('what went up is received and decided by the superior it went to, or recorded by the clerk', async () => {
    const { id } = await forwarded(test(), 'khu-dan-cu-3');
    const waiting = async (actor: string) =>
      Object.fromEntries(
        await Promise.all(
          ['receiveNomination', 'recordOutcome'].map(
            async (act) => [act, (await of(actor, act)).some(({ recordId }) => recordId === id)] as const,
          ),
        ),
      );
    expect(await waiting('district')).toEqual({ receiveNomination: true, recordOutcome: false });
    expect(await waiting('clerk')).toEqual({ receiveNomination: true, recordOutcome: false });
    expect(await waiting('province')).toEqual({ receiveNomination: false, recordOutcome: false });
    expect(await waiting('hamlet-3')).toEqual({ receiveNomination: false, recordOutcome: false });
    const { version } = await ask('nomination', 'district', { id });
    await ask('receiveNomination', 'district', { id }, { version, input: {} });
    expect(await waiting('district')).toEqual({ receiveNomination: false, recordOutcome: true });
  });

  it('awards of a signed decision are paid by the accountant and presented by the clerk, as one entry', async () => {
    const decisions = async (act: string, actor: string) =>
      Object.fromEntries((await of(actor, act)).map(({ recordId, count }) => [recordId, count]));
    const unpaid = await decisions('payAwards', 'accountant');
    const [decision, count] = Object.entries(unpaid)[0] as [string, number];
    const sentences = (await of('clerk', 'presentAwards')).map(({ count: each, vi }) => [each, vi]);
    expect(sentences).toContainEqual([150, 'Trao tặng theo quyết định: 150 khen thưởng']);
    expect(await decisions('payAwards', 'clerk')).toEqual({});
    expect((await decisions('presentAwards', 'clerk'))[decision]).toBeGreaterThan(0);
    const { items } = await ask('awards', 'accountant', { decision, money: 'TO_PAY' });
    expect(items).toHaveLength(count);
    const awards = items.map(({ id: award }: Row) => ({ award }));
    await ask('payAwards', 'accountant', {}, { input: { voucher: 'PC 7', awards } });
    expect((await decisions('payAwards', 'accountant'))[decision]).toBeUndefined();
  });

  it('a remark is answered, and an objection while its list hangs', async () => {
    const of_ = async (act: string) => (await of('clerk', act)).map(({ recordId }) => recordId);
    const { path, input } = await remarkMakers(test()).answerRemark!();
    expect(await of_('answerRemark')).toContain(path!.id);
    const { version } = await ask('remark', 'clerk', path);
    await ask('answerRemark', 'clerk', path, { version, input });
    expect(await of_('answerRemark')).not.toContain(path!.id);
    const objection = await consultationMakers(test()).answerObjection!();
    expect(await of_('answerObjection')).toContain(objection.path!.id);
    await ask('answerObjection', objection.actor, objection.path, {
      version: objection.version,
      input: objection.input,
    });
    expect(await of_('answerObjection')).not.toContain(objection.path!.id);
    const over = await consultationMakers(test()).closeConsultation!();
    expect(await of_('closeConsultation')).toContain(over.path!.id);
  });

  it('a complaint is settled by the day that the law gives', async () => {
    const { actor, path, version, input } = await moneyMakers(test()).settleComplaint!();
    const waiting = async () => (await of(actor, 'settleComplaint')).find(({ recordId }) => recordId === path!.id);
    const { settleBy } = await ask('complaint', actor, path);
    expect(settleBy).not.toBeNull();
    expect(await waiting()).toMatchObject({ type: 'complaint', dueOn: settleBy });
    await ask('settleComplaint', actor, path, { version, input });
    expect(await waiting()).toBeUndefined();
  });

  it('the order is by due day, and a filter takes what it names', async () => {
    const all = await entries('hamlet-1');
    expect(all.map(({ dueOn }) => dueOn ?? '9999')).toEqual(all.map(({ dueOn }) => dueOn ?? '9999').sort());
    expect(all.length).toBeGreaterThan(2);
    const types = new Set((await entries('hamlet-1', { type: ['plan', 'round'] })).map(({ type }) => type));
    expect([...types].sort()).toEqual(['plan', 'round']);
    const first = await ask('agenda', 'hamlet-1', { first: 1 });
    const second = await ask('agenda', 'hamlet-1', { first: 1, after: first.next });
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 2));
  });

  it('a key without the right to an act is told nothing of it', async () => {
    const scopes = ['nominations:read', 'nominations:write', 'submissions:read'];
    const { key } = await ask('issueKey', 'administrator', {}, { input: { actor: 'hamlet-1', scopes } });
    const acts = async (actor: string) => [...new Set((await entries(actor)).map(({ act }) => act))].sort();
    expect(await acts('hamlet-1')).toEqual(['acknowledgePlan', 'nominate', 'submitNomination', 'submitSubmission']);
    expect(await acts(key)).toEqual(['nominate', 'submitNomination']);
  });
});

const trees = {
  ...{ code: 'econ.trees', name: 'Diện tích trồng mới', sectionPath: '1', sortOrder: 1, direction: 'UP' },
  measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 },
  ...{ comparator: 'AT_LEAST', target: '90', rawText: '90 ha', frequency: 'MONTHLY', reported: 'IN_PERIOD' },
  ...{ overTime: 'SUM', overUnits: 'SUM', responsibleUnitCode: 'ubnd' },
  reportedBy: { units: ['khu-dan-cu-1'], kinds: [] },
};
