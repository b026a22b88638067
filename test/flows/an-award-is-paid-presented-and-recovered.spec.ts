import { useApp, type TestApp } from '../app.js';
import { draftedFor, nominated, openedRound, signedFile } from '../awards.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const read = async (id: string) => done(await ask('award', 'clerk', { id }));
  const sign = async ({ id, version }: Row) => {
    const input = { file: await signedFile(test), confirm: ['BEYOND_FUND'] };
    done(await ask('signDecision', 'chairperson', { id }, { version, input }));
    return done(await ask('awards', 'clerk', { decision: id })).items[0] as Row;
  };
  const given = async () => sign(await draftedFor(test, '2024-01-10'));
  const pay = (awards: Row[], more: object = {}, actor = 'accountant') =>
    ask(
      'payAwards',
      actor,
      {},
      { input: { voucher: 'PC 12', awards: awards.map(({ id }) => ({ award: id })), ...more } },
    );
  const present = (awards: Row[], more: object = {}) =>
    ask('presentAwards', 'clerk', {}, { input: { awards: awards.map(({ id }) => id), ...more } });
  const revoke = async ({ id, version }: Row) => {
    const input = { ground: 'FRAUD', reason: 'Khai man', file: await signedFile(test) };
    return done(await ask('revokeAward', 'chairperson', { id }, { version, input }));
  };
  const recover = ({ id, version }: Row, input: object) =>
    ask('recoverAward', 'accountant', { id }, { version, input });
  const kindsOf = async (type: string, id: string) =>
    done(await ask('history', 'auditor', { type, id })).items.map(({ kind }: Row) => kind);
  const stands = async () => done(await ask('fund', 'accountant', { year: 2024 }));

  beforeAll(() => {
    door = open(test);
  });

  it('several are paid by one voucher, once; the payment is for officials, its day for everybody', async () => {
    const [one, two] = [await given(), await given()];
    expect(one).toMatchObject({ paid: null, paidOn: null, toPay: '1080000', toRecover: '0' });
    expect((await pay([one], {}, 'clerk')).code).toBe('FORBIDDEN');
    expect(broken(await pay([one, one], { paidOn: '2024-02-01' }))).toEqual([
      '/awards/0/award AHEAD',
      '/awards/1/award NAMED_TWICE',
    ]);
    expect(broken(await pay([one], { paidOn: '2024-01-30' }))).toEqual(['/awards/0/award TOO_EARLY']);
    const before = await stands();
    const made = done(await pay([one, two]));
    expect(made).toMatchObject({ count: 2, amount: '2160000', awards: [one.id, two.id] });
    expect(await read(one.id)).toMatchObject({ paid: '1080000', paidOn: '2024-01-31', toPay: '0', toRecover: '0' });
    expect(done(await ask('payment', 'auditor', { id: made.payments[0] }))).toMatchObject({
      ...{ awardId: one.id, kind: 'PAYMENT', amount: '1080000', voucher: 'PC 12', receiver: one.recipientName },
    });
    const shown = done(await door.ask('award', undefined, { commune, id: one.id }));
    expect(shown).toMatchObject({ payable: '1080000', paidOn: '2024-01-31', paid: null, toPay: null });
    const again = await pay([one]);
    expect([again.code, again.body.errors[0].pointer]).toEqual(['ALREADY_PAID', '/awards/0/award']);
    const after = await stands();
    expect([after.committed, Number(after.paid) - Number(before.paid)]).toEqual([before.committed, 2_160_000]);
    expect(Number(before.toPay) - Number(after.toPay)).toBe(2_160_000);
    expect(await kindsOf('award', two.id)).toEqual(['award.issued', 'award.paid']);
    expect((await ask('payments', 'hamlet-1', {})).code).toBe('FORBIDDEN');
  });

  it('the treasury has its list: what is to be paid, and what a voucher paid', async () => {
    const award = await given();
    const toPay = done(await ask('awards', 'accountant', { money: 'TO_PAY', first: 500 })).items;
    expect(toPay.some(({ id }: Row) => id === award.id)).toBe(true);
    done(await pay([award], { voucher: 'PC 77', awards: [{ award: award.id, receiver: 'Bà Lan' }] }));
    const still = done(await ask('awards', 'accountant', { money: 'TO_PAY', first: 500 })).items;
    expect(still.some(({ id }: Row) => id === award.id)).toBe(false);
    const { text } = await test
      .http()
      .get(`/v1/communes/${commune}/payments?voucher=PC%2077`)
      .set({ authorization: `Bearer ${test.keys.accountant}`, accept: 'text/csv' });
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(text).toContain('Bà Lan');
  });

  it('what the fund does not have is not paid, to the last đồng', async () => {
    const award = await given();
    const { version, paid, recovered } = await stands();
    const net = Number(paid) - Number(recovered);
    const fund = { rate: '1', rateSource: 'Điều 46', confirm: ['BEYOND_FUND'], regularSpending: '0' };
    const set = async (expected: number, contributions: number) =>
      done(
        await ask(
          'setFund',
          'accountant',
          { year: 2024 },
          { version: expected, input: { ...fund, contributions: String(contributions) } },
        ),
      );
    const less = await set(version, net + 1_079_999);
    const refused = await pay([award]);
    expect([refused.code, refused.body.details]).toEqual([
      'FUND_EXCEEDED',
      { year: 2024, left: '1079999', amount: '1080000' },
    ]);
    const enough = await set(less.version, net + 1_080_000);
    done(await pay([award]));
    await set(enough.version, 1_000_000_000);
  });

  it('a revocation is followed to zero: money in parts, and the object', async () => {
    const award = await given();
    done(await pay([award]));
    done(await present([award]));
    const revoked = await revoke(await read(award.id));
    expect(revoked).toMatchObject({ toPay: '0', toRecover: '1080000', presentedOn: '2024-01-31' });
    const owing = await stands();
    expect(broken(await pay([award]))).toEqual(['/awards/0/award AWARD_REVOKED']);
    expect(broken(await recover(revoked, {}))).toEqual([' NOTHING_CAME_BACK']);
    expect(broken(await recover(revoked, { amount: '1080001', voucher: 'PT 1' }))).toEqual(['/amount MORE_THAN_PAID']);
    expect(broken(await recover(revoked, { amount: '1' }))).toEqual(['/voucher VOUCHER_MISSING']);
    const part = done(await recover(revoked, { amount: '80000', voucher: 'PT 1', objectReturned: true }));
    expect(part).toMatchObject({ toRecover: '1000000', objectReturnedOn: '2024-01-31' });
    const whole = done(await recover(part, { amount: '1000000', voucher: 'PT 2' }));
    expect(whole).toMatchObject({ paid: '0', toRecover: '0' });
    const after = await stands();
    expect(Number(owing.toRecover) - Number(after.toRecover)).toBe(1_080_000);
    expect(Number(owing.committed) - Number(after.committed)).toBe(1_080_000);
    expect(await kindsOf('award', award.id)).toEqual([
      ...['award.issued', 'award.paid', 'award.presented', 'award.revoked', 'award.recovered', 'award.recovered'],
    ]);
    // In force again, it is to be paid and presented again.
    const letter = { type: 'CV', year: 2024, issuer: 'UBND xã', title: 'Đính chính' };
    const document = done(await ask('recordDocument', 'clerk', {}, { input: letter })).id as string;
    const input = { document, reason: 'Hủy bỏ nhầm' };
    const back = done(await ask('restoreAward', 'clerk', { id: award.id }, { version: whole.version, input }));
    expect(back).toMatchObject({ toPay: '1080000', paidOn: null, presentedOn: null, objectReturnedOn: null });
    done(await pay([award]));
  });

  it('what was recorded by mistake is taken out: a payment, a presentation', async () => {
    const award = await given();
    const { payments } = done(await pay([award]));
    const remove = { version: 1, input: { reason: 'Ghi nhầm người' } };
    done(await ask('removePayment', 'accountant', { id: payments[0] }, remove));
    expect(await read(award.id)).toMatchObject({ paid: '0', paidOn: null, toPay: '1080000' });
    expect((await ask('payment', 'accountant', { id: payments[0] })).code).toBe('NOT_FOUND');
    done(await present([award]));
    expect(broken(await present([award]))).toEqual(['/awards/0 ALREADY_PRESENTED']);
    done(await present([award], { presentedOn: null, reason: 'Chưa trao' }));
    expect(broken(await present([award], { presentedOn: null }))).toEqual(['/awards/0 NOT_PRESENTED']);
    expect((await read(award.id)).presentedOn).toBeNull();
  });

  it('what was paid stays when a later award for the same deed comes; both together come to the highest', async () => {
    const rounds = [await openedRound(test), await openedRound(test)];
    const [one, two] = await Promise.all(
      rounds.map((round) => nominated(test, round, 'khu-dan-cu-2', 'APPRAISED', 'SUDDEN')),
    );
    const granted = async (nomination: string) => {
      const input = { title: 'Khen đột xuất', grants: [{ nomination }] };
      return sign(done(await ask('draftDecision', 'clerk', {}, { input })));
    };
    const first = await granted(one!.id);
    done(await pay([first]));
    const second = await granted(two!.id);
    expect(second).toMatchObject({ payable: '0', payingAwardId: first.id });
    expect(broken(await pay([second]))).toEqual(['/awards/0/award NOTHING_TO_PAY']);
    expect(await read(first.id)).toMatchObject({ payable: '1080000', toRecover: '0' });
  });

  it('an erasure takes the name of who received the money', async () => {
    const person = { code: `lan-${name.toLowerCase()}`, kind: 'INDIVIDUAL', name: 'Nguyễn Thị Lan', parent: 'ubnd' };
    done(await ask('addUnit', 'clerk', {}, { input: { ...person, validFrom: '2023-01-01' } }));
    const round = await openedRound(test);
    const nomination = await nominated(test, round, person.code, 'APPRAISED', 'SUDDEN');
    const draft = { title: 'Khen đột xuất', grants: [{ nomination: nomination.id }] };
    const award = await sign(done(await ask('draftDecision', 'clerk', {}, { input: draft })));
    const { payments } = done(await pay([award]));
    const { version } = done(await ask('unit', 'administrator', { unit: person.code }));
    const erased = await ask(
      'erasePersonal',
      'administrator',
      { unit: person.code },
      { version, input: { reason: 'Yêu cầu' } },
    );
    expect(done(erased).payments).toBe(1);
    expect(done(await ask('payment', 'accountant', { id: payments[0] }))).toMatchObject({
      ...{ receiver: '(đã xóa)', amount: '540000' },
    });
  });
});
