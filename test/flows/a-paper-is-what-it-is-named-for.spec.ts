import { useApp, type TestApp } from '../app.js';
import { awarded, type Awarded } from '../awards.js';
import { makers } from '../contract/writes.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { commune, council } from '../meetings.js';
import { upload } from '../uploads.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let before: Awarded;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const record = async (input: object): Promise<Row> => {
    const document = { year: 2024, issuer: 'UBND tỉnh', title: 'Văn bản', ...input };
    return done(await ask('recordDocument', 'clerk', {}, { input: document }));
  };
  /** A document of tomorrow, as versions before took one. */
  const recordAhead = async (type: string): Promise<string> => {
    const { id } = await record({ type });
    test.exceptFromAudit('document');
    await test.admin.query(`update document set issued_on = '2024-02-01' where id = $1`, [id]);
    return id as string;
  };
  /** A paper with its file. */
  const filed = async (input: object): Promise<string> => {
    const { id, version } = await record(input);
    const parts = [{ name: 'document', body: id as string }, file('van-ban.pdf', pdf())];
    await upload(test, 'clerk', parts, { 'if-match': `"${version}"` });
    return id as string;
  };

  beforeAll(async () => {
    door = open(test);
    before = await awarded(test);
  });

  it('minutes are a biên bản of this meeting, held on its day or later, under their number or with a reason', async () => {
    const { path } = await makers(test).closeMeeting!();
    const close = async (input: object, actor = 'chairperson') => {
      const { version } = done(await ask('meeting', 'clerk', path));
      return ask('closeMeeting', actor, path, { version, input });
    };
    const decision = done(await ask('decision', 'clerk', { id: before.decision.id }));
    for (const [minutes, code] of [
      [await filed({ type: 'TTr' }), 'OTHER_TYPE'],
      [decision.documentId, 'OTHER_TYPE'],
      [before.meeting.minutesId, 'MINUTES_TAKEN'],
      [await filed({ type: 'BB', issuedOn: '2024-01-30' }), 'PAPER_BEFORE'],
      [await filed({ type: 'BB', year: 2023 }), 'PAPER_BEFORE'],
    ])
      expect(broken(await close({ minutes }))).toEqual([`/minutes ${code}`]);
    const minutes = await filed({ type: 'BB', number: 12, symbol: `BB-${name}`, issuedOn: '2024-01-31' });
    for (const given of [{ number: 21 }, { number: 12, numberSuffix: 'a' }])
      expect(broken(await close({ minutes, ...given }))).toEqual(['/reason DIFFERS']);
    const closed = done(await close({ minutes, number: 21, reason: 'Ghi nhầm số khi vào sổ' }));
    expect([closed.state, closed.minutesId]).toEqual(['CLOSED', minutes]);
    const { items } = done(await ask('history', 'auditor', { type: 'document', id: minutes }));
    expect(items.map(({ kind, data }: Row) => [kind, data.number])).toEqual([
      ['document.recorded', 12],
      ['document.amended', 12],
      ['document.numbered', 21],
    ]);
    expect(items[2].personal['/reason'].value).toBe('Ghi nhầm số khi vào sổ');
  });

  it('of two meetings that close with the same minutes one does', async () => {
    const minutes = await filed({ type: 'BB' });
    const meetings = [await makers(test).closeMeeting!(), await makers(test).closeMeeting!()];
    const answers = await Promise.all(
      meetings.map(({ path, version }) => ask('closeMeeting', 'chairperson', path, { version, input: { minutes } })),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['RULE', 'done']);
  });

  it('memberships, appointments, delegations and signatures rest on papers that can carry them', async () => {
    const proposal = (await record({ type: 'TTr' })).id as string;
    const order = (await record({ type: 'GUQ' })).id as string;
    const member = { council, person: 'can-bo-6', office: 'MEMBER', validFrom: '2024-01-01', documentId: proposal };
    expect(broken(await ask('appointMember', 'administrator', {}, { input: member }))).toEqual([
      '/documentId OTHER_TYPE',
    ]);
    for (const act of ['appoint', 'delegate'] as const) {
      const { actor, input } = await makers(test)[act]!();
      const given = (documentId: string) => ask(act, actor, {}, { input: { ...input, documentId } });
      expect([act, broken(await given(proposal))]).toEqual([act, ['/documentId OTHER_TYPE']]);
      done(await given(order));
    }
    const { actor, path, version, input } = await makers(test).signDecision!();
    const sign = (authority: string) =>
      ask('signDecision', actor, path, {
        version,
        input: { ...input, capacity: 'TUQ.', title: 'Trưởng phòng', authority },
      });
    expect(broken(await sign(proposal))).toEqual(['/authority OTHER_TYPE']);
    expect(broken(await sign(await recordAhead('GUQ')))).toEqual(['/authority PAPER_AFTER']);
    done(await sign(order));
  });

  const told = {
    ...{ unit: 'khu-dan-cu-2', form: 'bang-khen-tinh', formName: 'Bằng khen', citation: 'Nông thôn mới' },
    ...{ grantedOn: '2023-02-01', issuer: 'Chủ tịch UBND tỉnh' },
  };
  const recordAward = (input: object) => ask('recordAward', 'clerk', {}, { input: { ...told, ...input } });

  it('an award recorded by hand says what its decision says, and that is none of this commune', async () => {
    const document = (await record({ type: 'QĐ', number: 5, symbol: 'QĐ-UBND', year: 2023, issuedOn: '2023-02-01' }))
      .id;
    const { documentId: own } = done(await ask('decision', 'clerk', { id: before.decision.id }));
    for (const [input, points] of [
      [{ document: own, unit: before.award.unitCode, form: before.award.formCode }, ['/document DECIDED_HERE']],
      [{ document: (await record({ type: 'TTr' })).id }, ['/document OTHER_TYPE']],
      [{ document, grantedOn: '2023-02-02' }, ['/grantedOn NOT_AS_PRINTED']],
      [{ document, numberText: '6/QĐ-UBND' }, ['/numberText NOT_AS_PRINTED']],
      [{ document, period: '2099' }, ['/period AFTER_GRANT']],
      [{ document, form: 'ldtt' }, ['/form NOT_FOR_KIND']],
      [{ document, form: 'thon-van-hoa', unit: 'can-bo-6' }, ['/form NOT_FOR_KIND']],
    ] as const)
      expect([input, broken(await recordAward(input))]).toEqual([input, points]);
    const award = done(await recordAward({ document, grantedOn: '2023' }));
    expect(award).toMatchObject({ grantedOn: '2023-02-01', numberText: '05/QĐ-UBND', documentId: document });
    expect(done(await ask('verifyAward', 'clerk', { code: award.verificationCode })).numberText).toBe('05/QĐ-UBND');
    const amend = (input: object) =>
      ask('amendAward', 'clerk', { id: award.id }, { version: award.version, input: { reason: 'Gõ nhầm', ...input } });
    for (const [input, points] of [
      [{ document: own }, ['/document DECIDED_HERE']],
      [{ grantedOn: '2022' }, ['/grantedOn NOT_AS_PRINTED']],
      [{ numberText: '7/QĐ-UBND' }, ['/numberText NOT_AS_PRINTED']],
      [{ period: '2099' }, ['/period AFTER_GRANT']],
      [{ form: 'ldtt' }, ['/form NOT_FOR_KIND']],
    ] as const)
      expect([input, broken(await amend(input))]).toEqual([input, points]);
    expect(done(await amend({ citation: 'Khác', numberText: null }))).toMatchObject({
      citation: 'Khác',
      numberText: '05/QĐ-UBND',
    });
  });

  it('a misprint is corrected by another paper, not older than the award', async () => {
    const award = done(await ask('award', 'clerk', { id: before.award.id }));
    const correct = (input: object) =>
      ask('correctAward', 'clerk', { id: award.id }, { version: award.version, input: { reason: 'In sai', ...input } });
    const letter = async (issuedOn: string | null, type = 'CV') =>
      (await record({ type, issuedOn, year: Number(issuedOn?.slice(0, 4) ?? 2024) })).id as string;
    for (const [input, points] of [
      [{ document: award.documentId, citation: 'Khác' }, ['/document SAME_PAPER']],
      [{ document: await letter('2024-01-30'), citation: 'Khác' }, ['/document PAPER_BEFORE']],
      [{ document: await recordAhead('CV'), citation: 'Khác' }, ['/document PAPER_AFTER']],
      [{ document: await letter(null, 'TTr'), citation: 'Khác' }, ['/document OTHER_TYPE']],
      [{ document: await letter('2024-01-31'), period: '2099' }, ['/period AFTER_GRANT']],
    ] as const)
      expect([input, broken(await correct(input))]).toEqual([input, points]);
    done(await correct({ document: await letter('2024-01-31'), citation: 'Khác' }));
  });
});
