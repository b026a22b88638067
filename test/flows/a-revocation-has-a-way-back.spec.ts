import { AwardRevocationsService } from '../../src/commendations/award-revocations.service.js';
import { useApp } from '../app.js';
import { awarded, nominated, signedFile } from '../awards.js';
import { broken, done, doors, rest, type Answer, type Row } from '../doors.js';

const commune = 'duc-lang';

describe.each(doors)('over %s', (_, open) => {
  const test = useApp();
  const ask = (operation: string, actor: string | undefined, at: object, asked: object = {}) =>
    open(test).ask(operation, actor, { commune, ...at }, asked);
  const act = (operation: string, actor: string, { id, version }: Row, input: object): Promise<Answer> =>
    ask(operation, actor, { id }, { version, input });
  const page = async ({ verificationCode: code }: Row) => (await test.http().get(`/verify/${code}`)).text;
  const why = { ground: 'FRAUD', reason: 'Kê khai không đúng' };
  const reason = 'Ghi nhầm sang người được khen khác';

  let round: string;
  let award: Row;
  let other: Row;
  let third: Row;
  let paper: Row;
  beforeAll(async () => {
    const given = await awarded(test);
    round = given.round.id;
    const { items } = done(await ask('awards', 'clerk', { first: 100 })) as Row;
    const others = items.filter(
      ({ id, decisionId, revokedOn }: Row) => decisionId && !revokedOn && id !== given.award.id,
    );
    [other, third] = others;
    award = done(await ask('award', 'clerk', { id: given.award.id }));
    const recorded = {
      type: 'CV',
      year: 2024,
      issuedOn: '2024-01-31',
      issuer: 'UBND xã',
      title: 'Đính chính việc hủy bỏ',
    };
    paper = done(await ask('recordDocument', 'clerk', {}, { input: recorded }));
  });

  it('an award that was revoked by mistake is in force again, by a document', async () => {
    const signed = { ...why, file: await signedFile(test) };
    award = done(await act('revokeAward', 'chairperson', award, signed));
    expect(await page(award)).toContain('Đã bị hủy bỏ');
    expect((await act('restoreAward', 'chairperson', award, { document: paper.id, reason })).code).toBe('FORBIDDEN');
    const restored = done(await act('restoreAward', 'clerk', award, { document: paper.id, reason }));
    expect(restored).toMatchObject({
      ...{ revokedOn: null, revokedGround: null, revokedReason: null, revokingDecisionId: null },
      ...{ correctedOn: '2024-01-31', correctionDocumentId: paper.id, version: award.version + 1 },
    });
    const text = await page(award);
    expect([text.includes('Có hiệu lực'), text.includes('Đã bị hủy bỏ')]).toEqual([true, false]);
    const { items } = done(await ask('history', 'auditor', { type: 'award', id: award.id }));
    expect(items.map(({ kind }: Row) => kind)).toEqual(['award.issued', 'award.revoked', 'award.restored']);
    expect((await act('restoreAward', 'clerk', restored, { document: paper.id, reason })).code).toBe('STATE');
    const { items: nominations } = done(
      await ask('history', 'auditor', { type: 'nomination', id: award.nominationId }),
    );
    expect(nominations.at(-1).kind).toBe('nomination.restored');
  });

  it('the decision revokes the right award then, and several, from its own day', async () => {
    const { items } = done(await ask('decisions', 'clerk', { kind: ['REVOCATION'] })) as Row;
    const [decision] = items as [Row];
    const { items: given } = done(await ask('decisions', 'clerk', { kind: ['GRANT'] })) as Row;
    expect(broken(await act('revokeAward', 'chairperson', other, { ...why, decision: given[0].id }))).toEqual([
      '/decision UNKNOWN',
    ]);
    const both = { ...why, decision: decision.id, file: await signedFile(test) };
    expect(broken(await act('revokeAward', 'chairperson', other, both))).toEqual(['/decision ONE_BOUND']);
    expect(broken(await act('revokeAward', 'chairperson', other, { ...why, subject: 'Hủy bỏ' }))).toEqual([
      '/file isDefined',
    ]);
    const day = '2024-01-30';
    // Its money may have followed that of another.
    const { version: expectedVersion } = done(await ask('award', 'clerk', { id: third.id }));
    const earlier = await test.app
      .get(AwardRevocationsService)
      .revokeAward(
        (await test.operator()).acting({ on: day }),
        { commune, id: third.id, expectedVersion },
        { ground: 'FRAUD', reason: why.reason, file: await signedFile(test) },
      );
    expect(earlier.revokedOn).toBe(day);
    const fresh = done(await ask('award', 'clerk', { id: award.id }));
    const before = { ...why, decision: earlier.revokingDecisionId };
    expect(broken(await act('revokeAward', 'chairperson', fresh, before))).toEqual(['/decision TOO_EARLY']);
    const revoked = done(await act('revokeAward', 'chairperson', other, { ...why, decision: decision.id }));
    expect(revoked).toMatchObject({ revokedOn: decision.signedOn, revokingDecisionId: decision.id });
    expect((await page(other)).includes(`theo Quyết định số ${decision.numberText}`)).toBe(true);
  });

  it('an award takes its place again only while nobody else has it', async () => {
    const fresh = done(await ask('award', 'clerk', { id: award.id }));
    const again = done(await act('revokeAward', 'chairperson', fresh, { ...why, file: await signedFile(test) }));
    const { roundId, unitId } = done(await ask('nomination', 'clerk', { id: award.nominationId }));
    expect(roundId).toBe(round);
    const { code } = done(await rest(test).ask('unit', 'clerk', { commune, unit: award.unitCode }));
    expect(unitId).toBe(award.unitId);
    await nominated(test, { id: round } as never, code, 'DRAFT', 'SUDDEN');
    expect((await act('restoreAward', 'clerk', again, { document: paper.id, reason })).code).toBe('ALREADY_NOMINATED');
  });
});
