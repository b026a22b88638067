import { readFileSync } from 'node:fs';
import { readRequests, sendRequests } from '../../.ci/http-document.mjs';
import { Clock } from '../../src/access/clock.js';
import { addCommune, issueKey, loadCatalogue } from '../../src/operator.js';
import { useAppOn } from '../app.js';
import { cloneDatabase, cluster } from '../cluster.js';

/** Clock that stands on the day of the document. */
class DayOfDocument extends Clock {
  on = '2024-01-08';

  override now() {
    return { ...super.now(), on: this.on };
  }
}

const clock = new DayOfDocument();
const commune = 'xa-thach-ha';
const keys: Record<string, string> = {};
const test = useAppOn(
  async () => {
    const database = await cloneDatabase('empty');
    // The operator's commands read their settings from the environment.
    Object.assign(process.env, {
      OWNER_DATABASE_URL: database.ownerUrl,
      RUNTIME_PASSWORD: cluster().runtimePassword,
      TODAY: clock.on,
    });
    await loadCatalogue();
    await addCommune({ key: commune, name: 'xã Thạch Hạ', from: '2021-07-01' });
    for (const [name, actor] of Object.entries({ ADMINISTRATOR: 'quan-tri', SECOND: 'quan-tri-2' }))
      keys[name] = await issueKey({ actor, commune, role: 'ADMINISTRATOR', name: actor, kind: 'PERSON' });
    return { database, keys };
  },
  { clock },
);

it('docs/a-year.md: every slip has its way back, and every refusal is the one it names', async () => {
  const { variables, requests } = readRequests(readFileSync('docs/a-year.md', 'utf8'));
  variables.set('url', await test.app.getUrl());
  await sendRequests(
    { variables, requests },
    { environment: (name) => keys[name]!, today: (day) => void (clock.on = day) },
  );
});
