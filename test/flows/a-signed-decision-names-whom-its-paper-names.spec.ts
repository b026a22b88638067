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

  it('a revoked award is restored first; a decision that revokes gives none', async () => {
    const { path, version, input } = await makers(test).revokeAward!();
    const revoked = done(await ask('revokeAward', 'chairperson', path, { version, input }));
    decision = await read('decision', revoked.decisionId);
    const lists = { without: [revoked.nominationId], grants: [{ nomination: await decidable() }] };
    expect(broken(await correct(lists))).toEqual(['/without/0 REVOKED']);
    decision = await read('decision', revoked.revokingDecisionId);
    expect(broken(await correct({ grants: lists.grants }))).toEqual(['/grants REVOKES_ALONE']);
  });
});
