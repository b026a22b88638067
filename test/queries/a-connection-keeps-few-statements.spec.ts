import { dataSource } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { mostPrepared } from '../../src/database/prepared.js';
import { cloneDatabase, type TestDatabase } from '../cluster.js';

const nobody = { communeIds: [] };
const names = Array.from({ length: 10 }, (_, place) => `statement.${place}`);

let home: TestDatabase;
beforeAll(async () => void (home = await cloneDatabase('sample')));
afterAll(() => home.drop());

/** Statements that the one connection of a database keeps after ten statements, asked twice, and their answers. */
async function after(prepared: number, work = ask): Promise<{ kept: number; answers: unknown[] }> {
  const source = await dataSource(home.runtimeUrl, { entities: [], migrations: [], poolSize: 1 }).initialize();
  try {
    const database = new Database(source, prepared);
    const answers = [...(await work(database)), ...(await work(database))];
    const rows: { kept: number }[] = await source.query('select count(*)::int as kept from pg_prepared_statements');
    return { kept: rows[0]!.kept, answers };
  } finally {
    await source.destroy();
  }
}

const ask = (database: Database) =>
  database.read(nobody, () =>
    Promise.all(names.map((name, place) => database.row(name, `select ${place}::int + $1 as sum`, [1]))),
  );

const sums = names.map((_, place) => ({ sum: place + 1 }));

it('of many statements a connection keeps the last few, and answers all', async () => {
  expect(await after(3)).toEqual({ kept: 3, answers: [...sums, ...sums] });
});

it('control: of few it keeps each', async () => {
  expect(await after(mostPrepared)).toEqual({ kept: 10, answers: [...sums, ...sums] });
});

it('behind an older PgBouncer it keeps none', async () => {
  expect(await after(0)).toEqual({ kept: 0, answers: [...sums, ...sums] });
});

it('statements are told apart by their whole name', async () => {
  const long = 'x'.repeat(80);
  const work = async (database: Database) => [
    await database.autocommit(`${long}.a`, { text: 'select 1 as answer' }),
    await database.autocommit(`${long}.b`, { text: 'select 2 as answer' }),
  ];
  expect((await after(3, work)).answers).toEqual([1, 2, 1, 2]);
});

it('a statement that fails leaves those that come after it', async () => {
  const work = async (database: Database) => {
    const failed = await database
      .read(nobody, () => Promise.all([database.row('zero', 'select 1 / $1::int', [0]), ask(database)]))
      .catch((error: Error) => error.message);
    return [failed, ...(await ask(database))];
  };
  expect(await after(3, work)).toEqual({
    kept: 3,
    answers: ['division by zero', ...sums, 'division by zero', ...sums],
  });
});
