import { useApp } from '../app.js';
import { openedRound, papersFor } from '../awards.js';
import { broken, done, doors, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const onItsWay = ['DRAFT', 'RETURNED', 'WITHDRAWN'];
const hamlets = [1, 2, 3, 4, 5, 6];

describe.each(doors)('over %s', (_, open) => {
  const { ask } = open(test);
  const reports = async (actor: string) =>
    done(await ask('submissions', actor, { commune, state: onItsWay, first: 200 })).items as Row[];

  it('reports that a unit drafts, or got back, are shown to no reporter of another unit', async () => {
    const all = await reports('clerk');
    expect(new Set(all.map(({ state }) => state)).size).toBeGreaterThan(1);
    expect(new Set(all.map(({ unitCode }) => unitCode)).size).toBeGreaterThan(1);
    for (const n of hamlets) {
      const own = all.filter(({ unitCode }) => unitCode === `khu-dan-cu-${n}`);
      expect((await reports(`hamlet-${n}`)).map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    }
    for (const { id, unitCode } of all) {
      const answers = await Promise.all(hamlets.map((n) => ask('submission', `hamlet-${n}`, { commune, id })));
      const seen = hamlets.filter((_, place) => answers[place]?.code === undefined);
      expect(seen.map((n) => `khu-dan-cu-${n}`)).toEqual(unitCode.startsWith('khu-dan-cu-') ? [unitCode] : []);
    }
    const submitted = done(await ask('submissions', 'hamlet-1', { commune, state: ['APPROVED'], first: 200 })).items;
    expect(new Set(submitted.map(({ unitCode }: Row) => unitCode)).size).toBeGreaterThan(1);
  });

  it('the head of a hamlet nominates for it, unseen by others until it is submitted', async () => {
    const round = await openedRound(test);
    const nominate = (actor: string, unit: string) =>
      ask(
        'nominate',
        actor,
        { commune },
        { input: { round: round.id, unit, form: 'giay-khen-xa', type: 'MERIT', summary: 'Dẫn đầu phong trào' } },
      );
    expect((await nominate('hamlet-1', 'khu-dan-cu-2')).code).toBe('FORBIDDEN');
    const draft = done(await nominate('hamlet-1', 'khu-dan-cu-1'));
    const at = { commune, id: draft.id };
    const listed = async (actor: string) =>
      done(await ask('nominations', actor, { commune, round: [round.id] })).items.map(({ id }: Row) => id);
    expect([await listed('hamlet-1'), await listed('clerk'), await listed('hamlet-2')]).toEqual([
      [draft.id],
      [draft.id],
      [],
    ]);
    expect((await ask('nomination', 'hamlet-2', at)).code).toBe('NOT_FOUND');
    expect((await ask('submitNomination', 'hamlet-2', at, { version: draft.version, input: {} })).code).toBe(
      'NOT_FOUND',
    );
    // The dossier is not complete: what the clerk hears, the head of the hamlet hears.
    const [byHamlet, byClerk] = [
      await ask('submitNomination', 'hamlet-1', at, { version: draft.version, input: {} }),
      await ask('submitNomination', 'clerk', at, { version: draft.version, input: {} }),
    ];
    expect(broken(byHamlet)).toEqual(broken(byClerk));
    done(await ask('withdrawNomination', 'hamlet-1', at, { version: draft.version, input: { reason: 'Nhầm đợt' } }));
    expect(await listed('hamlet-2')).toEqual([]);
  });

  it('submitted, it is seen by all officials, and its own head does not appraise it', async () => {
    const round = await openedRound(test);
    const input = { round: round.id, unit: 'khu-dan-cu-1', form: 'giay-khen-xa', type: 'MERIT', summary: 'Dẫn đầu' };
    const draft = done(await ask('nominate', 'hamlet-1', { commune }, { input }));
    const at = { commune, id: draft.id };
    const papers = await papersFor(test, draft.dossier);
    const submitted = done(
      await ask('submitNomination', 'hamlet-1', at, { version: draft.version, input: { papers } }),
    );
    expect(done(await ask('nomination', 'hamlet-2', at)).state).toBe('SUBMITTED');
    expect(
      (await ask('appraiseNomination', 'hamlet-1', at, { version: submitted.version, input: { appraisal: 'Đủ' } }))
        .code,
    ).toBe('FORBIDDEN');
  });
});
