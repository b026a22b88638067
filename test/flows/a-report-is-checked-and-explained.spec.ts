import { useApp, type TestApp } from '../app.js';
import { done, doors, rest, type Answer, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const herd = 'econ.livestock.buffalo-cattle';
const clean = 'econ.households-clean-water';
const hygienic = 'econ.households-hygienic-water';

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let report: Row;
  beforeAll(() => void (door = open(apps[name]!)));
  const act = async (operation: string, actor: string, input?: object) =>
    (report = done(await door.ask(operation, actor, { commune, id: report.id }, { version: report.version, input })));
  const tried = (operation: string, input?: object) =>
    door.ask(operation, 'hamlet-1', { commune, id: report.id }, { version: report.version, input });
  const found = () =>
    report.findings.map(({ code, severity, indicatorCode }: Row) => `${severity} ${code} ${indicatorCode}`);

  it('is told what contradicts itself, while it is still a draft', async () => {
    report = done(
      await door.ask(
        'draftSubmission',
        'hamlet-1',
        { commune },
        {
          input: {
            plan: '2023',
            unit: 'khu-dan-cu-1',
            period: '2023-09',
            entries: [
              { indicatorCode: herd, reported: '280' },
              { indicatorCode: `${herd}.buffalo`, reported: '46' },
              { indicatorCode: `${herd}.cattle`, reported: '243' },
              { indicatorCode: clean, reported: '150', outOf: '172' },
              { indicatorCode: hygienic, reported: '149', outOf: '172' },
            ],
          },
        },
      ),
    );
    expect(found()).toEqual(
      expect.arrayContaining([`ERROR PARTS_ABOVE ${herd}`, `ERROR NOT_ABOVE ${clean}`, `WARNING FREQUENCY ${herd}`]),
    );
    expect(report.findings.find(({ code }: Row) => code === 'PARTS_ABOVE')).toMatchObject({
      figures: [
        { name: 'reported', value: '280' },
        { name: 'sum', value: '289' },
      ],
      text: {
        vi: 'Tổng các phần là 289, lớn hơn số chung 280.',
        en: 'The parts come to 289, more than the whole, 280.',
      },
      explanation: null,
    });
  });

  it('is not submitted with an error, and says so before', async () => {
    const refused = await tried('submitSubmission');
    expect([refused.code, refused.body.errors.map(({ pointer, code }: Row) => `${pointer} ${code}`).sort()]).toEqual([
      'RULE',
      [`/entries/${clean}/reported NOT_ABOVE`, `/entries/${herd}/reported PARTS_ABOVE`],
    ]);
    const { items } = done(await rest(apps[name]!).ask('submissionActions', 'hamlet-1', { commune, id: report.id }));
    expect(items.find((each: Row) => each.act === 'submitSubmission').reasons).toEqual(['RULE']);
    const explained = await tried('explainFinding', {
      code: 'PARTS_ABOVE',
      indicatorCode: herd,
      explanation: 'Đúng như vậy',
    });
    expect([explained.code, explained.body.errors[0].code]).toEqual(['RULE', 'NOT_TO_EXPLAIN']);
  });

  it('a warning is explained by the unit, and the explanation stays while the figure does', async () => {
    await act('amendSubmission', 'hamlet-1', {
      entries: [
        { indicatorCode: herd, reported: '289' },
        { indicatorCode: hygienic, reported: '172', outOf: '172' },
      ],
    });
    expect(found().filter((each: string) => each.startsWith('ERROR'))).toEqual([]);
    const warning = { code: 'FREQUENCY', indicatorCode: herd };
    const others = await door.ask(
      'explainFinding',
      'hamlet-2',
      { commune, id: report.id },
      { version: report.version, input: { ...warning, explanation: 'Không phải việc của tôi' } },
    );
    expect(others.code).not.toBeUndefined();
    await act('explainFinding', 'hamlet-1', { ...warning, explanation: 'Huyện yêu cầu báo cáo tháng' });
    const explanationOf = (code: string) =>
      report.findings.find((each: Row) => each.code === code && each.indicatorCode === herd)?.explanation;
    expect(explanationOf('FREQUENCY')).toBe('Huyện yêu cầu báo cáo tháng');
    const { contentHash } = report;
    await act('submitSubmission', 'hamlet-1');
    // An explanation is no figure: the content is the same.
    expect([report.state, explanationOf('FREQUENCY'), report.contentHash]).toEqual([
      'SUBMITTED',
      'Huyện yêu cầu báo cáo tháng',
      contentHash,
    ]);
    expect(report.estimate).toBe(false);
  });

  it('a judgement does not make the figures contradict each other, and is checked as a report is', async () => {
    const below = { verified: '280', verifiedReason: 'Kiểm đếm lại' };
    const judge = (operation: string, actor: string, entry: object) =>
      door.ask(
        operation,
        actor,
        { commune, id: report.id },
        { version: report.version, input: { entries: [{ indicatorCode: herd, ...entry }] } },
      );
    const told = ({ code, body }: Answer) => [
      code,
      body.errors.map((point: Row) => [point.pointer, point.code, point.detail]),
    ];
    const broken = [
      'RULE',
      [[`/entries/${herd}/reported`, 'PARTS_ABOVE', 'Tổng các phần là 289, lớn hơn số chung 280.']],
    ];
    expect(told(await judge('verifySubmission', 'verifier', below))).toEqual(broken);
    await act('verifySubmission', 'verifier', { entries: [{ indicatorCode: herd, ...below, verified: '290' }] });
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'PARTS_BELOW',
        figures: [
          { name: 'reported', value: '290' },
          { name: 'sum', value: '289' },
        ],
      }),
    );
    const approved = { approved: '280', approvedReason: 'Theo thực tế' };
    expect(told(await judge('approveSubmission', 'chairperson', approved))).toEqual(broken);
  });

  it('a warning without an explanation stops nothing, and stays with the version it judged', async () => {
    const unexplained = report.findings.filter(({ explanation }: Row) => explanation === null);
    expect(unexplained.length).toBeGreaterThan(0);
    const before = report.findings;
    await act('approveSubmission', 'chairperson', {});
    expect(report.findings).toEqual(before);
    expect((await tried('explainFinding', { code: 'FREQUENCY', indicatorCode: herd, explanation: 'Muộn' })).code).toBe(
      'STATE',
    );
  });

  it('an indicator is included only in another of its plan with the same unit of measurement', async () => {
    const { version } = done(await door.indicator('clerk', commune, '2023', clean));
    const amended = (notAbove: string) =>
      door.amendIndicator('clerk', commune, '2023', clean, version, { reason: 'Sửa', notAbove });
    const codes = async (notAbove: string) => (await amended(notAbove)).body.errors.map(({ code }: Row) => code);
    expect(await codes('econ.no-such-indicator')).toEqual(['UNKNOWN']);
    expect(await codes(clean)).toEqual(['INCLUDES_ITSELF']);
    expect(await codes(herd)).toEqual(['OTHER_MEASURE']);
  });

  it('a correction begins with the explanations of the report', async () => {
    const { id, findings } = report;
    const corrected = await door.ask(
      'correctSubmission',
      'hamlet-1',
      { commune, id },
      { input: { reason: 'Sót một con' } },
    );
    expect(done(corrected).findings).toEqual(findings);
  });
});

