import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let paper: string;
  let made = 0;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const person = async () => {
    const input = {
      ...{ code: `nguoi-du-kien-${++made}`, kind: 'INDIVIDUAL', name: `Trần Thị Dữ Kiện ${made}`, parent: 'ubnd' },
      validFrom: '2021-07-01',
    };
    return done(await ask('addUnit', 'clerk', {}, { input })).code as string;
  };
  const record = (input: object) => ask('recordFact', 'clerk', {}, { input });
  const source = 'Sổ theo dõi cán bộ, công chức';
  const service = { kind: 'SERVICE', value: 'CIVIL_SERVANT', validFrom: '2022-03-01', source };

  beforeAll(async () => {
    door = open(apps[name]!);
    const document = { type: 'QĐ', year: 2024, issuer: 'UBND huyện Đức Thọ', title: 'Kỷ luật công chức' };
    paper = done(await ask('recordDocument', 'clerk', {}, { input: document })).id;
  });

  it('a service is recorded, amended and ended, each with its reason in the history', async () => {
    const unit = await person();
    const fact = done(await record({ ...service, unit, title: 'Công chức Văn hóa - Xã hội' }));
    expect(fact).toMatchObject({ unitCode: unit, kind: 'SERVICE', leads: false, validTo: null, documentId: null });
    const at = { id: fact.id };
    expect(broken(await ask('amendFact', 'clerk', at, { version: 1, input: { reason: 'Nhầm' } }))).toEqual([
      ' NOTHING_CHANGED',
    ]);
    const amended = done(
      await ask('amendFact', 'clerk', at, { version: 1, input: { leads: true, document: paper, reason: 'Bổ nhiệm' } }),
    );
    expect(amended).toMatchObject({ version: 2, leads: true, documentId: paper, source });
    const ended = done(await ask('endFact', 'clerk', at, { version: 2, input: { reason: 'Chuyển công tác' } }));
    expect(ended).toMatchObject({ version: 3, validTo: '2024-01-31' });
    const { items } = done(await ask('history', 'auditor', { type: 'fact', id: fact.id }));
    expect(items.map(({ kind, personal }: Row) => [kind, personal['/reason']?.value])).toEqual([
      ['fact.recorded', undefined],
      ['fact.amended', 'Bổ nhiệm'],
      ['fact.ended', 'Chuyển công tác'],
    ]);
    expect(done(await ask('facts', 'verifier', { unit: [unit], asOf: '2022-03-01' })).items).toHaveLength(1);
    expect(done(await ask('facts', 'verifier', { unit: [unit], asOf: '2022-02-28' })).items).toEqual([]);
    expect(done(await ask('facts', 'verifier', { unit: [unit], year: 2021 })).items).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['a value of another kind', { value: 'GOOD' }, ['/value FACT_VALUE']],
    ['a day ahead', { validFrom: '2024-02-01' }, ['/validFrom AHEAD']],
    ['days backwards', { validTo: '2022-02-28' }, ['/validTo TOO_EARLY']],
    ['nothing it rests on', { source: undefined }, ['/source FACT_UNPROVED']],
    ['a member of another kind', { period: '2023' }, ['/period FACT_HAS_NO']],
    ['a rating without its year', { kind: 'RATING', value: 'GOOD', validFrom: undefined }, ['/period FACT_LACKS']],
    [
      'a rating of a quarter',
      { kind: 'RATING', value: 'GOOD', validFrom: undefined, period: '2023-Q2' },
      ['/period FACT_YEAR'],
    ],
    [
      'an initiative without its name and who recognised it',
      { kind: 'INITIATIVE', value: 'GRASSROOTS' },
      ['/issuer FACT_LACKS', '/title FACT_LACKS'],
    ],
  ])('refuses %s, and keeps nothing', async (_, told, points) => {
    const unit = await person();
    expect([...broken(await record({ ...service, unit, ...told }))!].sort()).toEqual(points);
    expect(done(await ask('facts', 'clerk', { unit: [unit] })).items).toEqual([]);
  });

  it('refuses a service of a household, and a second rating of a year', async () => {
    expect(broken(await record({ ...service, unit: 'khu-dan-cu-1' }))).toEqual(['/unit FACT_OF_OTHERS']);
    const rating = { unit: 'khu-dan-cu-2', kind: 'RATING', value: 'GOOD', period: '2023', source };
    const { id } = done(await record(rating));
    const again = await record({ ...rating, value: 'EXCELLENT' });
    expect([again.code, again.body.details.id]).toEqual(['FACT_RECORDED', id]);
    done(await record({ ...rating, period: '2022' }));
    done(await ask('removeFact', 'clerk', { id }, { version: 1, input: { reason: 'Ghi nhầm' } }));
    done(await record({ ...rating, value: 'EXCELLENT' }));
  });

  it('shows health and discipline of a person with personal:read alone; the feed has no word of it for others', async () => {
    const unit = await person();
    const told = { unit, kind: 'DISCIPLINE', value: 'WARNING', validFrom: '2023-06-01', document: paper };
    const { id } = done(await record(told));
    done(await record({ ...service, unit }));
    const seenBy = async (actor: string) =>
      done(await ask('facts', actor, { unit: [unit] })).items.map(({ kind }: Row) => kind);
    expect([await seenBy('auditor'), await seenBy('council-1')]).toEqual([['SERVICE', 'DISCIPLINE'], ['SERVICE']]);
    expect((await ask('fact', 'council-1', { id })).code).toBe('NOT_FOUND');
    // The journal has commitments in their place: the values beside it are for `personal:read`.
    const { items } = done(await ask('history', 'auditor', { type: 'fact', id }));
    expect(items[0].personal).toMatchObject({
      '/data/kind': { value: 'DISCIPLINE' },
      '/data/value': { value: 'WARNING' },
    });
    const { rows } = await apps[name]!.admin.query('select data::text as data from change where record_id = $1', [id]);
    expect(rows.map(({ data }) => /DISCIPLINE|WARNING/.test(data))).toEqual([false]);
    // Of a collective nothing is held back.
    const hold = { unit: 'khu-dan-cu-3', kind: 'HOLD', value: 'INSPECTION', validFrom: '2024-01-02', source };
    done(await record(hold));
    expect(done(await ask('facts', 'council-1', { unit: [hold.unit] })).items).toHaveLength(1);
  });

  it('an erasure takes the facts of a person out', async () => {
    const unit = await person();
    const facts = [
      done(await record({ ...service, unit, title: 'Công chức Tư pháp' })),
      done(await record({ unit, kind: 'LEAVE', value: 'MATERNITY', validFrom: '2023-02-01', source: 'Giấy ra viện' })),
    ];
    const { version } = done(await ask('unit', 'administrator', { unit }));
    const erased = done(
      await ask('erasePersonal', 'administrator', { unit }, { version, input: { reason: 'Yêu cầu' } }),
    );
    expect(erased.facts).toBe(2);
    expect(done(await ask('facts', 'auditor', { unit: [unit] })).items).toEqual([]);
    for (const { id } of facts) {
      const { items } = done(await ask('history', 'auditor', { type: 'fact', id }));
      expect(items.map(({ kind, op }: Row) => [kind, op])).toEqual([
        ['fact.recorded', 'UPSERT'],
        ['fact.erased', 'REMOVED'],
      ]);
      expect(JSON.stringify(items)).not.toMatch(/MATERNITY|Tư pháp|ra viện/);
    }
  });

  it('a hamlet registers for itself and its households; nobody for another, and once for a title', async () => {
    const input = { unit: 'khu-dan-cu-1', period: '2024', forms: ['gdvh'], withBelow: true };
    const register = (actor: string, told: object, headers?: Record<string, string>) =>
      ask('registerEmulation', actor, {}, { input: told, headers });
    expect((await register('hamlet-2', input)).code).toBe('FORBIDDEN');
    expect((await register('clerk', input)).code).toBe('ON_BEHALF_MISSING');
    expect([...broken(await register('hamlet-1', { ...input, withBelow: false, period: '2026' }))!].sort()).toEqual([
      '/forms/0 NOT_FOR_KIND',
      '/period AHEAD',
    ]);
    const registered = done(await register('hamlet-1', input));
    expect(registered).toMatchObject({ state: 'REGISTERED', registeredOn: '2024-01-31', withBelow: true });
    const again = await register('hamlet-1', { ...input, forms: ['thon-van-hoa', 'gdvh'] });
    expect([again.code, again.body.details.id]).toEqual(['ALREADY_REGISTERED', registered.id]);
    const on = { 'on-behalf-of': 'khu-dan-cu-2', 'legal-reference': paper, 'legal-date': '2024-01-10' };
    const late = done(await register('clerk', { ...input, unit: 'khu-dan-cu-2' }, on));
    expect(late.registeredOn).toBe('2024-01-10');
    const ended = await ask(
      'endRegistration',
      'hamlet-1',
      { id: registered.id },
      { version: 1, input: { reason: 'Đăng ký nhầm' } },
    );
    expect(done(ended)).toMatchObject({ state: 'ENDED', endedOn: '2024-01-31', version: 2 });
    done(await register('hamlet-1', input));
    const found = done(await ask('registrations', 'hamlet-3', { form: 'gdvh', state: 'REGISTERED', period: '2024' }));
    expect(found.items.map(({ unitCode }: Row) => unitCode).sort()).toEqual(['khu-dan-cu-1', 'khu-dan-cu-2']);
  });
});
