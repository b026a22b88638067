/**
 * Floor: the least work of a server in Node. Bare `http` and `pg`; one SQL statement makes the JSON of the answer. Key
 * look-up and context of the transaction are those of the program. `node floor.mjs <database url> <pool size> <file of statements>`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { contextSql, credentialSql } from './context.mjs';

const [, , url, poolSize, file] = process.argv;
const statements = JSON.parse(readFileSync(file, 'utf8'));
const pool = new pg.Pool({ connectionString: url, max: Number(poolSize) });

const server = createServer(async (request, response) => {
  try {
    const { text, commune, everywhere } = statements[request.url];
    const hash = createHash('sha256')
      .update(request.headers.authorization?.slice(7) ?? '')
      .digest();
    const credential = (await pool.query({ ...credentialSql, values: [hash, '2024-01-31', new Date()] })).rows[0]
      .answer;
    if (credential === null) return void response.writeHead(401).end();
    const client = await pool.connect();
    await client.query(contextSql(credential, everywhere ? undefined : commune));
    const { rows } = await client.query({
      name: request.url,
      text,
      values: [credential.places.find(({ key }) => key === commune)?.id],
      rowMode: 'array',
    });
    await client.query('COMMIT');
    client.release();
    const [[body]] = rows;
    const asked = request.headers['if-none-match'];
    if (asked !== undefined) {
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      if (asked === etag) return void response.writeHead(304, { etag }).end();
      return void response.writeHead(200, { etag }).end(body);
    }
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
      .end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
