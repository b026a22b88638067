import { v7 } from 'uuid';
import { useApp } from '../app.js';
import { openedRound, papersFor } from '../awards.js';
import { broken, done, doors, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { download, upload } from '../uploads.js';

const test = useApp();
const commune = 'duc-lang';
const onItsWay = ['DRAFT', 'RETURNED', 'WITHDRAWN'];
const hamlets = [1, 2, 3, 4, 5, 6];

describe.each(doors)('over %s', (name, open) => {
  const { ask } = open(test);
  beforeAll(async () => {
    const input = { actor: 'auditor', unit: 'khu-dan-cu-2' };
    const issued = done(await ask('issueKey', 'administrator', { commune }, { input }));
    (test.keys as Record<string, string>)['bound'] = issued.key;
  });

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
    expect((await nominate('hamlet-1', 'khu-dan-cu-2')).body).toMatchObject({
      ...{ code: 'FORBIDDEN', details: { operation: 'nominate', units: ['khu-dan-cu-1'] } },
      errors: [{ detail: 'Bạn được làm việc này cho khu-dan-cu-1 và các đơn vị trực thuộc.' }],
    });
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
    // A key that is bound to another unit is shown no more of it than of its reports.
    expect((await ask('nomination', 'bound', at)).code).toBe('NOT_FOUND');
    const listed = async (actor: string) =>
      done(await ask('nominations', actor, { commune, round: [round.id] })).items.map(({ id }: Row) => id);
    expect([await listed('auditor'), await listed('bound')]).toEqual([[draft.id], []]);
    expect(
      (await ask('appraiseNomination', 'hamlet-1', at, { version: submitted.version, input: { appraisal: 'Đủ' } }))
        .code,
    ).toBe('FORBIDDEN');
  });

  it('a key that is bound to a unit is shown the lines of decisions on its own nominations alone', async () => {
    const lines = async (actor: string) =>
      done(await ask('decisions', actor, { commune })).items.flatMap(({ grants }: Row) => grants) as Row[];
    const all = await lines('auditor');
    const own = all.filter(({ unitCode }) => /^(khu-dan-cu|ho-khu)-2\b/.test(unitCode));
    expect([own.length > 0, own.length < all.length]).toEqual([true, true]);
    expect(await lines('bound')).toEqual(own);
  });

  describe('what proves it is seen as it is', () => {
    const readers = ['clerk', 'hamlet-1', 'hamlet-2', 'bound'];
    const [unseen, seen, everybody] = [
      [200, 200, 404, 404],
      [200, 200, 200, 404],
      [200, 200, 200, 200],
    ];
    const statuses = async (answer: (actor: string) => PromiseLike<{ status: number }>) =>
      (await Promise.all(readers.map(answer))).map(({ status }) => status);
    const downloads = (id: string) => statuses((actor) => download(test, actor, id));
    const act = async (operation: string, actor: string, { id, version }: Row, input: object) =>
      done(await ask(operation, actor, { commune, id }, { version, input }));

    it('a file that proves nothing yet, by nobody but who uploaded it and who sees everything', async () => {
      const free = (await upload(test, 'hamlet-1', [file('bien-ban.pdf', pdf())])).body.id;
      const of = (await upload(test, 'clerk', [file('to-trinh.pdf', pdf())])).body.id;
      expect([await downloads(free), await downloads(of)]).toEqual([unseen, [200, 404, 404, 404]]);
      for (const official of ['verifier', 'chairperson', 'auditor', 'accountant'])
        expect((await download(test, official, free)).status).toBe(200);
      const report = (id: string) => {
        const entries = [{ indicatorCode: 'econ.peanut.area', reported: '9.5', evidenceIds: [id] }];
        const input = { plan: '2023', unit: 'khu-dan-cu-2', period: name === 'REST' ? '2023-09' : '2023-10', entries };
        return ask('draftSubmission', 'hamlet-2', { commune }, { input });
      };
      for (const id of [free, of, v7()]) expect(broken(await report(id))).toEqual(['/entries/0/evidenceIds/0 UNKNOWN']);
      const [round, restsOn] = [await openedRound(test), [{ type: 'FILE', id: free }]];
      const input = { round: round.id, unit: 'khu-dan-cu-2', form: 'giay-khen-xa', type: 'MERIT', summary: 'Tốt' };
      expect(broken(await ask('nominate', 'hamlet-2', { commune }, { input: { ...input, restsOn } }))).toEqual([
        '/restsOn/0 UNKNOWN',
      ]);
      expect(await downloads(free)).toEqual(unseen);
    });

    it('the evidence of a report', async () => {
      const proof = (await upload(test, 'hamlet-1', [file('bien-ban.pdf', pdf())])).body.id;
      const entries = [{ indicatorCode: 'econ.peanut.area', reported: '9.5', evidenceIds: [proof] }];
      const place = { plan: '2023', unit: 'khu-dan-cu-1', period: name === 'REST' ? '2023-05' : '2023-06' };
      const input = { ...place, entries };
      const draft = done(await ask('draftSubmission', 'hamlet-1', { commune }, { input }));
      expect(await downloads(proof)).toEqual(unseen);
      const submitted = await act('submitSubmission', 'hamlet-1', draft, {});
      expect(await downloads(proof)).toEqual(seen);
      await act('withdrawSubmission', 'hamlet-1', submitted, { reason: 'Nhầm kỳ' });
      expect(await downloads(proof)).toEqual(unseen);
    });

    it('the grounds and the dossier of a nomination', async () => {
      const round = await openedRound(test);
      const ground = (await upload(test, 'hamlet-1', [file('anh.pdf', pdf())])).body.id;
      const restsOn = [{ type: 'FILE', id: ground }];
      const input = { ...{ unit: 'khu-dan-cu-1', form: 'giay-khen-xa', type: 'MERIT', summary: 'Dẫn đầu' }, restsOn };
      const draft = done(await ask('nominate', 'hamlet-1', { commune }, { input: { round: round.id, ...input } }));
      const papers = await papersFor(test, draft.dossier);
      const [{ document } = { document: '' }] = papers;
      const parts = [{ name: 'document', body: document }, file('to-trinh.pdf', pdf())];
      const paper = (await upload(test, 'clerk', parts, { 'if-match': '"1"' })).body.id;
      const documents = () => statuses((actor) => ask('document', actor, { commune, id: document }));
      const listed = async (actor: string) =>
        (done(await ask('documents', actor, { commune, first: 200 })).items as Row[]).some(({ id }) => id === document);
      expect([await downloads(paper), await documents()]).toEqual([everybody, everybody]);
      const filled = await act('amendNomination', 'hamlet-1', draft, { papers });
      expect([await downloads(ground), await downloads(paper), await documents()]).toEqual([unseen, unseen, unseen]);
      expect(await Promise.all(readers.map(listed))).toEqual([true, true, false, false]);
      const submitted = await act('submitNomination', 'hamlet-1', filled, {});
      expect([await downloads(ground), await downloads(paper), await documents()]).toEqual([seen, seen, seen]);
      expect(await Promise.all(readers.map(listed))).toEqual([true, true, true, false]);
      await act('withdrawNomination', 'hamlet-1', submitted, { reason: 'Nhầm đợt' });
      expect([await downloads(ground), await downloads(paper), await documents()]).toEqual([unseen, unseen, unseen]);
    });

    it('is named by none to whom it is not there', async () => {
      const [nowhere, round] = [v7(), await openedRound(test)];
      const report = (actor: string, unit: string, id: string) => {
        const entries = [{ indicatorCode: 'econ.peanut.area', reported: '9.5', evidenceIds: [id] }];
        const input = { plan: '2023', unit, period: name === 'REST' ? '2023-07' : '2023-08', entries };
        return ask('draftSubmission', actor, { commune }, { input });
      };
      const nominate = (n: number, more: object) => {
        const input = { round: round.id, unit: `khu-dan-cu-${n}`, form: 'giay-khen-xa', type: 'MERIT', summary: 'Tốt' };
        return ask('nominate', `hamlet-${n}`, { commune }, { input: { ...input, ...more } });
      };
      const proof = (await upload(test, 'hamlet-1', [file('bien-ban.pdf', pdf())])).body.id;
      const unsubmitted = done(await report('hamlet-1', 'khu-dan-cu-1', proof));
      const draft = done(await nominate(1, {}));
      const papers = await papersFor(test, draft.dossier);
      await act('amendNomination', 'hamlet-1', draft, { papers });
      const [{ item, document } = { item: '', document: '' }] = papers;
      const ofReport = ['/entries/0/evidenceIds/0 UNKNOWN'];
      const ofNomination = ['/restsOn/0 UNKNOWN', '/restsOn/1 UNKNOWN', '/papers/0/document UNKNOWN'];
      const dossier = (fileId: string, id: string) => ({
        restsOn: [
          { type: 'FILE', id: fileId },
          { type: 'DOCUMENT', id },
        ],
        papers: [{ item, document: id }],
      });
      expect(broken(await report('hamlet-2', 'khu-dan-cu-2', proof))).toEqual(ofReport);
      expect(broken(await report('hamlet-2', 'khu-dan-cu-2', nowhere))).toEqual(ofReport);
      expect(broken(await nominate(2, dossier(proof, document)))).toEqual(ofNomination);
      expect(broken(await nominate(2, dossier(nowhere, v7())))).toEqual(ofNomination);
      expect(await downloads(proof)).toEqual(unseen);
      const restsOn = [{ type: 'SUBMISSION', id: unsubmitted.id }];
      expect(broken(await nominate(2, { restsOn }))).toEqual(['/restsOn/0 UNKNOWN']);
    });

    it('but minutes that a draft names stay with their meeting', async () => {
      const { minutesId: document } = done(await ask('meetings', 'clerk', { commune, state: ['CLOSED'] })).items[0];
      const { fileIds } = done(await ask('document', 'clerk', { commune, id: document }));
      const [{ id: round }, papers] = [await openedRound(test), [{ item: 'bien-ban', document }]];
      const input = { round, unit: 'khu-dan-cu-1', form: 'giay-khen-xa', type: 'MERIT', summary: 'Dẫn đầu', papers };
      done(await ask('nominate', 'hamlet-1', { commune }, { input }));
      expect(await statuses((actor) => ask('document', actor, { commune, id: document }))).toEqual(everybody);
      expect(await downloads(fileIds[0])).toEqual(everybody);
    });
  });
});
