import { makers } from '../contract/writes.js';
import { qualities } from '../../src/documents/quality.rules.js';
import { useApp } from '../app.js';
import { rest, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { upload } from '../uploads.js';
import { fill } from './rows.js';

const test = useApp();
const commune = 'duc-lang';
const ask = (act: string, id: string | undefined, version?: number, input?: object) =>
  rest(test).ask(act, 'clerk', { commune, ...(id && { id }) }, { version, input });

const fresh: Readonly<Record<string, () => Promise<Row>>> = {
  document: async () => {
    const input = { type: 'CV', year: 2024, issuer: 'UBND xã', title: 'Công văn' };
    return (await ask('recordDocument', undefined, undefined, input)).body;
  },
  file: async () => (await upload(test, 'clerk', [file('tep.pdf', pdf())])).body,
};
/** Rows that are parts of a document or of a file, and go with it. */
const parts = ['document_person.document_id', 'file.document_id', 'file_chunk.file_id'];

/** Documents that an act makes itself, grounds of any type, and the lines of a dossier, of the catalogue's types. */
const ofNoQuality = [
  'decision.document_id',
  'nomination_ground.document_id',
  'nomination_paper.document_id',
  'plan.document_id',
];

const foreignKeys = async () =>
  (
    await test.admin.query<Record<'of' | 'table' | 'column', string>>(
      `select k.confrelid::regclass::text as of, k.conrelid::regclass::text as table, a.attname as column
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
       where k.contype = 'f' and k.confrelid in ('document'::regclass, 'file'::regclass) order by 1, 2, 3`,
    )
  ).rows;

it('every column that names a document says in which quality, and so of which types', async () => {
  const named = (await foreignKeys())
    .filter(({ of }) => of === 'document')
    .map(({ table, column }) => `${table}.${column}`)
    .filter((each) => ![...parts, ...ofNoQuality].includes(each));
  expect(named.sort()).toEqual(
    Object.values(qualities)
      .map(({ column }) => column)
      .sort(),
  );
});

it('a document or file on which a record rests stays, and the refusal names the record: by every foreign key', async () => {
  const keys = await foreignKeys();
  expect(keys.length).toBeGreaterThan(14);
  const asked = keys.filter(({ table, column }) => !parts.includes(`${table}.${column}`));
  expect(keys.length - asked.length).toBe(parts.length);
  const evidenceIds = [(await upload(test, 'hamlet-1', [file('thu.pdf', pdf())])).body.id];
  const scored = { commune, plan: '2023', scheme: 'khu-dan-cu', unit: 'khu-dan-cu-1', period: '2023-H1' };
  const input = { occurrences: [{ figure: 'thu-khen', text: 'Thư khen', evidenceIds }] };
  expect((await rest(test).ask('selfScore', 'hamlet-1', scored, { version: 0, input })).code).toBeUndefined();
  await makers(test).answerObjection?.();
  await makers(test).settleComplaint?.();
  await makers(test).setFund?.();
  await makers(test).setRounding?.();
  await makers(test).setPaperTemplate?.();
  const outcome = await makers(test).recordOutcome!();
  const told = { version: outcome.version, input: outcome.input };
  expect(
    (await rest(test).ask('recordOutcome', outcome.actor, { commune, ...outcome.path }, told)).code,
  ).toBeUndefined();
  for (const { of, table, column } of asked) {
    await fill(test.admin, table, [1]);
    const { id, version } = await fresh[of]!();
    const remove = () => ask(of === 'file' ? 'removeFile' : 'removeDocument', id, version, { reason: 'Nhầm' });
    // What else a row must say when it names a document is no matter here.
    await withoutChecks(table);
    const { rows } = await test.admin.query<{ place: string; was: string | null; row: Row }>(
      `select ctid::text as place, ${column} as was, to_jsonb(t) as row from ${table} t where commune_id = 1 limit 1`,
    );
    const { place, was, row } = rows[0]!;
    await test.admin.query(`update ${table} set ${column} = $1 where ctid = $2::tid`, [id, place]);
    const { code, body } = await remove();
    const { type, id: record } = body.details ?? {};
    expect([table, column, code, type]).toEqual([table, column, 'STILL_REFERRED_TO', expect.any(String)]);
    const ids = [row.id, row.nomination_id, row.submission_id, row.sheet_id];
    expect([table, column, record, ids.includes(record)]).toEqual([table, column, record, true]);
    await test.admin.query(`update ${table} set ${column} = $2 where ${column} = $1`, [id, was]);
    expect([table, column, (await remove()).status]).toEqual([table, column, 200]);
  }
});

it('a document that an act named as its legal reference stays, and the refusal names the record of that act', async () => {
  const { id, version } = await fresh.document!();
  const remove = () => ask('removeDocument', id, version, { reason: 'Nhầm' });
  const act = async (input: object) => {
    const headers = { 'legal-date': '2023-12-29', 'legal-reference': id.toUpperCase() };
    return rest(test).ask('recordDocument', 'clerk', { commune }, { input, headers });
  };
  const { body } = await act({ type: 'CV', year: 2023, issuer: 'UBND xã', title: 'Công văn' });
  expect((await remove()).body).toMatchObject({
    code: 'STILL_REFERRED_TO',
    details: { type: 'document', id: body.id },
  });
});

it('an id that stands in a table without a foreign key is of no document and no file', async () => {
  const { rows } = await test.admin.query<{ place: string }>(
    `select c.table_name || '.' || c.column_name as place from information_schema.columns c
     where c.table_schema = 'public' and c.udt_name in ('uuid', '_uuid') and c.column_name <> 'id' and not exists (
       select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.contype = 'f' and k.conrelid = c.table_name::regclass and a.attname = c.column_name) order by 1`,
  );
  // Ids of actors, of a nomination, of the unit or plan that has a word, and of no record.
  const ofOthers = [
    'file.uploaded_by',
    'kept_answer.actor_id',
    'matter.confirmed_by',
    'matter.recorded_by',
    'nomination.appraised_by',
    'nomination.submitted_by',
    'personal_access.actor_id',
    'recusal.nomination_id',
    'score_sheet.submitted_by',
    'submission.submitted_by',
    'taken_word.holder_id',
    'webhook_cursor.lease',
  ];
  expect(rows.map(({ place }) => place)).toEqual(ofOthers);
});

async function withoutChecks(table: string): Promise<void> {
  const { rows } = await test.admin.query<{ drop: string }>(
    `select format('alter table ${table} drop constraint %I', conname) as drop from pg_constraint
     where conrelid = $1::regclass and contype in ('c', 'u')`,
    [table],
  );
  for (const { drop } of rows) await test.admin.query(drop);
}
