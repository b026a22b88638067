import { usePrograms } from '../program.js';
import { killUnderLoad } from '../campaigns/killed-under-load.js';

const programs = usePrograms();
const hasty = usePrograms();
const kept = { lost: 0, twice: 0, strange: 0 };

it('API and PostgreSQL killed in turn under load: nothing told is lost or done twice, and the chain is whole', async () => {
  const { killed, told, journal, feed } = await killUnderLoad(programs, { kills: 1 });
  expect({ killed, journal, feed }).toEqual({ killed: 2, journal: kept, feed: kept });
  expect(told).toBeGreaterThan(60);
}, 1_800_000);

it('control: a PostgreSQL that answers before the WAL is on disk loses', async () => {
  const { journal } = await killUnderLoad(hasty, { kills: 1, hasty: true });
  expect(journal.lost).toBeGreaterThan(0);
}, 600_000);
