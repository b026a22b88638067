/** Approval of reports of 40 figures, one after the other, against a floor that writes the same rows. */
import pg from 'pg';
import { communeKey } from './communes.mjs';
import { asAdmin, withAdmin } from './district.mjs';
import { newerNode, ours } from './sides.mjs';
import { median } from './reads.mjs';
import { markOf } from './table.mjs';

const commune = communeKey(1);

/** In a copy of the database. Each approval makes 40 results and 41 changes of the journal. */
export async function approvals(district, { poolSize, count = 40 }) {
  const name = 'bench_approvals';
  await withAdmin(district.adminUrl, (client) => client.query(`drop database if exists ${name}`));
  await withAdmin(district.adminUrl, (client) => client.query(`create database ${name} template thidua`));
  const runtimeUrl = district.runtimeUrl.replace(/thidua$/, name);
  const side = await ours(newerNode, runtimeUrl, { poolSize });
  try {
    const headers = { authorization: `Bearer ${district.keys.chair[commune]}`, 'content-type': 'application/json' };
    const { items } = await (
      await fetch(`${side.url}/v1/communes/${commune}/submissions?state=VERIFIED&first=${count}`, { headers })
    ).json();
    const taken = [];
    for (const { id, version } of items) {
      const from = performance.now();
      const response = await fetch(`${side.url}/v1/communes/${commune}/submissions/${id}/approve`, {
        method: 'POST',
        headers: { ...headers, 'if-match': `"${version}"` },
        body: '{}',
      });
      if (response.status !== 200) throw new Error(`approve: ${response.status} ${await response.text()}`);
      await response.arrayBuffer();
      taken.push(performance.now() - from);
    }
    const bare = await writtenBare(runtimeUrl, await takenBack(asAdmin(district, name), items));
    const ratios = taken.map((each, place) => bare[place] / each);
    return `Approving one report of 40 figures (41 changes of the journal), one after the other: median ${median(taken).toFixed(0)} ms, slowest of ${taken.length} ${Math.max(...taken).toFixed(0)} ms; bare statements for the same rows ÷ this: ${markOf(ratios, [0.3])}.`;
  } finally {
    await side.stop();
    await withAdmin(district.adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
}

/** Rows that each approval inserted, as JSON by table; they are gone from the database. */
const takenBack = (url, reports) =>
  withAdmin(url, async (client) => {
    await client.query('set session_replication_role = replica');
    const each = [];
    for (const { id } of reports) {
      const { rows: approved } = await client.query(
        "select commune_id as commune, position from change where record_id = $1 and kind = 'submission.approved'",
        [id],
      );
      const [{ commune: communeId, position }] = approved;
      const rows = {};
      for (const [table, which] of Object.entries({
        change_value: position,
        change: position,
        chain: position,
        result: id,
      })) {
        const { rows: gone } = await client.query(
          `with gone as (delete from ${table} where commune_id = $1 and ${which === id ? 'submission_id' : 'position'} = $2 returning *)
           select jsonb_agg(to_jsonb(gone))::text as rows from gone`,
          [communeId, which],
        );
        rows[table] = gone[0].rows;
      }
      each.push({ id, communeId, rows });
    }
    return each;
  });

/** Milliseconds for the rows of each approval in one transaction of the runtime role. */
async function writtenBare(url, reports) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const taken = [];
    for (const { id, communeId, rows } of reports) {
      const from = performance.now();
      await client.query(
        `BEGIN; SET LOCAL app.reach = '${communeId}'; SET LOCAL app.units = ''; SET LOCAL app.commune = '${communeId}'`,
      );
      const send = (name, text, values) => client.query({ name, text, values });
      await send('head', 'update commune_head set at = at where commune_id = $1', [communeId]);
      await send('report', 'update submission set late = late where commune_id = $1 and id = $2', [communeId, id]);
      await send('entries', 'update entry set approved = approved where commune_id = $1 and submission_id = $2', [
        communeId,
        id,
      ]);
      for (const table of ['result', 'chain', 'change', 'change_value'])
        await send(table, `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
          rows[table],
        ]);
      await client.query('COMMIT');
      taken.push(performance.now() - from);
    }
    return taken;
  } finally {
    await client.end();
  }
}
