import { jest } from '@jest/globals';
import { permissions } from '../../src/access/permissions.js';
import { DisclosuresQueries } from '../../src/requests/disclosures.queries.js';
import { consultationMakers } from '../contract/consultation-writes.js';
import { everything } from '../contract/writes.js';
import { useApp } from '../app.js';
import { done, doors, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
let award: { id: string; verificationCode: string };
/** Consultation whose list hangs. */
let consultation: object;

/** Content of the database, accesses too. */
const held = async () => ({
  ...(await everything(test)),
  accesses: (await test.admin.query('select count(*)::int as held from personal_access')).rows[0].held,
});

beforeAll(async () => {
  const ask = (operation: string, input: object) => rest(test).ask(operation, 'clerk', { commune }, { input });
  const person = { kind: 'INDIVIDUAL', name: 'Trần Thị Bảy', parent: 'khu-dan-cu-1', validFrom: '2023-01-01' };
  done(await ask('addUnit', { code: 'nguoi-a', ...person }));
  const title = 'Tặng Bằng khen';
  const document = done(await ask('recordDocument', { type: 'QĐ', year: 2023, issuer: 'UBND tỉnh', title })).id;
  const given = {
    unit: 'nguoi-a',
    form: 'bang-khen-tinh',
    formName: 'Bằng khen',
    period: '2022',
    citation: 'Dẫn đầu',
    grantedOn: '2023-02-01',
    issuer: 'UBND tỉnh',
    document,
  };
  award = done(await ask('recordAward', given)) as typeof award;
  const { rows } = await test.admin.query(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_name = 'award' and column_name not in ('id', 'verification_code')`,
  );
  consultation = (await consultationMakers(test).closeConsultation!()).path!;
  test.exceptFromAudit('award');
  await test.admin.query(
    `insert into award (id, verification_code, ${rows[0].columns})
     select gen_random_uuid(), verification_code || n, ${rows[0].columns} from award, generate_series(1, 500) n
     where id = $1`,
    [award.id],
  );
});

const publicReads = Object.entries(permissions)
  .filter(([, { who, access }]) => who === 'PUBLIC' && access === 'read')
  .map(([operation]) => operation);

describe.each(doors)('%s', (_, door) => {
  it('500 awards of a person', async () => {
    const before = await held();
    const { items } = done(await door(test).ask('awards', undefined, { commune, first: 500 }));
    expect(items).toHaveLength(500);
    const names = items.map(({ recipientName }: Row) => recipientName);
    expect(names.filter((name: string) => name === 'Trần Thị Bảy').length).toBeGreaterThan(450);
    expect(await held()).toEqual(before);
    // Control: with a key there is something to note.
    done(await door(test).ask('awards', 'clerk', { commune, first: 500 }));
    expect((await held()).accesses).toBeGreaterThan(before.accesses);
  });

  it.each(publicReads)('%s', async (operation) => {
    const { rows } = await test.admin.query<{ id: string }>(
      `select t.id from publication t join commune c on c.id = t.commune_id
       where c.key = 'duc-lang' and t.state = 'PUBLISHED'`,
    );
    const table = rows[0]?.id;
    const about: Record<string, object> = {
      award: { id: award.id },
      verifyAward: { code: award.verificationCode },
      awardForm: { code: 'giay-khen-xa' },
      commune: { key: commune },
      refusal: { code: 'STALE' },
      publication: { id: table },
      consultation,
      listings: consultation,
      standing: { unit: 'khu-dan-cu-1', period: '2023' },
    };
    const usual = { commune, plan: '2023', code: 'econ.rice.area', scheme: 'khu-dan-cu' };
    const before = await held();
    const answer = await door(test).ask(operation, undefined, { ...usual, ...about[operation] });
    // The test asks GraphQL for the head of a commune, too, which needs a key.
    if (operation !== 'commune') done(answer);
    expect(await held()).toEqual(before);
  });
});

it('nor does the page of a verification code', async () => {
  const before = await held();
  expect((await test.http().get(`/verify/${award.verificationCode}`)).text).toContain('Trần Thị Bảy');
  expect(await held()).toEqual(before);
});

describe('accesses with a key are kept for 24 months', () => {
  /** Adds rows of an age, as if they had been noted then. */
  const noted = (months: number, times: number) =>
    test.admin.query(
      `insert into personal_access (commune_id, id, unit_id, actor, operation, at, request_id)
       select commune_id, overlay(gen_random_uuid()::text placing
           regexp_replace(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), '(.{8})(.{4})', '\\1-\\2')
         from 1 for 13)::uuid, id, 'old', 'units', at, months::text
       from unit, (select now() - make_interval(months => $1::int, hours => $2::int) as at, $1::int as months) t,
         generate_series(1, $3::int)
       where code = 'nguoi-a'`,
      [months, months === 24 ? 1 : 0, times],
    );
  const left = async () =>
    (
      await test.admin.query(
        `select request_id as months, count(*)::int from personal_access where actor = 'old' group by 1 order by 1`,
      )
    ).rows.map(({ months, count }) => [months, count]);
  const read = async () => done(await rest(test).ask('unit', 'clerk', { commune, unit: 'nguoi-a' }));

  it('older ones go with the next one, a thousand at a time', async () => {
    await noted(23, 2);
    await noted(24, 1_100);
    await noted(36, 100);
    await read();
    expect(await left()).toEqual([
      ['23', 2],
      ['24', 200],
    ]);
    await read();
    expect(await left()).toEqual([['23', 2]]);
  });

  it('the role of the program deletes no other', async () => {
    const asRuntime = (sql: string) =>
      test.admin
        .query(
          `begin; set local role thidua_runtime; select set_config('app.commune', id::text, true), set_config('app.reach', id::text, true) from commune where key = '${commune}'; ${sql}`,
        )
        .then(() => 'done')
        .catch(({ code }) => code)
        .finally(() => test.admin.query('rollback'));
    expect(await asRuntime('delete from personal_access')).toBe('42501');
    expect(await asRuntime(`update personal_access set at = '2000-01-01'`)).toBe('42501');
  });

  it('control: without forgetting they stay', async () => {
    const forgetting = jest.spyOn(test.app.get(DisclosuresQueries), 'deleteExpired').mockResolvedValue();
    await noted(36, 1);
    await read();
    expect(await left()).toEqual([
      ['23', 2],
      ['36', 1],
    ]);
    forgetting.mockRestore();
    await read();
    expect(await left()).toEqual([['23', 2]]);
  });
});
