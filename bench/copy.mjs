/** COPY … TO STDOUT of the rows behind a superior's feed of one commune, as the runtime role. Read, never parsed. */
import pg from 'pg';

const rows = (commune) => `
  select c.position, c.item, c.op, c.kind, c.type, c.record_id, c.version, c.on_date, c.at, c.actor, c.reason, c.data, encode(c.leaf, 'hex')
  from change c where c.commune_id = ${commune} and case c.op when 'UPSERT' then c.seen_after >= 'SUPERIOR' else c.seen_before >= 'SUPERIOR' and (c.seen_after >= 'SUPERIOR') is not true end
  order by c.position, c.item`;

export async function to({ runtimeUrl }, key) {
  const client = new pg.Client({ connectionString: runtimeUrl });
  await client.connect();
  const {
    rows: [{ id }],
  } = await client.query('select id from commune where key = $1', [key]);
  await client.query(`BEGIN; SET LOCAL app.reach = '${id}'`);
  let bytes = 0;
  await new Promise((resolve, reject) => {
    const copying = {
      submit: (connection) => connection.query(`COPY (${rows(id)}) TO STDOUT`),
      handleCopyData: (message) => (bytes += message.chunk.length),
      handleCopyOutResponse: () => undefined,
      handleCommandComplete: () => undefined,
      handleError: reject,
      handleReadyForQuery: resolve,
    };
    client.connection.on('copyData', copying.handleCopyData);
    client.query(copying);
  });
  await client.end();
  return bytes;
}
