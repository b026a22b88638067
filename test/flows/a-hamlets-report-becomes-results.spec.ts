import { createHash } from 'node:crypto';
import { as, useApp, type TestApp } from '../app.js';
import { done, doors, type Door, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { upload } from '../uploads.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const place = { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-06' };

/** The hash at the end of a stretch, from its leaves alone. */
const chained = (previous: string, positions: readonly { position: number; items: readonly { leaf: string }[] }[]) =>
  positions.reduce((hash, { position, items }) => {
    const place = Buffer.alloc(8);
    place.writeBigUInt64BE(BigInt(position));
    return createHash('sha256')
      .update(
        Buffer.concat([
          Buffer.of(1),
          Buffer.from(hash, 'hex'),
          place,
          ...items.map(({ leaf }) => Buffer.from(leaf, 'hex')),
        ]),
      )
      .digest('hex');
  }, previous);

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let start: string;
  let headBefore: object;
  let report: Row;
  let proof: string;
  const act = async (operation: string, actor: string, input?: object) =>
    (report = done(await door.ask(operation, actor, { commune, id: report.id }, { version: report.version, input })));
  beforeAll(() => void (door = open(apps[name]!)));

  it('begins with the district up to date', async () => {
    const { cursor, head } = done(await door.changes('district', commune));
    [start, headBefore] = [cursor, head];
  });

  it('is drafted by the hamlet, mended as often as it takes, and submitted', async () => {
    const entries = [
      { indicatorCode: 'econ.maize.area', reported: '14' },
      { indicatorCode: 'econ.peanut.area', reported: '9.5', note: 'Đo lại sau vụ Xuân' },
      { indicatorCode: 'econ.livestock.deer', nothingToReport: 'Không nuôi' },
    ];
    report = done(
      await door.ask(
        'draftSubmission',
        'hamlet-1',
        { commune },
        { input: { ...place, narrative: { done: 'Gieo trồng đúng thời vụ' }, entries } },
      ),
    );
    expect(report).toMatchObject({
      state: 'DRAFT',
      version: 1,
      plan: '2023',
      unitCode: 'khu-dan-cu-1',
      period: '2023-06',
      correctsId: null,
      narrative: { done: 'Gieo trồng đúng thời vụ', shortfalls: null },
    });
    expect(report.entries.map((each: Row) => [each.indicatorCode, each.reported, each.nothingToReport])).toEqual([
      ['econ.peanut.area', '9.5', null],
      ['econ.maize.area', '14', null],
      ['econ.livestock.deer', null, 'Không nuôi'],
    ]);
    const hash = report.contentHash;
    await act('amendSubmission', 'hamlet-1', {
      narrative: { shortfalls: 'Thiếu nước' },
      entries: [
        { indicatorCode: 'econ.livestock.deer', reported: null, nothingToReport: null },
        { indicatorCode: 'econ.maize.area', note: 'Ước' },
      ],
    });
    expect(report).toMatchObject({
      version: 2,
      narrative: { done: 'Gieo trồng đúng thời vụ', shortfalls: 'Thiếu nước' },
    });
    expect(report.entries.map((each: Row) => [each.indicatorCode, each.reported, each.note])).toEqual([
      ['econ.peanut.area', '9.5', 'Đo lại sau vụ Xuân'],
      ['econ.maize.area', '14', 'Ước'],
    ]);
    expect(report.contentHash).not.toBe(hash);
    const unproved = report.contentHash;
    proof = (await upload(apps[name]!, 'hamlet-1', [file('bien-ban-do-dat.pdf', pdf())])).body.id;
    await act('amendSubmission', 'hamlet-1', {
      entries: [{ indicatorCode: 'econ.peanut.area', evidenceIds: [proof] }],
    });
    expect(report).toMatchObject({
      version: 3,
      entries: [{ indicatorCode: 'econ.peanut.area', reported: '9.5', evidenceIds: [proof] }, { evidenceIds: [] }],
    });
    expect(report.contentHash).not.toBe(unproved);
    await act('submitSubmission', 'hamlet-1');
    expect(report).toMatchObject({ state: 'SUBMITTED', submittedOn: '2024-01-31' });
  });

  it('is returned with a remark, amended and submitted again', async () => {
    await act('returnSubmission', 'verifier', {
      reason: 'Số liệu ngô chưa khớp',
      entries: [{ indicatorCode: 'econ.maize.area', remark: 'Đo lại diện tích' }],
    });
    expect(report).toMatchObject({ state: 'RETURNED', returnedReason: 'Số liệu ngô chưa khớp' });
    expect(report.entries.map((each: Row) => each.remark)).toEqual([null, 'Đo lại diện tích']);
    await act('amendSubmission', 'hamlet-1', { entries: [{ indicatorCode: 'econ.maize.area', reported: '13.5' }] });
    await act('submitSubmission', 'hamlet-1');
    expect(report).toMatchObject({ state: 'SUBMITTED', returnedReason: null });
  });

  it('is verified with another figure and a reason, and approved by the chairperson alone', async () => {
    await act('verifySubmission', 'verifier', {
      entries: [{ indicatorCode: 'econ.maize.area', verified: '13', verifiedReason: 'Theo biên bản kiểm tra' }],
    });
    expect(report.state).toBe('VERIFIED');
    const own = await door.ask(
      'approveSubmission',
      'verifier',
      { commune, id: report.id },
      { version: report.version, input: {} },
    );
    expect(own.code).toBe('FORBIDDEN');
    const { contentHash } = report;
    await act('approveSubmission', 'chairperson', {});
    expect(report).toMatchObject({ state: 'APPROVED', approvedOn: '2024-01-31', contentHash });
    expect(
      report.entries.map((each: Row) => [each.reported, each.verified, each.verifiedReason, each.approved]),
    ).toEqual([
      ['9.5', '9.5', null, '9.5'],
      ['13.5', '13', 'Theo biên bản kiểm tra', '13'],
    ]);
  });

  it('gives the district the results in its next pull, and nothing of the drafts', async () => {
    const { items, head } = done(await door.changes('district', commune, start));
    expect(
      items.map((each: Row) => [each.kind, each.data.indicatorCode, each.data.value, each.data.submissionId]),
    ).toEqual([
      ['result.approved', 'econ.peanut.area', '9.5', report.id],
      ['result.approved', 'econ.maize.area', '13', report.id],
    ]);
    expect(head).not.toEqual(headBefore);
    expect((await door.ask('submission', 'district', { commune, id: report.id })).code).toBe('FORBIDDEN');
    const results = done(
      await door.ask('results', 'district', { commune, plan: ['2023'], unit: [place.unit], period: [place.period] }),
    ).items;
    expect(results.map((each: Row) => [each.indicatorCode, each.value, each.supersededOn])).toEqual([
      ['econ.peanut.area', '9.5', null],
      ['econ.maize.area', '13', null],
    ]);
  });

  it('is corrected: the approved one stays in force until the correction is approved', async () => {
    const approved = report;
    report = done(
      await door.ask('correctSubmission', 'hamlet-1', { commune, id: approved.id }, { input: { reason: 'Cộng nhầm' } }),
    );
    expect(report).toMatchObject({ state: 'DRAFT', version: 1, correctsId: approved.id });
    expect(report.entries.map((each: Row) => [each.reported, each.verified, each.approved])).toEqual([
      ['9.5', null, null],
      ['13', null, null],
    ]);
    const again = await door.ask(
      'correctSubmission',
      'hamlet-1',
      { commune, id: approved.id },
      { input: { reason: 'Lần nữa' } },
    );
    expect([again.code, again.body.details]).toEqual(['ALREADY_REPORTED', { id: report.id, current: 1 }]);
    const before = done(await door.changes('district', commune, start));
    await act('amendSubmission', 'hamlet-1', { entries: [{ indicatorCode: 'econ.peanut.area', reported: '9' }] });
    await act('submitSubmission', 'hamlet-1');
    await act('verifySubmission', 'verifier', {});
    expect(done(await door.changes('district', commune, start)).head).toEqual(before.head);
    await act('approveSubmission', 'chairperson', {});
    expect(done(await door.ask('submission', 'clerk', { commune, id: approved.id })).state).toBe('SUPERSEDED');
    const { items } = done(await door.changes('district', commune, before.cursor));
    expect(
      items.map((each: Row) => [
        each.kind,
        each.data.indicatorCode,
        each.data.value,
        each.data.supersededOn,
        each.data.supersedesId !== null,
      ]),
    ).toEqual([
      ['result.superseded', 'econ.peanut.area', '9.5', '2024-01-31', false],
      ['result.superseded', 'econ.maize.area', '13', '2024-01-31', false],
      ['result.corrected', 'econ.peanut.area', '9', null, true],
      ['result.corrected', 'econ.maize.area', '13', null, true],
    ]);
    const known = done(
      await door.ask('results', 'district', {
        commune,
        unit: [place.unit],
        period: [place.period],
        at: before.head.position,
      }),
    ).items;
    expect(known.map((each: Row) => [each.indicatorCode, each.value, each.version, each.supersededOn])).toEqual([
      ['econ.peanut.area', '9.5', 1, null],
      ['econ.maize.area', '13', 1, null],
    ]);
    expect(
      done(
        await door.ask('results', 'district', {
          commune,
          unit: [place.unit],
          period: [place.period],
          asOf: '2024-01-30',
        }),
      ).items,
    ).toEqual([]);
  });

  it('leads from the result back to the file that proves it', async () => {
    const query = `{ commune(key: "${commune}") { plan(key: "2023") { indicators(search: "econ.peanut.area", first: 1) { nodes { results(first: 1, unit: ["${place.unit}"], period: ["${place.period}"]) { nodes { value
      submission { unit { code } corrects { state } entries { indicatorCode evidence { id name sha256 } } } } } } } } } unit(commune: "${commune}", unit: "${place.unit}") { submissions(first: 2, period: ["${place.period}"]) { nodes { state results { value } } } } }`;
    const { body } = await apps[name]!.http().post('/graphql').set(as(apps[name]!, 'auditor')).send({ query });
    expect(body.errors).toBeUndefined();
    const [result] = body.data.commune.plan.indicators.nodes[0].results.nodes;
    expect(result).toMatchObject({
      value: '9',
      submission: { unit: { code: place.unit }, corrects: { state: 'SUPERSEDED' } },
    });
    expect(result.submission.entries[0]).toMatchObject({
      indicatorCode: 'econ.peanut.area',
      evidence: [{ id: proof, name: 'bien-ban-do-dat.pdf' }],
    });
    expect(body.data.unit.submissions.nodes).toMatchObject([
      { state: 'APPROVED', results: [{ value: '9' }, { value: '13' }] },
      { state: 'SUPERSEDED', results: [{ value: '9.5' }, { value: '13' }] },
    ]);
  });

  it('stands in a chain that computes', async () => {
    const proofFrom = async (from: number): Promise<Row> => {
      const page = done(await door.ask('proof', 'auditor', { commune, from }));
      if (!page.more) return page;
      const { positions } = await proofFrom((page.positions.at(-1).position as number) + 1);
      return { ...page, positions: [...page.positions, ...positions] };
    };
    const whole = await proofFrom(1);
    const { head, positions } = whole;
    const middle = positions[Math.floor(positions.length / 2)];
    const rest = await proofFrom((middle.position as number) + 1);
    expect([whole.previous, rest.previous]).toEqual(['0'.repeat(64), middle.hash]);
    expect(rest.positions.at(-1)).toMatchObject({ position: head.position, hash: head.hash });
    expect(chained(whole.previous, positions)).toBe(head.hash);
    expect(chained(rest.previous, rest.positions)).toBe(head.hash);
  });

  it('tells every step in its history', async () => {
    const history = done(
      await door.ask('history', 'auditor', { commune, type: 'submission', id: report.correctsId }),
    ).items;
    expect(history.map(({ kind }: Row) => kind)).toEqual(
      [
        'drafted',
        'amended',
        'amended',
        'submitted',
        'returned',
        'amended',
        'submitted',
        'verified',
        'approved',
        'superseded',
      ].map((step) => `submission.${step}`),
    );
  });
});
