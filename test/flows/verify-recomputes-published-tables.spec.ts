import { verify } from '../../src/exchange/verify.js';
import { recompute } from '../../src/exchange/standings/recompute.js';
import { useApp } from '../app.js';
import type { Row } from '../doors.js';
import { filesOf, linesOf, useExchange } from '../exchange.js';

const test = useApp();
const district = useExchange(test);

/** Records of a pulled folder, the rows of tables changed on the way. */
const recordsIn = (folder: string, change: (row: Row, index: number) => Row = (row) => row) => {
  const files = filesOf(district.into);
  return <Of>(type: string): Of[] => {
    const records = linesOf(files[`${folder}/state/${type}.ndjson`]);
    return (type === 'standing' ? records.map(change) : records) as Of[];
  };
};

it('from what was pulled alone, and finds one changed point', async () => {
  await district.pull();
  const found = (await verify(district.into)).filter(({ standings }) => standings && standings.tables > 0);
  expect(found.length).toBeGreaterThan(0);
  for (const { commune, standings, unverified } of found) {
    const rows = linesOf(filesOf(district.into)[`${commune}/state/standing.ndjson`]);
    expect(rows.length).toBeGreaterThan(0);
    expect(unverified).toBeUndefined();
    expect(standings).toMatchObject({ rows: rows.length, unseen: 0, disagreements: [] });
    expect(recompute(recordsIn(commune))).toEqual(standings);
    for (const [at, { unitCode, tree }] of rows.entries()) {
      const points = tree.points === null ? '1' : `${Number(tree.points) + 1}`;
      const changed = recordsIn(commune, (row, index) => (index === at ? { ...row, tree: { ...tree, points } } : row));
      expect(recompute(changed).disagreements).toEqual([
        expect.stringContaining(`: ${unitCode}, line ${tree.code}: points "${points}" is published, and `),
      ]);
    }
  }
});
