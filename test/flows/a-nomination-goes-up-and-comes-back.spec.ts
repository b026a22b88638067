import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { useApp } from '../app.js';
import { forDistrict, forwarded, paperOf } from '../awards.js';
import { doors, done, points, rest, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const test = useApp();

let people = 0;
const person = async () => {
  const { code } = await test.app.get(UnitActsService).addUnit(await test.operator(), commune, {
    ...{ code: `nguoi-tot-${++people}`, kind: 'INDIVIDUAL', name: `Nguyễn Văn Tốt ${people}` },
    ...{ parent: 'khu-dan-cu-2', validFrom: '2021-07-01' },
  });
  return code;
};
const granted = {
  ...{ outcome: 'GRANTED', decidedOn: '2024-01-31', numberText: '35/QĐ-UBND' },
  issuer: 'Chủ tịch Ủy ban nhân dân huyện Đức Thọ',
};

describe.each(doors)('%s', (_, open) => {
  const ask = (act: string, actor: string, { id, version }: Row, input?: object) =>
    open(test).ask(act, actor, { commune, id }, { version, input });
  const read = (operation: string, actor: string, { id }: Row) => open(test).ask(operation, actor, { commune, id });

  it('is seen by the superior once it is forwarded, with nominee and dossier, and decided there', async () => {
    const unit = await person();
    const nomination = await forDistrict(test, unit);
    const [paper] = nomination.dossier;
    expect((await read('nomination', 'district', nomination)).code).toBe('NOT_FOUND');
    expect((await read('document', 'district', { id: paper!.documentId })).code).toBe('NOT_FOUND');
    expect((await open(test).ask('unit', 'district', { commune, unit })).code).toBe('NOT_FOUND');

    const sent = done(await ask('forwardNomination', 'clerk', nomination, { document: await paperOf(test, 'TTr') }));
    expect(sent).toMatchObject({ state: 'FORWARDED', forwardedTo: 'duc-tho', forwardedOn: '2024-01-31' });
    expect(done(await read('nomination', 'district', sent))).toMatchObject({
      id: sent.id,
      formCode: 'giay-khen-huyen',
    });
    for (const id of [paper!.documentId, sent.forwardingDocumentId])
      expect(done(await read('document', 'district', { id })).id).toBe(id);
    expect(done(await open(test).ask('unit', 'district', { commune, unit })).code).toBe(unit);
    const { items } = done(await open(test).ask('nominations', 'district', { commune, state: ['FORWARDED'] }));
    expect(items.map(({ id }: Row) => id)).toContain(sent.id);

    const received = done(await ask('receiveNomination', 'district', sent, { receivedOn: '2024-01-31' }));
    expect(received).toMatchObject({ state: 'FORWARDED', receivedBy: 'duc-tho', receivedOn: '2024-01-31' });
    const given = done(await ask('recordOutcome', 'district', received, granted));
    expect(given).toMatchObject({ state: 'GRANTED', decidedOn: '2024-01-31', decisionId: null });
    const { items: outcomes } = done(await read('outcomes', 'district', given));
    expect(outcomes).toMatchObject([{ outcome: 'GRANTED', decidedBy: 'duc-tho', numberText: '35/QĐ-UBND' }]);
    const { items: awards } = done(await open(test).ask('awards', 'district', { commune, unit: [unit] }));
    expect(awards).toMatchObject([
      {
        ...{ nominationId: given.id, decisionId: null, numberText: '35/QĐ-UBND', issuer: granted.issuer },
        ...{ grantedOn: '2024-01-31', formCode: 'giay-khen-huyen', type: 'SUDDEN', ruleSet: 'tdkt-2024' },
      },
    ]);
  });

  it('is recorded by the clerk with documents where the superior has no system', async () => {
    const sent = await forwarded(test, await person());
    expect(points(await ask('receiveNomination', 'clerk', sent, {}))).toEqual(['/document PAPER_OF_CLERK']);
    const received = done(await ask('receiveNomination', 'clerk', sent, { document: await paperOf(test, 'CV') }));
    expect(received).toMatchObject({ receivedBy: 'duc-tho', receivedOn: '2024-01-31' });
    expect(points(await ask('recordOutcome', 'clerk', received, { ...granted, issuer: undefined }))).toEqual([
      '/issuer ISSUER_MISSING',
      '/document PAPER_OF_CLERK',
    ]);
    const document = await paperOf(test, 'QĐ');
    const outcome = { ...granted, document, issuer: 'UBND xã Đức Lạng' };
    expect(done(await ask('recordOutcome', 'clerk', received, outcome))).toMatchObject({ state: 'GRANTED' });
  });

  it('comes back, is completed and goes up again; or is refused, and its place is free', async () => {
    const unit = await person();
    const sent = await forwarded(test, unit);
    const returning = { outcome: 'RETURNED', decidedOn: '2024-01-31', reason: 'Thiếu xác nhận của công an' };
    expect(points(await ask('recordOutcome', 'district', sent, { ...returning, reason: undefined }))).toEqual([
      '/reason REASON_OF_OUTCOME',
    ]);
    const back = done(await ask('recordOutcome', 'district', sent, returning));
    expect(back.state).toBe('RETURNED');
    expect(done(await read('nomination', 'clerk', back)).returnedReason).toBe(returning.reason);
    expect(done(await read('nomination', 'district', back)).state).toBe('RETURNED');
    const other = await ask('amendNomination', 'clerk', back, { type: 'MERIT', deedOn: null });
    expect(points(other)).toContain('/form FORM_STAYS');
    const again = done(await ask('submitNomination', 'clerk', back, { summary: 'Cứu hai người' }));
    const up = done(await ask('forwardNomination', 'clerk', again, { document: await paperOf(test, 'TTr') }));
    expect(up).toMatchObject({ state: 'FORWARDED', receivedBy: null });
    const refusing = { outcome: 'REFUSED', decidedOn: '2024-01-31', reason: 'Chưa đủ tiêu chuẩn' };
    const no = done(await ask('recordOutcome', 'district', up, refusing));
    expect(no).toMatchObject({ state: 'REFUSED', decidedOn: '2024-01-31' });
    expect(done(await read('outcomes', 'clerk', no)).items.map(({ outcome }: Row) => outcome)).toEqual([
      'RETURNED',
      'REFUSED',
    ]);
    const { roundId: round } = no;
    const anew = { round, unit, form: 'giay-khen-huyen', type: 'SUDDEN', deedOn: '2024-01-20', summary: 'Lại' };
    expect(done(await open(test).ask('nominate', 'clerk', { commune }, { input: anew })).state).toBe('DRAFT');
  });

  it('is taken back by the clerk until the superior has received it', async () => {
    const sent = await forwarded(test, await person());
    expect((await ask('withdrawNomination', 'administrator', sent, { reason: 'Nhầm' })).code).toBe('FORBIDDEN');
    expect(done(await ask('withdrawNomination', 'clerk', sent, { reason: 'Nhầm' })).state).toBe('WITHDRAWN');
    const kept = await forwarded(test, await person());
    const received = done(await ask('receiveNomination', 'district', kept, {}));
    expect((await ask('withdrawNomination', 'clerk', received, {})).code).toBe('ALREADY_RECEIVED');
  });

  it('is for the superior it went to, on days that can be', async () => {
    const sent = await forwarded(test, await person());
    expect(points(await ask('receiveNomination', 'province', sent, {}))).toEqual([' FORWARDED_TO_OTHER']);
    expect(points(await ask('receiveNomination', 'district', sent, { receivedOn: '2024-01-30' }))).toEqual([
      '/receivedOn TOO_EARLY',
    ]);
    expect(points(await ask('recordOutcome', 'district', sent, { ...granted, decidedOn: '2024-02-01' }))).toEqual([
      '/decidedOn AHEAD',
    ]);
    const acts = (actor: string) =>
      rest(test)
        .ask('nominationActions', actor, { commune, id: sent.id })
        .then(({ body }) => body.items.filter(({ allowed }: Row) => allowed).map(({ act }: Row) => act));
    expect(await acts('district')).toEqual(['receiveNomination', 'recordOutcome']);
    expect(await acts('province')).toEqual([]);
    expect(await acts('clerk')).toEqual(['withdrawNomination', 'receiveNomination', 'recordOutcome']);
  });

  it('is in the feed of the superior, and what the superior does is in the journal by its actor', async () => {
    const cursor = await last();
    const sent = await forwarded(test, await person());
    done(await ask('recordOutcome', 'district', sent, granted));
    const { items } = (await open(test).changes('district', commune, cursor)).body;
    const kinds = items.map(({ kind }: Row) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['nomination.forwarded', 'outcome.recorded', 'nomination.granted', 'award.recorded']),
    );
    const { items: lines } = done(
      await open(test).ask('history', 'auditor', { commune, type: 'nomination', id: sent.id }),
    );
    expect(lines.at(-1)).toMatchObject({ kind: 'nomination.granted' });
    const { rows } = await test.admin.query(
      `select v.value from change_value v join change c using (commune_id, position, item)
       where c.kind = 'outcome.recorded' and v.pointer = '/actor' order by c.position desc limit 1`,
    );
    expect(rows[0].value.key).toBe('district');
  });
});