it('a finding is the same by a key that is bound to a unit', async () => {
  const test = apps.REST!;
  const door = rest(test);
  const unit = 'dia-chinh-nong-nghiep';
  const scopes = ['submissions:read', 'submissions:write', 'results:read', 'units:read', 'plans:read'];
  const issued = await door.ask('issueKey', 'administrator', { commune }, { input: { actor: 'clerk', unit, scopes } });
  (test.keys as Record<string, string>).bound = done(issued).key;
  const sheet = { type: 'BC', year: 2024, issuer: 'Địa chính - Nông nghiệp', title: 'Phiếu ký nhận' };
  const { id: document } = done(await door.ask('recordDocument', 'clerk', { commune }, { input: sheet }));
  const headers = { 'on-behalf-of': unit, 'legal-reference': document };
  const { items } = done(
    await door.ask('submissions', 'clerk', { commune, unit: [unit], period: ['2023-Q2'], state: ['APPROVED'] }),
  );
  const corrected = { input: { reason: 'Ghi nhầm' }, headers };
  const { id, version } = done(await door.ask('correctSubmission', 'bound', { commune, id: items[0].id }, corrected));
  // Fewer than the residential areas have together.
  const input = {
    entries: [`${herd}.buffalo`, `${herd}.cattle`, herd].map((code, at) => ({
      indicatorCode: code,
      reported: String(Math.max(at, 1)),
    })),
  };
  const report = done(await door.ask('amendSubmission', 'bound', { commune, id }, { version, input, headers }));
  expect(report.findings.map(({ code, indicatorCode }: Row) => `${code} ${indicatorCode}`)).toContain(
    `UNITS_SUM ${herd}`,
  );
});

