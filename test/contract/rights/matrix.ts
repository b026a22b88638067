import { useApp } from '../../app.js';
import { arrange, asking, type Doors, type Told, type World } from './asking.js';
import { callersOf, placesOf, verdict, verdictOnHidden } from './callers.js';
import { hidden, restAlone, table } from './expected.js';

/** Asks for every operation of one door as every caller in every place; a file for each door, so that two workers share them. */
export function matrix(door: 'REST' | 'GraphQL'): void {
  const test = useApp();
  let world: World;
  let doors: Doors;
  let cells = 0;
  beforeAll(async () => {
    world = await arrange(test);
    doors = await asking(test.app, world);
  });
  afterAll(() => void console.info(`Matrix of operations over ${door}: ${cells} cells, each with its verdict.`));

  const ask = (...given: [caller: string, operation: string, parameters: Record<string, unknown>]): Promise<Told> =>
    door === 'REST' ? doors.overRest(...given) : doors.overGraphql(...given);
  const offered = (name: string) => door === 'REST' || !restAlone.includes(name);

  it.each(Object.keys(table).filter(offered))('%s', async (operation) => {
    const asked = placesOf(operation).flatMap((place) =>
      callersOf(operation, place).map((caller) => [caller, place] as const),
    );
    const answers: Record<string, string> = {};
    for (const [caller, place] of asked)
      answers[`${caller} in ${place}`] = (await ask(caller, operation, world.parameters(operation, place))).verdict;
    cells += asked.length;
    expect(answers).toEqual(
      Object.fromEntries(asked.map(([caller, place]) => [`${caller} in ${place}`, verdict(caller, operation, place)])),
    );
  });

  /* Drafts, and what was never to leave the commune: to whoever does not see a record it is not there. The steps of every
     record in each of its states have tables of their own in flows/every-step-…. */
  describe.each(Object.entries(hidden).filter(([, { operations }]) => operations.some(offered)))(
    '%s',
    (_, { audience, operations, find }) => {
      it.each(operations.filter(offered))('%s', async (operation) => {
        const { rows } = await test.admin.query(find);
        const parameters = { ...world.parameters(operation, 'duc-lang'), ...rows[0] };
        const answers: Record<string, string> = {};
        for (const caller of callersOf(operation)) answers[caller] = (await ask(caller, operation, parameters)).verdict;
        cells += Object.keys(answers).length;
        expect(answers).toEqual(
          Object.fromEntries(
            Object.keys(answers).map((caller) => [caller, verdictOnHidden(caller, operation, audience)]),
          ),
        );
      });
    },
  );
}
