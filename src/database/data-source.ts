import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming.js';

// A `date` is a legal date and stays text: a Date would move with the time zone of the machine. `int8` holds positions,
// which stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connection pool of one role. The timeouts of statements and locks are settings of the role (migrate.ts). */
export function dataSource(
  url: string,
  options: Pick<DataSourceOptions, 'entities' | 'migrations'> & { poolSize: number },
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: options.entities,
    migrations: options.migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    poolSize: options.poolSize,
    synchronize: false,
    logging: false,
    // The application makes the ids; otherwise TypeORM would create an extension on the owner's connection.
    installExtensions: false,
    // Keep-alive finds a vanished server in about 20 s, not in two hours. Unacknowledged data wait for TCP to give up.
    extra: {
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'thidua',
      // The statements of a level go out together.
      pipeline: true,
    },
  });
}