/** The cursor behind the newest change that the district sees. */
async function last(cursor?: string): Promise<string> {
  const { body } = await rest(test).ask('changes', 'district', { commune, first: 500, cursor });
  return body.more ? last(body.cursor) : body.cursor;
}

it('an award by an outcome that was recorded by mistake is taken out, and the nomination is above again', async () => {
  const unit = await person();
  const sent = await forwarded(test, unit);
  const ask = rest(test).ask;
  done(await ask('recordOutcome', 'district', { commune, id: sent.id }, { version: sent.version, input: granted }));
  const { items } = done(await ask('awards', 'clerk', { commune, unit: [unit] }));
  const { id, version } = items[0];
  const form = await ask('amendAward', 'clerk', { commune, id }, { version, input: { form: 'khac', reason: 'Nhầm' } });
  expect(points(form)).toContain('/form FORM_OF_NOMINATION');
  done(await ask('removeAward', 'clerk', { commune, id }, { version, input: { reason: 'Nhầm người' } }));
  const again = done(await ask('nomination', 'district', { commune, id: sent.id }));
  expect(again).toMatchObject({ state: 'FORWARDED', decidedOn: null });
  const refusing = { outcome: 'REFUSED', decidedOn: '2024-01-31', reason: 'Nhầm người' };
  const at = { version: again.version, input: refusing };
  expect(done(await ask('recordOutcome', 'district', { commune, id: sent.id }, at)).state).toBe('REFUSED');
});
