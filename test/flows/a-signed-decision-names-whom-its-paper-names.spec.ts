import { useApp, type TestApp } from '../app.js';
import { awarded } from '../awards.js';
import { makers } from '../contract/writes.js';
import { broken, done, doors, type Answer, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const reason = 'Ghi nhầm danh sách';

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let decision: Row;
  let award: Row;
  let missed: string;
  const ask = (operation: string, actor: string, at: object = {}, given: object = {}): Promise<Answer> =>
    door.ask(operation, actor, { commune, ...at }, given);
  const read = async (operation: string, id: string) => done(await ask(operation, 'clerk', { id }));
  const correct = (input: object) =>
    ask(
      'correctDecision',
      'clerk',
      { id: decision.id },
      { version: decision.version, input: { file: decision.fileId, reason, ...input } },
    );
  const kindsOf = async (type: string, id: string) =>
    done(await ask('history', 'auditor', { type, id })).items.map(({ kind }: Row) => kind);
  /** A nomination on its way, by the draft of a decision that is cancelled. */
  const decidable = async () => {
    const { path, version } = await makers(test).cancelDecision!();
    const { grants } = await read('decision', path!.id!);
    done(await ask('cancelDecision', 'chairperson', path, { version, input: { reason } }));
    return (grants[0] as Row).nomination?.id ?? (grants[0] as Row).nominationId;
  };

  beforeAll(async () => {
    door = open(test);
    const { path, version, input } = await makers(test).signDecision!();
    decision = done(await ask('signDecision', 'chairperson', path, { version, input }));
    [award] = done(await ask('awards', 'clerk', { decision: decision.id })).items;
    missed = await decidable();
  });

  it('refuses what the record does not have, what cannot be granted, and a list of nobody', async () => {
    expect(broken(await correct({ without: [missed] }))).toEqual(['/without/0 UNKNOWN']);
    expect(broken(await correct({ without: [award.nominationId] }))).toEqual(['/without EMPTY_DECISION']);
    expect(broken(await correct({ grants: [{ nomination: decision.id }] }))).toEqual(['/grants/0/nomination UNKNOWN']);
    expect(broken(await correct({ grants: [{ nomination: award.nominationId }] }))).toEqual([
      '/grants/0/nomination NOT_DECIDABLE',
    ]);
  });

  it('an award on the paper that the record lacks is given, of the day and number of the decision', async () => {
    decision = done(await correct({ grants: [{ nomination: missed }] }));
    expect(decision.grants).toHaveLength(2);
    const { items } = done(await ask('awards', 'clerk', { decision: decision.id }));
    const added = items.find(({ nominationId }: Row) => nominationId === missed);
    expect(added).toMatchObject({ grantedOn: decision.signedOn, numberText: decision.numberText });
    expect(await read('nomination', missed)).toMatchObject({ state: 'GRANTED', decidedOn: decision.signedOn });
    expect((await test.http().get(`/verify/${added.verificationCode}`)).text).toContain('Có hiệu lực');
  });

  it('an award in the record that the paper does not name is taken out, and its nomination goes on', async () => {
    decision = done(await correct({ without: [award.nominationId] }));
    expect(decision.grants).toHaveLength(1);
    expect((await ask('award', 'clerk', { id: award.id })).code).toBe('NOT_FOUND');
    expect((await test.http().get(`/verify/${award.verificationCode}`)).status).toBe(404);
    expect(await kindsOf('award', award.id)).toEqual(['award.issued', 'award.removed']);
    const nomination = await read('nomination', award.nominationId);
    expect(nomination).toMatchObject({ state: 'APPRAISED', decisionId: null, decidedOn: null });
    const input = { title: 'Tặng Giấy khen', grants: [{ nomination: nomination.id }] };
    done(await ask('draftDecision', 'clerk', {}, { input }));
    expect((await correct({ grants: [{ nomination: nomination.id }] })).code).toBe('ALREADY_IN_DECISION');
  });

  it('the one is named instead of the other, who stands as the meeting advised', async () => {
    const given = await awarded(test);
    decision = await read('decision', given.decision.id);
    const other = await decidable();
    done(await correct({ without: [given.nomination.id], grants: [{ nomination: other }] }));
    expect((await read('nomination', given.nomination.id)).state).toBe('RECOMMENDED');
    expect((await read('nomination', other)).state).toBe('GRANTED');
  });

  it('a grant is not before its deed, nor named on both lists, nor twice in the register', async () => {
    const { path, version, input } = await makers(test).signDecision!();
    decision = done(await ask('signDecision', 'chairperson', path, { version, input }));
    const other = await decidable();
    const grants = [{ nomination: other }];
    const redated = done(await correct({ signedOn: '2024-01-20' }));
    const { unitCode, formCode, deedOn } = await read('nomination', other);
    expect(deedOn).toBe('2024-01-20');
    await test.admin.query(`update nomination set deed_on = '2024-01-21' where id = $1`, [other]);
    test.exceptFromAudit('nomination');
    decision = redated;
    expect(broken(await correct({ grants }))).toEqual(['/grants TOO_EARLY']);
    await test.admin.query(`update nomination set deed_on = '2024-01-20' where id = $1`, [other]);
    expect(broken(await correct({ without: [other], grants }))).toEqual(['/grants/0/nomination NAMED_TWICE']);
    const byHand = {
      ...{ unit: unitCode, form: formCode, formName: 'Giấy khen', period: '2023', citation: 'Dẫn đầu' },
      ...{
        grantedOn: redated.signedOn,
        issuer: decision.issuer,
        numberText: decision.numberText,
        reason: 'Chưa có tên',
      },
    };
    done(await ask('recordAward', 'clerk', {}, { input: byHand }));
    expect((await correct({ grants })).code).toBe('ALREADY_RECORDED');
  });

  it('a revoked award is taken out, too; a decision that revokes gives none', async () => {
    const { path, version, input } = await makers(test).revokeAward!();
    const revoked = done(await ask('revokeAward', 'chairperson', path, { version, input }));
    decision = await read('decision', revoked.decisionId);
    const grants = [{ nomination: await decidable() }];
    decision = await read('decision', revoked.revokingDecisionId);
    expect(broken(await correct({ grants }))).toEqual(['/grants REVOKES_ALONE']);
    decision = await read('decision', revoked.decisionId);
    const { documentId } = decision;
    const { version: printed } = await read('document', documentId);
    done(await correct({ without: [revoked.nominationId], grants }));
    expect((await read('document', documentId)).version).toBe(printed);
    expect(await read('nomination', revoked.nominationId)).toMatchObject({ state: 'APPRAISED', revokedOn: null });
  });

  it('a refusal is taken back while nobody else has the place', async () => {
    const nomination = await decidable();
    const input = {
      title: 'Không khen',
      refusals: [{ nomination, reason: 'Chưa đủ' }],
      grants: [{ nomination: await decidable() }],
    };
    const draft = done(await ask('draftDecision', 'clerk', {}, { input }));
    const { input: signing } = await makers(test).signDecision!();
    const signed = await ask(
      'signDecision',
      'chairperson',
      { id: draft.id },
      { version: draft.version, input: signing },
    );
    decision = done(signed);
    const {
      roundId: round,
      unitCode: unit,
      formCode: form,
      type,
      deedOn,
      summary,
    } = await read('nomination', nomination);
    const again = { round, unit, form, type, summary, ...(deedOn && { deedOn }) };
    const { id } = done(await ask('nominate', 'administrator', {}, { input: again }));
    const refused = await correct({ without: [nomination] });
    expect([refused.code, refused.body.details?.id]).toEqual(['ALREADY_NOMINATED', id]);
  });
});