it('two who verify parts of one whole change them one after the other', async () => {
  const test = apps.REST!;
  const door = rest(test);
  test.exceptFromAudit('indicator', 'appointment');
  // The sample's verifier verifies everything; here, what the People's Committee and those below it answer for.
  await test.admin.query(
    `update appointment a set unit_id = u.id from unit u where u.commune_id = a.commune_id and u.code = 'ubnd' and a.role = 'VERIFIER'`,
  );
  await test.admin.query(
    `update indicator i set responsible_unit_id = u.id from unit u where u.commune_id = i.commune_id and i.code like '${herd}%' and u.code = case i.code when '${herd}.cattle' then 'mat-tran-to-quoc' else 'ubnd' end`,
  );
  const appointed = { actor: 'clerk', role: 'VERIFIER', unit: 'mat-tran-to-quoc', validFrom: '2023-01-01' };
  done(await door.ask('appoint', 'administrator', { commune }, { input: appointed }));
  const figures = { [herd]: '289', [`${herd}.buffalo`]: '46', [`${herd}.cattle`]: '243' };
  const entries = Object.entries(figures).map(([indicatorCode, reported]) => ({ indicatorCode, reported }));
  const input = { plan: '2023', unit: 'khu-dan-cu-2', period: '2023-08', entries };
  let report = done(await door.ask('draftSubmission', 'hamlet-2', { commune }, { input }));
  const step = (operation: string, actor: string, given?: object) =>
    door.ask(operation, actor, { commune, id: report.id }, { version: report.version, input: given });
  const verified = (code: string, figure: string) => ({
    entries: [{ indicatorCode: code, verified: figure, verifiedReason: 'Kiểm đếm lại' }],
  });
  const errors = () => report.findings.filter(({ severity }: Row) => severity === 'ERROR').map(({ code }: Row) => code);
  report = done(await step('submitSubmission', 'hamlet-2'));
  // Six buffaloes more and six cattle less: neither is right before the other.
  report = done(await step('verifySubmission', 'verifier', verified(`${herd}.buffalo`, '52')));
  expect([report.state, errors()]).toEqual(['SUBMITTED', ['PARTS_ABOVE']]);
  const refused = await step('verifySubmission', 'clerk', {});
  expect([refused.code, refused.body.errors.map(({ code }: Row) => code)]).toEqual(['RULE', ['PARTS_ABOVE']]);
  report = done(await step('verifySubmission', 'clerk', verified(`${herd}.cattle`, '237')));
  expect([report.state, errors()]).toEqual(['VERIFIED', []]);
});
