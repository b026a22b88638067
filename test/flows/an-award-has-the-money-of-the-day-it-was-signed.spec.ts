import { useApp, type TestApp } from '../app.js';
import { draftedFor, nominated, openedRound, signedFile } from '../awards.js';
import { done, doors, type Asked, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const read = async (id: string) => done(await ask('award', 'clerk', { id }));
  const sign = async ({ id, version }: Row, headers?: Record<string, string>) => {
    const input = { file: await signedFile(test), ...(headers && { number: 900, signer: 'Nguyễn Đình Chiểu' }) };
    const signed = done(
      await ask('signDecision', headers ? 'clerk' : 'chairperson', { id }, { version, input, headers }),
    );
    const { items } = done(await ask('awards', 'clerk', { decision: signed.id }));
    return { signed, award: items[0] as Row };
  };
  const granted = async (nomination: string) => {
    const input = { title: 'Khen đột xuất', grants: [{ nomination }] };
    return (await sign(done(await ask('draftDecision', 'clerk', {}, { input })))).award;
  };
  const revoke = async ({ id, version }: Row) => {
    const input = { ground: 'FRAUD', reason: 'Khai man', file: await signedFile(test) };
    return done(await ask('revokeAward', 'chairperson', { id }, { version, input }));
  };
  const letter = async () => {
    const input = { type: 'CV', year: 2024, issuer: 'UBND xã', title: 'Đính chính' };
    return done(await ask('recordDocument', 'clerk', {}, { input })).id as string;
  };

  beforeAll(() => {
    door = open(test);
  });

  it('a collective has twice the coefficient of the day, with what the amount rests on', async () => {
    const { award } = await sign(await draftedFor(test, '2024-01-10'));
    expect(award).toMatchObject({
      ...{ raw: '1080000', payable: '1080000', amountReason: null, payingAwardId: null },
      amountBasis: { coefficient: '0.3', factor: '2', baseSalary: '1800000', rounding: 'UP', unit: 10_000 },
    });
  });

  it('a paper of 2023 that is recorded in 2024 has the money of 2023, and of its true day', async () => {
    const headers = { 'legal-date': '2023-12-29', 'legal-reference': await letter() };
    const { award } = await sign(await draftedFor(test, '2023-12-20'), headers);
    expect(award).toMatchObject({ grantedOn: '2023-12-29', raw: '540000', payable: '540000' });
    expect(award.amountBasis).toMatchObject({ coefficient: '0.15', factor: '2' });
  });

  it('what the decision was recorded under is recomputed when its day is another', async () => {
    const { signed, award } = await sign(await draftedFor(test, '2024-01-10'));
    await test.admin.query(
      `update award set amount_basis = amount_basis || '{"coefficient": "0.2"}', raw = 720000, payable = 720000 where id = $1`,
      [award.id],
    );
    const input = { file: signed.fileId, reason: 'Ghi nhầm ngày', signedOn: '2024-01-15' };
    done(await ask('correctDecision', 'clerk', { id: signed.id }, { version: signed.version, input }));
    expect(await read(award.id)).toMatchObject({ grantedOn: '2024-01-15', raw: '1080000', payable: '1080000' });
  });

  it('of two for one deed the first pays; revoked, the other does, and back again', async () => {
    const rounds = [await openedRound(test), await openedRound(test)];
    const [one, two] = await Promise.all(
      rounds.map((round) => nominated(test, round, 'khu-dan-cu-3', 'APPRAISED', 'SUDDEN')),
    );
    const first = await granted(one!.id);
    const second = await granted(two!.id);
    expect(first).toMatchObject({ payable: '1080000', amountReason: null });
    const beside = { payable: '0', amountReason: 'HIGHER_PAYS', payingAwardId: first.id };
    expect(second).toMatchObject({ raw: '1080000', ...beside });

    const revoked = await revoke(await read(first.id));
    expect(await read(second.id)).toMatchObject({ payable: '1080000', amountReason: null, payingAwardId: null });
    const back = { document: await letter(), reason: 'Hủy bỏ nhầm' };
    done(await ask('restoreAward', 'clerk', { id: first.id }, { version: revoked.version, input: back }));
    expect(await read(second.id)).toMatchObject(beside);
    const { items } = done(await ask('history', 'auditor', { type: 'award', id: second.id }));
    expect(items.map(({ kind }: Row) => kind)).toEqual(['award.issued', 'award.repriced', 'award.repriced']);

    // For another period it is another achievement; the answer shows what it pays by then.
    const { version } = await read(second.id);
    const input = { document: await letter(), reason: 'In sai năm', period: '2022' };
    const corrected = done(await ask('correctAward', 'clerk', { id: second.id }, { version, input }));
    expect(corrected).toMatchObject({ period: '2022', payable: '1080000', amountReason: null });
  });

  it('an award taken out of its decision lets the other pay', async () => {
    const rounds = [await openedRound(test), await openedRound(test)];
    const [one, two] = await Promise.all(
      rounds.map((round) => nominated(test, round, 'khu-dan-cu-4', 'APPRAISED', 'SUDDEN')),
    );
    const third = await nominated(test, rounds[0]!, 'khu-dan-cu-5', 'APPRAISED', 'SUDDEN');
    const title = 'Khen đột xuất';
    const grants = [{ nomination: one!.id }, { nomination: third.id }];
    const { signed } = await sign(done(await ask('draftDecision', 'clerk', {}, { input: { title, grants } })));
    const second = await granted(two!.id);
    expect(second.payable).toBe('0');
    const input = { file: signed.fileId, reason: 'Không có trên giấy', without: [one!.id] };
    done(await ask('correctDecision', 'clerk', { id: signed.id }, { version: signed.version, input }));
    expect(await read(second.id)).toMatchObject({ payable: '1080000', payingAwardId: null });
  });

  it('an award given elsewhere has no money here, which is not 0', async () => {
    const input = {
      ...{ unit: 'khu-dan-cu-1', form: 'bang-khen-tinh', formName: 'Bằng khen', citation: 'Nông thôn mới' },
      ...{ grantedOn: '2022', issuer: 'Chủ tịch UBND tỉnh', reason: 'Sổ khen thưởng' },
    };
    expect(done(await ask('recordAward', 'clerk', {}, { input }))).toMatchObject({
      ...{ raw: null, payable: null, amountBasis: null, amountReason: 'GIVEN_ELSEWHERE' },
    });
  });

  it('the sample of 2023: a Giấy khen of a collective 540,000, a Lao động tiên tiến 540,000', async () => {
    const { items } = done(await ask('awards', 'clerk', { year: 2023, first: 500 }));
    const amounts = (form: string, coefficient: string) => [
      ...new Set(
        items
          .filter((each: Row) => each.formCode === form && each.amountBasis?.coefficient === coefficient)
          .map(({ payable, amountBasis }: Row) => `${amountBasis.factor} ${payable}`),
      ),
    ];
    expect(amounts('ldtt', '0.3')).toEqual(['1 540000']);
    expect(amounts('giay-khen-xa', '0.15')).toContain('2 540000');
  });
});
