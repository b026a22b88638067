/** PostGraphile 5 as it comes, over the same tables and role: `node postgraphile.mjs <database url> <pool size>`. */
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { printSchema } from 'postgraphile/graphql';
import { postgraphile } from 'postgraphile';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makePgService } from 'postgraphile/adaptors/pg';
import { credentialSql, pgSettingsOf } from './context.mjs';

const [, , url, poolSize, schemaFile] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: Number(poolSize) });

const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  schema: { dontSwallowErrors: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    async context({ node }) {
      const key = /^Bearer (.+)$/.exec(node?.req.headers.authorization ?? '')?.[1] ?? '';
      const { rows } = await pool.query({
        ...credentialSql,
        values: [createHash('sha256').update(key).digest(), '2024-01-31', new Date()],
      });
      if (!rows[0].answer) throw new Error('No such key.');
      return { pgSettings: pgSettingsOf(rows[0].answer, node?.req.headers['x-commune']) };
    },
  },
});
const server = createServer();
service.createServ(grafserv).addTo(server);
if (schemaFile) writeFileSync(schemaFile, printSchema((await service.getSchemaResult()).schema));
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
