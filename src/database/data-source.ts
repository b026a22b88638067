import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming.js';

// A `date` is a legal date and stays text: as a Date it would move with the machine's time zone. Positions stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The pool for one role. Time-outs of statements and locks belong to the role (migrate.ts), not to the client. */
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
    // Keys are made in the application; without this the owner's connection would try to create an extension.
    installExtensions: false,
    // Who waits on a machine that is gone hears so in about twenty seconds, not in two hours. What was sent and not acknowledged waits for TCP to give up.
    extra: {
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'thidua',
    },
  });
}
