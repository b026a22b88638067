import { useApp, type TestApp } from '../app.js';
import { draftedFor, paperOf, signedFile } from '../awards.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const text = 'Người được khen không tham gia chữa cháy';

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let award: Row;
  let complaint: Row;
  const ask = (operation: string, actor: string | undefined, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const complain = (input: object, actor = 'clerk') =>
    ask('complain', actor, {}, { input: { award: award.id, text, complainant: 'Bà Lê Thị Hoa', ...input } });
  const settle = (input: object, { id, version }: Row = complaint, actor = 'administrator') =>
    ask('settleComplaint', actor, { id }, { version, input: { conclusion: 'Đã xác minh', ...input } });
  const withdraw = ({ id, version }: Row) =>
    ask('withdrawComplaint', 'clerk', { id }, { version, input: { reason: 'Rút đơn' } });
  const given = async () => {
    const { id, version } = await draftedFor(test, '2024-01-10', 'INDIVIDUAL');
    const input = { file: await signedFile(test), confirm: ['BEYOND_FUND'] };
    done(await ask('signDecision', 'chairperson', { id }, { version, input }));
    return done(await ask('awards', 'clerk', { decision: id })).items[0] as Row;
  };

  beforeAll(async () => {
    door = open(test);
    award = await given();
  });

  it('it names who complains, on a day after the grant, about an award of the commune', async () => {
    const nobody = await complain({ complainant: undefined, complainedOn: '2024-02-01' });
    expect(broken(nobody)).toEqual(['/complainedOn AHEAD', '/complainant COMPLAINANT_MISSING']);
    const area = await complain({ complainantUnit: 'khu-dan-cu-1', complainedOn: '2024-01-30' });
    expect(broken(area)).toEqual(['/complainedOn TOO_EARLY', '/complainantUnit NO_COMPLAINANT']);
    const paper = { reason: 'Theo bằng gốc', issuer: 'UBND tỉnh', grantedOn: '2024-01-31' };
    const elsewhere = {
      unit: 'khu-dan-cu-1',
      form: 'bang-khen-tinh',
      formName: 'Bằng khen',
      period: '2022',
      citation: 'Dẫn đầu',
      ...paper,
    };
    const recorded = done(await ask('recordAward', 'clerk', {}, { input: elsewhere }));
    expect(broken(await complain({ award: recorded.id }))).toEqual(['/award GIVEN_ELSEWHERE']);
    expect(broken(await complain({ award: recorded.nominationId ?? recorded.unitId }))).toEqual(['/award UNKNOWN']);
    expect((await complain({}, 'chairperson')).code).toBe('FORBIDDEN');
  });

  it('it is accepted, and to be settled within the time of the law; officials alone read it', async () => {
    const document = await paperOf(test, 'Đơn');
    complaint = done(await complain({ document }));
    expect(complaint).toMatchObject({
      ...{ awardId: award.id, unitCode: award.unitCode, complainant: 'Bà Lê Thị Hoa', complainantCode: null },
      ...{ complainedOn: '2024-01-31', acceptedOn: '2024-01-31', settleBy: '2024-03-01', documentId: document },
      ...{ state: 'ACCEPTED', outcome: null, settledOn: null },
    });
    const told = { award: award.id, state: ['ACCEPTED'], unit: [award.unitCode] };
    for (const actor of ['administrator', 'clerk', 'chairperson', 'auditor'])
      expect(done(await ask('complaints', actor, told)).items).toHaveLength(1);
    for (const actor of ['accountant', 'hamlet-1', 'district', 'integrator'])
      expect((await ask('complaints', actor, told)).code).toBe('FORBIDDEN');
    expect((await ask('complaint', undefined, { id: complaint.id })).status).toBe(401);
    const pulled = async (actor: string) =>
      done(await door.changes(actor, commune)).items.filter(({ type }: Row) => type === 'complaint').length;
    expect([await pulled('auditor'), await pulled('district')]).toEqual([1, 0]);
    const query = `{ award(commune: "${commune}", id: "${award.id}") {
      complaints(state: [ACCEPTED]) { nodes { id award { id } unit { code } } } } }`;
    const asked = async (actor: string) =>
      (
        await test
          .http()
          .post('/graphql')
          .set({ authorization: `Bearer ${test.keys[actor]}` })
          .send({ query })
      ).body;
    expect((await asked('auditor')).data.award.complaints.nodes).toEqual([
      { id: complaint.id, award: { id: award.id }, unit: { code: award.unitCode } },
    ]);
    expect((await asked('district')).errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('a decision settles it, a second one anew; the award stays until an act on it', async () => {
    const [letter, decision] = [await paperOf(test, 'CV'), await paperOf(test, 'QĐ')];
    expect((await settle({ outcome: 'UPHELD', document: decision }, complaint, 'clerk')).code).toBe('FORBIDDEN');
    expect(broken(await settle({ outcome: 'UPHELD', document: letter }))).toEqual(['/document OTHER_TYPE']);
    complaint = done(await settle({ outcome: 'REJECTED', document: decision }));
    expect(complaint).toMatchObject({ state: 'SETTLED', outcome: 'REJECTED', settledOn: '2024-01-31' });
    expect((await withdraw(complaint)).code).toBe('STATE');
    complaint = done(await settle({ outcome: 'PARTLY_UPHELD', document: decision }));
    expect(complaint).toMatchObject({ version: 3, outcome: 'PARTLY_UPHELD', settlementDocumentId: decision });
    expect(done(await ask('award', 'clerk', { id: award.id })).version).toBe(award.version);
    const again = done(await complain({}));
    expect(done(await withdraw(again))).toMatchObject({ state: 'WITHDRAWN', outcome: null });
    expect((await settle({ outcome: 'UPHELD', document: decision }, { ...again, version: 2 })).code).toBe('STATE');
    const kinds = done(await ask('history', 'auditor', { type: 'complaint', id: again.id })).items;
    expect(kinds.map(({ kind }: Row) => kind)).toEqual(['complaint.accepted', 'complaint.withdrawn']);
  });

  it('after the time of the law it is asked back', async () => {
    const old = await given();
    test.exceptFromAudit('award');
    await test.admin.query(`update award set granted_on = '2023-09-01' where id = $1`, [old.id]);
    const late = { award: old.id };
    expect((await complain({ ...late, complainedOn: '2023-11-30' })).code).toBeUndefined();
    const asked = await complain({ ...late, complainedOn: '2023-12-01' });
    expect([asked.code, asked.body.errors[0].code]).toEqual(['ASKED_BACK', 'LATE_COMPLAINT']);
    expect(done(await complain({ ...late, confirm: ['LATE_COMPLAINT'] })).complainedOn).toBe('2024-01-31');
  });

  it('an erasure takes who complained, and what was said; an export of the recipient does not tell who', async () => {
    const home = {
      code: `ho-${name.toLowerCase()}`,
      kind: 'HOUSEHOLD',
      name: 'Hộ bà Phan Thị Mận',
      parent: 'khu-dan-cu-2',
    };
    done(await ask('addUnit', 'clerk', {}, { input: { ...home, validFrom: '2023-01-01' } }));
    const made = done(await complain({ complainant: undefined, complainantUnit: home.code }));
    expect(made).toMatchObject({ complainant: home.name, complainantCode: home.code });
    const exported = async (unit: string) =>
      JSON.stringify(done(await ask('exportPersonal', 'administrator', { unit, first: 500 })).items);
    expect(await exported(home.code)).toContain(text);
    const ofRecipient = await exported(award.unitCode);
    expect([ofRecipient.includes(text), ofRecipient.includes('Mận'), ofRecipient.includes('Lê Thị Hoa')]).toEqual([
      ...[true, false, false],
    ]);
    const values = async () => {
      const { rows } = await test.admin.query<{ values: number }>(
        `select count(*)::int as values from change_value v join change c using (commune_id, position, item)
         where c.type = 'complaint' and c.record_id = $1 and c.kind <> 'complaint.erased' and v.pointer like '/data/%'`,
        [made.id],
      );
      return rows[0]!.values;
    };
    expect(await values()).toBe(3);
    const { version } = done(await ask('unit', 'clerk', { unit: home.code }));
    const input = { reason: 'Theo yêu cầu' };
    const erased = done(await ask('erasePersonal', 'administrator', { unit: home.code }, { version, input }));
    expect(erased.complaints).toBe(1);
    const left = done(await ask('complaint', 'clerk', { id: made.id }));
    expect(left).toMatchObject({ complainantCode: null, complainant: '(đã xóa)', text: '(đã xóa)', awardId: award.id });
    expect(await values()).toBe(0);
  });
});
